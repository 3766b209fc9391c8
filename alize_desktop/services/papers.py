"""Files that the program produced: written atomically, then remembered with their hash.

A file takes its name before its row is committed. Should the program stop in between,
there is a file that no registry knows: it is said to be unknown, and made again. The
other way round, the journal would tell for ever of a paper that nobody ever had.
"""

import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import put_back_on_failure, write_atomic
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.services.plain import writable_text


def keep(
    registry: Registry,
    kind: PaperKind,
    path: Path,
    content: bytes,
    *,
    meeting_id: UUID | None = None,
    dossier_id: UUID | None = None,
    member_id: UUID | None = None,
) -> Paper:
    """Write a file, then remember it in a short transaction of its own.

    Raises:
        UserError: The file cannot be written or remembered, or would take the place
            of the registry; the old one, if any, is untouched and nothing is remembered.
    """
    check_target(registry, path)
    paper = Paper(writable_text(str(path)), hashlib.sha256(content).hexdigest(), len(content))
    with put_back_on_failure(path):
        write_atomic(path, content)
        remember(
            registry, kind, paper, meeting_id=meeting_id, dossier_id=dossier_id, member_id=member_id
        )
    return paper


def check_target(registry: Registry, path: Path) -> None:
    """Refuse to write a file in the place of the registry.

    Raises:
        UserError: ``REGISTRY_EXISTS``.
    """
    if path.resolve() == registry.path:
        raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(path))


def remember(
    registry: Registry,
    kind: PaperKind,
    paper: Paper,
    *,
    meeting_id: UUID | None = None,
    dossier_id: UUID | None = None,
    member_id: UUID | None = None,
) -> None:
    """Remember a file that was written, in a short transaction of its own."""
    with registry.write() as session:
        head, _lines = journal_head(session)
        columns: dict[str, Any] = {
            "id": registry.new_id(),
            "kind": kind,
            "meeting_id": meeting_id,
            "dossier_id": dossier_id,
            "member_id": member_id,
            "path": paper.path,
            "sha256": paper.sha256,
            "size": paper.size,
            "made_at": registry.clock(),
            "journal_head": head,
        }
        session.execute(insert(StoredPaper).values(columns))
        details = {
            "paper": str(columns["id"]),
            "file": Path(paper.path).name,
            "sha256": paper.sha256,
            "member": str(member_id) if member_id else "",
            "head": head,
        }
        subject_kind = "meeting" if meeting_id else "dossier"
        action = f"{kind.value}.exported"
        registry.journal(session, action, subject_kind, meeting_id or dossier_id, details)


def journal_head(session: Session) -> tuple[str, int]:
    """Return the hash of the last journal line and the number of lines."""
    last = session.execute(
        select(StoredLine.hash, StoredLine.sequence).order_by(StoredLine.sequence.desc()).limit(1)
    ).one_or_none()
    return (last.hash, last.sequence) if last else ("0" * 64, 0)
