"""A clock that is put back during a meeting makes no hour of it run backwards."""

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import DecisionOutcome, VoteChoice
from alize_desktop.models.records.ballots import Counts
from alize_desktop.ui.committee.plan import Step

pytestmark = [pytest.mark.flows, pytest.mark.retold]

KEY = Qt.Key
ENTER = KEY.Key_Return


def test_a_clock_moved_backwards_makes_no_hour_run_backwards(hall, ticking):
    hall.begin(17)
    hall.deliberate()
    hall.press(" ", "1p")
    ticking.move(hours=-3)
    hall.press("2c")
    hall.move(17)
    hall.press("17a", "t", " ")
    ticking.move(days=-1)
    hall.press(" ")
    hall.move(16)
    ballot = hall.item.ballot
    assert ballot.opened_at <= ballot.closed_at <= ballot.proclaimed_at
    assert ballot.result.counts == Counts(15, 1, 1)
    assert hall.tile(2).choice is VoteChoice.AGAINST
    hall.press("  ")
    hall.press(KEY.Key_F8, ENTER)
    hall.press(" ")
    assert hall.state.suspension is None
    moved = [each.at for each in hall.state.movements]
    assert moved == sorted(moved)
    for _dossier in range(2):
        hall.deliberate()
        hall.press("4o", "   ")
    ticking.move(days=-400)
    hall.press("  ")
    assert hall.step is Step.CLOSED
    assert hall.state.closed_at >= moved[-1] >= hall.state.opened_at
    assert {line.outcome for line in hall.state.agenda} == {DecisionOutcome.APPROVED}
