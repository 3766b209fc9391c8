"""A directory: a list on the left, the sheet of the one chosen on the right."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel

S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)


class Entry(Protocol[S_co]):
    """A record with an identifier and a sheet that can be edited."""

    @property
    def id(self) -> UUID:
        """Identifier."""

    @property
    def sheet(self) -> S_co:
        """What can be edited."""


E = TypeVar("E", bound=Entry[Any])


class SheetForm(FieldForm, Generic[S]):
    """Fields of one sheet. A subclass fills them and reads them."""

    def fill(self, sheet: S) -> None:
        """Show a sheet. Emits nothing."""
        raise NotImplementedError

    def read(self) -> S:
        """Return the sheet as typed; call after ``commit``."""
        raise NotImplementedError


class Directory(QWidget, Generic[E]):
    """Lists entries and edits one at a time.

    Args:
        title: What the list is.
        empty: What to say when there is nobody.
        columns: Columns of the list.
        form: Fields of a sheet.
        blank: Gives an empty sheet.
        window: Remembers where the splitter stands.

    Signals:
        save_requested: Args: identifier or None for a new one, the sheet.
    """

    save_requested = Signal(object, object)

    def __init__(
        self,
        title: str,
        empty: str,
        columns: Sequence[Column[E]],
        form: SheetForm[Any],
        blank: Callable[[], Any],
        window: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._blank = blank
        self._window = window
        self._shown: UUID | None = None
        self._is_dirty = False
        self.model: RecordTableModel[E] = RecordTableModel(columns, lambda entry: entry.id)
        self.table = RecordTable(self.model, title)
        self._title = label(title, Level.TITLE)
        self._count = label("", Level.SOFT)
        self.new = KeyButton(self.tr("Ajouter"), "Ctrl+N", icon="plus")
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+S", Kind.PRIMARY)
        self._empty = EmptyState(empty)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    def set_entries(self, entries: Sequence[E]) -> None:
        """Show the entries; the one that was shown stays, what is typed too."""
        self.model.set_rows(entries)
        self._count.setText(str(len(entries)) if entries else "")
        self._list.setCurrentWidget(self.table if entries else self._empty)
        if self._is_dirty:
            return
        if self._shown is not None and self.table.choose(self._shown):
            self._fill(self._shown)
        elif entries:
            self.table.choose(entries[0].id)

    def saved(self, entry_id: UUID | None) -> None:
        """Note that what was typed is written."""
        self._set_dirty(dirty=False)
        self._shown = entry_id

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""
        if not self._is_dirty:
            on_left()
            return

        def leave() -> None:
            self._set_dirty(dirty=False)
            on_left()

        confirm(
            self.window(),
            self.tr("Abandonner les modifications de cette fiche\u00a0?"),
            self.tr("Abandonner"),
            leave,
            cancel=self.tr("Rester"),
        )

    def _lay_out(self) -> None:
        left = frame(Ground.SURFACE)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(SPACE.related)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.new)
        column.addLayout(head)
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self._empty)
        column.addWidget(self._list, 1)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(SPACE.group)
        inside.addWidget(self._form)
        inside.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._right.addWidget(EmptyState(self.tr("Choisissez une fiche dans la liste.")))
        self._right.addWidget(scrolled(sheet))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._right)
        self._splitter.setSizes([640, 540])
        state = self._window.value(self._splitter_key())
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_opened.connect(lambda _key: self._form.fields()[0].focus_control())
        self.new.clicked.connect(lambda *_: self.try_leave(self._show_blank))
        self.save.clicked.connect(lambda *_: self._on_save())
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        for field in self._form.fields():
            field.edited.connect(self._on_edited)
        self.save.setEnabled(False)

    def _on_chosen(self, key: UUID) -> None:
        if key != self._shown:
            self.try_leave(lambda: self._fill(key))

    def _fill(self, key: UUID) -> None:
        self._shown = key
        self._form.fill(self.model.record(self.model.row_of(key)).sheet)
        self._right.setCurrentIndex(1)
        self._set_dirty(dirty=False)

    def _show_blank(self) -> None:
        self._shown = None
        self.table.clearSelection()
        self._form.fill(self._blank())
        self._right.setCurrentIndex(1)
        self._set_dirty(dirty=True)
        self._form.fields()[0].focus_control()

    def _on_edited(self, _value: object) -> None:
        self._set_dirty(dirty=True)

    def _set_dirty(self, *, dirty: bool) -> None:
        self._is_dirty = dirty
        self.save.setEnabled(dirty)

    def _on_save(self) -> None:
        if self._form.commit():
            self.save_requested.emit(self._shown, self._form.read())

    def _on_splitter_moved(self, *_place: int) -> None:
        self._window.setValue(self._splitter_key(), self._splitter.saveState())

    def _splitter_key(self) -> str:
        return f"{type(self).__name__}/splitter"
