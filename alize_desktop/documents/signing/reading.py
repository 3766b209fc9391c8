"""The signatures inside a PDF: whether each still covers what it covered.

Whether an authority vouches for a certificate cannot be known without a network: it
is told, and is no fault. What is asked of the bytes is strict. Each one is either
covered by a signature, or a part of the only place that a signature leaves out, its
own digits, which are read as they were written.
"""

import logging
from datetime import UTC
from io import BytesIO
from typing import Final

from alize_desktop.documents.signing.certificates import common_name, is_valid_at, readable
from alize_desktop.documents.signing.container import fills_its_gap, is_sound
from alize_desktop.documents.signing.library import (
    EmbeddedPdfSignature,
    PdfFileReader,
    validate_sig_integrity,
)
from alize_desktop.documents.signing.printed import printed_fingerprints
from alize_desktop.models.records.verification import (
    PdfFindings,
    SignatureFlaw,
    SignatureFound,
)

log = logging.getLogger(__name__)

_SIGNED: Final = b"/ByteRange"
_WEAK: Final = frozenset({"md2", "md5", "sha1"})
"""Digests for which two papers with the same one can be made."""


def read_pdf(content: bytes) -> PdfFindings:
    """Return what a file says of itself; it may be damaged, or anything else than a PDF."""
    try:
        found = _embedded(content)
        ends = [each.byte_range[2] + each.byte_range[3] for each in found]
        signatures = tuple(_found(each, content) for each in found)
    except Exception:
        log.debug("a PDF cannot be read", exc_info=True)
        lost = _SIGNED in content
        return PdfFindings(is_pdf=False, is_damaged=True, has_lost_signature=lost)
    return PdfFindings(
        is_pdf=True,
        signatures=signatures,
        bytes_after=len(content) - ends[-1] if ends else 0,
        has_lost_signature=content.count(_SIGNED) > len(found),
        fingerprints=_fingerprints(content),
    )


def _fingerprints(content: bytes) -> tuple[str, ...]:
    try:
        return printed_fingerprints(content)
    except Exception:
        log.debug("the pages of a PDF cannot be read", exc_info=True)
        return ()


def _embedded(content: bytes) -> list[EmbeddedPdfSignature]:
    reader = PdfFileReader(BytesIO(content))
    found = list(reader.embedded_regular_signatures)
    return sorted(found, key=lambda each: each.byte_range[2] + each.byte_range[3])


def _found(signature: EmbeddedPdfSignature, content: bytes) -> SignatureFound:
    try:
        return _described(signature, content)
    except Exception:
        log.debug("a signature cannot be read", exc_info=True)
        return SignatureFound(signer="", flaw=SignatureFlaw.BROKEN)


def _described(signature: EmbeddedPdfSignature, content: bytes) -> SignatureFound:
    certificate = signature.signer_cert
    declared = signature.self_reported_timestamp
    return SignatureFound(
        signer=common_name(certificate.subject),
        declared_name=readable(signature.sig_object.get("/Name", "")),
        declared_at=declared.astimezone(UTC) if declared else None,
        issuer=common_name(certificate.issuer),
        certificate=certificate.sha256.hex(),
        is_self_signed=certificate.self_signed != "no",
        was_valid=declared is None or is_valid_at(certificate, declared),
        covers_whole_file=signature.byte_range[2] + signature.byte_range[3] == len(content),
        flaw=_flaw(signature, content),
    )


def _flaw(signature: EmbeddedPdfSignature, content: bytes) -> SignatureFlaw | None:
    """Return the gravest thing that is wrong, if any. Nothing is asked of an authority."""
    signature.compute_integrity_info()  # type: ignore[no-untyped-call]  # not annotated there
    info = signature.signer_info
    intact, valid = validate_sig_integrity(
        info, signature.signer_cert, "data", signature.compute_digest()
    )
    if not intact:
        return SignatureFlaw.ALTERED
    if not valid:
        return SignatureFlaw.BROKEN
    if {signature.external_md_algorithm, info["digest_algorithm"]["algorithm"].native} & _WEAK:
        return SignatureFlaw.WEAK
    if not fills_its_gap(signature, content):
        return SignatureFlaw.PARTIAL
    if not is_sound(signature):
        return SignatureFlaw.BROKEN
    is_extended = not signature.summarise_integrity_info()["docmdp_ok"]
    return SignatureFlaw.CHANGED_AFTER if is_extended else None
