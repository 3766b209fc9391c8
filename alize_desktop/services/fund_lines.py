"""What moved in a period: movements of the fund and money of advances, with the cash after."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.models.records.fund import FundLine, FundMovement, FundPeriod
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import signed_amount
from alize_desktop.rules.fund_checks import check_reckoned
from alize_desktop.services.advance_events import read_all_events
from alize_desktop.services.advance_grants import Grant, read_grants
from alize_desktop.services.fund_reading import read_movements, read_statement

Kind = AdvanceEventKind

_SIGNS: Final = {Kind.DISBURSEMENT: -1, Kind.REPAYMENT: 1, Kind.RECOVERY: 1, Kind.REFUND: -1}
"""Kinds that move cash, and whether they bring it or take it."""


def read_period(session: Session, first: date, last: date) -> FundPeriod:
    """Return what moved from a day to another, both included, with the fund before and after.

    Raises:
        UserError: ``DAY_OUT_OF_RANGE``.
    """
    for day in (first, last):
        check_reckoned(day)
    opening = read_statement(session, first - timedelta(days=1))
    found = [*_of_movements(read_movements(session)), *_of_advances(session)]
    found.sort(key=lambda each: each.on)
    cash, lines = opening.cash, []
    for each in found:
        if first <= each.on <= last:
            cash += each.amount
            lines.append(replace(each, cash=cash))
    return FundPeriod(first, last, opening, read_statement(session, last), tuple(lines))


def _of_movements(movements: Iterable[FundMovement]) -> Iterator[FundLine]:
    kinds = {each.id: each.draft.kind for each in movements}
    for each in movements:
        draft = each.draft
        back = None if draft.reverses_id is None else kinds[draft.reverses_id]
        yield FundLine(
            on=draft.value_on,
            kind=draft.kind,
            counts_as=back or draft.kind,
            who=each.funder,
            number="",
            reference=draft.reference,
            amount=signed_amount(draft, back),
            cash=ZERO,
        )


def _of_advances(session: Session) -> Iterator[FundLine]:
    grants = {each.dossier_id: each for each in read_grants(session)}
    for dossier_id, events in read_all_events(session).items():
        known = {each.id: each for each in events}
        for each in events:
            moved = _moved(each, known)
            if moved:
                yield _line(each, _named(each, known), grants[dossier_id], moved)


def _moved(event: AdvanceEvent, known: dict[UUID, AdvanceEvent]) -> Money:
    """Return what an event brings to the cash; a reversal brings back what it names."""
    named = _named(event, known)
    amount = named.draft.amount * _SIGNS.get(named.draft.kind, 0)
    return amount if named is event else -amount


def _named(event: AdvanceEvent, known: dict[UUID, AdvanceEvent]) -> AdvanceEvent:
    """Return the event that one takes back, or itself."""
    back = event.draft.reverses_id
    return event if back is None else known[back]


def _line(event: AdvanceEvent, named: AdvanceEvent, grant: Grant, amount: Money) -> FundLine:
    return FundLine(
        on=event.draft.value_on,
        kind=event.draft.kind,
        counts_as=named.draft.kind,
        who=grant.company,
        number=grant.number,
        reference=event.draft.reference,
        amount=amount,
        cash=ZERO,
    )
