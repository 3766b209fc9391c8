"""The log: it rotates, it keeps what crashes leave, it quotes nobody."""

import faulthandler
import logging
import signal
import subprocess
import sys
import threading

import pytest

from alize_desktop import logs
from alize_desktop.errors import ErrorCode, UserError


@pytest.fixture
def files(tmp_path):
    was_enabled = faulthandler.is_enabled()
    hooks = sys.excepthook, threading.excepthook
    level = logging.getLogger().level
    started = logs.start_logs(tmp_path / "journaux")
    yield started
    started.close()
    assert (sys.excepthook, threading.excepthook) == hooks
    logging.getLogger().setLevel(level)
    if was_enabled:  # pragma: no branch - pytest has it on
        faulthandler.enable(sys.__stderr__)


def test_a_line_is_written_with_its_time_and_its_module(files):
    logging.getLogger("alize_desktop.services").info("opened %s", "registry")
    line = files.log_file.read_text(encoding="utf-8")
    assert "INFO MainThread alize_desktop.services: opened registry" in line


def test_debug_details_are_left_out(files):
    logging.getLogger("alize_desktop").debug("noise")
    assert not files.log_file.exists()


def quote(text):
    raise ValueError(text)


def fail():
    name = "Lévêque"
    try:
        quote(f"Mme {name}, 12 000 €")
    except ValueError as error:
        raise UserError(ErrorCode.DISK_FULL, path="/media/leveque") from error


def test_an_uncaught_exception_is_kept_without_what_it_says(files):
    try:
        fail()
    except UserError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = files.log_file.read_text(encoding="utf-8")
    assert "uncaught exception" in text
    assert "in fail" in text
    assert "UserError (disk_full)" in text
    assert "builtins.ValueError" in text
    assert "Mme Lévêque" not in text
    assert "{'path'" not in text


def test_an_operating_system_error_keeps_its_number(files, tmp_path):
    try:
        (tmp_path / "absent").read_text(encoding="utf-8")
    except OSError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "FileNotFoundError (2)" in files.log_file.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_exception_in_a_thread_is_kept(files):
    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    assert "CRITICAL worker" in files.log_file.read_text(encoding="utf-8")


def test_a_thread_that_lost_its_exception_is_not_written(files):
    threading.excepthook(threading.ExceptHookArgs((SystemError, None, None, None)))
    assert not files.log_file.exists()


def test_an_interruption_from_the_keyboard_is_not_a_bug(files, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not files.log_file.exists()
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_log_rotates_and_keeps_a_few_files(files, monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 200)
    for number in range(40):
        logging.getLogger("alize_desktop").info("line %d", number)
    written = sorted(each.name for each in files.log_file.parent.glob("alize.log*"))
    assert written == ["alize.log", "alize.log.1", "alize.log.2", "alize.log.3"]


def test_a_crash_of_the_interpreter_leaves_a_trace(tmp_path, child_environment):
    code = (
        "import faulthandler, pathlib, sys\n"
        "from alize_desktop.logs import start_logs\n"
        "start_logs(pathlib.Path(sys.argv[1]))\n"
        "faulthandler._sigsegv()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env=child_environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGSEGV
    assert "Segmentation fault" in (tmp_path / "plantage.log").read_text(encoding="utf-8")
