"""What is made for all the advances at once: the report on what is late, the schedules."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.ui.advances.tools import AdvanceTools


class AdvanceExports(QObject):
    """Offers what can be made for all the advances.

    Args:
        tools: Services and surroundings.
        screen: For which it is made.

    Signals:
        paper_asked: Args: the proposed name of a file, what writes it.
        schedules_asked: Arg: what writes every schedule in a folder.
    """

    paper_asked = Signal(str, object)
    schedules_asked = Signal(object)

    def __init__(self, tools: AdvanceTools, screen: QWidget) -> None:
        super().__init__(screen)
        self._tools = tools
        self._screen = screen

    def show_menu(self, place: QPoint) -> None:
        """Open the menu."""
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """Return a new menu; it goes when it is closed."""
        menu = QMenu(self._screen)
        choices = (
            (self.tr("État des retards (classeur)…"), self._ask_report),
            (self.tr("Tous les échéanciers…"), self._ask_schedules),
        )
        for text, run in choices:
            menu.addAction(text).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def ask_workbook(self, row: AdvanceRow) -> None:
        """Ask for the workbook of one advance."""
        export = partial(self._tools.services.schedules.export, row.dossier_id)
        self.paper_asked.emit(f"echeancier-{row.number}.xlsx", export)

    def _ask_report(self) -> None:
        today = self._tools.today()
        export = partial(self._tools.services.money_papers.arrears_report, today)
        self.paper_asked.emit(f"retards-{today.isoformat()}.xlsx", export)

    def _ask_schedules(self) -> None:
        self.schedules_asked.emit(self._tools.services.schedules.export_all)
