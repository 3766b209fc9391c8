"""Funders and expected movements, in short tables."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.fund import Funder, FundExpectation
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate

_MINUS: Final = "\u2212"


def funder_model() -> RecordTableModel[Funder]:
    """Return the funders by name."""
    public, private = translate("fund", "Public"), translate("fund", "Privé")
    return RecordTableModel(
        (
            Column(
                "name",
                translate("fund", "Nom"),
                lambda row: row.name,
                note=lambda row: row.note,
                width=96,
                stretches=True,
                sortable=False,
            ),
            Column(
                "nature",
                translate("fund", "Argent"),
                lambda row: public if row.is_public else private,
                state=_nature,
                width=104,
                sortable=False,
            ),
        ),
        lambda row: row.id,
    )


def expectation_model(today: Callable[[], date]) -> RecordTableModel[FundExpectation]:
    """Return what is expected, the next first; what should have come is told late."""
    late = translate("fund", "en retard")
    return RecordTableModel(
        (
            Column(
                "expected_on",
                translate("fund", "Attendu le"),
                lambda row: short_date(row.expected_on),
                note=lambda row: late if row.expected_on < today() else "",
                width=104,
                sortable=False,
            ),
            Column(
                "kind",
                translate("fund", "Nature"),
                lambda row: label(row.kind),
                note=lambda row: row.note,
                width=96,
                stretches=True,
                sortable=False,
            ),
            Column(
                "amount",
                translate("fund", "Montant"),
                _signed,
                right=True,
                width=96,
                sortable=False,
            ),
        ),
        lambda row: row.id,
    )


def _nature(row: Funder) -> tuple[Role, Shape]:
    return (Role.PRIMARY, Shape.SQUARE) if row.is_public else (Role.NEUTRAL, Shape.RING)


def _signed(row: FundExpectation) -> str:
    is_coming = row.kind is FundMovementKind.CONTRIBUTION
    return money_short(row.amount) if is_coming else f"{_MINUS}{money_short(row.amount)}"
