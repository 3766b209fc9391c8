"""The letters and agreements of a dossier: those that can be made, and why not the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.files import make_folder
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossier_papers import PaperOffer
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.paper_listing import ListedPaper
from alize_desktop.ui.papers.files import open_folder
from alize_desktop.ui.papers.table import dress_of, file_of, folder_of, is_pdf, state_of
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.papers.window import PaperWindow
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import Kind, key_button
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import moment_text
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word


@dataclass(frozen=True, slots=True)
class _Line:
    """A paper that a dossier may have, and the last one that was made."""

    offer: PaperOffer
    listed: ListedPaper


class DossierPapersWindow(PaperWindow):
    """Shows the papers of one dossier.

    Args:
        dossier_id: The dossier.
        tools: Services and surroundings.
        parent: The main window.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """

    def __init__(self, dossier_id: UUID, tools: PaperTools, parent: QWidget | None = None) -> None:
        sheet = tools.services.dossiers.detail(dossier_id).sheet
        title = self.tr("Papiers du dossier {number}").format(number=sheet.number)
        super().__init__(title, sheet.company.name, tools, parent)
        self.setObjectName("dossier_papers_window")
        self._dossier_id = dossier_id
        self._number = sheet.number
        self._lines: RecordTableModel[_Line] = RecordTableModel(
            self._columns(tools.local), lambda line: line.offer.kind
        )
        self.table = RecordTable(self._lines, self.tr("Papiers du dossier"))
        self.table.setObjectName("dossier_paper_table")
        self._why = label("", Level.BODY, wraps=True)
        self._why.setObjectName("dossier_paper_why")
        self._buttons = {
            "make": key_button(self.tr("Faire ce papier"), "Ctrl+Return", self.make),
            "show": key_button(self.tr("Voir"), "Ctrl+E", self.show_chosen),
            "sign": key_button(self.tr("Signer…"), "Ctrl+G", self.sign),
            "folder": key_button(self.tr("Ouvrir le dossier"), "Ctrl+D", self.open_folder),
        }
        self._buttons["make"].set_kind(Kind.PRIMARY)
        keys = FlowLayout(spacing=SPACE.related)
        for name, each in self._buttons.items():
            each.setObjectName(f"dossier_paper_{name}")
            keys.addWidget(each)
        self._content.addLayout(keys)
        self._content.addWidget(self.table, 1)
        self._content.addWidget(self._why)
        self.table.rows_selected.connect(lambda _keys: self._enable())
        self.table.row_opened.connect(lambda _key: self._on_opened())
        tools.bus.changed.connect(self._on_changed)
        self.refresh()

    @override
    def refresh(self) -> None:
        kept = self.table.chosen()
        made: dict[PaperKind, ListedPaper] = {}
        for each in self._tools.services.paper_lists.of_dossier(self._dossier_id):
            if each.paper is not None:
                made.setdefault(each.paper.kind, each)
        offers = self._tools.services.dossier_papers.available(self._dossier_id)
        nothing = ListedPaper("")
        rows = [_Line(each, made.get(each.kind, nothing)) for each in offers]
        self._lines.set_rows(rows)
        first = next((each.offer.kind for each in rows if each.offer.refusal is None), None)
        if not self.table.choose(kept):
            self.table.choose(first or rows[0].offer.kind)
        self._enable()

    @override
    def take_keyboard(self) -> None:
        self.table.setFocus()

    def make(self) -> None:
        """Make the paper that is chosen, then show it."""
        line = self._line()
        if line is None or line.offer.refusal is not None:
            return
        folder = self._tools.folder() / self._number
        try:
            make_folder(folder)
        except UserError as error:
            self.worker.show_refusal(error)
            return
        kind = line.offer.kind
        path = folder / f"{word(kind)} {self._number}.pdf"
        work = partial(self._tools.services.dossier_papers.make, kind, self._dossier_id, path)
        self.worker.run(work, self._on_made, word(kind), on_end=self.refresh)
        self._enable()

    def show_chosen(self) -> None:
        """Show the paper that is chosen, inside the application."""
        line = self._line()
        if line is not None and line.listed.paper is not None and is_pdf(line.listed):
            self._tools.show(Path(line.listed.paper.path))

    def sign(self) -> None:
        """Sign the paper that is chosen."""
        from alize_desktop.ui.papers.signing import SigningDialog  # noqa: PLC0415  # on demand

        line = self._line()
        if line is not None and line.listed.paper is not None:
            dialog = SigningDialog(line.listed.paper, self._tools, self)
            dialog.signed.connect(self.refresh)
            dialog.open()

    def open_folder(self) -> None:
        """Show the folder of the paper that is chosen in the file manager."""
        line = self._line()
        try:
            if line is not None and line.listed.paper is not None:
                open_folder(Path(line.listed.paper.path).parent)
        except UserError as error:
            self.worker.show_refusal(error)

    def _columns(self, local: Callable[[datetime], datetime]) -> Sequence[Column[_Line]]:
        def made(line: _Line) -> str:
            if line.listed.paper is None:
                return ""
            return moment_text(local(line.listed.paper.made_at))

        def state(line: _Line) -> str:
            if line.listed.paper is None and line.offer.refusal is not None:
                return self.tr("Pas encore possible")
            return state_of(line.listed)

        def dress(line: _Line) -> tuple[Role, Shape]:
            if line.listed.paper is None and line.offer.refusal is not None:
                return Role.WAITING, Shape.DIAMOND_OPEN
            return dress_of(line.listed)

        return (
            Column(
                "paper",
                self.tr("Papier"),
                lambda line: word(line.offer.kind),
                width=300,
                sortable=False,
            ),
            Column("state", self.tr("État"), state, state=dress, width=250, sortable=False),
            Column("made", self.tr("Fait le"), made, width=175, sortable=False),
            Column(
                "file",
                self.tr("Fichier"),
                lambda line: file_of(line.listed),
                note=lambda line: folder_of(line.listed),
                width=230,
                stretches=True,
                sortable=False,
            ),
        )

    def _line(self) -> _Line | None:
        row = self._lines.row_of(self.table.chosen())
        return self._lines.record(row) if row >= 0 else None

    def _enable(self) -> None:
        line = self._line()
        if line is None:
            return
        refusal = line.offer.refusal
        self._why.setText(message_of(refusal) if refusal else "")
        set_role(self._why, Role.WAITING)
        self._buttons["make"].setEnabled(refusal is None and not self.worker.is_busy)
        is_shown = is_pdf(line.listed)
        for name in ("show", "sign"):
            self._buttons[name].setEnabled(is_shown)
        self._buttons["folder"].setEnabled(line.listed.is_there)
        is_again = line.listed.paper is not None
        words = self.tr("Refaire ce papier") if is_again else self.tr("Faire ce papier")
        self._buttons["make"].set_text(words)

    def _on_made(self, _paper: Paper) -> None:
        self.refresh()
        self.show_chosen()

    def _on_opened(self) -> None:
        line = self._line()
        if line is not None and is_pdf(line.listed):
            self.show_chosen()
        else:
            self.make()

    def _on_changed(self, _changes: Changes, _maker: object) -> None:
        if self.isVisible() and not self.worker.is_busy:
            self.refresh()
