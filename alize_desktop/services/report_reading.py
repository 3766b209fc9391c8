"""The figures of a report read from the file, step by step: a cancel waits for one step."""

import json
from collections.abc import Generator
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.report import ProgrammeReport, ReportScope
from alize_desktop.models.records.report_facts import DayFacts, Surroundings
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.report import report_of
from alize_desktop.rules.report_counts import in_order, writings
from alize_desktop.rules.report_tally import ProgrammeTally
from alize_desktop.rules.text import search_key
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme import read_programme
from alize_desktop.services.report_facts import Limits, read_facts
from alize_desktop.services.report_missions import read_missions
from alize_desktop.services.report_surroundings import (
    read_committee,
    read_openings,
    read_partners,
    read_repayment,
)
from alize_desktop.wording.report_words import DOSSIERS_READ, missions_step_text, step_text

Reading: TypeAlias = Generator[Progress, None, ProgrammeReport]

_STEP: Final = 2_000
"""Dossiers between two steps of progress: a cancel waits for no more."""

_SIZES: Final = """SELECT count(*), count(*) + (SELECT count(*) FROM mission) + 1
FROM dossier"""
"""Dossiers, and steps in all."""

_BASINS: Final = "SELECT basin, count(*) FROM dossier GROUP BY basin"


def read_basins(session: Session) -> tuple[str, ...]:
    """Return the basins that dossiers name, in order."""
    named = _basins(_driver(session), read_programme(session).basin)
    return tuple(sorted(set(writings(named).values()), key=in_order))


def reckoned(registry: Registry, session: Session, scope: ReportScope) -> Reading:
    """Reckon every figure of a scope, in a fixed number of statements.

    Args:
        registry: Gives the present day.
        session: Only read; the driver under it reads what is large.
        scope: Its period was checked.

    Raises:
        UserError: ``BASIN_UNKNOWN``.
    """
    connection, programme = _driver(session), read_programme(session)
    limits, scope = _limits(connection, scope, programme.basin)
    today = local_day(registry.clock(), programme)
    dossiers, total = connection.execute(_SIZES).fetchone()
    tally, retained, voted = ProgrammeTally(), dict[str, bool](), set[str]()
    for read, (dossier, fact) in enumerate(read_facts(connection, limits)):
        if read % _STEP == 0:
            yield Progress(read, total, step_text(read))
        if fact is None:
            continue
        tally.add(fact)
        if fact.outcome in APPROVALS:
            retained[dossier] = fact.jobs_observed is not None
            if not fact.is_history:
                voted.add(dossier)
    missions = yield from _stepped(
        read_missions(connection, retained, limits.until), dossiers, total
    )
    partners, here = read_partners(connection, scope.basin, limits.own_basin)
    around = Surroundings(
        advances=read_repayment(session, voted, min(scope.last or today, today)),
        missions=missions,
        committee=read_committee(connection, limits),
        openings=read_openings(connection, retained, limits.until),
        partners=partners,
        partners_here=here,
    )
    return report_of(scope, today, tally, around)


def _stepped(
    reading: Generator[int, None, tuple[DayFacts, ...]], before: int, total: int
) -> Generator[Progress, None, tuple[DayFacts, ...]]:
    """Tell how far the reading of missions is, once the dossiers are read."""
    while True:
        try:
            count = next(reading)
        except StopIteration as stop:
            missions: tuple[DayFacts, ...] = stop.value
            break
        yield Progress(before + count, total, missions_step_text(count))
    yield Progress(total - 1, total, DOSSIERS_READ)
    return missions


def _driver(session: Session) -> DriverConnection:
    """Return the connection of the driver under a session: the same state of the file."""
    return session.connection().connection.driver_connection


def _basins(connection: DriverConnection, own_basin: str) -> dict[str, int]:
    """Return how many dossiers name each basin, those that say none under that of the programme."""
    counts: dict[str, int] = {}
    for basin, count in connection.execute(_BASINS):
        counts[basin or own_basin] = counts.get(basin or own_basin, 0) + count
    return counts


def _limits(
    connection: DriverConnection, scope: ReportScope, own_basin: str
) -> tuple[Limits, ReportScope]:
    """Return what the statements need of a scope, and the scope with its basin as written."""
    wanted = search_key(scope.basin)
    named = _basins(connection, own_basin) if wanted else {}
    found = [each for each in named if search_key(each) == wanted]
    if wanted and not found:
        raise UserError(ErrorCode.BASIN_UNKNOWN, basin=scope.basin)
    if wanted:
        scope = replace(scope, basin=writings(named)[found[0]])
    own = [""] if search_key(own_basin) == wanted else []
    limits = Limits(
        first=(scope.first or date.min).isoformat(),
        until=(scope.last or date.max).isoformat(),
        writings=json.dumps([*found, *own]),
        is_whole=not wanted,
        own_basin=own_basin,
    )
    return limits, scope
