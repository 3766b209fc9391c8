"""Reports that were kept: written once, never changed, and compared with the next one."""

import hashlib
from typing import Any, Final

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.report import ProgrammeReport, ReportScope, ReportSnapshot
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.tables.results import StoredReportSnapshot
from alize_desktop.rules.report_figures import report_figures
from alize_desktop.services.plain import plain
from alize_desktop.services.report_basins import basin_key

_NEWEST: Final = select(StoredReportSnapshot.__table__).order_by(
    StoredReportSnapshot.sequence.desc()
)


def read_snapshots(session: Session) -> tuple[ReportSnapshot, ...]:
    """Return the reports that were kept, the last one first."""
    return tuple(
        ReportSnapshot(
            id=row.id,
            scope=ReportScope(row.first, row.last, row.basin),
            figures=tuple((key, text) for key, text in row.figures),
            kept_at=row.kept_at,
        )
        for row in session.execute(_NEWEST)
    )


def last_snapshot(session: Session, scope: ReportScope) -> ReportSnapshot | None:
    """Return the last report kept of the same basin and from the same day on.

    Of another first day, what is told of other dossiers would seem to have moved.
    """
    wanted = (scope.first, basin_key(scope.basin))
    return next(
        (
            each
            for each in read_snapshots(session)
            if (each.scope.first, basin_key(each.scope.basin)) == wanted
        ),
        None,
    )


def write_snapshot(registry: Registry, session: Session, report: ProgrammeReport) -> None:
    """Keep the figures of a report with their hash, and the line of the journal."""
    figures = [list(each) for each in report_figures(report)]
    last = session.scalar(select(func.max(StoredReportSnapshot.kept_at)))
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "first": report.scope.first,
        "last": report.scope.last,
        "basin": report.scope.basin,
        "figures": figures,
        "sha256": hashlib.sha256(canonical_json(figures).encode()).hexdigest(),
    }
    kept_at = registry.instant(session, last)
    session.execute(insert(StoredReportSnapshot).values(columns | {"kept_at": kept_at}))
    details = {name: plain(each) for name, each in columns.items() if name != "id"}
    registry.journal(session, "report.kept", "report", columns["id"], details)
