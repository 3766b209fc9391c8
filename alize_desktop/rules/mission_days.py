"""How many days a mission may hold: what nobody can do is refused.

One person does one day a date at most. A line may gather several days: it is dated of the
last of them, so that days done by a date are never more than the dates since the mission
could begin.
"""

from datetime import date
from decimal import Decimal

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.rules.mission_steps import MissionFacts


def check_days(draft: MissionEventDraft, mission: MissionFacts) -> None:
    """Refuse days that nobody can do, and an amendment that denies those done.

    Args:
        draft: Already accepted by ``mission_steps.check_event``.
        mission: As it stands.

    Raises:
        UserError: ``MISSION_DAYS_TOO_MANY``; ``MISSION_AMENDED_BELOW_DONE``;
            ``MISSION_ENDS_BEFORE_DAYS``.
    """
    if draft.kind is MissionEventKind.DAYS_DONE:
        _check_done(draft, mission)
    elif draft.kind is MissionEventKind.AMENDED:
        _check_amended(draft, mission)


def _check_done(draft: MissionEventDraft, mission: MissionFacts) -> None:
    first = _first_day(mission)
    lines = sorted([*_done(mission), draft], key=lambda each: each.value_on)
    total = Decimal(0)
    for each in lines:
        total += each.days
        most = (each.value_on - first).days + 1
        if each.value_on >= draft.value_on and total > most:
            raise UserError(
                ErrorCode.MISSION_DAYS_TOO_MANY,
                days=total,
                first=first,
                day=each.value_on,
                number=mission.number,
            )


def _check_amended(draft: MissionEventDraft, mission: MissionFacts) -> None:
    done = mission.account.done
    if draft.days and draft.days < done:
        raise UserError(
            ErrorCode.MISSION_AMENDED_BELOW_DONE, days=draft.days, done=done, number=mission.number
        )
    last = max((each.value_on for each in _done(mission)), default=None)
    if last is not None and draft.ends_on is not None and draft.ends_on < last:
        raise UserError(
            ErrorCode.MISSION_ENDS_BEFORE_DAYS,
            day=draft.ends_on,
            limit=last,
            number=mission.number,
        )


def _first_day(mission: MissionFacts) -> date:
    """Return the first day on which somebody could work: after the signature and the start."""
    signed = [
        each.draft.value_on
        for each in mission.known
        if each.draft.kind is MissionEventKind.AGREEMENT_SIGNED
    ]
    return max([*signed, mission.sheet.starts_on or date.min])


def _done(mission: MissionFacts) -> list[MissionEventDraft]:
    return [each.draft for each in mission.known if each.draft.kind is MissionEventKind.DAYS_DONE]
