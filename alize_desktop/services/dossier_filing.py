"""Dossiers filed: one that was typed, or all those of a workbook."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import column, func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.services.bulk import insert_rows
from alize_desktop.services.dossier_mapping import to_columns
from alize_desktop.services.numbering import next_numbers


@dataclass(frozen=True, slots=True)
class Filing:
    """A dossier to file.

    Attributes:
        sheet: Checked; without a number, it is given one.
        outcome: What was decided of it before the registry was kept; None when nothing was.
    """

    sheet: DossierSheet
    outcome: DecisionOutcome | None = None

    @property
    def state(self) -> DossierState:
        """Where the dossier stands once it is filed."""
        if self.outcome is None:
            return DossierState.FILED
        is_withdrawn = self.outcome is DecisionOutcome.WITHDRAWN
        return DossierState.WITHDRAWN if is_withdrawn else DossierState.DECIDED


def file_dossiers(
    registry: Registry, session: Session, filings: Sequence[Filing], source: str
) -> list[UUID]:
    """Write checked sheets as new dossiers, in their order, and return their identifiers.

    Args:
        registry: Gives identifiers and instants.
        session: A transaction that writes.
        filings: Those without a number come after those that have one.
        source: Where they come from, for the journal.

    Raises:
        UserError: ``DOSSIER_NUMBER_TAKEN``.
    """
    numbered = [each for each in filings if each.sheet.number]
    _check_numbers_free(session, [each.sheet.number for each in numbered])
    written = _write(registry, session, numbered, source)
    unnumbered = [each for each in filings if not each.sheet.number]
    given = _numbers(session, [each.sheet.filed_on.year for each in unnumbered])
    named = [
        replace(each, sheet=replace(each.sheet, number=number))
        for each, number in zip(unnumbered, given, strict=True)
    ]
    return written + _write(registry, session, named, source)


def file_dossier(registry: Registry, session: Session, sheet: DossierSheet, source: str) -> UUID:
    """Write a checked sheet as a new dossier, and return its identifier.

    Raises:
        UserError: ``DOSSIER_NUMBER_TAKEN``.
    """
    return file_dossiers(registry, session, [Filing(sheet)], source)[0]


def _write(
    registry: Registry, session: Session, filings: Sequence[Filing], source: str
) -> list[UUID]:
    rows: list[dict[str, Any]] = []
    for each in filings:
        sheet, dossier_id = each.sheet, registry.new_id()
        rows.append(
            to_columns(sheet)
            | {
                "id": dossier_id,
                "state": each.state,
                "outcome": each.outcome,
                "created_at": registry.clock(),
            }
        )
        details: dict[str, object] = {
            "number": sheet.number,
            "company": sheet.company.name,
            "siren": sheet.company.siren,
            "source": source,
        }
        registry.journal(session, "dossier.filed", "dossier", dossier_id, details)
    insert_rows(session, StoredDossier, rows)
    return [each["id"] for each in rows]


def _numbers(session: Session, years: Sequence[int]) -> list[str]:
    """Return the next number of each year, in turn."""
    given = {
        year: iter(next_numbers(session, StoredDossier.number, f"{year}-", 3, years.count(year)))
        for year in set(years)
    }
    return [next(given[year]) for year in years]


def _check_numbers_free(session: Session, numbers: Sequence[str]) -> None:
    wanted = func.json_each(json.dumps(numbers)).table_valued(column("value"))
    taken = select(StoredDossier.number).where(StoredDossier.number.in_(select(wanted.c.value)))
    holder = session.scalar(taken.order_by(StoredDossier.number).limit(1))
    if holder is not None:
        raise UserError(ErrorCode.DOSSIER_NUMBER_TAKEN, number=holder)
