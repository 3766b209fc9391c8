"""State aid: rates, what an advance is worth as a grant, the ceiling, the register."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import (
    AidMethod,
    Collateral,
    CreditRating,
    RegisterStatus,
)
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class BaseRate:
    """A base rate of the Commission, as somebody entered it.

    Attributes:
        first: First day it holds.
        last: Last day it is known to hold.
        percent: 2.19 for 2,19 % a year.
        source: Where it was read, and when.
        id: None for a rate that the program came with.
    """

    first: date
    last: date
    percent: Decimal
    source: str = ""
    id: UUID | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastAid:
    """A de minimis aid that the company, or another of its single undertaking, had.

    Attributes:
        siren: Company of the programme that declares it.
        undertaking: Name of the company that had it; empty for itself.
        granter: Who granted it.
        measure: Under which regulation or scheme.
    """

    id: UUID
    siren: str
    granted_on: date
    grant_equivalent: Money
    undertaking: str = ""
    granter: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class AidBasis:
    """What the grant equivalent of one advance was reckoned with.

    Attributes:
        base_percent, reference_percent, discount_percent: Percent a year.
        public_percent: Public part of the fund, 0 to 100.
    """

    method: AidMethod
    rating: CreditRating
    collateral: Collateral
    base_percent: Decimal
    reference_percent: Decimal
    discount_percent: Decimal
    public_percent: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class AidSheet:
    """The state aid of one dossier.

    Attributes:
        granted_on: Day of the legal right.
        grant_equivalent: Of the new aid, its public part; None when the rate of its day
            is not known.
        basis: None likewise.
        past: What counts in the window, oldest first: declared aids, then earlier advances.
        past_total: Their sum.
        total: With the new aid; None when it is not known.
        is_allowed: Whether the total keeps within the ceiling; False when unknown.
        left: What is left under the ceiling after the aid; None when not allowed.
        is_confirmed: Whether the holder of the fund confirmed the method.
        grant: The aid as it was recorded, None before.
    """

    dossier_id: UUID
    number: str
    company: str
    siren: str
    amount: Money
    granted_on: date
    window_from: date
    basis: AidBasis | None
    grant_equivalent: Money | None
    past: tuple[PastAid, ...]
    past_total: Money
    ceiling: Money
    total: Money | None
    is_allowed: bool
    left: Money | None
    is_confirmed: bool
    grant: "AidGrant | None" = None


@dataclass(frozen=True, slots=True)
class AidGrant:
    """An aid as it was recorded, for the register. Never changed.

    Attributes:
        identifier: Unique identifier given by the body: number of the dossier and rank.
        decision_number: Decision that granted it.
        status, register_reference, register_on: What was last said of the national register.
    """

    id: UUID
    sequence: int
    dossier_id: UUID
    identifier: str
    decision_number: str
    company: str
    siren: str
    naf_code: str
    granted_on: date
    amount: Money
    grant_equivalent: Money
    basis: AidBasis
    recorded_at: datetime
    status: RegisterStatus = RegisterStatus.TO_DECLARE
    register_reference: str = ""
    register_on: date | None = None
