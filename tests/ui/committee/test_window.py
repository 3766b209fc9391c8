"""Whole stories through the real window and the real services, by keys alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    DecisionOutcome,
    ItemStep,
    MeetingKind,
    MeetingState,
    VoteChoice,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.values import Money
from alize_desktop.ui.committee import window as window_module
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.dossiers.columns import dossier_columns
from alize_desktop.ui.meetings.agenda_words import agenda_entry
from alize_desktop.ui.theme.theme import Scheme

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SEND = (KEY.Key_Return, CTRL)


@pytest.fixture
def errors(monkeypatch):
    shown = []

    def show(_parent, error, _log):
        shown.append(error)

    monkeypatch.setattr(window_module, "show_error", show)
    return shown


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def to_first_dossier(window, press):
    press(window, " ", "t", " ", " ", " ")
    assert window.step is Step.PRESENTATION


def test_a_meeting_is_held_by_keys_alone(qtbot, room, press, errors):
    window = room.open_window()
    assert plain(window.next_label) == "Ouvrir la séance"
    press(window, " ")
    assert plain(window.next_label) == "Clore l’appel : 17 membres à appeler"
    press(window, "p", "r", "leveque d", KEY.Key_Return, "1", "e", "t", " ")
    assert room.state().present == 15
    assert room.state().represented == 1
    assert (window.step, window.next_label) == (Step.QUORUM, "Constater le quorum")
    press(window, " ")
    assert window.step is Step.BETWEEN

    press(window, " ", " ")
    assert window.step is Step.RECUSALS
    press(window, "d", "12", KEY.Key_Return, "parente", KEY.Key_Return)
    assert room.state().current.line.recused == ("Inès Martin L.",)
    assert plain(window.next_label) == "Passer à la délibération"
    press(window, " ", " ", "5", "c", "6", "a", "t")
    assert window.next_label == "Clore le vote"
    press(window, KEY.Key_Return)
    assert window.step is Step.RESULT
    press(window, " ")
    sentence = plain(room.state().current.ballot.sentence)
    assert sentence.startswith("13 pour, 1 contre, 1 abstention")
    press(window, " ", "m")
    window.focusWidget().selectAll()
    press(window, "4000", SEND)
    assert window.step is Step.BETWEEN
    settled = room.state().agenda[0]
    assert settled.outcome is DecisionOutcome.APPROVED_REDUCED
    assert plain(agenda_entry(settled, {}).figures).startswith("4 000 €")
    row = next(r for r in room.services.finder.search(DossierQuery()).rows if r.outcome)
    cells = {each.key: each for each in dossier_columns()}
    assert plain(cells["amount"].text(row)) == "4 000 €"
    assert plain(cells["amount"].note(row)) == "demandé 5 000 €"
    assert cells["days"].text(row) == str(settled.granted_days)

    press(window, " ", " ")
    while window.next_label != "Passer à la délibération":
        press(window, "o")
    press(window, " ", " ", "t", " ", " ", " ", " ")
    assert room.state().agenda[1].outcome is DecisionOutcome.APPROVED
    press(window, " ", "j", "bilan attendu", SEND)
    assert room.state().agenda[2].outcome is DecisionOutcome.DEFERRED
    assert window.next_label == "Passer à la levée de la séance"
    press(window, " ", " ")
    assert window.step is Step.CLOSED
    assert room.state().row.state is MeetingState.CLOSED
    with qtbot.waitSignal(window.minutes_requested) as asked:
        press(window, " ")
    assert asked.args == [room.meeting]
    assert errors == []


def reopened(room):
    """Return the step and the label of a window opened by another start."""
    again = room.open_window()
    found = again.step, again.next_label
    again.close()
    return found


def test_a_window_reopened_is_at_the_same_step(room, press):
    window = room.open_window()
    press(window, " ", "p", "p")
    assert reopened(room) == (window.step, window.next_label)
    press(window, "t", " ", " ", " ")
    assert reopened(room)[0] is Step.PRESENTATION
    for step in (Step.RECUSALS, Step.DELIBERATION):
        press(window, " ")
        assert reopened(room)[0] is step
    press(window, " ", "p", "c")
    assert reopened(room) == (Step.BALLOT, window.next_label)
    press(window, KEY.Key_Backspace)
    assert reopened(room) == (Step.RECUSALS, "Reprendre le vote")
    press(window, " ")
    votes = [tile.choice for tile in room.state().current.tiles][:2]
    assert votes == [VoteChoice.FOR, VoteChoice.AGAINST]
    press(window, "t", " ", " ")
    assert reopened(room)[1] == "Passer à la décision"
    press(window, "x")
    assert reopened(room)[0] is Step.CORRECTION
    press(window, KEY.Key_Escape, KEY.Key_Backspace, " ")
    assert reopened(room)[0] is Step.DECISION


def test_the_status_line_follows_the_file(room, press):
    window = room.open_window()

    def status(name):
        return plain(window.findChild(object, f"status_{name}").text())

    assert status("quorum") == "Quorum 0 < 9 ✖"
    press(window, " ", "t", " ")
    assert status("present") == "Présents 17"
    assert status("quorum") == "Quorum 17 ≥ 9 ✔"
    assert status("left").startswith("Enveloppe 120 000 € / ")
    press(window, " ", " ", " ", "d", "12", KEY.Key_Return, "parente", KEY.Key_Return)
    assert (status("recused"), status("voices")) == ("Déports 1", "Voix 16")


def test_one_goes_back_until_something_is_recorded(room, press):
    window = room.open_window()
    press(window, " ", "t", " ", KEY.Key_Backspace)
    assert window.step is Step.ROLL_CALL
    press(window, " ", " ", " ", " ", KEY.Key_Backspace)
    assert window.step is Step.PRESENTATION
    press(window, "j", KEY.Key_Escape, KEY.Key_Backspace)
    assert window.step is Step.PRESENTATION
    press(window, KEY.Key_Backspace)  # what was only presented goes back to wait
    assert window.step is Step.BETWEEN
    assert room.state().agenda[0].step is ItemStep.PENDING


def test_what_was_announced_is_confirmed_by_one_key(room, press):
    room.services.life.convene(room.meeting, urgent=True)
    members = {each.member.seat: each.member.id for each in room.state().attendance}
    answers = (
        (1, AnswerKind.ATTENDS, None),
        (2, AnswerKind.PROXY, 4),
        (3, AnswerKind.EXCUSED, None),
    )
    for seat, kind, holder in answers:
        room.services.life.answer(room.meeting, members[seat], kind, members.get(holder))
    window = room.open_window()
    press(window, " ")
    key = window.findChild(object, "attendance_announced")
    told = []
    for _seat in range(3):
        told.append(plain(key.label()))
        press(window, "o")
    assert told[0].startswith("Comme annoncé : présent")
    assert told[1].startswith("Comme annoncé : pouvoir à M")
    assert told[2].startswith("Comme annoncé : excusé")
    called = {each.member.seat: each for each in room.state().attendance}
    kinds = (AttendanceKind.PRESENT, AttendanceKind.REPRESENTED, AttendanceKind.EXCUSED)
    assert tuple(called[seat].kind for seat in (1, 2, 3)) == kinds
    assert called[2].holder_id == members[4]
    assert key.isHidden()  # the next one answered nothing
    press(window, "o")
    assert room.state().attendance[3].kind is None


def test_who_announced_otherwise_is_told_before_everybody_is_present(room, press):
    room.services.life.convene(room.meeting, urgent=True)
    third = room.state().attendance[2].member
    room.services.life.answer(room.meeting, third.id, AnswerKind.EXCUSED)
    window = room.open_window()
    press(window, " ", "t")
    told = plain(window.findChild(object, "except_otherwise").text())
    assert told.startswith("Ont annoncé autre chose : 3 M")


def test_the_roll_is_taken_again_between_two_points(room, press):
    window = room.open_window()
    press(window, " ", "t", " ", " ", "a")
    assert window.step is Step.ROLL_CALL
    press(window, "9", "a", " ")
    assert window.step is Step.BETWEEN
    assert room.state().present == 16


def test_a_refused_action_is_told_with_its_rule(room, press, errors):
    window = room.open_window()
    press(window, " ", "9", "a", "5", "r", "9", KEY.Key_Return, "1")  # an absent holder
    assert [error.code for error in errors] == [ErrorCode.PROXY_HOLDER_ABSENT]
    assert window.step is Step.ROLL_CALL
    press(window, "p", "5", "e")
    assert room.state().represented == 0


def test_a_vote_for_a_recused_member_is_refused(room, press, errors):
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, " ", "d", "12", KEY.Key_Return, "parente", KEY.Key_Return)
    press(window, " ", " ", "12", "p")
    assert [error.code for error in errors] == [ErrorCode.MEMBER_RECUSED]
    assert window.step is Step.BALLOT


def test_typing_keeps_the_keys_quiet(room, press):
    window = room.open_window()
    pill = window.findChild(object, "keys_pill")
    press(window, " ")
    assert pill.text() == "touches actives"
    press(window, "r")
    assert pill.text() == "saisie"
    press(window, "p", " ", KEY.Key_Backspace, "t")
    assert room.state().present == 0
    press(window, KEY.Key_Escape)
    assert pill.text() == "touches actives"


def test_a_key_held_down_acts_once(qtbot, room, press):
    window = room.open_window()
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        KEY.Key_Space,
        Qt.KeyboardModifier.NoModifier,
        " ",
        True,
    )
    window.keyPressEvent(held)
    assert window.step is Step.OPENING


def test_another_screen_that_changes_the_meeting_is_followed(qtbot, room, press):
    window = room.open_window()
    press(window, " ", "p")
    room.services.committee.all_present(room.meeting)
    assert "16 membres" in plain(window.next_label)
    room.bus.changed.emit(Changes(dossiers=frozenset({room.meeting})), None)
    assert "16 membres" in plain(window.next_label)
    room.bus.changed.emit(Changes(meetings=frozenset({room.meeting})), None)
    assert "vérifier le quorum" in window.next_label


def test_what_is_written_is_said_to_the_other_screens(qtbot, room, press):
    window = room.open_window()
    with qtbot.waitSignal(room.bus.changed) as told:
        press(window, " ")
    assert told.args[0].meetings == {room.meeting}
    assert told.args[1] is window


def test_a_click_on_the_agenda_takes_another_dossier_first(qtbot, room, press):
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    qtbot.mouseClick(window.findChild(object, "stop_3"), Qt.MouseButton.LeftButton)
    press(window, " ")
    assert room.state().current.line.position == 3
    qtbot.mouseClick(window.findChild(object, "stop_1"), Qt.MouseButton.LeftButton)
    assert room.state().current.line.position == 3


def test_the_large_button_is_a_button_too(qtbot, room):
    window = room.open_window()
    qtbot.mouseClick(window.findChild(object, "next_step"), Qt.MouseButton.LeftButton)
    assert window.step is Step.ROLL_CALL
    qtbot.mouseClick(window.findChild(object, "attendance_all"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.findChild(object, "next_step"), Qt.MouseButton.LeftButton)
    assert room.state().present == 17


def test_help_shows_the_keys_of_the_step(room, press):
    window = room.open_window()
    press(window, "?")
    assert window.findChild(object, "keys_help").isVisible()


def test_closing_the_window_too_early_says_that_nothing_is_lost(qtbot, room, press):
    window = room.open_window()
    press(window, " ")
    with qtbot.waitSignal(window.said) as said:
        window.close()
    assert "rien n’est perdu" in said.args[0]


def test_a_recused_chair_is_not_shown_as_presiding_the_dossier(room, press):
    window = room.open_window()
    place = window.findChild(object, "meeting_place")
    assert place.text() == "Dijon"
    to_first_dossier(window, press)
    chair = room.state().presiding
    assert place.text() == f"Dijon · sous la présidence de {full_name(chair)}"
    press(window, " ", "d", str(chair.seat), KEY.Key_Return, "parente", KEY.Key_Return)
    instead = room.state().presiding
    assert instead != chair
    assert place.text() == f"Dijon · sous la présidence de {full_name(instead)}"


def to_decision(window, press):
    to_first_dossier(window, press)
    press(window, " ", " ", " ", "t", " ", " ", " ")
    assert window.step is Step.DECISION


def type_amount(window, press, text):
    press(window, "m")
    window.focusWidget().selectAll()
    press(window, text)


def amount_typed(window):
    return plain(window.findChild(object, "decided_amount").text())


def question(window):
    boxes = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    return boxes[0] if boxes else None


def answer(window, text):
    next(each for each in question(window).buttons() if each.text() == text).click()


def leave_by_f6(window, press, number):
    """Record by F6 that a member leaves."""
    press(window, KEY.Key_F6)
    press(window.findChild(QDialog, "movements_dialog"), number, KEY.Key_Return, KEY.Key_Return)


def test_a_decision_being_typed_waits_for_a_departure(room, press):
    window = room.open_window()
    to_decision(window, press)
    type_amount(window, press, "4000")
    press(window, KEY.Key_Escape, "i", "accord de la banque")
    leave_by_f6(window, press, "9")
    assert room.state().present == 16
    assert window.step is Step.DECISION
    assert amount_typed(window) == "4 000"
    window.activateWindow()
    press(window, SEND)
    line = room.state().agenda[0]
    decision = room.services.dossiers.detail(line.dossier_id).decision
    assert decision.draft.amount == Money(4_000_00)
    assert [each.text for each in decision.draft.conditions] == ["accord de la banque"]


def test_a_refused_amount_waits_for_a_departure_too(room, press):
    window = room.open_window()
    to_decision(window, press)
    type_amount(window, press, "quatre")
    press(window, KEY.Key_Escape)
    leave_by_f6(window, press, "9")
    assert amount_typed(window) == "quatre"


def test_what_was_not_touched_follows_the_file(room, press):
    window = room.open_window()
    to_decision(window, press)
    proposed = amount_typed(window)
    leave_by_f6(window, press, "9")
    assert (window.step, amount_typed(window)) == (Step.DECISION, proposed)
    assert window.close()


def test_the_grounds_typed_on_a_dossier_come_back_with_it(room, press):
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, "j", "bilan attendu", KEY.Key_Escape, KEY.Key_Backspace)
    first, second = (line.id for line in room.state().agenda[:2])
    room.services.committee.begin_item(second)
    room.bus.changed.emit(Changes(meetings=frozenset({room.meeting})), None)
    press(window, "j")
    grounds = window.findChild(object, "decision_grounds")
    assert grounds.toPlainText() == ""
    assert not window.close()
    answer(window, "Garder la fenêtre ouverte")
    press(window, KEY.Key_Escape, KEY.Key_Backspace)
    room.services.committee.begin_item(first)
    room.bus.changed.emit(Changes(meetings=frozenset({room.meeting})), None)
    press(window, "j")
    assert grounds.toPlainText() == "bilan attendu"


def test_the_letters_of_a_deferral_are_typed_in_its_grounds(room, press):
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, "j", "bilan")  # B would blacken the room, I let the applicant in
    assert not window.room.controls.is_black
    assert window.findChild(object, "decision_grounds").toPlainText() == "bilan"
    assert plain(window.next_label) == "Enregistrer l’ajournement"
    assert window.body.next.accessibleDescription() == "Ctrl+Entrée"
    press(window, KEY.Key_Escape)
    assert window.body.next.accessibleDescription() == "Espace"


def test_a_draft_written_before_the_ballot_is_not_the_decision_after_it(room, press):
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, "j", "bilan attendu", KEY.Key_Escape, KEY.Key_Backspace)
    press(window, " ", " ", " ", "t", " ", " ", " ")
    assert window.next_label == "Enregistrer l’agrément"
    assert window.findChild(object, "decision_grounds").toPlainText() == ""
    assert window.close()


def test_closing_on_a_decision_being_typed_asks_once(qtbot, room, press):
    window = room.open_window()
    to_decision(window, press)
    type_amount(window, press, "4000")
    assert not window.close()
    assert not window.close()
    assert len([each for each in window.findChildren(QMessageBox) if each.isVisible()]) == 1
    answer(window, "Garder la fenêtre ouverte")
    assert window.isVisible()
    assert amount_typed(window) == "4000"
    assert not window.close()
    with qtbot.waitSignal(window.said):
        answer(window, "Fermer sans enregistrer la décision")
    assert not window.isVisible()


def test_a_recorded_decision_is_not_asked_about(room, press):
    window = room.open_window()
    to_decision(window, press)
    type_amount(window, press, "4000")
    press(window, SEND)
    assert window.step is Step.BETWEEN
    assert window.close()


def test_dossiers_left_are_reached_from_the_closing(room, press):
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    pane = window.centralWidget().findChild(object, "BetweenStep")
    pane.closing_asked.emit()
    assert plain(window.next_label) == "Lever la séance : 3 points à régler"
    press(window, "2")
    assert room.state().current.line.position == 2
    assert window.step is Step.PRESENTATION


def test_a_tie_is_decided_by_the_presiding_member(room, press):
    window = room.open_window()
    press(window, " ", "17", "e", "t", " ", " ", " ", " ", " ", " ")
    for number in range(1, 9):
        press(window, str(number), "c")
    press(window, "t", " ")
    assert window.step is Step.RESULT
    ballot = room.state().current.ballot
    if ballot.result.casting_vote_open:
        press(window, "p")
    press(window, " ")
    assert window.next_label == "Passer à la décision"


def test_an_amount_is_decided_with_its_days(room, press):
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, " ", " ", " ", "t", " ", " ", " ", "m")
    window.focusWidget().selectAll()
    press(window, "5000", KEY.Key_Escape, "d")
    window.focusWidget().selectAll()
    press(window, "6", SEND)
    dossier = room.state().agenda[0].dossier_id
    decision = room.services.dossiers.detail(dossier).decision
    assert (decision.draft.amount, decision.draft.days) == (Money(5_000_00), 6)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_every_step_is_shown_whole(room, press, theme, picture, scheme, size):
    theme.set_scheme(scheme)
    window = room.open_window(*size)
    name = f"{scheme}-{size[0]}"
    picture(window, f"committee-1-opening-{name}")
    press(window, " ", "p", "r", "leveque d", KEY.Key_Return, "1", "e")
    picture(window, f"committee-2-roll-call-{name}")
    press(window, "t", " ")
    picture(window, f"committee-3-quorum-{name}")
    press(window, " ", " ")
    picture(window, f"committee-4-presentation-{name}")
    press(window, " ", "d", "12", KEY.Key_Return, "parente", KEY.Key_Return)
    picture(window, f"committee-5-recusals-{name}")
    press(window, " ")
    picture(window, f"committee-5-deliberation-{name}")
    press(window, " ", "p", "p", "c", "a", "p")
    picture(window, f"committee-6-ballot-{name}")
    grid = window.findChild(object, "BallotStep").grid
    assert grid.height() <= grid.parentWidget().height()
    assert all(grid.rect().contains(tile.geometry()) for tile in grid.tiles())
    press(window, "t", " ", " ")
    picture(window, f"committee-7-result-{name}")
    press(window, " ")
    picture(window, f"committee-8-decision-{name}")
    press(window, " ")
    picture(window, f"committee-9-between-{name}")
    assert window.step is Step.BETWEEN


@pytest.mark.parametrize("percent", [90, 130])
def test_another_text_size_keeps_every_tile_in_sight(room, press, theme, percent):
    theme.set_text_scale(percent)
    window = room.open_window()
    to_first_dossier(window, press)
    press(window, " ", " ", " ")
    grid = window.findChild(object, "BallotStep").grid
    assert len(grid.tiles()) == 17
    assert all(grid.rect().contains(tile.geometry()) for tile in grid.tiles())
    assert window.width() == 1366


def test_panes_are_built_while_nobody_types(qtbot, room):
    window = room.open_window()
    qtbot.waitUntil(lambda: not window._idle.isActive(), timeout=8000)
    assert window.step is Step.OPENING


def test_a_written_consultation_has_its_own_words(room, press):
    draft = room.state().row.draft
    written = replace(draft, kind=MeetingKind.WRITTEN, replies_by=draft.held_on, place="")
    room.services.meetings.save(room.meeting, written)
    window = room.open_window()
    said = []

    def listen():
        labels = (each for each in window.findChildren(QLabel) if each.isVisible())
        buttons = (each for each in window.findChildren(QPushButton) if each.isVisible())
        said.extend(each.text() for each in (*labels, *buttons))
        said.append(window.next_label)

    assert plain(window.next_label) == "Ouvrir le dépouillement"
    listen()
    press(window, " ")
    listen()
    assert "A répondu" in said
    assert "Sans réponse" in said
    press(window, "p", "a", "t")
    listen()
    assert "Les 15 autres ont répondu, sauf les numéros" in said
    press(window, KEY.Key_Return)
    assert plain(window.findChild(QLabel, "status_present").text()) == "Réponses 16"
    press(window, " ")
    while not window.next_label.startswith("Passer à la clôture"):
        press(window, KEY.Key_Escape, " ")
        listen()
        if window.step is Step.BALLOT:
            press(window, "t")
        if window.step is Step.RECUSALS:
            press(window, *["n"] * 4)
    press(window, " ")
    assert window.next_label == "Clore la consultation"
    listen()
    press(window, " ")
    assert window.step is Step.CLOSED
    listen()
    assert "Consultation close" in said
    words = " ".join(said)
    for each in (
        "Lever la séance",
        "levée",
        "Présent ",
        "Représenté",
        "À distance",
        "Tous présents",
        "Clore l’appel",
    ):
        assert each not in words, each
