"""What a report tells besides dossiers, missions and money: openings, partners, committee."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.report_facts import (
    CommitteeFacts,
    OpeningFacts,
)
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.services.report_basins import basin_key
from alize_desktop.services.report_decisions import Row
from alize_desktop.services.report_facts import Limits

_OPENINGS: Final = """
SELECT dossier_id, persons, CASE WHEN filled_on > ? THEN 0 ELSE filled END
FROM job_opening
WHERE opened_on <= ?"""

_PARTNERS: Final = "SELECT siren, basin FROM partner"

_HELD: Final = """
SELECT meeting.id, attendance_event.member_id, attendance_event.kind
FROM meeting
LEFT JOIN attendance_event
    ON attendance_event.meeting_id = meeting.id AND attendance_event.item_id IS NULL
WHERE meeting.state IN ('closed', 'approved') AND meeting.quorum_at IS NOT NULL
    AND meeting.held_on BETWEEN ? AND ? AND (? OR meeting.id IN (
        SELECT decision.meeting_id FROM decision
        JOIN dossier ON dossier.id = decision.dossier_id
        WHERE dossier.basin IN (SELECT value FROM json_each(?))))
ORDER BY meeting.id"""

_CAME: Final = frozenset(
    {
        AttendanceKind.PRESENT.value,
        AttendanceKind.REMOTE.value,
        AttendanceKind.SUBSTITUTED.value,
        AttendanceKind.REPRESENTED.value,
    }
)
"""Who did one of these, even for a while, attended."""


def read_openings(
    connection: DriverConnection, known: Mapping[str, bool | None], until: str
) -> OpeningFacts:
    """Return the jobs that the dossiers retained offered until a day; None stands for others."""
    rows = connection.execute(_OPENINGS, (until, until))
    found = [(persons, filled) for key, persons, filled in rows if known.get(key) is not None]
    return OpeningFacts(sum(each for each, _ in found), sum(each for _, each in found))


def read_partners(connection: DriverConnection, basin: str, own_basin: str) -> tuple[int, int]:
    """Return how many partner companies are known, and how many of a basin.

    Args:
        connection: In a transaction.
        basin: Its name; all of them count when it is empty.
        own_basin: That of the programme, for a partner that says none.
    """
    rows = connection.execute(_PARTNERS).fetchall()
    wanted = basin_key(basin)
    here = {siren for siren, each in rows if not wanted or basin_key(each or own_basin) == wanted}
    return len({siren for siren, _ in rows}), len(here)


def read_committee(connection: DriverConnection, limits: Limits) -> CommitteeFacts:
    """Return the meetings held in a period; of a basin, those that decided on its dossiers."""
    asked = (limits.first, limits.until, limits.is_whole, limits.writings)
    rows: Iterable[Row] = connection.execute(_HELD, asked)
    meetings = seats = attended = 0
    for _meeting, events in groupby(rows, key=lambda row: row[0]):
        told = [(member, kind) for _, member, kind in events if member is not None]
        meetings += 1
        seats += len({member for member, _ in told})
        attended += len({member for member, kind in told if kind in _CAME})
    return CommitteeFacts(meetings, seats, attended)
