"""What the verification of a paper found: its signatures, its bytes, its fingerprint."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.programme import Programme


@dataclass(frozen=True, slots=True)
class TokenAccess:
    """How a card that holds a signing key is reached.

    Attributes:
        library: PKCS#11 library of the card's maker.
        label: Name of the card.
        pin: Secret code; printed nowhere.
        certificate: Label of the certificate on the card; empty for the one that signs.
    """

    library: Path
    label: str
    pin: str = field(repr=False)
    certificate: str = ""


class SignatureFlaw(StrEnum):
    """Why a signature does not hold."""

    ALTERED = "altered"
    """Bytes it covers were changed."""

    BROKEN = "broken"
    """It cannot be read, or was not made by the key of its certificate."""

    WEAK = "weak"
    """Its way of summing the paper up is not safe any more."""

    PARTIAL = "partial"
    """It leaves out bytes in the midst of what it should cover."""

    CHANGED_AFTER = "changed_after"
    """The paper was changed by a later revision, and not only signed again."""


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature inside a PDF.

    Attributes:
        signer: Name in the certificate; empty when it cannot be read.
        declared_name: Name that the signature itself gives.
        declared_at: Hour of the machine that signed: no authority vouches for it.
        issuer: Name of the authority in the certificate.
        certificate: Hexadecimal digest of the certificate.
        is_self_signed: Whether the certificate vouches for itself.
        was_valid: Whether the certificate was valid at the declared hour.
        covers_whole_file: Whether nothing follows what it signs.
        flaw: None when it holds.
    """

    signer: str
    declared_name: str = ""
    declared_at: datetime | None = None
    issuer: str = ""
    certificate: str = ""
    is_self_signed: bool = False
    was_valid: bool = True
    covers_whole_file: bool = True
    flaw: SignatureFlaw | None = None


@dataclass(frozen=True, slots=True)
class PdfFindings:
    """What a PDF says of itself, whatever the registry.

    Attributes:
        is_pdf: Whether it could be read to its end.
        is_damaged: Whether it begins as a PDF and cannot be read to its end.
        signatures: In the order in which they were made.
        bytes_after: Bytes after what the last signature covers.
        has_lost_signature: Whether there are traces of a signature that is not read any more.
        fingerprints: Journal fingerprints printed on its pages, each once.
    """

    is_pdf: bool
    is_damaged: bool = False
    signatures: tuple[SignatureFound, ...] = ()
    bytes_after: int = 0
    has_lost_signature: bool = False
    fingerprints: tuple[str, ...] = ()

    @property
    def signatures_hold(self) -> bool:
        """Whether there is a signature, all hold, and nothing was added after them."""
        return (
            bool(self.signatures)
            and not self.bytes_after
            and not self.has_lost_signature
            and all(each.flaw is None for each in self.signatures)
        )


class RecordedAs(StrEnum):
    """What the registry knows of the bytes of a file."""

    PAPER = "paper"
    """It made them."""

    SIGNED = "signed"
    """It made and signed them."""

    SCAN = "scan"
    """They are the scan of a paper signed in ink."""

    EARLIER_REVISION = "earlier_revision"
    """It knows the beginning of the file, to which something was added elsewhere."""

    UNKNOWN = "unknown"
    """It does not know them."""


_PROVEN: Final = frozenset({RecordedAs.PAPER, RecordedAs.SIGNED, RecordedAs.SCAN})
"""Bytes that are recorded to the last: a beginning alone proves nothing of what follows."""


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """What the registry recorded about the bytes of a file.

    Attributes:
        kind: What the paper is; None when it is unknown.
        recorded_at: When the paper was made, or its signature recorded.
        signer: Who signed, as it was typed, when these bytes are signed.
        journal_head: Hexadecimal hash of the journal when the paper was made.
    """

    state: RecordedAs
    kind: PaperKind | None = None
    recorded_at: datetime | None = None
    signer: str = ""
    journal_head: str = ""


@dataclass(frozen=True, slots=True)
class SealedLine:
    """What the journal says of a fingerprint.

    Attributes:
        fingerprint: Groups of four signs, as printed; empty for the one that the
            registry recorded with a paper that prints none.
        line: Line of the journal that it names; None when there is none.
        at: When that line was written.
    """

    fingerprint: str
    line: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RegistryFindings:
    """What a registry says of a file.

    Attributes:
        recorded: What is known of its bytes.
        seals: One for each printed fingerprint, else the one that was recorded.
        journal_is_sound: Whether the chain of the journal holds.
    """

    recorded: RecordedPaper
    seals: tuple[SealedLine, ...] = ()
    journal_is_sound: bool = True


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that was found about a file.

    Attributes:
        name: Name of the file.
        sha256: Hexadecimal digest of its bytes.
        registry: None when no registry was asked.
        programme: Gives the hours that are told their time zone.
    """

    name: str
    sha256: str
    pdf: PdfFindings
    registry: RegistryFindings | None = None
    programme: Programme = field(default_factory=lambda: Programme(basin=""))

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong, and something was proven."""
        signed = bool(self.pdf.signatures) or self.pdf.has_lost_signature
        if signed and not self.pdf.signatures_hold:
            return False
        if self.registry is None:
            return signed
        return (
            self.registry.journal_is_sound
            and self.registry.recorded.state in _PROVEN
            and all(each.line is not None for each in self.registry.seals)
        )
