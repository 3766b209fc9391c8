"""The report of the programme: a period, its figures, its charts, its papers."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.report import ProgrammeReport, ReportScope
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.report.export import PDF, XLSX, ReportExport
from alize_desktop.ui.report.pages import ReportPages, page_titles
from alize_desktop.ui.report.reckoning import Reckoning
from alize_desktop.ui.report.scope_bar import ScopeBar
from alize_desktop.ui.report.tools import ReportTools
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label, rule
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.ui.widgets.visibility import is_looked_at, show_if
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.report_themes import about_text


class ReportScreen(QWidget):
    """Reckons the report of the period chosen, and shows it under tabs.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Attributes:
        bar: The period and the basin.
        tabs: Pages of the report.
        keep, workbook, paper: Buttons.
        reckoning: Reckons it.
        export: Writes it.

    Signals:
        place_asked: Another place is to be shown. Arg: its key.
        said: A short message for the user. Arg: the text.
    """

    place_asked = Signal(object)
    said = Signal(str)

    def __init__(self, tools: ReportTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._report: ProgrammeReport | None = None
        self._pages: ReportPages | None = None
        self._built: dict[str, QWidget] = {}
        self._read_on = tools.today()
        self._is_outdated = True
        self.bar = ScopeBar(tools.window, tools.today)
        self.tabs = TabStrip(page_titles(), self.tr("Pages du bilan"))
        self.keep = KeyButton(self.tr("Conserver ce bilan"))
        self.workbook = KeyButton(self.tr("Classeur…"), icon="export")
        self.paper = KeyButton(self.tr("PDF…"), "Ctrl+E", icon="export")
        self._about = ElidedLabel("", Level.SOFT)
        self._refusal = label("", wraps=True, role=Role.BAD)
        self._refusal.setObjectName("report_refusal")
        self.nothing = EmptyState(
            self.tr(
                "Aucune décision n’a encore été prise. Le bilan se remplit avec les séances, ou "
                "avec le passé du programme importé d’un classeur."
            ),
            self.tr("Aller aux séances"),
        )
        self.nothing_here = EmptyState(
            self.tr("Rien n’a été décidé ni fait dans cette période et ce bassin."),
            self.tr("Depuis le début"),
        )
        self.stopped = EmptyState(
            self.tr("Le calcul du bilan a été arrêté."), self.tr("Calculer le bilan")
        )
        self.reckoning = Reckoning(tools, self)
        self.export = ReportExport(tools, self.reckoning.worker, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_possible()

    @property
    def report(self) -> ProgrammeReport | None:
        """The report that is shown; None while none is."""
        return self._report

    def refresh(self) -> None:
        """Reckon the report again."""
        self._is_outdated = False
        self._read_on = self._tools.today()
        self._refusal.hide()
        self.reckoning.ask(self.bar.scope())

    def show_page(self, key: str) -> None:
        """Show a page of the report, built now if it never was."""
        self.tabs.set_current(key)
        if self._pages is None:
            return
        if key not in self._built:
            self._built[key] = self._pages.page(key)
            self._stack.addWidget(self._built[key])
        self._stack.setCurrentWidget(self._built[key])

    def page(self) -> QWidget | None:
        """Return what is shown under the tabs."""
        return self._stack.currentWidget()

    def take_keyboard(self) -> None:
        """Give the keyboard to the period."""
        self.bar.take_keyboard()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and is_looked_at(self):
            self._catch_up()

    def _lay_out(self) -> None:
        head = frame(Ground.SURFACE)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, 0)
        inside.setSpacing(SPACE.related)
        title = QHBoxLayout()
        title.setSpacing(SPACE.related)
        title.addWidget(label(self.tr("Bilan"), Level.TITLE))
        title.addSpacing(SPACE.related)
        title.addWidget(self._about, 1)
        for each in (self.keep, self.workbook, self.paper):
            title.addWidget(each)
        inside.addLayout(title)
        inside.addWidget(self.bar)
        inside.addWidget(self._refusal)
        self._refusal.hide()
        strip = QHBoxLayout()
        strip.setContentsMargins(-SPACE.related, 0, 0, 0)
        strip.addWidget(self.tabs)
        inside.addLayout(strip)
        for state in (self.nothing, self.nothing_here, self.stopped):
            self._stack.addWidget(state)
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._stack.setCurrentWidget(self._blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        column.addWidget(self.reckoning.worker.strip)

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_scope)
        self.tabs.requested.connect(self.show_page)
        self.keep.clicked.connect(lambda *_: self._on_keep())
        self.workbook.clicked.connect(lambda *_: self._on_export(XLSX))
        self.paper.clicked.connect(lambda *_: self._on_export(PDF))
        self.nothing.requested.connect(partial(self.place_asked.emit, "meetings"))
        self.nothing_here.requested.connect(self.bar.show_whole)
        self.stopped.requested.connect(self.refresh)
        self.reckoning.reckoned.connect(self._show_report)
        self.reckoning.refused.connect(self._on_refused)
        self.reckoning.stopped.connect(self._on_stopped)
        self.export.exported.connect(self._on_exported)
        self.export.refused.connect(self.said)
        self.export.ended.connect(self.reckoning.resume)
        self._tools.bus.changed.connect(self._on_changed)

    def _catch_up(self) -> None:
        """Reckon again what changed while nobody looked, or on another day."""
        if self._is_outdated or self._read_on != self._tools.today():
            self.refresh()

    def _show_report(self, report: ProgrammeReport, basins: tuple[str, ...]) -> None:
        self.bar.set_basins(basins)
        self._forget()
        self._report = report
        self._about.setText(about_text(report))
        if report.has_figures:
            self._pages = ReportPages(report, self.said.emit)
            self.show_page(self.tabs.current())
        else:
            is_whole = report.scope == ReportScope()
            self._stack.setCurrentWidget(self.nothing if is_whole else self.nothing_here)
        self._show_possible()

    def _forget(self) -> None:
        """Take away the pages of the report before."""
        self._report = self._pages = None
        for page in self._built.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._built.clear()

    def _show_possible(self) -> None:
        """Offer what can be done of what is shown."""
        report = self._report
        is_told = report is not None and report.has_figures
        show_if(self.tabs, shown=is_told)
        for each in (self.workbook, self.paper):
            each.setEnabled(is_told)
        is_new = report is not None and (report.moved_since is None or bool(report.moved))
        is_other = report is not None and report.moved_scope != report.scope
        self.keep.setEnabled(is_told and (is_new or is_other))

    def _on_scope(self) -> None:
        """Take away the figures of another period or basin at once: none is read, nor written."""
        self._leave(self._blank)
        self.refresh()

    def _on_keep(self) -> None:
        if self._report is None:
            return
        try:
            changes = self._tools.reports.keep(self._report)
        except UserError as error:
            show_error(self, error, self._tools.log_file)
            return
        self.said.emit(self.tr("Bilan conservé"))
        self._tools.bus.changed.emit(changes, self)

    def _on_export(self, kind: str) -> None:
        if self._report is not None:
            self.export.ask(kind, self._report.scope)

    def _on_exported(self, _paper: Paper) -> None:
        self.said.emit(self.tr("Bilan enregistré"))

    def _on_refused(self, error: Exception) -> None:
        """Say under the period what is wrong with it; the figures before are not of it."""
        self._leave(self._blank)
        if isinstance(error, UserError):
            self._refusal.setText(message_of(error))
            self._refusal.show()
        else:
            show_error(self, error, self._tools.log_file)

    def _on_stopped(self) -> None:
        self._leave(self.stopped)

    def _leave(self, shown: QWidget) -> None:
        """Show no figure."""
        self._forget()
        self._about.setText("")
        self._stack.setCurrentWidget(shown)
        self._show_possible()

    def _on_changed(self, _changes: Changes, _source: object) -> None:
        """Reckon again: nearly everything counts in a report."""
        self._is_outdated = True
        if is_looked_at(self):
            self._catch_up()
