"""The agenda: what is proposed, what is added late, the quorum that may be expected."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AnswerKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    LateItemRule,
)
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import ItemDraft, QuorumForecast
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.ui.meetings import writer
from alize_desktop.ui.meetings.agenda_words import agenda_entry, forecast_state
from alize_desktop.ui.meetings.questions import PickDialog, TextDialog
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.wording.labels import label
from tests.ui.meetings.test_life import answer, child, hold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
READY = {"place": "Dijon", "secretary": "Claire Roussel"}


def titles(desk, meeting):
    return [line.company for line in desk.detail(meeting).agenda]


def rows(shown):
    return [shown.item(row).toolTip() for row in range(shown.count())]


@pytest.fixture
def errors(monkeypatch):
    shown = []
    monkeypatch.setattr(writer, "show_error", lambda _parent, error, _log: shown.append(error.code))
    return shown


@pytest.fixture
def earlier(desk):
    """A meeting that was held: its minutes wait, and its dossier was deferred."""
    meeting = desk.prepare("2026-003", held_on=date(2026, 10, 20), **READY)
    hold(desk, meeting)
    return meeting


def test_proposals_say_why_and_are_added_by_one_key(desk, earlier):
    meeting = desk.prepare("2026-006", **READY)
    screen = desk.open_screen()
    proposals = child(screen, "proposals")
    told = rows(proposals)
    assert "procès-verbal à approuver" in told[0]
    assert "Ajourné le 20 octobre 2026" in told[1]
    candidates = rows(child(screen, "candidates"))
    assert not any("2026-003" in each for each in candidates)  # proposed already
    proposals.setFocus()
    proposals.setCurrentRow(0)
    QTest.keyClick(proposals, KEY.Key_Return)
    assert [line.kind for line in desk.detail(meeting).agenda] == [
        ItemKind.DOSSIER,
        ItemKind.MINUTES_APPROVAL,
    ]
    assert len(rows(proposals)) == 1
    assert "1 autre point" in child(screen, "agenda_totals").text()
    agenda = child(screen, "agenda")
    agenda.setCurrentRow(1)
    QTest.keyClick(agenda, KEY.Key_Up, ALT)
    assert desk.detail(meeting).agenda[0].kind is ItemKind.MINUTES_APPROVAL


def test_enter_adds_the_ringed_dossier_and_rings_the_next_one(desk):
    meeting = desk.prepare(**READY)
    screen = desk.open_screen()
    candidates = child(screen, "candidates")
    candidates.setFocus()
    candidates.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
    waiting = candidates.keys()
    QTest.keyClick(candidates, KEY.Key_Return)
    assert candidates.current_key() == waiting[1]
    assert candidates.selected_keys() == ()
    QTest.keyClick(candidates, KEY.Key_Return)
    assert len(titles(desk, meeting)) == 2
    agenda = child(screen, "agenda")
    agenda.setCurrentRow(1, QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(agenda, KEY.Key_Delete)
    assert agenda.currentRow() == 0
    QTest.keyClick(agenda, KEY.Key_Delete)
    assert titles(desk, meeting) == []
    QTest.keyClick(agenda, KEY.Key_Delete)
    assert agenda.current_key() is None


def test_the_page_that_is_gone_to_has_the_keyboard(qtbot, desk):
    desk.prepare(**READY)
    screen = desk.open_screen()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.pane.take_keyboard()
    for name in ("candidates", "answers", "meeting_roster"):
        QTest.keyClick(screen, KEY.Key_Tab, CTRL)
        assert child(screen, name).hasFocus(), name
    bar = screen.pane.tabs.bar
    bar.setFocus()
    QTest.keyClick(bar, KEY.Key_Left)
    assert bar.hasFocus()


def test_the_keyboard_stays_in_the_meeting_when_a_button_goes_with_its_step(qtbot, desk):
    desk.prepare("2026-006", **READY)
    screen = desk.open_screen()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.pane.show_tab("roster")
    convene = child(screen, "meeting_convene")
    convene.setFocus()
    QTest.keyClick(convene, KEY.Key_Space)
    answer(screen, "Convoquer")
    assert convene.isHidden()
    assert screen.window().focusWidget() is child(screen, "meeting_roster")


def test_an_empty_agenda_gives_the_keyboard_to_what_is_proposed(qtbot, desk, earlier):
    desk.prepare(**READY)
    screen = desk.open_screen()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.pane.take_keyboard()
    QTest.keyClick(screen, KEY.Key_Tab, CTRL)
    assert child(screen, "proposals").hasFocus()


def test_what_is_selected_on_both_sides_is_added_by_the_button(desk, earlier):
    meeting = desk.prepare(**READY)
    screen = desk.open_screen()
    child(screen, "proposals").item(1).setSelected(True)
    child(screen, "candidates").item(0).setSelected(True)
    child(screen, "agenda_add").click()
    assert len(titles(desk, meeting)) == 2


def test_a_point_of_information_is_titled_then_added(qtbot, desk):
    meeting = desk.prepare("2026-006")
    screen = desk.open_screen()
    QTest.keyClick(screen, KEY.Key_I, CTRL)
    dialog = screen.findChild(TextDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.text.edit, "Calendrier   2027")
    QTest.keyClick(dialog, KEY.Key_Return, CTRL)
    assert titles(desk, meeting)[1] == "Calendrier 2027"
    assert "Information" in rows(child(screen, "agenda"))[1]


def test_a_dossier_that_was_approved_comes_back_to_be_modified(qtbot, desk):
    before = desk.prepare("2026-006", held_on=date(2026, 10, 20), **READY)
    hold(desk, before, DecisionDraft(DecisionOutcome.APPROVED, days=2))
    meeting = desk.prepare("2026-003", **READY)
    screen = desk.open_screen()
    QTest.keyClick(screen, KEY.Key_M, CTRL)
    dialog = screen.findChild(PickDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.line, KEY.Key_Return)
    assert len(titles(desk, meeting)) == 2


def test_the_notice_freezes_the_order_and_says_so(desk):
    meeting = desk.convened("2026-006", "2026-003")
    screen = desk.open_screen()
    agenda = child(screen, "agenda")
    frozen = child(screen, "agenda_frozen")
    assert frozen.isVisible()
    assert "figé depuis la convocation du 2 novembre 2026" in frozen.text()
    assert not agenda.dragEnabled()
    agenda.setCurrentRow(1)
    before = titles(desk, meeting)
    QTest.keyClick(agenda, KEY.Key_Up, ALT)
    QTest.keyClick(agenda, KEY.Key_Delete)
    assert titles(desk, meeting) == before
    for name in ("agenda_remove", "agenda_up", "agenda_down"):
        assert not child(screen, name).isVisible()


def test_a_late_point_asks_for_the_consent_of_the_committee(desk):
    meeting = desk.convened("2026-006")
    screen = desk.open_screen()
    candidates = child(screen, "candidates")
    candidates.setFocus()
    candidates.setCurrentRow(0)
    QTest.keyClick(candidates, KEY.Key_Return)
    answer(screen, "Pas encore")
    assert len(desk.detail(meeting).agenda) == 1
    QTest.keyClick(candidates, KEY.Key_Return)
    answer(screen, "Il l’a accepté")
    line = desk.detail(meeting).agenda[-1]
    assert line.is_late
    assert line.position == 2
    assert "point tardif" in rows(child(screen, "agenda"))[1]


def test_rules_that_refuse_late_points_are_told(desk, errors):
    rules = CommitteeRules(late_items=LateItemRule.REFUSED)
    draft = RulesDraft("Règlement intérieur", date(2026, 1, 1), rules)
    desk.services.regulations.adopt(draft)
    desk.convened("2026-006")
    screen = desk.open_screen()
    assert "Règlement intérieur n°\u00a01" in child(screen, "meeting_about").text()
    candidates = child(screen, "candidates")
    candidates.setCurrentRow(0)
    QTest.keyClick(candidates, KEY.Key_Return)
    answer(screen, "Il l’a accepté")
    assert errors == [ErrorCode.LATE_ITEM_REFUSED]


def test_points_dropped_among_others_are_added_where_they_fall(qtbot, desk):
    meeting = desk.prepare("2026-006", "2026-003")
    screen = desk.open_screen()
    agenda, candidates = child(screen, "agenda"), child(screen, "candidates")
    moved = candidates.takeItem(0)
    agenda.insertItem(1, moved)
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.IgnoreAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    agenda.dropEvent(event)
    qtbot.waitUntil(lambda: len(desk.agenda(meeting)) == 3)
    order = desk.agenda(meeting)
    assert (order[0], order[2]) == ("2026-006", "2026-003")


def test_a_refusal_stops_what_was_to_be_added(desk, errors):
    meeting = desk.prepare()
    screen = desk.open_screen()
    detail = desk.detail(meeting)
    twice = ItemDraft(ItemKind.INFORMATION, "Calendrier")
    screen._agenda.add(detail, (twice, twice, ItemDraft(ItemKind.INFORMATION, "Bilan")))
    assert errors == [ErrorCode.ITEM_TWICE]
    assert titles(desk, meeting) == ["Calendrier"]
    other = desk.prepare("2026-013", held_on=date(2026, 9, 1))
    gone = desk.detail(other).agenda[0].dossier_id
    late = ItemDraft(ItemKind.DOSSIER, dossier_id=gone)
    screen._agenda.reorder(detail, (late,))
    assert errors == [ErrorCode.ITEM_TWICE, ErrorCode.DOSSIER_ON_OTHER_AGENDA]
    unknown = (detail.row.id, detail.row.id)
    screen._agenda.remove(unknown)
    assert len(errors) == 3


@pytest.mark.dressed
def test_each_point_tells_the_quorum_that_may_be_expected(desk):
    meeting = desk.convened("2026-006", "2026-003")
    for each in desk.seated()[:9]:
        desk.services.life.answer(meeting, each.id, AnswerKind.ATTENDS)
    screen = desk.open_screen()
    agenda = child(screen, "agenda")
    assert all("quorum prévu" in each for each in rows(agenda))
    agenda.setFocus()
    agenda.setCurrentRow(0)
    about = child(screen, "agenda_about")
    assert about.isVisible()
    assert about.text().startswith("Quorum prévu")
    screen.grab()


@pytest.mark.dressed
def test_a_closed_meeting_shows_the_outcome_of_each_dossier(desk, earlier):
    screen = desk.open_screen()
    assert "Ajourné" in rows(child(screen, "agenda"))[0]
    assert not child(screen, "candidates").isVisible()
    screen.grab()


def test_a_point_says_how_it_ended_and_who_stepped_aside(desk):
    meeting = desk.prepare("2026-006")
    line = desk.detail(meeting).agenda[0]
    ended = replace(line, dossier_id=None, kind=ItemKind.INFORMATION)
    ended = replace(ended, conclusion=ItemConclusion.NOTED)
    assert agenda_entry(ended, {}).state[0] == label(ItemConclusion.NOTED)
    told = replace(line, recused=("Mme Martin", "M. Weiss"), is_carried_over=True)
    detail = agenda_entry(told, {}).detail
    assert "déport\u00a0: Mme Martin et M. Weiss" in detail
    assert "reporté faute de quorum" in detail


@pytest.mark.dressed
@pytest.mark.parametrize(
    ("expected", "possible", "role"),
    [(9, 9, Role.GOOD), (7, 9, Role.WAITING), (5, 8, Role.BAD)],
)
def test_a_forecast_has_a_colour_and_a_shape(expected, possible, role):
    forecast = QuorumForecast(None, 9, expected, possible, expected >= 9, "")
    text, found, shape = forecast_state(forecast)
    assert text == f"quorum prévu {expected}/9"
    assert found is role
    assert shape.value
