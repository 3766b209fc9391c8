"""What a list of things due shows: those of some kinds in a period, under their headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.follow_up import day_text, item_text, month_heading
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


class Period(StrEnum):
    """How far one looks."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def last(self, today: date) -> date:
        """Return the last day of it."""
        if self is Period.MONTH:
            return add_months(today.replace(day=1), 1) - timedelta(days=1)
        return add_months(today, 3 if self is Period.QUARTER else 12)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the things of a month, or over those that are late."""

    text: str
    count: int
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing due, in the words of the list.

    Attributes:
        day: « 12/12/2026 ».
        kind: « Remboursement ».
        title: Company and number.
        sentence: What is to be done.
        delay: « dans 12 jours », with its colour and its shape.
    """

    item: FollowUpItem
    day: str
    kind: str
    title: str
    sentence: str
    delay: tuple[str, Role, Shape]

    def told(self) -> str:
        """Return the whole of it, for a tooltip and for those who hear the screen."""
        return f"{self.title}\n{self.kind}, {self.day}, {self.delay[0]}\n{self.sentence}"


Entry: TypeAlias = Heading | FollowUpItem


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        kinds: Empty for all.
    """

    period: Period = Period.MONTH
    kinds: frozenset[FollowUpKind] = field(default_factory=frozenset)


def within(items: Iterable[FollowUpItem], period: Period, today: date) -> list[FollowUpItem]:
    """Return what is late, and what is due in a period."""
    last = period.last(today)
    return [each for each in items if each.is_late or each.due_on <= last]


def of_kinds(items: Sequence[FollowUpItem], kinds: frozenset[FollowUpKind]) -> list[FollowUpItem]:
    """Return those of some kinds, of all when none is named."""
    return [each for each in items if not kinds or each.kind in kinds]


def counts(items: Iterable[FollowUpItem]) -> Counter[FollowUpKind]:
    """Return how many there are of each kind."""
    return Counter(each.kind for each in items)


def entries(items: Iterable[FollowUpItem]) -> Iterator[Entry]:
    """Yield headings and things due: what is late, then month by month.

    Args:
        items: What is late first, then by day.
    """
    for (is_late, month), found in groupby(items, key=_place):
        things = [*found]
        heading = translate("follow_up", "En retard") if is_late else month_heading(month)
        yield Heading(heading, len(things), is_late)
        yield from things


def _place(item: FollowUpItem) -> tuple[bool, date]:
    return item.is_late, date.min if item.is_late else item.due_on.replace(day=1)


def line_of(item: FollowUpItem, today: date, soon: int) -> DueLine:
    """Return a thing due in the words of the list.

    Args:
        item: What is due.
        today: Day it is.
        soon: Days from which what comes is told to be near.
    """
    role, shape = Role.NEUTRAL, Shape.RING
    if item.is_late:
        role, shape = Role.BAD, Shape.DOWN
    elif (item.due_on - today).days <= soon:
        role, shape = Role.WAITING, Shape.DISC
    return DueLine(
        item=item,
        day=short_date(item.due_on),
        kind=label(item.kind),
        title=" · ".join(each for each in (item.company, item.number) if each),
        sentence=item_text(item),
        delay=(day_text(item, today), role, shape),
    )
