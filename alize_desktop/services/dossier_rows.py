"""The lines of the list of dossiers in plain SQL: columns, orders, totals.

One text for every list, whether the driver alone reads it or a service does in
its own transaction. Nothing here loads SQLAlchemy.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from alize_desktop.models.enums import DecisionOutcome, DossierState, ProjectKind, Sector
from alize_desktop.models.records.dossier_list import DossierRow, DossierTotals
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.text import search_key
from alize_desktop.wording.labels import label

_APPROVED: Final = ", ".join(f"'{each}'" for each in sorted(APPROVALS))
_GRANTED: Final = (
    f"CASE WHEN dossier.outcome IN ({_APPROVED}) THEN coalesce((SELECT decision.{{}}"  # noqa: S608 - our own names
    " FROM decision WHERE decision.dossier_id = dossier.id"
    " ORDER BY decision.sequence DESC LIMIT 1), (SELECT {} FROM history_record"
    " WHERE history_record.dossier_id = dossier.id)) END"
)
_IS_HISTORY: Final = (
    "dossier.outcome IS NOT NULL"
    " AND EXISTS (SELECT 1 FROM history_record WHERE history_record.dossier_id = dossier.id)"
    " AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.dossier_id = dossier.id)"
)

COLUMNS: Final = (
    "dossier.id",
    "dossier.number",
    "dossier.company_name",
    "dossier.company_siren",
    "dossier.company_town",
    "dossier.company_sector",
    "dossier.project_kind",
    "dossier.state",
    "dossier.outcome",
    "dossier.request_amount",
    "dossier.jobs_created",
    "dossier.skills_days",
    "dossier.filed_on",
    "dossier.opinion_case_officer",
    "coalesce(meeting.number, '')",
    _GRANTED.format("amount", "history_record.amount"),
    _GRANTED.format("days * 100", "history_record.days_done"),
    _IS_HISTORY,
)
"""What a line is made of, from ``dossier`` and the ``meeting`` it stands on, if any."""

TOTALS: Final = (
    "dossier.state",
    "count(*)",
    "coalesce(sum(dossier.request_amount), 0)",
    "coalesce(sum(dossier.jobs_created), 0)",
    "coalesce(sum(dossier.skills_days), 0)",
)
"""What the totals are made of, by state."""

_BY_COLUMN: Final = {
    "number": "dossier.number",
    "company": "dossier.sort_name",
    "town": "dossier.sort_town",
    "amount": "dossier.request_amount",
    "jobs": "dossier.jobs_created",
    "days": "dossier.skills_days",
    "filed_on": "dossier.filed_on",
    "siren": "dossier.company_siren",
    "case_officer": "dossier.opinion_case_officer",
    "meeting": "meeting.number",
}
_SECTORS: Final[dict[str | None, Sector | None]] = {
    None: None,
    **{str(each): each for each in Sector},
}
_KINDS: Final[dict[str | None, ProjectKind | None]] = {
    None: None,
    **{str(each): each for each in ProjectKind},
}
_STATES: Final = {str(each): each for each in DossierState}
_OUTCOMES: Final[dict[str | None, DecisionOutcome | None]] = {
    None: None,
    **{str(each): each for each in DecisionOutcome},
}

TotalsGroup = tuple[str, int, int, int, int]
"""The answer to ``TOTALS`` for one state; the amount in centimes."""


def order_of(sort: str, *, descending: bool) -> str:
    """Return the SQL that orders the list by a column, then by number.

    Raises:
        KeyError: There is no such column.
    """
    match sort:
        case "state":
            key = _by_rank("dossier.state", DossierState)
        case "sector":
            key = _by_rank("dossier.company_sector", sorted(Sector, key=_label_key))
        case "kind":
            key = _by_rank("dossier.project_kind", sorted(ProjectKind, key=_label_key))
        case _:
            key = _BY_COLUMN[sort]
    return f"{key} {'DESC' if descending else 'ASC'}, dossier.number"


def to_rows(
    found: Iterable[Sequence[Any]], sort: str, *, descending: bool
) -> tuple[DossierRow, ...]:
    """Return the lines of an answer to ``COLUMNS``, in its order.

    Case officers have no key of their own in the table: they are sorted here.
    """
    rows = tuple(_to_row(each) for each in found)
    if sort != "case_officer":
        return rows
    by_number = sorted(rows, key=lambda each: each.number)
    by_name = sorted(by_number, key=lambda each: search_key(each.case_officer), reverse=descending)
    return tuple(by_name)


def to_totals(
    groups: Sequence[TotalsGroup], states: frozenset[DossierState] = frozenset()
) -> DossierTotals:
    """Return the totals of some states, all when none is named; ``by_state`` has them all."""
    wanted = [each for each in groups if not states or _STATES[each[0]] in states]
    return DossierTotals(
        count=sum(each[1] for each in wanted),
        requested_amount=Money(sum(each[2] for each in wanted)),
        jobs_created=sum(each[3] for each in wanted),
        days=sum(each[4] for each in wanted),
        by_state=tuple((_STATES[each[0]], each[1]) for each in groups),
    )


def _to_row(values: Sequence[Any]) -> DossierRow:
    number, company, siren, town = values[1:5]
    sector, kind, state, outcome, amount, jobs, days, filed_on, case_officer = values[5:14]
    meeting, granted, granted_days, is_history = values[14:]
    return DossierRow(
        UUID(values[0]),
        number,
        company,
        siren,
        town,
        _SECTORS[sector],
        _KINDS[kind],
        _STATES[state],
        _OUTCOMES[outcome],
        Money(amount),
        jobs,
        days,
        date.fromisoformat(filed_on),
        case_officer,
        meeting,
        None if granted is None else Money(granted),
        None if granted_days is None else Decimal(granted_days) / 100,
        bool(is_history),
    )


def _label_key(member: StrEnum) -> str:
    return search_key(label(member))


def _by_rank(column: str, ordered: Iterable[StrEnum]) -> str:
    """Return what sorts a column in an order of its values; what is not said comes first."""
    ranks = " ".join(f"WHEN '{each.value}' THEN {rank}" for rank, each in enumerate(ordered, 1))
    return f"CASE {column} {ranks} ELSE 0 END"
