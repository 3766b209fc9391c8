"""The page À suivre: headings, periods, kinds, the calendar."""

from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.ui.follow_up.due import Heading, Period, Wanted
from tests.ui.follow_up.conftest import NUMBER

Kind = FollowUpKind


def entries(desk):
    model = desk.due.list.due
    return [model.entry(row) for row in range(model.rowCount())]


def headings(desk):
    return [(each.text, each.count) for each in entries(desk) if isinstance(each, Heading)]


def lines(desk):
    return [each for each in entries(desk) if not isinstance(each, Heading)]


def chip(desk, kind):
    return desk.due.kinds.chip(kind)


def test_what_is_late_stands_first_then_the_month(desk):
    assert headings(desk) == [("En retard", 2), ("Février 2027", 2)]
    first = lines(desk)[0]
    assert first.title.endswith(NUMBER)
    assert first.sentence == "Remboursement en retard\u00a0: 500,00\u00a0€."
    assert first.delay[0] == "en retard de 40 jours"
    assert desk.due.foot.count.text() == "4 échéances, dont 2 en retard"
    assert desk.late[-1] == 2


@pytest.mark.parametrize(
    ("period", "last"),
    [
        (Period.MONTH, date(2027, 2, 28)),
        (Period.QUARTER, date(2027, 5, 1)),
        (Period.YEAR, date(2028, 2, 1)),
    ],
)
def test_a_period_goes_to_its_last_day(period, last):
    assert period.last(date(2027, 2, 1)) == last


def test_a_longer_period_shows_more_months(qtbot, desk):
    qtbot.mouseClick(desk.due.periods[Period.QUARTER], Qt.MouseButton.LeftButton)
    assert [text for text, _ in headings(desk)] == [
        "En retard",
        "Février 2027",
        "Mars 2027",
        "Avril 2027",
    ]
    qtbot.mouseClick(desk.due.periods[Period.YEAR], Qt.MouseButton.LeftButton)
    assert headings(desk)[-1][0] == "Novembre 2027"
    assert desk.due.periods[Period.YEAR].isChecked()
    assert not desk.due.periods[Period.MONTH].isChecked()


def test_only_the_kinds_asked_for_are_shown(qtbot, desk):
    qtbot.mouseClick(chip(desk, Kind.NOTICE), Qt.MouseButton.LeftButton)
    assert [each.item.kind for each in lines(desk)] == [Kind.NOTICE]
    assert lines(desk)[0].title == "CA-2027-01"
    qtbot.mouseClick(chip(desk, None), Qt.MouseButton.LeftButton)
    assert len(lines(desk)) == 4


def test_a_kind_that_is_not_there_says_so_and_leads_back(qtbot, desk):
    desk.due.look_for(Wanted(Period.MONTH, frozenset({Kind.JOBS})))
    assert lines(desk) == []
    assert desk.due.none_here.isVisible()
    desk.due.take_keyboard()
    qtbot.mouseClick(desk.due.none_here.button, Qt.MouseButton.LeftButton)
    assert len(lines(desk)) == 4


def test_enter_and_a_double_click_open_what_a_line_is_about(qtbot, desk):
    desk.due.take_keyboard()
    qtbot.keyClick(desk.due.list, Qt.Key.Key_Return)
    assert [each.kind for each in desk.opened] == [Kind.REPAYMENT]
    box = desk.due.list.visualRect(desk.due.list.due.index(1, 0))
    viewport = desk.due.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.opened[-1] == lines(desk)[0].item


def test_arrows_step_over_headings(qtbot, desk):
    desk.due.take_keyboard()
    seen = [desk.due.list.chosen()]
    for _ in range(3):
        qtbot.keyClick(desk.due.list, Qt.Key.Key_Down)
        seen.append(desk.due.list.chosen())
    assert seen == [each.item for each in lines(desk)]


def test_the_line_looked_at_stays_when_things_are_read_again(qtbot, desk):
    desk.due.take_keyboard()
    for _ in range(2):
        qtbot.keyClick(desk.due.list, Qt.Key.Key_Down)
    before = desk.due.list.chosen()
    desk.due.refresh()
    assert desk.due.list.chosen() == before
    desk.due.look_for(Wanted(Period.MONTH, frozenset({before.kind})))
    assert desk.due.list.chosen() == before


def test_each_line_is_heard_whole(desk):
    model = desk.due.list.due
    told = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert NUMBER in told
    assert "Remboursement, 23/12/2026, en retard de 40 jours" in told
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "En retard"
    assert model.data(model.index(-1, 0)) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_programme_without_anything_to_follow_says_what_will_come(qtbot, new_desk):
    assert lines(new_desk) == []
    assert new_desk.due.nothing.isVisible()
    assert not new_desk.due.nothing.button.isVisible()
    new_desk.due.take_keyboard()
    assert new_desk.due.periods[Period.MONTH].hasFocus()
    qtbot.keyClick(new_desk.due.list, Qt.Key.Key_Return)
    assert new_desk.opened == []


def test_a_quiet_month_leads_to_the_year(qtbot, desk, monkeypatch):
    only_later = [each for each in desk.due._items if each.due_on > date(2027, 3, 1)]
    desk.due._show_read((tuple(only_later), 30))
    assert desk.due.nothing.isVisible()
    qtbot.mouseClick(desk.due.nothing.button, Qt.MouseButton.LeftButton)
    assert desk.due.wanted.period is Period.YEAR
    assert len(lines(desk)) == len(only_later)


class TestCalendar:
    def test_the_button_asks_where_and_writes_the_year_to_come(self, qtbot, desk, tmp_path):
        desk.screen.calendar.click()
        (files,) = [each for each in desk.screen.findChildren(QFileDialog) if each.isVisible()]
        assert files.defaultSuffix() == "ics"
        files.close()
        path = tmp_path / "suivi.ics"
        desk.due.export.write(path)
        qtbot.waitUntil(lambda: bool(desk.said))
        found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert desk.said == [f"Agenda écrit\u00a0: {len(found)} échéances"]

    def test_two_at_once_are_refused(self, qtbot, desk, tmp_path):
        desk.due.export.write(tmp_path / "un.ics")
        desk.due.export.write(tmp_path / "deux.ics")
        assert desk.said == ["Un agenda est déjà en cours d’écriture."]
        qtbot.waitUntil(lambda: len(desk.said) == 2)
        assert not (tmp_path / "deux.ics").exists()


@pytest.mark.dressed
@pytest.mark.parametrize("width", [620, 968, 1182])
def test_lines_are_painted_at_every_width(desk, theme, width):
    desk.screen.resize(width, 500)
    blank = desk.due.list.grab().toImage()
    desk.due.look_for(Wanted(Period.YEAR))
    assert desk.due.list.grab().toImage() != blank
