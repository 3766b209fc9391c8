"""Asks why a dossier changes state, when the committee's rules want to know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word_of


class StateReasonDialog(QDialog):
    """One field, and two buttons. Open it with ``open``.

    Signals:
        given: The reason was confirmed. Arg: the text, not empty.
    """

    given = Signal(object)

    def __init__(self, company: str, state: DossierState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changer l’état"))
        self.setMinimumWidth(460)
        self.reason = LongTextField(
            self.tr("Motif"),
            required=True,
            hint=self.tr("Il restera dans le journal du dossier."),
        )
        self.confirm = KeyButton(self.tr("Changer l’état"), "Ctrl+Return", Kind.PRIMARY)
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        self.confirm.clicked.connect(self._on_confirmed)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        sentence = self.tr("{company} passe à l’état « {state} ».")
        heading = sentence.format(company=company, state=word_of(state))
        column.addWidget(label(heading, Level.HEADING, wraps=True))
        column.addWidget(self.reason)
        column.addLayout(buttons)

    def _on_confirmed(self) -> None:
        if self.reason.commit():
            self.given.emit(self.reason.value().strip())
            self.accept()
