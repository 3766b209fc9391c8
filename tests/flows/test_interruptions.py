"""What happens around a vote changes nothing in it: comings and goings, closed windows."""

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.ballots import Counts
from alize_desktop.ui.committee.plan import Step

pytestmark = [pytest.mark.flows, pytest.mark.retold]

KEY = Qt.Key
ENTER = KEY.Key_Return


def answers(hall):
    """Return what the file holds of the ballot under way, by seat."""
    return {each.member.seat: each.choice for each in hall.item.tiles}


def test_who_comes_and_goes_after_a_ballot_changes_nothing_in_it(hall):
    hall.begin(17)
    hall.deliberate()
    hall.press(" ", "4c", "5a", "t", " ")
    closed, before = hall.item.ballot, answers(hall)
    hall.move(4)  # who was against leaves
    hall.move(17)  # somebody comes who had no voice
    hall.press(KEY.Key_F6, "6", ENTER, "r", "7", ENTER, ENTER)
    assert hall.called(4).kind is AttendanceKind.DEPARTED
    assert (hall.item.ballot, answers(hall)) == (closed, before)
    hall.press(" ")
    assert hall.item.ballot.result.counts == Counts(14, 1, 1)
    proclaimed = hall.item.ballot
    hall.move(5)
    assert (hall.item.ballot, answers(hall)) == (proclaimed, before)
    hall.press("  ")
    told = hall.minutes("2026-006").ballots[-1]
    assert {each.member.seat: each.choice for each in told.votes} == before
    assert told.quorum.counted == 16
    hall.deliberate()
    hall.press(" ")
    assert answers(hall).keys() == {*range(1, 18)} - {4, 5}  # the next one follows the room


def test_a_window_closed_in_mid_ballot_opens_again_where_it_was(hall):
    hall.begin()
    hall.deliberate()
    hall.press(" ", "3c", "12a")
    before, ballot = answers(hall), hall.item.ballot
    hall.window.close()
    assert hall.window is None
    said = "La séance reste ouverte : rien n’est perdu, elle reprendra à cette étape."
    assert hall.toast() == said
    hall.press(KEY.Key_F5)
    assert hall.step is Step.BALLOT
    hall.restart()
    hall.press(KEY.Key_F5)
    assert hall.step is Step.BALLOT
    assert (hall.item.ballot, answers(hall)) == (ballot, before)
    assert hall.says == "Clore le vote : 15 voix manquent"
    hall.press("t", " ")
    assert hall.item.ballot.result.counts == Counts(15, 1, 1)


def test_a_program_closed_in_the_midst_of_a_count_keeps_what_is_counted(hall):
    hall.begin()
    hall.deliberate()
    hall.press("2", "4", ENTER, "1", ENTER, "9")
    hall.restart()
    hall.press(KEY.Key_F5)
    assert hall.step is Step.BALLOT
    assert hall.reading("counts_sum") == "5 voix comptées sur 17"
    hall.press(ENTER, ENTER, "t", " ")
    assert hall.item.ballot.result.counts == Counts(12, 4, 1)
