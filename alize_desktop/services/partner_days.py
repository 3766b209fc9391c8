"""Days of partner companies in a year: sums that the file makes itself.

What the last approval of a dossier grants counts from its year on, until missions plan it,
it lapses or is given up; what missions plan counts instead, in the year they begin; once a
mission is closed or given up, what was done.
They are asked for at each keystroke of a decision, so that their sums travel with those of
the fund in one statement (``fund_left``).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from alize_desktop.models.records.partners import PartnerDays
from alize_desktop.models.tables.types import DayType, UuidType
from alize_desktop.rules.partner_days import day_of_year, offered_days
from alize_desktop.rules.text import search_key
from alize_desktop.services.partner_day_statements import APPROVED, DONE, LENT, SUMS

_ALWAYS: Final = date(9999, 12, 31)

_DAYS: Final = (bindparam("until", type_=DayType()), bindparam("on", type_=DayType()))
_ASKED: Final = text(f"WITH {APPROVED}, {LENT} SELECT {SUMS}").bindparams(
    *_DAYS, bindparam("apart_from", type_=UuidType())
)
_DONE_ASKED: Final = text(DONE).bindparams(bindparam("on", type_=DayType()))


@dataclass(frozen=True, slots=True)
class TakenDays:
    """What is taken from the days of the partners in a year.

    Attributes:
        partners: Of each partner, by name; the days done are left at 0.
        of_nobody: Granted without naming a partner, and planned by no mission.
        covered_apart: Planned by the missions of the dossier that is left apart.
    """

    partners: tuple[PartnerDays, ...]
    of_nobody: Decimal
    covered_apart: Decimal

    @property
    def by_partner(self) -> tuple[tuple[UUID, Decimal], ...]:
        """Days left of each partner, by its identifier."""
        return tuple((each.partner_id, each.left) for each in self.partners)

    def left_of(self, partner_id: UUID | None) -> Decimal | None:
        """Return the days left of a partner, None when none is named."""
        return next((days for each, days in self.by_partner if each == partner_id), None)

    def granting(self, days: int) -> Decimal:
        """Return what granting days to the dossier left apart would take.

        What its missions plan already is taken.
        """
        return max(days - self.covered_apart, Decimal(0))

    @property
    def left(self) -> Decimal:
        """Days left at all partners; negative when too many were promised."""
        return sum((each.left for each in self.partners), -self.of_nobody)


def days_told(year: int, partners: str, of_nobody: int, covered_apart: int) -> TakenDays:
    """Return the days of a year as ``SUMS`` told them."""
    found = [_of_partner(year, *each) for each in json.loads(partners)]
    by_name = sorted(found, key=lambda each: search_key(each.name))
    return TakenDays(tuple(by_name), _days(of_nobody), _days(covered_apart))


def read_partner_days(
    session: Session, year: int, today: date, *, apart_from: UUID | None = None
) -> tuple[PartnerDays, ...]:
    """Return the days of each partner in a year, by name.

    Args:
        session: Only read.
        year: The year.
        today: Approvals are looked at on that day, or on the one of the year nearest to it.
        apart_from: Dossier whose own approval is left out.
    """
    on = day_of_year(year, today)
    row = session.execute(_ASKED, {"until": _ALWAYS, "on": on, "apart_from": apart_from}).one()
    done = {UUID(each): _days(days) for each, days in session.execute(_DONE_ASKED, {"on": on})}
    return tuple(_with_done(days_told(year, *row).partners, done))


def _with_done(partners: Iterable[PartnerDays], done: dict[UUID, Decimal]) -> Iterable[PartnerDays]:
    for each in partners:
        yield replace(each, done=done.get(each.partner_id, Decimal(0)))


def _of_partner(
    year: int,
    partner: str,
    name: str,
    days_per_year: int,
    joined_on: str | None,
    ends_on: str | None,
    granted: int,
    planned: int,
) -> PartnerDays:
    dates = (date.fromisoformat(each) if each else None for each in (joined_on, ends_on))
    return PartnerDays(
        UUID(partner),
        name,
        year,
        offered_days(days_per_year, year, *dates),
        _days(granted),
        _days(planned),
        done=Decimal(0),
    )


def _days(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)
