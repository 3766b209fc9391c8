"""The longest that the interface thread is kept busy with 2,000 dossiers."""

import os
import time
from pathlib import Path

from measures import Measure, utc_now

os.environ["QT_QPA_PLATFORM"] = "offscreen"

BOUND = 50


def measure(path, folder):
    """Return one line per gesture: what it keeps the thread busy, screen painted."""
    from PySide6.QtTest import QTest

    from alize_desktop.app import make_window
    from alize_desktop.models.store.registry import Registry
    from alize_desktop.services.bundle import Services

    with Registry.open(path, utc_now) as registry:
        window = make_window(Path(folder) / "settings.toml", Path(folder), utc_now)
        window.resize(1366, 768)
        window.show_programme(Services(registry), registry.path)
        window.show()
        QTest.qWait(300)
        screen = window.stack.dossiers()
        browser = screen.browser
        gestures = {
            "search « bela »": lambda: screen.set_search("bela"),
            "clear the search": lambda: screen.set_search(""),
            "sort by company": lambda: browser.table.sort_requested.emit("company", False),
            "sort by amount, descending": lambda: browser.table.sort_requested.emit("amount", True),
            "choose a dossier": lambda: step(browser.table),
            "go to the members": lambda: window.go_to("members"),
            "back to the dossiers": lambda: window.go_to("dossiers"),
        }
        lines = [line(name, gesture, window) for name, gesture in gestures.items()]
        window.close()
    return lines


def step(table):
    index = table.model().index((table.currentIndex().row() + 7) % 100, 0)
    table.setCurrentIndex(index)


def line(name, gesture, window):
    from PySide6.QtTest import QTest

    spent = []
    for _run in range(7):
        start = time.perf_counter()
        gesture()
        window.grab()
        spent.append((time.perf_counter() - start) * 1000)
        QTest.qWait(120)
    spent = sorted(spent[1:])  # the first builds what is built once
    return Measure(
        name, spent[len(spent) // 2], BOUND, "ms", f"longest {spent[-1]:.0f} ms, painted"
    )
