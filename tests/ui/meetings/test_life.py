"""A meeting goes from its preparation to the approval of its minutes, one button at a time."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    DecisionOutcome,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
)
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.ui.meetings import deeds, writer
from alize_desktop.ui.meetings.questions import TextDialog
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.table_model import NOTE_ROLE

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
READY = {"place": "Dijon", "secretary": "Claire Roussel"}


def child(widget, name):
    found = widget.findChild(object, name)
    assert found is not None
    return found


def is_offered(screen, *names):
    buttons = ("convene", "approve", "minutes", "committee", "rehearse", "second", "reopen")
    shown = [each for each in buttons if child(screen, f"meeting_{each}").isVisible()]
    assert shown == list(names)


def question(screen):
    (box,) = [each for each in screen.findChildren(QMessageBox) if each.isVisible()]
    return box


def answer(screen, words):
    box = question(screen)
    told = f"{box.text()}\n{box.informativeText()}"
    next(each for each in box.buttons() if each.text() == words).click()
    QTest.qWait(1)
    return told


def state(desk, meeting):
    return desk.detail(meeting).row.state


@pytest.fixture
def errors(monkeypatch):
    shown = []
    monkeypatch.setattr(deeds, "show_error", lambda _parent, error, _log: shown.append(error.code))
    return shown


def hold(desk, meeting, draft=None):
    """Hold a meeting with one dossier, deferred unless another decision is given."""
    committee = desk.services.committee
    committee.open(meeting)
    committee.all_present(meeting)
    committee.establish_quorum(meeting)
    item = committee.state(meeting).agenda[0].id
    committee.begin_item(item)
    if draft is not None:
        desk.services.voting.open_ballot(item, BallotForm.CONSENSUS)
        desk.services.counted.no_objection(item)
        desk.services.voting.proclaim(item)
    deferred = DecisionDraft(DecisionOutcome.DEFERRED, grounds="bilan attendu")
    desk.services.decisions.record(item, draft or deferred)
    committee.close(meeting)


def without_quorum(desk, meeting):
    committee = desk.services.committee
    committee.open(meeting)
    for each in desk.seated():
        committee.record_attendance(meeting, each.id, AttendanceKind.ABSENT)
    desk.services.life.adjourn(meeting)


@pytest.mark.dressed
def test_each_state_offers_its_next_step_first(desk):
    meeting = desk.prepare("2026-006", **READY)
    screen = desk.open_screen()
    assert child(screen, "meeting_steps").accessibleName() == "Étape 1 sur 5\u00a0: Préparation"
    is_offered(screen, "convene", "committee", "rehearse")
    desk.services.life.convene(meeting)
    screen.refresh()
    assert child(screen, "meeting_steps").accessibleName() == "Étape 2 sur 5\u00a0: Convoquée"
    is_offered(screen, "committee", "rehearse")
    hold(desk, meeting)
    screen.refresh()
    assert child(screen, "meeting_steps").accessibleName() == "Étape 4 sur 5\u00a0: Levée"
    is_offered(screen, "approve", "minutes", "committee", "reopen")
    desk.services.life.approve(meeting)
    screen.refresh()
    assert "PV approuvé" in child(screen, "meeting_steps").accessibleName()
    is_offered(screen, "minutes", "committee")
    screen.grab()


def test_the_notice_tells_its_delay_before_it_is_sent(qtbot, desk):
    meeting = desk.prepare("2026-006", **READY)
    screen = desk.open_screen()
    QTest.keyClick(screen, KEY.Key_Return, CTRL)
    assert state(desk, meeting) is MeetingState.PREPARATION
    with qtbot.waitSignal(desk.bus.changed):
        told = answer(screen, "Convoquer")
    assert "23 novembre 2026" in told
    assert "21 jours avant la séance" in told
    assert state(desk, meeting) is MeetingState.CONVENED
    assert "prêt" in child(screen, "meeting_missing").text()


def test_a_notice_that_lacks_something_is_refused_with_its_sentence(desk, errors):
    meeting = desk.prepare("2026-006")
    screen = desk.open_screen()
    missing = child(screen, "meeting_missing").text().splitlines()
    assert len(missing) == 2
    child(screen, "meeting_convene").click()
    assert errors == [ErrorCode.PLACE_MISSING]
    assert state(desk, meeting) is MeetingState.PREPARATION


def test_a_notice_sent_late_asks_whether_it_is_urgent(desk, errors):
    meeting = desk.prepare("2026-006", held_on=date(2026, 11, 4), **READY)
    screen = desk.open_screen()
    assert "il en reste 2" in child(screen, "meeting_missing").text()
    child(screen, "meeting_convene").click()
    answer(screen, "Annuler")
    assert state(desk, meeting) is MeetingState.PREPARATION
    child(screen, "meeting_convene").click()
    told = answer(screen, "Convoquer en urgence")
    assert "il en reste 2" in told
    assert state(desk, meeting) is MeetingState.CONVENED
    assert errors == []


def test_a_meeting_in_preparation_is_erased_once_the_user_agreed(desk):
    desk.prepare("2026-006")
    kept = desk.prepare("2026-003", held_on=date(2026, 10, 1))
    screen = desk.open_screen()
    child(screen, "meeting_delete").click()
    assert "dossiers redeviennent disponibles" in answer(screen, "Supprimer")
    assert [row.id for row in desk.services.meetings.rows()] == [kept]
    assert screen.pane.meeting_id == kept


def test_a_closed_meeting_is_opened_again_with_a_reason(qtbot, desk):
    meeting = desk.prepare("2026-006", **READY)
    hold(desk, meeting)
    screen = desk.open_screen()
    child(screen, "meeting_reopen").click()
    dialog = screen.findChild(TextDialog)
    dialog.confirm.click()
    assert dialog.text.error()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.text.edit, "vote mal lu")
    QTest.keyClick(dialog, KEY.Key_Return, CTRL)
    assert state(desk, meeting) is MeetingState.OPEN
    assert child(screen, "meeting_committee").label() == "Reprendre la séance"
    screen.pane.show_tab("fields")
    assert "(vote mal lu)" in child(screen, "meeting_history").text()


def test_minutes_are_approved_once_the_user_agreed(desk):
    meeting = desk.prepare("2026-006", **READY)
    hold(desk, meeting)
    screen = desk.open_screen()
    child(screen, "meeting_approve").click()
    answer(screen, "Annuler")
    assert state(desk, meeting) is MeetingState.CLOSED
    child(screen, "meeting_approve").click()
    assert "ne se rouvre plus" in answer(screen, "Approuver")
    assert state(desk, meeting) is MeetingState.APPROVED


def test_a_meeting_without_quorum_is_called_again_on_the_first_day_allowed(qtbot, desk):
    meeting = desk.prepare("2026-006", "2026-003", **READY)
    without_quorum(desk, meeting)
    screen = desk.open_screen()
    is_offered(screen, "approve", "minutes", "committee", "second", "reopen")
    with qtbot.waitSignal(desk.bus.changed):
        child(screen, "meeting_second").click()
    detail = desk.detail(screen.pane.meeting_id)
    assert detail.row.draft.second_notice_of == meeting
    assert detail.row.draft.held_on == date(2026, 11, 29)
    assert [line.is_carried_over for line in detail.agenda] == [True, True]
    assert "restée sans quorum" in child(screen, "meeting_second_notice").text()


def test_a_second_meeting_that_is_refused_is_told(desk, errors, monkeypatch):
    meeting = desk.prepare("2026-006", **READY)
    hold(desk, meeting)
    screen = desk.open_screen()
    screen._deeds.call_again(desk.detail(meeting))
    assert errors == [ErrorCode.SECOND_NOTICE_NOT_POSSIBLE]


def test_the_rehearsal_is_asked_of_the_window(qtbot, desk):
    meeting = desk.prepare("2026-006")
    screen = desk.open_screen()
    with qtbot.waitSignal(screen.rehearsal_asked) as asked:
        QTest.keyClick(screen, KEY.Key_R, CTRL)
    assert asked.args == [meeting]


def test_a_consultation_has_a_last_day_instead_of_a_place(desk):
    meeting = desk.prepare()
    screen = desk.open_screen()
    screen.pane.show_tab("fields")
    assert child(screen, "meeting_place").isVisible()
    box = child(screen, "meeting_kind")
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down)
    draft = desk.detail(meeting).row.draft
    assert draft.kind is MeetingKind.WRITTEN
    assert draft.replies_by == draft.held_on
    assert not child(screen, "meeting_place").isVisible()
    last_day = child(screen, "meeting_replies_by")
    last_day.setFocus()
    last_day.selectAll()
    QTest.keyClicks(last_day, "27/11/2026")
    QTest.keyClick(last_day, KEY.Key_Return)
    assert desk.detail(meeting).row.draft.replies_by == date(2026, 11, 27)
    screen.pane.show_tab("answers")
    assert child(screen, "meeting_convene").label() == "Envoyer…"
    assert "par écrit" in screen.list.table.model().index(0, 0).data(NOTE_ROLE)
    assert child(screen, "answers_why").isVisible()


def test_a_consultation_is_sent_with_the_last_day_of_the_replies(desk):
    written = {"kind": MeetingKind.WRITTEN, "replies_by": date(2026, 11, 27)}
    meeting = desk.prepare("2026-006", **READY, **written)
    screen = desk.open_screen()
    child(screen, "meeting_convene").click()
    told = answer(screen, "Envoyer")
    assert "consultation écrite du 23 novembre 2026" in told
    assert "jusqu’au 27 novembre 2026" in told
    assert state(desk, meeting) is MeetingState.CONVENED


def test_once_convened_the_kind_is_fixed_and_the_day_may_only_be_put_back(desk, monkeypatch):
    shown = []
    monkeypatch.setattr(writer, "show_error", lambda _parent, error, _log: shown.append(error.code))
    meeting = desk.convened("2026-006")
    screen = desk.open_screen()
    screen.pane.show_tab("fields")
    assert not child(screen, "meeting_kind").isEnabled()
    day = child(screen, "meeting_date")
    for typed in ("20/11/2026", "30/11/2026"):
        day.setFocus()
        day.selectAll()
        QTest.keyClicks(day, typed)
        QTest.keyClick(day, KEY.Key_Return)
    assert shown == [ErrorCode.DATE_NOTIFIED]
    assert desk.detail(meeting).row.draft.held_on == date(2026, 11, 30)


def test_a_suspension_is_told_with_its_hour(desk):
    meeting = desk.convened("2026-006")
    desk.services.committee.open(meeting)
    desk.services.life.suspend(meeting, time(23, 30), "panne")
    screen = desk.open_screen()
    screen.pane.show_tab("fields")
    told = child(screen, "meeting_history").text().splitlines()
    assert len(told) == 3
    assert "séance suspendue jusqu’à 23\u00a0h\u00a030 (panne)" in told[-1]
    kinds = [each.kind for each in desk.detail(meeting).events]
    assert kinds[-1] is MeetingEventKind.SUSPENDED


@pytest.mark.dressed
def test_every_step_is_painted_in_both_themes(desk, theme):
    desk.convened("2026-006")
    screen = desk.open_screen()
    steps = child(screen, "meeting_steps")
    pictures = set()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        for each in MeetingState:
            steps.show_state(each)
            pictures.add(bytes(steps.grab().toImage().constBits()))
    assert len(pictures) == 2 * len(MeetingState)
