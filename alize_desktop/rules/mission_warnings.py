"""What is unusual in a mission: told to whoever follows it, never refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.models.records.missions import MissionAccount, MissionSheet, MissionWarning
from alize_desktop.rules.due_dates import add_months


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the days and dates of a mission are compared with.

    Attributes:
        granted: Days granted to the dossier; None when no decision says them.
        planned: Days that all the missions of the dossier plan.
        approved_on: Day since which the dossier is approved; None when it is not.
        rules: Of the follow-up.
    """

    granted: int | None
    planned: Decimal
    approved_on: date | None
    rules: FollowUpRules


def mission_warnings(
    sheet: MissionSheet, stands: MissionAccount, around: Surroundings
) -> Iterator[MissionWarning]:
    """Yield what is unusual in a mission.

    Args:
        sheet: Of the mission.
        stands: Where it stands.
        around: What it is compared with.
    """
    planned, most = around.planned, around.rules.dossier_days
    if around.granted is not None and planned > around.granted:
        yield MissionWarning("granted", (("planned", planned), ("granted", around.granted)))
    if planned > most:
        yield MissionWarning("dossier_days", (("planned", planned), ("most", most)))
    if stands.done > stands.planned:
        yield MissionWarning("done", (("done", stands.done), ("planned", stands.planned)))
    first, last, approved_on = sheet.starts_on, stands.ends_on, around.approved_on
    if first is None:
        return
    months = around.rules.mission_months
    if last is not None and last > add_months(first, months):
        yield MissionWarning("months", (("first", first), ("last", last), ("months", months)))
    if approved_on is not None and first < approved_on:
        yield MissionWarning("start", (("first", first), ("approved_on", approved_on)))
