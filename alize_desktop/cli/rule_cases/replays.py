"""Cases about the money of an advance: what its events come to."""

from collections.abc import Sequence
from typing import Final

from alize_desktop.cli.rule_cases.ballots import Answer
from alize_desktop.cli.rule_cases.fields import Fields, choice_of
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation
from alize_desktop.models.values import ZERO
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.replay import REVERSALS, WITH_MONEY, MoneyEvent, replay

_WRITE_OFF: Final = "write_off"
"""The cases do not tell a waiver from a loss."""


def answer_replay(case: Fields) -> Answer:
    """Answer what is left of each row, and altogether; then what was received, by its fate."""
    if not case.has("rows"):
        raise UserError(ErrorCode.CASE_FIELD_MISSING, field="rows")
    rows = [_row(each) for each in case.parts("rows")]
    events = [_event(each) for each in case.parts("events")]
    found = replay(rows, events)
    _check_reversals(events)
    return {
        "remaining": [str(each) for each in found.remaining],
        "outstanding": str(found.outstanding),
        "credit": str(found.credit),
        "written_off": str(found.given_up),
        "received": str(found.received),
        "refunded": str(found.refunded),
        "recovered": str(found.recovered),
    }


def _check_reversals(events: Sequence[MoneyEvent]) -> None:
    """Refuse to take back what has not come yet; ``replay`` said that each names an event."""
    for each in events:
        if each.of is not None and each.on < events[each.of].on:
            target = events[each.of]
            raise UserError(
                ErrorCode.EVENT_DATE_TOO_EARLY, day=each.on, what=target.kind, limit=target.on
            )


def _row(fields: Fields) -> Owed:
    amount = fields.money("amount")
    if amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=amount)
    return Owed(fields.day("due"), amount)


def _event(fields: Fields) -> MoneyEvent:
    named = fields.text("kind")
    kind = AdvanceEventKind.LOSS if named == _WRITE_OFF else choice_of(AdvanceEventKind, named)
    if kind in REVERSALS:
        return MoneyEvent(kind, fields.day("on"), of=fields.integer("of"))
    if kind not in WITH_MONEY:
        return MoneyEvent(kind, fields.day("on"))
    return MoneyEvent(
        kind,
        fields.day("on"),
        fields.money("amount"),
        fields.choice("early", EarlyAllocation, EarlyAllocation.NEXT),
    )
