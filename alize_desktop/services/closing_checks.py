"""The check-list before closing, read from what the meeting holds.

A refusal without reason and a meeting without secretary are not on it: neither is
ever accepted.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemStep, MeetingState
from alize_desktop.models.records.committee import ClosingCheck
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.rules.decisions import WITHOUT_RESULT
from alize_desktop.services import decision_records
from alize_desktop.services.ballot_results import reexamination_of
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import suspension_of
from alize_desktop.services.meeting_reading import read_agenda
from alize_desktop.services.roll import frozen_electorate
from alize_desktop.services.stored_ballot import ballots_of
from alize_desktop.services.whereabouts import SITTING
from alize_desktop.wording import closing as wording


def closing_checks(session: Session, held: HeldMeeting) -> tuple[ClosingCheck, ...]:
    """Return what is still to be done before a meeting closes, what blocks first."""
    agenda = read_agenda(session, held)
    decisions = decision_records.by_item(session, held.row.id)
    doubts = _doubts(session, held, agenda)
    found = [
        check
        for line in agenda
        for check in _of_line(line, decisions.get(line.id), doubts.get(line.id, ""))
    ]
    found += _of_meeting(session, held)
    return (
        *(each for each in found if each.is_blocking),
        *(each for each in found if not each.is_blocking),
    )


def _of_line(line: AgendaLine, decision: Decision | None, doubt: str) -> Iterator[ClosingCheck]:
    if not line.is_done:
        sentence = wording.to_examine_again(line, doubt) if doubt else wording.unfinished(line)
        is_blocking = line.dossier_id is not None or line.step is not ItemStep.PENDING
        yield ClosingCheck(sentence, is_blocking=is_blocking, item_id=line.id)
    if decision is None:
        return
    if doubt and decision.draft.outcome not in WITHOUT_RESULT:
        sentence = wording.decided_in_doubt(line)
        yield ClosingCheck(sentence, is_blocking=False, item_id=line.id)
    undated = sum(each.due_on is None for each in decision.draft.conditions)
    if undated:
        yield ClosingCheck(
            wording.undated_conditions(line, undated), is_blocking=False, item_id=line.id
        )


def _doubts(session: Session, held: HeldMeeting, agenda: Sequence[AgendaLine]) -> dict[UUID, str]:
    """Return why the last result of a point must be looked at again, by point."""
    ballots = ballots_of(session, held.row.id)
    return {
        line.id: reexamination_of(held, frozen_electorate(held, line.id, ballot), ballot)
        for line in agenda
        for ballot in ballots.get(line.id, ())[-1:]
    }


def _of_meeting(session: Session, held: HeldMeeting) -> Iterator[ClosingCheck]:
    for each in held.attendance():
        if each.holder_id is not None and not each.proxy_document:
            holder = held.member(each.holder_id)
            sentence = wording.proxy_without_document(each.member.sheet, holder.sheet)
            yield ClosingCheck(sentence, is_blocking=False, member_id=each.member.id)
    presiding = held.presiding
    if presiding is not None and held.kind_of(presiding.id) not in SITTING:
        sentence = wording.presiding_gone(presiding.sheet)
        yield ClosingCheck(sentence, is_blocking=False, member_id=presiding.id)
    if suspension_of(session, held.row.id) is not None:
        yield ClosingCheck(wording.SUSPENDED, is_blocking=True)
    if not _next_is_fixed(session, held):
        yield ClosingCheck(wording.WITHOUT_NEXT, is_blocking=False)


def _next_is_fixed(session: Session, held: HeldMeeting) -> bool:
    later = select(StoredMeeting.id).where(
        StoredMeeting.held_on > held.row.draft.held_on,
        StoredMeeting.state.in_((MeetingState.PREPARATION, MeetingState.CONVENED)),
    )
    return session.scalar(later.limit(1)) is not None
