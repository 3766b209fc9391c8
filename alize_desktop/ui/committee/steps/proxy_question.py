"""A proxy in the roll call: who holds it, then how the paper was received."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.picker import MemberPicker
from alize_desktop.ui.committee.steps.written_proxy import WrittenProxy


class ProxyQuestion(QWidget):
    """Asks both, one after the other.

    Signals:
        answered: Args: the holder, how the paper was received (empty while it was not).
        cancelled: Escape was pressed.
    """

    answered = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder: Member | None = None
        self._picker = MemberPicker("", "holder")
        self._written = WrittenProxy()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._picker)
        self._stack.addWidget(self._written)
        column(self).addWidget(self._stack)
        self._picker.picked.connect(self._on_picked)
        self._picker.cancelled.connect(self.cancelled)
        self._written.entered.connect(self._on_entered)
        self._written.cancelled.connect(self.cancelled)

    def ask(self, giver: Member, others: Sequence[Member]) -> None:
        """Ask who holds the proxy of a member, and take the keyboard."""
        self._holder = None
        self._stack.setCurrentWidget(self._picker)
        question = self.tr("Qui tient le pouvoir de {giver} ?")
        self._picker.ask(question.format(giver=full_name(giver)), others)

    def _on_picked(self, holder: Member) -> None:
        self._holder = holder
        self._stack.setCurrentWidget(self._written)
        self._written.ask(holder)

    def _on_entered(self, document: str) -> None:
        if self._holder is not None:
            self.answered.emit(self._holder, document)
