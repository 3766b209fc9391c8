"""The advances: the list on the left, one of them on the right."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.advances import AdvanceQuery, AdvanceRow
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.advances.actions import AdvanceAction, reversible
from alize_desktop.ui.advances.advance_list import AdvanceList
from alize_desktop.ui.advances.deeds import AdvanceDeeds
from alize_desktop.ui.advances.exports import AdvanceExports
from alize_desktop.ui.advances.pane import AdvancePane
from alize_desktop.ui.advances.papers import PaperChoice
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.splitter import RememberedSplitter
from alize_desktop.ui.widgets.visibility import is_looked_at

_FEW = 5
"""Advances changed at once that are read one by one."""


class AdvancesScreen(QWidget):
    """Lists the advances and records what happens to one.

    Args:
        tools: Services and surroundings.

    Signals:
        said: A short message for the user. Arg: the text.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        schedules_asked: Every schedule is to be written. Arg: what writes them in a folder.
        dossier_papers_asked: The papers of a dossier are asked for. Arg: its identifier.
        meetings_asked: The meetings are to be shown.
    """

    said = Signal(str)
    paper_asked = Signal(str, object)
    schedules_asked = Signal(object)
    dossier_papers_asked = Signal(object)
    meetings_asked = Signal()

    def __init__(self, tools: AdvanceTools) -> None:
        super().__init__()
        self._tools = tools
        self._rows: tuple[AdvanceRow, ...] = ()
        self._is_stale = False
        self._stale: frozenset[UUID] = frozenset()
        self._asked: UUID | None = None
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.list = AdvanceList()
        self.pane = AdvancePane(tools.local)
        self.deeds = AdvanceDeeds(tools, self)
        self._exports = AdvanceExports(tools, self)
        self._none = EmptyState(self.tr("Choisissez une avance dans la liste pour la lire ici."))
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.pane)
        self._empty = EmptyState(
            self.tr(
                "Aucune avance n’a encore été accordée. Une avance naît de la décision du "
                "comité\u00a0: tenez une séance, enregistrez la décision, l’avance viendra ici."
            ),
            self.tr("Voir les séances"),
            parent=self,
        )
        panes = ((self.list, 642), (self._right, 540))
        self._splitter = RememberedSplitter("advances", tools.window, panes, growing=(0, 1))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._reading.strip)
        whole.addWidget(self.deeds.reading.strip)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the advances again, keeping the one looked at."""
        self._is_stale, self._stale = False, frozenset()
        self._read_on = self._tools.today()
        query = AdvanceQuery(on=self._read_on)
        self._reading.ask(partial(self._tools.advances.list, query), self._show_rows)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, or to the one button when there is none."""
        shown = self.list.table if self._rows else self._empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_advance(self, dossier_id: UUID) -> None:
        """Look at an advance."""
        self.list.clear_filters()
        self._asked = dossier_id if self._reading.is_busy else None
        if self.list.select(dossier_id):
            self._show(dossier_id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and is_looked_at(self):
            self._catch_up()

    def _connect(self) -> None:
        self.list.advance_chosen.connect(self._show)
        self.list.advance_opened.connect(lambda _key: self.pane.take_keyboard())
        self.list.import_asked.connect(lambda: self.deeds.ask_statement(self._rows))
        self.list.export_asked.connect(self._on_export_asked)
        self._exports.paper_asked.connect(self.paper_asked)
        self._exports.schedules_asked.connect(self.schedules_asked)
        self.pane.action_asked.connect(self._on_action)
        self.pane.history.event_opened.connect(self._on_event_opened)
        self.pane.schedule.workbook_asked.connect(self._on_workbook_asked)
        self._empty.requested.connect(self.meetings_asked)
        self.deeds.written.connect(self._on_written)
        self.deeds.said.connect(self.said)
        self.deeds.paper_asked.connect(self._on_paper_asked)
        self.deeds.dossier_papers_asked.connect(self.dossier_papers_asked)
        self._tools.bus.changed.connect(self._on_changed)

    def _catch_up(self) -> None:
        """Read what changed while nobody looked, or everything on another day."""
        if self._is_stale or self._read_on != self._tools.today():
            self.refresh()
        elif self._stale:
            self._read_some(self._stale)

    def _show_rows(self, rows: tuple[AdvanceRow, ...]) -> None:
        self._rows = rows
        self._stack.setCurrentWidget(self._splitter if rows else self._empty)
        wanted, self._asked = self._asked or self.pane.dossier_id, None
        self._show(self.list.show_rows(rows, wanted))

    def _show(self, dossier_id: UUID | None) -> None:
        if dossier_id is None:
            self._right.setCurrentWidget(self._none)
            return
        try:
            detail = self._tools.advances.detail(dossier_id, self._tools.today())
        except UserError as error:
            self._right.setCurrentWidget(self._none)
            show_error(self, error, self._tools.log_file)
            return
        self.pane.show_detail(detail)
        self._right.setCurrentWidget(self.pane)

    def _on_action(self, action: AdvanceAction) -> None:
        detail = self.pane.detail
        if detail is None:
            return
        if action is AdvanceAction.PAPERS:
            button = self.pane.actions_bar.button(action)
            self.deeds.show_papers(detail, button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.deeds.do(action, detail)

    def _on_event_opened(self, event_id: object) -> None:
        """Offer to take back the event that was opened, when it can be."""
        detail = self.pane.detail
        if detail is None:
            return
        if any(each.id == event_id for each in reversible(detail, AdvanceAction.REVERSE)):
            self.deeds.take_back(AdvanceAction.REVERSE, detail, event_id)

    def _on_workbook_asked(self) -> None:
        if self.pane.detail is not None:
            self._exports.ask_workbook(self.pane.detail.row)

    def _on_export_asked(self) -> None:
        button = self.list.export
        self._exports.show_menu(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_paper_asked(self, choice: PaperChoice) -> None:
        self.paper_asked.emit(choice.name, choice.export)

    def _on_written(self, changes: Changes) -> None:
        self._read_some(changes.dossiers)

    def _read_some(self, dossiers: frozenset[UUID]) -> None:
        """Read again what was changed: hundreds of others stay as they are."""
        if len(dossiers) > _FEW or self._reading.is_busy:
            self.refresh()
            return
        self._stale = frozenset()
        rows = {each.dossier_id: each for each in self._rows if each.dossier_id not in dossiers}
        found = (self._tools.advances.row(each, self._tools.today()) for each in dossiers)
        rows.update((each.dossier_id, each) for each in found if each is not None)
        self._show_rows(tuple(sorted(rows.values(), key=lambda each: each.number)))

    def _on_changed(self, changes: Changes, maker: object) -> None:
        """Read again what changed, now or when it is looked at; a vote changes nothing here."""
        if maker is self or not (changes.dossiers or changes.money):
            return
        self._is_stale = self._is_stale or not changes.dossiers
        self._stale |= changes.dossiers
        if is_looked_at(self):
            self._catch_up()
