"""A meeting with all that its screen shows, in a fixed number of statements."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.meetings import MeetingDetail
from alize_desktop.services.clock import local_day
from alize_desktop.services.meeting_answers import read_answers
from alize_desktop.services.meeting_events import read_events
from alize_desktop.services.meeting_readiness import lacking_for_opening, notice_refusals
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.programme import read_programme
from alize_desktop.services.quorum_forecasts import forecasts_of
from alize_desktop.wording.errors import message_of

_BEFORE = (MeetingState.PREPARATION, MeetingState.CONVENED)


def read_detail(session: Session, meeting_id: UUID, now: datetime) -> MeetingDetail:
    """Return a meeting with its agenda, its answers and what it still lacks.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    held = read_meeting(session, meeting_id)
    agenda = read_agenda(session, held)
    answers = read_answers(session, held)
    state = held.row.state
    missing: tuple[str, ...] = ()
    for_notice: tuple[str, ...] = ()
    if state in _BEFORE:
        missing = lacking_for_opening(held, has_points=bool(agenda))
    if state is MeetingState.PREPARATION:
        today = local_day(now, read_programme(session))
        refusals = notice_refusals(session, held, today, has_points=bool(agenda), urgent=False)
        for_notice = tuple(message_of(each) for each in refusals)
    return MeetingDetail(
        row=held.row,
        agenda=agenda,
        members=held.members,
        missing=missing,
        missing_for_notice=for_notice,
        rules_name=held.rules_name,
        answers=answers,
        forecasts=(
            forecasts_of(session, held, agenda, answers) if state is MeetingState.CONVENED else ()
        ),
        events=read_events(session, meeting_id),
    )
