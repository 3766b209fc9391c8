"""What a dossier that comes back was granted before."""

from uuid import UUID

import pytest

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.amended import before_text

MONEY = Money(5_000_00)
AFTER = (
    "Décision modificative. Accordé auparavant\u00a0: 5\u202f000\u00a0€ sur 48 mois, "
    "décision 2026-D001."
)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ({}, ""),
        (
            {"before_number": "2026-D001", "before_amount": MONEY, "before_months": 48},
            AFTER,
        ),
        (
            {"before_number": "2026-D001", "before_amount": ZERO, "before_months": 0},
            "Décision modificative, après la décision 2026-D001.",
        ),
    ],
)
def test_what_was_granted_before_is_told(before, told):
    found = AgendaLine(
        UUID(int=1), 1, None, "", "", "", ZERO, 0, 0, ItemStep.PENDING, None, (), **before
    )
    assert before_text(found) == told
