"""What must be true before a meeting, or one of its ballots, is taken further."""

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, ItemStep, MeetingState
from alize_desktop.services.agenda_steps import Point
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import check_not_suspended
from alize_desktop.services.meeting_reading import read_meeting
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot

NOT_NOW: Final = {
    ItemStep.PENDING: ErrorCode.ITEM_NOT_PRESENTED,
    ItemStep.PRESENTED: ErrorCode.BALLOT_NOT_OPEN,
    ItemStep.BALLOT_OPEN: ErrorCode.BALLOT_OPEN,
    ItemStep.BALLOT_CLOSED: ErrorCode.BALLOT_CLOSED,
    ItemStep.PROCLAIMED: ErrorCode.BALLOT_PROCLAIMED,
    ItemStep.DECIDED: ErrorCode.DECISION_EXISTS,
}
"""Why something cannot be done at a step."""


def open_meeting(session: Session, meeting_id: UUID) -> HeldMeeting:
    """Return a meeting that is open, suspended or not.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``MEETING_NOT_OPEN``.
    """
    held = read_meeting(session, meeting_id)
    if held.row.state is not MeetingState.OPEN:
        raise UserError(ErrorCode.MEETING_NOT_OPEN, number=held.row.number)
    return held


def meeting_in_session(session: Session, meeting_id: UUID) -> HeldMeeting:
    """Return a meeting that is open and not suspended.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``.
    """
    held = open_meeting(session, meeting_id)
    check_not_suspended(session, meeting_id)
    return held


def open_ballot(session: Session, item_id: UUID) -> HeldBallot:
    """Return the open ballot of a point.

    Raises:
        UserError: ``BALLOT_NOT_OPEN``.
    """
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.closed_at is not None:
        raise UserError(ErrorCode.BALLOT_NOT_OPEN)
    return ballot


def closed_ballot(session: Session, item_id: UUID) -> HeldBallot:
    """Return the ballot of a point that is closed and not proclaimed.

    Raises:
        UserError: ``BALLOT_NOT_CLOSED``; ``BALLOT_PROCLAIMED``.
    """
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.closed_at is None:
        raise UserError(ErrorCode.BALLOT_NOT_CLOSED)
    if ballot.proclaimed_at is not None:
        raise UserError(ErrorCode.BALLOT_PROCLAIMED)
    return ballot


def proclaimed_ballot(session: Session, item_id: UUID) -> HeldBallot:
    """Return the ballot of a point that was last proclaimed.

    Raises:
        UserError: ``BALLOT_NOT_PROCLAIMED``.
    """
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.proclaimed_at is None:
        raise UserError(ErrorCode.BALLOT_NOT_PROCLAIMED)
    return ballot


def check_named(form: BallotForm) -> None:
    """Refuse a vote with a name in a ballot without names.

    Raises:
        UserError: ``BALLOT_NOT_NAMED``.
    """
    if form is not BallotForm.NAMED:
        raise UserError(ErrorCode.BALLOT_NOT_NAMED)


def check_counted(form: BallotForm) -> None:
    """Refuse counts in a named ballot.

    Raises:
        UserError: ``BALLOT_NAMED``.
    """
    if form is BallotForm.NAMED:
        raise UserError(ErrorCode.BALLOT_NAMED)


def check_step(point: Point, *allowed: ItemStep) -> None:
    """Refuse what cannot be done where a point stands.

    Raises:
        UserError: The reason, by step: ``ITEM_NOT_PRESENTED``, ``BALLOT_NOT_OPEN``,
            ``BALLOT_OPEN``, ``BALLOT_CLOSED``, ``BALLOT_PROCLAIMED``,
            ``DECISION_EXISTS``.
    """
    if point.step not in allowed:
        raise UserError(NOT_NOW[point.step], number=point.number)
