"""The dialog that takes an observation back."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobObservation
from alize_desktop.rules.jobs import counts_of
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.job_words import seen_text


class ReversalDialog(FormDialog):
    """Asks why an observation is taken back; both stay in the registry."""

    def __init__(
        self, tools: JobTools, observation: JobObservation, parent: QWidget | None = None
    ) -> None:
        words = self.tr("Constat du {day}\u00a0: {told}. Il reste dans le registre, barré.")
        draft = observation.draft
        super().__init__(
            self.tr("Annuler ce constat"),
            self.tr("Annuler le constat"),
            parent,
            sentence=words.format(
                day=long_date(draft.observed_on), told=seen_text(counts_of(draft))
            ),
            kind=Kind.DANGER,
        )
        self._tools, self._observation = tools, observation
        self.reason = self.form.add(TextField(self.tr("Pourquoi"), required=True), wide=True)
        self.ask_author(tools.author(), tools.keep_author)

    @override
    def write(self) -> Changes:
        jobs = self._tools.services.jobs
        return jobs.reverse(self._observation.id, self.reason.value(), self.author_text())
