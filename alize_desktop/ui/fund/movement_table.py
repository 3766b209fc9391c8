"""Every movement of the fund, the last one first, and what they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.fund import FundMovement
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import signed_amount
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate

_STATES: Final = {
    FundMovementKind.CONTRIBUTION: (Role.GOOD, Shape.UP),
    FundMovementKind.WITHDRAWAL: (Role.WAITING, Shape.DOWN),
    FundMovementKind.FEE: (Role.NEUTRAL, Shape.DIAMOND),
    FundMovementKind.REVERSAL: (Role.RECUSAL, Shape.CROSS),
}


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement with what it adds to the cash.

    Attributes:
        effect: Negative for what leaves.
    """

    movement: FundMovement
    effect: Money


def rows_of(movements: Sequence[FundMovement]) -> tuple[MovementRow, ...]:
    """Return the movements with their effects, the last one first."""
    kinds: Mapping[UUID, FundMovementKind] = {each.id: each.draft.kind for each in movements}
    rows = (MovementRow(each, _effect(each, kinds)) for each in movements)
    return tuple(
        sorted(rows, key=lambda each: (each.movement.draft.value_on, each.movement.sequence))
    )[::-1]


def total_of(rows: Sequence[MovementRow]) -> Money:
    """Return what the movements add to the cash together."""
    return sum((each.effect for each in rows), ZERO)


def movement_model() -> RecordTableModel[MovementRow]:
    """Return the movements: nothing is ever taken out of the list."""
    return RecordTableModel((*_what(), *_how_much()), lambda row: row.movement.id)


def _what() -> tuple[Column[MovementRow], ...]:
    return (
        Column(
            "value_on",
            translate("fund", "Date de valeur"),
            lambda row: short_date(row.movement.draft.value_on),
            struck=_is_reversed,
            width=118,
            sortable=False,
        ),
        Column(
            "kind",
            translate("fund", "Nature"),
            lambda row: label(row.movement.draft.kind),
            state=lambda row: _STATES[row.movement.draft.kind],
            width=148,
            sortable=False,
        ),
        Column(
            "funder",
            translate("fund", "Financeur"),
            lambda row: row.movement.funder or "—",
            note=_more,
            struck=_is_reversed,
            width=170,
            stretches=True,
            sortable=False,
        ),
    )


def _how_much() -> tuple[Column[MovementRow], ...]:
    return (
        Column(
            "effect",
            translate("fund", "Montant"),
            lambda row: money_text(row.effect),
            struck=_is_reversed,
            right=True,
            width=128,
            sortable=False,
        ),
        Column(
            "author",
            translate("fund", "Saisi par"),
            lambda row: row.movement.draft.author,
            width=128,
            sortable=False,
        ),
    )


def _is_reversed(row: MovementRow) -> bool:
    return row.movement.is_reversed


def _more(row: MovementRow) -> str:
    """Return reference and note, and whether the movement was taken back."""
    draft = row.movement.draft
    told = [each for each in (draft.reference, draft.note) if each]
    if row.movement.is_reversed:
        told.insert(0, translate("fund", "Annulé"))
    return " · ".join(told)


def _effect(movement: FundMovement, kinds: Mapping[UUID, FundMovementKind]) -> Money:
    back = movement.draft.reverses_id
    return signed_amount(movement.draft, None if back is None else kinds[back])
