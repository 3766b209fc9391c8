"""The papers of a meeting: what is made, what is to make, and everything at once."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.files import make_folder
from alize_desktop.models.records.paper_listing import ListedPaper
from alize_desktop.models.records.preparation import PreparedFolder
from alize_desktop.ui.papers.files import open_folder
from alize_desktop.ui.papers.refusals import RefusalsCard
from alize_desktop.ui.papers.table import PaperTable, is_pdf, may_be_signed
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.papers.verification import ask_and_verify
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import Kind, key_button
from alize_desktop.ui.widgets.file_dialogs import ask_then
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Level
from alize_desktop.ui.worker import Worker


class PapersPage(QWidget):
    """Lists the papers of a meeting, and makes them.

    Args:
        meeting_id: The meeting.
        tools: Services and surroundings.
        worker: Carries the long works of the window.
        parent: Parent widget.

    Signals:
        sign_asked: A paper is to be signed. Arg: its ``PaperRow``.
        written: Papers were made, or their making was stopped.
    """

    sign_asked = Signal(object)
    written = Signal()

    def __init__(
        self, meeting_id: UUID, tools: PaperTools, worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meeting_id = meeting_id
        self._tools = tools
        self._worker = worker
        self._folder = ElidedLabel("", Level.SOFT)
        self._folder.setObjectName("paper_folder")
        self.refusals = RefusalsCard()
        self.table = PaperTable(tools.local)
        self._buttons = {
            "make": key_button(self.tr("Faire ce papier"), "Ctrl+Return", self.make),
            "show": key_button(self.tr("Voir"), "Ctrl+E", self.show_chosen),
            "sign": key_button(self.tr("Signer…"), "Ctrl+G", self._on_sign),
            "folder": key_button(self.tr("Ouvrir le dossier"), "Ctrl+D", self.open_folder),
            "verify": key_button(
                self.tr("Vérifier un PDF…"), "Ctrl+Shift+V", self.verify, Kind.GHOST
            ),
            "move": key_button(self.tr("Changer de dossier…"), "", self.ask_folder, Kind.GHOST),
        }
        self.all = key_button(self.tr("Tout préparer"), "Ctrl+T", self.prepare, Kind.PRIMARY)
        self.all.setObjectName("paper_all")
        for name, each in self._buttons.items():
            each.setObjectName(f"paper_{name}")
        self._lay_out()
        self.table.rows_selected.connect(lambda _keys: self._enable())
        self.table.row_opened.connect(lambda _key: self._on_opened())

    def refresh(self) -> None:
        """Read the papers again, the same one chosen."""
        folder = self._tools.folder()
        target = folder / self._tools.services.preparation.folder_name(self._meeting_id)
        self._folder.setText(self.tr("Dossier\u00a0: {path}").format(path=target))
        self.table.show_papers(
            self._tools.services.paper_lists.of_meeting(self._meeting_id, folder)
        )
        self._enable()

    def make(self) -> None:
        """Make the paper that is chosen, then show it."""
        chosen = self.table.paper()
        if chosen is None or not chosen.is_planned or not self._is_writable():
            return
        lists = self._tools.services.paper_lists
        work = partial(lists.make, self._meeting_id, chosen.name, self._tools.folder())
        self._worker.run(work, partial(self._on_made, chosen.name), chosen.name, on_end=self._tell)
        self._enable()

    def prepare(self) -> None:
        """Make every paper that the state of the meeting allows."""
        if not self._is_writable():
            return
        preparation = self._tools.services.preparation
        work = partial(preparation.prepare, self._meeting_id, self._tools.folder())
        words = self.tr("Préparation de tous les papiers…")
        self._worker.run(work, self._on_prepared, words, on_end=self._tell)
        self._enable()

    def show_chosen(self) -> None:
        """Show the paper that is chosen, inside the application."""
        chosen = self.table.paper()
        if chosen is not None and chosen.paper is not None and is_pdf(chosen):
            self._tools.show(Path(chosen.paper.path))

    def open_folder(self) -> None:
        """Show the folder of the paper chosen, or of the meeting, in the file manager."""
        chosen = self.table.paper()
        name = self._tools.services.preparation.folder_name(self._meeting_id)
        folder = self._tools.folder() / name
        if chosen is not None and chosen.paper is not None and chosen.is_there:
            folder = Path(chosen.paper.path).parent
        try:
            open_folder(folder if folder.is_dir() else self._tools.folder())
        except UserError as error:
            self._worker.show_refusal(error)

    def verify(self) -> QFileDialog:
        """Ask for a file, and return at once; what it proves is said in a dialog."""
        return ask_and_verify(self._tools, self.window())

    def ask_folder(self) -> QFileDialog:
        """Ask where the folders of meetings are made, and return at once."""
        title = self.tr("Où préparer les papiers")
        files = QFileDialog(self, title, str(self._tools.folder()))
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        return ask_then(files, self._on_folder_chosen)

    def _lay_out(self) -> None:
        keys = FlowLayout(spacing=SPACE.related)
        for each in (self.all, *self._buttons.values()):
            keys.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.related, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(self._folder)
        column.addLayout(keys)
        column.addWidget(self.refusals)
        column.addWidget(self.table, 1)

    def _is_writable(self) -> bool:
        try:
            make_folder(self._tools.folder())
        except UserError as error:
            self._worker.show_refusal(error)
            return False
        return True

    def _enable(self) -> None:
        chosen, is_free = self.table.paper(), not self._worker.is_busy
        can = {
            "make": chosen is not None and chosen.is_planned and is_free,
            "show": chosen is not None and is_pdf(chosen),
            "sign": chosen is not None and may_be_signed(chosen),
        }
        for name, is_possible in can.items():
            self._buttons[name].setEnabled(is_possible)
        self.all.setEnabled(is_free)
        is_again = chosen is not None and chosen.paper is not None
        words = self.tr("Refaire ce papier") if is_again else self.tr("Faire ce papier")
        self._buttons["make"].set_text(words)

    def _tell(self) -> None:
        self.refresh()
        self.written.emit()

    def _on_made(self, name: str, _papers: object) -> None:
        self.refresh()
        self.table.choose(name)
        self.show_chosen()

    def _on_prepared(self, prepared: PreparedFolder) -> None:
        self.refusals.show_prepared(prepared)

    def _on_opened(self) -> None:
        chosen = self.table.paper()
        if chosen is not None and is_pdf(chosen):
            self.show_chosen()
        elif chosen is not None and chosen.paper is None:
            self.make()

    def _on_sign(self) -> None:
        chosen: ListedPaper | None = self.table.paper()
        if chosen is not None and chosen.paper is not None:
            self.sign_asked.emit(chosen.paper)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._tools.remember_folder(folder)
        self.refresh()
