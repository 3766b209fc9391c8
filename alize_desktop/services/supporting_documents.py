"""Supporting documents: files kept inside the registry, each with its hash."""

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossiers import DocumentRow
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredContent, StoredDocument, StoredDossier
from alize_desktop.services.agenda_steps import check_not_being_voted
from alize_desktop.services.plain import writable_text

LARGEST: Final = 50 * 1024 * 1024
"""Largest document, in bytes."""

_ROW: Final = (
    StoredDocument.id,
    StoredDocument.name,
    StoredDocument.media_type,
    StoredDocument.size,
    StoredDocument.sha256,
    StoredDocument.added_at,
)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file read whole, before it enters the registry."""

    name: str
    media_type: str
    content: bytes
    sha256: str


def read_file(path: Path) -> ReadFile:
    """Read a file that is to be attached.

    Raises:
        UserError: ``FILE_NOT_READABLE`` or ``DOCUMENT_TOO_LARGE``.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                ErrorCode.DOCUMENT_TOO_LARGE, name=path.name, megabytes=LARGEST // 1024**2
            )
        content = path.read_bytes()
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error
    name = writable_text(path.name)
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return ReadFile(name, media_type, content, hashlib.sha256(content).hexdigest())


def add(registry: Registry, session: Session, dossier_id: UUID, file: ReadFile) -> None:
    """Write a document and its journal line."""
    session.execute(
        insert(StoredContent)
        .values(sha256=file.sha256, content=file.content)
        .on_conflict_do_nothing()
    )
    columns = {
        "id": registry.new_id(),
        "dossier_id": dossier_id,
        "name": file.name,
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": file.sha256,
        "added_at": registry.clock(),
    }
    session.execute(insert(StoredDocument).values(columns))
    details: dict[str, object] = {"name": file.name, "sha256": file.sha256}
    registry.journal(session, "document.attached", "dossier", dossier_id, details)


def remove(registry: Registry, session: Session, document_id: UUID) -> UUID:
    """Mark a document as removed; return its dossier. Its bytes stay: others may share them.

    Raises:
        UserError: ``DOCUMENT_NOT_FOUND``; ``DOSSIER_DECIDED``; ``DOSSIER_BEING_VOTED``.
    """
    found = session.execute(
        select(
            StoredDocument.dossier_id,
            StoredDocument.name,
            StoredDocument.sha256,
            StoredDossier.state,
            StoredDossier.number,
        )
        .join(StoredDossier, StoredDossier.id == StoredDocument.dossier_id)
        .where(StoredDocument.id == document_id, StoredDocument.removed_at.is_(None))
    ).one_or_none()
    if found is None:
        raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)
    if found.state is DossierState.DECIDED:
        raise UserError(ErrorCode.DOSSIER_DECIDED, number=found.number)
    check_not_being_voted(session, found.dossier_id, found.number)
    session.execute(
        update(StoredDocument)
        .where(StoredDocument.id == document_id)
        .values(removed_at=registry.clock())
    )
    details: dict[str, object] = {"name": found.name, "sha256": found.sha256}
    registry.journal(session, "document.removed", "dossier", found.dossier_id, details)
    dossier_id: UUID = found.dossier_id
    return dossier_id


def rows_of(session: Session, dossier_id: UUID) -> tuple[DocumentRow, ...]:
    """Return the documents of a dossier, oldest first, without their bytes."""
    statement = (
        select(*_ROW)
        .where(StoredDocument.dossier_id == dossier_id, StoredDocument.removed_at.is_(None))
        .order_by(StoredDocument.added_at, StoredDocument.id)
    )
    return tuple(DocumentRow(*each) for each in session.execute(statement))


def content_of(session: Session, document_id: UUID) -> tuple[DocumentRow, bytes]:
    """Return a document and its bytes.

    Raises:
        UserError: ``DOCUMENT_NOT_FOUND``.
    """
    statement = (
        select(*_ROW, StoredContent.content)
        .join(StoredContent, StoredContent.sha256 == StoredDocument.sha256)
        .where(StoredDocument.id == document_id, StoredDocument.removed_at.is_(None))
    )
    found = session.execute(statement).one_or_none()
    if found is None:
        raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)
    row: list[Any] = list(found)
    content: bytes = row.pop()
    return DocumentRow(*row), content
