"""Beside the movements: the funders, and what is expected."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.fund import Funder, FundExpectation
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.fund.funder_dialog import FunderDialog
from alize_desktop.ui.fund.movement_dialogs import ExpectationDialog
from alize_desktop.ui.fund.side_tables import expectation_model, funder_model
from alize_desktop.ui.fund.tables import ShortTable
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import long_date

_SHORT: Final = 5


class SidePanel(QWidget):
    """Two short tables, each with what can be done to its rows.

    Signals:
        written: Something was. Args: the ``Changes``, what was done, in words.
    """

    written = Signal(object, str)

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.funder_model = funder_model()
        self.expectation_model = expectation_model(tools.today)
        self.funders: ShortTable[Funder] = ShortTable(
            self.funder_model, self.tr("Financeurs"), _SHORT
        )
        self.expectations: ShortTable[FundExpectation] = ShortTable(
            self.expectation_model, self.tr("Mouvements attendus"), _SHORT
        )
        self.add_funder = KeyButton(self.tr("Ajouter…"), icon="plus")
        self.edit_funder = KeyButton(self.tr("Modifier…"))
        self.expect = KeyButton(self.tr("Ajouter…"), icon="plus")
        self.forget = KeyButton(self.tr("Retirer…"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read funders and expectations again."""
        self.funders.show_rows(self._tools.fund.funders())
        self.expectations.show_rows(self._tools.fund.expectations())
        self._show_possible()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        column.setSpacing(SPACE.group)
        of_funders = (self.add_funder, self.edit_funder)
        expected = (self.expect, self.forget)
        column.addWidget(_card(self.tr("Financeurs"), self.funders, of_funders))
        column.addWidget(_card(self.tr("Mouvements attendus"), self.expectations, expected))
        column.addStretch(1)

    def _connect(self) -> None:
        self.add_funder.clicked.connect(lambda *_: self._edit(None))
        self.edit_funder.clicked.connect(lambda *_: self._edit(self.funders.chosen()))
        self.funders.row_opened.connect(self._edit)
        self.funders.rows_selected.connect(lambda _keys: self._show_possible())
        self.expect.clicked.connect(lambda *_: self._on_expect())
        self.forget.clicked.connect(lambda *_: self._on_forget())
        self.expectations.rows_selected.connect(lambda _keys: self._show_possible())

    def _show_possible(self) -> None:
        self.edit_funder.setEnabled(self.funders.chosen() is not None)
        self.forget.setEnabled(self.expectations.chosen() is not None)

    def _open(self, dialog: FormDialog, said: str) -> None:
        dialog.written.connect(lambda changes: self.written.emit(changes, said))
        dialog.open()

    def _on_expect(self) -> None:
        dialog = ExpectationDialog(self._tools, self.window())
        self._open(dialog, self.tr("Mouvement attendu ajouté"))

    def _edit(self, key: object) -> None:
        row = self.funder_model.row_of(key)
        funder = self.funder_model.record(row) if row >= 0 else None
        dialog = FunderDialog(self._tools, funder, self.window())
        self._open(dialog, self.tr("Financeur enregistré"))

    def _on_forget(self) -> None:
        row = self.expectation_model.row_of(self.expectations.chosen())
        if row < 0:
            return
        expected = self.expectation_model.record(row)
        words = self.tr("Retirer {amount} attendus le {day} ?")
        confirm(
            self.window(),
            words.format(amount=money_short(expected.amount), day=long_date(expected.expected_on)),
            self.tr("Retirer"),
            partial(self._forget, expected.id),
            detail=self.tr("La prévision ne les comptera plus."),
        )

    def _forget(self, expectation_id: UUID) -> None:
        try:
            changes = self._tools.fund.remove_expectation(expectation_id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.written.emit(changes, self.tr("Mouvement attendu retiré"))


def _card(title: str, table: QWidget, buttons: Sequence[KeyButton]) -> QWidget:
    card = Card(title)
    card.body.addWidget(table)
    row = QHBoxLayout()
    row.setSpacing(SPACE.related)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    card.body.addLayout(row)
    return card
