"""Which partner company may answer the need of a dossier, and why."""

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import ConflictKind, MatchCriterion
from alize_desktop.models.records.partners import PartnerDetail


@dataclass(frozen=True, slots=True)
class MatchNeed:
    """What a dossier needs.

    Attributes:
        category: Of the need that was diagnosed, or else of the competence asked for.
        days: Days asked or granted, >= 0.
        year: In which they are to be lent.
    """

    category: str
    basin: str
    postcode: str
    town: str
    siren: str
    days: int
    year: int


@dataclass(frozen=True, slots=True)
class PartnerPast:
    """Missions of a partner, those taken over from the past included.

    Attributes:
        load: Neither closed nor given up.
        closed: Closed.
        rated: Those that the company evaluated.
        rating: Mean of these evaluations, 1 to 5, one decimal; None without any.
    """

    load: int = 0
    closed: int = 0
    rated: int = 0
    rating: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MatchCandidate:
    """A partner that may answer a need.

    Attributes:
        detail: With its days in the year of the need.
        kilometres: As the crow flies; None when a town is not known.
    """

    detail: PartnerDetail
    kilometres: int | None = None
    past: PartnerPast = field(default_factory=PartnerPast)


@dataclass(frozen=True, slots=True)
class MatchReason:
    """One thing that counts for or against a partner.

    Attributes:
        points: What it adds to the rank; negative against, 0 when only told.
        values: What its sentence names, by name: ``{"kilometres": 12}``.
    """

    criterion: MatchCriterion
    points: int
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerMatch:
    """A partner, ranked for a need.

    Attributes:
        rank: From 1, the same for those that nothing tells apart; 0 when a conflict
            excludes it.
        points: Sum of its reasons.
        conflict: Why it is excluded, None when it is not.
        kilometres: As the crow flies; None when a town is not known.
        load: Missions it carries now.
        rating: Mean of its evaluations by companies, 1 to 5, one decimal; None without any.
    """

    partner_id: UUID
    name: str
    siren: str
    rank: int
    points: int
    reasons: tuple[MatchReason, ...]
    days_left: Decimal
    conflict: ConflictKind | None = None
    kilometres: int | None = None
    load: int = 0
    rating: Decimal | None = None
