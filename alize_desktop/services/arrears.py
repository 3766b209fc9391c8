"""Arrears: which advances are late, since when, and what to do next."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.advances import AdvancePosition, ArrearsRow
from alize_desktop.models.records.arrears import ArrearsReport
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.ageing import last_step, next_step
from alize_desktop.services.advance_reading import Advance, read_advances
from alize_desktop.services.programme import read_programme


class ArrearsService:
    """Reads the advances that are late. Writes nothing: a step taken is an event of the advance."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def list(self, on: date) -> tuple[ArrearsRow, ...]:
        """Return the advances that are late on a day, the latest first.

        A fixed number of statements, whatever their number.
        """
        with self._registry.read() as session:
            found = read_advances(session, on)
        return _late(found)

    def buckets(self, on: date) -> dict[AgeingBucket, tuple[int, Money, Money]]:
        """Return how many advances have each age, what is overdue and what is outstanding.

        Every bucket is there, in order. Those with nothing outstanding do not count.
        """
        with self._registry.read() as session:
            found = read_advances(session, on)
        return _buckets(found)

    def report(self, on: date) -> ArrearsReport:
        """Return everything the report of a day says, read in one transaction."""
        with self._registry.read() as session:
            programme = read_programme(session)
            found = read_advances(session, on)
        return ArrearsReport(programme, on, _late(found), _buckets(found))


def _late(advances: Iterable[Advance]) -> tuple[ArrearsRow, ...]:
    rows = [_row(each) for each in advances]
    late = [each for each in rows if each.advance.position.days_late]
    late.sort(key=lambda each: (-each.advance.position.days_late, each.advance.number))
    return tuple(late)


def _buckets(advances: Iterable[Advance]) -> dict[AgeingBucket, tuple[int, Money, Money]]:
    found: defaultdict[AgeingBucket, list[AdvancePosition]] = defaultdict(list)
    for each in advances:
        position = each.position()
        if position.outstanding:
            found[position.bucket].append(position)
    return {each: _sums(found[each]) for each in AgeingBucket}


def _row(advance: Advance) -> ArrearsRow:
    line = advance.row()
    following = next_step(line.position, advance.events, advance.rules)
    taken = last_step(line.position, advance.events)
    return ArrearsRow(
        advance=line,
        step=following.kind if following else None,
        step_on=following.on if following else None,
        last_step=taken.kind if taken else None,
        last_step_on=taken.on if taken else None,
    )


def _sums(positions: list[AdvancePosition]) -> tuple[int, Money, Money]:
    overdue = sum((each.overdue for each in positions), ZERO)
    outstanding = sum((each.outstanding for each in positions), ZERO)
    return len(positions), overdue, outstanding
