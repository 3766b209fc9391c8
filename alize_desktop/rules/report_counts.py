"""How a report counts: names however they are written, means, medians, classes.

Nothing here is approximate: what is rounded says to how many decimals, halves up.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from alize_desktop.models.records.report import Counted, Crossed, HeadcountClass
from alize_desktop.rules.text import search_key

CLASSES: Final = ((0, 10), (10, 20), (20, 50), (50, 250), (250, None))
"""Headcounts, in full-time equivalents: the lower bound is in its class, the upper is not."""


_KNOWN: Final = 4_096
_key = lru_cache(_KNOWN)(search_key)
"""The key of a name: the same ones come back in every list."""


def rounded(value: Fraction, places: int) -> Decimal:
    """Return a value >= 0 rounded half up to some decimals."""
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-places)


def writings(counts: Mapping[str, int]) -> dict[str, str]:
    """Return how each text is written in a report, by the text as it stands.

    Texts with one key (« RH », « rh ») are one name: that of the most frequent writing,
    then the first of the alphabet. A text of spaces is the empty name.
    """
    groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
    keys = {text: _key(text) for text in counts}
    for text, count in counts.items():
        groups[keys[text]][" ".join(text.split())] += count
    names = {key: _most_frequent(group) if key else "" for key, group in groups.items()}
    return {text: names[key] for text, key in keys.items()}


def counted_names(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Return how often each name stands, largest first, then by name."""
    names, sums = writings(counts), Counter[str]()
    for text, count in counts.items():
        sums[names[text]] += count
    found = (Counted(name, count) for name, count in sums.items())
    return tuple(sorted(found, key=lambda each: (-each.count, in_order(each.name))))


def crossed_names(counts: Mapping[tuple[str, str], int]) -> tuple[Crossed, ...]:
    """Return how often each pair of names stands, largest first, then by names."""
    singles: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for pair, count in counts.items():
        for single, text in zip(singles, pair, strict=True):
            single[text] += count
    one, other = (writings(each) for each in singles)
    sums = Counter[tuple[str, str]]()
    for (expressed, diagnosed), count in counts.items():
        sums[one[expressed], other[diagnosed]] += count
    found = (Crossed(*pair, count) for pair, count in sums.items())
    return tuple(
        sorted(
            found,
            key=lambda each: (-each.count, in_order(each.expressed), in_order(each.diagnosed)),
        )
    )


def in_order(name: str) -> tuple[bool, str, str]:
    """Return what sorts names: as a French index does, the empty one last."""
    return (not name, _key(name), name)


def mean(counts: Mapping[Decimal, int]) -> Decimal | None:
    """Return the mean of values that stand so often, one decimal; None without any."""
    size = sum(counts.values())
    total = sum((Fraction(value) * count for value, count in counts.items()), Fraction())
    return rounded(total / size, 1) if size else None


def median(counts: Mapping[Decimal, int]) -> Decimal | None:
    """Return the value in the middle, or the mean of the two there; None without any."""
    size = sum(counts.values())
    if not size:
        return None
    middle = {(size - 1) // 2, size // 2}
    found: list[Decimal] = []
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        found += [value for each in middle if passed - counts[value] <= each < passed]
    return sum(found, Decimal()) / len(found)


def headcount_classes(counts: Mapping[Decimal, int], unknown: int) -> tuple[HeadcountClass, ...]:
    """Return the five classes in order, then the headcounts not known when there are any."""
    known = tuple(
        HeadcountClass(least, below, _between(counts, least, below)) for least, below in CLASSES
    )
    return (*known, HeadcountClass(None, None, unknown)) if unknown else known


def _most_frequent(group: Mapping[str, int]) -> str:
    return min(group, key=lambda text: (-group[text], text))


def _between(counts: Mapping[Decimal, int], least: int, below: int | None) -> int:
    return sum(
        count
        for value, count in counts.items()
        if least <= value and (below is None or value < below)
    )
