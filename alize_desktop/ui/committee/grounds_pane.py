"""Why: the grounds of a refusal or of a deferral, and the documents asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.wording.standard_texts import (
    REFUSAL_REASONS,
    refusal_grounds,
    split_refusal,
)


class GroundsPane(QWidget):
    """The grounds in the committee's words.

    Signals:
        changed: At each keystroke.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reasons = [(each, each) for each in REFUSAL_REASONS]
        self._reason: ChoiceField[str] = ChoiceField(
            self.tr("Motif du refus"), reasons, empty=self.tr("Autre, à écrire")
        )
        self._reason.box.setObjectName("decision_reason")
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
        card.body.addWidget(self._reason)
        card.body.addWidget(self._grounds)
        card.body.addWidget(self._documents)
        card.body.addWidget(key)
        whole = column(self)
        whole.addWidget(card)
        self._reason.edited.connect(self._on_typed)
        self._grounds.edit.textChanged.connect(self._on_typed)
        self._documents.edit.textEdited.connect(self._on_typed)

    def clear(self) -> None:
        """Forget what was written."""
        self.write("", "")

    def write(self, grounds: str, documents_asked: str) -> None:
        """Replace what is written."""
        reason, text = split_refusal(grounds)
        self._reason.set_value(reason or None)
        self._grounds.set_value(text)
        self._documents.set_value(documents_asked)

    def show_for(self, outcome: DecisionOutcome) -> None:
        """Ask for what an outcome needs."""
        is_refusal = outcome is DecisionOutcome.REJECTED
        self._reason.setVisible(is_refusal)
        if not is_refusal:
            self._reason.set_value(None)
        needed = outcome is DecisionOutcome.DEFERRED
        self._grounds.set_required(required=needed)
        if is_refusal:
            self._grounds.caption().setText(self.tr("Précisions"))
        self._documents.setVisible(outcome is DecisionOutcome.DEFERRED)

    def ask_reason(self, *, needed: bool) -> None:
        """Say that the grounds are why more is granted than the fund can lend, or not."""
        if not self._documents.isHidden() or not self._reason.isHidden():
            return
        self._grounds.set_required(required=needed)
        if needed:
            self._grounds.caption().setText(self.tr("Motif du dépassement du fonds"))

    def grounds(self) -> str:
        """Return the grounds as they are typed at this instant."""
        return refusal_grounds(self._reason.value() or "", self._grounds.edit.toPlainText())

    def documents_asked(self) -> str:
        """Return the documents asked, as they are typed at this instant."""
        return self._documents.edit.text().strip()

    def take_keyboard(self) -> None:
        """Let the grounds be typed; those of a refusal begin with a reason of the list."""
        field = self._grounds if self._reason.isHidden() else self._reason
        field.focus_control()

    def _on_typed(self, *_text: object) -> None:
        self.changed.emit()
