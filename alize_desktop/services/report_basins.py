"""The basins that a report may be asked of, however their names are written."""

import json
from dataclasses import replace
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.report import ReportScope
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.rules.report_counts import writings
from alize_desktop.rules.text import search_key
from alize_desktop.services.report_facts import Limits

_BASINS: Final = "SELECT basin, count(*) FROM dossier GROUP BY basin"


def counted_basins(connection: DriverConnection, own_basin: str) -> dict[str, int]:
    """Return how many dossiers name each basin, those that say none under that of the programme."""
    counts: dict[str, int] = {}
    for basin, count in connection.execute(_BASINS):
        counts[basin or own_basin] = counts.get(basin or own_basin, 0) + count
    return counts


def limits_of(
    connection: DriverConnection, scope: ReportScope, own_basin: str
) -> tuple[Limits, ReportScope]:
    """Return what the statements need of a scope, and the scope with its basin as written.

    Raises:
        UserError: ``BASIN_UNKNOWN``.
    """
    wanted = search_key(scope.basin)
    named = counted_basins(connection, own_basin) if wanted else {}
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
