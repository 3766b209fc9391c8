"""What may be recorded of a mission: in which state, on which days, about which event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import (
    MissionAccount,
    MissionEvent,
    MissionEventDraft,
    MissionSheet,
)
from alize_desktop.rules.advance_steps import check_day
from alize_desktop.rules.field_checks import check_period
from alize_desktop.rules.mission_checks import EVALUATIONS
from alize_desktop.rules.missions import (
    CONFIRMATIONS,
    ENDED,
    ENDINGS,
    account,
    confirmed_by,
    in_force,
)

Kind = MissionEventKind

_ALWAYS: Final = frozenset({Kind.NOTE, Kind.REVERSAL})
_UNDER_WAY: Final = (
    _ALWAYS | CONFIRMATIONS | EVALUATIONS | {Kind.AMENDED, Kind.DAYS_DONE, Kind.CLOSED}
)
_STEPS: Final = {
    MissionState.PLANNED: _ALWAYS | {Kind.AGREEMENT_SIGNED, Kind.GIVEN_UP},
    MissionState.AGREED: _ALWAYS | {Kind.AMENDED, Kind.DAYS_DONE, Kind.GIVEN_UP},
    MissionState.RUNNING: _UNDER_WAY,
    MissionState.OVERDUE: _UNDER_WAY | {Kind.GIVEN_UP},
    MissionState.CLOSED: _ALWAYS | EVALUATIONS,
    MissionState.GIVEN_UP: _ALWAYS,
}
"""What may happen in each state."""

_AFTER_THE_END: Final = ENDINGS | EVALUATIONS | {Kind.NOTE}
"""What may be taken back of a mission that is over: the rest waits until it is open again."""

_BESIDE_THE_AGREEMENT: Final = frozenset({Kind.AGREEMENT_SIGNED, Kind.NOTE})
_BEFORE: Final = {
    Kind.CLOSED: CONFIRMATIONS | {Kind.DAYS_DONE},
    **dict.fromkeys(EVALUATIONS, frozenset({Kind.DAYS_DONE})),
}
"""What comes before a closing, and before an evaluation: the days done are evaluated."""


@dataclass(frozen=True, slots=True)
class MissionFacts:
    """A mission as it stands today, before something more is recorded of it.

    Attributes:
        events: In the order in which they were entered.
        today: Of the clock.
    """

    number: str
    sheet: MissionSheet
    events: Sequence[MissionEvent]
    today: date

    @property
    def known(self) -> tuple[MissionEvent, ...]:
        """The events that nothing took back."""
        return in_force(self.events)

    @property
    def account(self) -> MissionAccount:
        """Where the mission stands."""
        return account(self.sheet, self.events, self.today)

    def named(self, draft: MissionEventDraft) -> MissionEvent | None:
        """Return the event that a draft is about, None when it is not of this mission."""
        return next((each for each in self.events if each.id == draft.names_id), None)


def possible(stands: MissionAccount) -> frozenset[MissionEventKind]:
    """Return what may happen to a mission as it stands; days done are never given up."""
    steps = _STEPS[stands.state]
    return steps - {Kind.GIVEN_UP} if stands.done else steps


def check_event(draft: MissionEventDraft, mission: MissionFacts) -> None:
    """Refuse what cannot be recorded of a mission.

    Args:
        draft: Tidied and checked by itself.
        mission: As it stands.

    Raises:
        UserError: ``CLOCK_BEHIND_REGISTRY``; ``MISSION_STEP_REFUSED``;
            ``EVENT_NOT_FOUND`` or ``MISSION_DAYS_CONFIRMED`` for a confirmation;
            ``EVENT_NOT_FOUND``, ``EVENT_ALREADY_REVERSED`` or ``EVENT_NOT_REVERSIBLE`` for
            a reversal; ``MISSION_DAYS_REMAIN`` for a closing; ``PERIOD_REVERSED`` for an
            amendment; ``EVENT_DATE_IN_FUTURE``; ``MISSION_DATE_TOO_EARLY``;
            ``EVENT_DATE_TOO_EARLY``.
    """
    if any(each.draft.value_on > mission.today for each in mission.events):
        raise UserError(ErrorCode.CLOCK_BEHIND_REGISTRY)
    stands = mission.account
    _check_state(draft.kind, mission.number, stands)
    if draft.kind in CONFIRMATIONS:
        _check_confirmation(draft, mission)
    elif draft.kind is Kind.REVERSAL:
        _check_reversal(draft, mission, stands.state)
    elif draft.kind is Kind.CLOSED and stands.done > stands.confirmed:
        left = stands.done - stands.confirmed
        raise UserError(ErrorCode.MISSION_DAYS_REMAIN, left=left, number=mission.number)
    elif draft.kind is Kind.AMENDED:
        check_period(mission.sheet.starts_on, draft.ends_on)
    check_day(draft.value_on, mission.today, ())
    _check_start(draft, mission)
    check_day(draft.value_on, mission.today, _limits(draft, mission))


def to_confirm(mission: MissionFacts, side: MissionEventKind, on: date) -> list[MissionEvent]:
    """Return the days done until a day that a side did not confirm yet."""
    known = mission.known
    return [
        each
        for each in known
        if each.draft.kind is Kind.DAYS_DONE
        and each.draft.value_on <= on
        and side not in confirmed_by(known, each)
    ]


def _check_state(kind: MissionEventKind, number: str, stands: MissionAccount) -> None:
    state = stands.state
    if kind in possible(stands):
        return
    if kind is Kind.GIVEN_UP and state is MissionState.OVERDUE:
        state = MissionState.RUNNING  # it is the days done that forbid it
    raise UserError(ErrorCode.MISSION_STEP_REFUSED, kind=kind, number=number, state=state)


def _check_confirmation(draft: MissionEventDraft, mission: MissionFacts) -> None:
    known = mission.known
    days = next((each for each in known if each.id == draft.names_id), None)
    if days is None or days.draft.kind is not Kind.DAYS_DONE:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    if draft.kind in confirmed_by(known, days):
        raise UserError(ErrorCode.MISSION_DAYS_CONFIRMED)


def _check_reversal(draft: MissionEventDraft, mission: MissionFacts, state: MissionState) -> None:
    target = mission.named(draft)
    if target is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    kind, known = target.draft.kind, mission.known
    if kind is Kind.REVERSAL:
        raise UserError(ErrorCode.EVENT_NOT_REVERSIBLE, kind=kind)
    if target not in known:
        raise UserError(ErrorCode.EVENT_ALREADY_REVERSED)
    if state in ENDED and kind not in _AFTER_THE_END:
        raise UserError(
            ErrorCode.MISSION_STEP_REFUSED, kind=Kind.REVERSAL, number=mission.number, state=state
        )
    followed = any(each.draft.kind not in _BESIDE_THE_AGREEMENT for each in known)
    if kind is Kind.AGREEMENT_SIGNED and followed:
        raise UserError(ErrorCode.EVENT_NOT_REVERSIBLE, kind=kind)


def _check_start(draft: MissionEventDraft, mission: MissionFacts) -> None:
    if draft.kind is Kind.DAYS_DONE:
        check_not_before(draft.value_on, mission.sheet.starts_on, mission.number)


def check_not_before(day: date, start: date | None, number: str) -> None:
    """Refuse a day of work before the mission starts; a start that is not said passes.

    Raises:
        UserError: ``MISSION_DATE_TOO_EARLY``.
    """
    if start is not None and day < start:
        raise UserError(ErrorCode.MISSION_DATE_TOO_EARLY, day=day, number=number, limit=start)


def _limits(draft: MissionEventDraft, mission: MissionFacts) -> Iterator[tuple[object, date]]:
    """Yield what is settled, with its day: nothing is dated before."""
    named = mission.named(draft)
    if named is not None:
        yield named.draft.kind, named.draft.value_on
    for each in mission.known:
        is_agreement = each.draft.kind is Kind.AGREEMENT_SIGNED and draft.kind not in _ALWAYS
        if is_agreement or each.draft.kind in _BEFORE.get(draft.kind, ()):
            yield each.draft.kind, each.draft.value_on
