"""The page Mouvements: what entered and left, the funders, what is expected."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import FundMovement
from alize_desktop.ui.fund.movement_dialogs import MovementDialog, ReversalDialog
from alize_desktop.ui.fund.movement_table import MovementRow, movement_model, rows_of, total_of
from alize_desktop.ui.fund.side_panel import SidePanel
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.names import counted

_SIDE: Final = 428
_SIDE_SHARE: Final = 38
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
        self.table = GivingTable(self.model, self.tr("Mouvements du fonds"), ("author", "kind"))
        self.total = label("", Level.STRONG, wraps=True)
        self.total.setObjectName("movement_total")
        self.new = KeyButton(
            self.tr("Enregistrer un mouvement…"), "Ctrl+N", Kind.PRIMARY, icon="plus"
        )
        self.new.setObjectName("movement_new")
        self.reverse = KeyButton(self.tr("Annuler ce mouvement…"))
        self.reverse.setObjectName("movement_reverse")
        self.side = SidePanel(tools)
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
        self.side.refresh()
        if rows:
            self.table.choose(chosen if self.model.row_of(chosen) >= 0 else rows[0].movement.id)
        self._show_possible()

    def take_keyboard(self) -> None:
        """Give the keyboard to the movements, or to the button that records the first."""
        first = self.table if self.model.rows else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = min(scaled(_SIDE), self.width() * _SIDE_SHARE // 100)
        self._side_area.setFixedWidth(side)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        buttons = FlowLayout(spacing=SPACE.related)
        buttons.addWidget(self.new)
        buttons.addWidget(self.reverse)
        head.addLayout(buttons)
        foot = frame(Ground.BOTTOM)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
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
        self._side_area = scrolled(self.side)
        row.addWidget(self._side_area)

    def _connect(self) -> None:
        self.new.clicked.connect(lambda *_: self._on_new())
        self.reverse.clicked.connect(lambda *_: self._on_reverse())
        self.table.row_chosen.connect(lambda _key: self._show_possible())
        self.side.written.connect(self._on_written)

    def _show_total(self, rows: Sequence[MovementRow]) -> None:
        moved, opening = total_of(rows), self._tools.fund.opening()
        words = self.tr("{count}\u00a0: {total}")
        if opening:
            words = self.tr("{count}\u00a0: {total}, et {opening} au départ, soit {whole}")
        text = words.format(
            count=counted(len(rows), self.tr("mouvement"), self.tr("mouvements")),
            total=money_text(moved),
            opening=money_text(opening),
            whole=money_text(opening + moved),
        )
        self.total.setText(text)

    def _show_possible(self) -> None:
        movement = self._chosen()
        self.reverse.setEnabled(movement is not None and _can_be_reversed(movement))

    def _chosen(self) -> FundMovement | None:
        row = self.model.row_of(self.table.chosen())
        return self.model.record(row).movement if row >= 0 else None

    def _open(self, dialog: FormDialog, said: str) -> None:
        dialog.written.connect(lambda changes: self._on_written(changes, said))
        dialog.open()

    def _on_new(self) -> None:
        dialog = MovementDialog(self._tools, self.window())
        self._open(dialog, self.tr("Mouvement enregistré"))

    def _on_reverse(self) -> None:
        movement = self._chosen()
        if movement is not None:
            dialog = ReversalDialog(self._tools, movement, self.window())
            self._open(dialog, self.tr("Mouvement annulé"))

    def _on_written(self, changes: Changes, said: str) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(said)


def _can_be_reversed(movement: FundMovement) -> bool:
    return not movement.is_reversed and movement.draft.kind is not FundMovementKind.REVERSAL
