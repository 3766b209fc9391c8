"""The missions of a dossier: their list, then the one that is chosen."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import DossierMissions, MissionEvent, MissionRow
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.missions.actions import MissionAction
from alize_desktop.ui.missions.columns import LESSER, dossier_model
from alize_desktop.ui.missions.deeds import MissionDeeds
from alize_desktop.ui.missions.mission_pane import MissionPane
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.mission_lists import granted_text

_PREPARE = "Ctrl+M"


class MissionsView(QWidget):
    """Reads the missions of the dossier it is given; writes what is pressed.

    Signals:
        said: A short message for the user. Arg: the text.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        place_asked: Another place is to be shown. Arg: its key.
    """

    said = Signal(str)
    paper_asked = Signal(str, object)
    place_asked = Signal(object)

    def __init__(self, tools: MissionTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._dossier_id: UUID | None = None
        self._missions: DossierMissions | None = None
        self._wanted: UUID | None = None
        self._is_outdated = False
        self.deeds = MissionDeeds(tools, self)
        self.list: ListCard[MissionRow] = ListCard(
            self.tr("Missions"),
            dossier_model(),
            self.tr(
                "Aucune mission. Préparez-en une\u00a0: un partenaire prête une personne à "
                "l’entreprise, pour des jours que le comité a accordés."
            ),
            LESSER,
        )
        self.prepare_button = self.list.add_button(
            self.tr("Préparer une mission…"), "mission_prepare"
        )
        self.prepare_button.set_key(_PREPARE)
        self.granted = label("", Level.SOFT, wraps=True)
        self.granted.setObjectName("missions_granted")
        self.list.body.addWidget(self.granted)
        self._nothing = label("", Level.SOFT, wraps=True)
        self._nothing.setObjectName("missions_nothing")
        self.pane = MissionPane()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.group)
        for each in (self._nothing, self.list, self.pane):
            column.addWidget(each)
        column.addStretch(1)
        self._connect()

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Show the missions of a dossier; None for one that is not written yet."""
        self._dossier_id = dossier_id
        self._is_outdated = False
        self._missions = None
        if dossier_id is not None:
            try:
                self._missions = self._tools.services.missions.of_dossier(dossier_id)
            except UserError as error:
                show_error(self.window(), error, self._tools.log_file)
        self._show()

    def show_mission(self, mission_id: UUID) -> bool:
        """Choose a mission of the dossier shown; return whether it is one of them."""
        return self.list.table.choose(mission_id)

    def prepare(self, partner_id: UUID | None = None) -> None:
        """Ask what a mission of the dossier shown is to be.

        Args:
            partner_id: The partner proposed; the one that the decision names when None.
        """
        if self._dossier_id is not None and self._missions is not None:
            self.deeds.prepare(self._dossier_id, self._missions, partner_id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _show(self) -> None:
        missions = self._missions
        self._show_nothing(missions)
        rows = missions.rows if missions else ()
        may_prepare = missions is not None and missions.is_approved
        show_if(self.list, shown=bool(rows) or may_prepare)
        show_if(self.prepare_button, shown=may_prepare)
        self.prepare_button.set_kind(Kind.SECONDARY if rows else Kind.PRIMARY)
        told = granted_text(missions.granted_days, rows) if missions else ""
        self.granted.setText(told)
        show_if(self.granted, shown=bool(told))
        self.list.show_rows(rows)
        if self._wanted is not None and self.show_mission(self._wanted):
            self._wanted = None
        self._show_chosen()

    def _show_nothing(self, missions: DossierMissions | None) -> None:
        show_if(self._nothing, shown=missions is None or not missions.is_approved)
        words = self.tr("Enregistrez d’abord le dossier\u00a0: ses missions se prépareront ici.")
        if missions is not None:
            words = self.tr(
                "Le comité n’a pas accordé de jours de compétences à ce dossier. Une fois qu’il "
                "l’aura fait, ses missions se prépareront ici."
            )
        self._nothing.setText(words)

    def _show_chosen(self) -> None:
        row = self.list.chosen()
        show_if(self.pane, shown=row is not None)
        if row is None:
            return
        services = self._tools.services
        try:
            detail = services.missions.detail(row.id)
            offers = () if row.is_history else services.mission_papers.available(row.id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.pane.show_detail(detail, offers)

    def _connect(self) -> None:
        self.prepare_button.clicked.connect(lambda *_: self.prepare())
        self.list.table.row_chosen.connect(self._on_chosen)
        self.pane.action_asked.connect(self._on_action)
        self.pane.reversal_asked.connect(self._on_reversal)
        self.pane.paper_asked.connect(self._on_paper)
        self.deeds.prepared.connect(self._on_prepared)
        self.deeds.said.connect(self.said)
        self.deeds.paper_asked.connect(self.paper_asked)
        self.deeds.place_asked.connect(self.place_asked)
        self._tools.bus.changed.connect(self._on_changed)

    def _refresh(self) -> None:
        if self._is_outdated:
            self.show_dossier(self._dossier_id)

    def _on_chosen(self, mission_id: object) -> None:
        if mission_id != self.pane.mission_id:
            self._show_chosen()

    def _on_action(self, action: MissionAction) -> None:
        if self.pane.detail is not None:
            self.deeds.do(action, self.pane.detail, self.pane.chosen_event())

    def _on_reversal(self, event: MissionEvent) -> None:
        if self.pane.detail is not None:
            self.deeds.take_back(event, self.pane.detail)

    def _on_paper(self, kind: PaperKind | str) -> None:
        if self.pane.detail is not None:
            self.deeds.write_paper(kind, self.pane.detail)

    def _on_prepared(self, mission_id: UUID) -> None:
        self._wanted = mission_id

    def _on_changed(self, changes: Changes, _source: object) -> None:
        touched = changes.results or changes.people or changes.money
        touched = touched or self._dossier_id in changes.dossiers
        self._is_outdated = self._is_outdated or touched
        if self.isVisible():
            self._refresh()
