"""What the fund can still lend, and what is committed: sums that the file makes itself.

They are asked for at each keystroke of a decision, so one statement answers, whatever
the number of advances. Whether an approval has lapsed depends on its own day and its own
signature, never on what is recorded of others: no figure jumps when a first movement is.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.orm import Session

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.types import DayType, UuidType
from alize_desktop.models.values import ZERO, Money
from alize_desktop.services.partner_day_statements import APPROVED, LENT, SUMS
from alize_desktop.services.partner_days import TakenDays, days_told

_ALWAYS: Final = date(9999, 12, 31)

_SETTLED: Final = """
counted AS (
    SELECT dossier_id, kind, value_on, amount, 1 AS times FROM advance_event
    WHERE value_on <= :until AND reverses_id IS NULL
    UNION ALL SELECT named.dossier_id, named.kind, named.value_on, named.amount, -1
    FROM advance_event AS back JOIN advance_event AS named ON named.id = back.reverses_id
    WHERE back.value_on <= :until
), amended AS (
    SELECT dossier_id, max(effective_on) AS lifted_on FROM schedule_version
    WHERE effective_on <= :until AND reason NOT IN ('contract', 'payment_date') GROUP BY dossier_id
), moved AS MATERIALIZED (
    SELECT counted.dossier_id,
        sum(iif(kind = 'disbursement', times * amount, 0)) AS released,
        sum(CASE kind WHEN 'repayment' THEN times * amount WHEN 'recovery' THEN times * amount
            WHEN 'refund' THEN -times * amount ELSE 0 END) AS returned,
        sum(iif(kind IN ('waiver', 'loss'), times * amount, 0)) AS lost,
        sum(iif(kind = 'recovery', times * amount, 0)) AS recovered,
        sum(iif(kind = 'agreement_signed', times, 0)) > 0 AS is_signed,
        sum(iif(kind IN ('acceleration', 'litigation')
            AND value_on > coalesce(lifted_on, ''), times, 0)) > 0 AS is_claimed
    FROM counted LEFT JOIN amended ON amended.dossier_id = counted.dossier_id
    GROUP BY counted.dossier_id
), settled AS (
    SELECT dossier_id, released, returned, is_signed,
        returned - min(recovered, lost) - (released - lost) AS excess,
        is_claimed OR (lost > 0 AND returned + lost >= released) AS is_stopped
    FROM moved
)"""
"""Money by dossier, until a day."""

_ENGAGED: Final = """
committed AS (
    SELECT approved.dossier_id, days, coalesce(released, 0) AS released, CASE
        WHEN is_given_up OR coalesce(is_stopped, 0) THEN 0
        WHEN NOT coalesce(is_signed OR released, 0) AND :on > lapses_on THEN 0
        ELSE max(amount - coalesce(released, 0), 0)
    END AS amount
    FROM approved LEFT JOIN settled ON settled.dossier_id = approved.dossier_id
)"""
"""Money granted and not released, by dossier."""

_SUMS: Final = f"WITH {_SETTLED}, {APPROVED}, {_ENGAGED}"
"""Grants and money by dossier, until a day. What was received in excess is a credit, which
is not the fund's; what follows a write-off recovers it first. An amendment lifts what
claimed everything before it."""

_LEFT: Final = """
SELECT
    (SELECT coalesce(sum(iif(coalesce(back.kind, moved.kind) = 'contribution', 1, -1)
        * iif(back.id IS NULL, 1, -1) * moved.amount), 0)
        FROM fund_movement AS moved
        LEFT JOIN fund_movement AS back ON back.id = moved.reverses_id) AS moved,
    EXISTS (SELECT 1 FROM fund_movement) AS is_fed,
    (SELECT coalesce(sum(returned - released - max(excess, 0)), 0) FROM settled) AS lent,
    (SELECT coalesce(sum(amount), 0) FROM committed
        WHERE dossier_id IS NOT :apart_from) AS committed,
    (SELECT coalesce(sum(released), 0) FROM committed
        WHERE dossier_id = :apart_from) AS released_apart,"""

_COMMITTED: Final = " SELECT dossier_id, amount FROM committed WHERE amount > 0"


def _asked(statement: str, *more: str) -> TextClause:
    days = (bindparam("until", type_=DayType()), bindparam("on", type_=DayType()))
    return text(_SUMS + statement).bindparams(
        *days, *(bindparam(each, type_=UuidType()) for each in more)
    )


_LEFT_ASKED: Final = _asked(f", {LENT} {_LEFT} {SUMS}", "apart_from")
_COMMITTED_ASKED: Final = _asked(_COMMITTED)


@dataclass(frozen=True, slots=True)
class Left:
    """What is not granted yet.

    Attributes:
        money: Cash less what is committed and the credits; None when the fund is unknown,
            that is neither its amount at the start nor any movement; may be negative.
        taken: Days of the partners in the year, and what is taken from them.
    """

    money: Money | None
    taken: TakenDays

    @property
    def days(self) -> Decimal:
        """Days left at all partners in the year; negative when too many were promised."""
        return self.taken.left


def read_left(
    session: Session, programme: Programme, on: date, *, apart_from: UUID | None = None
) -> Left:
    """Return the money that the fund can still lend, and the days left in the year.

    Of a dossier decided several times, the last approval counts. All that is recorded
    counts, whatever its date.

    Args:
        session: Only read.
        programme: Says what the fund began with.
        on: Day on which an approval that was not signed may have lapsed; the days are
            those of its year.
        apart_from: Dossier whose own approval is left out: another one replaces it.
    """
    asked = {"until": _ALWAYS, "on": on, "apart_from": apart_from}
    found = session.execute(_LEFT_ASKED, asked).one()
    taken = days_told(on.year, found.partners, found.of_nobody, found.covered_apart)
    if programme.fund_amount is None and not found.is_fed:
        return Left(None, taken)
    moved = Money(found.moved + found.lent + found.released_apart - found.committed)
    return Left((programme.fund_amount or ZERO) + moved, taken)


def read_committed(session: Session, on: date) -> dict[UUID, Money]:
    """Return what is granted and not released yet on a day, by dossier."""
    rows = session.execute(_COMMITTED_ASKED, {"until": on, "on": on})
    return {UUID(each.dossier_id): Money(each.amount) for each in rows}
