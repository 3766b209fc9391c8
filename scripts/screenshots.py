"""Writes pictures: every layout of the room window, and those that the documentation shows.

The room's are made to be looked at, and stay out of the repository. Those of the
documentation are made by the demonstration, which is played; what a page names is put
beside it, in 256 colours, which screens hardly need.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_meeting import moments

from alize_desktop.ui.room.view import RoomView
from alize_desktop.ui.theme.fonts import load_fonts, load_symbols
from alize_desktop.wording.room import room_state

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1280, 720), (1920, 1080), (1024, 768))
PAGES = (*sorted((ROOT / "docs" / "guide").glob("*.md")), ROOT / "README.md")
SHOWN = re.compile(r"!\[[^\]]*\]\(([^)]+\.png)\)")
COLOURS = 256


def main() -> int:
    """Run from the command line; return the exit status."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output")
    play = [sys.executable, "-m", "alize_desktop", "demo", str(folder)]
    played = subprocess.run(play, check=False, stdout=subprocess.DEVNULL)
    if played.returncode:
        return played.returncode
    shown = sorted({page.parent / name for page in PAGES for name in names_in(page)})
    missing = [each.name for each in shown if not (folder / each.name).is_file()]
    if missing:
        print(f"the demonstration does not make: {', '.join(missing)}", file=sys.stderr)
        return 1
    refresh(shown, folder)
    print(f"{len(shown)} pictures of the documentation")
    return draw_room(folder / "room")


def names_in(page: Path) -> list[str]:
    """Return the pictures that a page shows, as it names them."""
    return SHOWN.findall(page.read_text(encoding="utf-8"))


def refresh(shown: Iterable[Path], folder: Path) -> None:
    """Put the pictures of a play where the documentation shows them."""
    for target in shown:
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(folder / target.name) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(target, optimize=True)


def draw_room(folder: Path) -> int:
    """Draw every layout of the room at each size; return the exit status."""
    application = QApplication([])
    load_fonts()
    load_symbols()
    view = RoomView()
    written = 0
    for name, meeting, controls in moments():
        view.show_state(room_state(meeting, controls))
        for width, height in SIZES:
            target = folder / f"{width}x{height}"
            target.mkdir(parents=True, exist_ok=True)
            if not view.picture(QSize(width, height)).save(str(target / f"{name}.png")):
                print(f"cannot be written: {target}", file=sys.stderr)
                return 1
            written += 1
    print(f"{written} pictures in {folder}")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
