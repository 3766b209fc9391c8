"""Days of the missions of a report, read by the driver alone and added up as they come."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.report_facts import DayFacts, DaysWork
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.values import Money

_MISSIONS: Final = """
SELECT id, dossier_id, partner_id, category, planned_days, day_value FROM mission"""

_PARTNERS: Final = "SELECT id, name FROM partner"

_DONE: Final = """
SELECT mission_id, days, value_on < ? FROM mission_event
WHERE kind = 'days_done' AND value_on <= ? AND id NOT IN (
    SELECT names_id FROM mission_event WHERE kind = 'reversal')"""

_PLANNED: Final = """
SELECT mission_id, days, kind FROM mission_event
WHERE kind IN ('amended', 'given_up') AND value_on <= ? AND id NOT IN (
    SELECT names_id FROM mission_event WHERE kind = 'reversal')
ORDER BY value_on, sequence"""

_STEP: Final = 5_000
"""Rows between two steps: a cancel waits for no more."""

_KNOWN: Final = 2_000
"""Worths of days that are reckoned once: most missions share them."""


Lent: TypeAlias = tuple[tuple[DayFacts, ...], DaysWork]
"""Days of the dossiers retained, by partner and category; those of the period itself."""


@dataclass(slots=True)
class _Sums:
    """Missions of one partner in one category: hundredths of days, centimes."""

    missions: int = 0
    planned: int = 0
    done: int = 0
    done_seen: int = 0
    value: int = 0

    def add(self, planned: int, done: int, value: int, *, is_seen: bool) -> None:
        """Add the days of a mission; one that plans none and did none is no mission."""
        self.missions += 1 if done or planned else 0
        self.planned += planned
        self.done += done
        self.done_seen += done if is_seen else 0
        self.value += value


@dataclass(slots=True)
class _Work:
    """Missions with days done in the period: hundredths of days, centimes."""

    days: int = 0
    value: int = 0
    missions: int = 0
    partners: set[str] = field(default_factory=set)

    def add(self, partner: str, day_value: int, days: int) -> None:
        """Add the days of a mission, if it has any."""
        if days:
            self.days += days
            self.value += _worth(day_value, days)
            self.missions += 1
            self.partners.add(partner)

    def told(self) -> DaysWork:
        """Return what they come to."""
        days, value = Decimal(self.days).scaleb(-2), Money(self.value)
        return DaysWork(days, value, self.missions, len(self.partners))


def read_missions(
    connection: DriverConnection, dossiers: Mapping[str, bool | None], first: str, until: str
) -> Generator[int, None, Lent]:
    """Read the days of the missions of some dossiers, done until a day.

    What was given up plans nothing any more.

    Args:
        connection: In a transaction.
        dossiers: Those retained, each with whether its created jobs were observed; None for
            another, of which only the work of the period is told.
        first: ISO date on which the work of the period begins.
        until: ISO date.

    Yields:
        How many missions were read so far.

    Returns:
        Days of the dossiers retained, by partner and category; the work of the period.
    """
    names = dict(connection.execute(_PARTNERS).fetchall())
    planned = _read_planned(connection, until)
    done, before = yield from _read_done(connection, first, until)
    sums: dict[tuple[str, str], _Sums] = {}
    work = _Work()
    for count, row in enumerate(connection.execute(_MISSIONS), start=1):
        mission, dossier, partner, category, first_planned, day_value = row
        if count % _STEP == 0:
            yield count
        days = done.get(mission, 0)
        if days and dossier in dossiers:
            work.add(partner, day_value, days - before.get(mission, 0))
        is_seen = dossiers.get(dossier)
        if is_seen is not None:
            found = sums.setdefault((names[partner], category), _Sums())
            plan = planned.get(mission, first_planned)
            found.add(plan, days, _worth(day_value, days), is_seen=is_seen)
    return tuple(_facts(*lent, each) for lent, each in sums.items()), work.told()


def _facts(partner: str, category: str, sums: _Sums) -> DayFacts:
    return DayFacts(
        partner=partner,
        category=category,
        planned=Decimal(sums.planned).scaleb(-2),
        done=Decimal(sums.done).scaleb(-2),
        value=Money(sums.value),
        missions=sums.missions,
        done_seen=Decimal(sums.done_seen).scaleb(-2),
    )


def _read_planned(connection: DriverConnection, until: str) -> dict[str, int]:
    """Return the days planned by what happened to missions later, for those it changed."""
    planned: dict[str, int] = {}
    for mission, days, kind in connection.execute(_PLANNED, (until,)):
        if kind == MissionEventKind.GIVEN_UP:
            planned[mission] = 0
        elif days:
            planned[mission] = days
    return planned


def _read_done(
    connection: DriverConnection, first: str, until: str
) -> Generator[int, None, tuple[dict[str, int], dict[str, int]]]:
    """Return the days done until a day, and those done before the period, by mission."""
    done: dict[str, int] = {}
    before: dict[str, int] = {}
    rows = connection.execute(_DONE, (first, until))
    for count, (mission, days, is_before) in enumerate(rows, start=1):
        if count % _STEP == 0:
            yield 0
        done[mission] = done.get(mission, 0) + days
        if is_before:
            before[mission] = before.get(mission, 0) + days
    return done, before


@lru_cache(_KNOWN)
def _worth(day_value: int, hundredths: int) -> int:
    """Return what the days of a mission are worth, rounded half up to the centime."""
    return Money(day_value * hundredths).divided(100).minor
