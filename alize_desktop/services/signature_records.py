"""What a signature reads and leaves in the registry."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, insert, or_, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import SignatureKind
from alize_desktop.models.records.papers import PaperRow, SignatureRow
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.papers import StoredPaper, StoredSignature
from alize_desktop.services.plain import writable_text

_ROW = (
    StoredSignature.id,
    StoredSignature.paper_id,
    StoredSignature.kind,
    StoredSignature.signer,
    StoredSignature.declared_at,
    StoredSignature.path,
    StoredSignature.sha256,
    StoredSignature.certificate,
)
_PAPER = (
    StoredPaper.id,
    StoredPaper.kind,
    StoredPaper.path,
    StoredPaper.sha256,
    StoredPaper.size,
    StoredPaper.made_at,
    StoredPaper.journal_head,
    StoredPaper.meeting_id,
    StoredPaper.dossier_id,
    StoredPaper.member_id,
)
_SIGNED_FILES = (SignatureKind.CERTIFICATE, SignatureKind.TOKEN)


@dataclass(frozen=True, slots=True)
class SignablePaper:
    """A paper, and the digests of its bytes: as it was made, then signed."""

    id: UUID
    subject_kind: str
    subject_id: UUID | None
    digests: frozenset[str]


def read_paper(session: Session, paper_id: UUID) -> SignablePaper:
    """Return a paper that may be signed.

    Raises:
        UserError: ``PAPER_NOT_FOUND``.
    """
    paper = session.execute(
        select(StoredPaper.sha256, StoredPaper.meeting_id, StoredPaper.dossier_id).where(
            StoredPaper.id == paper_id
        )
    ).one_or_none()
    if paper is None:
        raise UserError(ErrorCode.PAPER_NOT_FOUND)
    signed = session.scalars(
        select(StoredSignature.sha256).where(
            StoredSignature.paper_id == paper_id, StoredSignature.kind.in_(_SIGNED_FILES)
        )
    )
    return SignablePaper(
        paper_id,
        "meeting" if paper.meeting_id else "dossier",
        paper.meeting_id or paper.dossier_id,
        frozenset({paper.sha256, *signed}),
    )


def papers_of(session: Session, subject_id: UUID) -> tuple[PaperRow, ...]:
    """Return the papers of a meeting or of a dossier, the newest first."""
    statement = (
        select(*_PAPER)
        .where(or_(StoredPaper.meeting_id == subject_id, StoredPaper.dossier_id == subject_id))
        .order_by(StoredPaper.made_at.desc(), StoredPaper.id.desc())
    )
    found = session.execute(statement).mappings()
    return tuple(PaperRow(**{str(name): value for name, value in each.items()}) for each in found)


def recorded_bytes(registry: Registry, paper_id: UUID, source: Path) -> bytes:
    """Return the bytes of a file, which must be those of a paper, signed or not.

    Raises:
        UserError: ``PAPER_NOT_FOUND``; ``PAPER_NOT_RECORDED``; ``FILE_NOT_READABLE``.
    """
    with registry.read() as session:
        paper = read_paper(session, paper_id)
    try:
        content = source.read_bytes()
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(source)) from error
    if hashlib.sha256(content).hexdigest() not in paper.digests:
        raise UserError(ErrorCode.PAPER_NOT_RECORDED, path=str(source))
    return content


def record(
    registry: Registry, session: Session, row: SignatureRow, content_sha256: str | None = None
) -> None:
    """Write a signature and its journal line.

    Args:
        registry: Gives the hour.
        session: Of the transaction.
        row: The signature.
        content_sha256: Key of the scan in ``document_content``.

    Raises:
        UserError: ``PAPER_NOT_FOUND``.
    """
    paper = read_paper(session, row.paper_id)
    columns = {each.key: getattr(row, each.key) for each in _ROW}
    session.execute(
        insert(StoredSignature).values(
            **columns, content_sha256=content_sha256, recorded_at=registry.clock()
        )
    )
    details: dict[str, object] = {
        "paper": str(row.paper_id),
        "kind": row.kind.value,
        "signer": row.signer,
        "file": writable_text(Path(row.path).name),
        "sha256": row.sha256,
        "certificate": row.certificate,
    }
    registry.journal(session, "paper.signed", paper.subject_kind, paper.subject_id, details)


def rows(session: Session, condition: ColumnElement[bool]) -> tuple[SignatureRow, ...]:
    """Return the signatures that meet a condition, oldest first."""
    statement = select(*_ROW).where(condition).order_by(StoredSignature.sequence)
    return tuple(SignatureRow(*each) for each in session.execute(statement))
