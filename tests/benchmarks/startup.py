"""From the launch to the main window painted, against a bare window of the same toolkit."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from measures import Measure

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.exec()
"""
RUNS = 9


def measure(registry, folder):
    """Return the ratio of both, measured in turns."""
    ours, bare = [], []
    for run in range(RUNS + 1):
        first = painted([sys.executable, "-c", BARE], folder)
        second = painted([sys.executable, "-m", "alize_desktop", str(registry)], folder)
        if run:  # the first of each only warms the disk
            bare.append(first)
            ours.append(second)
    window, peer = statistics.median(ours), statistics.median(bare)
    detail = f"{window * 1000:.0f} ms against {peer * 1000:.0f} ms bare, {RUNS} runs"
    return Measure("main window, 2,000 dossiers, painted", window / peer, 2.8, "×", detail)


def painted(command, folder):
    """Return the seconds between the launch of ``command`` and its first main window."""
    out = folder / "painted"
    out.unlink(missing_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    environment |= {
        "PAINTED": str(out),
        "PYTHONPATH": str(Path(__file__).parent / "probe"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
    start = time.time()
    subprocess.run(command, env=environment, check=True, timeout=60, capture_output=True)
    return float(out.read_text()) - start
