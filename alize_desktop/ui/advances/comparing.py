"""Two schedules side by side: what an amendment keeps, and what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.schedules import Instalment
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the comparison: the same row before and after.

    Attributes:
        number: 1 for the first line.
        before: None for a row that was added.
        after: None for a row that went.
        is_kept: Whether it stays because it was paid.
    """

    number: int
    before: Instalment | None
    after: Instalment | None
    is_kept: bool = False

    def is_changed(self) -> bool:
        """Return whether the day or the amount is another one."""
        if self.before is None or self.after is None:
            return True
        return (self.before.due, self.before.amount) != (self.after.due, self.after.amount)


def paired(
    before: Sequence[Instalment],
    after: Sequence[Instalment],
    kept: frozenset[int] = frozenset(),
) -> tuple[Pair, ...]:
    """Return the rows of two schedules, line by line.

    Args:
        before: Rows of the older schedule.
        after: Rows of the newer one.
        kept: Numbers of the newer rows that were kept as they were paid.
    """
    return tuple(
        Pair(number, old, new, new is not None and new.number in kept)
        for number, (old, new) in enumerate(zip_longest(before, after), 1)
    )


def change_word(pair: Pair) -> str:
    """Return what became of a row, in a word."""
    if pair.before is None:
        return translate("advances", "Nouvelle")
    if pair.after is None:
        return translate("advances", "Supprimée")
    if pair.is_kept:
        reduced, kept = (
            translate("advances", "Réduite au payé"),
            translate("advances", "Conservée"),
        )
        return reduced if pair.is_changed() else kept
    words = {
        (True, True): translate("advances", "Inchangée"),
        (False, True): translate("advances", "Date changée"),
        (True, False): translate("advances", "Montant changé"),
        (False, False): translate("advances", "Changée"),
    }
    return words[pair.before.due == pair.after.due, pair.before.amount == pair.after.amount]


def change_dress(pair: Pair) -> tuple[Role, Shape]:
    """Return the colour and the shape of ``change_word``."""
    if pair.is_kept:
        return Role.GOOD, Shape.CHECK
    if not pair.is_changed():
        return Role.NEUTRAL, Shape.RING
    return Role.WAITING, Shape.DIAMOND


class ComparisonTable(GivingTable):
    """Shows two schedules side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns: tuple[Column[Pair], ...] = (
            Column("number", translate("advances", "N°"), _number, right=True, width=56),
            Column("before", translate("advances", "Avant"), _was_due, note=_was, width=104),
            Column("after", translate("advances", "Après"), _due, note=_amount, width=104),
            Column(
                "change",
                translate("advances", "Changement"),
                change_word,
                state=change_dress,
                width=148,
                stretches=True,
            ),
        )
        self._pairs: RecordTableModel[Pair] = RecordTableModel(
            [replace(each, sortable=False) for each in columns], lambda pair: pair.number
        )
        super().__init__(
            self._pairs, translate("advances", "Échéanciers comparés"), ("number", "change"), parent
        )
        self.setObjectName("schedule_comparison")

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show another comparison."""
        self._pairs.set_rows(pairs)

    def pairs(self) -> tuple[Pair, ...]:
        """Return what is shown."""
        return self._pairs.rows


def _number(pair: Pair) -> str:
    return str(pair.number)


def _was_due(pair: Pair) -> str:
    return short_date(pair.before.due) if pair.before else NOTHING


def _was(pair: Pair) -> str:
    return money_short(pair.before.amount) if pair.before else ""


def _due(pair: Pair) -> str:
    return short_date(pair.after.due) if pair.after else NOTHING


def _amount(pair: Pair) -> str:
    return money_short(pair.after.amount) if pair.after else ""
