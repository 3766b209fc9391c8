"""What may be recorded of an advance, in which state."""

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, AdvanceState
from alize_desktop.rules.advance_steps import check_step

Kind, State = AdvanceEventKind, AdvanceState
OWED = "RECOVERY REPAYMENT REFUND REMINDER FORMAL_NOTICE LITIGATION WAIVER LOSS"


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        (State.GRANTED, ""),
        (State.LAPSED, ""),
        (State.GIVEN_UP, ""),
        (State.SIGNED, "DISBURSEMENT REFUND"),
        (State.RUNNING, f"{OWED} DISBURSEMENT MORATORIUM ACCELERATION"),
        (State.ACCELERATED, f"{OWED} MORATORIUM"),
        (State.IN_LITIGATION, f"{OWED} ACCELERATION".replace("LITIGATION ", "")),
        (State.REPAID, "REPAYMENT RECOVERY REFUND"),
        (State.WAIVED, "RECOVERY REFUND"),
        (State.LOST, "RECOVERY REFUND"),
    ],
)
def test_each_state_has_its_events(state, allowed):
    possible = set()
    for kind in Kind:
        try:
            check_step(kind, state, "2026-001")
        except UserError:
            continue
        possible.add(kind.name)
    assert possible == set(allowed.split())


def test_before_the_signature_the_signature_is_asked_for():
    for kind, code in (
        (Kind.DISBURSEMENT, ErrorCode.ADVANCE_NOT_SIGNED),
        (Kind.AGREEMENT_SIGNED, ErrorCode.ADVANCE_STEP_REFUSED),
    ):
        with pytest.raises(UserError) as caught:
            check_step(kind, State.GRANTED, "2026-001")
        assert caught.value.code is code
