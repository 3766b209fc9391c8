"""Days of the missions of a report, read by the driver alone and added up as they come."""

from collections.abc import Collection, Generator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.report_facts import DayFacts
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.values import Money

_MISSIONS: Final = """
SELECT mission.id, mission.dossier_id, partner.name, mission.category, mission.planned_days,
    mission.day_value
FROM mission
JOIN partner ON partner.id = mission.partner_id"""

_EVENTS: Final = """
SELECT mission_id, kind, days
FROM mission_event
WHERE value_on <= ? AND kind IN ('days_done', 'amended', 'given_up') AND id NOT IN (
    SELECT names_id FROM mission_event WHERE kind = 'reversal')
ORDER BY value_on, sequence"""

_STEP: Final = 5_000
"""Rows between two steps: a cancel waits for no more."""

_KNOWN: Final = 2_000
"""Worths of days that are reckoned once: most missions share them."""

_Days: TypeAlias = dict[str, int]


@dataclass(slots=True)
class _Sums:
    """Missions of one partner in one category: hundredths of days, centimes."""

    missions: int = 0
    planned: int = 0
    done: int = 0
    value: int = 0


def read_missions(
    connection: DriverConnection, retained: Collection[str], until: str
) -> Generator[int, None, tuple[DayFacts, ...]]:
    """Read the days of the missions of some dossiers, done until a day.

    What was given up plans nothing any more.

    Args:
        connection: In a transaction.
        retained: Identifiers of the dossiers.
        until: ISO date.

    Yields:
        How many missions were read so far.

    Returns:
        Their days, by partner and category.
    """
    planned, done = yield from _read_events(connection, until)
    sums: dict[tuple[str, str], _Sums] = {}
    for count, row in enumerate(connection.execute(_MISSIONS), start=1):
        mission, dossier, partner, category, first_planned, day_value = row
        if count % _STEP == 0:
            yield count
        if dossier in retained:
            found = sums.setdefault((partner, category), _Sums())
            days, plan = done.get(mission, 0), planned.get(mission, first_planned)
            found.missions += 1 if days or plan else 0
            found.planned += plan
            found.done += days
            found.value += _worth(day_value, days)
    return tuple(_facts(*lent, each) for lent, each in sums.items())


def _facts(partner: str, category: str, sums: _Sums) -> DayFacts:
    return DayFacts(
        partner=partner,
        category=category,
        planned=Decimal(sums.planned).scaleb(-2),
        done=Decimal(sums.done).scaleb(-2),
        value=Money(sums.value),
        missions=sums.missions,
    )


def _read_events(
    connection: DriverConnection, until: str
) -> Generator[int, None, tuple[_Days, _Days]]:
    """Return the days planned by amendments, and those done, by mission."""
    planned: _Days = {}
    done: _Days = {}
    for count, (mission, kind, days) in enumerate(connection.execute(_EVENTS, (until,)), start=1):
        if count % _STEP == 0:
            yield 0
        if kind == MissionEventKind.DAYS_DONE:
            done[mission] = done.get(mission, 0) + days
        elif kind == MissionEventKind.GIVEN_UP:
            planned[mission] = 0
        elif days:
            planned[mission] = days
    return planned, done


@lru_cache(_KNOWN)
def _worth(day_value: int, hundredths: int) -> int:
    """Return what the days of a mission are worth, rounded half up to the centime."""
    return Money(day_value * hundredths).divided(100).minor
