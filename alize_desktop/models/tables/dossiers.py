"""Dossiers and their supporting documents.

The columns of a dossier are those of ``DossierSheet``, section and field:
``company.siren`` stands in ``company_siren``. The bytes of a document are in a
table of their own, so that no list ever loads them.
"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import (
    Civility,
    DecisionOutcome,
    DossierState,
    ExpertAdvice,
    JobContract,
    ProjectKind,
    Sector,
)
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import HundredthsType, JsonType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import ZERO, Money

_NOT_NEGATIVE = (
    "company_headcount",
    "financing_cost",
    "financing_equity",
    "financing_bank_loan",
    "financing_other_funding",
    "financing_past_de_minimis",
    "request_amount",
    "jobs_created",
    "jobs_maintained",
    "jobs_sustained",
    "skills_days",
)


class StoredDossier(Base):
    """One dossier, as filed and as it stands.

    Attributes:
        serial: Order of arrival in the file; the row number of the search.
        revision: 1, then one more at each saved edit.
        outcome: Outcome of the last decision, kept here for the list.
        meeting_id: Meeting on whose agenda it stands, None when on none.
        sort_name: Company without accents or case, written by the service.
        sort_town: Town, likewise.
        search_text: All that the search looks into, written by the service.
        extra: (header, text) of the columns that nobody knew.
    """

    __tablename__ = "dossier"
    __table_args__ = (
        *(CheckConstraint(f"{each} >= 0", name=f"{each}_not_negative") for each in _NOT_NEGATIVE),
        CheckConstraint("revision >= 1", name="revision_positive"),
        CheckConstraint("request_months >= 1", name="request_months_positive"),
        CheckConstraint("request_deferral >= 0", name="request_deferral_not_negative"),
        CheckConstraint("request_every IN (1, 3, 6, 12)", name="request_every_known"),
        Index("uq_dossier_id", "id", unique=True),
        Index("uq_dossier_number", "number", unique=True),
        Index("ix_dossier_state", "state"),
        Index("ix_dossier_sort_name", "sort_name"),
        Index("ix_dossier_sort_town", "sort_town"),
        Index("ix_dossier_filed_on", "filed_on"),
        Index("ix_dossier_request_amount", "request_amount"),
        Index("ix_dossier_meeting_id", "meeting_id"),
        STRICT,
    )

    serial: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    number: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)
    state: Mapped[DossierState] = one_of(DossierState, "state")
    state_reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    outcome: Mapped[DecisionOutcome | None] = one_of(DecisionOutcome, "outcome")
    meeting_id: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    sort_name: Mapped[str] = mapped_column(default="")
    sort_town: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    filed_on: Mapped[date]
    basin: Mapped[str] = mapped_column(default="")
    extra: Mapped[list[list[str]]] = mapped_column(JsonType, default=list)

    company_name: Mapped[str]
    company_siren: Mapped[str]
    company_siret: Mapped[str] = mapped_column(default="")
    company_legal_form: Mapped[str] = mapped_column(default="")
    company_naf_code: Mapped[str] = mapped_column(default="")
    company_sector: Mapped[Sector | None] = one_of(Sector, "company_sector")
    company_founded_on: Mapped[date | None]
    company_postcode: Mapped[str] = mapped_column(default="")
    company_town: Mapped[str] = mapped_column(default="")
    company_manager_name: Mapped[str] = mapped_column(default="")
    company_manager_civility: Mapped[Civility | None] = one_of(Civility, "company_manager_civility")
    company_email: Mapped[str] = mapped_column(default="")
    company_phone: Mapped[str] = mapped_column(default="")
    company_headcount: Mapped[Decimal | None] = mapped_column(HundredthsType)
    company_bank: Mapped[str] = mapped_column(default="")
    company_accountant: Mapped[str] = mapped_column(default="")

    project_aim: Mapped[str] = mapped_column(default="")
    project_kind: Mapped[ProjectKind | None] = one_of(ProjectKind, "project_kind")
    project_purpose: Mapped[str] = mapped_column(default="")
    project_need_expressed: Mapped[str] = mapped_column(default="")
    project_need_diagnosed: Mapped[str] = mapped_column(default="")

    financing_cost: Mapped[Money | None]
    financing_equity: Mapped[Money | None]
    financing_bank_loan: Mapped[Money | None]
    financing_other_funding: Mapped[Money | None]
    financing_past_de_minimis: Mapped[Money] = mapped_column(default=ZERO)

    request_amount: Mapped[Money] = mapped_column(default=ZERO)
    request_months: Mapped[int] = mapped_column(default=48)
    request_deferral: Mapped[int] = mapped_column(default=12)
    request_every: Mapped[int] = mapped_column(default=3)

    jobs_created: Mapped[int] = mapped_column(default=0)
    jobs_maintained: Mapped[int] = mapped_column(default=0)
    jobs_sustained: Mapped[int] = mapped_column(default=0)
    jobs_contract: Mapped[JobContract | None] = one_of(JobContract, "jobs_contract")

    skills_category: Mapped[str] = mapped_column(default="")
    skills_days: Mapped[int] = mapped_column(default=0)

    opinion_case_officer: Mapped[str] = mapped_column(default="")
    opinion_advice: Mapped[ExpertAdvice | None] = one_of(ExpertAdvice, "opinion_advice")
    opinion_note: Mapped[str] = mapped_column(default="")


class StoredDocument(Base):
    """A supporting document, without its bytes.

    Attributes:
        sha256: Hexadecimal digest; the key of its bytes in ``document_content``.
        removed_at: None while it is part of the dossier.
    """

    __tablename__ = "supporting_document"
    __table_args__ = (
        CheckConstraint("size >= 0", name="size_not_negative"),
        Index("ix_supporting_document_dossier_id", "dossier_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(reference("document_content.sha256"))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class StoredContent(Base):
    """The bytes of documents; the same bytes are kept once."""

    __tablename__ = "document_content"
    __table_args__ = (STRICT,)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
