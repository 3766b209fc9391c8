"""The figures of a report as texts by their keys: what is kept, and what moved since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.report import Counted, Moved, ProgrammeReport, ReportScope
from alize_desktop.models.values import Money
from alize_desktop.rules.report_counts import rounded

UNKNOWN: Final = "unknown"
"""Key of what is not said, in a list by names of a vocabulary."""

_FIELDS: Final = (
    *("studied", "retained", "history", "takeovers", "basins"),
    *("partners", "partners_here", "partners_active"),
    *("advances", "advanced", "average_advance"),
    *("days_granted", "days_planned", "days_done", "days_value"),
    *("headcount_mean", "headcount_median", "delay_mean", "delay_median", "delays_left_out"),
    *("euros_per_job", "days_per_job"),
)
_JOBS: Final = ("created", "maintained", "sustained")
_WORK: Final = {
    "days": ("days", "value", "missions", "partners"),
    "money": ("advances", "paid", "repaid"),
    "jobs": ("dossiers", "created", "maintained", "sustained"),
}
_REPAYMENT: Final = ("followed", "repaid", "late", "lost", "outstanding")

Figure = str | int | Money | Decimal | None


def report_figures(report: ProgrammeReport) -> tuple[tuple[str, str], ...]:
    """Return every figure by its key; the empty text for what is not known.

    A key with a point is of a part: ``sector.services``.
    """
    return (*_totals(report), *_parts(report))


def with_moves(
    report: ProgrammeReport, before: Mapping[str, str], since: date, about: ReportScope
) -> ProgrammeReport:
    """Return a report that tells which totals are not those of another kept before.

    Args:
        report: The report.
        before: Figures of the other, by key; one that it did not know is not told.
        since: Day it was kept.
        about: What it was about.
    """
    moved = (
        Moved(key, before[key], now)
        for key, now in _totals(report)
        if key in before and before[key] != now
    )
    return replace(report, moved=tuple(moved), moved_since=since, moved_scope=about)


def amount_of(text: str) -> Money:
    """Return the amount that a figure tells; below zero when more was given back than came."""
    return Money(int(Decimal(text).scaleb(2)))


def percent_of(share: Fraction | None) -> Decimal | None:
    """Return a share as a percentage with one decimal, halves up; None for none."""
    return None if share is None else rounded(share * 100, 1)


def _totals(report: ProgrammeReport) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        yield name, _text(getattr(report, name))
    for name in _JOBS:
        kept = getattr(report, name)
        yield f"{name}_promised", _text(kept.promised)
        yield f"{name}_observed", _text(kept.seen)
    yield "realisation", _text(percent_of(report.created.rate))
    yield "realisation_so_far", _text(percent_of(report.created.rate_so_far))
    yield "openings_offered", _text(report.openings.offered)
    yield "openings_filled", _text(report.openings.filled)
    for name in _REPAYMENT:
        yield name, _text(getattr(report.repayment, name))
    yield "meetings", _text(report.committee.meetings)
    yield "attendance", _text(percent_of(report.committee.attendance))
    for part, names in _WORK.items():
        for name in names:
            yield f"work_{name}", _text(getattr(getattr(report.work, part), name))


def _parts(report: ProgrammeReport) -> Iterator[tuple[str, str]]:
    for name, members in (
        ("outcome", report.outcomes),
        ("sector", report.sector),
        ("kind", report.kinds),
    ):
        for member, count in members:
            yield f"{name}.{UNKNOWN if member is None else member.value}", _text(count)
    counted: tuple[tuple[str, tuple[Counted, ...]], ...] = (
        ("refusal", report.refusals),
        ("aim", report.aim),
        ("skill", report.skill),
        ("intervention", report.interventions),
    )
    for name, lines in counted:
        for each in lines:
            yield f"{name}.{each.name}", _text(each.count)
    for line in report.headcount_classes:
        yield f"headcount.{UNKNOWN if line.least is None else line.least}", _text(line.count)
    for name, parts in (("basin", report.by_basin), ("year", report.by_year)):
        for part in parts:
            yield f"{name}.{part.name}", _text(part.studied)


def _text(value: Figure) -> str:
    """Return a figure as text: « 12000.00 » for money, no exponent and no useless zero else."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)
