"""Vocabularies of the money: advances, the fund, arrears, state aid."""

from enum import StrEnum


class AdvanceState(StrEnum):
    """Where an advance stands; being late is told apart."""

    GRANTED = "granted"
    LAPSED = "lapsed"
    GIVEN_UP = "given_up"
    SIGNED = "signed"
    RUNNING = "running"
    ACCELERATED = "accelerated"
    IN_LITIGATION = "in_litigation"
    REPAID = "repaid"
    WAIVED = "waived"
    LOST = "lost"


class AdvanceEventKind(StrEnum):
    """What happens to an advance, by value date. A correction is a reversal and a new event."""

    AGREEMENT_SIGNED = "agreement_signed"
    DISBURSEMENT = "disbursement"
    REPAYMENT = "repayment"
    REVERSAL = "reversal"
    REJECTED_DEBIT = "rejected_debit"
    REFUND = "refund"
    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"
    MORATORIUM = "moratorium"
    ACCELERATION = "acceleration"
    LITIGATION = "litigation"
    WAIVER = "waiver"
    LOSS = "loss"
    RECOVERY = "recovery"


class EarlyAllocation(StrEnum):
    """What money received early repays, once all that is due is paid."""

    NEXT = "next"
    LAST = "last"
    SPREAD = "spread"


class ScheduleReason(StrEnum):
    """Why a version of a schedule was frozen."""

    CONTRACT = "contract"
    PAYMENT_DATE = "payment_date"
    RESCHEDULING = "rescheduling"
    MORATORIUM = "moratorium"
    PERIOD = "period"


class InstalmentState(StrEnum):
    """Where one row of a schedule stands on a day."""

    TO_COME = "to_come"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    LATE = "late"
    WRITTEN_OFF = "written_off"


class AgeingBucket(StrEnum):
    """How late the oldest unpaid instalment is, in days."""

    NOT_LATE = "not_late"
    UP_TO_29 = "up_to_29"
    UP_TO_59 = "up_to_59"
    UP_TO_89 = "up_to_89"
    FROM_90 = "from_90"


class FundMovementKind(StrEnum):
    """Money that enters or leaves the fund otherwise than by an advance."""

    CONTRIBUTION = "contribution"
    WITHDRAWAL = "withdrawal"
    FEE = "fee"
    REVERSAL = "reversal"


class OverEnvelope(StrEnum):
    """What becomes of a decision that grants more than the fund can lend."""

    REFUSED = "refused"
    REASON = "reason"


class AidMethod(StrEnum):
    """How the gross grant equivalent of an advance is reckoned."""

    A = "A"
    A_PROPORTIONAL = "A-proportional"
    B = "B"


class CreditRating(StrEnum):
    """How sound a borrower is: communication 2008/C 14/02."""

    STRONG = "strong"
    GOOD = "good"
    SATISFACTORY = "satisfactory"
    WEAK = "weak"
    BAD = "bad"
    NO_HISTORY = "no_history"


class Collateral(StrEnum):
    """How well an advance is secured: communication 2008/C 14/02."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class GrantDateRule(StrEnum):
    """Which day the company gets the legal right to the aid."""

    DECISION = "decision"
    SIGNATURE = "signature"


class RegisterStatus(StrEnum):
    """Where an aid stands in the national register."""

    TO_DECLARE = "to_declare"
    DECLARED = "declared"
    NOT_CONCERNED = "not_concerned"
