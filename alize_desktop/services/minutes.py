"""Minutes: one record read in one transaction, typeset outside it, then remembered."""

from collections.abc import Generator
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import AttendanceKind, BallotForm, PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine, QuorumState
from alize_desktop.models.records.minutes import (
    MinutesAttendance,
    MinutesItem,
    MinutesRecord,
    Paper,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records, papers
from alize_desktop.services.advance_terms import terms_of
from alize_desktop.services.ballot_results import ballot_state
from alize_desktop.services.clock import local_day
from alize_desktop.services.committee_reading import read_sheet
from alize_desktop.services.meeting_reading import HeldMeeting, read_agenda, read_meeting
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import electorate_of, frozen_electorate, quorum_state
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot
from alize_desktop.wording.labels import label


class MinutesService:
    """Reads what the minutes say, and writes them as PDF."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record(self, meeting_id: UUID) -> MinutesRecord:
        """Return everything the minutes of a meeting say.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            programme = read_programme(session)
            head, lines = _head_about(session, held)
            return MinutesRecord(
                meeting_id=meeting_id,
                number=held.row.number,
                programme=programme,
                draft=held.row.draft,
                state=held.row.state,
                presiding=held.presiding,
                opened_at=held.opened_at,
                closed_at=held.closed_at,
                quorum_at=held.quorum_at,
                attendance=_attendance(held),
                quorum=quorum_state(held, electorate_of(held)) if held.quorum_at else None,
                items=tuple(_items(session, held, programme)),
                next_meeting_on=_next_meeting(session, held.row.draft.held_on),
                journal_head=head,
                journal_lines=lines,
            )

    def export(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the minutes to ``path``, section by section.

        Returns:
            The file and its hash. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.minutes import (  # noqa: PLC0415  # reportlab on first use
            minutes_pdf,
        )

        record = self.record(meeting_id)
        content = yield from minutes_pdf(record)
        return papers.keep(self._registry, PaperKind.MINUTES, path, content, meeting_id=meeting_id)


def _attendance(held: HeldMeeting) -> tuple[MinutesAttendance, ...]:
    return tuple(
        MinutesAttendance(
            member=each.member,
            kind=each.kind or AttendanceKind.ABSENT,
            holder=held.member(each.holder_id) if each.holder_id else None,
            at=each.at,
        )
        for each in held.attendance()
    )


def _items(
    session: Session, held: HeldMeeting, programme: Programme
) -> Generator[MinutesItem, None, None]:
    decisions = decision_records.by_item(session, held.row.id)
    for line in read_agenda(session, held):
        ballot = read_ballot(session, line.id)
        yield _item(session, held, programme, line, ballot, decisions.get(line.id))


def _item(
    session: Session,
    held: HeldMeeting,
    programme: Programme,
    line: AgendaLine,
    ballot: HeldBallot | None,
    decision: Decision | None,
) -> MinutesItem:
    shown = None
    if ballot is not None and ballot.closed_at is not None:
        shown = ballot_state(held, frozen_electorate(held, line.id, ballot.voters), ballot)
    return MinutesItem(
        position=line.position,
        number=line.number,
        sheet=read_sheet(session, line.dossier_id),
        recused=tuple(
            (held.member(each.member_id), each.reason, each.at)
            for each in held.recusals.get(line.id, ())
        ),
        quorum=_quorum_of(held, line, ballot),
        ballot_form=ballot.form if ballot else None,
        opened_at=ballot.opened_at if ballot else None,
        closed_at=ballot.closed_at if ballot else None,
        votes=tuple(_votes(held, ballot)) if ballot else (),
        result=shown.result if shown else None,
        sentence=shown.sentence if shown else "",
        decision=decision,
        schedule=_schedule(decision, programme),
    )


def _quorum_of(
    held: HeldMeeting, line: AgendaLine, ballot: HeldBallot | None
) -> QuorumState | None:
    if ballot is None:
        return None
    return quorum_state(held, frozen_electorate(held, line.id, ballot.voters))


def _votes(held: HeldMeeting, ballot: HeldBallot) -> Generator[tuple[Member, str, str], None, None]:
    if ballot.form is not BallotForm.NAMED:
        return
    voters = {each.member_id: each for each in ballot.voters}
    for member in held.members:
        voter = voters.get(member.id)
        choice = ballot.votes.get(member.id)
        if voter is None or choice is None:
            continue
        holder = held.member(voter.holder_id).sheet.full_name if voter.holder_id else ""
        yield member, label(choice), holder


def _schedule(decision: Decision | None, programme: Programme) -> RepaymentSchedule | None:
    if decision is None or decision.draft.outcome not in APPROVALS or not decision.draft.amount:
        return None
    return schedule(terms_of(decision.draft, local_day(decision.decided_at, programme), programme))


def _next_meeting(session: Session, held_on: date) -> date | None:
    return session.scalar(
        select(StoredMeeting.held_on)
        .where(StoredMeeting.held_on > held_on)
        .order_by(StoredMeeting.held_on)
        .limit(1)
    )


def _head_about(session: Session, held: HeldMeeting) -> tuple[str, int]:
    """Return the journal's head as it stood when the meeting was closed.

    What is journaled afterwards, such as the minutes being written, does not
    change what they say: the same meeting gives the same bytes.
    """
    closed = session.execute(
        select(StoredLine.hash, StoredLine.sequence)
        .where(StoredLine.subject_id == held.row.id, StoredLine.action == "meeting.closed")
        .order_by(StoredLine.sequence.desc())
        .limit(1)
    ).one_or_none()
    if closed is not None:
        return closed.hash, closed.sequence
    return papers.journal_head(session)
