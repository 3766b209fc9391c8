"""Which decision grants an advance: what lapsed unsigned grants nothing more."""

from datetime import date

import pytest

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.values import Money
from alize_desktop.rules.granting import Taken, granting

FIRST, LAPSE, LATER = date(2025, 5, 19), date(2025, 11, 19), date(2026, 5, 19)
GRANT = Taken(DecisionOutcome.APPROVED, Money(5_000_00), FIRST, LAPSE)
AGAIN = Taken(DecisionOutcome.APPROVED, Money(4_000_00), LATER, date(2026, 11, 19))
DAYS = Taken(DecisionOutcome.APPROVED, Money(0), LATER, date(2026, 11, 19))
SOON = Taken(DecisionOutcome.APPROVED, Money(4_000_00), LAPSE, LATER)
GIVEN_UP = Taken(DecisionOutcome.WITHDRAWN, Money(0), date(2025, 6, 1), date(2025, 12, 1))
DEFERRED = Taken(DecisionOutcome.DEFERRED, Money(0), LAPSE, LAPSE)


@pytest.mark.parametrize(
    ("decisions", "signed_on", "rank"),
    [
        ([GRANT], None, 0),
        ([GRANT, AGAIN], None, 1),
        ([GRANT, AGAIN], LAPSE, 0),
        ([GRANT, AGAIN], LATER, 1),
        ([GRANT, SOON], None, 0),
        ([GRANT, DEFERRED, SOON], None, 0),
        ([GRANT, SOON, AGAIN], None, 0),
        ([GRANT, GIVEN_UP], None, 0),
        ([GRANT, GIVEN_UP, SOON], None, 2),
        ([GRANT, GIVEN_UP, SOON], FIRST, 0),
        ([GRANT, DAYS], None, 0),
        ([DAYS, AGAIN], None, 0),
        ([GRANT, DEFERRED, AGAIN, AGAIN], None, 2),
    ],
)
def test_the_next_approval_grants_what_lapsed_or_was_given_up(decisions, signed_on, rank):
    assert granting(decisions, signed_on) == rank
