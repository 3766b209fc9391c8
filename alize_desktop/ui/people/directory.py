"""A directory: a list on the left, the sheet of the one chosen on the right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.people.book import Book, Entry, Narrowing
from alize_desktop.ui.people.sheet_editor import SheetEditor
from alize_desktop.ui.people.sheet_form import SheetForm
from alize_desktop.ui.people.table import DirectoryTable
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.confirm import confirm_leaving
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.splitter import RememberedSplitter
from alize_desktop.ui.widgets.table_model import RecordTableModel

S = TypeVar("S")
E = TypeVar("E", bound=Entry[Any])


class Directory(QWidget, Generic[E, S]):
    """Lists entries and edits one at a time.

    Args:
        book: What is listed.
        form: Fields of a sheet.
        bus: Told of every change.
        window: Remembers where the splitter stands.
        log_file: Named when a bug is shown.
        parent: Parent widget.
        narrowing: Stands over the list and narrows it; None when all is listed.
        around: Puts the sheet among other pages; None when it stands alone.

    Signals:
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
        entry_shown: Another entry is shown, or the same one read again. Arg: its
            identifier, None for a new sheet or for none.
    """

    typing_changed = Signal(object)
    said = Signal(str)
    entry_shown = Signal(object)

    def __init__(
        self,
        book: Book[E, S],
        form: SheetForm[S],
        bus: Bus,
        window: QSettings,
        log_file: Path,
        parent: QWidget | None = None,
        *,
        narrowing: Narrowing[E] | None = None,
        around: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._bus = bus
        self._window = window
        self._log_file = log_file
        self._shown: UUID | None = None
        self.model: RecordTableModel[E] = RecordTableModel(book.columns, lambda entry: entry.id)
        self.table = DirectoryTable(self.model, book.title, book.words, book.lesser)
        self.editor: SheetEditor[S] = SheetEditor(form)
        self._narrowing = narrowing
        self._right: QWidget = around(self.editor) if around else self.editor
        self.new = KeyButton(self.tr("Ajouter"), "Ctrl+N", icon="plus")
        self._count = label("", Level.SOFT)
        self._list = QStackedWidget()
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the entries again; the one that is shown stays, what is typed too."""
        everybody = self._book.entries()
        self.editor.form.show_others([each.sheet for each in everybody])
        entries = self._narrowing.narrowed(everybody) if self._narrowing else everybody
        self.model.set_rows(entries)
        self._count.setText(_count_text(len(entries), len(everybody)))
        self._list.setCurrentIndex(0 if entries else 2 if everybody else 1)
        if self.editor.is_dirty:
            self._keep_chosen()
            self.entry_shown.emit(self._shown)
        elif self._shown is not None and self.model.row_of(self._shown) >= 0:
            self._go_to(self._shown)
        elif entries:
            self.table.choose(entries[0].id)
        else:
            self._show_nothing()

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""
        self.editor.form.commit_typing()
        if not self.editor.is_dirty:
            on_left()
            return
        question = self.tr("Abandonner les modifications de cette fiche\u00a0?")
        confirm_leaving(self.window(), question, self.editor.give_up, on_left)

    def _lay_out(self) -> None:
        left = frame(Ground.SURFACE)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(SPACE.related)
        head.addWidget(label(self._book.title, Level.TITLE))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.new)
        self._list.addWidget(self.table)
        self._list.addWidget(EmptyState(self._book.empty))
        self._nothing_like = EmptyState(
            self.tr("Aucune fiche ne correspond à cette recherche."), self.tr("Effacer les filtres")
        )
        self._list.addWidget(self._nothing_like)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        if self._narrowing is not None:
            column.addWidget(self._narrowing.bar)
        column.addWidget(self._list, 1)
        panes = ((left, 570), (self._right, 612))
        self._splitter = RememberedSplitter(type(self).__name__, self._window, panes, growing=())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_opened.connect(lambda _key: self.editor.take_keyboard())
        self.new.clicked.connect(lambda *_: self.try_leave(self._show_blank))
        self.editor.save_requested.connect(self._on_save)
        self.editor.abandon_requested.connect(lambda: self.try_leave(self._show_shown))
        self.editor.typing_changed.connect(self.typing_changed)
        self._settled.timeout.connect(self._keep_chosen)
        self._bus.changed.connect(self._on_changed)
        if self._narrowing is not None:
            self._narrowing.asked.connect(self.refresh)
            self._nothing_like.requested.connect(self._narrowing.clear)

    def _on_chosen(self, key: UUID) -> None:
        if key == self._shown:
            return
        self.try_leave(lambda: self._go_to(key))
        if self.editor.is_dirty:
            self._settled.start()  # the view still sets its selection after this

    def _go_to(self, key: UUID) -> None:
        self._show(key)
        self.table.choose(key)

    def _show(self, key: UUID) -> None:
        self._shown = key
        entry = self.model.record(self.model.row_of(key))
        self.editor.show_sheet(entry.sheet, self._book.name(entry))
        self.entry_shown.emit(key)

    def _show_nothing(self) -> None:
        self._shown = None
        self.editor.show_nothing()
        self.entry_shown.emit(None)

    def _show_blank(self) -> None:
        self._shown = None
        self.table.choose(None)
        self.editor.show_sheet(self._book.new(), self._book.blank, is_new=True)
        self.entry_shown.emit(None)
        self.editor.take_keyboard()

    def _show_shown(self) -> None:
        """Show what was shown before a new sheet was begun and given up."""
        if self._shown is None:
            self._show_nothing()
            self.refresh()

    def _keep_chosen(self) -> None:
        """Choose in the list the entry that is shown: the user stayed on it."""
        self.table.choose(self._shown)

    def _on_save(self, sheet: S) -> None:
        if self.editor.form.show_problems(self._book.problems(sheet)):
            return
        known = {entry.id for entry in self._book.entries()}
        try:
            changes = self._book.save(self._shown, sheet)
        except UserError as error:
            self._refuse(error)
            return
        self.editor.show_sheet(sheet, self._book.blank)  # nothing is typed any more
        if self._shown is None:
            written = [entry.id for entry in self._book.entries() if entry.id not in known]
            self._shown = next(iter(written), None)
            if self._narrowing is not None:
                self._narrowing.clear()  # what was just written is to be seen
        self.refresh()
        self._bus.changed.emit(changes, self)
        self.said.emit(self.tr("Fiche enregistrée"))

    def _refuse(self, error: UserError) -> None:
        problem = self.editor.form.problem_of(error)
        if problem is None or not self.editor.form.show_problems([problem]):
            show_error(self.window(), error, self._log_file)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.people:
            self.refresh()


def _count_text(shown: int, known: int) -> str:
    """Return how many entries are listed, and out of how many when some are left out."""
    if not known:
        return ""
    return str(shown) if shown == known else f"{shown}\u202f/\u202f{known}"
