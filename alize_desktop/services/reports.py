"""What the programme achieved: read in few statements, told, kept, written."""

import json
from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.report import (
    ProgrammeReport,
    ReportPaper,
    ReportScope,
    ReportSnapshot,
)
from alize_desktop.models.records.report_facts import Surroundings
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.report import report_of
from alize_desktop.rules.report_counts import in_order, writings
from alize_desktop.rules.report_figures import with_moves
from alize_desktop.rules.report_scope import check_scope
from alize_desktop.rules.report_tally import ProgrammeTally
from alize_desktop.rules.text import search_key
from alize_desktop.services import papers
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme import read_programme
from alize_desktop.services.report_facts import Limits, read_facts
from alize_desktop.services.report_snapshots import (
    last_snapshot,
    read_snapshots,
    write_snapshot,
)
from alize_desktop.services.report_surroundings import (
    read_committee,
    read_missions,
    read_openings,
    read_partners,
    read_repayment,
)
from alize_desktop.services.templates import read_identity
from alize_desktop.wording.report_words import step_text

_Making: TypeAlias = Generator[Progress, None, Paper]
_Reading: TypeAlias = Generator[Progress, None, ProgrammeReport]

_STEP: Final = 2_000
"""Dossiers between two steps of progress: a cancel waits for no more."""

_BASINS: Final = "SELECT basin, count(*) FROM dossier GROUP BY basin"


class ReportService:
    """Reckons reports, keeps them, writes them. What is long is a generator of ``Progress``."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def basins(self) -> tuple[str, ...]:
        """Return the basins that dossiers name, in order."""
        with self._registry.read() as session:
            named = _basins(_driver(session), read_programme(session).basin)
        return tuple(sorted(set(writings(named).values()), key=in_order))

    def figures(self, scope: ReportScope) -> _Reading:
        """Reckon every figure of a scope, and what moved since the last report kept.

        Raises:
            UserError: ``REPORT_PERIOD_REVERSED``; ``BASIN_UNKNOWN``.
        """
        check_scope(scope)
        with self._registry.read() as session:
            report = yield from self._reckon(session, scope)
            return self._compared(session, report)

    def keep(self, report: ProgrammeReport) -> Changes:
        """Keep the figures of a report: the next one of the same basin tells what moved."""
        with self._registry.write() as session:
            write_snapshot(self._registry, session, report)
        return Changes(results=True)

    def kept(self) -> tuple[ReportSnapshot, ...]:
        """Return the reports that were kept, the last one first."""
        with self._registry.read() as session:
            return read_snapshots(session)

    def paper(self, report: ProgrammeReport) -> ReportPaper:
        """Return a report with what its papers say besides."""
        with self._registry.read() as session:
            return ReportPaper(
                programme=read_programme(session),
                identity=read_identity(session),
                report=report,
                is_rehearsal=session.scalar(select(StoredRehearsal.id)) is not None,
            )

    def export_pdf(self, path: Path, scope: ReportScope) -> _Making:
        """Write the report to be printed. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: As ``figures``; the file cannot be written.
        """
        from alize_desktop.documents.papers.programme_report import (  # noqa: PLC0415  # reportlab on first use
            programme_report_pdf,
        )

        report = yield from self.figures(scope)
        content = yield from programme_report_pdf(self.paper(report))
        return papers.keep(self._registry, PaperKind.PROGRAMME_REPORT, path, content)

    def export_xlsx(self, path: Path, scope: ReportScope) -> _Making:
        """Write the report as a workbook. See ``export_pdf``."""
        from alize_desktop.spreadsheets.report_workbook import (  # noqa: PLC0415  # openpyxl on first use
            report_workbook,
        )

        report = yield from self.figures(scope)
        content = report_workbook(self.paper(report))
        yield Progress(1, 1, "Classeur préparé")
        return papers.keep(self._registry, PaperKind.PROGRAMME_REPORT, path, content)

    def _reckon(self, session: Session, scope: ReportScope) -> _Reading:
        connection, programme = _driver(session), read_programme(session)
        limits, scope = _limits(connection, scope, programme.basin)
        today = local_day(self._registry.clock(), programme)
        (total,) = connection.execute("SELECT count(*) FROM dossier").fetchone()
        tally, retained = ProgrammeTally(), set[str]()
        for dossier, fact in read_facts(connection, limits):
            if tally.studied % _STEP == 0:
                yield Progress(tally.studied, total, step_text(tally.studied))
            tally.add(fact)
            if fact.outcome in APPROVALS:
                retained.add(dossier)
        yield Progress(tally.studied, total or 1, step_text(tally.studied))
        partners, here = read_partners(connection, scope.basin, limits.own_basin)
        around = Surroundings(
            advances=read_repayment(session, retained, min(scope.last or today, today)),
            missions=read_missions(connection, retained, limits.until),
            committee=read_committee(connection, limits),
            openings=read_openings(connection, retained, limits.until),
            partners=partners,
            partners_here=here,
        )
        return report_of(scope, today, tally, around)

    def _compared(self, session: Session, report: ProgrammeReport) -> ProgrammeReport:
        before = last_snapshot(session, report.scope.basin)
        if before is None:
            return report
        since = local_day(before.kept_at, read_programme(session))
        return with_moves(report, dict(before.figures), since, before.scope)


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
