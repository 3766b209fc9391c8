"""What the buttons of the jobs of a dossier do: each asks first, writes once, tells everybody."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobObservation, JobOpening, JobsDetail
from alize_desktop.models.records.meetings import MeetingRow
from alize_desktop.rules.jobs import AGENDA, AMENDMENT
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.jobs.agenda_dialog import AgendaDialog
from alize_desktop.ui.jobs.diagnosis_dialog import DiagnosisDialog
from alize_desktop.ui.jobs.observe_dialog import ObserveDialog
from alize_desktop.ui.jobs.opening_dialog import OpeningDialog
from alize_desktop.ui.jobs.promise_dialog import PromiseDialog
from alize_desktop.ui.jobs.reversal_dialog import ReversalDialog
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.form_dialog import FormDialog


class JobDeeds(QObject):
    """Opens the dialog of an action, and says what was written.

    Args:
        tools: Services and surroundings.
        view: For which it writes; dialogs are about its window.

    Signals:
        said: A short message for the user. Arg: the text.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        place_asked: Another place is to be shown. Arg: its key.
    """

    said = Signal(str)
    paper_asked = Signal(str, object)
    place_asked = Signal(object)

    def __init__(self, tools: JobTools, view: QWidget) -> None:
        super().__init__(view)
        self._tools = tools
        self._view = view

    def write_note(self, detail: JobsDetail) -> None:
        """Ask for a diagnosis note."""
        self._open(
            DiagnosisDialog(self._tools, detail, self._window()), self.tr("Note enregistrée")
        )

    def edit_promise(self, detail: JobsDetail, rank: int | None) -> None:
        """Ask for a line of what is promised; None for a new one."""
        dialog = PromiseDialog(self._tools, detail, rank, self._window())
        self._open(dialog, self.tr("Promesse enregistrée"))

    def remove_promise(self, detail: JobsDetail, rank: int) -> None:
        """Take a line of what is promised away, once that is confirmed."""
        lines = [each for number, each in enumerate(detail.promises) if number != rank]
        save = partial(
            self._tools.services.jobs.save_promises,
            detail.dossier_id,
            lines,
            detail.promises_revision,
        )
        confirm(
            self._window(),
            self.tr("Retirer cette promesse\u00a0?"),
            self.tr("Retirer"),
            lambda: self._do(save, self.tr("Promesse retirée")),
        )

    def observe(self, detail: JobsDetail, months: int | None) -> None:
        """Ask what was seen."""
        documents = self._tools.services.dossiers.detail(detail.dossier_id).documents
        dialog = ObserveDialog(self._tools, detail, documents, months, self._window())
        self._open(dialog, self.tr("Constat enregistré"))

    def reverse(self, observation: JobObservation) -> None:
        """Ask why an observation is taken back."""
        dialog = ReversalDialog(self._tools, observation, self._window())
        self._open(dialog, self.tr("Constat annulé"))

    def edit_opening(self, opening: JobOpening) -> None:
        """Ask for a job that is offered, new or changed."""
        partners = self._tools.services.people.partners()
        dialog = OpeningDialog(self._tools, opening, partners, self._window())
        self._open(dialog, self.tr("Offre d’emploi enregistrée"))

    def remove_opening(self, opening: JobOpening) -> None:
        """Take an opening away, once that is confirmed."""
        remove = partial(self._tools.services.jobs.remove_opening, opening.id, opening.revision)
        confirm(
            self._window(),
            self.tr("Retirer l’offre «\u00a0{title}\u00a0»\u00a0?").format(title=opening.title),
            self.tr("Retirer"),
            lambda: self._do(remove, self.tr("Offre d’emploi retirée")),
        )

    def answer_missed(self, what: str, detail: JobsDetail) -> None:
        """Do what a missed promise calls for. See ``rules.jobs.proposals``."""
        if what == AMENDMENT:
            words = self.tr(
                "Ajoutez le dossier {number} à une séance\u00a0: son avenant s’y décide."
            )
            self.said.emit(words.format(number=detail.number))
            self.place_asked.emit("meetings")
        elif what == AGENDA:
            self._put_on_agenda(detail)
        else:
            name = f"rappel-emplois-{detail.number}.pdf"
            write = partial(self._tools.services.job_papers.reminder, detail.dossier_id)
            self.paper_asked.emit(name, write)

    def _put_on_agenda(self, detail: JobsDetail) -> None:
        meetings = self._meetings_to_come()
        if meetings:
            dialog = AgendaDialog(self._tools, detail, meetings, self._window())
            self._open(dialog, self.tr("Inscrit à l’ordre du jour"))
        else:
            self.said.emit(self.tr("Aucune séance n’est prévue\u00a0: préparez-en une d’abord."))
            self.place_asked.emit("meetings")

    def _meetings_to_come(self) -> list[MeetingRow]:
        prepared = (MeetingState.PREPARATION, MeetingState.CONVENED)
        rows = [each for each in self._tools.services.meetings.rows() if each.state in prepared]
        return sorted(rows, key=lambda each: each.draft.held_on)

    def _open(self, dialog: FormDialog, said: str) -> None:
        dialog.written.connect(partial(self._on_written, said))
        dialog.open()

    def _do(self, write: "partial[Changes]", said: str) -> None:
        try:
            changes = write()
        except UserError as error:
            show_error(self._window(), error, self._tools.log_file)
            return
        self._on_written(said, changes)

    def _on_written(self, said: str, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self._view)
        self.said.emit(said)

    def _window(self) -> QWidget:
        return self._view.window()
