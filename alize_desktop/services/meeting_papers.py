"""The papers of a meeting: read in one transaction, typeset outside it, then remembered."""

from collections.abc import Callable, Generator
from pathlib import Path
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import MailsMade, MeetingPapersRecord
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.meeting_papers_notices import read_office, write_mails
from alize_desktop.services.meeting_papers_reading import read_papers_record

Typeset = Callable[[MeetingPapersRecord], Generator[Progress, None, bytes]]
"""Makes the bytes of a paper, one part a step."""


class MeetingPaperService:
    """Makes the papers of a meeting. Each method is a long work: run it in a task.

    Cancelled or failed, a work leaves no file and remembers nothing.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record(self, meeting_id: UUID) -> MeetingPapersRecord:
        """Return everything that the papers of a meeting say.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_papers_record(session, meeting_id)

    def notice(
        self, meeting_id: UUID, member_id: UUID, path: Path
    ) -> Generator[Progress, None, Paper]:
        """Write the notice for one member: the letter, the rules, the page to send back.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``MEMBER_UNKNOWN``;
                ``MEETING_WITHOUT_DOSSIER`` without any point; ``TEMPLATE_FIELD_EMPTY``
                for what its text needs; the file cannot be written.
        """
        from alize_desktop.documents.papers.notice import (  # noqa: PLC0415  # reportlab on first use
            notice_pdf,
        )

        with self._registry.read() as session:
            office = read_office(session, meeting_id, self._registry.clock())
        content = yield from notice_pdf(office.record, office.letter(office.member(member_id)))
        return papers.keep(
            self._registry,
            PaperKind.NOTICE,
            path,
            content,
            meeting_id=meeting_id,
            member_id=member_id,
        )

    def mails(self, meeting_id: UUID, folder: Path) -> Generator[Progress, None, MailsMade]:
        """Write the appointment and a mail for each member who has an address.

        Each file is whole or not there; those that were written stay when a later one
        cannot be.

        Args:
            meeting_id: The meeting.
            folder: A folder that exists.

        Raises:
            UserError: As ``notice``.
        """
        with self._registry.read() as session:
            office = read_office(session, meeting_id, self._registry.clock())
        return (yield from write_mails(self._registry, office, folder))

    def attendance_sheet(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the attendance sheet, to be signed.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.papers.attendance_sheet import (  # noqa: PLC0415  # reportlab on first use
            attendance_sheet_pdf,
        )

        kind = PaperKind.ATTENDANCE_SHEET
        return (yield from self._make(kind, meeting_id, path, attendance_sheet_pdf))

    def secret_ballots(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the ballot papers of a secret vote: one a voter, one a seat before the roll call.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``WRITTEN_CONSULTATION``, where every vote
                has a name; the file cannot be written.
        """
        from alize_desktop.documents.papers.secret_ballots import (  # noqa: PLC0415  # reportlab on first use
            secret_ballots_pdf,
        )

        if self.record(meeting_id).is_written:
            raise UserError(ErrorCode.WRITTEN_CONSULTATION)
        kind = PaperKind.SECRET_BALLOTS
        return (yield from self._make(kind, meeting_id, path, secret_ballots_pdf))

    def roll_call_grid(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the grids on which the roll call and the votes are noted by hand.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.papers.roll_call_grid import (  # noqa: PLC0415  # reportlab on first use
            roll_call_grid_pdf,
        )

        kind = PaperKind.ROLL_CALL_GRID
        return (yield from self._make(kind, meeting_id, path, roll_call_grid_pdf))

    def decision_slips(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the slips on which decisions are noted by hand.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.papers.decision_slips import (  # noqa: PLC0415  # reportlab on first use
            decision_slips_pdf,
        )

        kind = PaperKind.DECISION_SLIPS
        return (yield from self._make(kind, meeting_id, path, decision_slips_pdf))

    def conductor(self, meeting_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the conductor of whoever presides.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the file cannot be written.
        """
        from alize_desktop.documents.papers.conductor import (  # noqa: PLC0415  # reportlab on first use
            conductor_pdf,
        )

        return (yield from self._make(PaperKind.CONDUCTOR, meeting_id, path, conductor_pdf))

    def _make(
        self, kind: PaperKind, meeting_id: UUID, path: Path, typeset: Typeset
    ) -> Generator[Progress, None, Paper]:
        content = yield from typeset(self.record(meeting_id))
        return papers.keep(self._registry, kind, path, content, meeting_id=meeting_id)
