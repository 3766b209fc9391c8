"""The end of a dossier, read from the columns that tell the past of a programme."""

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.rules.history_checks import history_problems
from alize_desktop.rules.text import search_key
from alize_desktop.spreadsheets.rows import ReadRow

_PREFIX: Final = "history."
_FIELDS: Final = {f"{_PREFIX}{each.name}": each.name for each in fields(HistorySheet)}
_OUTCOME: Final = "history.outcome"
_DAY: Final = "history.decided_on"


@dataclass(frozen=True, slots=True)
class Known:
    """What the sheet Dossiers is read with, besides itself.

    Attributes:
        today: Last day that is past.
        partners: ``search_key`` of the names of the partner companies.
    """

    today: date
    partners: Collection[str] = field(default_factory=frozenset)


def history_of(
    row: ReadRow, filed_on: date | None, known: Known
) -> tuple[HistorySheet | None, tuple[FieldProblem, ...]]:
    """Return the end that a row tells, None when it tells none, and what refuses it.

    Cells that could not be read are left to the row: the others are judged without them.

    Args:
        row: The row.
        filed_on: Day the dossier was filed, None when it could not be read.
        known: What the row is compared with.
    """
    given: dict[str, Any] = {
        name: row.values[path] for path, name in _FIELDS.items() if path in row.values
    }
    wrong = {path for path in _FIELDS if path in row.wrong}
    if not any(given.values()) and not wrong:
        return None, ()
    if _OUTCOME in wrong:
        return None, ()
    if "outcome" not in given:
        return None, (_problem(_OUTCOME, ErrorCode.HISTORY_DECISION_MISSING),)
    if "decided_on" not in given:
        problem = _problem(_DAY, ErrorCode.HISTORY_DATE_MISSING)
        return None, () if _DAY in wrong else (problem,)
    history = HistorySheet(**given)
    problems = history_problems(history, filed_on, known.today, known.partners)
    if f"{_PREFIX}partner" in wrong:
        problems = tuple(each for each in problems if each.field != f"{_PREFIX}partner")
    return history, problems


def names_of(partners: Collection[str]) -> frozenset[str]:
    """Return what the names of partner companies are compared by."""
    return frozenset(search_key(each) for each in partners)


def _problem(name: str, code: ErrorCode) -> FieldProblem:
    return FieldProblem(name, UserError(code))
