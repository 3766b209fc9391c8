"""What the buttons of missions do: each asks first, writes once, tells everybody."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import MissionEventKind, PaperKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import (
    DossierMissions,
    MissionDetail,
    MissionEvent,
    MissionEventDraft,
)
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.missions.actions import EVENTS, MissionAction
from alize_desktop.ui.missions.amendment_dialog import AmendmentPaperDialog
from alize_desktop.ui.missions.asking import said_of
from alize_desktop.ui.missions.confirm_dialog import ConfirmDialog
from alize_desktop.ui.missions.evaluate_dialog import EvaluateDialog
from alize_desktop.ui.missions.event_dialog import EventDialog
from alize_desktop.ui.missions.lenders import find_lenders
from alize_desktop.ui.missions.mission_dialogs import EditDialog, PrepareDialog
from alize_desktop.ui.missions.paper_card import DRAFT
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.widgets.form_dialog import FormDialog


class MissionDeeds(QObject):
    """Opens the dialog of an action, and says what was written.

    Args:
        tools: Services and surroundings.
        view: For which it writes; dialogs are about its window.

    Signals:
        said: A short message for the user. Arg: the text.
        prepared: A mission was prepared. Arg: its identifier.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        place_asked: Another place is to be shown. Arg: its key.
    """

    said = Signal(str)
    prepared = Signal(object)
    paper_asked = Signal(str, object)
    place_asked = Signal(object)

    def __init__(self, tools: MissionTools, view: QWidget) -> None:
        super().__init__(view)
        self._tools = tools
        self._view = view

    def prepare(
        self, dossier_id: UUID, missions: DossierMissions, partner_id: UUID | None = None
    ) -> None:
        """Ask what a mission is to be.

        Args:
            dossier_id: The dossier.
            missions: What it has already, and what was granted to it.
            partner_id: The partner proposed; the one that the decision names when None.
        """
        try:
            lenders = find_lenders(self._tools.services, dossier_id, missions)
            if not lenders.choices:
                self.said.emit(
                    self.tr("Aucun partenaire ne peut prêter\u00a0: ajoutez-en un d’abord.")
                )
                self.place_asked.emit("partners")
                return
            chosen = lenders.proposed(partner_id, missions.partner_id)
            sheet = self._tools.services.missions.propose(dossier_id, chosen)
        except UserError as error:
            show_error(self._window(), error, self._tools.log_file)
            return
        dialog = PrepareDialog(self._tools, dossier_id, lenders, sheet, self._window())
        dialog.written.connect(lambda _changes: self.prepared.emit(dialog.mission_id))
        self._open(dialog, self.tr("Mission préparée"))

    def do(
        self, action: MissionAction, detail: MissionDetail, chosen: MissionEvent | None = None
    ) -> None:
        """Ask what an action needs, then do it.

        Args:
            action: What was pressed.
            detail: The mission.
            chosen: Event that is looked at, None without any.
        """
        window, tools = self._window(), self._tools
        if action is MissionAction.EDIT:
            self._open(EditDialog(tools, detail, window), self.tr("Mission enregistrée"))
        elif action is MissionAction.CONFIRM:
            days = chosen.id if chosen and _is_days(chosen) else None
            self._open(ConfirmDialog(tools, detail, window, days), self.tr("Jours confirmés"))
        elif action is MissionAction.EVALUATE:
            self._open(EvaluateDialog(tools, detail, window), self.tr("Évaluation enregistrée"))
        else:
            self._record(EVENTS[action], detail)

    def take_back(self, event: MissionEvent, detail: MissionDetail) -> None:
        """Ask why an event is taken back."""
        self._record(MissionEventKind.REVERSAL, detail, event)

    def write_paper(self, kind: PaperKind | str, detail: MissionDetail) -> None:
        """Ask where a paper is to be written; first what changes, for an amendment to sign."""
        papers, mission_id = self._tools.services.mission_papers, detail.row.id
        if kind == DRAFT:
            dialog = AmendmentPaperDialog(self._tools, detail, self._window())
            dialog.paper_wanted.connect(partial(self._on_amendment_wanted, detail))
            dialog.open()
        elif kind is PaperKind.SECONDMENT:
            self._ask_paper("convention", detail, partial(papers.agreement, mission_id))
        elif kind is PaperKind.MISSION_AMENDMENT:
            self._ask_paper("avenant", detail, partial(papers.amendment, mission_id))
        else:
            self._ask_paper("feuille-de-jours", detail, partial(papers.sheet, mission_id))

    def _on_amendment_wanted(self, detail: MissionDetail, draft: MissionEventDraft) -> None:
        papers = self._tools.services.mission_papers
        self._ask_paper("avenant", detail, partial(papers.amendment, detail.row.id, draft=draft))

    def _ask_paper(self, what: str, detail: MissionDetail, write: object) -> None:
        self.paper_asked.emit(f"{what}-{detail.row.number}.pdf", write)

    def _record(
        self, kind: MissionEventKind, detail: MissionDetail, named: MissionEvent | None = None
    ) -> None:
        dialog = EventDialog(self._tools, detail, kind, self._window(), named)
        self._open(dialog, said_of(kind))

    def _open(self, dialog: FormDialog, said: str) -> None:
        dialog.written.connect(partial(self._on_written, said))
        dialog.open()

    def _on_written(self, said: str, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self._view)
        self.said.emit(said)

    def _window(self) -> QWidget:
        return self._view.window()


def _is_days(event: MissionEvent) -> bool:
    return event.draft.kind is MissionEventKind.DAYS_DONE
