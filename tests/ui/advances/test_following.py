"""What the screen of advances reads again when something changes elsewhere, and when."""

from datetime import date
from threading import Event
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.changes import Changes

GRANTED, LATE = "2026-001", "2026-013"


@pytest.fixture
def tell(desk):
    """Say to the screen that something changed elsewhere."""
    return lambda **what: desk.screen._tools.bus.changed.emit(Changes(**what), None)


@pytest.fixture
def read_rows(desk, monkeypatch):
    """The dossiers whose line is read by itself."""
    read, ask = [], desk.services.advances.row

    def noted(dossier_id, on):
        read.append(dossier_id)
        return ask(dossier_id, on)

    monkeypatch.setattr(desk.services.advances, "row", noted)
    return read


def test_a_vote_reads_nothing(tell, max_lists, read_rows):
    with max_lists(0):
        tell(meetings=frozenset({uuid4()}))
    assert read_rows == []


def test_a_decision_reads_the_line_of_its_dossier_only(desk, tell, max_lists, read_rows):
    with max_lists(0):
        tell(meetings=frozenset({uuid4()}), dossiers=frozenset({desk.id(LATE)}))
    assert read_rows == [desk.id(LATE)]
    assert len(desk.screen.list.model.rows) == 6


def test_a_dossier_without_an_advance_comes_to_no_line(desk, tell):
    other = desk.services.dossiers.by_number("2026-003")
    tell(dossiers=frozenset({other, uuid4()}))
    assert len(desk.screen.list.model.rows) == 6


def test_under_a_window_that_takes_the_screen_nothing_is_read_until_it_goes(
    qtbot, desk, tell, max_lists, read_rows
):
    committee = QWidget()
    qtbot.addWidget(committee)
    committee.showMaximized()
    committee.activateWindow()
    qtbot.waitUntil(committee.isActiveWindow)
    with max_lists(0):
        tell(dossiers=frozenset({desk.id(LATE)}))
        tell(money=True)
        assert read_rows == []
    with max_lists(1):
        committee.close()
        desk.screen.activateWindow()
        qtbot.waitUntil(desk.screen.isActiveWindow)


def test_a_long_reading_leaves_the_window_free_and_the_newest_wins(qtbot, desk, monkeypatch):
    pool, go_on, asked = desk.screen._tools.pool, Event(), []
    monkeypatch.setattr(pool, "at_once", 0)
    ask = desk.services.advances.list

    def slow(query):
        asked.append(query.on)
        go_on.wait(10)
        return ask(query)

    monkeypatch.setattr(desk.services.advances, "list", slow)
    for _again in range(3):
        desk.screen.refresh()
    desk.show(GRANTED)
    qtbot.waitUntil(lambda: len(asked) == 1)
    qtbot.waitUntil(desk.screen._reading.strip.isVisible)
    go_on.set()
    qtbot.waitUntil(lambda: not desk.screen._reading.is_busy)
    assert asked == [date(2027, 8, 20)] * 2
    assert desk.pane.dossier_id == desk.id(GRANTED)
    assert desk.screen._reading.strip.isHidden()


def test_nothing_is_shown_of_a_registry_that_is_being_closed(qtbot, desk, monkeypatch):
    pool, go_on, shown = desk.screen._tools.pool, Event(), []
    pool.closing.connect(go_on.set)
    monkeypatch.setattr(pool, "at_once", 0)
    monkeypatch.setattr(desk.services.advances, "list", lambda _query: go_on.wait(10))
    monkeypatch.setattr(desk.screen, "_show_rows", shown.append)
    desk.screen.refresh()
    pool.close()
    qtbot.waitUntil(lambda: not desk.screen._reading.is_busy)
    assert shown == []
