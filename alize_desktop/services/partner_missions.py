"""What missions tell of partners: how many they carry, how they were evaluated."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from alize_desktop.models.records.matching import PartnerPast

_PAST: Final = text("""
WITH kept AS (
    SELECT event.* FROM mission_event AS event
    WHERE event.kind <> 'reversal' AND NOT EXISTS (
        SELECT 1 FROM mission_event AS back WHERE back.mission_id = event.mission_id
        AND back.kind = 'reversal' AND back.names_id = event.id)
), each_one AS (
    SELECT mission.partner_id,
        EXISTS (SELECT 1 FROM kept WHERE mission_id = mission.id AND kind = 'closed') AS is_closed,
        EXISTS (SELECT 1 FROM kept WHERE mission_id = mission.id AND kind = 'given_up') AS is_given_up,
        (SELECT rating FROM kept WHERE mission_id = mission.id AND kind = 'evaluated_by_company'
            ORDER BY value_on DESC, sequence DESC LIMIT 1) AS rating
    FROM mission
)
SELECT partner_id, sum(NOT is_closed AND NOT is_given_up), sum(is_closed), count(rating), sum(rating)
FROM each_one GROUP BY partner_id""")

_TENTH: Final = Decimal("0.1")


def read_past(session: Session) -> dict[UUID, PartnerPast]:
    """Return what missions tell of each partner that has some."""
    return {
        UUID(partner): PartnerPast(load, closed, rated, _mean(rated, total))
        for partner, load, closed, rated, total in session.execute(_PAST)
    }


def _mean(rated: int, total: int | None) -> Decimal | None:
    if not total:
        return None
    return (Decimal(total) / rated).quantize(_TENTH, ROUND_HALF_UP)
