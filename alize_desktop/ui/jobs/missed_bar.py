"""What a missed promise calls for: three buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.rules.job_letters import lacking, missed
from alize_desktop.rules.jobs import AGENDA, AMENDMENT, REMINDER
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.job_words import lacking_items, months_text
from alize_desktop.wording.names import list_text


class MissedBar(QWidget):
    """Says what lacks at which milestone; hidden while nothing was missed.

    Signals:
        asked: A button was pressed. Arg: what a missed promise calls for, see ``rules.jobs``.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs_missed")
        self.sentence = label("", Level.STRONG, wraps=True, role=Role.BAD)
        names = {
            REMINDER: self.tr("Écrire un rappel…"),
            AMENDMENT: self.tr("Proposer un avenant…"),
            AGENDA: self.tr("Inscrire à l’ordre du jour…"),
        }
        self.buttons: dict[str, KeyButton] = {}
        flow = FlowLayout(spacing=SPACE.related)
        for what, name in names.items():
            button = KeyButton(name)
            button.setObjectName(f"jobs_{what}")
            button.clicked.connect(lambda *_, what=what: self.asked.emit(what))
            flow.addWidget(button)
            self.buttons[what] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(self.sentence)
        column.addLayout(flow)

    def show_jobs(self, detail: JobsDetail) -> None:
        """Show what another dossier missed."""
        for what, button in self.buttons.items():
            show_if(button, shown=what in detail.proposals)
        show_if(self, shown=bool(detail.proposals))
        try:
            stone, seen = missed(detail)
        except UserError:
            return  # nothing was missed
        words = self.tr("▼\u00a0Promesse manquée au jalon de {months}\u00a0: il manque {lacks}.")
        lacks = list_text([*lacking_items(lacking(stone.promised, seen))])
        self.sentence.setText(words.format(months=months_text(stone.months), lacks=lacks))
