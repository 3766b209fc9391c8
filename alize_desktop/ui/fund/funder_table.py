"""Who put money into the fund, and how much of it."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.fund import FunderShare
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.fund_figures import share_text

translate = QCoreApplication.translate


def share_model() -> RecordTableModel[FunderShare]:
    """Return the funders with what they put in, what they took back taken off."""
    columns: tuple[Column[FunderShare], ...] = (
        Column(
            "funder",
            translate("fund", "Financeur"),
            lambda row: row.funder,
            width=120,
            stretches=True,
            sortable=False,
        ),
        Column(
            "nature",
            translate("fund", "Argent"),
            _nature,
            state=_state,
            width=96,
            sortable=False,
        ),
        Column(
            "contributed",
            translate("fund", "Apport net"),
            lambda row: money_text(row.contributed),
            right=True,
            width=116,
            sortable=False,
        ),
        Column(
            "share",
            translate("fund", "Part"),
            lambda row: share_text(row.basis_points),
            right=True,
            width=88,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.funder)


def _nature(row: FunderShare) -> str:
    if not row.is_named:
        return "—"
    return translate("fund", "Public") if row.is_public else translate("fund", "Privé")


def _state(row: FunderShare) -> tuple[Role, Shape]:
    return (Role.PRIMARY, Shape.SQUARE) if row.is_public else (Role.NEUTRAL, Shape.RING)
