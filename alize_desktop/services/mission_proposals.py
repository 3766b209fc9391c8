"""The sheet of a mission to come, filled with what the registry knows already."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.models.tables.partners import StoredSkillOffer
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.text import search_key
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.mission_grants import GrantedDays
from alize_desktop.services.mission_reading import Mission, read_missions
from alize_desktop.services.money_rules_reading import read_money_rules

_ONE_DAY: Final = Decimal(1)


def proposed_sheet(
    session: Session, dossier_id: UUID, granted: GrantedDays, partner_id: UUID, today: date
) -> MissionSheet:
    """Return a sheet from what was granted, what the partner offers, and the rules.

    Its days are those granted that no mission plans yet.
    """
    person, position = _offered(session, partner_id, granted.category)
    project, company = granted.sheet.project, granted.sheet.company
    return MissionSheet(
        partner_id=partner_id,
        category=granted.category,
        planned_days=_left(granted, read_missions(session, dossier_id), today),
        day_value=read_money_rules(session).day_value,
        contributor=person,
        position=position,
        goals=project.need_diagnosed or project.need_expressed,
        place=company.town,
        starts_on=today,
        ends_on=add_months(today, read_follow_up_rules(session).mission_months),
    )


def _offered(session: Session, partner_id: UUID, category: str) -> tuple[str, str]:
    """Return the person that a partner offers for a competence, and what that person does."""
    offers = select(StoredSkillOffer.category, StoredSkillOffer.person, StoredSkillOffer.position)
    wanted = search_key(category)
    for offered, person, position in session.execute(
        offers.where(StoredSkillOffer.partner_id == partner_id)
    ):
        if search_key(offered) == wanted:
            return person, position
    return "", ""


def _left(granted: GrantedDays, missions: Iterable[Mission], today: date) -> Decimal:
    """Return the days that no mission plans yet; all of them when none is left."""
    days = Decimal(granted.days or granted.sheet.skills.days) or _ONE_DAY
    accounts = (each.account(today) for each in missions)
    planned = sum(
        (each.planned for each in accounts if each.state is not MissionState.GIVEN_UP), Decimal(0)
    )
    return days - planned if days > planned else days
