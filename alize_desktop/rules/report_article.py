"""A report beside what the press said of the programme when it was ten years old.

Source:
    Founding press article, 22 April 2008.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from alize_desktop.models.enums import Sector
from alize_desktop.models.records.report import Counted, ProgrammeReport
from alize_desktop.models.values import Money
from alize_desktop.rules.text import search_key

Compared: TypeAlias = int | Fraction | Money | str | None
"""A count, a share of the dossiers retained, an amount, or a name; None when not known."""

ARTICLE: Final[dict[str, Compared]] = {
    "studied": 1400,
    "retained": 1050,
    "retained_share": Fraction(1050, 1400),
    "created": 4300,
    "created_per_dossier": Fraction(4300, 1050),
    "average_advance": Money(12_000_00),
    "partners": 120,
    "basins": 20,
    "services": Fraction(55, 100),
    "industry": Fraction(27, 100),
    "construction": Fraction(10, 100),
    "takeovers": Fraction(10, 100),
    "capacity": Fraction(53, 100),
    "sales": Fraction(31, 100),
    "first_skill": "Organisation",
    "staff": Fraction(26, 100),
    "marketing": Fraction(18, 100),
    "headcount_median": Fraction(10),
}
"""What the article says, by key. « Près d’un dossier sur dix », « surtout dix salariés »."""

_CAPACITY: Final = ("capacite",)
_SALES: Final = ("commercia", "vente")
_STAFF: Final = ("ressources humaines", "rh ")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of a programme, and that of the article."""

    key: str
    ours: Compared
    theirs: Compared


def comparison(report: ProgrammeReport) -> tuple[Comparison, ...]:
    """Return the figures of the article, each with that of a report."""
    ours = dict(_ours(report))
    return tuple(Comparison(key, ours[key], theirs) for key, theirs in ARTICLE.items())


def _ours(report: ProgrammeReport) -> Iterator[tuple[str, Compared]]:
    sectors = dict(report.sector)
    yield "studied", report.studied
    yield "retained", report.retained
    yield "retained_share", _share(report.retained, report.studied)
    created = report.created.seen
    yield "created", created
    yield "created_per_dossier", None if created is None else _share(created, report.retained)
    yield "average_advance", report.average_advance
    yield "partners", report.partners
    yield "basins", report.basins
    for sector in (Sector.SERVICES, Sector.INDUSTRY, Sector.CONSTRUCTION):
        yield sector.value, _share(sectors.get(sector, 0), report.retained)
    yield "takeovers", _share(report.takeovers, report.retained)
    yield "capacity", _share(_named(report.aim, _CAPACITY), report.retained)
    yield "sales", _share(_named(report.aim, _SALES), report.retained)
    yield "first_skill", next((each.name for each in report.skill if each.name), None)
    yield "staff", _share(_named(report.skill, _STAFF), report.retained)
    yield "marketing", _share(_named(report.skill, _SALES), report.retained)
    middle = report.headcount_median
    yield "headcount_median", None if middle is None else Fraction(middle)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def _named(lines: Iterable[Counted], words: tuple[str, ...]) -> int:
    """Return how many dossiers bear a name in which one of the words begins a word."""
    return sum(
        each.count
        for each in lines
        if any(f" {word}" in f" {search_key(each.name)} " for word in words)
    )
