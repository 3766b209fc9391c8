"""The room goes to the second screen, and comes back to it."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("two_screens.py")


def a_screen(name, left, width, height):
    return {
        "name": name, "x": left, "y": 0, "width": width, "height": height,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip


def test_the_room_takes_the_second_screen_and_survives_losing_it(tmp_path):
    screens = [a_screen("operator", 0, 1366, 768), a_screen("room", 1366, 1920, 1080)]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "room 1920x1080 full True",
        "lost",
        "hidden normal True",
        "room 1920x1080 full True",
        "lost",  # alone with the operator on one screen, it would cover the meeting
        "hidden normal True",
    ]
