"""The screen of the fund: its pages, and what changes elsewhere."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.values import Money
from alize_desktop.ui.fund.screen import FundScreen
from alize_desktop.ui.fund.tools import OtherPage


class Elsewhere(QWidget):
    """A page of another screen."""

    said = Signal(str)

    def __init__(self):
        super().__init__()
        self.readings = 0

    def refresh(self):
        self.readings += 1

    def take_keyboard(self):
        self.setFocus()


@pytest.fixture
def screen(desk, qtbot):
    tools = desk.screen._makers["rules"].args[0]
    screen = FundScreen(tools, (OtherPage("other", "Ailleurs", Elsewhere),))
    qtbot.addWidget(screen)
    screen.show()
    return screen


def record(desk):
    draft = FundMovementDraft(
        FundMovementKind.CONTRIBUTION, date(2026, 11, 2), Money(1_000_00), author="Ana"
    )
    return desk.services.fund.record(draft)


def test_what_another_screen_records_is_shown_at_once(desk):
    page = desk.page("statement")
    tools = page._tools
    tools.bus.changed.emit(record(desk), None)
    assert "31\u202f000,00\u00a0€" in page.figures[0].accessibleName()


def test_a_page_out_of_sight_is_read_when_it_is_shown_again(desk):
    movements = desk.page("movements")
    statement = desk.page("statement")
    statement._tools.bus.changed.emit(record(desk), None)
    assert movements.model.rowCount() == 1
    assert desk.page("movements").model.rowCount() == 2


def test_what_has_nothing_to_do_with_money_is_not_read(screen):
    screen.show_page("other")
    page = screen.page("other")
    tools = screen._makers["rules"].args[0]
    tools.bus.changed.emit(Changes(people=True), None)
    assert page.readings == 1
    tools.bus.changed.emit(replace(Changes(), money=True), None)
    assert page.readings == 2


def test_a_page_made_elsewhere_is_heard_and_given_the_keyboard(screen, qtbot):
    page = screen.page("other")
    with qtbot.waitSignal(screen.said) as told:
        page.said.emit("Fait")
    assert told.args == ["Fait"]
    screen.show_page("other")
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_keyboard()
    assert page.hasFocus()


def test_a_vote_reads_nothing_but_what_hangs_on_meetings_to_come(desk, monkeypatch):
    page = desk.page("statement")
    desk.page("forecast")
    desk.page("statement")
    asked = []
    monkeypatch.setattr(page._reading, "ask", lambda *what: asked.append(what))
    page._tools.bus.changed.emit(Changes(meetings=frozenset({uuid4()})), None)
    assert asked == []
    assert desk.screen._outdated == {"forecast"}


def test_on_another_day_it_is_read_again_when_it_is_looked_at(desk, monkeypatch):
    page = desk.page("statement")
    desk.screen.hide()
    tomorrow = date(2026, 11, 24)
    tools = replace(page._tools, today=lambda: tomorrow)
    page._tools, desk.screen._today = tools, tools.today
    desk.screen.show()
    assert page.day.value() == tomorrow
    page.day.edit.setText("1/3/2026")
    page.day.commit()
    desk.screen.hide()
    desk.screen._today = lambda: date(2026, 11, 25)
    desk.screen.show()
    assert page.day.value() == date(2026, 3, 1)
