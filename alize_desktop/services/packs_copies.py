"""The register of copies: who received which, what was withheld, whether it is still right."""

from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.packs import CopyRow
from alize_desktop.models.records.papers import PackCopy
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.models.tables.papers import StoredPackCopy, StoredPaper
from alize_desktop.models.tables.people import StoredMember
from alize_desktop.wording.packs import STALE

_CHANGES: Final = (
    "dossier.saved",
    "dossier.state_changed",
    "document.attached",
    "document.removed",
    "meeting.agenda_set",
    "meeting.saved",
)
"""What, in the journal, makes a copy say something else than the registry."""


def next_number(session: Session, meeting_id: UUID) -> int:
    """Return the number after the last copy of a meeting."""
    last = session.scalar(
        select(func.max(StoredPackCopy.number)).where(StoredPackCopy.meeting_id == meeting_id)
    )
    return (last or 0) + 1


def write_copy(
    registry: Registry, session: Session, paper: Paper, copy: PackCopy, readable: list[str]
) -> None:
    """Remember a copy that was written, with its journal line.

    Args:
        registry: The registry.
        session: Of a transaction that writes.
        paper: The file.
        copy: Its number, its reader, what was withheld.
        readable: Numbers of the dossiers withheld, for who reads the journal.
    """
    session.execute(insert(StoredPaper).values(_paper_columns(paper, copy)))
    session.execute(insert(StoredPackCopy).values(_copy_columns(copy)))
    details: dict[str, object] = {
        "file": Path(paper.path).name,
        "sha256": paper.sha256,
        "copy": copy.number,
        "member": str(copy.member_id) if copy.member_id else "",
        "withheld": readable,
    }
    registry.journal(session, "pack.exported", "meeting", copy.meeting_id, details)


def read_copies(session: Session, meeting_id: UUID) -> tuple[CopyRow, ...]:
    """Return the copies of a meeting, by number."""
    dossiers = session.execute(select(StoredDossier.id, StoredDossier.number))
    numbers = {each.id: each.number for each in dossiers}
    statement = (
        select(StoredPackCopy, StoredPaper.path, StoredMember)
        .join(StoredPaper, StoredPaper.id == StoredPackCopy.paper_id)
        .outerjoin(StoredMember, StoredMember.id == StoredPackCopy.member_id)
        .where(StoredPackCopy.meeting_id == meeting_id)
        .order_by(StoredPackCopy.number)
    )
    return tuple(
        CopyRow(
            copy=_record(stored),
            reader=f"{member.first_name} {member.last_name}" if member else "",
            withheld=tuple(sorted(numbers[UUID(each)] for each in stored.withheld)),
            path=path,
            warning=STALE if is_stale_since(session, meeting_id, stored.journal_head) else "",
        )
        for stored, path, member in session.execute(statement)
    )


def read_copy(session: Session, copy_id: UUID) -> PackCopy | None:
    """Return a copy, None when there is no such."""
    found = session.get(StoredPackCopy, copy_id)
    return _record(found) if found else None


def is_stale_since(session: Session, meeting_id: UUID, head: str) -> bool:
    """Return whether the agenda of a meeting or its dossiers changed after a line of the journal.

    Args:
        session: In any transaction.
        meeting_id: The meeting.
        head: Hexadecimal hash of that line.
    """
    since = select(StoredLine.sequence).where(StoredLine.hash == head).scalar_subquery()
    dossiers = select(StoredItem.dossier_id).where(
        StoredItem.meeting_id == meeting_id, StoredItem.dossier_id.is_not(None)
    )
    about = (StoredLine.subject_id == meeting_id) | StoredLine.subject_id.in_(dossiers)
    statement = select(StoredLine.sequence).where(
        StoredLine.sequence > func.coalesce(since, 0), StoredLine.action.in_(_CHANGES), about
    )
    return session.scalar(statement.limit(1)) is not None


def _record(stored: StoredPackCopy) -> PackCopy:
    return PackCopy(
        id=stored.id,
        meeting_id=stored.meeting_id,
        number=stored.number,
        paper_id=stored.paper_id,
        made_at=stored.made_at,
        journal_head=stored.journal_head,
        member_id=stored.member_id,
        withheld=tuple(UUID(each) for each in stored.withheld),
    )


def _paper_columns(paper: Paper, copy: PackCopy) -> dict[str, Any]:
    return {
        "id": copy.paper_id,
        "kind": PaperKind.PACK,
        "meeting_id": copy.meeting_id,
        "dossier_id": None,
        "member_id": copy.member_id,
        "path": paper.path,
        "sha256": paper.sha256,
        "size": paper.size,
        "made_at": copy.made_at,
        "journal_head": copy.journal_head,
    }


def _copy_columns(copy: PackCopy) -> dict[str, Any]:
    return {
        "id": copy.id,
        "meeting_id": copy.meeting_id,
        "number": copy.number,
        "member_id": copy.member_id,
        "paper_id": copy.paper_id,
        "withheld": [str(each) for each in copy.withheld],
        "journal_head": copy.journal_head,
        "made_at": copy.made_at,
    }
