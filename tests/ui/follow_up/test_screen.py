"""The screen of the follow-up: its tabs, what it reads again, and when."""

from datetime import date

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.ui.follow_up.tools import OtherPage
from tests.ui.follow_up.conftest import NUMBER, TODAY, WHO


class Given(QWidget):
    """A page of another screen."""

    said = Signal(str)

    def __init__(self):
        super().__init__()
        self.read = 0

    def refresh(self):
        self.read += 1

    def take_keyboard(self):
        self.setFocus()


def test_it_has_what_is_due_and_its_rules(desk):
    assert desk.screen.tabs.current() == "due"
    desk.screen.tabs.requested.emit("due")
    desk.screen.tabs.requested.emit("rules")
    assert desk.screen.tabs.current() == "rules"
    desk.screen.take_keyboard()


def test_pages_made_elsewhere_stand_between(desk_on, clock, tmp_path):
    with Registry.create(tmp_path / "vide.alize", Programme("Vosges"), clock) as registry:
        desk = desk_on(registry, (OtherPage("missions", "Missions", Given),))
        page = desk.page("missions")
        assert page.read == 1
        page.said.emit("Dit")
        assert desk.said == ["Dit"]
        desk.page("due")
        assert desk.page("missions").read == 1


def test_what_changes_elsewhere_is_read_again(desk):
    receipt = AdvanceEventDraft(
        AdvanceEventKind.REPAYMENT, date(2027, 1, 30), Money(1_000_00), author=WHO
    )
    dossier = desk.services.dossiers.by_number(NUMBER)
    changes = desk.services.advances.record(dossier, receipt)
    assert desk.late[-1] == 2
    desk.bus.changed.emit(changes, None)
    assert desk.late[-1] == 0


def test_what_changes_while_nobody_looks_is_read_when_it_is_shown(desk):
    before = len(desk.late)
    desk.screen.hide()
    desk.bus.changed.emit(Changes(money=True), None)
    assert len(desk.late) == before
    desk.screen.show()
    assert len(desk.late) == before + 1


def test_another_day_is_read_again(desk, monkeypatch):
    before = len(desk.late)
    monkeypatch.setattr(desk.screen, "_today", lambda: TODAY.replace(day=2))
    desk.screen.hide()
    desk.screen.show()
    assert len(desk.late) == before + 1


@pytest.mark.parametrize("page", ["due", "rules"])
def test_leaving_asks_nothing_when_nothing_is_typed(desk, page):
    desk.page(page)
    left = []
    desk.screen.try_leave(lambda: left.append(True))
    assert left == [True]
