"""What the programme achieved: read in few statements, told, kept, written."""

from collections.abc import Generator
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.report import (
    ProgrammeReport,
    ReportPaper,
    ReportScope,
    ReportSnapshot,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.rules.report_figures import with_moves
from alize_desktop.rules.report_scope import check_scope
from alize_desktop.services import papers
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme import read_programme
from alize_desktop.services.report_reading import Reading, read_basins, reckoned
from alize_desktop.services.report_snapshots import (
    last_snapshot,
    read_snapshots,
    write_snapshot,
)
from alize_desktop.services.templates import read_identity

_Making: TypeAlias = Generator[Progress, None, Paper]


class ReportService:
    """Reckons reports, keeps them, writes them. What is long is a generator of ``Progress``."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def basins(self) -> tuple[str, ...]:
        """Return the basins that dossiers name, in order."""
        with self._registry.read() as session:
            return read_basins(session)

    def figures(self, scope: ReportScope) -> Reading:
        """Reckon every figure of a scope, and what moved since the last report kept.

        Raises:
            UserError: ``REPORT_PERIOD_REVERSED``; ``BASIN_UNKNOWN``.
        """
        check_scope(scope)
        with self._registry.read() as session:
            report = yield from reckoned(self._registry, session, scope)
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

    def _compared(self, session: Session, report: ProgrammeReport) -> ProgrammeReport:
        before = last_snapshot(session, report.scope)
        if before is None:
            return report
        since = local_day(before.kept_at, read_programme(session))
        return with_moves(report, dict(before.figures), since, before.scope)
