"""The question that follows a proxy in the roll call: how was it received?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.keys import ActionButton, as_digits
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.steps.proxy_document import ProxyDocument
from alize_desktop.ui.widgets.labels import Level, label


class WrittenProxy(QWidget):
    """A digit answers at once; Enter says that the paper is still to come.

    Signals:
        entered: Arg: how it was received, empty while it was not.
        cancelled: Escape was pressed.
    """

    entered = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("written_proxy")
        self._who = label("", Level.STRONG, wraps=True)
        self._document = ProxyDocument()
        later = ActionButton(self.tr("Pas encore reçu"), "Return")
        later.setObjectName("proxy_document_later")
        later.clicked.connect(self._answer)
        keys = row()
        keys.addWidget(later)
        keys.addStretch(1)
        whole = column(self, gap=12)
        whole.addWidget(self._who)
        whole.addWidget(self._document)
        whole.addLayout(keys)
        whole.addStretch(1)
        self._document.changed.connect(self._answer)

    def ask(self, holder: Member) -> None:
        """Ask, and take the keyboard."""
        self._document.clear()
        self._who.setText(self.tr("Pouvoir à {holder}").format(holder=full_name(holder)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key: none of them may act on the roll meanwhile."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not self._document.choose(as_digits(event.text())) and not event.text():
            super().keyPressEvent(event)

    def _answer(self, *_checked: bool) -> None:
        self.entered.emit(self._document.value())
