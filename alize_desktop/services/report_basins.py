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

_OF_PARTNERS: Final = "SELECT DISTINCT basin FROM partner ORDER BY basin"


def basin_key(name: str) -> str:
    """Return what tells a basin from another, even one that is written with signs only."""
    return search_key(name) or name.strip()


def counted_basins(connection: DriverConnection, own_basin: str) -> dict[str, int]:
    """Return how many dossiers name each basin, those that say none under that of the programme."""
    counts: dict[str, int] = {}
    for basin, count in connection.execute(_BASINS):
        counts[basin or own_basin] = counts.get(basin or own_basin, 0) + count
    return counts


def _known_besides(connection: DriverConnection, own_basin: str, wanted: str) -> list[str]:
    """Return how a basin without a dossier is written: that of the programme, or of partners."""
    names = [own_basin, *(name for (name,) in connection.execute(_OF_PARTNERS))]
    return [each for each in names if basin_key(each) == wanted]


def limits_of(
    connection: DriverConnection, scope: ReportScope, own_basin: str
) -> tuple[Limits, ReportScope]:
    """Return what the statements need of a scope, and the scope with its basin as written.

    A basin is known by its dossiers, by a partner, or as that of the programme.

    Raises:
        UserError: ``BASIN_UNKNOWN``.
    """
    wanted = basin_key(scope.basin)
    named = counted_basins(connection, own_basin) if wanted else {}
    found = [each for each in named if basin_key(each) == wanted]
    if wanted:
        known = found or _known_besides(connection, own_basin, wanted)
        if not known:
            raise UserError(ErrorCode.BASIN_UNKNOWN, basin=scope.basin)
        scope = replace(scope, basin=writings(named).get(known[0]) or known[0])
    own = [""] if basin_key(own_basin) == wanted else []
    limits = Limits(
        first=(scope.first or date.min).isoformat(),
        until=(scope.last or date.max).isoformat(),
        writings=json.dumps([*found, *own]),
        is_whole=not wanted,
        own_basin=own_basin,
    )
    return limits, scope
