"""Signatures of papers: by a certificate, by a card, or in ink on a scan that is kept.

Only the bytes that the registry recorded are signed, or a signed version of them: a
signature vouches for a paper of this registry, and for no other file.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import put_back_on_failure, write_atomic
from alize_desktop.models.enums import SignatureKind
from alize_desktop.models.records.papers import PaperRow, SignatureRow
from alize_desktop.models.records.verification import TokenAccess, Verification
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredContent
from alize_desktop.models.tables.papers import StoredSignature
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import signature_records
from alize_desktop.services.paper_verification import verify
from alize_desktop.services.plain import writable_text
from alize_desktop.services.supporting_documents import read_file

if TYPE_CHECKING:
    from alize_desktop.documents.signing.writing import SignedPdf

_SCANS: Final = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")


class SigningService:
    """Signs papers, keeps what was signed, and tells whether a file is one of them."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def sign_pkcs12(
        self,
        paper_id: UUID,
        source: Path,
        target: Path,
        certificate: Path,
        passphrase: str,
        signer: str = "",
        *,
        accept_expired: bool = False,
    ) -> SignatureRow:
        """Sign a paper with the certificate of a file.

        Args:
            paper_id: Paper that is signed.
            source: The file that the registry recorded, or a signed version of it.
            target: File to write.
            certificate: PKCS#12 file (.p12, .pfx).
            passphrase: What opens it.
            signer: Person who signs; empty for the name in the certificate.
            accept_expired: Whether the person confirmed, knowing that the certificate
                is not valid today.

        Returns:
            The signature, kept in the registry.

        Raises:
            UserError: See ``keys.open_key_file`` and ``writing.sign``;
                ``PAPER_NOT_FOUND``; ``PAPER_NOT_RECORDED``; ``FILE_NOT_READABLE``; the
                target cannot be written. Nothing is.
        """
        from alize_desktop.documents.signing.keys import open_key_file  # noqa: PLC0415 - heavy, on first use
        from alize_desktop.documents.signing.writing import sign  # noqa: PLC0415 - heavy, on first use

        content = self._to_sign(paper_id, source, target, signer)
        file, now = read_file(certificate), self._registry.clock()
        key = open_key_file(file.content, passphrase, file.name)
        signed = sign(content, key, signer, now, accept_expired=accept_expired)
        return self._keep(paper_id, SignatureKind.CERTIFICATE, signed, target)

    def sign_token(
        self,
        paper_id: UUID,
        source: Path,
        target: Path,
        token: TokenAccess,
        signer: str = "",
        *,
        accept_expired: bool = False,
    ) -> SignatureRow:
        """Sign a paper with a card. See ``sign_pkcs12``.

        Raises:
            UserError: See ``cards.open_card`` and ``sign_pkcs12``. Nothing is written.
        """
        from alize_desktop.documents.signing.cards import open_card  # noqa: PLC0415 - heavy, on first use
        from alize_desktop.documents.signing.writing import sign  # noqa: PLC0415 - heavy, on first use

        content = self._to_sign(paper_id, source, target, signer)
        now = self._registry.clock()
        with open_card(token, now) as key:
            signed = sign(content, key, signer, now, accept_expired=accept_expired)
        return self._keep(paper_id, SignatureKind.TOKEN, signed, target)

    def attach_scan(self, paper_id: UUID, scan: Path, signer: str = "") -> SignatureRow:
        """Keep the scan of a paper that was printed and signed in ink, with its digest.

        Args:
            paper_id: Paper that was signed.
            scan: PDF or picture.
            signer: Who signed, as typed.

        Raises:
            UserError: ``PAPER_NOT_FOUND``; ``SCAN_REFUSED``; ``FILE_NOT_READABLE``;
                ``DOCUMENT_TOO_LARGE``.
        """
        check_text(signer)
        file = read_file(scan)
        row = SignatureRow(
            id=self._registry.new_id(),
            paper_id=paper_id,
            kind=SignatureKind.INK,
            signer=signer,
            declared_at=self._registry.clock(),
            path=writable_text(str(scan)),
            sha256=file.sha256,
        )
        with self._registry.write() as session:
            paper = signature_records.read_paper(session, paper_id)
            if not file.content.startswith(_SCANS) or file.sha256 in paper.digests:
                raise UserError(ErrorCode.SCAN_REFUSED, name=file.name)
            session.execute(
                insert(StoredContent)
                .values(sha256=file.sha256, content=file.content)
                .on_conflict_do_nothing()
            )
            signature_records.record(self._registry, session, row, file.sha256)
        return row

    def scan(self, signature_id: UUID) -> bytes:
        """Return the bytes of a scan that was attached.

        Raises:
            UserError: ``DOCUMENT_NOT_FOUND``.
        """
        statement = (
            select(StoredContent.content)
            .join(StoredSignature, StoredSignature.content_sha256 == StoredContent.sha256)
            .where(StoredSignature.id == signature_id)
        )
        with self._registry.read() as session:
            content = session.scalar(statement)
        if content is None:
            raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)
        return content

    def papers(self, subject_id: UUID) -> tuple[PaperRow, ...]:
        """Return the papers of a meeting or of a dossier, the newest first."""
        with self._registry.read() as session:
            return signature_records.papers_of(session, subject_id)

    def signatures(self, paper_id: UUID) -> tuple[SignatureRow, ...]:
        """Return the signatures of a paper, oldest first."""
        with self._registry.read() as session:
            return signature_records.rows(session, StoredSignature.paper_id == paper_id)

    def verify(self, path: Path) -> Verification:
        """Return what a file proves, and what this registry knows of it. See ``verify``."""
        return verify(path, self._registry)

    def _to_sign(self, paper_id: UUID, source: Path, target: Path, signer: str) -> bytes:
        """Check everything that can be before a key is asked for."""
        check_text(signer)
        if target.resolve() == self._registry.path:
            raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(target))
        return signature_records.recorded_bytes(self._registry, paper_id, source)

    def _keep(
        self, paper_id: UUID, kind: SignatureKind, signed: "SignedPdf", target: Path
    ) -> SignatureRow:
        """Write the signed file and remember it, together or not at all."""
        row = SignatureRow(
            id=self._registry.new_id(),
            paper_id=paper_id,
            kind=kind,
            signer=signed.name,
            declared_at=signed.at,
            path=writable_text(str(target)),
            sha256=hashlib.sha256(signed.content).hexdigest(),
            certificate=signed.certificate,
        )
        with put_back_on_failure(target):
            write_atomic(target, signed.content)
            with self._registry.write() as session:
                signature_records.record(self._registry, session, row)
        return row
