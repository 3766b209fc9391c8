"""Meetings held in the real window by keys alone, each to its decision."""

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import (
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemStep,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts
from alize_desktop.ui.committee.plan import Step

pytestmark = [pytest.mark.flows, pytest.mark.retold]

KEY = Qt.Key
ENTER = KEY.Key_Return

BANKER = 11
CHAIR = 1


def outcomes(hall):
    return {line.number: line.outcome for line in hall.state.agenda}


def test_a_consensus_takes_at_most_eight_keys_from_the_next_dossier_to_its_decision(hall):
    hall.begin()
    assert hall.says == "Présenter Toiture Œillet"
    before = hall.keys
    hall.press(" ", " ", " ", "4", "o", " ", " ", " ")
    assert hall.keys - before <= 8
    assert outcomes(hall)["2026-006"] is DecisionOutcome.APPROVED
    assert hall.step is Step.BETWEEN
    assert hall.says == "Présenter Nettoyage Kermadec"


def test_an_objection_to_a_consensus_leads_to_a_show_of_hands(hall):
    hall.begin()
    hall.deliberate()
    hall.press("4", " ")
    assert hall.says == "Pas d’opposition ? Répondre par O ou par N"
    assert hall.step is Step.BALLOT  # the usual key does not say silence
    hall.press("n")
    assert (hall.step, hall.item.ballot) == (Step.DELIBERATION, None)
    hall.press("2", "3", ENTER, "1", ENTER, "t", " ")
    assert hall.item.ballot.result.counts == Counts(13, 3, 1)
    assert hall.item.ballot.form is BallotForm.HANDS


def test_a_contested_dossier_is_decided_without_leaving_the_keyboard(hall):
    """A recusal, a proxy that differs from its holder, a late arrival, a tie, who presides."""
    hall.enter()
    hall.press("3r", "4", ENTER, "1", "17e", "t", "  ")
    hall.press(KEY.Key_Down, KEY.Key_Down, "  ")
    assert hall.item.line.number == "2026-003"
    hall.answer_interests("o")  # the banker of the company, whose interest was declared
    hall.press(" ", "t")

    assert hall.tile(17) is None
    hall.move(17)
    assert hall.says == "Clore le vote : 1 voix manque"
    hall.press("17a", f"{CHAIR}a")
    hall.press("4", KEY.Key_Right, "c")  # the holder stays for, the giver is against
    hall.press(*(f"{seat}c" for seat in (10, 12, 13, 14, 15, 16)), " ")
    assert hall.item.ballot.result.counts == Counts(7, 7, 2)
    assert (hall.tile(4).choice, hall.tile(3).choice) == (VoteChoice.FOR, VoteChoice.AGAINST)
    assert hall.tile(3).holder_id == hall.tile(4).member.id
    assert hall.says == "Proclamer : la voix prépondérante est attendue"
    asked = "Partage des voix : comment tranche M. Bruno Martin A. ?"
    assert hall.reading("casting_question") == asked

    hall.press(" ")
    assert hall.item.line.step is ItemStep.BALLOT_CLOSED
    hall.press("p", "   ")
    assert outcomes(hall)["2026-003"] is DecisionOutcome.APPROVED
    told = hall.minutes("2026-003")
    assert told.ballots[-1].result.by_casting_vote
    assert told.ballots[-1].result.outcome is BallotOutcome.ADOPTED
    assert [each.member.seat for each in told.recused] == [BANKER]
    assert {each.member.seat for each in told.ballots[-1].votes} == {*range(1, 18)} - {BANKER}


def test_a_secret_ballot_is_counted_before_two_scrutineers_and_names_nobody(hall):
    hall.begin()
    hall.deliberate()
    hall.press("3", "s", "lev", ENTER, "9", ENTER)
    assert hall.reading("scrutineers").startswith("Scrutateurs : ")
    hall.press("17", ENTER, "9", ENTER, "5", ENTER, "2", ENTER)
    assert hall.says == "Clore le vote : tous les bulletins ne sont pas lus"
    hall.press("2", " ")
    assert hall.reading("counts_sum") == "Voix comptées : 18 ; voix des votants : 17. Recomptez."
    hall.press(KEY.Key_Down, KEY.Key_Down, " ")
    short = "17 bulletins dans l’urne, mais 16 bulletins lus. Recomptez."
    assert hall.reading("counts_sum") == short
    assert hall.step is Step.BALLOT
    assert hall.item.ballot.protocol is None  # a wrong count is never written

    hall.press(KEY.Key_Up, " ")
    ballot = hall.item.ballot
    assert (ballot.protocol.found, ballot.protocol.blank, ballot.protocol.void) == (17, 2, 1)
    assert len(ballot.protocol.scrutineers) == 2
    assert all(tile.choice is None for tile in hall.item.tiles)
    hall.press("   ")
    assert outcomes(hall)["2026-006"] is DecisionOutcome.APPROVED
    assert hall.minutes("2026-006").ballots[-1].votes == ()


def test_a_dossier_whose_quorum_is_lost_is_taken_again_at_the_end(hall):
    hall.begin(*range(10, 18))
    hall.deliberate()
    hall.press(" ", "t")
    hall.move(9)
    hall.press(" ")
    assert hall.refusal().startswith("Le quorum n’est pas atteint : 8 pour 9 requis.")
    assert hall.step is Step.BALLOT
    hall.press("xx")
    assert hall.says == "Ouvrir le vote nominatif : quorum non atteint"
    assert "constatez une arrivée (F6)" in hall.reading("quorum_lost")
    hall.press("1")
    assert hall.item.ballot is None
    hall.press("e")
    assert hall.reading("quorum_lost").endswith("8 présents : non atteint.")

    hall.move(9)
    for number in ("2026-013", "2026-003", "2026-006"):
        hall.deliberate()
        assert hall.item.line.number == number
        hall.press("4o", "   ")
    assert set(outcomes(hall).values()) == {DecisionOutcome.APPROVED}
    hall.press("  ")
    assert hall.step is Step.CLOSED
