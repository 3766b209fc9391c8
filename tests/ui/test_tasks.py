"""Tasks: progress, result, failure and cancel, from a worker thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.tasks import Task, _Voice


@pytest.fixture
def heard():
    return []


@pytest.fixture(params=["worker", "here"])
def run(request, qtbot, heard):
    """Run a work to its end, on a worker thread or on this one."""

    def run(work):
        task = Task(work)
        task.progressed.connect(heard.append)
        task.succeeded.connect(lambda result: heard.append(("succeeded", result)))
        task.failed.connect(lambda error: heard.append(("failed", error)))
        task.finished.connect(lambda: heard.append("finished"))
        with qtbot.waitSignal(task.finished):
            task.start() if request.param == "worker" else task.run()
        qtbot.waitUntil(lambda: "finished" in heard)
        return request.param == "here"

    return run


def counted(steps, error=None):
    for step in range(1, steps + 1):
        yield Progress(step, steps, "étape")
    if error is not None:
        raise error
    return threading.current_thread() is threading.main_thread()


def test_steps_then_the_result_then_the_end(run, heard):
    on_main_thread = run(partial(counted, 2))
    assert heard == [
        Progress(1, 2, "étape"),
        Progress(2, 2, "étape"),
        ("succeeded", on_main_thread),
        "finished",
    ]


def test_an_error_a_person_can_mend_is_said(run, heard):
    error = UserError(ErrorCode.DISK_FULL, path="/")
    run(partial(counted, 0, error))
    assert heard == [("failed", error), "finished"]


def test_a_bug_is_said_and_logged(run, heard, caplog):
    run(partial(counted, 0, ValueError("bug")))
    assert heard[0][0] == "failed"
    assert heard[1] == "finished"
    assert "task failed" in caplog.text


def test_a_work_that_cannot_even_begin_is_said(run, heard, caplog):
    def broken():
        raise ValueError

    run(broken)
    assert [heard[0][0], heard[1]] == ["failed", "finished"]


def test_a_cancel_stops_before_the_next_step_and_closes_the_work(qtbot, heard):
    closed = threading.Event()

    def work():
        try:
            for step in range(10**9):
                yield Progress(step, 10**9, "étape")
        finally:
            closed.set()

    task = Task(work)
    task.succeeded.connect(heard.append)
    task.progressed.connect(lambda _progress: task.cancel())
    with qtbot.waitSignal(task.finished):
        task.start()
    assert closed.is_set()
    assert heard == []


def test_a_task_deleted_while_it_runs_is_cancelled_and_says_nothing(qtbot, heard, capfd):
    owner, pool, steps = QObject(), QThreadPool(), threading.Semaphore(0)
    closed = threading.Event()

    def work():
        try:
            while True:
                steps.acquire()
                yield Progress(1, 2, "étape")
        finally:
            closed.set()

    task = Task(work, owner)
    task.progressed.connect(heard.append)
    task.finished.connect(lambda: heard.append("finished"))
    task.start(pool)
    steps.release()
    qtbot.waitUntil(lambda: len(heard) == 1)
    del task
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    steps.release(2)
    assert pool.waitForDone(10_000)
    assert closed.is_set()
    QCoreApplication.sendPostedEvents()
    assert len(heard) == 1
    assert capfd.readouterr().err == ""


def test_nothing_is_left_of_a_task_that_is_over(qtbot, qapp, heard):
    others = set(qapp.findChildren(_Voice))  # of tasks that other tests never started
    task = Task(partial(counted, 1))
    task.finished.connect(lambda: heard.append("finished"))
    task.start()
    qtbot.waitUntil(lambda: heard == ["finished"])
    qtbot.waitUntil(lambda: set(qapp.findChildren(_Voice)) <= others)
