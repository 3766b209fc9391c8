"""Missions: a person lent by a partner company, from the plan to the evaluation."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import Agreement, MissionEventKind, MissionState
from alize_desktop.models.records.matching import MatchReason
from alize_desktop.models.values import Money

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class MissionSheet:
    """What a mission is to be.

    Attributes:
        category: Name of a category of competences.
        contributor: Person lent; empty when not named yet.
        position: Work of that person at the lender.
        goals: One a line.
        planned_days: Days planned, > 0, in halves.
        ends_on: Last day planned, not before ``starts_on``; None when not said.
        day_value: What a day is worth, frozen with the mission.
        calendar: How the days are spread, in words.
        consent: Whether the person lent agreed.
        same_group: Whether lender and host belong to one group.
    """

    partner_id: UUID
    category: str
    planned_days: Decimal
    day_value: Money
    contributor: str = ""
    position: str = ""
    goals: str = ""
    place: str = ""
    calendar: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    consent: Agreement = Agreement.UNKNOWN
    same_group: Agreement = Agreement.UNKNOWN


@dataclass(frozen=True, slots=True)
class MissionEventDraft:
    """Something that happened to a mission, before it is recorded.

    Attributes:
        value_on: Day it happened.
        days: Days done, or days planned by an amendment; 0 otherwise.
        ends_on: New last day of an amendment; None otherwise.
        rating: Of an evaluation, 1 to 5; None otherwise.
        author: Who enters it.
        names_id: Event that is confirmed or taken back; None otherwise.
    """

    kind: MissionEventKind
    value_on: date
    days: Decimal = NONE
    text: str = ""
    rating: int | None = None
    ends_on: date | None = None
    author: str = ""
    names_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MissionEvent:
    """A recorded event of a mission. Never changed, never deleted."""

    id: UUID
    draft: MissionEventDraft
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class MissionAccount:
    """Where a mission stands on a day, replayed from its events.

    Attributes:
        planned: Days planned, amendments included.
        ends_on: Last day planned, amendments included.
        done: Days done.
        confirmed: Days done that both sides confirmed.
        value: ``done`` times the value of a day.
        company_rating, partner_rating: Last evaluations, 1 to 5; None without one.
    """

    state: MissionState
    planned: Decimal
    done: Decimal
    confirmed: Decimal
    value: Money
    ends_on: date | None = None
    company_rating: int | None = None
    partner_rating: int | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class MissionRow:
    """One line of the list of missions.

    Attributes:
        number: Given by year, with no gap: ``2026-M003``.
        is_history: Whether it was taken over from a workbook of the past.
    """

    id: UUID
    number: str
    dossier_id: UUID
    dossier_number: str
    company: str
    partner: str
    sheet: MissionSheet
    account: MissionAccount
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class LegalDoubt:
    """A condition of the labour code that is unknown or not met.

    Attributes:
        article: Such as ``L8241-3``.
        key: Which condition: person, consent, agreement, host_headcount, lender_group,
            same_group, duration, aim.
        is_met: None when it is not known.
    """

    article: str
    key: str
    is_met: bool | None
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class MissionWarning:
    """Something unusual in a mission, that nothing forbids.

    Attributes:
        key: What it is: granted, dossier_days, done, months, start.
    """

    key: str
    values: tuple[tuple[str, date | Decimal | int], ...] = ()


@dataclass(frozen=True, slots=True)
class MissionDetail:
    """Everything the screens show of one mission.

    Attributes:
        revision: 1, then one more at each edit of the sheet.
        doubts: What the labour code asks and is unknown or unmet.
        granted_days: Days that the committee granted to the dossier; None without a decision.
        warnings: What is unusual in its days and dates.
        conflict: Why its partner should lend nobody to the company; None when nothing does.
    """

    row: MissionRow
    revision: int
    events: tuple[MissionEvent, ...] = field(default_factory=tuple)
    doubts: tuple[LegalDoubt, ...] = field(default_factory=tuple)
    granted_days: int | None = None
    warnings: tuple[MissionWarning, ...] = field(default_factory=tuple)
    conflict: MatchReason | None = None


@dataclass(frozen=True, slots=True)
class DossierMissions:
    """The missions of a dossier, and what they rest on.

    Attributes:
        rows: By number.
        is_approved: Whether another one may be prepared.
        granted_days: Days that the committee granted; None without a decision voted here.
        category: Competence that they were granted for, or that was asked for.
        partner_id: Partner that the decision names, None without one.
    """

    rows: tuple[MissionRow, ...]
    is_approved: bool
    granted_days: int | None = None
    category: str = ""
    partner_id: UUID | None = None
