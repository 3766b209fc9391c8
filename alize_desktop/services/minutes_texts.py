"""What somebody writes in the minutes, beside what the program writes; the minutes' own life."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingState, MinutesBlock, MinutesStage, PaperKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.papers import MinutesStageRow, MinutesText
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.models.tables.papers import (
    StoredMinutesStage,
    StoredMinutesText,
    StoredPaper,
)
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.minutes_stages import ITEM_BLOCKS, check_stage, check_writable
from alize_desktop.services import frozen
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_endings import approve_minutes
from alize_desktop.services.meeting_reading import read_meeting

_CHANGES: Final = (frozen.CLOSED, "minutes.written")
"""Actions of the journal after which a PDF of the minutes is no longer the minutes."""

LONGEST: Final = 20_000
"""Most characters of one text."""


class MinutesTextService:
    """Keeps the hand-written texts of minutes, and the steps of their life."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def write(
        self, meeting_id: UUID, block: MinutesBlock, text: str, item_id: UUID | None = None
    ) -> Changes:
        """Write a text in place of the one before; a blank text erases it.

        Minutes that were reviewed become a draft again.

        Args:
            meeting_id: Any meeting, from its preparation on.
            block: Where it stands in the minutes.
            text: Lines are kept as they are.
            item_id: Point of the agenda, for a block that is written for each.

        Raises:
            UserError: ``TEXT_TOO_LONG``; ``TEXT_HAS_CONTROL_CHARACTERS``;
                ``MEETING_NOT_FOUND``, also for a point of another agenda;
                ``MINUTES_SIGNED``: they are signed, and no longer change.
        """
        check_text(text, LONGEST, lines=True)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            _check_place(session, meeting_id, block, item_id)
            stages = read_stages(session, held)
            check_writable(stages[-1].stage)
            subject = item_id or meeting_id
            if not self._put(session, meeting_id, block, subject, text):
                return Changes()
            details = {"block": block.value, "item": str(item_id or ""), "text": text}
            self._registry.journal(session, "minutes.written", "meeting", meeting_id, details)
            if stages[-1].stage is MinutesStage.REVIEWED:
                self._add_stage(session, held, MinutesStage.DRAFT)
        return Changes(meetings=frozenset({meeting_id}))

    def advance(self, meeting_id: UUID, stage: MinutesStage, by: str = "") -> Changes:
        """Take the minutes to a step of their life.

        Args:
            meeting_id: A meeting that is closed.
            stage: The step; the last PDF of the minutes is what is signed.
            by: Who takes it, as typed.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``MEETING_NOT_CLOSED``;
                ``MINUTES_STAGE_REFUSED``: another step comes first;
                ``MINUTES_NOT_PRINTED``: there is no PDF to sign; a text refused.
        """
        check_text(by)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            stages = read_stages(session, held)
            if held.row.state not in (MeetingState.CLOSED, MeetingState.APPROVED):
                raise UserError(ErrorCode.MEETING_NOT_CLOSED, number=held.row.number)
            check_stage(stages[-1].stage, stage)
            self._add_stage(session, held, stage, by.strip())
            if stage is MinutesStage.APPROVED:
                approve_minutes(self._registry, session, meeting_id)
        return Changes(meetings=frozenset({meeting_id}))

    def _put(
        self, session: Session, meeting_id: UUID, block: MinutesBlock, subject: UUID, text: str
    ) -> bool:
        """Write, change or erase a row; return whether anything changed."""
        stored = session.scalar(
            select(StoredMinutesText).where(
                StoredMinutesText.meeting_id == meeting_id,
                StoredMinutesText.subject_id == subject,
                StoredMinutesText.block == block,
            )
        )
        said = text if text.strip() else ""
        if (stored.text if stored else "") == said:
            return False
        if stored is None:
            stored = StoredMinutesText(
                id=self._registry.new_id(), meeting_id=meeting_id, subject_id=subject, block=block
            )
            session.add(stored)
        stored.text, stored.written_at = said, self._registry.clock()
        return True

    def _add_stage(
        self, session: Session, held: HeldMeeting, stage: MinutesStage, by: str = ""
    ) -> None:
        paper = _last_paper(session, held.row.id) if stage is MinutesStage.SIGNED else None
        if stage is MinutesStage.SIGNED and paper is None:
            raise UserError(ErrorCode.MINUTES_NOT_PRINTED)
        columns: dict[str, Any] = {
            "id": self._registry.new_id(),
            "meeting_id": held.row.id,
            "version": held.minutes_version,
            "stage": stage,
            "by": by,
            "paper_id": paper,
            "at": self._registry.clock(),
        }
        session.execute(insert(StoredMinutesStage).values(columns))
        details = {
            "stage": stage.value,
            "version": held.minutes_version,
            "by": by,
            "paper": str(paper) if paper else None,
        }
        self._registry.journal(session, "minutes.staged", "meeting", held.row.id, details)


def read_texts(session: Session, meeting_id: UUID) -> tuple[MinutesText, ...]:
    """Return what was written in the minutes of a meeting, in a steady order."""
    statement = (
        select(StoredMinutesText)
        .where(StoredMinutesText.meeting_id == meeting_id, StoredMinutesText.text != "")
        .order_by(StoredMinutesText.block, StoredMinutesText.subject_id)
    )
    return tuple(
        MinutesText(
            each.block,
            each.text,
            None if each.subject_id == meeting_id else each.subject_id,
            each.written_at,
        )
        for each in session.scalars(statement)
    )


def read_stages(session: Session, held: HeldMeeting) -> tuple[MinutesStageRow, ...]:
    """Return the life of the present version of the minutes, oldest first.

    It begins as a draft, at the opening of the meeting or of the version. When a later
    meeting approved them, they are approved, whatever was said of them here.
    """
    statement = (
        select(StoredMinutesStage)
        .where(
            StoredMinutesStage.meeting_id == held.row.id,
            StoredMinutesStage.version == held.minutes_version,
        )
        .order_by(StoredMinutesStage.sequence)
    )
    first = MinutesStageRow(MinutesStage.DRAFT, held.minutes_version, None)
    kept = (
        MinutesStageRow(each.stage, each.version, each.at, each.by, each.paper_id)
        for each in session.scalars(statement)
    )
    stages = (first, *kept)
    if held.row.state is MeetingState.APPROVED and stages[-1].stage is not MinutesStage.APPROVED:
        return (*stages, MinutesStageRow(MinutesStage.APPROVED, held.minutes_version, None))
    return stages


def _check_place(
    session: Session, meeting_id: UUID, block: MinutesBlock, item_id: UUID | None
) -> None:
    item = select(StoredItem.id).where(
        StoredItem.id == item_id, StoredItem.meeting_id == meeting_id
    )
    is_there = item_id is None or session.scalar(item) is not None
    if not is_there or (block in ITEM_BLOCKS) is not (item_id is not None):
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id or meeting_id))


def _last_paper(session: Session, meeting_id: UUID) -> UUID | None:
    """Return the last PDF of the minutes as they are now; None when there is none.

    One that was made before the closing, or before a text was written, is no longer it.
    """
    changed = select(func.max(StoredLine.sequence)).where(
        StoredLine.subject_id == meeting_id, StoredLine.action.in_(_CHANGES)
    )
    return session.scalar(
        select(StoredPaper.id)
        .join(StoredLine, StoredLine.hash == StoredPaper.journal_head)
        .where(
            StoredPaper.meeting_id == meeting_id,
            StoredPaper.kind == PaperKind.MINUTES,
            StoredLine.sequence >= changed.scalar_subquery(),
        )
        .order_by(StoredLine.sequence.desc(), StoredPaper.id.desc())
        .limit(1)
    )
