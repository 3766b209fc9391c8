"""What the actions of an advance do: each asks first, writes once, tells everybody."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceRow, BankMatch
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.advances.account_dialog import AccountDialog
from alize_desktop.ui.advances.actions import KINDS, AdvanceAction
from alize_desktop.ui.advances.amendment_dialog import AmendmentDialog
from alize_desktop.ui.advances.bank_dialog import BankDialog
from alize_desktop.ui.advances.event_dialog import EventDialog
from alize_desktop.ui.advances.papers import (
    PaperChoice,
    letter_choice,
    paper_choices,
    unsigned_text,
)
from alize_desktop.ui.advances.reversal_dialog import ReversalDialog
from alize_desktop.ui.advances.sign_dialog import SignDialog
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.widgets.file_dialogs import ask_then
from alize_desktop.ui.widgets.folders import begin_in
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.advance_words import step_to_come

_TAKING_BACK = (AdvanceAction.REJECT, AdvanceAction.REVERSE)


class AdvanceDeeds(QObject):
    """Opens the dialog of an action, and says what was written.

    Args:
        tools: Services and surroundings.
        screen: For which it writes; dialogs are about its window.

    Attributes:
        reading: Of a bank statement; its strip is laid out by the screen.

    Signals:
        written: Something was written. Arg: the ``Changes``.
        said: A short message for the user. Arg: the text.
        paper_asked: A paper is to be written. Arg: the ``PaperChoice``.
        dossier_papers_asked: The other papers of the dossier. Arg: its identifier.
    """

    written = Signal(object)
    said = Signal(str)
    paper_asked = Signal(object)
    dossier_papers_asked = Signal(object)

    def __init__(self, tools: AdvanceTools, screen: QWidget) -> None:
        super().__init__(screen)
        self._tools = tools
        self._screen = screen
        self.reading = Reading(screen, tools.log_file, tools.pool)

    def do(self, action: AdvanceAction, detail: AdvanceDetail) -> None:
        """Ask what an action needs, then do it."""
        window = self._screen.window()
        if action is AdvanceAction.SIGN:
            self._open(SignDialog(detail, self._tools, window), self.tr("Signature enregistrée"))
        elif action is AdvanceAction.AMEND:
            dialog = AmendmentDialog(detail, self._tools, window)
            self._open(dialog, self.tr("Nouvel échéancier figé"))
        elif action is AdvanceAction.ACCOUNT:
            self._open(AccountDialog(detail, self._tools, window), self.tr("Compte enregistré"))
        elif action in _TAKING_BACK:
            self.take_back(action, detail)
        elif action is AdvanceAction.LADDER:
            self._climb(detail)
        elif action in KINDS:
            self._record(KINDS[action], detail)

    def _climb(self, detail: AdvanceDetail) -> None:
        """Ask for the next step against a delay, or say from when it may be taken."""
        if detail.row.step is not None:
            self._record(detail.row.step, detail)
        elif told := step_to_come(detail):
            self.said.emit(told)

    def take_back(
        self, action: AdvanceAction, detail: AdvanceDetail, event_id: object = None
    ) -> None:
        """Ask which event is taken back, one of them proposed."""
        chosen = next((each.id for each in detail.events if each.id == event_id), None)
        dialog = ReversalDialog(action, detail, self._tools, self._screen.window(), chosen)
        rejected, reversed_ = self.tr("Rejet enregistré"), self.tr("Mouvement annulé")
        self._open(dialog, rejected if action is AdvanceAction.REJECT else reversed_)

    def show_papers(self, detail: AdvanceDetail, place: QPoint) -> None:
        """Open the menu of the papers of an advance."""
        try:
            choices = paper_choices(detail, self._tools.services)
        except UserError as error:
            show_error(self._screen, error, self._tools.log_file)
            return
        self.papers_menu(detail, choices).popup(place)

    def papers_menu(self, detail: AdvanceDetail, choices: Sequence[PaperChoice]) -> QMenu:
        """Return a new menu of papers; one that cannot be made says why. It goes when closed."""
        menu = QMenu(self._screen)
        refused = self.tr("{paper} · pas possible\u00a0: pourquoi\u00a0?")
        for each in choices:
            text = refused.format(paper=each.text) if each.refusal else each.text
            menu.addAction(text).triggered.connect(partial(self._ask_paper, each))
        menu.addSeparator()
        told = unsigned_text(self._tools.services.templates.identity())
        if told:
            menu.addAction(f"●\u00a0{told}").setEnabled(False)
        others = menu.addAction(self.tr("Papiers du dossier…"))
        dossier_id = detail.row.dossier_id
        others.triggered.connect(lambda *_: self.dossier_papers_asked.emit(dossier_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def ask_statement(self, rows: Sequence[AdvanceRow]) -> QFileDialog:
        """Ask for a bank statement, and return at once."""
        files = QFileDialog(self._screen.window(), self.tr("Choisir un relevé de la banque"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        begin_in(files, self._tools.window, "advances/statements")
        files.setNameFilter(self.tr("Relevé CSV (*.csv *.txt)"))
        return ask_then(files, lambda path: self.show_statement(path, rows))

    def show_statement(self, path: Path, rows: Sequence[AdvanceRow]) -> None:
        """Show what a bank statement seems to repay, once it is read."""
        read = partial(self._tools.services.bank.preview, path)
        self.reading.ask(read, partial(self._show_matches, path.name, rows))

    def _show_matches(
        self, name: str, rows: Sequence[AdvanceRow], matches: tuple[BankMatch, ...]
    ) -> None:
        dialog = BankDialog(name, matches, rows, self._tools, self._screen.window())
        self._open(dialog, self.tr("Encaissements enregistrés"))

    def _record(self, kind: AdvanceEventKind, detail: AdvanceDetail) -> None:
        dialog = EventDialog(kind, detail, self._tools, self._screen.window())
        self._open(dialog, self.tr("Mouvement enregistré"))
        letter = letter_choice(kind, detail, self._tools.services)
        if letter is not None:
            dialog.written.connect(lambda _changes: self.paper_asked.emit(letter))

    def _open(self, dialog: FormDialog | BankDialog, said: str) -> QDialog:
        dialog.written.connect(partial(self._on_written, said))
        dialog.open()
        return dialog

    def _ask_paper(self, choice: PaperChoice, *_checked: bool) -> None:
        if choice.refusal is None:
            self.paper_asked.emit(choice)
        else:
            show_error(self._screen, choice.refusal, self._tools.log_file)

    def _on_written(self, said: str, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self._screen)
        self.written.emit(changes)
        self.said.emit(said)
