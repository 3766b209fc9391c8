"""State aid: rates, what an advance is worth as a grant, the ceiling, the register."""

from collections.abc import Sequence
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
from alize_desktop.models.records.money_rules import CEILING
from alize_desktop.models.values import ZERO, Money


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
        source: Where the base rate was read; empty for one that the program came with.
        base_from: First day of that base rate; None when it was not kept.
        days_value: Value of the lent days that count as aid, whole.
    """

    method: AidMethod
    rating: CreditRating
    collateral: Collateral
    base_percent: Decimal
    reference_percent: Decimal
    discount_percent: Decimal
    public_percent: Decimal
    source: str = ""
    base_from: date | None = None
    days_value: Money = ZERO


@dataclass(frozen=True, slots=True)
class AdvanceAid:
    """What an advance, and the days lent with it, are worth as State aid.

    Attributes:
        granted_on: Day of the legal right: the rate is that of this day.
        amount: Money lent; 0 when only days are.
        grant_equivalent: None when the rate of its day is not known.
        basis: None likewise.
        days_value: Value of the lent days that count as aid.
        number: Of its dossier; empty for the dossier that is looked at.
    """

    granted_on: date
    amount: Money
    grant_equivalent: Money | None
    basis: AidBasis | None
    days_value: Money = ZERO
    number: str = ""

    @property
    def most(self) -> Money:
        """What it is worth at most: all that is lent when no rate is known."""
        if self.grant_equivalent is None:
            return self.amount + self.days_value
        return self.grant_equivalent


def total_aid(aids: Sequence[AdvanceAid]) -> Money | None:
    """Return what several advances are worth, None when the rate of one is not known."""
    total = ZERO
    for each in aids:
        if each.grant_equivalent is None:
            return None
        total += each.grant_equivalent
    return total


@dataclass(frozen=True, slots=True)
class AidWeighing:
    """A new aid, and everything that counts with it under the ceiling.

    Attributes:
        new: The aid that is looked at; None while nothing is granted nor asked.
        declared: Aid that the company declared, over the window.
        granted: Aids of its other dossiers, over the window.
        ceiling: Of the single undertaking.
    """

    new: AdvanceAid | None = None
    declared: Money = ZERO
    granted: tuple[AdvanceAid, ...] = ()
    ceiling: Money = CEILING

    @property
    def before(self) -> Money | None:
        """What its other dossiers were worth; None when the rate of one is not known."""
        return total_aid(self.granted)

    @property
    def total(self) -> Money | None:
        """Everything with the new aid; None when something is not known."""
        before, new = self.before, self.new
        if before is None or new is None or new.grant_equivalent is None:
            return None
        return self.declared + before + new.grant_equivalent

    @property
    def most(self) -> Money:
        """Everything at most: what is not known counts for its amount."""
        total = self.declared + (self.new.most if self.new else ZERO)
        for each in self.granted:
            total += each.most
        return total

    @property
    def unknown(self) -> AdvanceAid | None:
        """The first aid whose rate is not known: an earlier one, else the new one."""
        all_of_them = (*self.granted, self.new)
        return next((each for each in all_of_them if each and each.grant_equivalent is None), None)

    @property
    def is_over(self) -> bool:
        """Whether everything, as far as it is known, is over the ceiling."""
        return self.most > self.ceiling


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
        is_recorded: Whether it is that of the decision that is told.
        undated: What the dossier declares without dates.
        counts_undated: Whether it counts: no aid declared by date is in the window.
        is_history: Whether what was granted was taken over from the past: its aid is not
            reckoned.
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
    is_recorded: bool = False
    undated: Money = ZERO
    counts_undated: bool = False
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class AidGrant:
    """An aid as it was recorded, for the register. Never changed.

    Attributes:
        identifier: Unique identifier given by the body: number of the dossier and rank.
        decision_id, decision_number: Decision that granted it.
        status, register_reference, register_on: What was last said of the national register.
        is_effective: Whether it is still granted or was paid: one that never was is not
            to be declared.
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
    decision_id: UUID | None = None
    is_effective: bool = True

    @property
    def is_to_declare(self) -> bool:
        """Whether the national register still waits for it."""
        return self.is_effective and self.status is RegisterStatus.TO_DECLARE


@dataclass(frozen=True, slots=True)
class AidDuties:
    """What is still to be done about the national register.

    Attributes:
        late: Aids that should have been declared by now, oldest first.
        unrecorded: Numbers of the dossiers whose approval grants an aid that is not recorded.
    """

    late: tuple[AidGrant, ...] = ()
    unrecorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AidRegister:
    """The aids of a year, as the national register asks for them.

    Attributes:
        authority: Who grants them.
        funders: Public bodies that put money into the fund, by name.
        grants: By day.
    """

    year: int
    authority: str
    funders: tuple[str, ...]
    grants: tuple[AidGrant, ...]
