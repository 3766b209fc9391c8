"""Facts of the dossiers of a report, read by the driver alone, one row a dossier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.report_facts import DossierFacts
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.models.values import Money
from alize_desktop.services.report_decisions import Row, Ruling, read_rulings
from alize_desktop.services.report_jobs import UNSEEN, Observed, Promised, read_promised_jobs

_KNOWN: Final = 20_000
"""Days, amounts and headcounts that are read once: many dossiers share them."""

_STUDIED: Final = """
SELECT dossier.id, dossier.filed_on, dossier.basin, dossier.company_sector,
    dossier.project_kind, dossier.project_purpose, dossier.skills_category,
    dossier.project_need_expressed, dossier.project_need_diagnosed, dossier.company_headcount,
    dossier.jobs_created, dossier.jobs_maintained, dossier.jobs_sustained, dossier.skills_days,
    history_record.decided_on, history_record.outcome, history_record.amount,
    COALESCE(partner.name, history_record.partner)
FROM dossier
LEFT JOIN history_record
    ON history_record.dossier_id = dossier.id AND history_record.decided_on <= ?
LEFT JOIN partner ON partner.id = history_record.partner_id
WHERE (history_record.id IS NOT NULL OR dossier.id IN (SELECT dossier_id FROM decision))
    AND (? OR dossier.basin IN (SELECT value FROM json_each(?)))"""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a report is about, as the statements take it.

    Attributes:
        first, until: ISO dates.
        writings: JSON list of the names of the basin, as dossiers write it.
        is_whole: Whether every basin is wanted.
        own_basin: That of the programme, for a dossier that says none.
    """

    first: str
    until: str
    writings: str
    is_whole: bool
    own_basin: str


def read_facts(
    connection: DriverConnection, limits: Limits, observed: Mapping[str, Observed]
) -> Iterator[tuple[str, DossierFacts | None]]:
    """Yield the dossiers of a basin that were ever studied, each with its identifier.

    None stands for one that was not studied in the period: it was read all the same.

    Three statements, whatever their number.

    Args:
        connection: In a transaction.
        limits: Of the report.
        observed: Jobs last observed in the limits, by dossier.
    """
    rulings = read_rulings(connection, limits.until)
    lines = read_promised_jobs(connection)
    asked = (limits.until, limits.is_whole, limits.writings)
    for row in connection.execute(_STUDIED, asked):
        dossier, past_on = row[0], row[14]
        ruling = rulings.get(dossier)
        is_past = past_on is not None and (ruling is None or ruling.decided_on < past_on)
        if is_past:
            ruling = _past(row)
        if ruling is not None and ruling.decided_on >= limits.first:
            jobs = observed.get(dossier, UNSEEN)
            promised = _promised(ruling, lines.get(dossier, (0, 0, 0)))
            yield dossier, _fact(row, ruling, (promised, jobs), limits, is_past=is_past)
        else:
            yield dossier, None


def _promised(ruling: Ruling, lines: Promised) -> Promised:
    """Return the jobs promised: what lines leave of the decision stays promised."""
    jobs, maintained, sustained = lines
    return (
        max(jobs, ruling.jobs),
        max(maintained, ruling.maintained),
        max(sustained, ruling.sustained),
    )


def _past(row: Row) -> Ruling:
    """Return the decision that was taken over: what was asked for stands for the promise."""
    skill, jobs, maintained, sustained, days = row[6], *row[10:14]
    decided_on, outcome, amount, partner = row[14:18]
    return Ruling(
        decided_on,
        _OUTCOMES[outcome],
        amount,
        days,
        skill,
        partner,
        jobs,
        maintained,
        sustained=sustained,
    )


def _fact(
    row: Row, ruling: Ruling, jobs: tuple[Promised, Observed], limits: Limits, *, is_past: bool
) -> DossierFacts:
    _dossier, filed_on, basin, sector, kind, purpose, skill, expressed, diagnosed = row[:9]
    promised, (created, maintained, sustained, _day_seen) = jobs
    return DossierFacts(
        filed_on=_day(filed_on),
        decided_on=_day(ruling.decided_on),
        outcome=ruling.outcome,
        basin=basin or limits.own_basin,
        sector=_SECTORS[sector],
        kind=_KINDS[kind],
        purpose=purpose,
        skill=ruling.skill or skill,
        need_expressed=expressed,
        need_diagnosed=diagnosed,
        partner=ruling.partner,
        headcount=_headcount(row[9]),
        amount=_money(ruling.amount),
        days_granted=ruling.days,
        jobs_promised=promised[0],
        maintained_promised=promised[1],
        sustained_promised=promised[2],
        jobs_observed=created,
        maintained_observed=maintained,
        sustained_observed=sustained,
        reason=ruling.reason,
        is_history=is_past,
    )


_OUTCOMES: Final = {each.value: each for each in DecisionOutcome}
_SECTORS: Final[dict[str | None, Sector | None]] = {
    None: None,
    **{each.value: each for each in Sector},
}
_KINDS: Final[dict[str | None, ProjectKind | None]] = {
    None: None,
    **{each.value: each for each in ProjectKind},
}


@lru_cache(_KNOWN)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(_KNOWN)
def _money(minor: int) -> Money:
    return Money(minor)


@lru_cache(_KNOWN)
def _headcount(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)
