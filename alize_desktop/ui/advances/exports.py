"""What is made for all the advances at once: a report, schedules, files for the bank."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.ui.advances.payments_dialog import PaymentsDialog
from alize_desktop.ui.advances.tools import AdvanceTools


class AdvanceExports(QObject):
    """Offers what can be made for all the advances.

    Args:
        tools: Services and surroundings.
        screen: For which it is made; dialogs are about its window.

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
        """Return a new menu; files for the bank are in it when the fund uses them."""
        menu = QMenu(self._screen)
        choices = [
            (self.tr("État des retards (classeur)…"), self._ask_report),
            (self.tr("Tous les échéanciers…"), self._ask_schedules),
        ]
        if self._tools.services.money_rules.in_force().rules.payment_files:
            choices += [
                (self.tr("Fichier de virements…"), partial(self._show_payments, is_debit=False)),
                (self.tr("Fichier de prélèvements…"), partial(self._show_payments, is_debit=True)),
            ]
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

    def _show_payments(self, *, is_debit: bool) -> None:
        dialog = PaymentsDialog(self._tools, self._screen.window(), is_debit=is_debit)
        dialog.paper_asked.connect(self.paper_asked)
        dialog.open()
