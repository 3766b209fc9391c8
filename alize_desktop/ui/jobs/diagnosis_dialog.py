"""The dialog where a diagnosis note is written."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.form_dialog import FormDialog


class DiagnosisDialog(FormDialog):
    """Asks what the appraisal found; the last note is proposed, and stays in the registry."""

    def __init__(self, tools: JobTools, detail: JobsDetail, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Écrire une note de diagnostic"),
            self.tr("Enregistrer la note"),
            parent,
            sentence=self.tr(
                "Elle est gardée avec le besoin exprimé et le besoin diagnostiqué tels qu’ils "
                "sont aujourd’hui. Les notes précédentes restent."
            ),
        )
        self._tools = tools
        self._detail = detail
        self.note = self.form.add(
            LongTextField(self.tr("Ce que l’instruction a trouvé"), lines=8, required=True),
            wide=True,
        )
        self.note.set_value(detail.diagnosis[0].note if detail.diagnosis else "")
        self.ask_author(tools.author(), tools.keep_author)

    @override
    def write(self) -> Changes:
        jobs = self._tools.services.jobs
        return jobs.write_diagnosis(self._detail.dossier_id, self.note.value(), self.author_text())
