"""What counts for or against a partner company, one reason at a time, with its points.

The competence weighs more than all the rest together: who does not offer it never comes
before who does. What is not known gives no point, and is told.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from alize_desktop.models.enums import MatchCriterion
from alize_desktop.models.records.matching import (
    MatchCandidate,
    MatchNeed,
    MatchReason,
    PartnerPast,
)
from alize_desktop.models.records.partners import (
    Absence,
    PartnerDays,
    PartnerProfile,
    SkillCategory,
)
from alize_desktop.rules.partner_days import is_in_force
from alize_desktop.rules.skill_categories import is_same
from alize_desktop.rules.text import search_key

SKILL: Final = 200
"""Offers the competence."""

PERSON: Final = 210
"""Offers it, and says by whom."""

BASIN: Final = 20
NEAR: Final = ((10, 20), (30, 15), (60, 10), (120, 5))
"""Points up to so many kilometres."""

ENOUGH_DAYS: Final = 20
SOME_DAYS: Final = 5
NO_DAYS: Final = -20
ABSENT: Final = -20
ENDED: Final = -60
NOT_BEGUN: Final = -40
BY_MISSION: Final = -5
MOST_LOADED: Final = -15
BY_STAR: Final = 5
MIDDLE: Final = 3
"""Rating that counts neither for nor against."""

SOON: Final = timedelta(days=60)
"""An absence that begins later is not told yet."""


def reasons(
    need: MatchNeed, candidate: MatchCandidate, categories: Sequence[SkillCategory], on: date
) -> tuple[MatchReason, ...]:
    """Return what counts for or against a partner, in the order it is told."""
    detail = candidate.detail
    return (
        _skill(need, candidate, categories, on),
        _basin(need, detail.partner.sheet.basin),
        _distance(need, candidate),
        _days_left(need, detail.days),
        *_availability(detail.profile.absences, on),
        _agreement(detail.profile, on),
        _load(candidate.past),
        _evaluations(candidate.past),
    )


def _skill(
    need: MatchNeed, candidate: MatchCandidate, categories: Sequence[SkillCategory], on: date
) -> MatchReason:
    detail, category = candidate.detail, need.category
    offers = [
        each
        for each in detail.offers
        if is_in_force(each.first, each.last, on) and is_same(categories, each.category, category)
    ]
    days = next((each.days for each in offers if each.days), None)
    named = next((each for each in offers if each.person), None)
    if named is not None:
        who = {"person": named.person, "position": named.position, "days": named.days or days}
        return _reason(MatchCriterion.PERSON, PERSON, category=category, **who)
    skills = detail.partner.sheet.skills
    is_offered = bool(offers) or any(is_same(categories, each, category) for each in skills)
    told = {"category": category, "is_offered": is_offered, "days": days}
    return _reason(MatchCriterion.SKILL, SKILL if is_offered else 0, **told)


def _basin(need: MatchNeed, basin: str) -> MatchReason:
    is_same_basin = bool(basin) and search_key(basin) == search_key(need.basin)
    told = {"basin": basin, "is_same": is_same_basin}
    return _reason(MatchCriterion.BASIN, BASIN if is_same_basin else 0, **told)


def _distance(need: MatchNeed, candidate: MatchCandidate) -> MatchReason:
    far = candidate.kilometres
    towns = {"town": need.town, "partner_town": candidate.detail.profile.town}
    if far is None:
        return _reason(MatchCriterion.DISTANCE, 0, kilometres=None, **towns)
    points = next((points for most, points in NEAR if far <= most), 0)
    return _reason(MatchCriterion.DISTANCE, points, kilometres=far, **towns)


def _days_left(need: MatchNeed, days: PartnerDays) -> MatchReason:
    points = ENOUGH_DAYS if days.left >= need.days else SOME_DAYS
    if days.left <= 0:
        points = NO_DAYS
    told = {"left": days.left, "offered": days.offered, "needed": need.days, "year": days.year}
    return _reason(MatchCriterion.DAYS_LEFT, points, **told)


def _availability(absences: Sequence[Absence], on: date) -> Iterator[MatchReason]:
    """Tell the absence under way, or else the next one when it is near."""
    coming = [each for each in absences if on <= each.last and each.first <= on + SOON]
    for each in sorted(coming, key=lambda absence: absence.first)[:1]:
        is_now = each.first <= on
        told = {"is_now": is_now, "first": each.first, "last": each.last, "reason": each.reason}
        yield _reason(MatchCriterion.AVAILABILITY, ABSENT if is_now else 0, **told)


def _agreement(profile: PartnerProfile, on: date) -> MatchReason:
    first, last = profile.joined_on, profile.ends_on
    is_ended = last is not None and last < on
    is_to_come = not is_ended and first is not None and on < first
    points = ENDED if is_ended else NOT_BEGUN if is_to_come else 0
    told = {"is_ended": is_ended, "is_to_come": is_to_come, "first": first, "last": last}
    return _reason(MatchCriterion.AGREEMENT, points, **told)


def _load(past: PartnerPast) -> MatchReason:
    points = max(past.load * BY_MISSION, MOST_LOADED)
    return _reason(MatchCriterion.LOAD, points, missions=past.load)


def _evaluations(past: PartnerPast) -> MatchReason:
    points = 0
    if past.rating is not None:
        exact = (past.rating - MIDDLE) * BY_STAR
        points = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    told = {"closed": past.closed, "rated": past.rated, "rating": past.rating}
    return _reason(MatchCriterion.EVALUATIONS, points, **told)


def _reason(criterion: MatchCriterion, points: int, **values: object) -> MatchReason:
    return MatchReason(criterion, points, tuple(values.items()))
