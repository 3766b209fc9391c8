"""What missions ask to be followed up: their end, days to confirm, evaluations, notes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from alize_desktop.models.enums import FollowUpKind, MissionEventKind, MissionState
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.missions import MissionEvent, MissionRow
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.missions import confirmed_by, in_force

Kind = MissionEventKind

DELAY_DAYS: Final = 30
"""Days given to confirm days done, and to evaluate a mission that is closed."""

_OPEN: Final = frozenset({MissionState.AGREED, MissionState.RUNNING, MissionState.OVERDUE})
_CONFIRMATIONS: Final = (
    ("company", Kind.CONFIRMED_BY_COMPANY),
    ("partner", Kind.CONFIRMED_BY_PARTNER),
)


def mission_items(
    mission: MissionRow, events: Sequence[MissionEvent], on: date
) -> Iterator[FollowUpItem]:
    """Yield what a mission still asks for. One that was taken over from the past asks nothing.

    Args:
        mission: Where it stands on the day.
        events: All of it, in the order in which they were entered.
        on: Day it is.
    """
    state = mission.account.state
    if mission.is_history or state is MissionState.GIVEN_UP:
        return
    live = in_force(events)
    if state is MissionState.CLOSED:
        yield from _evaluations(mission, on)
        return
    if mission.account.ends_on is not None:
        values = (("planned", mission.account.planned), ("done", mission.account.done))
        yield _item(mission, on, mission.account.ends_on, "end", values=values)
    yield from _confirmations(mission, live, on)
    if state in _OPEN:
        yield from _note(mission, live, on)


def _confirmations(
    mission: MissionRow, live: Sequence[MissionEvent], on: date
) -> Iterator[FollowUpItem]:
    """Yield, for each side, the days done that it did not confirm: those of the first day."""
    done = [each for each in live if each.draft.kind is Kind.DAYS_DONE]
    for side, kind in _CONFIRMATIONS:
        waiting = [each for each in done if kind not in confirmed_by(live, each)]
        if waiting:
            due_on = waiting[0].draft.value_on + timedelta(days=DELAY_DAYS)
            days = sum(each.draft.days for each in waiting)
            key = f"confirm-{side}"
            yield _item(mission, on, due_on, "confirm", key=key, values=_of(side, days))


def _evaluations(mission: MissionRow, on: date) -> Iterator[FollowUpItem]:
    account = mission.account
    if account.closed_on is None:
        return
    due_on = account.closed_on + timedelta(days=DELAY_DAYS)
    for side, rating in (("company", account.company_rating), ("partner", account.partner_rating)):
        if rating is None:
            key = f"evaluate-{side}"
            yield _item(mission, on, due_on, "evaluate", key=key, values=_of(side, None))


def _note(mission: MissionRow, live: Sequence[MissionEvent], on: date) -> Iterator[FollowUpItem]:
    """Yield the months over that have no note, as one thing; or else the month that runs."""
    if mission.sheet.starts_on is None:
        return
    noted = {_month(each.draft.value_on) for each in live if each.draft.kind is Kind.NOTE}
    last = min(on, mission.account.ends_on or on)
    month = _month(mission.sheet.starts_on)
    missing = []
    while month <= last:
        if month not in noted:
            missing.append(month)
        month = add_months(month, 1)
    asked = [each for each in missing if _last_day(each) < on] or missing
    if asked:
        values = (("month", asked[0]), ("count", len(asked)))
        yield _item(mission, on, _last_day(asked[0]), "note", values=values)


def _last_day(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _month(day: date) -> date:
    return day.replace(day=1)


def _of(side: str, days: object) -> tuple[tuple[str, object], ...]:
    return (("side", side), ("days", days))


def _item(
    mission: MissionRow,
    on: date,
    due_on: date,
    what: str,
    *,
    key: str = "",
    values: tuple[tuple[str, object], ...] = (),
) -> FollowUpItem:
    return FollowUpItem(
        kind=FollowUpKind.MISSION,
        due_on=due_on,
        is_late=due_on < on,
        subject_id=mission.id,
        number=mission.number,
        company=mission.company,
        key=key or what,
        what=what,
        values=(*values, ("partner", mission.partner)),
        dossier_id=mission.dossier_id,
    )
