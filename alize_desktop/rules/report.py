"""The figures of a programme over a period, from the facts of its dossiers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from alize_desktop.models.enums import ProjectKind
from alize_desktop.models.records.report import ProgrammeReport, ReportScope
from alize_desktop.models.records.report_facts import DossierFacts, Surroundings
from alize_desktop.models.values import Money
from alize_desktop.rules.report_counts import (
    counted_names,
    crossed_names,
    headcount_classes,
    mean,
    median,
    rounded,
)
from alize_desktop.rules.report_days import NONE, by_category, by_partner, partners_active
from alize_desktop.rules.report_tally import ProgrammeTally, parts_by_name, parts_by_year
from alize_desktop.rules.skill_categories import canonical_names

K = TypeVar("K")


def programme_report(
    scope: ReportScope,
    made_on: date,
    facts: Iterable[DossierFacts],
    around: Surroundings,
) -> ProgrammeReport:
    """Return every figure of a report.

    Args:
        scope: What it is about.
        made_on: Day it is reckoned.
        facts: One for each dossier studied in the scope, in any order; read once.
        around: What it tells besides.

    Source:
        Règles de calcul, le bilan du programme.
    """
    tally = ProgrammeTally()
    for each in facts:
        tally.add(each)
    return report_of(scope, made_on, tally, around)


def report_of(
    scope: ReportScope, made_on: date, tally: ProgrammeTally, around: Surroundings
) -> ProgrammeReport:
    """Return what dossiers that were added up come to. See ``programme_report``."""
    created = tally.created.kept()
    done = sum((each.done for each in around.missions), NONE)
    names = canonical_names(
        around.categories, {*tally.days, *(each.category for each in around.missions)}
    )
    done_seen = sum((each.done_seen for each in around.missions), NONE)
    return ProgrammeReport(
        scope=scope,
        made_on=made_on,
        created=created,
        average_advance=_shared(tally.advanced, tally.advances),
        euros_per_job=_shared(tally.advanced_seen, created.observed),
        days_per_job=_days_per_job(done_seen, created.observed),
        days_done=done,
        days_by_category=by_category(tally.days, around.missions, names),
        days_by_partner=by_partner(tally.partner_days, around.missions),
        **_of_studied(tally),
        **_of_retained(tally),
        interventions=counted_names(_missions(around, names)),
        **_of_surroundings(around),
    )


def _of_studied(tally: ProgrammeTally) -> dict[str, Any]:
    delays = {Decimal(days): count for days, count in tally.delays.items()}
    basins = parts_by_name(tally.basins)
    return {
        "studied": tally.studied,
        "retained": tally.retained,
        "outcomes": _largest_first(tally.outcomes),
        "refusals": counted_names(tally.reasons),
        "by_basin": basins,
        "by_year": parts_by_year(tally.years),
        "basins": len(basins),
        "delays_left_out": tally.delays_left_out,
        "delay_mean": mean(delays),
        "delay_median": median(delays),
        "history": tally.history,
    }


def _of_retained(tally: ProgrammeTally) -> dict[str, Any]:
    known = {each: count for each, count in tally.headcounts.items() if each is not None}
    return {
        "maintained": tally.maintained.kept(),
        "sustained": tally.sustained.kept(),
        "sector": _largest_first(tally.sectors),
        "aim": counted_names(tally.aims),
        "skill": counted_names(tally.skills),
        "kinds": _largest_first(tally.kinds),
        "needs": crossed_names(tally.needs),
        "headcount_mean": mean(known),
        "headcount_median": median(known),
        "headcount_classes": headcount_classes(known, tally.headcounts[None]),
        "takeovers": tally.kinds[ProjectKind.TAKEOVER],
        "advances": tally.advances,
        "advanced": Money(tally.advanced),
        "days_granted": tally.days.total(),
    }


def _of_surroundings(around: Surroundings) -> dict[str, Any]:
    return {
        "openings": around.openings,
        "repayment": around.advances,
        "days_planned": sum((each.planned for each in around.missions), NONE),
        "days_value": Money(sum(each.value.minor for each in around.missions)),
        "partners": around.partners,
        "partners_here": around.partners_here,
        "partners_active": partners_active(around.missions),
        "committee": around.committee,
        "work": around.work,
    }


def _missions(around: Surroundings, names: Mapping[str, str]) -> Mapping[str, int]:
    counts = Counter[str]()
    for each in around.missions:
        if each.planned or each.done:
            counts[names[each.category]] += each.missions
    return counts


def _largest_first(counts: Mapping[K, int]) -> tuple[tuple[K, int], ...]:
    """Return members of a vocabulary and their counts; what is not said comes last."""
    found = ((each, count) for each, count in counts.items() if count)
    return tuple(sorted(found, key=lambda each: (-each[1], each[0] is None, str(each[0]))))


def _shared(minor: int, among: int) -> Money | None:
    return Money(minor).divided(among) if among else None


def _days_per_job(days: Decimal, jobs: int) -> Decimal | None:
    return rounded(Fraction(days) / jobs, 2) if jobs else None
