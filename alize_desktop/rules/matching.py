"""Which partner companies may answer the need of a dossier, from the best to the excluded.

Each reason gives points (``match_reasons``); the order is that of the points, then of the
days left, then of the names. Partners that points and days do not tell apart share a rank:
the order of their names says nothing of them. A conflict excludes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from alize_desktop.models.records.matching import (
    MatchCandidate,
    MatchNeed,
    MatchReason,
    PartnerMatch,
)
from alize_desktop.models.records.partners import PartnerDetail, SkillCategory
from alize_desktop.rules.match_reasons import reasons
from alize_desktop.rules.partner_conflicts import conflict_between, kind_of
from alize_desktop.rules.text import search_key


def rank(
    need: MatchNeed,
    candidates: Iterable[MatchCandidate],
    categories: Sequence[SkillCategory],
    on: date,
) -> tuple[PartnerMatch, ...]:
    """Return every partner, ranked; those that a conflict excludes come last.

    Args:
        need: Of the dossier.
        candidates: Every partner company, in any order.
        categories: In force, those no longer offered included.
        on: Day on which offers, agreements and absences are looked at.
    """
    matches = [_match(need, each, categories, on) for each in candidates]
    ranked: list[PartnerMatch] = []
    for place, each in enumerate(sorted(matches, key=_order), start=1):
        if each.conflict is not None:
            ranked.append(each)
        elif ranked and _merits(ranked[-1]) == _merits(each):
            ranked.append(replace(each, rank=ranked[-1].rank))
        else:
            ranked.append(replace(each, rank=place))
    return tuple(ranked)


def _match(
    need: MatchNeed, candidate: MatchCandidate, categories: Sequence[SkillCategory], on: date
) -> PartnerMatch:
    detail = candidate.detail
    conflict = _conflict(need, detail)
    told = (conflict,) if conflict else reasons(need, candidate, categories, on)
    return PartnerMatch(
        partner_id=detail.partner.id,
        name=detail.partner.sheet.name,
        siren=detail.partner.sheet.siren,
        rank=0,
        points=sum(each.points for each in told),
        reasons=told,
        days_left=detail.days.left,
        conflict=kind_of(conflict) if conflict else None,
        kilometres=candidate.kilometres,
        load=candidate.past.load,
        rating=candidate.past.rating,
    )


def _conflict(need: MatchNeed, detail: PartnerDetail) -> MatchReason | None:
    return conflict_between(need.siren, detail.partner.sheet.siren, detail.conflicts)


def _merits(match: PartnerMatch) -> tuple[object, ...]:
    return match.points, match.days_left


def _order(match: PartnerMatch) -> tuple[object, ...]:
    is_excluded = match.conflict is not None
    by_merit = (0, 0) if is_excluded else (-match.points, -match.days_left)
    return is_excluded, *by_merit, search_key(match.name), match.siren, str(match.partner_id)
