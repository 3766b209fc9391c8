"""What a report tells besides the dossiers: missions, openings, partners, committee, advances."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AttendanceKind, MissionEventKind
from alize_desktop.models.records.report_facts import (
    AdvanceFacts,
    CommitteeFacts,
    DayFacts,
    OpeningFacts,
)
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.text import search_key
from alize_desktop.services.advance_reading import read_advances
from alize_desktop.services.report_decisions import Row
from alize_desktop.services.report_facts import Limits

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

_OPENINGS: Final = """
SELECT dossier_id, persons, CASE WHEN filled_on <= ? THEN filled ELSE 0 END
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

_KNOWN: Final = 2_000
"""Numbers of days that are read once: most missions share them."""

_CAME: Final = frozenset(
    {
        AttendanceKind.PRESENT.value,
        AttendanceKind.REMOTE.value,
        AttendanceKind.SUBSTITUTED.value,
        AttendanceKind.REPRESENTED.value,
    }
)
"""Who did one of these, even for a while, attended."""


def read_missions(
    connection: DriverConnection, retained: Collection[str], until: str
) -> tuple[DayFacts, ...]:
    """Return the days of the missions of some dossiers, done until a day.

    What was given up plans nothing any more.
    """
    done: dict[str, int] = {}
    planned: dict[str, int] = {}
    for mission, kind, days in connection.execute(_EVENTS, (until,)):
        if kind == MissionEventKind.DAYS_DONE:
            done[mission] = done.get(mission, 0) + days
        elif kind == MissionEventKind.GIVEN_UP:
            planned[mission] = 0
        elif days:
            planned[mission] = days
    return tuple(
        _mission(row, planned.get(row[0]), done.get(row[0], 0))
        for row in connection.execute(_MISSIONS)
        if row[1] in retained
    )


def read_openings(
    connection: DriverConnection, retained: Collection[str], until: str
) -> OpeningFacts:
    """Return the jobs that some dossiers offered until a day."""
    rows = connection.execute(_OPENINGS, (until, until))
    found = [(persons, filled) for dossier, persons, filled in rows if dossier in retained]
    return OpeningFacts(sum(each for each, _ in found), sum(each for _, each in found))


def read_partners(connection: DriverConnection, basin: str, own_basin: str) -> tuple[int, int]:
    """Return how many partner companies are known, and how many of a basin.

    Args:
        connection: In a transaction.
        basin: Its name; all of them count when it is empty.
        own_basin: That of the programme, for a partner that says none.
    """
    rows = connection.execute(_PARTNERS).fetchall()
    wanted = search_key(basin)
    here = {siren for siren, each in rows if not basin or search_key(each or own_basin) == wanted}
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


def read_repayment(session: Session, retained: Collection[str], on: date) -> AdvanceFacts:
    """Return what the advances of some dossiers, followed here, come to on a day."""
    found = [
        each.position()
        for each in read_advances(session, on)
        if str(each.grant.dossier_id) in retained
    ]
    return AdvanceFacts(
        followed=len(found),
        repaid=_total(each.received - each.refunded - each.credit for each in found),
        late=_total(each.overdue for each in found),
        lost=_total(each.written_off - each.recovered for each in found),
        outstanding=_total(each.outstanding for each in found),
    )


def _mission(row: Row, amended: int | None, done: int) -> DayFacts:
    """Return one mission; ``amended`` is what its events plan, None when they say nothing."""
    _mission_id, _dossier, partner, category, planned, day_value = row
    return DayFacts(
        partner=partner,
        category=category,
        planned=_days(planned if amended is None else amended),
        done=_days(done),
        value=Money(day_value * done).divided(100),
    )


@lru_cache(_KNOWN)
def _days(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)


def _total(amounts: Iterable[Money]) -> Money:
    return sum(amounts, ZERO)
