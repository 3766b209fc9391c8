"""What a meeting still lacks: before its notice is sent, before it opens."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.notices import days_before, earliest_second_meeting, is_too_late
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_row
from alize_desktop.wording.meetings import missing_before_opening


def lacking_for_opening(held: HeldMeeting, *, has_points: bool) -> tuple[str, ...]:
    """Return what a meeting lacks before it opens, a sentence each."""
    return missing_before_opening(
        has_members=any(each.has_seat for each in held.members),
        has_presiding=held.presiding is not None,
        has_secretary=bool(held.row.draft.secretary.strip()),
        has_dossiers=has_points,
    )


def notice_refusals(
    session: Session, held: HeldMeeting, today: date, *, has_points: bool, urgent: bool
) -> Iterator[UserError]:
    """Yield what keeps the notice from being sent, in the order it is mended.

    Args:
        session: In which the meeting was read.
        held: The meeting, in preparation.
        today: Day on which the notice is sent.
        has_points: Whether the agenda has a point.
        urgent: Whether the operator confirmed that it is urgent: the ordinary delay
            is not asked then. That of a second notice always is.
    """
    draft = held.row.draft
    if not held.is_written and not draft.place.strip():
        yield UserError(ErrorCode.PLACE_MISSING)
    if held.presiding is None:
        yield UserError(ErrorCode.PRESIDING_MEMBER_MISSING)
    if not draft.secretary.strip():
        yield UserError(ErrorCode.SECRETARY_MISSING)
    if not has_points:
        yield UserError(ErrorCode.MEETING_WITHOUT_DOSSIER, number=held.row.number)
    yield from _delay_refusals(session, held, today, urgent=urgent)


def second_meeting_refusals(held_on: date, since: date, days: int) -> Iterator[UserError]:
    """Yield the refusal of a second meeting that comes too soon.

    Args:
        held_on: Day of the second meeting.
        since: Day of the first one, or of the second notice when later.
        days: Clear days that the rules ask.
    """
    earliest = earliest_second_meeting(since, days)
    if held_on < earliest:
        yield UserError(ErrorCode.SECOND_NOTICE_TOO_SOON, days=days, earliest=earliest)


def _delay_refusals(
    session: Session, held: HeldMeeting, today: date, *, urgent: bool
) -> Iterator[UserError]:
    draft, rules = held.row.draft, held.rules
    if held.is_written:
        if draft.replies_by is not None and draft.replies_by < today:
            yield UserError(
                ErrorCode.REPLIES_BY_TOO_EARLY, replies_by=draft.replies_by, held_on=today
            )
    elif draft.second_notice_of is not None:
        since = max(today, read_row(session, draft.second_notice_of).draft.held_on)
        yield from second_meeting_refusals(draft.held_on, since, rules.second_notice_days)
    elif not urgent and is_too_late(today, draft.held_on, rules.notice_days):
        yield UserError(
            ErrorCode.NOTICE_TOO_LATE,
            days=rules.notice_days,
            left=days_before(today, draft.held_on),
            held_on=draft.held_on,
        )
