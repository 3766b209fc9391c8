"""The question « Quand pourrons-nous prêter tant ? », answered at each keystroke."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.amounts import money_short, parse_money

USUAL: Final = Money(15_000_00)
"""Proposed first: the usual most of an advance."""


class LendingQuestion(QWidget):
    """A sentence with an amount to type in it, and the answer beneath.

    Signals:
        asked: Another amount is asked for. Arg: it.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = USUAL
        self.edit = QLineEdit(money_short(USUAL).removesuffix("\u00a0€"))
        self.edit.setObjectName("lending_amount")
        self.edit.setAccessibleName(self.tr("Montant à prêter, en euros"))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setFont(with_figures(self.edit.font()))
        self.edit.setFixedWidth(scaled(120))
        self.answer = label("", Level.HEADING, wraps=True)
        self.answer.setObjectName("lending_answer")
        row = QHBoxLayout()
        row.setSpacing(SPACE.related)
        before = label(self.tr("Quand pourrons-nous prêter"), Level.STRONG)
        before.setBuddy(self.edit)
        row.addWidget(before)
        row.addWidget(self.edit)
        row.addWidget(label(self.tr("€\u00a0?"), Level.STRONG))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addLayout(row)
        column.addWidget(self.answer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.edit.textEdited.connect(self._on_typed)

    def show_answer(self, text: str, *, is_possible: bool) -> None:
        """Answer the question."""
        self.answer.setText(text)
        set_role(self.answer, Role.GOOD if is_possible else Role.BAD)

    def _on_typed(self, text: str) -> None:
        try:
            amount = parse_money(text)
        except UserError:
            amount = ZERO
        if amount <= ZERO:
            self.answer.setText(self.tr("Tapez un montant."))
            set_role(self.answer, None)
            return
        self.amount = amount
        self.asked.emit(amount)
