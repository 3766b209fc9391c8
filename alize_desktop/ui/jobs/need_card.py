"""The need in the company's words, the one that the appraisal found, and its note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.jobs import Diagnosis, JobsDetail
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label, rule
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import long_date


class NeedCard(Card):
    """Both needs, the last note whole, the earlier ones beneath.

    Signals:
        note_asked: A note is to be written.
    """

    note_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Besoin exprimé, besoin diagnostiqué"), parent)
        self.setObjectName("jobs_need")
        self._expressed = label("", wraps=True)
        self._diagnosed = label("", wraps=True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        named = (
            (self.tr("Exprimé par l’entreprise"), self._expressed),
            (self.tr("Trouvé par l’instruction"), self._diagnosed),
        )
        for column, (name, text) in enumerate(named):
            grid.addWidget(label(name, Level.CAPTION), 0, column)
            grid.addWidget(text, 1, column)
        self.body.addLayout(grid)
        self.body.addWidget(rule())
        self._notes = QWidget()
        self.body.addWidget(self._notes)
        self.write = KeyButton(self.tr("Écrire une note de diagnostic…"))
        self.write.setObjectName("jobs_write_note")
        self.write.clicked.connect(self.note_asked)
        self.body.addWidget(self.write)

    def show_jobs(self, detail: JobsDetail) -> None:
        """Show the needs of another dossier."""
        unsaid = self.tr("Rien n’est écrit\u00a0: complétez l’onglet Projet.")
        self._expressed.setText(detail.expressed.strip() or unsaid)
        self._diagnosed.setText(detail.diagnosed.strip() or unsaid)
        self._show_notes(detail.diagnosis)

    def _show_notes(self, notes: Sequence[Diagnosis]) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        if not notes:
            words = self.tr(
                "Aucune note de diagnostic. Elle garde les deux besoins tels qu’ils sont ce jour-là."
            )
            column.addWidget(label(words, Level.SOFT, wraps=True))
        for rank, each in enumerate(notes):
            column.addWidget(label(self._heading(each, is_last=rank == 0), Level.CAPTION))
            column.addWidget(label(each.note, Level.SOFT if rank else Level.BODY, wraps=True))
        self.body.replaceWidget(self._notes, fresh)
        show_if(fresh, shown=True)
        self._notes.deleteLater()
        self._notes = fresh

    def _heading(self, note: Diagnosis, *, is_last: bool) -> str:
        """Return when a note was written and by whom, with the needs that were others then."""
        words = (
            self.tr("Note du {day}, {author}")
            if is_last
            else self.tr(
                "Note précédente, du {day}, {author}. Besoin diagnostiqué alors\u00a0: {need}"
            )
        )
        return words.format(
            day=long_date(note.written_on),
            author=note.author,
            need=note.diagnosed or self.tr("non écrit"),
        )
