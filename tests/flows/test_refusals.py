"""What a person may do wrong with the keyboard: a sentence, and nothing false in the file."""

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.ballots import Counts
from alize_desktop.ui.committee.plan import Step

pytestmark = [pytest.mark.flows, pytest.mark.retold]

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = KEY.Key_Return
ESCAPE = KEY.Key_Escape
PALETTE = ((KEY.Key_K, CTRL),)

ABSENT, RECUSED, ALTERNATE = 5, 9, 18


def test_a_vote_typed_for_somebody_who_has_none_names_the_rule(hall):
    hall.begin(ABSENT)
    hall.press("  ", "d", str(RECUSED), ENTER, "parente", ENTER, "  ")
    assert hall.step is Step.BALLOT
    hall.press(f"{RECUSED}p")
    assert hall.refusal() == (
        f"{hall.name(RECUSED)} est en déport : "
        "aucune voix ne peut être comptée sur ce dossier par cette personne."
    )
    hall.press(f"{ABSENT}c")
    assert hall.refusal() == (
        f"{hall.name(ABSENT)} n’assiste pas à la séance et n’a pas donné de pouvoir."
    )
    hall.press(f"{ALTERNATE}a")
    assert hall.refusal() == "Odile Suppléante n’a pas de voix délibérative ici."
    hall.press("99p")  # nobody's number reaches nobody
    assert hall.item.ballot.result.counts == Counts(0, 0)
    hall.press("t", " ")
    assert hall.item.ballot.result.counts == Counts(15, 0)


def test_hands_beyond_the_voters_are_refused_until_they_are_counted_again(hall):
    hall.begin()
    hall.deliberate()
    hall.press("2", "3", ENTER, "1", ENTER, "19", " ", ENTER)
    assert hall.reading("counts_sum") == "Voix comptées : 23 ; voix des votants : 17. Recomptez."
    assert hall.says == "Clore le vote : les voix comptées ne s’accordent pas"
    assert hall.step is Step.BALLOT
    assert hall.item.ballot.protocol.counts == Counts(0, 3, 1)  # what made sense
    hall.press("t", " ")
    assert hall.item.ballot.result.counts == Counts(13, 3, 1)


def test_a_second_proxy_in_one_hand_is_refused_at_the_roll_and_later(hall):
    hall.enter()
    hall.press("3r", "4", ENTER, "1", "5r", "4", ENTER, "1")
    refused = f"Pouvoirs confiés à {hall.name(4)} : 2 ; le règlement en permet 1 au plus."
    assert hall.refusal() == refused
    assert hall.called(5).kind is None
    hall.press(ESCAPE, "t", "  ")
    assert hall.step is Step.BETWEEN

    hall.press(KEY.Key_F6, "5", ENTER, "r", "4", ENTER)
    assert hall.reading("movement_effect") == refused
    hall.press(ENTER, ESCAPE, ESCAPE)
    assert hall.called(5).kind is AttendanceKind.PRESENT
    assert (hall.state.present, hall.state.represented) == (16, 1)


def test_a_ballot_with_an_empty_tile_is_not_closed_by_any_key(hall):
    hall.begin()
    hall.deliberate()
    hall.press(" ", "t", "3n")
    hall.move(8)
    hall.move(8)  # back again, and not asked yet
    assert hall.says == "Clore le vote : 1 voix manque"
    hall.press(" ", ENTER, KEY.Key_PageDown, (ENTER, CTRL))
    hall.press(*PALETTE, "lever", ENTER, ESCAPE)  # nor is the meeting
    assert hall.step is Step.BALLOT
    assert hall.item.ballot.closed_at is None
    hall.press("8c", " ")
    assert hall.item.ballot.result.counts == Counts(15, 1, 0, 1)


def test_while_a_ballot_is_open_no_key_opens_another_nor_leaves_it(hall):
    hall.begin()
    hall.deliberate()
    hall.press(" ", "7c")
    first = hall.item.ballot
    hall.press((KEY.Key_PageDown, CTRL))
    assert hall.toast() == "Ce dossier doit d’abord recevoir sa décision."
    hall.press(*PALETTE, "secret", ENTER, ESCAPE)
    hall.press(KEY.Key_F8, ENTER)
    assert hall.refusal() == "Un vote est ouvert. Il faut d’abord le clore."
    hall.press(KEY.Key_Backspace, "2", "3", "4")
    assert (hall.step, hall.says) == (Step.RECUSALS, "Reprendre le vote")
    hall.press(" ")
    assert (hall.step, hall.item.ballot) == (Step.BALLOT, first)
