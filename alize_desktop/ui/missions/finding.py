"""Which missions of the programme are shown, in which order.

The state of a mission is derived from its events, so no query can ask for it: the list
is read once, and narrowed here at every keystroke.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.rules.text import search_key

_NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown.

    Attributes:
        text: Words of a company, a partner, a person, a competence or a number.
        states: Empty for all.
        partner: Its name; empty for all.
        year: None for all.
        sort: Key of a column.
    """

    text: str = ""
    states: frozenset[MissionState] = frozenset()
    partner: str = ""
    year: int | None = None
    sort: str = _NUMBER
    descending: bool = True


def _rank(row: MissionRow) -> tuple[str, int, str]:
    """Return where a number stands: ``2026-M1000`` comes after ``2026-M999``."""
    return row.number[:6], len(row.number), row.number


_KEYS: Final[dict[str, Callable[[MissionRow], Any]]] = {
    _NUMBER: _rank,
    "company": lambda row: (search_key(row.company), _rank(row)),
    "partner": lambda row: (search_key(row.partner), _rank(row)),
    "state": lambda row: (list(MissionState).index(row.account.state), _rank(row)),
    "days": lambda row: (row.account.done, _rank(row)),
    "confirmed": lambda row: (row.account.confirmed, _rank(row)),
    "value": lambda row: (row.account.value, _rank(row)),
}


def found(rows: Sequence[MissionRow], wanted: Wanted) -> tuple[MissionRow, ...]:
    """Return the missions that are wanted, sorted."""
    words = search_key(wanted.text).split()
    kept = [row for row in rows if _fits(row, wanted) and _is_named(row, words)]
    return tuple(sorted(kept, key=_KEYS[wanted.sort], reverse=wanted.descending))


def by_state(rows: Sequence[MissionRow]) -> dict[MissionState, int]:
    """Return how many missions are in each state."""
    return dict(Counter(row.account.state for row in rows))


def partners_of(rows: Sequence[MissionRow]) -> list[str]:
    """Return the partners that lend or lent, by name."""
    return sorted({row.partner for row in rows}, key=search_key)


def years_of(rows: Sequence[MissionRow]) -> list[int]:
    """Return the years in which missions begin, the last first."""
    return sorted({year_of(row) for row in rows}, reverse=True)


def year_of(row: MissionRow) -> int:
    """Return the year in which a mission begins; that of its number when no day is said."""
    first = row.sheet.starts_on
    return first.year if first else int(row.number.partition("-")[0])


def _fits(row: MissionRow, wanted: Wanted) -> bool:
    if wanted.states and row.account.state not in wanted.states:
        return False
    if wanted.partner and row.partner != wanted.partner:
        return False
    return wanted.year is None or year_of(row) == wanted.year


def _is_named(row: MissionRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    sheet = row.sheet
    named = (row.number, row.dossier_number, row.company, row.partner, sheet.category)
    told = search_key(" ".join((*named, sheet.contributor, sheet.position)))
    return all(f" {each}" in f" {told}" for each in words)
