"""Papers: how they look, what they say in an office's own words, where they went, who signed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import (
    MinutesBlock,
    MinutesStage,
    PaperKind,
    SendingMeans,
    SignatureKind,
    TemplateKey,
)


@dataclass(frozen=True, slots=True)
class PaperIdentity:
    """What every paper of an office has in common.

    Attributes:
        address: Address of the operator, one line a line, as letters print it.
        signatory: Who signs letters: « Claire Roussel, directrice ».
        footer: Small print of every page: legal form, SIREN, telephone.
        accent: Colour of titles and rules, as ``#1d4f91``.
        logo: Bytes of a picture that was checked; None without one.
    """

    address: str = ""
    signatory: str = ""
    footer: str = ""
    accent: str = "#0b5a78"
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A text with named fields: « {entreprise} ».

    Attributes:
        version: 0 for the text the program came with, then from 1.
        adopted_at: None for the text the program came with.
    """

    key: TemplateKey
    text: str
    version: int = 0
    adopted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MinutesText:
    """What somebody wrote in a place of the minutes.

    Attributes:
        item_id: Point of the agenda it is about; None outside of one.
    """

    block: MinutesBlock
    text: str
    item_id: UUID | None = None
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MinutesStageRow:
    """A step in the life of the minutes.

    Attributes:
        version: Version of the minutes, from 1, one more at each reopening.
        at: When it was taken; None for the draft that minutes begin with.
        by: Who took it, as typed.
        paper_id: The PDF that is signed; None at the other steps.
    """

    stage: MinutesStage
    version: int
    at: datetime | None
    by: str = ""
    paper_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """A paper that reached somebody, or left for them.

    Attributes:
        member_id: None when it left for somebody who is no member.
        recipient: Name as it was written on the paper.
        sent_on: Day that is declared; the register keeps its own hour beside.
    """

    id: UUID
    meeting_id: UUID
    kind: PaperKind
    means: SendingMeans
    recipient: str
    sent_on: date
    recorded_at: datetime
    member_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackCopy:
    """A numbered copy of a decision pack.

    Attributes:
        number: From 1 in a meeting, never used twice.
        member_id: Whose name it bears; None for the copy of the operator.
        withheld: Dossiers whose place is taken by a slip.
        journal_head: Hexadecimal hash of the journal when it was read.
    """

    id: UUID
    meeting_id: UUID
    number: int
    paper_id: UUID
    made_at: datetime
    journal_head: str
    member_id: UUID | None = None
    withheld: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A signature of a paper.

    Attributes:
        declared_at: Hour of the machine: no authority vouches for it.
        path: Where the signed file was written, or the scan came from.
        sha256: Hexadecimal digest of that file.
        certificate: Hexadecimal digest of the certificate; empty for ink.
    """

    id: UUID
    paper_id: UUID
    kind: SignatureKind
    signer: str
    declared_at: datetime
    path: str
    sha256: str
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that was made.

    Attributes:
        path: Where it was written.
        sha256: Hexadecimal digest of its bytes.
        journal_head: Hexadecimal hash of the journal when it was made.
    """

    id: UUID
    kind: PaperKind
    path: str
    sha256: str
    size: int
    made_at: datetime
    journal_head: str
    meeting_id: UUID | None = None
    dossier_id: UUID | None = None
    member_id: UUID | None = None
