"""A contested meeting held in the real window, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    ConditionKind,
    DecisionOutcome,
    DossierState,
    ItemConclusion,
    ItemKind,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.values import Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.committee import window as window_module
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.plan import Step

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SEND = (KEY.Key_Return, CTRL)
ENTER = KEY.Key_Return
BACK = KEY.Key_Backspace


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def errors(monkeypatch):
    shown = []
    monkeypatch.setattr(window_module, "show_error", lambda _p, error, _log: shown.append(error))
    return shown


@pytest.fixture
def window(room, press):
    """The window of a meeting whose seventeen members are all there."""
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    assert window.step is Step.BETWEEN
    return window


def shown(window, name):
    """Return the words of a widget of the step shown; other steps are built ahead."""
    found = [each for each in window.findChildren(QWidget, name) if each.isVisible()]
    return plain(found[0].text())


def to_deliberation(window, press):
    """Present the next dossier and set its suggested recusals aside."""
    press(window, " ", " ")
    while "répondre" in window.next_label:
        press(window, "n")
    press(window, " ")
    assert window.step is Step.DELIBERATION


def move(window, press, *keys):
    """Record a movement with F6, and come back to the window."""
    press(window, KEY.Key_F6)
    press(window.findChild(QDialog, "movements_dialog"), *keys)
    window.activateWindow()


def current(room):
    return room.state().current


# the four forms


def test_a_consensus_takes_eight_keys_from_the_next_dossier_to_its_decision(
    room, window, press, errors
):
    press(window, " ", " ", " ", "4", "o", " ", " ", " ")
    line = room.state().agenda[0]
    assert line.outcome is DecisionOutcome.APPROVED
    assert window.step is Step.BETWEEN
    assert errors == []


def test_an_objection_leaves_the_consensus_for_another_form(room, window, press):
    to_deliberation(window, press)
    press(window, "4")
    assert current(room).ballot.form is BallotForm.CONSENSUS
    press(window, " ")  # the usual key does not say silence
    assert window.step is Step.BALLOT
    press(window, "n")
    assert window.step is Step.DELIBERATION
    assert current(room).ballot is None
    press(window, "2")
    assert current(room).ballot.form is BallotForm.HANDS


def test_hands_are_counted_against_then_abstentions_then_for(room, window, press, errors, picture):
    to_deliberation(window, press)
    press(window, "2")
    press(window, "3", KEY.Key_Tab, KEY.Key_Up, KEY.Key_Up, KEY.Key_Down, ENTER, "19")
    assert shown(window, "counts_sum") == ("Voix comptées : 23 ; voix des votants : 17. Recomptez.")
    assert plain(window.next_label) == ("Clore le vote : les voix comptées ne s’accordent pas")
    press(window, " ")
    assert window.step is Step.BALLOT
    press(window, "t")
    assert shown(window, "counts_sum") == "17 voix comptées sur 17"
    picture(window, "committee-hands")
    press(window, " ")
    assert window.step is Step.RESULT
    counts = current(room).ballot.result.counts
    assert (counts.votes_for, counts.votes_against, counts.abstentions) == (13, 3, 1)
    assert errors == []


def test_what_is_certain_is_said_while_hands_are_counted(window, press):
    to_deliberation(window, press)
    press(window, "2", "9")
    assert shown(window, "live_sentence") == "Ne peut plus être atteint."
    press(window, KEY.Key_Down, KEY.Key_Down, ENTER, ENTER, "9")
    assert shown(window, "live_sentence") == "Acquis : au plus 8 voix contre."
    press(window, "7")  # the figure goes on: 97 voices are too many
    assert shown(window, "live_sentence") == ""


def test_a_secret_ballot_has_a_protocol_and_no_names(room, window, press, errors, picture):
    to_deliberation(window, press)
    press(window, "3", "s", "lev", ENTER, "9", ENTER)
    names = shown(window, "scrutineers")
    assert names.startswith("Scrutateurs : ")
    assert plain(window.next_label) == "Clore le vote : les bulletins sont à compter"
    press(window, KEY.Key_Backspace, "20")
    assert shown(window, "counts_sum") == "20 bulletins dans l’urne pour 17 votants. Recomptez."
    assert plain(window.next_label) == "Clore le vote : les bulletins ne s’accordent pas"
    press(window, KEY.Key_Backspace)
    assert shown(window, "counts_sum") == "2 bulletins dans l’urne pour 17 voix"
    press(window, KEY.Key_Backspace, KEY.Key_Backspace)
    assert window.step is Step.BALLOT, "an empty figure has nothing to erase, and nothing moves"
    press(window, "17", ENTER, "9", ENTER, "5", ENTER, "2", ENTER)
    assert plain(window.next_label) == "Clore le vote : tous les bulletins ne sont pas lus"
    press(window, "2")
    assert shown(window, "counts_sum") == ("Voix comptées : 18 ; voix des votants : 17. Recomptez.")
    press(window, KEY.Key_Down, KEY.Key_Down)
    assert shown(window, "counts_sum") == (
        "17 bulletins dans l’urne, mais 16 bulletins lus. Recomptez."
    )
    press(window, KEY.Key_Up)
    picture(window, "committee-secret")
    press(window, " ")
    assert window.step is Step.RESULT
    ballot = current(room).ballot
    assert (ballot.protocol.found, ballot.protocol.blank, ballot.protocol.void) == (17, 2, 1)
    assert all(tile.choice is None for tile in current(room).tiles)
    press(window, " ")
    picture(window, "committee-secret-result")
    press(window, " ", " ")
    assert room.state().agenda[0].outcome is DecisionOutcome.APPROVED
    assert errors == []


def test_a_secret_ballot_waits_for_its_scrutineers(window, press):
    to_deliberation(window, press)
    press(window, "3", "2", ENTER, "2", ENTER, "0", ENTER, "0", ENTER, "0")
    assert plain(window.next_label) == "Clore le vote : deux scrutateurs sont à désigner"
    press(window, "s", "lev", KEY.Key_Escape)
    assert shown(window, "scrutineers") == "Deux scrutateurs sont à désigner."


def test_a_missing_written_proxy_leads_to_who_gave_it(room, press, errors):
    window = room.open_window()
    press(window, " ", "5", "r", "7", ENTER, ENTER, "t", " ", " ")
    pane = window.findChild(QWidget, "BetweenStep")
    pane.closing_asked.emit()
    giver = next(each.member for each in room.state().attendance if each.member.seat == 5)
    checks = room.services.life.checks(room.meeting)
    shown_first = sorted(checks, key=lambda each: not each.is_blocking)
    place = 1 + [each.member_id for each in shown_first].index(giver.id)
    press(window, str(place))
    assert window.step is Step.ROLL_CALL
    assert shown(window, "called_name") == plain(full_name(giver))
    assert errors == []


# a contested dossier


def test_a_tie_is_decided_by_who_presides_and_a_proxy_may_differ(room, press, errors, picture):
    window = room.open_window()
    press(window, " ", "3", "r", "4", ENTER, "1", "17", "e", "t", " ", " ")
    state = room.state()
    assert (state.present, state.represented) == (15, 1)
    to_deliberation(window, press)
    press(window, " ", "t", "4", "r", "c")  # the holder is for, the giver against
    tiles = {tile.member.seat: tile for tile in current(room).tiles}
    assert (tiles[4].choice, tiles[3].choice) == (VoteChoice.FOR, VoteChoice.AGAINST)
    assert tiles[3].holder_id == tiles[4].member.id
    chair = state.presiding.seat
    others = [seat for seat in range(1, 17) if seat not in (3, 4, chair)]
    press(window, str(chair), "a", str(others[0]), "a")
    for seat in others[1:7]:
        press(window, str(seat), "c")
    picture(window, "committee-proxy")
    press(window, " ")
    assert counts(room) == Counts(7, 7, 2)
    assert current(room).ballot.result.casting_vote_open
    assert plain(window.next_label) == "Proclamer : la voix prépondérante est attendue"
    asked = shown(window, "casting_question")
    assert asked == plain(f"Partage des voix : comment tranche {full_name(state.presiding)} ?")
    picture(window, "committee-tie")
    press(window, "p", " ")
    result = current(room).ballot.result
    assert (result.by_casting_vote, result.outcome) == (True, BallotOutcome.ADOPTED)
    assert errors == []


def counts(room):
    return room.state().current.ballot.result.counts


def test_who_leaves_during_the_ballot_takes_the_vote_back(room, window, press, errors):
    to_deliberation(window, press)
    press(window, " ", "9", "p", "3", "c")
    move(window, press, "9", ENTER, ENTER)
    assert window.step is Step.BALLOT
    assert room.state().present == 16
    assert 9 not in {tile.member.seat for tile in current(room).tiles}
    assert counts(room).votes_for == 0
    move(window, press, "9", ENTER, ENTER)  # back again: arriving is proposed
    assert room.state().present == 17
    press(window, "t", " ")
    assert window.step is Step.RESULT
    assert errors == []


def test_a_recusal_declared_during_the_ballot_leaves_it_open(room, window, press, errors):
    to_deliberation(window, press)
    press(window, " ", "3", "p", BACK)
    assert (window.step, window.next_label) == (Step.RECUSALS, "Reprendre le vote")
    press(window, "d", "3", ENTER, "parente", ENTER, " ")
    assert window.step is Step.BALLOT
    tile = next(each for each in current(room).tiles if each.member.seat == 3)
    assert (tile.is_recused, tile.choice) == (True, None)
    assert errors == []


def test_a_closed_result_gives_its_ballot_back_until_it_is_proclaimed(room, window, press):
    to_deliberation(window, press)
    press(window, " ", "t", " ")
    assert window.step is Step.RESULT
    press(window, BACK)
    assert window.step is Step.BALLOT
    press(window, "3", "c", " ", " ")
    assert current(room).ballot.result.counts.votes_against == 1
    press(window, BACK)
    assert window.step is Step.RESULT


def test_a_ballot_is_abandoned_only_at_the_second_press(room, window, press):
    to_deliberation(window, press)
    press(window, " ", "3", "p", "x")
    assert current(room).ballot is not None
    assert shown(window, "ballot_abandon") == "Abandonner ce vote : confirmer"
    press(window, "x")
    assert window.step is Step.DELIBERATION
    assert current(room).ballot is None


def test_a_dossier_that_nobody_presides_is_not_voted(room, press):
    window = room.open_window()
    press(window, " ")
    chair = room.state().presiding.seat
    vice = next(
        each.member.seat
        for each in room.state().attendance
        if each.member.sheet.office is MemberOffice.VICE_CHAIR
    )
    press(window, str(vice), "e", "t", " ", " ", " ", " ")
    press(window, "d", str(chair), ENTER, "parente", ENTER)
    while "répondre" in window.next_label:
        press(window, "n")
    press(window, " ")
    assert "personne ne préside" in shown(window, "deliberation_presiding")
    assert plain(window.next_label) == "Ouvrir le vote nominatif : personne ne préside ce dossier"
    press(window, "1", " ")
    assert window.step is Step.DELIBERATION


# after the proclamation


def test_a_proclaimed_vote_is_corrected_with_its_reason(room, window, press, errors, picture):
    to_deliberation(window, press)
    press(window, " ", "3", "c", "t", " ", " ", "x")
    assert window.step is Step.CORRECTION
    press(window, "bil", ENTER)  # the cursor is in the field: the room hears no letter
    assert not window.room.controls.is_black
    assert window.findChild(QLineEdit, "correction_reason").text() == "bil"
    before = shown(window, "correction_before")
    assert before.startswith("Proclamé : 16 pour, 1 contre")
    assert plain(window.next_label) == "Enregistrer la correction : rien n’est changé"
    press(window, "3", "p", "4", "a", "m", (KEY.Key_A, CTRL), KEY.Key_Delete)
    assert plain(window.next_label) == "Enregistrer la correction : il manque le motif"
    press(window, "voix mal entendues")
    picture(window, "committee-correction")
    press(window, SEND)
    assert window.step is Step.RESULT
    ballot = current(room).ballot
    assert plain(ballot.sentence).startswith("16 pour, 0 contre, 1 abstention")
    assert [each.reason for each in ballot.corrections] == ["voix mal entendues"]
    picture(window, "committee-corrected")
    assert errors == []


def test_an_empty_reason_keeps_the_keyboard_until_escape(room, window, press, errors):
    to_deliberation(window, press)
    press(window, " ", "3", "c", "t", " ", " ", "x", ENTER, "bi", ENTER)
    assert window.findChild(QLineEdit, "correction_reason").text() == "bi"
    assert not window.room.controls.is_black
    press(window, "m", (KEY.Key_A, CTRL), KEY.Key_Delete, ENTER, "v")
    assert window.findChild(QLineEdit, "correction_reason").text() == "v"
    press(window, KEY.Key_Escape, "3", "p")
    assert plain(window.next_label) == "Enregistrer la correction"
    assert errors == []


def test_counted_hands_are_corrected_too(room, window, press, errors):
    to_deliberation(window, press)
    press(window, "2", "3", ENTER, "0", ENTER, "t", " ", " ", "x")
    press(window, "une main de plus", ENTER, "4", ENTER, ENTER, "13", " ")
    assert plain(current(room).ballot.sentence).startswith("13 pour, 4 contre")
    assert errors == []


def test_a_correction_that_makes_a_tie_asks_who_presides(room, press, errors):
    window = room.open_window()
    press(window, " ", "17", "e", "t", " ", " ")
    to_deliberation(window, press)
    chair = room.state().presiding.seat
    others = [seat for seat in range(1, 17) if seat != chair]
    press(window, " ", "t", str(chair), "a", str(others[0]), "a")
    for seat in others[1:7]:
        press(window, str(seat), "c")
    press(window, " ", " ")
    assert counts(room) == Counts(8, 6, 2)
    press(window, "x", "voix mal entendue", ENTER, str(others[8]), "c", SEND)
    assert window.step is Step.CORRECTION
    assert errors == []
    assert "comment tranche" in shown(window, "correction_tie")
    assert window.next_label.endswith("la voix prépondérante est attendue")
    press(window, "c", " ")
    assert window.step is Step.RESULT
    result = current(room).ballot.result
    assert (result.by_casting_vote, result.outcome) == (True, BallotOutcome.REJECTED)
    assert errors == []


def test_choosing_a_member_ends_the_casting_vote(room, press, errors):
    window = room.open_window()
    press(window, " ", "17", "e", "t", " ", " ")
    to_deliberation(window, press)
    chair = room.state().presiding.seat
    others = [seat for seat in range(1, 17) if seat != chair]
    press(window, " ", "t", str(chair), "a", str(others[0]), "a")
    for seat in others[1:8]:
        press(window, str(seat), "c")
    press(window, " ", "p", " ", "x", "voix mal entendue", ENTER, "v")
    assert window._pane.note().startswith("P, C ou A changent la voix prépondérante")
    assert window._pane.grid.current() is None, "no member is ringed meanwhile"
    press(window, "c", str(others[1]), "p")
    told = plain(window._pane.note())
    assert told.endswith(": P, C, A ou N la change.")
    assert shown(window, "correction_tie") == ""
    press(window, SEND)
    assert counts(room) == Counts(8, 6, 2)
    assert errors == []


def test_a_rejected_amount_is_followed_by_a_counter_proposal(room, window, press, errors, picture):
    to_deliberation(window, press)
    press(window, "2", "17", " ", " ")
    assert current(room).ballot.result.outcome is BallotOutcome.REJECTED
    press(window, "w")
    assert window.step is Step.COUNTER_PROPOSAL
    assert "il manque un montant ou un texte" in window.next_label
    press(window, "4000", ENTER)  # the cursor starts in the amount
    assert shown(window, "counter_asked") == "Contre-proposition : avance de 4 000 €"
    picture(window, "committee-counter-proposal")
    press(window, " ", "t", " ", " ")
    item = current(room)
    assert item.ballot.motion.amount_minor == 4_000_00
    assert item.ballot.motion.answers_ballot_id == item.earlier_ballots[0].id
    picture(window, "committee-counter-result")
    press(window, " ")
    assert window.step is Step.DECISION
    press(window, SEND)
    decision = room.services.dossiers.detail(room.state().agenda[0].dossier_id).decision
    assert decision.draft.amount == Money(4_000_00)
    assert errors == []


def test_a_counter_proposal_in_words_is_compared_with_its_terms(
    room, window, press, errors, picture
):
    to_deliberation(window, press)
    press(window, "2", "17", " ", " ", "w", ENTER, "g", "2 jours au lieu de 4", ENTER)
    press(window, " ", "t", " ", " ", " ")
    assert window.step is Step.DECISION
    assert shown(window, "decision_motion") == "Contre-proposition : 2 jours au lieu de 4"
    picture(window, "committee-motion")
    press(window, "d", (KEY.Key_A, CTRL), "2", KEY.Key_Escape, " ")
    assert window.step is Step.DECISION, "the terms are confirmed first"
    press(window, " ")
    assert decision_of(room).draft.days == 2
    assert errors == []


def test_a_late_recusal_makes_the_result_doubtful_and_says_what_to_do(
    room, window, press, errors, picture
):
    to_deliberation(window, press)
    for seat in range(1, 9):
        press(window, *([" "] if seat == 1 else []), str(seat), "c")
    press(window, "t", " ", " ", "d", "d", "9", ENTER, "parente", ENTER, " ")
    assert window.step is Step.RESULT
    assert current(room).ballot.reexamination
    picture(window, "committee-doubtful")
    press(window, "r")
    assert window.step is Step.BALLOT
    assert current(room).ballot.number == 2
    assert errors == []


# arrivals, departures, proxies


def test_the_effect_of_a_departure_is_shown_before_it_is_written(room, window, press, picture):
    for seat in range(1, 9):
        room.services.committee.record_attendance(
            room.meeting, room.state().attendance[seat - 1].member.id, AttendanceKind.DEPARTED
        )
    assert room.state().present == 9
    press(window, KEY.Key_F6)
    dialog = window.findChild(QDialog, "movements_dialog")
    press(dialog, "10", ENTER)
    effect = plain(dialog.findChild(object, "movement_effect").text())
    assert effect
    picture(dialog, "committee-movement")
    assert room.state().present == 9
    press(dialog, ENTER)
    assert room.state().present == 8
    assert not room.state().quorum.is_reached
    window.activateWindow()
    assert "Le quorum n’est plus atteint" in shown(window, "quorum_lost")


def test_a_proxy_is_given_and_received_from_the_palette_of_movements(room, window, press):
    move(window, press, "5", ENTER, "r", "6", ENTER, "2", ENTER)
    giver = room.state().attendance[4]
    assert giver.kind is AttendanceKind.REPRESENTED
    assert giver.proxy_document == "remis en séance"
    press(window, KEY.Key_F6)
    dialog = window.findChild(QDialog, "movements_dialog")
    press(dialog, "7", ENTER, "r", "6", ENTER)  # two proxies in one hand
    assert not dialog.findChild(object, "movement_record").isEnabled()
    press(dialog, ENTER, KEY.Key_Escape, KEY.Key_Escape)
    assert window.findChild(QDialog, "movements_dialog") is None
    assert room.state().represented == 1


def test_escape_leaves_the_question_of_the_holder(room, window, press):
    press(window, KEY.Key_F6)
    dialog = window.findChild(QDialog, "movements_dialog")
    press(dialog, "5", ENTER, "r", KEY.Key_Escape)
    assert not dialog.findChild(object, "movement_record").isEnabled()
    press(dialog, "p", ENTER)
    assert room.state().attendance[4].kind is AttendanceKind.PRESENT


# the agenda


def test_a_dossier_without_quorum_is_taken_at_the_end(room, window, press, picture):
    to_deliberation(window, press)
    for seat in range(1, 10):
        move(window, press, str(seat), ENTER, ENTER)
    assert "quorum non atteint" in window.next_label
    picture(window, "committee-quorum-lost")
    press(window, "1")
    assert window.step is Step.DELIBERATION
    press(window, "e")
    assert window.step is Step.BETWEEN
    agenda = room.state().agenda
    assert max(agenda, key=lambda line: line.turn).position == 1
    move(window, press, "1", ENTER, ENTER)
    move(window, press, "2", ENTER, ENTER)
    press(window, " ")
    assert current(room).line.position == 2


def test_a_point_is_added_with_the_consent_the_rules_ask(room, window, press, errors, picture):
    press(window, "n")
    assert "l’accord de tous les présents" in shown(window, "late_item_rule")
    for _each in range(40):
        press(window, KEY.Key_Down)
    press(window, ENTER, "bilan du parrainage", ENTER)
    assert shown(window, "late_item_question") == (
        "Ajouter « bilan du parrainage » ?\nTous les présents sont-ils d’accord ?"
    )
    picture(window, "committee-late-item")
    press(window, "o")
    line = room.state().agenda[-1]
    assert (line.kind, line.company, line.is_late) == (
        ItemKind.INFORMATION, "bilan du parrainage", True,
    )  # fmt: skip
    assert window.step is Step.BETWEEN
    press(window, "n", KEY.Key_Down, KEY.Key_Up, KEY.Key_Escape)
    assert window.step is Step.BETWEEN
    assert len(room.state().agenda) == 4
    assert errors == []


def test_an_urgent_dossier_is_added_unless_somebody_objects(room, window, press):
    urgent = room.services.dossiers.by_number("2026-001")
    for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
        room.services.dossiers.change_state(urgent, state)
    press(window, "n", ENTER)
    assert "d’accord" in shown(window, "late_item_question")
    press(window, "n", KEY.Key_Escape)
    assert len(room.state().agenda) == 3
    press(window, "n", ENTER, "o")
    assert room.state().agenda[-1].dossier_id == urgent
    press(window, " ")
    assert window.step is Step.PRESENTATION


def test_a_standing_point_is_concluded_with_its_note(room, press, errors, picture):
    for draft in (ItemDraft(ItemKind.CONDITIONS), ItemDraft(ItemKind.INFORMATION, "Parrainage")):
        room.services.agenda.add(room.meeting, draft)
    window = room.open_window()
    press(window, " ", "t", " ", " ", KEY.Key_Up)
    for _each in range(4):
        press(window, KEY.Key_Down)
    assert window.next_label.endswith("Parrainage")
    press(window, " ", "g", "trois parrains de plus", KEY.Key_Escape)
    assert window.step is Step.STANDING
    picture(window, "committee-standing")
    press(window, "n")
    line = room.state().agenda[-1]
    assert (line.conclusion, line.note) == (ItemConclusion.NOTED, "trois parrains de plus")
    assert window.step is Step.BETWEEN
    assert errors == []


def test_conditions_of_earlier_decisions_are_followed(room, press, errors):
    room.services.agenda.add(room.meeting, ItemDraft(ItemKind.CONDITIONS))
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    to_deliberation(window, press)
    press(window, "4", "o", " ", " ", "i", "accord de la banque", SEND)
    press(window, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, " ")
    assert window.step is Step.STANDING
    assert [each.condition.text for each in room.state().pending_conditions] == [
        "accord de la banque"
    ]
    press(window, "p")
    assert room.state().pending_conditions[0].due_on is not None
    press(window, "m")
    assert room.state().pending_conditions == ()
    press(window, BACK)
    assert window.step is Step.BETWEEN
    assert errors == []


def test_the_check_list_leads_to_what_is_missing_and_the_meeting_closes(
    room, window, press, errors, picture
):
    for _each in range(3):
        to_deliberation(window, press)
        press(window, "4", "o", " ", " ", " ")
    press(window, " ")
    assert window.step is Step.CLOSING
    picture(window, "committee-closing")
    assert window.next_label == "Lever la séance"
    press(window, " ")
    assert window.step is Step.CLOSED
    assert errors == []


def test_one_number_names_one_person_everywhere(room, press):
    window = room.open_window()
    press(window, " ", "3", "e", "t", " ", " ")
    to_deliberation(window, press)
    press(window, " ")
    numbers = {tile.number: tile.member.seat for tile in current(room).tiles}
    assert numbers == {seat: seat for seat in range(1, 18) if seat != 3}


def test_a_recused_member_is_refused_with_the_rule_named(room, window, press, errors):
    press(window, " ", " ", "d", "9", ENTER, "parente", ENTER)
    while "répondre" in window.next_label:
        press(window, "n")
    press(window, " ", " ", "9", "p")
    assert [each.code for each in errors] == [ErrorCode.MEMBER_RECUSED]


# the decision


def in_decision(room, window, press, *, adopted=True):
    to_deliberation(window, press)
    press(window, "2", *(["0"] if adopted else ["17"]), ENTER, ENTER, "t" if adopted else "0")
    press(window, " ", " ", " ")
    assert window.step is Step.DECISION


def decision_of(room, place=0):
    return room.services.dossiers.detail(room.state().agenda[place].dossier_id).decision


def test_a_standard_condition_is_taken_with_its_delay(room, window, press, picture, errors):
    in_decision(room, window, press)
    press(window, "i", "banque")
    proposed = window.findChild(QWidget, "condition_proposed_1")
    assert proposed.isVisible()
    picture(window, "committee-condition")
    press(window, ENTER, "+3 mois", ENTER)
    read = "Condition : « Accord définitif de la banque sur le prêt »."
    assert shown(window, "decision_sentence").endswith(read)
    press(window, " ")
    decision = decision_of(room)
    condition = decision.draft.conditions[0]
    assert condition.text == "Accord définitif de la banque sur le prêt"
    assert condition.kind is ConditionKind.PRECEDENT
    assert condition.due_on == add_months(room.state().row.draft.held_on, 3)
    assert decision.draft.outcome is DecisionOutcome.APPROVED_WITH_CONDITIONS
    assert errors == []


def test_half_a_word_takes_the_only_text_it_finds_unless_an_arrow_lets_go(
    room, window, press, errors
):
    in_decision(room, window, press)
    press(window, "i", "justi", ENTER, "31/12/2026", ENTER, "i", "pr", ENTER, ENTER)
    press(window, "i", "parrain", KEY.Key_Up, ENTER, ENTER, " ")
    texts = [each.text for each in decision_of(room).draft.conditions]
    assert texts == ["Justificatifs des investissements réalisés", "pr", "parrain"]
    assert errors == []


def test_tab_goes_through_a_condition_before_what_takes_it_away(room, window, press):
    in_decision(room, window, press)
    press(window, "i", "caution", KEY.Key_Tab)
    assert window.focusWidget().objectName() == "condition_kind_1"
    press(window, KEY.Key_Tab)
    assert window.focusWidget().objectName() == "condition_due_1"
    press(window, KEY.Key_Tab)
    assert window.focusWidget().objectName() == "condition_remove_1"


def test_a_delay_nobody_can_read_keeps_the_keyboard(room, window, press):
    in_decision(room, window, press)
    press(window, "i", "caution", ENTER, "bientot", ENTER)
    assert window.step is Step.DECISION
    assert window.focusWidget().objectName() == "condition_due_1"
    assert "un champ est à corriger" in window.next_label


def test_a_refusal_takes_its_reason_from_the_list(room, window, press, picture, errors):
    in_decision(room, window, press, adopted=False)
    assert "il manque le motif" in window.next_label
    press(window, "r", "pla")
    assert shown(window, "decision_sentence") == "Refusé : Plan de financement non bouclé."
    press(window, KEY.Key_Escape, "g", KEY.Key_Tab, "garanties faibles")
    picture(window, "committee-refusal")
    press(window, SEND)
    grounds = plain(decision_of(room).draft.grounds)
    assert grounds == "Plan de financement non bouclé – garanties faibles"
    assert errors == []


# many members


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_sixty_members_are_read_in_the_grid(room, press, picture, make, size):
    window = room.open_window(*size)
    names = ("Martin-Lefebvre", "Lopez", "Thomas", "Weiss")
    for number in range(43):
        sheet = make.member(2, first_name="Claude", last_name=names[number % 4]).sheet
        room.services.people.save_member(None, sheet)
    press(window, " ", "t", " ", " ")
    to_deliberation(window, press)
    press(window, " ", "t", "60", "c", "34", "a")
    grid = window.findChild(QWidget, "BallotStep").grid
    assert len(grid.tiles()) == 60
    picture(window, f"committee-sixty-{size[0]}")
    seen = grid.parentWidget().rect()
    for tile in grid.tiles():
        assert tile.width() >= 120
        assert tile.height() >= 24
        assert seen.contains(tile.mapTo(grid.parentWidget(), tile.rect().bottomRight()))
