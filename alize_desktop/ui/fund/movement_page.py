"""The page Mouvements: what entered and left, the funders, what is expected."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import Funder, FundExpectation, FundMovement
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.fund.funder_dialog import FunderDialog
from alize_desktop.ui.fund.movement_dialogs import ExpectationDialog, MovementDialog, ReversalDialog
from alize_desktop.ui.fund.movement_table import MovementRow, movement_model, rows_of, total_of
from alize_desktop.ui.fund.side_tables import expectation_model, funder_model
from alize_desktop.ui.fund.tables import ShortTable
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.names import counted

_SIDE: Final = 428
_SHORT: Final = 5


class MovementPage(QWidget):
    """Movements in a table with their total; funders and expectations beside.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.model = movement_model()
        self.table = RecordTable(self.model, self.tr("Mouvements du fonds"))
        self.total = label("", Level.STRONG)
        self.total.setObjectName("movement_total")
        self.new = KeyButton(
            self.tr("Enregistrer un mouvement…"), "Ctrl+N", Kind.PRIMARY, icon="plus"
        )
        self.new.setObjectName("movement_new")
        self.reverse = KeyButton(self.tr("Annuler ce mouvement…"))
        self.reverse.setObjectName("movement_reverse")
        self.funder_model, self.expectation_model = funder_model(), expectation_model()
        self.funders: ShortTable[Funder] = ShortTable(
            self.funder_model, self.tr("Financeurs"), _SHORT
        )
        self.expectations: ShortTable[FundExpectation] = ShortTable(
            self.expectation_model, self.tr("Mouvements attendus"), _SHORT
        )
        self.add_funder = KeyButton(self.tr("Ajouter…"), icon="plus")
        self.edit_funder = KeyButton(self.tr("Modifier…"))
        self.expect = KeyButton(self.tr("Ajouter…"), icon="plus")
        self.forget = KeyButton(self.tr("Retirer"))
        self._list = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read movements, funders and expectations again."""
        rows = rows_of(self._tools.fund.movements())
        chosen = self.table.chosen()
        self.model.set_rows(rows)
        self._list.setCurrentIndex(0 if rows else 1)
        self._show_total(rows)
        self.funders.show_rows(self._tools.fund.funders())
        self.expectations.show_rows(self._tools.fund.expectations())
        if rows:
            self.table.choose(chosen if self.model.row_of(chosen) >= 0 else rows[0].movement.id)
        self._show_possible()

    def take_keyboard(self) -> None:
        """Give the keyboard to the movements, or to the button that records the first."""
        first = self.table if self.model.rows else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        head.setSpacing(SPACE.related)
        head.addWidget(self.new)
        head.addWidget(self.reverse)
        head.addStretch(1)
        foot = frame(Ground.BOTTOM)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        line.addStretch(1)
        line.addWidget(self.total)
        self._list.addWidget(self.table)
        self._list.addWidget(
            EmptyState(self.tr("Rien n’est encore entré dans le fonds ni sorti, hors des avances."))
        )
        left = frame(Ground.SURFACE)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self._side())

    def _side(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        column.setSpacing(SPACE.group)
        funders = (self.add_funder, self.edit_funder)
        expected = (self.expect, self.forget)
        column.addWidget(_card(self.tr("Financeurs"), self.funders, funders))
        column.addWidget(_card(self.tr("Mouvements attendus"), self.expectations, expected))
        column.addStretch(1)
        area = scrolled(content)
        area.setFixedWidth(scaled(_SIDE))
        return area

    def _connect(self) -> None:
        self.new.clicked.connect(lambda *_: self._open(MovementDialog(self._tools, self.window())))
        self.reverse.clicked.connect(lambda *_: self._on_reverse())
        self.table.row_chosen.connect(lambda _key: self._show_possible())
        self.add_funder.clicked.connect(lambda *_: self._edit(None))
        self.edit_funder.clicked.connect(lambda *_: self._edit(self.funders.chosen()))
        self.funders.row_opened.connect(self._edit)
        self.funders.rows_selected.connect(lambda _keys: self._show_possible())
        self.expect.clicked.connect(
            lambda *_: self._open(ExpectationDialog(self._tools, self.window()))
        )
        self.forget.clicked.connect(lambda *_: self._on_forget())
        self.expectations.rows_selected.connect(lambda _keys: self._show_possible())

    def _show_total(self, rows: Sequence[MovementRow]) -> None:
        words = self.tr("{count}, solde\u00a0: {total}")
        count = counted(len(rows), self.tr("mouvement"), self.tr("mouvements"))
        self.total.setText(words.format(count=count, total=money_text(total_of(rows))))

    def _show_possible(self) -> None:
        movement = self._chosen()
        self.reverse.setEnabled(movement is not None and _can_be_reversed(movement))
        self.edit_funder.setEnabled(self.funders.chosen() is not None)
        self.forget.setEnabled(self.expectations.chosen() is not None)

    def _chosen(self) -> FundMovement | None:
        row = self.model.row_of(self.table.chosen())
        return self.model.record(row).movement if row >= 0 else None

    def _open(self, dialog: FormDialog) -> None:
        dialog.written.connect(self._on_written)
        dialog.open()

    def _edit(self, key: object) -> None:
        row = self.funder_model.row_of(key)
        funder = self.funder_model.record(row) if row >= 0 else None
        self._open(FunderDialog(self._tools, funder, self.window()))

    def _on_reverse(self) -> None:
        movement = self._chosen()
        if movement is not None:
            self._open(ReversalDialog(self._tools, movement, self.window()))

    def _on_forget(self) -> None:
        key = self.expectations.chosen()
        if not isinstance(key, UUID):
            return
        try:
            changes = self._tools.fund.remove_expectation(key)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self._on_written(changes)

    def _on_written(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Fonds enregistré"))


def _can_be_reversed(movement: FundMovement) -> bool:
    return not movement.is_reversed and movement.draft.kind is not FundMovementKind.REVERSAL


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
