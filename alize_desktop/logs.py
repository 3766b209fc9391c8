"""The log: a file that rotates, and what a crash leaves behind.

Nothing personal goes in: no name, no amount, no text of a dossier. Modules log
codes and identifiers. Of an exception the file keeps its kind and where it went,
not its message, which may quote what a person typed.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from typing_extensions import override

LARGEST: Final = 1_000_000
"""Bytes of one file before it rotates."""

KEPT: Final = 3
"""Older files kept."""

_FORMAT: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

_ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

log = logging.getLogger(__name__)


class _DiscreetFormatter(logging.Formatter):
    """Writes where an exception went and of what kind it is, not what it says."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        told, record.exc_text = record.exc_text, None  # another handler wrote it in full
        try:
            return super().format(record)
        finally:
            record.exc_text = told

    @override
    def formatException(self, ei: _ExceptionInfo) -> str:
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines += traceback.format_tb(error.__traceback__)
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}{_number(error)}\n")
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip()


class _LateHandler(logging.Handler):
    """Makes the file that rotates at the first line: most runs write none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow, and hardly ever needed

            self._file = RotatingFileHandler(
                self._path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _number(error: BaseException) -> str:
    """Return what tells an error from others of its kind without quoting anything."""
    number = getattr(error, "errno", None) or getattr(error, "code", None)
    return "" if number is None else f" ({number})"


@dataclass(frozen=True, slots=True)
class LogFiles:
    """Where the log is, and what must be undone at the end.

    Attributes:
        log_file: The log.
        crash_file: What ``faulthandler`` writes when the interpreter dies.
    """

    log_file: Path
    crash_file: Path
    _handler: logging.Handler
    _crash: IO[str]
    _hooks: tuple[Callable[..., object], Callable[..., object]]

    def close(self) -> None:
        """Stop writing, and put the hooks of Python back."""
        sys.excepthook, threading.excepthook = self._hooks
        faulthandler.disable()
        root = logging.getLogger()
        root.removeHandler(self._handler)
        self._handler.close()
        self._crash.close()


def start_logs(folder: Path) -> LogFiles:
    """Write logs, uncaught exceptions and crashes into ``folder``, made if missing.

    Args:
        folder: Such as ``paths.log_folder()``.

    Raises:
        OSError: The folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    log_file, crash_file = folder / "alize.log", folder / "plantage.log"
    handler = _LateHandler(log_file)
    handler.setFormatter(_DiscreetFormatter(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    crash = crash_file.open("a", encoding="utf-8")
    faulthandler.enable(crash)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    return LogFiles(log_file, crash_file, handler, crash, hooks)


def _on_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("uncaught exception", exc_info=(kind, error, trace))


def _on_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.critical(
            "uncaught exception in a thread",
            exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
        )
