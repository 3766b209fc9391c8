"""Days of competences of a report: granted by the decisions, planned and done by the missions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from alize_desktop.models.records.report import DayLine
from alize_desktop.models.records.report_facts import DayFacts
from alize_desktop.rules.report_counts import in_order, writings

NONE = Decimal(0)


def by_category(
    granted: Mapping[str, int], missions: Iterable[DayFacts], names: Mapping[str, str]
) -> tuple[DayLine, ...]:
    """Return the days of each category of competences, most days done first.

    Args:
        granted: Days by what decisions call the category.
        missions: Days of the missions.
        names: What each of these categories is called today.
    """
    today = Counter[str]()
    for text, days in granted.items():
        today[names[text]] += days
    return _lines(today, [(names[each.category], each) for each in missions])


def by_partner(granted: Mapping[str, int], missions: Iterable[DayFacts]) -> tuple[DayLine, ...]:
    """Return the days of each partner company, most days done first."""
    return _lines(granted, [(each.partner, each) for each in missions])


def partners_active(missions: Iterable[DayFacts]) -> int:
    """Return how many partners planned or did days."""
    return len({each.partner for each in missions if each.partner and (each.planned or each.done)})


def _lines(granted: Mapping[str, int], missions: list[tuple[str, DayFacts]]) -> tuple[DayLine, ...]:
    names = writings(Counter(dict(granted)) + Counter(name for name, _each in missions))
    promised, planned, done = Counter[str](), dict[str, Decimal](), dict[str, Decimal]()
    for text, days in granted.items():
        promised[names[text]] += days
    for text, each in missions:
        name = names[text]
        planned[name] = planned.get(name, NONE) + each.planned
        done[name] = done.get(name, NONE) + each.done
    lines = (
        DayLine(name, promised[name], planned.get(name, NONE), done.get(name, NONE))
        for name in set(names.values())
    )
    kept = (each for each in lines if each.granted or each.planned or each.done)
    return tuple(sorted(kept, key=_order))


def _order(line: DayLine) -> tuple[Decimal, int, Decimal, tuple[bool, str, str]]:
    return (-line.done, -line.granted, -line.planned, in_order(line.name))
