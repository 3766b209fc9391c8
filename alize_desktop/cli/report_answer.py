"""A report as a machine reads it: counts by name, amounts as texts, null for what is not known."""

from collections.abc import Iterable

from alize_desktop.cli.json_numbers import json_number
from alize_desktop.models.records.report import (
    Counted,
    DayLine,
    Kept,
    PartLine,
    ProgrammeReport,
)
from alize_desktop.models.records.report_facts import PeriodWork
from alize_desktop.models.values import Money
from alize_desktop.rules.report_figures import percent_of
from alize_desktop.wording.report_words import headcount_name, key_of, name_key


def report_answer(report: ProgrammeReport) -> dict[str, object]:
    """Return every figure of a report in plain values."""
    return {
        **_about(report),
        **_dossiers(report),
        **_money(report),
        **_days(report),
        "by_basin": {name_key(each.name): _part(each) for each in report.by_basin},
        "by_year": {each.name: _part(each) for each in report.by_year},
        "committee": {
            "meetings": report.committee.meetings,
            "attendance_percent": json_number(percent_of(report.committee.attendance)),
            "mean_delay": json_number(report.delay_mean),
            "median_delay": json_number(report.delay_median),
            "delays_left_out": report.delays_left_out,
        },
        "work_of_the_period": _work(report.work),
        "moved": {each.key: {"before": each.before, "now": each.now} for each in report.moved},
        "moved_since": report.moved_since.isoformat() if report.moved_since else None,
    }


def _about(report: ProgrammeReport) -> dict[str, object]:
    scope = report.scope
    return {
        "first": scope.first.isoformat() if scope.first else None,
        "last": scope.last.isoformat() if scope.last else None,
        "basin": scope.basin or None,
        "made_on": report.made_on.isoformat(),
    }


def _dossiers(report: ProgrammeReport) -> dict[str, object]:
    return {
        "studied": report.studied,
        "retained": report.retained,
        "history": report.history,
        "outcomes": {key_of(each): count for each, count in report.outcomes},
        "refusals": _counted(report.refusals),
        "jobs_created": report.created.observed,
        "jobs": {
            "created": _kept(report.created),
            "maintained": _kept(report.maintained),
            "sustained": _kept(report.sustained),
            "openings_offered": report.openings.offered,
            "openings_filled": report.openings.filled,
        },
        "partners": report.partners,
        "partners_here": report.partners_here,
        "partners_active": report.partners_active,
        "basins": report.basins,
        "takeovers": report.takeovers,
        "sector": {key_of(each): count for each, count in report.sector},
        "kind": {key_of(each): count for each, count in report.kinds},
        "aim": _counted(report.aim),
        "skill": _counted(report.skill),
        "interventions": _counted(report.interventions),
        "needs": [
            {
                "expressed": name_key(each.expressed),
                "diagnosed": name_key(each.diagnosed),
                "count": each.count,
            }
            for each in report.needs
        ],
        "headcount": {headcount_name(x).casefold(): x.count for x in report.headcount_classes},
        "mean_headcount": json_number(report.headcount_mean),
        "median_headcount": json_number(report.headcount_median),
    }


def _money(report: ProgrammeReport) -> dict[str, object]:
    found = report.repayment
    return {
        "average_advance": _amount(report.average_advance),
        "advances": {
            "count": report.advances,
            "sum": _amount(report.advanced),
            "followed": found.followed,
            "repaid": _amount(found.repaid),
            "late": _amount(found.late),
            "lost": _amount(found.lost),
            "outstanding": _amount(found.outstanding),
        },
        "euros_per_job": _amount(report.euros_per_job),
    }


def _days(report: ProgrammeReport) -> dict[str, object]:
    return {
        "days": {
            "granted": report.days_granted,
            "planned": json_number(report.days_planned),
            "done": json_number(report.days_done),
            "value": _amount(report.days_value),
            "by_category": _lines(report.days_by_category),
            "by_partner": _lines(report.days_by_partner),
        },
        "days_per_job": json_number(report.days_per_job),
    }


def _work(work: PeriodWork) -> dict[str, object]:
    """Return what was done in the period itself, whatever the year of the decision."""
    return {
        "days_done": json_number(work.days.days),
        "days_value": _amount(work.days.value),
        "missions": work.days.missions,
        "partners": work.days.partners,
        "advances_paid": work.money.advances,
        "paid": _amount(work.money.paid),
        "repaid": _amount(work.money.repaid),
        "dossiers_observed": work.jobs.dossiers,
        "jobs_created": work.jobs.created,
        "jobs_maintained": work.jobs.maintained,
        "jobs_sustained": work.jobs.sustained,
    }


def _counted(lines: Iterable[Counted]) -> dict[str, int]:
    return {name_key(each.name): each.count for each in lines}


def _kept(kept: Kept) -> dict[str, object]:
    return {
        "promised": kept.promised,
        "observed": kept.seen,
        "not_observed_yet": kept.unobserved,
        "rate_percent": json_number(percent_of(kept.rate)),
        "rate_so_far_percent": json_number(percent_of(kept.rate_so_far)),
    }


def _part(part: PartLine) -> dict[str, object]:
    return {
        "studied": part.studied,
        "retained": part.retained,
        "jobs_created": part.created,
        "advanced": _amount(part.advanced),
    }


def _lines(lines: Iterable[DayLine]) -> dict[str, object]:
    return {
        name_key(each.name): {
            "granted": each.granted,
            "planned": json_number(each.planned),
            "done": json_number(each.done),
        }
        for each in lines
    }


def _amount(amount: Money | None) -> str | None:
    return None if amount is None else str(amount)
