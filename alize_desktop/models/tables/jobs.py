"""Needs diagnosed, jobs promised and observed, openings for redeployed staff."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import JobContract, JobEvidence
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import HundredthsType, JsonType
from alize_desktop.models.tables.vocabulary import one_of

_COUNTS = ("created", "maintained", "sustained")


class StoredDiagnosis(Base):
    """One version of a diagnosis note. Never changed, never deleted: the last one holds.

    Attributes:
        sequence: Order of entry.
    """

    __tablename__ = "diagnosis"
    __table_args__ = (
        Index("uq_diagnosis_id", "id", unique=True),
        Index("ix_diagnosis_dossier_id", "dossier_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    note: Mapped[str]
    expressed: Mapped[str]
    diagnosed: Mapped[str]
    author: Mapped[str]
    written_on: Mapped[date]
    entered_at: Mapped[datetime]


class StoredJobPromises(Base):
    """What a company promises, line by line.

    Attributes:
        lines: ``JobPromise`` in plain form, in order.
    """

    __tablename__ = "job_promises"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_positive"), STRICT)

    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"), primary_key=True)
    lines: Mapped[Any] = mapped_column(JsonType)
    revision: Mapped[int]


class StoredJobObservation(Base):
    """What was seen of the jobs on a day. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        milestone: Months of the milestone it answers.
        reverses_id: Observation that is taken back.
    """

    __tablename__ = "job_observation"
    __table_args__ = (
        *(CheckConstraint(f"{each} >= 0", name=f"{each}_not_negative") for each in _COUNTS),
        *(CheckConstraint(f"{each}_fte >= 0", name=f"{each}_fte_not_negative") for each in _COUNTS),
        Index("uq_job_observation_id", "id", unique=True),
        Index("uq_job_observation_reverses_id", "reverses_id", unique=True),
        Index("ix_job_observation_dossier_id", "dossier_id", "observed_on"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    observed_on: Mapped[date]
    milestone: Mapped[int | None]
    created: Mapped[int]
    created_fte: Mapped[Decimal] = mapped_column(HundredthsType)
    maintained: Mapped[int]
    maintained_fte: Mapped[Decimal] = mapped_column(HundredthsType)
    sustained: Mapped[int]
    sustained_fte: Mapped[Decimal] = mapped_column(HundredthsType)
    headcount: Mapped[Decimal | None] = mapped_column(HundredthsType)
    evidence: Mapped[JobEvidence] = one_of(JobEvidence, "evidence")
    document_id: Mapped[UUID | None] = mapped_column(reference("supporting_document.id"))
    note: Mapped[str]
    author: Mapped[str]
    reverses_id: Mapped[UUID | None] = mapped_column(reference("job_observation.id"))
    entered_at: Mapped[datetime]


class StoredJobOpening(Base):
    """A job offered to redeployed staff of partners, field for field ``JobOpening``."""

    __tablename__ = "job_opening"
    __table_args__ = (
        CheckConstraint("persons >= 1", name="persons_positive"),
        CheckConstraint("filled BETWEEN 0 AND persons", name="filled_known"),
        Index("ix_job_opening_dossier_id", "dossier_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    title: Mapped[str]
    contract: Mapped[JobContract] = one_of(JobContract, "contract")
    persons: Mapped[int]
    opened_on: Mapped[date]
    partner_id: Mapped[UUID | None] = mapped_column(reference("partner.id"))
    filled_on: Mapped[date | None]
    filled: Mapped[int]
    note: Mapped[str]
    revision: Mapped[int]
