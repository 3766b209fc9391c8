"""Which advances of the list are shown, in which order, and how many are how late.

The state of an advance is derived from its events, so no query can ask for it: the
list is read once, and narrowed here at every keystroke.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from alize_desktop.models.enums import AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.text import search_key

_GROUPED: Final = re.compile(r"(?<!\S)\d{3}\s\d{1,3}(?:\s\d{1,3})?(?!\S)")
"""A SIREN as it is shown and read aloud, or its beginning: « 900 000 241 »."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown.

    Attributes:
        text: Words of a company, a town, a SIREN or a number.
        states: Empty for all.
        buckets: Empty for all.
        sort: Key of a column.
    """

    text: str = ""
    states: frozenset[AdvanceState] = frozenset()
    buckets: frozenset[AgeingBucket] = frozenset()
    sort: str = "number"
    descending: bool = False

    def is_narrowed(self) -> bool:
        """Return whether something is left out."""
        return replace(self, sort="number", descending=False) != Wanted()


@dataclass(frozen=True, slots=True)
class Aged:
    """Advances of one age.

    Attributes:
        overdue: What is late, in all.
        outstanding: What is owed, in all.
    """

    count: int
    overdue: Money
    outstanding: Money


_KEYS: Final[dict[str, Callable[[AdvanceRow], Any]]] = {
    "number": lambda row: row.number,
    "company": lambda row: search_key(row.company),
    "state": lambda row: (list(AdvanceState).index(row.position.state), row.number),
    "outstanding": lambda row: row.position.outstanding,
    "late": lambda row: (row.position.days_late, row.position.overdue),
    "next": lambda row: (row.position.next_due or date.max, row.number),
}


def found(rows: Sequence[AdvanceRow], wanted: Wanted) -> tuple[AdvanceRow, ...]:
    """Return the advances that are wanted, sorted."""
    kept = [row for row in rows if _fits(row, wanted)]
    return tuple(sorted(kept, key=_KEYS[wanted.sort], reverse=wanted.descending))


def by_state(rows: Sequence[AdvanceRow]) -> dict[AdvanceState, int]:
    """Return how many advances are in each state."""
    return dict(Counter(row.position.state for row in rows))


def by_age(rows: Sequence[AdvanceRow]) -> dict[AgeingBucket, Aged]:
    """Return how late the advances are that owe something."""
    ages: dict[AgeingBucket, Aged] = {}
    for row in rows:
        if is_owing(row):
            position = row.position
            so_far = ages.get(position.bucket, Aged(0, ZERO, ZERO))
            ages[position.bucket] = Aged(
                so_far.count + 1,
                so_far.overdue + position.overdue,
                so_far.outstanding + position.outstanding,
            )
    return ages


def is_owing(row: AdvanceRow) -> bool:
    """Return whether the company of an advance owes something."""
    return bool(row.position.outstanding)


def _fits(row: AdvanceRow, wanted: Wanted) -> bool:
    if wanted.states and row.position.state not in wanted.states:
        return False
    if wanted.buckets and not (is_owing(row) and row.position.bucket in wanted.buckets):
        return False
    words = f" {search_key(f'{row.number} {row.company} {row.town} {row.siren}')}"
    joined = _GROUPED.sub(lambda found: "".join(found[0].split()), wanted.text)
    return any(
        all(f" {each}" in words for each in search_key(text).split())
        for text in (wanted.text, joined)
    )
