"""Partners ranked for a need: what counts, in which order, and what excludes."""

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from alize_desktop.models.enums import ConflictKind, MatchCriterion
from alize_desktop.models.records.matching import PartnerPast
from alize_desktop.models.records.partners import Absence, PartnerConflict, PartnerProfile
from alize_desktop.rules import match_reasons
from alize_desktop.rules.matching import rank
from alize_desktop.rules.skill_categories import usual_categories
from tests.partner_records import COMPANY, OF_TESTS, candidate, need, offer, partner_days

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
CATEGORIES = usual_categories()
Criterion = MatchCriterion


def ranked(*candidates, **more):
    return rank(need(**more), candidates, CATEGORIES, TODAY)


def reason(criterion, *, asked=None, **more):
    """Return the points and the values of one reason of a partner."""
    (match,) = ranked(candidate(**more), **(asked or {}))
    found = next(each for each in match.reasons if each.criterion is criterion)
    return found.points, dict(found.values)


def profile(**more):
    return replace(PartnerProfile(), **more)


class TestTheCompetence:
    def test_it_is_offered_in_the_sheet_under_any_of_its_names(self):
        for skill in ("Ressources humaines", "ressources  HUMAINES", "RH"):
            assert reason(Criterion.SKILL, skills=("Qualité", skill)) == (
                match_reasons.SKILL,
                {"category": "Ressources humaines", "is_offered": True, "days": None},
            )

    def test_an_offer_says_by_whom(self):
        offers = (offer(), offer("Recrutement", person="Direction des RH", position="Siège"))
        assert reason(Criterion.PERSON, offers=offers) == (
            match_reasons.PERSON,
            {
                "category": "Ressources humaines",
                "person": "Direction des RH",
                "position": "Siège",
                "days": None,
            },
        )
        assert reason(Criterion.SKILL, offers=offers[:1])[0] == match_reasons.SKILL

    def test_the_days_of_an_offer_are_told(self):
        days = offer(days=4)
        assert reason(Criterion.SKILL, offers=(offer(), days))[1]["days"] == 4
        named = offer(person="Direction des RH")
        assert reason(Criterion.PERSON, offers=(named, days))[1]["days"] == 4
        own = replace(named, days=2)
        assert reason(Criterion.PERSON, offers=(days, own))[1]["days"] == 2

    @pytest.mark.parametrize(
        "period", [{"last": TODAY - DAY}, {"first": TODAY + DAY}, {"category": "Qualité"}]
    )
    def test_an_offer_of_another_day_or_category_is_none(self, period):
        points, values = reason(Criterion.SKILL, offers=(offer(**period),))
        assert (points, values["is_offered"]) == (0, False)

    def test_who_does_not_offer_it_never_comes_first(self):
        perfect = candidate(
            "Parfait",
            far=0,
            basin="Côte-d’Or",
            past=PartnerPast(rated=1, rating=Decimal(5)),
        )
        poor = candidate(
            "Lointain",
            skills=("RH",),
            days=partner_days(offered=Decimal(0)),
            past=PartnerPast(load=9, rated=1, rating=Decimal(1)),
            profile=profile(ends_on=TODAY - DAY, absences=(Absence(TODAY, TODAY),)),
        )
        assert [each.name for each in ranked(perfect, poor)] == ["Lointain", "Parfait"]


class TestTheRest:
    def test_the_basin(self):
        same = {"basin": "cote d'or", "is_same": True}
        assert reason(Criterion.BASIN, basin="cote d'or") == (match_reasons.BASIN, same)
        assert reason(Criterion.BASIN, basin="Meuse") == (0, {"basin": "Meuse", "is_same": False})
        assert reason(Criterion.BASIN, asked={"basin": ""})[0] == 0

    @pytest.mark.parametrize(
        ("far", "points"),
        [(0, 20), (10, 20), (11, 15), (30, 15), (60, 10), (120, 5), (121, 0), (None, 0)],
    )
    def test_the_distance(self, far, points):
        values = {"kilometres": far, "town": "Dijon", "partner_town": ""}
        assert reason(Criterion.DISTANCE, far=far) == (points, values)

    @pytest.mark.parametrize(
        ("granted", "points"), [(0, 20), (8, 20), (9, 5), (12, -20), (14, -20)]
    )
    def test_the_days_left_against_the_days_needed(self, granted, points):
        days = partner_days(granted=Decimal(granted))
        left = {"left": 12 - granted, "offered": 12, "needed": 4, "year": 2026}
        assert reason(Criterion.DAYS_LEFT, days=days) == (points, left)

    def test_only_an_absence_under_way_or_near_is_told(self):
        def told(*absences):
            (match,) = ranked(candidate(profile=profile(absences=absences)))
            found = [each for each in match.reasons if each.criterion is Criterion.AVAILABILITY]
            return [(each.points, dict(each.values)["first"]) for each in found]

        soon = TODAY + match_reasons.SOON
        now, near = Absence(TODAY - DAY, TODAY), Absence(soon, soon)
        past, far = Absence(TODAY - 2 * DAY, TODAY - DAY), Absence(soon + DAY, soon + DAY)
        assert told() == told(past, far) == []
        assert told(near, past) == [(0, soon)]
        assert told(near, now) == [(match_reasons.ABSENT, TODAY - DAY)]

    @pytest.mark.parametrize(
        ("first", "last", "points"),
        [
            (None, None, 0),
            (TODAY, TODAY, 0),
            (None, TODAY - DAY, match_reasons.ENDED),
            (TODAY + DAY, None, match_reasons.NOT_BEGUN),
            (TODAY + DAY, TODAY + DAY, match_reasons.NOT_BEGUN),
        ],
    )
    def test_the_agreement(self, first, last, points):
        dates = profile(joined_on=first, ends_on=last)
        assert reason(Criterion.AGREEMENT, profile=dates)[0] == points

    @pytest.mark.parametrize(("missions", "points"), [(0, 0), (1, -5), (3, -15), (9, -15)])
    def test_the_load(self, missions, points):
        found = reason(Criterion.LOAD, past=PartnerPast(load=missions))
        assert found == (points, {"missions": missions})

    @pytest.mark.parametrize(
        ("rating", "points"), [(None, 0), ("1", -10), ("3", 0), ("4.5", 8), ("5", 10)]
    )
    def test_the_evaluations(self, rating, points):
        exact = None if rating is None else Decimal(rating)
        past = PartnerPast(closed=2, rated=2, rating=exact)
        values = {"closed": 2, "rated": 2, "rating": exact}
        assert reason(Criterion.EVALUATIONS, past=past) == (points, values)


class TestTheOrder:
    def test_it_is_that_of_points_then_days_left_then_names(self):
        best = candidate("Zinc", skills=("RH",))
        most_days = candidate("Yttrium", days=partner_days(offered=Decimal(20)))
        twins = candidate("Émeraude"), candidate("ecume")
        given = [*twins, most_days, best]
        for _turn in range(5):
            random.shuffle(given)
            found = [(each.rank, each.name) for each in ranked(*given)]
            assert found == [(1, "Zinc"), (2, "Yttrium"), (3, "ecume"), (3, "Émeraude")]

    def test_what_follows_a_tie_keeps_its_place(self):
        twins = candidate("A"), candidate("B")
        last = candidate("C", days=partner_days(offered=Decimal(0)))
        assert [each.rank for each in ranked(*twins, last)] == [1, 1, 3]

    def test_points_are_the_sum_of_the_reasons(self):
        (match,) = ranked(candidate(skills=("RH",), far=12, past=PartnerPast(load=1)))
        assert match.points == 200 + 15 + 20 - 5 == sum(each.points for each in match.reasons)
        assert (match.days_left, match.kilometres, match.load) == (12, 12, 1)


class TestConflicts:
    def test_one_excludes_and_says_why(self):
        conflict = PartnerConflict(
            OF_TESTS, OF_TESTS, COMPANY, ConflictKind.COMPETITOR, "Même marché"
        )
        rival = candidate("Alpha", skills=("RH",), conflicts=(conflict,))
        first, last = ranked(rival, candidate("Zeta"))
        assert (first.name, first.rank, last.name, last.rank) == ("Zeta", 1, "Alpha", 0)
        assert (last.conflict, last.points) == (ConflictKind.COMPETITOR, 0)
        ((criterion, values),) = ((each.criterion, dict(each.values)) for each in last.reasons)
        assert criterion is Criterion.CONFLICT
        told = {"kind": ConflictKind.COMPETITOR, "note": "Même marché", "is_itself": False}
        assert values == told

    def test_a_conflict_with_another_company_says_nothing_here(self):
        conflict = PartnerConflict(OF_TESTS, OF_TESTS, "999126907", ConflictKind.CUSTOMER)
        (match,) = ranked(candidate(conflicts=(conflict,)))
        assert (match.rank, match.conflict) == (1, None)

    def test_a_company_does_not_lend_to_itself(self):
        (match,) = ranked(candidate(siren=COMPANY))
        assert (match.rank, match.conflict) == (0, ConflictKind.OTHER)
        assert dict(match.reasons[0].values)["is_itself"]

    def test_those_excluded_are_in_the_order_of_their_names(self):
        own = [candidate(name, siren=COMPANY, skills=("RH",)) for name in ("Zeta", "Alpha")]
        assert [each.name for each in ranked(*own)] == ["Alpha", "Zeta"]
