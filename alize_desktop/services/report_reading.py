"""The figures of a report read from the file, step by step: a cancel waits for one step."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sqlalchemy.orm import Session

from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.report import ProgrammeReport, ReportScope
from alize_desktop.models.records.report_facts import DossierFacts, PeriodWork, Surroundings
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.report import report_of
from alize_desktop.rules.report_counts import in_order, writings
from alize_desktop.rules.report_tally import ProgrammeTally
from alize_desktop.services.clock import local_day
from alize_desktop.services.partner_reading import read_categories
from alize_desktop.services.programme import read_programme
from alize_desktop.services.report_basins import counted_basins, limits_of
from alize_desktop.services.report_facts import read_facts
from alize_desktop.services.report_jobs import jobs_between, read_observed_jobs
from alize_desktop.services.report_missions import Lent, read_missions
from alize_desktop.services.report_money import (
    money_between,
    read_positions,
    read_positions_before,
    repayment,
)
from alize_desktop.services.report_surroundings import (
    read_committee,
    read_openings,
    read_partners,
)
from alize_desktop.wording.report_words import DOSSIERS_READ, missions_step_text, step_text

Reading: TypeAlias = Generator[Progress, None, ProgrammeReport]

_STEP: Final = 2_000
"""Dossiers between two steps of progress: a cancel waits for no more."""

_SIZES: Final = """SELECT count(*), count(*) + (SELECT count(*) FROM mission) + 1
FROM dossier"""
"""Dossiers, and steps in all."""


@dataclass(slots=True)
class _Found:
    """Dossiers of a report, as they are read.

    Attributes:
        known: All of them; those retained with whether their created jobs were observed,
            None for the others.
        voted: Those that a vote retained.
    """

    tally: ProgrammeTally = field(default_factory=ProgrammeTally)
    known: dict[str, bool | None] = field(default_factory=dict)
    voted: set[str] = field(default_factory=set)

    def add(self, dossier: str, fact: DossierFacts | None) -> None:
        """Add a dossier that was read; without facts it was not studied in the period."""
        self.known[dossier] = None
        if fact is None:
            return
        self.tally.add(fact)
        if fact.outcome in APPROVALS:
            self.known[dossier] = fact.jobs_observed is not None
            if not fact.is_history:
                self.voted.add(dossier)


def read_basins(session: Session) -> tuple[str, ...]:
    """Return the basins that dossiers name, in order."""
    named = counted_basins(_driver(session), read_programme(session).basin)
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
    limits, scope = limits_of(connection, scope, programme.basin)
    today = local_day(registry.clock(), programme)
    dossiers, total = connection.execute(_SIZES).fetchone()
    yield Progress(0, total, step_text(0))
    observed, before = read_observed_jobs(connection, limits.until, limits.first)
    found = yield from _gathered(read_facts(connection, limits, observed), total)
    missions, days = yield from _stepped(
        read_missions(connection, found.known, limits.first, limits.until), dossiers, total
    )
    on = min(scope.last or today, today)
    money = read_positions(session, on)
    work = PeriodWork(
        days,
        money_between(money, read_positions_before(session, scope.first, on), found.known),
        jobs_between(observed, before, found.known, limits.first),
    )
    partners, here = read_partners(connection, scope.basin, limits.own_basin)
    around = Surroundings(
        advances=repayment(money, found.voted),
        missions=missions,
        committee=read_committee(connection, limits),
        openings=read_openings(connection, found.known, limits.until),
        partners=partners,
        partners_here=here,
        categories=read_categories(session),
        work=work,
    )
    return report_of(scope, today, found.tally, around)


def _gathered(
    facts: Iterable[tuple[str, DossierFacts | None]], total: int
) -> Generator[Progress, None, _Found]:
    """Gather the dossiers, telling how far their reading is."""
    found = _Found()
    for read, (dossier, fact) in enumerate(facts):
        if read % _STEP == 0:
            yield Progress(read, total, step_text(read))
        found.add(dossier, fact)
    return found


def _stepped(
    reading: Generator[int, None, Lent], before: int, total: int
) -> Generator[Progress, None, Lent]:
    """Tell how far the reading of missions is, once the dossiers are read."""
    while True:
        try:
            count = next(reading)
        except StopIteration as stop:
            lent: Lent = stop.value
            break
        yield Progress(before + count, total, missions_step_text(count))
    yield Progress(total - 1, total, DOSSIERS_READ)
    return lent


def _driver(session: Session) -> DriverConnection:
    """Return the connection of the driver under a session: the same state of the file."""
    return session.connection().connection.driver_connection
