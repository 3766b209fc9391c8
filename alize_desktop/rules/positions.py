"""Where an advance stands on a day: everything is derived from its events, nothing is kept.

Being late is told apart from the state: it comes and goes with the days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    InstalmentState,
    ScheduleReason,
)
from alize_desktop.models.records.advances import (
    AdvanceEvent,
    AdvancePosition,
    InstalmentPosition,
    ScheduleVersion,
)
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.ageing import bucket
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.events_in_force import in_force, money_events
from alize_desktop.rules.replay import WRITE_OFFS, Replayed, replay, total

Kind = AdvanceEventKind

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AdvanceFacts:
    """What the decisions of the committee say of an advance.

    Attributes:
        amount: Granted, > 0.
        decided_on: Day of the meeting that granted it.
        lapses_on: Last day to sign the agreement; None without limit.
        is_given_up: Whether the company withdrew after the approval.
    """

    amount: Money
    decided_on: date
    lapses_on: date | None = None
    is_given_up: bool = False


def is_amendment(version: ScheduleVersion) -> bool:
    """Return whether a version follows an amendment, not the agreement or the payment."""
    return version.reason not in (ScheduleReason.CONTRACT, ScheduleReason.PAYMENT_DATE)


def owed(version: ScheduleVersion | None) -> tuple[Owed, ...]:
    """Return the rows of a version as things to repay, in its order; none without a version."""
    if version is None:
        return ()
    since = version.effective_on if is_amendment(version) else None
    return tuple(
        Owed(row.due, row.amount, None if row.number in version.kept else since)
        for row in version.rows
    )


def position(
    facts: AdvanceFacts,
    version: ScheduleVersion | None,
    events: Sequence[AdvanceEvent],
    on: date,
) -> AdvancePosition:
    """Return where an advance stands at the end of a day.

    Rows are owed as the money is paid to the company, oldest first. Money of the day an
    amendment takes effect, or before, fills the rows it kept; later money goes to all.

    Args:
        facts: What was granted.
        version: In force that day; None before the agreement is signed.
        events: All of the advance, in any order; those after ``on`` do not count.
        on: Any day.

    Raises:
        UserError: What ``replay`` refuses. A service that adds an event asks for the
            position with it, and records it only when there is one.

    Source:
        Règles de calcul, la vie d’une avance.
    """
    known = in_force(events, on)
    replayed = replay(owed(version), money_events(events), on, released=False)
    days = _Days(on, _moratoria(known), _claimed_on(version, known))
    rows = () if version is None else _rows(version, replayed, days)
    state = _state(facts, replayed, _after_amendment(version, known), on)
    return _position(replayed, state, rows, days)


def claimable(found: AdvancePosition) -> Money:
    """Return what may be asked for on the day: what is late, and what is due that very day."""
    return found.overdue + (found.next_amount if found.next_due == found.on else ZERO)


def _position(
    replayed: Replayed, state: AdvanceState, rows: tuple[InstalmentPosition, ...], days: "_Days"
) -> AdvancePosition:
    late = [row for row in rows if row.state is InstalmentState.LATE]
    days_late = max((row.days_late for row in late), default=0)
    left = [(days.due(row.instalment), row.remaining) for row in rows if row.remaining]
    next_due = min((due for due, _remaining in left if due >= days.on), default=None)
    return AdvancePosition(
        on=days.on,
        state=state,
        rows=rows,
        disbursed=replayed.disbursed,
        received=replayed.received,
        refunded=replayed.refunded,
        recovered=replayed.recovered,
        written_off=replayed.given_up,
        outstanding=replayed.outstanding,
        credit=replayed.credit,
        overdue=total([row.remaining for row in late]),
        bucket=bucket(days_late),
        days_late=days_late,
        next_due=next_due,
        next_amount=total([remaining for due, remaining in left if due == next_due]),
        moratorium_until=days.moratorium_until,
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """How late a row is on a day.

    Attributes:
        on: The day.
        moratoria: First and last day of each.
        claimed_on: Day everything was made due, None when it was not.
    """

    on: date
    moratoria: tuple[tuple[date, date], ...]
    claimed_on: date | None

    @property
    def moratorium_until(self) -> date | None:
        """Last day of the moratorium that runs, None when none does."""
        running = [last for first, last in self.moratoria if first <= self.on <= last]
        return max(running, default=None)

    def due(self, row: Instalment) -> date:
        """Return the day a row is due: its own, or that of the acceleration before it."""
        return row.due if self.claimed_on is None else min(row.due, self.claimed_on)

    def late(self, row: Instalment) -> int:
        """Return how many days a row is late; those of a moratorium do not count."""
        since = self.due(row)
        days = (self.on - since).days
        if days <= 0 or self.moratorium_until is not None:
            return 0
        suspended = {
            day
            for first, last in self.moratoria
            for day in range(max(first, since + _ONE_DAY).toordinal(), last.toordinal() + 1)
        }
        return days - len(suspended)


def _moratoria(known: Sequence[AdvanceEvent]) -> tuple[tuple[date, date], ...]:
    return tuple(
        (each.draft.value_on, each.draft.until)
        for each in known
        if each.draft.kind is Kind.MORATORIUM and each.draft.until is not None
    )


def _after_amendment(
    version: ScheduleVersion | None, known: Sequence[AdvanceEvent]
) -> tuple[AdvanceEvent, ...]:
    """Return the events that an amendment did not settle: it lifts what claimed everything."""
    if version is None or not is_amendment(version):
        return tuple(known)
    claims = (Kind.ACCELERATION, Kind.LITIGATION)
    return tuple(
        each
        for each in known
        if each.draft.kind not in claims or each.draft.value_on > version.effective_on
    )


def _claimed_on(version: ScheduleVersion | None, known: Sequence[AdvanceEvent]) -> date | None:
    return min(
        (
            each.draft.value_on
            for each in _after_amendment(version, known)
            if each.draft.kind is Kind.ACCELERATION
        ),
        default=None,
    )


def _rows(
    version: ScheduleVersion, replayed: Replayed, days: _Days
) -> tuple[InstalmentPosition, ...]:
    found = []
    for index, row in enumerate(version.rows):
        paid, written_off = replayed.paid[index], replayed.written_off[index]
        remaining = replayed.remaining[index]
        days_late = days.late(row) if remaining else 0
        state = InstalmentState.LATE if days_late else _row_state(row, paid, written_off)
        unreleased = replayed.unreleased[index]
        found.append(
            InstalmentPosition(row, paid, written_off, remaining, state, days_late, unreleased)
        )
    return tuple(found)


def _row_state(row: Instalment, paid: Money, written_off: Money) -> InstalmentState:
    """Return the state of a row that is not late."""
    if paid + written_off == row.amount:
        return InstalmentState.WRITTEN_OFF if written_off else InstalmentState.PAID
    return InstalmentState.PARTLY_PAID if paid else InstalmentState.TO_COME


def _state(
    facts: AdvanceFacts, replayed: Replayed, known: Sequence[AdvanceEvent], on: date
) -> AdvanceState:
    kinds = [each.draft.kind for each in known]
    if not replayed.disbursed:
        return _state_before_release(facts, is_signed=Kind.AGREEMENT_SIGNED in kinds, on=on)
    if not replayed.outstanding:
        if replayed.ended_by_write_off:
            last = [kind for kind in kinds if kind in WRITE_OFFS][-1]
            return AdvanceState.WAIVED if last is Kind.WAIVER else AdvanceState.LOST
        if facts.is_given_up or replayed.disbursed >= facts.amount:
            return AdvanceState.REPAID
    if Kind.LITIGATION in kinds:
        return AdvanceState.IN_LITIGATION
    return AdvanceState.ACCELERATED if Kind.ACCELERATION in kinds else AdvanceState.RUNNING


def _state_before_release(facts: AdvanceFacts, *, is_signed: bool, on: date) -> AdvanceState:
    if facts.is_given_up:
        return AdvanceState.GIVEN_UP
    if is_signed:
        return AdvanceState.SIGNED
    if facts.lapses_on is not None and on > facts.lapses_on:
        return AdvanceState.LAPSED
    return AdvanceState.GRANTED
