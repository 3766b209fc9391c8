"""Where a mission stands on a day, replayed from its events.

An event that a reversal names was a mistake: it never counted, whatever the day. A
mission that was never agreed stays planned, even past its last day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import (
    MissionAccount,
    MissionEvent,
    MissionSheet,
)
from alize_desktop.models.values import Money

CONFIRMATIONS: Final = frozenset(
    {MissionEventKind.CONFIRMED_BY_COMPANY, MissionEventKind.CONFIRMED_BY_PARTNER}
)
"""One of each makes days done beyond dispute."""

ENDINGS: Final = frozenset({MissionEventKind.CLOSED, MissionEventKind.GIVEN_UP})
ENDED: Final = frozenset({MissionState.CLOSED, MissionState.GIVEN_UP})

T = TypeVar("T")

_HUNDREDTHS: Final = 100
_BOTH_SIDES: Final = 2
_NONE: Final = Decimal(0)


def in_force(events: Iterable[MissionEvent], on: date = date.max) -> tuple[MissionEvent, ...]:
    """Return the events of a day and before that nothing took back, in order of their day.

    Args:
        events: In the order in which they were entered.
        on: The day.
    """
    entered = tuple(events)
    dropped = {each.draft.names_id for each in entered if _is(each, MissionEventKind.REVERSAL)}
    kept = (
        each
        for each in entered
        if each.id not in dropped
        and each.draft.value_on <= on
        and not _is(each, MissionEventKind.REVERSAL)
    )
    return tuple(sorted(kept, key=lambda each: each.draft.value_on))


def account(sheet: MissionSheet, events: Iterable[MissionEvent], on: date) -> MissionAccount:
    """Return where a mission stands on a day.

    Args:
        sheet: Of the mission, as it stands.
        events: In the order in which they were entered.
        on: The day.
    """
    known = in_force(events, on)
    days = _of(known, MissionEventKind.DAYS_DONE)
    done = _days(days)
    amended = _of(known, MissionEventKind.AMENDED)
    ends_on = _last(sheet.ends_on, [each.draft.ends_on for each in amended])
    closings = _of(known, MissionEventKind.CLOSED)
    return MissionAccount(
        state=_state(known, done, ends_on, on),
        planned=_last(sheet.planned_days, [each.draft.days or None for each in amended]),
        done=done,
        confirmed=_days([each for each in days if len(confirmed_by(known, each)) == _BOTH_SIDES]),
        value=value_of(sheet.day_value, done),
        ends_on=ends_on,
        company_rating=_rating(known, MissionEventKind.EVALUATED_BY_COMPANY),
        partner_rating=_rating(known, MissionEventKind.EVALUATED_BY_PARTNER),
        closed_on=closings[-1].draft.value_on if closings else None,
    )


def engaged_days(stands: MissionAccount) -> Decimal:
    """Return the days that a mission takes from those granted: those done once given up."""
    return stands.done if stands.state is MissionState.GIVEN_UP else stands.planned


def confirmed_by(known: Iterable[MissionEvent], days: MissionEvent) -> frozenset[MissionEventKind]:
    """Return the sides that confirmed days done, among events in force."""
    return frozenset(
        each.draft.kind
        for each in known
        if each.draft.kind in CONFIRMATIONS and each.draft.names_id == days.id
    )


def value_of(day_value: Money, days: Decimal) -> Money:
    """Return what days are worth, rounded half up to the centime."""
    return (day_value * int(days * _HUNDREDTHS)).divided(_HUNDREDTHS)


def _state(
    known: Sequence[MissionEvent], done: Decimal, ends_on: date | None, on: date
) -> MissionState:
    kinds = {each.draft.kind for each in known}
    if MissionEventKind.CLOSED in kinds:
        return MissionState.CLOSED
    if MissionEventKind.GIVEN_UP in kinds:
        return MissionState.GIVEN_UP
    if MissionEventKind.AGREEMENT_SIGNED not in kinds:
        return MissionState.PLANNED
    if ends_on is not None and on > ends_on:
        return MissionState.OVERDUE
    return MissionState.RUNNING if done else MissionState.AGREED


def _is(event: MissionEvent, kind: MissionEventKind) -> bool:
    return event.draft.kind is kind


def _of(known: Iterable[MissionEvent], kind: MissionEventKind) -> list[MissionEvent]:
    return [each for each in known if _is(each, kind)]


def _days(events: Iterable[MissionEvent]) -> Decimal:
    return sum((each.draft.days for each in events), _NONE)


def _rating(known: Iterable[MissionEvent], kind: MissionEventKind) -> int | None:
    return _last(None, [each.draft.rating for each in _of(known, kind)])


def _last(first: T, later: Iterable[T | None]) -> T:
    """Return the last of some values that is said; the first one when none is."""
    said = [each for each in later if each is not None]
    return said[-1] if said else first
