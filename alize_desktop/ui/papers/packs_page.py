"""The decision pack: a numbered copy for each member, made and printed for several at once."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.services.bundle import Services
from alize_desktop.ui.papers.pack_work import PackReader, making, making_and_printing, readers_of
from alize_desktop.ui.papers.table import Standing, standing
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import Kind, key_button
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.dates import moment_text
from alize_desktop.wording.names import counted, list_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_OWN = "own"
"""Key of the operator's own copy in the table."""


class PacksPage(QWidget):
    """Lists who receives the pack; makes and prints the copies of those who are chosen.

    Args:
        meeting_id: The meeting.
        tools: Services and surroundings.
        worker: Carries the long works of the window.
        parent: Parent widget.

    Signals:
        written: Copies were made, or their making was stopped.
    """

    written = Signal()

    def __init__(
        self, meeting_id: UUID, tools: PaperTools, worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meeting_id = meeting_id
        self._tools = tools
        self._worker = worker
        self._said = label("", Level.STRONG, wraps=True)
        self._said.setObjectName("pack_said")
        self._said.hide()
        self._rows: RecordTableModel[PackReader] = RecordTableModel(
            self._columns(), lambda reader: reader.member_id or _OWN
        )
        self.table = RecordTable(self._rows, self.tr("Dossier de séance"), several=True)
        self.table.setObjectName("pack_table")
        self._buttons = (
            key_button(self.tr("Imprimer…"), "Ctrl+P", self.ask_to_print, Kind.PRIMARY),
            key_button(self.tr("Faire les exemplaires"), "Ctrl+Return", self.make),
            key_button(self.tr("Voir"), "Ctrl+E", self.show_chosen),
        )
        self._everybody = key_button(
            self.tr("Choisir tout le monde"), "Ctrl+A", self.table.selectAll, Kind.GHOST
        )
        self._lay_out()
        self.table.rows_selected.connect(lambda _keys: self._enable())
        self.table.row_opened.connect(lambda _key: self.show_chosen())

    def refresh(self) -> None:
        """Read the copies again, the same members chosen.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        kept = self.table.chosen()
        own = self.tr("Exemplaire du secrétariat")
        self._rows.set_rows(readers_of(self._tools.services, self._meeting_id, own))
        self.table.choose(kept or _OWN)
        self._enable()

    def chosen(self) -> tuple[PackReader, ...]:
        """Return those whose rows are selected."""
        rows = (self._rows.row_of(each) for each in self.table.selected_keys())
        return tuple(self._rows.record(each) for each in rows)

    def make(self) -> None:
        """Make a copy for each of those chosen whose last one is not right."""
        work = partial(making, *self._asked())
        words = self.tr("Préparation des exemplaires…")
        self._worker.run(work, self._on_made, words, on_end=self._on_end)
        self._enable()

    def ask_to_print(self) -> "QPrintDialog | None":
        """Ask how to print the copies of those chosen, and return at once."""
        from alize_desktop.ui.papers.print_dialog import ask_to_print  # noqa: PLC0415  # on demand

        if not self.chosen() or self._worker.is_busy:
            return None
        words = self.tr("Dossier de séance, {copies}")
        name = words.format(copies=counted(len(self.chosen()), self.tr("exemplaire")))
        return ask_to_print(self.window(), self.print_on, name, 1, is_one=False)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the copies of those chosen, made first where they are not right."""
        work = partial(making_and_printing, *self._asked(), printer)
        words = self.tr("Impression des dossiers de séance…")
        self._worker.run(work, self._on_printed, words, on_end=self._on_end)
        self._enable()

    def show_chosen(self) -> None:
        """Show the copy of the first of those chosen."""
        for reader in self.chosen()[:1]:
            if reader.copy is not None and reader.is_there:
                self._tools.show(Path(reader.copy.path))

    def _asked(self) -> tuple[Services, UUID, Path, tuple[PackReader, ...]]:
        services = self._tools.services
        name = services.preparation.folder_name(self._meeting_id)
        folder = self._tools.folder() / name / self.tr("Dossiers de séance numérotés")
        return services, self._meeting_id, folder, self.chosen()

    def _columns(self) -> tuple[Column[PackReader], ...]:
        def number(reader: PackReader) -> str:
            words = self.tr("n°\u00a0{number}")
            return words.format(number=reader.copy.copy.number) if reader.copy else ""

        return (
            Column(
                "reader",
                self.tr("Pour"),
                lambda reader: reader.name,
                note=self._note,
                width=380,
                stretches=True,
                sortable=False,
            ),
            Column("copy", self.tr("Exemplaire"), number, width=120, sortable=False),
            Column("made", self.tr("Fait le"), self._made, width=160, sortable=False),
            Column(
                "state",
                self.tr("État"),
                lambda reader: _standing(reader)[0],
                state=lambda reader: _standing(reader)[1],
                width=260,
                sortable=False,
            ),
        )

    def _note(self, reader: PackReader) -> str:
        if not reader.numbers:
            return self.tr("dossier complet")
        words = self.tr("déport\u00a0: un feuillet à la place de {dossiers}")
        return words.format(dossiers=list_text(reader.numbers))

    def _made(self, reader: PackReader) -> str:
        if reader.copy is None:
            return ""
        return moment_text(self._tools.local(reader.copy.copy.made_at))

    def _lay_out(self) -> None:
        keys = FlowLayout(spacing=SPACE.related)
        for each in (*self._buttons, self._everybody):
            keys.addWidget(each)
        words = self.tr(
            "Chaque exemplaire est numéroté et porte le nom de son lecteur. Un exemplaire "
            "absent ou plus ancien que les données est refait avant l’impression."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.related, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(label(words, Level.SOFT, wraps=True))
        column.addLayout(keys)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)

    def _enable(self) -> None:
        is_possible = bool(self.table.selected_keys()) and not self._worker.is_busy
        for each in self._buttons[:2]:
            each.setEnabled(is_possible)
        chosen = self.chosen()
        self._buttons[2].setEnabled(len(chosen) == 1 and chosen[0].is_there)

    def _on_made(self, paths: tuple[Path, ...]) -> None:
        made = counted(len(paths), self.tr("exemplaire prêt"), self.tr("exemplaires prêts"))
        self._tell(self.tr("{made}.").format(made=made))

    def _on_printed(self, copies: int) -> None:
        sent = counted(copies, self.tr("exemplaire envoyé"), self.tr("exemplaires envoyés"))
        self._tell(self.tr("{sent} à l’imprimante.").format(sent=sent))

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _on_end(self) -> None:
        selected = self.table.selected_keys()
        self.refresh()
        self._select(selected)
        self.written.emit()

    def _select(self, keys: tuple[object, ...]) -> None:
        """Choose several rows, and no other."""
        flags = self.table.selectionModel().SelectionFlag
        self.table.clearSelection()
        for each in keys:
            index = self._rows.index(self._rows.row_of(each), 0)
            self.table.selectionModel().select(index, flags.Select | flags.Rows)


def _standing(reader: PackReader) -> Standing:
    is_made = reader.copy is not None
    return standing(is_made=is_made, is_there=reader.is_there, is_right=reader.is_right)
