"""The sheet of a mission to come, filled with what the registry knows already."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.partner_days import is_in_force
from alize_desktop.rules.skill_categories import is_same, needed_category
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.mission_grants import GrantedDays
from alize_desktop.services.mission_reading import Mission, planned_days, read_missions
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.partner_reading import read_categories, read_offers

_ONE_DAY: Final = Decimal(1)
_HALF_A_DAY: Final = Decimal("0.5")
"""The least that a mission plans: beyond what was granted, whoever prepares it says more."""


def proposed_sheet(
    session: Session, dossier_id: UUID, granted: GrantedDays, partner_id: UUID, today: date
) -> MissionSheet:
    """Return a sheet from what was granted, what the partner offers, and the rules.

    Its days are those granted that no mission plans yet, or else half a day.
    """
    category = _category(session, granted)
    person, position = _offered(session, partner_id, category, today)
    project, company = granted.sheet.project, granted.sheet.company
    return MissionSheet(
        partner_id=partner_id,
        category=category,
        planned_days=_left(granted, read_missions(session, dossier_id), today),
        day_value=read_money_rules(session).day_value,
        contributor=person,
        position=position,
        goals=project.need_diagnosed or project.need_expressed,
        place=company.town,
        starts_on=today,
        ends_on=add_months(today, read_follow_up_rules(session).mission_months),
    )


def _category(session: Session, granted: GrantedDays) -> str:
    """Return the competence of the decision, else the one that the dossier needs."""
    diagnosed = granted.sheet.project.need_diagnosed
    asked = granted.sheet.skills.category
    return granted.category or needed_category(read_categories(session), diagnosed, asked)


def _offered(session: Session, partner_id: UUID, category: str, today: date) -> tuple[str, str]:
    """Return the person that a partner offers for a competence, and what that person does."""
    categories = read_categories(session)
    for each in read_offers(session).get(partner_id, ()):
        if is_in_force(each.first, each.last, today) and is_same(
            categories, each.category, category
        ):
            return each.person, each.position
    return "", ""


def _left(granted: GrantedDays, missions: Iterable[Mission], today: date) -> Decimal:
    """Return the days that no mission plans yet; half a day when none is left."""
    days = Decimal(granted.days or granted.sheet.skills.days) or _ONE_DAY
    return max(days - planned_days(missions, today), _HALF_A_DAY)
