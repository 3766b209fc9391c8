"""The longest that the interface thread is kept busy with 2,000 dossiers."""

import os
import time
from functools import partial
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
        screen = window.stack.currentWidget()
        browser = screen.browser
        everything, some = partial(screen.set_search, ""), partial(screen.set_search, "bela")
        sort = browser.table.sort_requested.emit
        gestures = {  # what is done before each, and what is measured
            "search « bela »": (everything, some),
            "clear the search": (some, everything),
            "sort by company": (partial(sort, "town", True), partial(sort, "company", False)),
            "sort by amount": (partial(sort, "number", False), partial(sort, "amount", True)),
            "choose a dossier": (everything, partial(step, browser.table)),
            "go to the members": (
                partial(window.go_to, "dossiers"),
                partial(window.go_to, "members"),
            ),
            "back to the dossiers": (
                partial(window.go_to, "members"),
                partial(window.go_to, "dossiers"),
            ),
        }
        lines = [line(name, *pair, window) for name, pair in gestures.items()]
        window.close()
    return lines


def step(table):
    index = table.model().index((table.currentIndex().row() + 7) % 100, 0)
    table.setCurrentIndex(index)


def line(name, before, gesture, window):
    from PySide6.QtTest import QTest

    spent = []
    for _run in range(7):
        before()
        window.grab()
        QTest.qWait(120)
        start = time.perf_counter()
        gesture()
        window.grab()
        spent.append((time.perf_counter() - start) * 1000)
    spent = sorted(spent[1:])  # the first builds what is built once
    return Measure(
        name, spent[len(spent) // 2], BOUND, "ms", f"longest {spent[-1]:.0f} ms, painted"
    )
