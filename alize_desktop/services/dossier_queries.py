"""What the list of dossiers asks of the database: search, filters, sorts, totals.

Everything is done in SQL: the words through the full-text index, the sorts on
accent-free keys, the totals by one statement.
"""

from collections.abc import Collection
from enum import StrEnum
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Row, case, func, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from alize_desktop.models.enums import DossierState, ProjectKind, Sector
from alize_desktop.models.records.dossiers import DossierQuery, DossierRow, DossierTotals
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.text import search_key
from alize_desktop.wording.labels import label


def _by_label(column: InstrumentedAttribute[Any], vocabulary: type[StrEnum]) -> ColumnElement[int]:
    """Return what sorts a column as its French labels do; what is not said comes first."""
    ordered = sorted(vocabulary, key=lambda each: search_key(label(each)))
    return case({each: place for place, each in enumerate(ordered, start=1)}, value=column, else_=0)


_STATE_ORDER: Final = case(
    {state: position for position, state in enumerate(DossierState)}, value=StoredDossier.state
)
_SORTS: Final[dict[str, Any]] = {
    "number": StoredDossier.number,
    "company": StoredDossier.sort_name,
    "town": StoredDossier.sort_town,
    "amount": StoredDossier.request_amount,
    "jobs": StoredDossier.jobs_created,
    "days": StoredDossier.skills_days,
    "state": _STATE_ORDER,
    "filed_on": StoredDossier.filed_on,
    "sector": _by_label(StoredDossier.company_sector, Sector),
    "kind": _by_label(StoredDossier.project_kind, ProjectKind),
    "siren": StoredDossier.company_siren,
    "case_officer": StoredDossier.opinion_case_officer,
    "meeting": StoredMeeting.number,
}
_ROW: Final = (
    StoredDossier.id,
    StoredDossier.number,
    StoredDossier.company_name,
    StoredDossier.company_siren,
    StoredDossier.company_town,
    StoredDossier.company_sector,
    StoredDossier.project_kind,
    StoredDossier.state,
    StoredDossier.outcome,
    StoredDossier.request_amount,
    StoredDossier.jobs_created,
    StoredDossier.skills_days,
    StoredDossier.filed_on,
    StoredDossier.opinion_case_officer,
    func.coalesce(StoredMeeting.number, ""),
)
_TOTALS: Final = (
    StoredDossier.state,
    func.count(),
    func.coalesce(func.sum(StoredDossier.request_amount), 0),
    func.coalesce(func.sum(StoredDossier.jobs_created), 0),
    func.coalesce(func.sum(StoredDossier.skills_days), 0),
)
_MATCH: Final = text("SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words")


_Group = Row[DossierState, int, Money, int, int]


def rows(session: Session, query: DossierQuery) -> tuple[DossierRow, ...]:
    """Return the rows that answer ``query``, in its order.

    Case officers have no key of their own in the table: they are sorted here.
    """
    key = _SORTS[query.sort]
    statement = (
        select(*_ROW)
        .outerjoin(StoredMeeting, StoredMeeting.id == StoredDossier.meeting_id)
        .where(*_filters(query, with_states=True))
        .order_by(key.desc() if query.descending else key.asc(), StoredDossier.number)
    )
    found = _records(session, statement, query)
    if query.sort != "case_officer":
        return found
    by_number = sorted(found, key=lambda each: each.number)
    by_name = sorted(
        by_number, key=lambda each: search_key(each.case_officer), reverse=query.descending
    )
    return tuple(by_name)


def rows_where(session: Session, *conditions: ColumnElement[bool]) -> tuple[DossierRow, ...]:
    """Return the rows that meet SQL conditions, by number."""
    statement = (
        select(*_ROW)
        .outerjoin(StoredMeeting, StoredMeeting.id == StoredDossier.meeting_id)
        .where(*conditions)
        .order_by(StoredDossier.number)
    )
    return _records(session, statement, DossierQuery())


def totals(session: Session, query: DossierQuery) -> DossierTotals:
    """Return the totals of ``query``; ``by_state`` leaves its state filter out."""
    statement = (
        select(*_TOTALS).where(*_filters(query, with_states=False)).group_by(StoredDossier.state)
    )
    groups = session.execute(statement, _words(query)).all()
    wanted = [each for each in groups if not query.states or each[0] in query.states]
    return _sum(wanted, tuple((each[0], each[1]) for each in groups))


def totals_of(session: Session, ids: Collection[UUID]) -> DossierTotals:
    """Return the totals of the dossiers named."""
    if not ids:
        return DossierTotals(0, ZERO, 0, 0)
    statement = select(*_TOTALS).where(StoredDossier.id.in_(ids)).group_by(StoredDossier.state)
    groups = session.execute(statement).all()
    return _sum(groups, tuple((each[0], each[1]) for each in groups))


def _records(
    session: Session, statement: Executable, query: DossierQuery
) -> tuple[DossierRow, ...]:
    return tuple(DossierRow(*each) for each in session.execute(statement, _words(query)))


def _filters(query: DossierQuery, *, with_states: bool) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if _words(query):
        found.append(StoredDossier.serial.in_(_MATCH.columns(StoredDossier.serial)))
    if with_states and query.states:
        found.append(StoredDossier.state.in_(query.states))
    if query.sector is not None:
        found.append(StoredDossier.company_sector == query.sector)
    if query.kind is not None:
        found.append(StoredDossier.project_kind == query.kind)
    if query.meeting_id is not None:
        found.append(StoredDossier.meeting_id == query.meeting_id)
    return found


def _words(query: DossierQuery) -> dict[str, str]:
    """Return the full-text question: every word as a prefix, none as an operator.

    Groups of digits are also looked for as one: a SIREN is read by threes.
    """
    words = "".join(each if each.isalnum() else " " for each in search_key(query.text)).split()
    if not words:
        return {}
    parts = []
    for are_digits, group in groupby(words, key=str.isdecimal):
        several = list(group)
        each_one = " AND ".join(f'"{word}"*' for word in several)
        whole = f' OR "{"".join(several)}"*' if are_digits and len(several) > 1 else ""
        parts.append(f"({each_one}{whole})")
    return {"words": " AND ".join(parts)}


def _sum(
    groups: Collection[_Group], by_state: tuple[tuple[DossierState, int], ...]
) -> DossierTotals:
    return DossierTotals(
        count=sum(each[1] for each in groups),
        requested_amount=Money(sum(each[2].minor for each in groups)),
        jobs_created=sum(each[3] for each in groups),
        days=sum(each[4] for each in groups),
        by_state=by_state,
    )
