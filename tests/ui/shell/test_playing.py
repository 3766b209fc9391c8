"""The demonstration played by another process, which can be stopped."""

import sys

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.ui.shell.demonstration import DemonstrationDesk
from alize_desktop.ui.shell.playing import play_apart


def program(script):
    """Return a program that plays in its own way; its last argument is the folder."""
    return [
        sys.executable,
        "-c",
        f"import sys, pathlib, time\nfolder = pathlib.Path(sys.argv[-1])\n{script}",
    ]


PLAYS = program("folder.mkdir(exist_ok=True)\n(folder / 'demo.alize').touch()\ntime.sleep(0.3)")
FAILS = program(
    "folder.mkdir(exist_ok=True)\n(folder / 'demo.alize').touch()\nsys.exit('Le disque est plein.')"
)
LASTS = program("folder.mkdir(exist_ok=True)\n(folder / 'demo.alize').touch()\ntime.sleep(60)")


@pytest.fixture
def registry(tmp_path):
    return tmp_path / "Démonstration" / "demo.alize"


def drained(steps):
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as stop:
            return stop.value, told


def test_a_play_leaves_its_registry_and_says_how_far_it_is(registry):
    path, told = drained(play_apart(registry, PLAYS))
    assert path == registry
    assert registry.exists()
    assert all(0 <= each.done < each.total for each in told)
    assert told[-1].done >= told[0].done


def test_a_play_that_fails_says_why_and_leaves_no_registry(registry):
    with pytest.raises(UserError) as caught:
        drained(play_apart(registry, FAILS))
    assert caught.value.code is ErrorCode.DEMONSTRATION_FAILED
    assert caught.value.params == {"detail": "Le disque est plein."}
    assert not registry.exists()


def test_a_play_given_up_is_stopped_and_leaves_no_registry(registry):
    steps = play_apart(registry, LASTS)
    while not registry.exists():
        next(steps)
    steps.close()
    assert not registry.exists()


# asked from the window


@pytest.fixture
def desk(qtbot):
    desk = DemonstrationDesk()
    yield desk
    desk.stop()


def test_it_is_played_once_and_then_ready(qtbot, desk, registry):
    started = []
    desk.started.connect(started.append)
    with qtbot.waitSignal(desk.ready, timeout=20_000) as ready:
        desk.ask(registry, PLAYS)
        desk.ask(registry, PLAYS)
    assert ready.args == [registry]
    assert len(started) == 1


def test_what_was_played_already_is_ready_at_once(qtbot, desk, registry):
    registry.parent.mkdir()
    registry.touch()
    with qtbot.waitSignal(desk.ready), qtbot.assertNotEmitted(desk.started):
        desk.ask(registry, FAILS)


def test_a_failure_is_told(qtbot, desk, registry):
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failed:
        desk.ask(registry, FAILS)
    assert failed.args[0].code is ErrorCode.DEMONSTRATION_FAILED


def test_stopping_waits_for_the_other_process(qtbot, desk, registry):
    desk.ask(registry, LASTS)
    qtbot.waitUntil(registry.exists, timeout=20_000)
    desk.stop()
    assert not registry.exists()
