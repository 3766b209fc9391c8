"""The page of every mission: filters, totals, the way to the dossier."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.rules.missions import account
from alize_desktop.ui.missions.finding import Wanted, found, year_of, years_of
from alize_desktop.ui.missions.page import MissionsPage
from tests.mission_records import SHEET
from tests.ui.missions.conftest import TODAY


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def page(qtbot, tools):
    page = MissionsPage(tools)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.refresh()
    return page


def numbers(page):
    return [each.number for each in page.model.rows]


def test_every_mission_is_listed_the_last_first_with_its_totals(page):
    assert numbers(page) == ["2026-M002", "2026-M001", "2024-M001"]
    assert page.foot.count.text() == "3 missions"
    told = plain(page.foot.totals.text())
    assert told == "13,5 jours prévus · 9 faits · 1,5 confirmé · 7 200 €"


def test_a_state_a_partner_and_a_year_narrow_the_list(page):
    page.filters.states.chip(MissionState.CLOSED).click()
    assert numbers(page) == ["2024-M001"]
    page.filters.states.chip(None).click()
    page.filters.partner.setCurrentIndex(page.filters.partner.findText("Groupe Écho"))
    page.filters.partner.activated.emit(page.filters.partner.currentIndex())
    assert numbers(page) == ["2024-M001"]
    page.filters.year.setCurrentIndex(page.filters.year.findText("2026"))
    page.filters.year.activated.emit(page.filters.year.currentIndex())
    assert numbers(page) == []
    assert page.none_here.isVisible()
    page.none_here.requested.emit()
    assert len(numbers(page)) == 3


def test_words_of_a_person_find_a_mission(page):
    page.filters.search.searched.emit("garcon quali")
    assert numbers(page) == ["2026-M001"]
    page.filters.search.searched.emit("sorel")
    assert numbers(page) == ["2024-M001"]


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("number", "2024-M001"),
        ("company", "2024-M001"),
        ("partner", "2026-M001"),
        ("state", "2026-M002"),
        ("days", "2026-M002"),
        ("confirmed", "2026-M002"),
        ("value", "2026-M002"),
    ],
)
def test_each_column_sorts(page, key, first):
    page.table.sort_requested.emit(key, False)
    names = {each.id: each.number for each in page.model.rows}
    if key == "confirmed":  # what was taken over was never confirmed either
        assert numbers(page)[-1] == "2026-M001"
    else:
        assert names[page.model.rows[0].id] == first


def test_enter_opens_the_mission_in_its_dossier(page):
    asked = []
    page.opened.connect(asked.append)
    page.take_keyboard()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert [each.number for each in asked] == ["2026-M002"]


def test_without_any_mission_the_page_says_where_one_is_prepared(page):
    page._show_read(())
    assert page.nothing.isVisible()
    assert page.foot.totals.text() == ""
    page.take_keyboard()
    assert page.filters.search.hasFocus() or not page.isActiveWindow()


def test_the_thousandth_mission_of_a_year_comes_after_the_others():
    one = UUID(int=1)
    row = MissionRow(
        one, "2026-M999", one, "2026-001", "Val", "Écho", SHEET, account(SHEET, (), TODAY)
    )
    later = replace(row, id=UUID(int=2), number="2026-M1000")
    assert [each.number for each in found((row, later), Wanted())] == ["2026-M1000", "2026-M999"]
    unsaid = replace(row, sheet=replace(SHEET, starts_on=None))
    assert year_of(unsaid) == 2026
    assert years_of((row, unsaid)) == sorted({year_of(row), 2026}, reverse=True)
