"""Minutes: one record read in one transaction, typeset outside it, then remembered."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import AttendanceKind, BallotForm, ItemKind, PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.minutes import (
    MinutesAttendance,
    MinutesItem,
    MinutesRecord,
    Paper,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records, frozen, papers
from alize_desktop.services.advance_terms import terms_decided
from alize_desktop.services.ballot_results import ballot_state
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.frozen_programme import programme_and_next
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.roll import frozen_electorate, frozen_quorum
from alize_desktop.services.stored_ballot import HeldBallot, ballots_of
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
            programme, next_meeting_on = programme_and_next(
                session, meeting_id, held.row.draft.held_on
            )
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
                attendance=tuple(_attendance(held)),
                quorum=frozen.quorum_of(session, meeting_id),
                items=tuple(_items(session, held)),
                next_meeting_on=next_meeting_on,
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


def _attendance(held: HeldMeeting) -> Iterator[MinutesAttendance]:
    """Yield where each seat stands; an alternate who sits has a line too."""
    for each in held.attendance():
        holder = held.member(each.holder_id) if each.holder_id else None
        kind = each.kind or AttendanceKind.ABSENT
        yield MinutesAttendance(each.member, kind, holder, each.at)
        sitter = held.alternate_of(each.member)
        if kind is AttendanceKind.SUBSTITUTED and sitter is not None:
            yield MinutesAttendance(sitter, AttendanceKind.PRESENT, None, each.at)


def _items(session: Session, held: HeldMeeting) -> Iterator[MinutesItem]:
    """Yield the dossiers in the order of passage; those decided, as the committee saw them."""
    agenda = read_agenda(session, held)
    agenda = tuple(each for each in agenda if each.kind is ItemKind.DOSSIER)
    ids = [each.dossier for each in agenda]
    sheets, seen = read_sheets(session, ids), frozen.sheets_of(session, ids)
    ballots = ballots_of(session, held.row.id)
    decisions = decision_records.by_item(session, held.row.id)
    for line in agenda:
        sheet = seen.get(line.id, sheets[line.dossier])
        item = _item(held, line, sheet, ballots[line.id][-1] if line.id in ballots else None)
        decision = decisions.get(line.id)
        yield replace(item, decision=decision, schedule=_schedule(held, decision))


def _item(
    held: HeldMeeting, line: AgendaLine, sheet: DossierSheet, ballot: HeldBallot | None
) -> MinutesItem:
    """Return a dossier with its ballot; what is not proclaimed yet is not told."""
    recused = held.recusals.get(line.id, ()) if ballot is None else ballot.recused
    item = MinutesItem(
        position=line.position,
        number=sheet.number,
        sheet=sheet,
        recused=tuple((held.member(each.member_id), each.reason, each.at) for each in recused),
        presiding=None,
        quorum=None,
        ballot_form=None,
        opened_at=None,
        closed_at=None,
        votes=(),
        result=None,
        sentence="",
        decision=None,
        schedule=None,
    )
    if ballot is None:
        return item
    who = frozen_electorate(held, line.id, ballot)
    item = replace(
        item,
        presiding=held.member(ballot.presiding_member_id),
        quorum=frozen_quorum(ballot),
        ballot_form=ballot.form,
        opened_at=ballot.opened_at,
        closed_at=ballot.closed_at,
    )
    if ballot.proclaimed_at is None:
        return item
    shown = ballot_state(held, who, ballot)
    votes = tuple(_votes(held, ballot))
    return replace(item, votes=votes, result=shown.result, sentence=shown.sentence)


def _votes(held: HeldMeeting, ballot: HeldBallot) -> Iterator[tuple[Member, str, str]]:
    if ballot.form is not BallotForm.NAMED:
        return
    voters = {each.member_id: each for each in ballot.voters}
    for member in held.members:
        voter = voters.get(member.id)
        if voter is not None and voter.choice is not None:
            holder = held.member(voter.holder_id).sheet.full_name if voter.holder_id else ""
            sheet = replace(member.sheet, weight=voter.weight)  # as it was in the ballot
            yield replace(member, sheet=sheet), label(voter.choice), holder


def _schedule(held: HeldMeeting, decision: Decision | None) -> RepaymentSchedule | None:
    if decision is None or decision.draft.outcome not in APPROVALS or not decision.draft.amount:
        return None
    return schedule(terms_decided(decision, held.row.draft.held_on))


def _head_about(session: Session, held: HeldMeeting) -> tuple[str, int]:
    """Return the journal's head as it stood when the meeting was closed.

    What is journaled afterwards, such as the minutes being written, does not
    change what they say: the same meeting gives the same bytes.
    """
    closed = session.execute(
        select(StoredLine.hash, StoredLine.sequence)
        .where(StoredLine.subject_id == held.row.id, StoredLine.action == frozen.CLOSED)
        .order_by(StoredLine.sequence.desc())
        .limit(1)
    ).one_or_none()
    if closed is not None:
        return closed.hash, closed.sequence
    return papers.journal_head(session)
