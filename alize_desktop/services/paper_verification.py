"""Whether a file is a paper of a registry, and whether its signatures hold.

A paper is known by the digest of its bytes. A file that was signed or changed elsewhere,
after it left the registry, still begins with bytes that are known: each of its revisions
is looked for, to tell it from an unknown one. It proves nothing: what follows may draw
other pages over the first, and be signed by whoever did it. The fingerprint that it prints names a line of the journal.
"""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind, SignatureKind
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.verification import (
    PdfFindings,
    RecordedAs,
    RecordedPaper,
    RegistryFindings,
    SealedLine,
    Verification,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.papers import StoredPaper, StoredSignature
from alize_desktop.services.programme_reading import current_programme

PDF: Final = b"%PDF-"
_BEGINNING: Final = 1024  # some bytes may come before the header
_END_OF_REVISION: Final = re.compile(rb"%%EOF(\r\n|\r|\n)?")


def verify(path: Path, registry: Registry | None) -> Verification:
    """Return what a file proves.

    Args:
        path: PDF, or any file that the registry may have produced.
        registry: Where it may come from; None to look at its signatures only.

    Raises:
        UserError: ``FILE_NOT_READABLE``.
    """
    content = _content(path)
    pdf = PdfFindings(is_pdf=False)
    if PDF in content[:_BEGINNING]:
        from alize_desktop.documents.signing.reading import read_pdf  # noqa: PLC0415 - heavy, on first use

        pdf = read_pdf(content)
    digest = hashlib.sha256(content).hexdigest()
    if registry is None:
        return Verification(path.name, digest, pdf)
    found, programme = _asked(registry, content, digest, pdf.fingerprints)
    return Verification(path.name, digest, pdf, found, programme)


def is_pdf(path: Path) -> bool:
    """Return whether a file begins as a PDF does; False when it cannot be read."""
    try:
        with path.open("rb") as file:
            return PDF in file.read(_BEGINNING)
    except OSError:
        return False


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error


def _asked(
    registry: Registry, content: bytes, digest: str, prints: tuple[str, ...]
) -> tuple[RegistryFindings, Programme]:
    with registry.read() as session:
        recorded = _recorded(session, content, digest)
        seals = _seals(session, recorded, prints)
    is_sound = registry.verify().is_sound
    return RegistryFindings(recorded, seals, is_sound), current_programme(registry)


def _recorded(session: Session, content: bytes, digest: str) -> RecordedPaper:
    """Look for the bytes of a file, then for those of its revisions, the latest first."""
    known = _known(session, digest)
    if known is not None:
        return known
    for each in _revisions(content):
        earlier = _known(session, each)
        if earlier is not None:
            return replace(earlier, state=RecordedAs.EARLIER_REVISION)
    return RecordedPaper(RecordedAs.UNKNOWN)


def _known(session: Session, digest: str) -> RecordedPaper | None:
    signed = session.execute(
        select(
            StoredPaper.kind,
            StoredPaper.journal_head,
            StoredSignature.recorded_at,
            StoredSignature.signer,
            StoredSignature.kind.label("means"),
        )
        .join(StoredPaper, StoredPaper.id == StoredSignature.paper_id)
        .where(StoredSignature.sha256 == digest)
        .order_by(StoredSignature.sequence)
    ).first()
    if signed is not None:
        state = RecordedAs.SCAN if signed.means is SignatureKind.INK else RecordedAs.SIGNED
        return RecordedPaper(
            state, signed.kind, signed.recorded_at, signed.signer, signed.journal_head
        )
    made = session.execute(
        select(StoredPaper.kind, StoredPaper.made_at, StoredPaper.journal_head)
        .where(StoredPaper.sha256 == digest)
        .order_by(StoredPaper.made_at)
    ).first()
    if made is None:
        return None
    return RecordedPaper(RecordedAs.PAPER, made.kind, made.made_at, journal_head=made.journal_head)


def _revisions(content: bytes) -> list[str]:
    """Return the digests of what the file may have been, the longest first."""
    ends: list[int] = []
    for mark in _END_OF_REVISION.finditer(content):
        ends += {mark.start() + len(b"%%EOF"), mark.end()}
    digests, hashed, so_far = [], 0, hashlib.sha256()
    for end in sorted(ends):
        so_far.update(content[hashed:end])
        hashed = end
        digests.append(so_far.copy().hexdigest())
    return digests[::-1]


def _seals(
    session: Session, recorded: RecordedPaper, prints: tuple[str, ...]
) -> tuple[SealedLine, ...]:
    """Look for what a paper prints, or for what was recorded with one that prints nothing.

    The last pages of a pack are the papers of others: what they print is their own.
    """
    if prints and recorded.kind is not PaperKind.PACK:
        return tuple(
            _sealed(session, base64.b32decode(each.replace("-", "")).hex(), each) for each in prints
        )
    return (_sealed(session, recorded.journal_head, ""),) if recorded.journal_head else ()


def _sealed(session: Session, beginning: str, fingerprint: str) -> SealedLine:
    """Look for the line of the journal whose hash begins so."""
    line = session.execute(
        select(StoredLine.sequence, StoredLine.at).where(StoredLine.hash.startswith(beginning))
    ).first()
    if line is None:
        return SealedLine(fingerprint)
    return SealedLine(fingerprint, line.sequence, datetime.fromisoformat(line.at))
