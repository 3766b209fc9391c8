"""What is written of an advance leaves every day of its past readable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.advances import AdvanceEvent, ScheduleVersion
from alize_desktop.rules.replay import REVERSALS, total
from alize_desktop.services.advance_events import signed_on
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.schedule_versions import in_force, read_versions


def check_history(session: Session, dossier_id: UUID, since: date, today: date) -> None:
    """Replay an advance, as it is written, at every day of value until today.

    What is taken back counts until the day of its reversal: an event dated in between is
    added to it, which the advance may not hold.

    Args:
        session: Of the transaction: what was just written is in it.
        dossier_id: Of the advance.
        since: Value date of what was just written; the days before it have not changed.
        today: Last day replayed.

    Raises:
        UserError: ``EVENT_BEFORE_REVERSAL`` when it holds today and not on some day before;
            what ``rules.replay`` refuses; ``DISBURSEMENT_TOO_LARGE``.
    """
    advance = read_advance(session, dossier_id, today)
    versions = read_versions(session, dossier_id)
    days = _days(advance.events, versions, since, today)
    refusals = [_refusal(advance, versions, day) for day in days]
    refused = [index for index, refusal in enumerate(refusals) if refusal is not None]
    if not refused:
        return
    refusal = refusals[refused[-1]]
    if refusal is not None and days[refused[-1]] < today:
        until = days[refused[-1] + 1]
        refusal = _before_reversal(advance.events, days[refused[0]], until) or refusal
    if refusal is not None:
        raise refusal


def _days(
    events: Sequence[AdvanceEvent],
    versions: Sequence[ScheduleVersion],
    since: date,
    today: date,
) -> list[date]:
    """Return the days on which something may change, in order."""
    moved = {each.draft.value_on for each in events} | {each.effective_on for each in versions}
    return sorted({since, today} | {day for day in moved if since <= day <= today})


def _refusal(
    advance: Advance, versions: tuple[ScheduleVersion, ...], day: date
) -> UserError | None:
    """Return why an advance cannot be what is written of it on a day, None when it can."""
    version = in_force(versions, day, signed_on(advance.events, day))
    try:
        found = replace(advance, on=day, version=version).position()
    except UserError as refusal:
        return refusal
    held = total([row.instalment.amount for row in found.rows])
    if found.disbursed > held:
        return UserError(ErrorCode.DISBURSEMENT_TOO_LARGE, amount=found.disbursed, left=held)
    return None


def _before_reversal(events: Sequence[AdvanceEvent], day: date, until: date) -> UserError | None:
    """Return a refusal that names what still counted on a day, and when it was taken back."""
    taken_back = {
        each.draft.reverses_id
        for each in events
        if each.draft.kind in REVERSALS and each.draft.value_on == until
    }
    for each in events:
        if each.id in taken_back and each.draft.value_on <= day:
            return UserError(
                ErrorCode.EVENT_BEFORE_REVERSAL,
                day=day,
                what=each.draft.kind,
                since=each.draft.value_on,
                limit=until,
            )
    return None
