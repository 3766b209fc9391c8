"""Minutes: one record read in one transaction, typeset outside it, then remembered."""

from collections.abc import Generator
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingEventKind, MeetingState, PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import MinutesRecord, Paper
from alize_desktop.models.records.minutes_parts import MinutesAttendance
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import frozen, papers
from alize_desktop.services.frozen_programme import frozen_fund, programme_and_next
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import read_events
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.minutes_canonical import canonical_minutes
from alize_desktop.services.minutes_frozen import seal_of
from alize_desktop.services.minutes_items import items_of
from alize_desktop.services.minutes_notice import notice_of
from alize_desktop.services.minutes_people import attendance_of, course_of, proxies_of
from alize_desktop.services.minutes_points import points_of
from alize_desktop.services.minutes_texts import read_stages, read_texts
from alize_desktop.services.templates import read_identity
from alize_desktop.services.whereabouts import SITTING


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
            return _record(session, read_meeting(session, meeting_id))

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
        content = yield from minutes_pdf(record, canonical_minutes(record), self._identity())
        return papers.keep(self._registry, PaperKind.MINUTES, path, content, meeting_id=meeting_id)

    def preview(self, meeting_id: UUID) -> Generator[Progress, None, bytes]:
        """Make the minutes as they are now, for the eye: nothing is written or remembered.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        from alize_desktop.documents.minutes import (  # noqa: PLC0415  # reportlab on first use
            minutes_pdf,
        )

        return (yield from minutes_pdf(self.record(meeting_id), identity=self._identity()))

    def extract(
        self, meeting_id: UUID, item_id: UUID, path: Path
    ) -> Generator[Progress, None, Paper]:
        """Write the extract of the minutes for the company of a dossier.

        Returns:
            The file and its hash. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: ``MEETING_NOT_FOUND``, also for a point of another agenda or
                without a dossier; ``MEETING_NOT_CLOSED``; the file cannot be written.
        """
        from alize_desktop.documents.papers.minutes_extract import (  # noqa: PLC0415  # reportlab on first use
            extract_pdf,
        )

        record = self.record(meeting_id)
        item = next((each for each in record.items if each.place.item_id == item_id), None)
        if item is None:
            raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id))
        if not record.is_over:
            raise UserError(ErrorCode.MEETING_NOT_CLOSED, number=record.number)
        content = yield from extract_pdf(record, item, self._identity())
        kind = PaperKind.MINUTES_EXTRACT
        return papers.keep(self._registry, kind, path, content, meeting_id=meeting_id)

    def decision_list(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the list of the decisions of a meeting.

        Returns:
            The file and its hash. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.papers.decision_list import (  # noqa: PLC0415  # reportlab on first use
            decision_list_pdf,
        )

        content = yield from decision_list_pdf(self.record(meeting_id), self._identity())
        kind = PaperKind.DECISION_LIST
        return papers.keep(self._registry, kind, path, content, meeting_id=meeting_id)

    def _identity(self) -> PaperIdentity:
        with self._registry.read() as session:
            return read_identity(session)


def _record(session: Session, held: HeldMeeting) -> MinutesRecord:
    meeting_id = held.row.id
    programme, next_meeting_on = programme_and_next(session, meeting_id, held.row.draft.held_on)
    is_over = held.row.state in (MeetingState.CLOSED, MeetingState.APPROVED)
    seal = seal_of(session, meeting_id, is_over=is_over)
    agenda, events = read_agenda(session, held), read_events(session, meeting_id)
    is_carried_over = any(each.is_carried_over for each in agenda)
    attendance = attendance_of(held)
    return MinutesRecord(
        meeting_id=meeting_id,
        number=held.row.number,
        programme=programme,
        draft=held.row.draft,
        state=held.row.state,
        presiding=_presiding(held, attendance),
        opened_at=held.opened_at,
        closed_at=held.closed_at,
        quorum_at=held.quorum_at,
        attendance=attendance,
        quorum=frozen.quorum_of(session, meeting_id),
        items=items_of(session, held, agenda, seal),
        next_meeting_on=next_meeting_on,
        journal_head=seal.head,
        journal_lines=seal.lines,
        body=_body(held.rules, programme),
        rules=held.rules,
        rules_name=held.rules_name,
        version=held.minutes_version,
        reopenings=tuple(each for each in events if each.kind is MeetingEventKind.REOPENED),
        notice=notice_of(session, held, events),
        proxies=proxies_of(held),
        course=course_of(held, programme, events, is_carried_over=is_carried_over),
        points=points_of(session, meeting_id, agenda),
        lost_quorum=seal.lost_quorum,
        lost_reason=seal.lost_reason,
        fund=frozen_fund(session, meeting_id, programme),
        texts=read_texts(session, meeting_id),
        stages=read_stages(session, held),
    )


def _presiding(held: HeldMeeting, attendance: tuple[MinutesAttendance, ...]) -> Member | None:
    """Return who presides; nobody whom the roll call found away for the whole meeting."""
    away = {each.member.id for each in attendance if each.stays and each.kind not in SITTING}
    named = held.presiding
    return None if named is None or named.id in away else named


def _body(rules: CommitteeRules, programme: Programme) -> str:
    """Return the name of the body: that of its rules, unless the programme alone has one."""
    usual = CommitteeRules().body
    return rules.body if rules.body not in ("", usual) else programme.body_name
