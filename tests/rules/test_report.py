"""A report adds up: every total is the sum over its parts, and a plain recomputation."""

import statistics
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.records.report import Counted, DayLine, Kept, Moved, ReportScope
from alize_desktop.models.records.report_facts import CommitteeFacts, DayFacts, Surroundings
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.report import programme_report
from alize_desktop.rules.report_article import ARTICLE, comparison
from alize_desktop.rules.report_counts import CLASSES, counted_names, median, rounded
from alize_desktop.rules.report_figures import percent_of, report_figures, with_moves
from alize_desktop.rules.report_scope import check_scope
from alize_desktop.rules.text import search_key
from tests.report_records import (
    AROUND,
    DOSSIERS,
    LENT,
    NOTHING,
    REPORT,
    TODAY,
    UNSEEN,
    YEAR,
    fact,
)


def total(lines):
    return sum(each.count for each in lines)


@given(st.lists(DOSSIERS, max_size=30), st.lists(LENT, max_size=12))
def test_every_total_is_the_sum_over_its_parts(facts, missions):
    report = programme_report(ReportScope(), TODAY, facts, Surroundings(missions=tuple(missions)))
    assert report.studied == sum(count for _, count in report.outcomes)
    assert report.retained == sum(count for each, count in report.outcomes if each in APPROVALS)
    for parts in (report.by_basin, report.by_year):
        assert sum(each.studied for each in parts) == report.studied
        assert sum(each.retained for each in parts) == report.retained
        assert sum(each.created for each in parts) == report.created.observed
        assert Money(sum(each.advanced.minor for each in parts)) == report.advanced
    assert report.basins == len(report.by_basin)
    for lines in (report.aim, report.skill, report.needs, report.headcount_classes):
        assert total(lines) == report.retained
    for lines in (report.sector, report.kinds):
        assert sum(count for _, count in lines) == report.retained
    assert report.takeovers == dict(report.kinds).get(ProjectKind.TAKEOVER, 0)
    rejected = dict(report.outcomes).get(DecisionOutcome.REJECTED, 0)
    assert total(report.refusals) == rejected
    assert total(report.interventions) == sum(bool(x.planned or x.done) for x in missions)
    for lines in (report.days_by_category, report.days_by_partner):
        assert sum(each.granted for each in lines) == report.days_granted
        assert sum(each.planned for each in lines) == report.days_planned
        assert sum(each.done for each in lines) == report.days_done


@given(st.lists(DOSSIERS, max_size=30), st.lists(LENT, max_size=12))
def test_every_figure_is_a_plain_recomputation_from_the_dossiers(facts, missions):
    report = programme_report(ReportScope(), TODAY, facts, Surroundings(missions=tuple(missions)))
    kept = [each for each in facts if each.outcome in APPROVALS]
    assert (report.studied, report.retained) == (len(facts), len(kept))
    assert report.history == sum(each.is_history for each in facts)
    for name, field in (("created", "jobs"), ("maintained",) * 2, ("sustained",) * 2):
        promised = [getattr(each, f"{field}_promised") for each in kept]
        seen = [getattr(each, f"{field}_observed") for each in kept]
        unseen = sum(p for p, each in zip(promised, seen, strict=True) if each is None)
        assert getattr(report, name) == Kept(sum(promised), sum(x or 0 for x in seen), unseen)
    lent = [each.amount.minor for each in kept if each.amount]
    assert (report.advances, report.advanced) == (len(lent), Money(sum(lent)))
    assert report.average_advance == (
        Money(int(Fraction(sum(lent), len(lent)) + Fraction(1, 2))) if lent else None
    )
    known = [each.headcount for each in kept if each.headcount is not None]
    assert report.headcount_median == (statistics.median(known) if known else None)
    mean = statistics.mean(map(Fraction, known)) if known else None
    assert report.headcount_mean == (rounded(mean, 1) if known else None)
    for line in report.headcount_classes[:5]:
        inside = [x for x in known if line.least <= x and (line.below is None or x < line.below)]
        assert line.count == len(inside)
    told = [(each.decided_on - each.filed_on).days for each in facts]
    delays = [each for each in told if each >= 0]
    assert report.delays_left_out == len(told) - len(delays)
    assert report.delay_median == (statistics.median(map(Decimal, delays)) if delays else None)
    assert report.days_granted == sum(each.days_granted for each in kept)
    assert report.days_value == Money(sum(each.value.minor for each in missions))
    for line in report.skill:
        assert line.count == sum(search_key(each.skill) == search_key(line.name) for each in kept)
    jobs = report.created.observed
    paid = [each.amount.minor for each in kept if each.jobs_observed is not None]
    assert report.euros_per_job == (Money(sum(paid)).divided(jobs) if jobs else None)
    done = sum((each.done_seen for each in missions), Decimal())
    assert report.days_per_job == (rounded(Fraction(done) / jobs, 2) if jobs else None)


@given(st.lists(DOSSIERS, max_size=12), st.randoms())
def test_the_order_of_the_dossiers_changes_nothing(facts, random):
    shuffled = list(facts)
    random.shuffle(shuffled)
    one, other = (programme_report(YEAR, TODAY, x, AROUND) for x in (facts, shuffled))
    assert one == other


def test_a_programme_of_five_dossiers():
    assert (REPORT.studied, REPORT.retained, REPORT.history, REPORT.basins) == (5, 3, 1, 2)
    assert REPORT.created == Kept(5, 2, 2)
    assert (REPORT.created.rate, REPORT.created.rate_so_far) == (Fraction(2, 5), Fraction(2, 3))
    assert REPORT.average_advance == Money(10_000_01)  # the half cent goes up
    assert REPORT.skill == (Counted("Ressources humaines", 2), Counted("", 1))
    assert REPORT.sector == ((Sector.INDUSTRY, 1), (Sector.SERVICES, 1), (None, 1))
    assert [each.count for each in REPORT.headcount_classes] == [1, 0, 1, 0, 0, 1]
    assert REPORT.headcount_median == Decimal("16.75")
    assert REPORT.euros_per_job == Money(6_000_00)  # the other dossier was not looked at yet
    assert REPORT.days_per_job == Decimal("1.75")
    assert REPORT.refusals == (Counted("Hors territoire", 1),)
    assert [each.name for each in REPORT.by_year] == ["2025", "2026"]
    assert REPORT.partners_active == 2
    assert [(x.name, x.granted, x.done) for x in REPORT.days_by_category] == [
        ("Ressources humaines", 7, Decimal("3.5")),
        ("Qualité", 0, 2),
    ]
    assert REPORT.committee.attendance == Fraction(15, 17)


def test_a_period_without_a_decision_may_have_work():
    quiet = programme_report(YEAR, TODAY, [], AROUND)
    assert (quiet.studied, quiet.has_figures, REPORT.has_figures) == (0, True, True)
    assert not NOTHING.has_figures


def test_nothing_gives_no_rate():
    assert (NOTHING.studied, NOTHING.average_advance, NOTHING.euros_per_job) == (0, None, None)
    assert (NOTHING.headcount_mean, NOTHING.headcount_median, NOTHING.delay_mean) == (None,) * 3
    assert (NOTHING.created.rate, NOTHING.created.rate_so_far) == (None, None)
    assert CommitteeFacts().attendance is None
    assert len(NOTHING.headcount_classes) == len(CLASSES)
    assert percent_of(None) is None


def test_a_filing_dated_after_the_decision_is_in_no_delay():
    late = fact(days=-10)
    found = programme_report(YEAR, TODAY, [late, fact(), fact()], AROUND)
    assert (found.delays_left_out, found.delay_mean, found.delay_median) == (1, 30, 30)
    assert programme_report(YEAR, TODAY, [late], AROUND).delay_mean is None


def test_a_category_that_was_renamed_is_one_line_of_days():
    quality = SkillCategory(UUID(int=1), "Qualité et certification", 1, ("Qualité",))
    around = Surroundings(
        missions=(DayFacts("Acier", "Qualité et certification", Decimal(2), Decimal(1), Money(1)),),
        categories=(quality,),
    )
    found = programme_report(YEAR, TODAY, [fact(skill="qualite", days_granted=3)], around)
    assert found.days_by_category == (DayLine("Qualité et certification", 3, 2, 1),)
    assert found.interventions == (Counted("Qualité et certification", 1),)
    assert found.skill == (Counted("qualite", 1),)  # as it was decided


def test_jobs_that_nobody_looked_at_are_not_known():
    assert (UNSEEN.created.observed, UNSEEN.created.seen, UNSEEN.created.rate) == (0, None, None)
    assert UNSEEN.sustained.seen == 0  # none was promised
    assert Kept(3, 0, 2).seen == 0
    assert Kept(3, 2, 3).seen == 2
    told = dict(report_figures(UNSEEN))
    assert (told["created_observed"], told["maintained_observed"], told["realisation"]) == ("",) * 3
    assert told["sustained_observed"] == "0"
    found = {each.key: each.ours for each in comparison(UNSEEN)}
    assert (found["created"], found["created_per_dossier"]) == (None, None)


def test_a_name_is_that_of_its_most_frequent_writing():
    counts = {"qualité": 2, "QUALITÉ": 1, " Qualité ": 1, "  ": 3, "": 1, "’": 1}
    assert counted_names(counts) == (Counted("", 5), Counted("qualité", 4))


def test_a_median_of_two_is_between_them():
    assert median({Decimal(1): 1, Decimal(4): 1}) == Decimal("2.5")
    assert median({Decimal(7): 5}) == 7


def test_a_period_that_ends_before_it_begins_is_refused():
    check_scope(ReportScope(date(2026, 1, 1), date(2026, 1, 1)))
    check_scope(ReportScope(None, date(2026, 1, 1)))
    with pytest.raises(UserError) as caught:
        check_scope(ReportScope(date(2026, 1, 2), date(2026, 1, 1)))
    assert caught.value.code is ErrorCode.REPORT_PERIOD_REVERSED


def test_what_moved_is_told_by_its_key():
    before = dict(report_figures(REPORT))
    later = programme_report(YEAR, TODAY, [fact(basin="Vosges", jobs_observed=2)], AROUND)
    told = with_moves(later, before, TODAY, YEAR)
    assert Moved("studied", "5", "1") in told.moved
    assert Moved("average_advance", "10000.01", "") in told.moved
    assert not any("." in each.key or each.key == "created_observed" for each in told.moved)
    assert (told.moved_since, told.moved_scope) == (TODAY, YEAR)
    assert with_moves(REPORT, before, TODAY, YEAR).moved == ()
    assert with_moves(REPORT, {}, TODAY, YEAR).moved == ()


def test_figures_have_one_key_each():
    keys = [key for key, _ in report_figures(REPORT)]
    assert len(keys) == len(set(keys))
    told = dict(report_figures(REPORT))
    assert told["headcount.unknown"] == "1"
    assert told["sector.unknown"] == "1"
    assert told["days_done"] == "5.5"
    assert told["headcount_median"] == "16.75"
    assert (told["basin.Vosges"], told["year.2025"]) == ("2", "1")


def test_the_article_compared_with_itself_and_with_nothing():
    keys = {each.key: each for each in comparison(NOTHING)}
    assert set(keys) == set(ARTICLE)
    assert keys["services"].ours is None
    assert keys["first_skill"].ours is None
    assert keys["headcount_median"].ours is None
    found = {each.key: each.ours for each in comparison(REPORT)}
    assert found["staff"] == Fraction(2, 3)
    assert found["capacity"] == found["sales"] == found["takeovers"] == Fraction(1, 3)
    assert found["first_skill"] == "Ressources humaines"
    assert found["marketing"] == 0
    named = programme_report(
        YEAR, TODAY, [fact(skill="Rhône"), fact(skill="RH"), fact(skill="Vente")], AROUND
    )
    shares = {each.key: each.ours for each in comparison(replace(named, history=0))}
    assert shares["staff"] == shares["marketing"] == Fraction(1, 3)
