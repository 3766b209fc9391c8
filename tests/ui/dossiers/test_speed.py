"""Two thousand dossiers: nothing that a person does may hold the window."""

from statistics import median
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.models.enums import Sector
from alize_desktop.ui.dossiers.filters import Filters

LONGEST = 0.050
"""Seconds that a slot may hold the interface thread."""


def held(act, times=5):
    """Median of the seconds that ``act`` works on the thread.

    The work is measured, not the wait for a processor that others use too.
    """
    found = []
    for number in range(times):
        start = thread_time()
        act(number)
        found.append(thread_time() - start)
    return median(found)


@pytest.fixture
def crowd(filed):
    """Two thousand dossiers."""
    filed(2_000)


@pytest.fixture
def busy(crowd, open_desk):
    return open_desk()


def test_nothing_holds_the_window_with_two_thousand_dossiers(qtbot, busy, record_property):
    browser, screen = busy.browser, busy.screen
    keys = [row.id for row in browser.model.rows]
    words = ["mecanique", "elec", "textiles oeillet", "2026 0", "dijon"]
    sectors = list(Sector)
    sorts = ["company", "amount", "state", "town", "number"]
    acts = {
        "search": lambda n: browser.set_search(words[n]),
        "choose all": lambda _n: browser.table.selectAll(),
        "sort": lambda n: browser.table.sort_requested.emit(sorts[n], bool(n % 2)),
        "filter": lambda n: browser.filters.changed.emit(Filters(sector=sectors[n])),
        "everything": lambda n: (
            browser.filters.changed.emit(Filters(sector=sectors[n])) or browser.clear_filters()
        ),
        "select": lambda n: screen.show_dossier(keys[n * 300]),
        "next": lambda _n: QTest.keyClick(browser.table, Qt.Key.Key_Down),
        "scroll": lambda n: (
            browser.table.verticalScrollBar().setValue(n * 9_000) or browser.table.grab()
        ),
    }
    browser.clear_filters()
    screen.show_dossier(keys[5])  # builds the pane once
    for pane in ("project", "financing", "schedule", "journal", "documents", "company"):
        busy.editor.panes.show_pane(pane)
    found = {name: held(act) for name, act in acts.items()}
    record_property("held", found)
    too_long = {name: round(1000 * each) for name, each in found.items() if each > LONGEST}
    assert not too_long, f"milliseconds: {too_long}"


def test_a_list_of_a_hundred_costs_a_fixed_number_of_statements(
    qtbot, registry, services, sheets, open_desk, max_queries
):
    for index in range(3):
        services.dossiers.create(sheets(index))
    desk = open_desk()
    with max_queries(99) as few:
        desk.browser.refresh()
    asked = len(few)
    for index in range(3, 103):
        services.dossiers.create(sheets(index))
    model = desk.browser.model
    with max_queries(asked):
        desk.browser.refresh()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                model.index(row, column).data()
    assert model.rowCount() == 103
    assert asked <= 4


def test_a_dossier_costs_a_fixed_number_of_statements(desk, max_queries):
    desk.open("2026-001")
    with max_queries(12):
        desk.open("2026-002")
