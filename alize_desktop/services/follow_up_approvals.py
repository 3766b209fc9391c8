"""Approvals that grant days only, and whose mission nobody signed yet."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.follow_up import Subject
from alize_desktop.rules.follow_up_money import DAYS, approval_item
from alize_desktop.services.mission_reading import Mission
from alize_desktop.services.standing_approvals import voted_approvals

_UNSIGNED: Final = (MissionState.PLANNED, MissionState.GIVEN_UP)


def days_to_sign(session: Session, missions: Iterable[Mission], on: date) -> Iterator[FollowUpItem]:
    """Yield the last day to sign a mission, for approvals that grant days and no money.

    Args:
        session: Only read.
        missions: Every mission.
        on: Day it is.
    """
    signed = {each.dossier_id for each in missions if each.account(on).state not in _UNSIGNED}
    for each in voted_approvals(session):
        lapses_on = each.standing.lapses_on
        is_asked = each.days and not each.amount and each.dossier_id not in signed
        if is_asked and lapses_on is not None and not each.standing.is_given_up:
            dossier = Subject(each.dossier_id, each.number, each.company)
            found = approval_item(dossier, lapses_on, on, DAYS)
            if found is not None:
                yield found
