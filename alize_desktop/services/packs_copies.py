"""The register of copies: who received which, what was withheld, whether it is still right."""

from pathlib import Path
from typing import Any
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
from alize_desktop.services.paper_ages import OF_A_READER, PREPARATION
from alize_desktop.wording.packs import STALE


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
        "paper": str(copy.paper_id),
        "file": Path(paper.path).name,
        "sha256": paper.sha256,
        "copy": copy.number,
        "member": str(copy.member_id) if copy.member_id else "",
        "withheld": readable,
        "dossiers": [str(each) for each in copy.withheld],
        "head": copy.journal_head,
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
    found = [(_record(stored), path, member) for stored, path, member in session.execute(statement)]
    return tuple(
        CopyRow(
            copy=copy,
            reader=f"{member.first_name} {member.last_name}" if member else "",
            withheld=tuple(sorted(numbers[each] for each in copy.withheld)),
            path=path,
            warning=STALE if is_stale_copy(session, copy) else "",
        )
        for copy, path, member in found
    )


def read_copy(session: Session, copy_id: UUID) -> PackCopy | None:
    """Return a copy, None when there is no such."""
    found = session.get(StoredPackCopy, copy_id)
    return _record(found) if found else None


def is_stale_copy(session: Session, copy: PackCopy) -> bool:
    """Return whether a copy is older than the agenda, a dossier, a recusal or its reader.

    Args:
        session: In any transaction.
        copy: Made of what stood before the line of the journal that it keeps.
    """
    since = select(StoredLine.sequence).where(StoredLine.hash == copy.journal_head)
    dossiers = select(StoredItem.dossier_id).where(
        StoredItem.meeting_id == copy.meeting_id, StoredItem.dossier_id.is_not(None)
    )
    subject, action = StoredLine.subject_id, StoredLine.action
    about = (subject == copy.meeting_id) | subject.in_(dossiers)
    statement = select(StoredLine.sequence).where(
        StoredLine.sequence > func.coalesce(since.scalar_subquery(), 0),
        (action.in_(PREPARATION) & about) | ((action == OF_A_READER) & (subject == copy.member_id)),
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
