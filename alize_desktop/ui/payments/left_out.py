"""What is due and cannot go in the file, each with its reason."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.payment_files import PaymentLeftOut
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.errors import message_of

_HEIGHT: Final = 122


class LeftOutList(QWidget):
    """A heading, then two lines a payment; hidden when the file can hold everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = scrolled(QWidget())
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setMaximumHeight(scaled(_HEIGHT))
        title = self.tr("Ne peuvent pas aller dans le fichier")
        self._area.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(label(title, Level.STRONG, role=Role.WAITING))
        column.addWidget(self._area)

    def show_payments(self, payments: Sequence[PaymentLeftOut]) -> None:
        """Show these, in the place of those shown before."""
        content = QWidget()
        content.setProperty("ground", "none")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.related, 0)
        column.setSpacing(SPACE.tight)
        for each in payments:
            who = f"{each.number} · {each.company} · {money_text(each.amount)}"
            column.addWidget(label(who, wraps=True))
            column.addWidget(label(message_of(each.refusal), Level.SOFT, wraps=True))
        column.addStretch(1)
        self._area.setWidget(content)
        show_if(self, shown=bool(payments))
