"""What is known of a partner company beside its sheet: agreement, people, offers, conflicts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.people import Partner

USUAL_CATEGORIES = (
    "Stratégie",
    "Commercial et marketing",
    "Organisation et production",
    "Qualité",
    "Ressources humaines",
    "Gestion et finances",
    "HSE",
    "Numérique",
    "Juridique",
    "Achats et logistique",
)
"""Categories of competences a new programme begins with."""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody to speak to in a partner company."""

    name: str
    position: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a partner lends nobody, both included."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartnerProfile:
    """A partner company and its agreement with the programme.

    Attributes:
        postcode: Five digits, empty when not known.
        joined_on: First day of the agreement, None when not known.
        ends_on: Last day of the agreement, None without an end.
        absences: In order of their first day.
        revision: 0 while nothing was written, then one more at each edit.
    """

    postcode: str = ""
    town: str = ""
    joined_on: date | None = None
    ends_on: date | None = None
    correspondents: tuple[Correspondent, ...] = ()
    absences: tuple[Absence, ...] = ()
    note: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class SkillOffer:
    """A competence that a partner offers, and by whom.

    Attributes:
        category: Name of a category of competences.
        person: Person or department who lends the competence: « Direction des RH ».
        days: Days a year of this competence; None when only the partner's total is known.
        first: First day it is offered, None from the start.
        last: Last day it is offered, None without an end.
    """

    id: UUID
    partner_id: UUID
    category: str
    person: str = ""
    position: str = ""
    days: int | None = None
    first: date | None = None
    last: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartnerConflict:
    """Why a partner lends nobody to one company.

    Attributes:
        siren: Nine digits, of the company.
        note: What is known of it; may be empty.
    """

    id: UUID
    partner_id: UUID
    siren: str
    kind: ConflictKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class SkillCategory:
    """A category of competences.

    Attributes:
        position: Order on the screens, from 1.
        aliases: Other names that workbooks give it.
        is_offered: Whether it is still proposed; old dossiers keep its name.
    """

    id: UUID
    name: str
    position: int
    aliases: tuple[str, ...] = ()
    is_offered: bool = True


@dataclass(frozen=True, slots=True)
class PartnerDays:
    """Days of a partner in one year.

    Attributes:
        offered: Days offered in the year.
        granted: Days of approvals of the year, or before, that still hold and no mission plans.
        planned: Days of the year's missions, given up ones left out: those done once closed.
        done: Days done in the year.
        left: Offered, less granted, less planned; negative when too many were promised.
    """

    partner_id: UUID
    name: str
    year: int
    offered: Decimal
    granted: Decimal
    planned: Decimal
    done: Decimal

    @property
    def left(self) -> Decimal:
        """Days that may still be promised."""
        return self.offered - self.granted - self.planned


@dataclass(frozen=True, slots=True)
class PartnerDetail:
    """Everything the screen of partners shows of one."""

    partner: Partner
    profile: PartnerProfile
    offers: tuple[SkillOffer, ...]
    conflicts: tuple[PartnerConflict, ...]
    days: PartnerDays
