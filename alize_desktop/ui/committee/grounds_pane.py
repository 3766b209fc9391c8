"""Why: the grounds of a refusal or of a deferral, and the documents asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField


class GroundsPane(QWidget):
    """The grounds in the committee's words.

    Signals:
        changed: At each keystroke.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grounds = LongTextField(self.tr("Motif"), lines=2)
        self._grounds.edit.setObjectName("decision_grounds")
        self._documents = TextField(
            self.tr("Pièces demandées"),
            placeholder=self.tr("par exemple : bilan 2025, devis signé"),
        )
        self._documents.edit.setObjectName("decision_documents")
        key = ActionButton(self.tr("Écrire le motif"), "G")
        key.setObjectName("decision_grounds_key")
        key.clicked.connect(self.take_keyboard)
        card = Card()
        card.body.addWidget(self._grounds)
        card.body.addWidget(self._documents)
        card.body.addWidget(key)
        whole = column(self)
        whole.addWidget(card)
        self._grounds.edit.textChanged.connect(self._on_typed)
        self._documents.edit.textEdited.connect(self._on_typed)

    def clear(self) -> None:
        """Forget what was written."""
        self.write("", "")

    def write(self, grounds: str, documents_asked: str) -> None:
        """Replace what is written."""
        self._grounds.set_value(grounds)
        self._documents.set_value(documents_asked)

    def show_for(self, outcome: DecisionOutcome) -> None:
        """Ask for what an outcome needs."""
        needed = outcome in (DecisionOutcome.REJECTED, DecisionOutcome.DEFERRED)
        self._grounds.set_required(required=needed)
        self._documents.setVisible(outcome is DecisionOutcome.DEFERRED)

    def grounds(self) -> str:
        """Return the grounds as they are typed at this instant."""
        return self._grounds.edit.toPlainText().strip()

    def documents_asked(self) -> str:
        """Return the documents asked, as they are typed at this instant."""
        return self._documents.edit.text().strip()

    def take_keyboard(self) -> None:
        """Let the grounds be typed."""
        self._grounds.focus_control()

    def _on_typed(self, *_text: object) -> None:
        self.changed.emit()
