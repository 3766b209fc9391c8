"""The demonstration, played off-screen by another process while this one stays usable.

No Qt here: the command line plays it too, before any window.
"""

import logging
import os
import subprocess
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress

_TICK: Final = 0.2
"""Seconds between two looks at the other process."""

_FILES: Final = 22
"""Files that a play leaves, more or less: how far it is, never how it ends."""

log = logging.getLogger(__name__)


def play_apart(registry: Path, program: Sequence[str]) -> Generator[Progress, None, Path]:
    """Play the demonstration into the folder of ``registry``; return that path.

    Cancelled or failed, the other process is stopped and its registry removed: a
    half-played demonstration is never opened.

    Args:
        registry: File that the play leaves; it must not exist.
        program: Command that runs this program, without its arguments.

    Raises:
        UserError: ``DEMONSTRATION_FAILED``.
    """
    folder = registry.parent
    with subprocess.Popen(  # noqa: S603  # our own program, no shell
        [*program, "demo", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            told = yield from _wait(process, folder)
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()
            if process.returncode:
                _remove(registry)
    if process.returncode:
        log.error("the demonstration failed with status %s", process.returncode)
        raise UserError(ErrorCode.DEMONSTRATION_FAILED, detail=told.strip())
    return registry


def _wait(process: "subprocess.Popen[str]", folder: Path) -> Generator[Progress, None, str]:
    while True:
        left = len(list(folder.iterdir())) if folder.is_dir() else 0
        yield Progress(min(left, _FILES - 1), _FILES, "La démonstration se prépare…")
        try:
            _out, told = process.communicate(timeout=_TICK)
        except subprocess.TimeoutExpired:
            continue
        return told


def _remove(registry: Path) -> None:
    for each in registry.parent.glob(f"{registry.name}*"):
        each.unlink(missing_ok=True)
