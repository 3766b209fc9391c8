"""The fund: who feeds it, what moved, what it can lend, what comes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class Funder:
    """Who puts money into the fund.

    Attributes:
        is_public: Whether its money is public, and so state aid.
        revision: Grows with each change.
    """

    id: UUID
    name: str
    is_public: bool
    note: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class FundMovementDraft:
    """Money that enters or leaves the fund, before it is recorded.

    Attributes:
        amount: > 0; the kind says the direction.
        funder_id: Who gives or takes it back; None for a fee, or when unknown.
        reverses_id: Movement that a reversal takes back.
    """

    kind: FundMovementKind
    value_on: date
    amount: Money
    funder_id: UUID | None = None
    reference: str = ""
    note: str = ""
    author: str = ""
    reverses_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class FundMovement:
    """A recorded movement. Never changed.

    Attributes:
        sequence: Order of entry in the registry, from 1.
    """

    id: UUID
    sequence: int
    entered_at: datetime
    draft: FundMovementDraft
    funder: str = ""
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class FundExpectation:
    """Money that is expected to enter or to leave, for the forecast only.

    Attributes:
        kind: ``CONTRIBUTION``, ``WITHDRAWAL`` or ``FEE``.
    """

    id: UUID
    kind: FundMovementKind
    expected_on: date
    amount: Money
    funder_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FunderShare:
    """What one funder put in, on a day.

    Attributes:
        funder: Name; « Non précisé » for money without a funder.
        contributed: What it gave, what it took back taken off.
        basis_points: Part of all contributions, in hundredths of a percent.
        is_named: Whether a funder is known; otherwise ``is_public`` says nothing.
    """

    funder: str
    is_public: bool
    contributed: Money
    basis_points: int
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class FundStatement:
    """The fund on a day.

    ``contributions - withdrawals - fees + credits = cash + outstanding + losses``, where
    losses are what was written off less what was recovered.

    Attributes:
        contributions: The amount the programme began with included.
        cash: At the bank.
        committed: Granted, neither lapsed nor given up, not released yet.
        credits: Received in excess, to refund.
        available: Cash less what is committed and the credits; may be negative.
        outstanding: What the companies still owe.
        losses: Written off less recovered.
        late: Part of the outstanding that is late.
        advances: Number of advances with money outstanding.
    """

    on: date
    contributions: Money
    withdrawals: Money
    fees: Money
    disbursed: Money
    received: Money
    refunded: Money
    recovered: Money
    written_off: Money
    cash: Money
    committed: Money
    credits: Money
    available: Money
    outstanding: Money
    losses: Money
    late: Money
    advances: int
    funders: tuple[FunderShare, ...] = ()


@dataclass(frozen=True, slots=True)
class FundClosing:
    """A period that was closed: nothing is dated in it any more.

    Attributes:
        through: Last day of the period.
        statement: The fund on that day, as it was then.
        sha256: Hexadecimal digest of the canonical JSON of the statement.
    """

    id: UUID
    sequence: int
    through: date
    statement: FundStatement
    sha256: str
    author: str
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class ForecastMonth:
    """One month of the forecast.

    Attributes:
        month: Its first day.
        opening: Cash on its first morning.
        grants: Expected to be released: what is committed, then planned meetings.
        closing: Cash on its last evening.
        available: Closing less what is still committed then.
    """

    month: date
    opening: Money
    repayments: Money
    contributions: Money
    withdrawals: Money
    grants: Money
    closing: Money
    available: Money


@dataclass(frozen=True, slots=True)
class FundForecast:
    """Sixty months to come.

    Attributes:
        doubtful: What is late, accelerated or in litigation: not counted as coming back.
    """

    on: date
    months: tuple[ForecastMonth, ...]
    doubtful: Money = ZERO


@dataclass(frozen=True, slots=True)
class FundLine:
    """Money that entered or left the fund on a day, whatever moved it.

    Attributes:
        kind: Of the movement, or of the event of an advance.
        counts_as: The same; of what takes another back, the kind of that other.
        who: Funder, or company; empty when nobody is named.
        number: Of the advance, empty for a movement of the fund itself.
        amount: Positive when the fund receives it.
        cash: At the bank after it.
    """

    on: date
    kind: FundMovementKind | AdvanceEventKind
    counts_as: FundMovementKind | AdvanceEventKind
    who: str
    number: str
    reference: str
    amount: Money
    cash: Money


@dataclass(frozen=True, slots=True)
class FundPeriod:
    """What moved in a period.

    Attributes:
        first, last: Its days, both included.
        opening: The fund on the evening before.
        closing: The fund on the last evening.
        lines: In order; the cash of the last one is that of the closing.
    """

    first: date
    last: date
    opening: FundStatement
    closing: FundStatement
    lines: tuple[FundLine, ...]
