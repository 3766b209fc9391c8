"""Writes a picture of every layout of the room window, to be looked at."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_meeting import moments

from alize_desktop.ui.room.view import RoomView
from alize_desktop.ui.theme.fonts import load_fonts, load_symbols
from alize_desktop.wording.room import room_state

SIZES = ((1280, 720), (1920, 1080), (1024, 768))


def main() -> int:
    """Run from the command line; return the exit status."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output/room")
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
