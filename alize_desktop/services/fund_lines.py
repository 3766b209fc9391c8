"""What moved in a period: movements of the fund and money of advances, with the cash after."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Final
from uuid import UUID

from sqlalchemy import Integer, text
from sqlalchemy.orm import Session

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.models.records.fund import FundLine, FundMovement, FundPeriod
from alize_desktop.models.tables.types import DayType
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import signed_amount
from alize_desktop.rules.fund_checks import check_reckoned
from alize_desktop.services.advance_events import read_all_events
from alize_desktop.services.advance_grants import Grant, read_grants
from alize_desktop.services.fund_reading import read_movements, read_statement
from alize_desktop.services.programme import read_programme

Kind = AdvanceEventKind

_SIGNS: Final = {Kind.DISBURSEMENT: -1, Kind.REPAYMENT: 1, Kind.RECOVERY: 1, Kind.REFUND: -1}
"""Kinds that move cash, and whether they bring it or take it."""


_MOVED: Final = text(
    """
SELECT moved.value_on, sum(iif(named.id IS NULL, 1, -1) * coalesce(named.amount, moved.amount)
    * CASE coalesce(named.kind, moved.kind)
        WHEN 'repayment' THEN 1 WHEN 'recovery' THEN 1
        WHEN 'disbursement' THEN -1 WHEN 'refund' THEN -1 ELSE 0 END) AS amount
FROM advance_event AS moved LEFT JOIN advance_event AS named ON named.id = moved.reverses_id
GROUP BY moved.value_on"""
).columns(value_on=DayType(), amount=Integer())
"""What each day brings to the cash from advances; a reversal brings back what it names."""


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


def read_evenings(session: Session, on: date) -> tuple[Money, ...]:
    """Return the cash before a day, then on the evening of it and of each later day it moved.

    The file sums the money of advances itself: it is asked for at each movement.
    """
    moved = dict.fromkeys((on,), ZERO)
    for day, amount in session.execute(_MOVED):
        moved[day] = moved.get(day, ZERO) + Money(amount)
    for each in _of_movements(read_movements(session)):
        moved[each.on] = moved.get(each.on, ZERO) + each.amount
    cash = read_programme(session).fund_amount or ZERO
    cash += sum((amount for day, amount in moved.items() if day < on), ZERO)
    later = (moved[day] for day in sorted(moved) if day >= on)
    return tuple(accumulate(later, initial=cash))


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
