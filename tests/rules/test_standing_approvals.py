"""Which approval of a dossier holds: one table for whoever asks."""

from datetime import date

import pytest

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.rules.standing_approvals import Standing, Voted, standing

FIRST, SOON, LAPSE = date(2025, 5, 19), date(2025, 9, 1), date(2025, 11, 19)
AFTER, AMENDED = date(2025, 11, 20), date(2026, 3, 1)
LATER, NEXT = date(2026, 5, 19), date(2026, 11, 19)
APPROVED = Voted(DecisionOutcome.APPROVED, FIRST, LAPSE)
REDUCED = Voted(DecisionOutcome.APPROVED_REDUCED, SOON, AMENDED)
AGAIN = Voted(DecisionOutcome.APPROVED_WITH_CONDITIONS, LATER, NEXT)
REFUSED = Voted(DecisionOutcome.REJECTED, SOON, AMENDED)
DEFERRED = Voted(DecisionOutcome.DEFERRED, SOON, AMENDED)
WITHDRAWN = Voted(DecisionOutcome.WITHDRAWN, SOON, AMENDED)
GIVEN_UP = Standing(0, 0, LAPSE, is_given_up=True)


@pytest.mark.parametrize(
    ("decisions", "signed", "expected"),
    [
        pytest.param([], [], None, id="never decided"),
        pytest.param([REFUSED], [], None, id="refused"),
        pytest.param([WITHDRAWN], [], None, id="withdrawn before any approval"),
        pytest.param([APPROVED], [], Standing(0, 0, LAPSE), id="approved"),
        pytest.param([DEFERRED, REDUCED], [], Standing(1, 1, AMENDED), id="deferred, approved"),
        pytest.param([APPROVED, REDUCED], [], Standing(0, 1, AMENDED), id="amended"),
        pytest.param([APPROVED, REFUSED], [], Standing(0, 0, LAPSE), id="amendment refused"),
        pytest.param([APPROVED, DEFERRED], [], Standing(0, 0, LAPSE), id="amendment deferred"),
        pytest.param([APPROVED, WITHDRAWN], [], GIVEN_UP, id="withdrawn after the approval"),
        pytest.param([APPROVED, WITHDRAWN, DEFERRED], [], GIVEN_UP, id="withdrawn, deferred"),
        pytest.param(
            [APPROVED, WITHDRAWN, AGAIN], [], Standing(2, 2, NEXT), id="withdrawn, approved anew"
        ),
        pytest.param(
            [APPROVED, WITHDRAWN, AGAIN], [FIRST], Standing(0, 2), id="signed, withdrawn, taken up"
        ),
        pytest.param([APPROVED], [LAPSE], Standing(0, 0), id="signed on its last day"),
        pytest.param([APPROVED], [AFTER], Standing(0, 0, LAPSE), id="signed too late"),
        pytest.param([APPROVED, AGAIN], [], Standing(1, 1, NEXT), id="lapsed, approved anew"),
        pytest.param([APPROVED, AGAIN], [LAPSE], Standing(0, 1), id="signed, then amended"),
        pytest.param([APPROVED, AGAIN], [LATER], Standing(1, 1), id="lapsed, anew, then signed"),
    ],
)
def test_the_approval_that_holds(decisions, signed, expected):
    assert standing(decisions, signed) == expected


def test_an_approval_holds_until_it_lapses_or_is_given_up():
    unsigned = Standing(0, 0, LAPSE)
    assert unsigned.holds(LAPSE)
    assert unsigned.is_lapsed(AFTER)
    assert not unsigned.holds(AFTER)
    assert Standing(0, 0).holds(AFTER)
    assert not GIVEN_UP.holds(FIRST)
