"""The list of dossiers: searched, filtered, sorted and summed, all in SQL.

The driver alone reads it, without SQLAlchemy, so that a window shows its list
before anything else is loaded, and every later search is answered the same way.
The words go through the full-text index, the sorts use accent-free keys.
"""

import json
from collections.abc import Collection
from itertools import groupby
from typing import Final
from uuid import UUID

from alize_desktop.models.records.dossier_list import DossierList, DossierQuery, DossierTotals
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.text import search_key
from alize_desktop.services.dossier_rows import COLUMNS, TOTALS, order_of, to_rows, to_totals

_ROWS: Final = f"""SELECT {", ".join(COLUMNS)}
FROM dossier LEFT JOIN meeting ON meeting.id = dossier.meeting_id
{{where}} ORDER BY {{order}}"""  # noqa: S608 - our own names
_TOTALS: Final = f"SELECT {', '.join(TOTALS)} FROM dossier {{where}} GROUP BY dossier.state"  # noqa: S608 - our own names
_OF_WORDS: Final = (
    "dossier.serial IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?)"
)
_OF_STATES: Final = "dossier.state IN (SELECT value FROM json_each(?))"
_OF_MEETING: Final = "dossier.id IN (SELECT dossier_id FROM agenda_item WHERE meeting_id = ?)"
_OF_IDS: Final = "WHERE dossier.id IN (SELECT value FROM json_each(?))"


class DossierFinder:
    """What a person asks of the list. Writes nothing."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def search(self, query: DossierQuery) -> DossierList:
        """Return the rows that answer ``query`` and the totals of them all.

        ``by_state`` of the totals leaves the filter by state out.

        Raises:
            KeyError: It sorts by a column that does not exist.
        """
        order = order_of(query.sort, descending=query.descending)
        all_states, asked = _where(query, with_states=False)
        some_states, values = _where(query, with_states=True)
        with self._registry.look() as connection:
            found = connection.execute(_ROWS.format(where=some_states, order=order), values)
            rows = to_rows(found, query.sort, descending=query.descending)
            groups = connection.execute(_TOTALS.format(where=all_states), asked).fetchall()
        return DossierList(rows, to_totals(groups, query.states))

    def totals(self, ids: Collection[UUID]) -> DossierTotals:
        """Return the totals of a selection."""
        named = json.dumps([str(each) for each in ids])
        with self._registry.look() as connection:
            groups = connection.execute(_TOTALS.format(where=_OF_IDS), (named,)).fetchall()
        return to_totals(groups)


def _where(query: DossierQuery, *, with_states: bool) -> tuple[str, list[str]]:
    """Return the conditions of a query in SQL, and their values."""
    found: list[tuple[str, str]] = []
    words = _words(query.text)
    if words:
        found.append((_OF_WORDS, words))
    if with_states and query.states:
        found.append((_OF_STATES, json.dumps(sorted(query.states))))
    if query.sector is not None:
        found.append(("dossier.company_sector = ?", query.sector.value))
    if query.kind is not None:
        found.append(("dossier.project_kind = ?", query.kind.value))
    if query.meeting_id is not None:
        found.append((_OF_MEETING, str(query.meeting_id)))
    clause = " AND ".join(condition for condition, _ in found)
    return f"WHERE {clause}" if found else "", [value for _, value in found]


def _words(text: str) -> str:
    """Return the full-text question: every word as a prefix, none as an operator.

    Groups of digits are also looked for as one: a SIREN is read by threes.
    """
    words = "".join(each if each.isalnum() else " " for each in search_key(text)).split()
    parts = []
    for are_digits, group in groupby(words, key=str.isdecimal):
        several = list(group)
        each_one = " AND ".join(f'"{word}"*' for word in several)
        whole = f' OR "{"".join(several)}"*' if are_digits and len(several) > 1 else ""
        parts.append(f"({each_one}{whole})")
    return " AND ".join(parts)
