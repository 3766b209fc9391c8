"""Papers the program produced, the words and looks they had, where they went, who signed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import (
    MinutesBlock,
    MinutesStage,
    PaperKind,
    SendingMeans,
    SignatureKind,
    TemplateKey,
)
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of


class StoredPaper(Base):
    """One file that was produced.

    Attributes:
        path: Where it was written, as the user chose it.
        sha256: Hexadecimal digest of its bytes.
        journal_head: Hexadecimal hash of the journal when it was made.
    """

    __tablename__ = "paper"
    __table_args__ = (
        CheckConstraint("size >= 0", name="size_not_negative"),
        Index("ix_paper_sha256", "sha256"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[PaperKind] = one_of(PaperKind, "kind")
    meeting_id: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    dossier_id: Mapped[UUID | None] = mapped_column(reference("dossier.id"))
    member_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    path: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    made_at: Mapped[datetime]
    journal_head: Mapped[str]


class StoredTemplate(Base):
    """One version of a text with named fields. The last one is in force.

    Attributes:
        text: None gives back the text the program came with.
    """

    __tablename__ = "paper_template"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_positive"),
        Index("uq_paper_template_version", "template", "version", unique=True),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    template: Mapped[TemplateKey] = one_of(TemplateKey, "template")
    version: Mapped[int]
    text: Mapped[str | None]
    adopted_at: Mapped[datetime]


class StoredIdentity(Base):
    """One version of what every paper has in common. The last one is in force.

    Attributes:
        logo_sha256: Key of its bytes in ``document_content``.
    """

    __tablename__ = "paper_identity"
    __table_args__ = (CheckConstraint("version >= 1", name="version_positive"), STRICT)

    version: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]
    signatory: Mapped[str]
    footer: Mapped[str]
    accent: Mapped[str]
    logo_sha256: Mapped[str | None] = mapped_column(reference("document_content.sha256"))
    adopted_at: Mapped[datetime]


class StoredMinutesText(Base):
    """What somebody wrote in a place of the minutes; changed in place until they are signed.

    Attributes:
        subject_id: Agenda item it is about, or the meeting itself.
    """

    __tablename__ = "minutes_text"
    __table_args__ = (
        Index("uq_minutes_text_place", "meeting_id", "subject_id", "block", unique=True),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    subject_id: Mapped[UUID]
    block: Mapped[MinutesBlock] = one_of(MinutesBlock, "block")
    text: Mapped[str]
    written_at: Mapped[datetime]


class StoredMinutesStage(Base):
    """A step in the life of the minutes of a meeting.

    Attributes:
        version: Version of the minutes, from 1.
        by: Who took it, as typed.
    """

    __tablename__ = "minutes_stage"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_positive"),
        Index("uq_minutes_stage_id", "id", unique=True),
        Index("ix_minutes_stage_meeting_id", "meeting_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    version: Mapped[int]
    stage: Mapped[MinutesStage] = one_of(MinutesStage, "stage")
    by: Mapped[str]
    paper_id: Mapped[UUID | None] = mapped_column(reference("paper.id"))
    at: Mapped[datetime]


class StoredSending(Base):
    """A line of the register of what was sent.

    Attributes:
        recipient: Name as it was written on the paper.
        sent_on: Day that is declared.
    """

    __tablename__ = "sending"
    __table_args__ = (
        Index("uq_sending_id", "id", unique=True),
        Index("ix_sending_meeting_id", "meeting_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    member_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    kind: Mapped[PaperKind] = one_of(PaperKind, "kind")
    means: Mapped[SendingMeans] = one_of(SendingMeans, "means")
    recipient: Mapped[str]
    sent_on: Mapped[date]
    note: Mapped[str]
    recorded_at: Mapped[datetime]


class StoredPackCopy(Base):
    """A numbered copy of a decision pack, and what was withheld from its reader.

    Attributes:
        number: From 1 in a meeting, never used twice.
        withheld: Identifiers of the dossiers whose place is taken by a slip.
    """

    __tablename__ = "pack_copy"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_positive"),
        Index("uq_pack_copy_number", "meeting_id", "number", unique=True),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    number: Mapped[int]
    member_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    paper_id: Mapped[UUID] = mapped_column(reference("paper.id"))
    withheld: Mapped[list[str]] = mapped_column(JsonType)
    journal_head: Mapped[str]
    made_at: Mapped[datetime]


class StoredSignature(Base):
    """A signature of a paper, by a certificate or in ink.

    Attributes:
        declared_at: Hour of the machine: no authority vouches for it.
        path: Where the signed file was written, or the scan came from.
        sha256: Hexadecimal digest of that file.
        certificate: Hexadecimal digest of the certificate; empty for ink.
        content_sha256: Key of a scan in ``document_content``.
    """

    __tablename__ = "signature"
    __table_args__ = (
        Index("uq_signature_id", "id", unique=True),
        Index("ix_signature_paper_id", "paper_id"),
        Index("ix_signature_sha256", "sha256"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    paper_id: Mapped[UUID] = mapped_column(reference("paper.id"))
    kind: Mapped[SignatureKind] = one_of(SignatureKind, "kind")
    signer: Mapped[str]
    declared_at: Mapped[datetime]
    path: Mapped[str]
    sha256: Mapped[str]
    certificate: Mapped[str]
    content_sha256: Mapped[str | None] = mapped_column(reference("document_content.sha256"))
    recorded_at: Mapped[datetime]
