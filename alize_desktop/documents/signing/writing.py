"""One more signature in a PDF: PAdES B-B, invisible, dated by the clock that is given.

The first signature certifies the paper: afterwards it may only be signed again. What
is drawn in the signature boxes belongs to the paper itself, so that it keeps its
conformance; no authority is asked anything, so that the time is only declared.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count

from typing_extensions import override

from alize_desktop.documents.signing.certificates import check_may_sign, common_name
from alize_desktop.documents.signing.library import (
    ArrayObject,
    BasePdfFileWriter,
    ByteStringObject,
    IncrementalPdfFileWriter,
    MDPPerm,
    PdfError,
    PdfSignatureMetadata,
    PdfSigner,
    PdfSigningSession,
    Signer,
    SigningError,
    SigSeedSubFilter,
)
from alize_desktop.documents.signing.reading import read_pdf
from alize_desktop.errors import ErrorCode, UserError


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A PDF with one more signature.

    Attributes:
        content: All its bytes.
        name: Person who signed.
        at: Time that is declared.
        certificate: Hexadecimal digest of the certificate.
    """

    content: bytes
    name: str
    at: datetime
    certificate: str


def sign(
    content: bytes, signer: Signer, name: str, at: datetime, *, accept_expired: bool = False
) -> SignedPdf:
    """Return the PDF with one more signature after all its bytes, which was verified.

    Args:
        content: Bytes of a PDF, signed or not.
        signer: What signs, from a file or a card.
        name: Person who signs; empty for the name in the certificate.
        at: Time that is declared, in UTC.
        accept_expired: Whether a certificate that is not valid now may sign.

    Raises:
        UserError: ``PAPER_NOT_SIGNABLE``: no PDF, an encrypted one, or one that forbids
            it; ``SIGNATURE_NOT_MADE``; see ``certificates.check_may_sign``.
    """
    certificate = signer.signing_cert
    if certificate is None:
        raise UserError(ErrorCode.SIGNATURE_NOT_MADE)
    check_may_sign(certificate, at, accept_expired=accept_expired)
    at = at.replace(microsecond=0)  # a PDF knows whole seconds
    who = name.strip() or common_name(certificate.subject)
    whole = _signed(content, signer, who, at)
    made = read_pdf(whole).signatures
    if not made or made[-1].flaw or made[-1].certificate != certificate.sha256.hex():
        raise UserError(ErrorCode.SIGNATURE_NOT_MADE)
    return SignedPdf(whole, who, at, certificate.sha256.hex())


def _signed(content: bytes, signer: Signer, name: str, at: datetime) -> bytes:
    try:
        writer = _Revision(content)
        taken = {each.field_name for each in writer.prev.embedded_signatures}
        metadata = PdfSignatureMetadata(
            field_name=_free_name(taken),
            name=name,
            subfilter=SigSeedSubFilter.PADES,
            certify=not taken,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        signed = _DatedSigner(metadata, signer, at).sign_pdf(writer)
    except (PdfError, SigningError) as error:
        raise UserError(ErrorCode.PAPER_NOT_SIGNABLE) from error
    whole: bytes = signed.getvalue()
    return whole


class _Revision(IncrementalPdfFileWriter):
    """An addition to a PDF that only the PDF itself and the signature decide.

    pyHanko would give it a random identifier, and write its own name and the hour of the
    machine in the properties of the paper, which stay those that were recorded.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(BytesIO(content))
        identifier = ByteStringObject(hashlib.sha256(content).digest()[:16])
        first = self._document_id[0] if "/ID" in self.prev.trailer else identifier
        self._document_id = ArrayObject([first, identifier])

    @override
    def _update_meta(self) -> None:
        pass


class _DatedSigner(PdfSigner):
    """Signs at the time that is given, not at that of the machine."""

    def __init__(self, metadata: PdfSignatureMetadata, signer: Signer, at: datetime) -> None:
        super().__init__(metadata, signer)
        self._at = at

    @override
    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _free_name(taken: set[str]) -> str:
    return next(name for name in map("Signature{}".format, count(1)) if name not in taken)
