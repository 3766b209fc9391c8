"""Days of partner companies in a year: sums that the file makes itself.

What the last approval of a dossier grants counts until missions plan it; what missions plan
counts instead, in the year they begin; once a mission is closed or given up, what was done.
They are asked for at each keystroke of a decision, so that their sums travel with those of
the fund in one statement (``fund_left``).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from alize_desktop.models.records.partners import PartnerDays
from alize_desktop.models.tables.types import DayType, UuidType
from alize_desktop.rules.partner_days import offered_days
from alize_desktop.rules.text import search_key

_ALWAYS: Final = date(9999, 12, 31)

APPROVED: Final = """
taken AS (
    SELECT decision.*, meeting.held_on, meeting.rules FROM decision
    JOIN meeting ON meeting.id = decision.meeting_id WHERE meeting.held_on <= :until
), approved AS (
    SELECT taken.dossier_id, taken.amount, taken.days, taken.partner_id, taken.held_on,
        coalesce(json_extract(taken.rules, '$.approval_months'), 6) AS months,
        dossier.state = 'withdrawn' OR EXISTS (
            SELECT 1 FROM taken AS last WHERE last.dossier_id = taken.dossier_id
            AND last.sequence > taken.sequence AND last.outcome = 'withdrawn'
        ) AS is_given_up
    FROM taken JOIN dossier ON dossier.id = taken.dossier_id
    WHERE taken.outcome IN ('approved', 'approved_with_conditions', 'approved_reduced') AND NOT EXISTS (
        SELECT 1 FROM taken AS later WHERE later.dossier_id = taken.dossier_id
        AND later.sequence > taken.sequence AND later.outcome IN ('approved', 'approved_with_conditions', 'approved_reduced')
    )
)"""
"""The last approval of each dossier."""

LENT: Final = """
begun AS (
    SELECT id, dossier_id, partner_id, planned_days, coalesce(starts_on, (
        SELECT min(value_on) FROM mission_event WHERE mission_id = mission.id)) AS starts_on
    FROM mission
), engaged AS (
    SELECT mission.dossier_id, mission.partner_id,
        coalesce(mission.starts_on, approved.held_on) AS starts_on,
        coalesce((SELECT amended.days FROM mission_event AS amended
            WHERE amended.mission_id = mission.id AND amended.kind = 'amended' AND amended.days > 0
            AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
                AND back.kind = 'reversal' AND back.names_id = amended.id)
            ORDER BY amended.value_on DESC, amended.sequence DESC LIMIT 1), planned_days) AS planned,
        coalesce(sum(iif(event.kind = 'days_done', event.days, 0)), 0) AS done,
        coalesce(max(event.kind IN ('closed', 'given_up')), 0) AS is_over,
        coalesce(max(event.kind = 'given_up'), 0) AS is_given_up
    FROM begun AS mission LEFT JOIN approved ON approved.dossier_id = mission.dossier_id
    LEFT JOIN mission_event AS event ON event.mission_id = mission.id AND event.kind <> 'reversal'
        AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
            AND back.kind = 'reversal' AND back.names_id = event.id)
    WHERE substr(mission.starts_on, 1, 4) = substr(:on, 1, 4)
        OR substr(approved.held_on, 1, 4) = substr(:on, 1, 4)
        OR mission.dossier_id = :apart_from
    GROUP BY mission.id
), covered AS (
    SELECT dossier_id, sum(iif(is_given_up, done, planned)) AS days FROM engaged GROUP BY dossier_id
), planned AS (
    SELECT partner_id, sum(iif(is_over, done, planned)) AS days FROM engaged
    WHERE substr(starts_on, 1, 4) = substr(:on, 1, 4) GROUP BY partner_id
), granted AS (
    SELECT approved.partner_id, sum(max(100 * approved.days - coalesce(covered.days, 0), 0)) AS days
    FROM approved LEFT JOIN covered ON covered.dossier_id = approved.dossier_id
    WHERE substr(approved.held_on, 1, 4) = substr(:on, 1, 4) AND NOT approved.is_given_up
        AND approved.dossier_id IS NOT :apart_from
    GROUP BY approved.partner_id
)"""
"""Days that missions and approvals take from each partner in the year of ``:on``, in hundredths."""

SUMS: Final = """
    (SELECT json_group_array(json_array(partner.id, partner.name, days_per_year, joined_on, ends_on,
            coalesce(granted.days, 0), coalesce(planned.days, 0)))
        FROM partner LEFT JOIN partner_profile ON partner_profile.partner_id = partner.id
        LEFT JOIN granted ON granted.partner_id = partner.id
        LEFT JOIN planned ON planned.partner_id = partner.id) AS partners,
    (SELECT coalesce(sum(days), 0) FROM granted WHERE partner_id IS NULL) AS of_nobody,
    (SELECT coalesce(sum(days), 0) FROM covered WHERE dossier_id = :apart_from) AS covered_apart"""
"""What ``days_told`` reads."""

_DONE: Final = """
SELECT mission.partner_id, sum(event.days) AS days
FROM mission JOIN mission_event AS event ON event.mission_id = mission.id
WHERE event.kind = 'days_done' AND substr(event.value_on, 1, 4) = substr(:on, 1, 4)
    AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
        AND back.kind = 'reversal' AND back.names_id = event.id)
GROUP BY mission.partner_id"""

_DAYS: Final = (bindparam("until", type_=DayType()), bindparam("on", type_=DayType()))
_ASKED: Final = text(f"WITH {APPROVED}, {LENT} SELECT {SUMS}").bindparams(
    *_DAYS, bindparam("apart_from", type_=UuidType())
)
_DONE_ASKED: Final = text(_DONE).bindparams(bindparam("on", type_=DayType()))


@dataclass(frozen=True, slots=True)
class TakenDays:
    """What is taken from the days of the partners in a year.

    Attributes:
        partners: Of each partner, by name; the days done are left at 0.
        of_nobody: Granted without naming a partner, and planned by no mission.
        covered_apart: Planned by the missions of the dossier that is left apart.
    """

    partners: tuple[PartnerDays, ...]
    of_nobody: Decimal
    covered_apart: Decimal

    @property
    def by_partner(self) -> tuple[tuple[UUID, Decimal], ...]:
        """Days left of each partner, by its identifier."""
        return tuple((each.partner_id, each.left) for each in self.partners)

    def left_of(self, partner_id: UUID | None) -> Decimal | None:
        """Return the days left of a partner, None when none is named."""
        return next((days for each, days in self.by_partner if each == partner_id), None)

    def granting(self, days: int) -> Decimal:
        """Return what granting days to the dossier left apart would take.

        What its missions plan already is taken.
        """
        return max(days - self.covered_apart, Decimal(0))

    @property
    def left(self) -> Decimal:
        """Days left at all partners; negative when too many were promised."""
        return sum((each.left for each in self.partners), -self.of_nobody)


def days_told(year: int, partners: str, of_nobody: int, covered_apart: int) -> TakenDays:
    """Return the days of a year as ``SUMS`` told them."""
    found = [_of_partner(year, *each) for each in json.loads(partners)]
    by_name = sorted(found, key=lambda each: search_key(each.name))
    return TakenDays(tuple(by_name), _days(of_nobody), _days(covered_apart))


def read_partner_days(session: Session, year: int) -> tuple[PartnerDays, ...]:
    """Return the days of each partner in a year, by name."""
    on = date(year, 12, 31)
    row = session.execute(_ASKED, {"until": _ALWAYS, "on": on, "apart_from": None}).one()
    done = {UUID(each): _days(days) for each, days in session.execute(_DONE_ASKED, {"on": on})}
    return tuple(_with_done(days_told(year, *row).partners, done))


def _with_done(partners: Iterable[PartnerDays], done: dict[UUID, Decimal]) -> Iterable[PartnerDays]:
    for each in partners:
        yield replace(each, done=done.get(each.partner_id, Decimal(0)))


def _of_partner(
    year: int,
    partner: str,
    name: str,
    days_per_year: int,
    joined_on: str | None,
    ends_on: str | None,
    granted: int,
    planned: int,
) -> PartnerDays:
    dates = (date.fromisoformat(each) if each else None for each in (joined_on, ends_on))
    return PartnerDays(
        UUID(partner),
        name,
        year,
        offered_days(days_per_year, year, *dates),
        _days(granted),
        _days(planned),
        done=Decimal(0),
    )


def _days(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)
