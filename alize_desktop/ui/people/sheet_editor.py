"""The sheet of one entry: its name, its fields, and the two buttons under them."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.ui.people.sheet_form import SheetForm
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame
from alize_desktop.ui.widgets.scroll import scrolled

S = TypeVar("S")


class SheetEditor(QStackedWidget, Generic[S]):
    """Shows one sheet, or that none is chosen. Asks to save; writes nothing.

    Args:
        form: The fields.
        parent: Parent widget.

    Signals:
        save_requested: The sheet can be read whole. Arg: it.
        abandon_requested: « Abandonner » or Escape, on a sheet that is typed or new.
        typing_changed: Arg: whether something typed is not written.
    """

    save_requested = Signal(object)
    abandon_requested = Signal()
    typing_changed = Signal(object)

    def __init__(self, form: SheetForm[S], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._is_new = False
        self._was_dirty = False
        self._sheet: S | None = None
        self._heading = ElidedLabel("", Level.HEADING)
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+S", Kind.PRIMARY)
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST, handles_key=False)
        self.addWidget(EmptyState(self.tr("Choisissez une fiche dans la liste.")))
        self.addWidget(self._page())
        form.typed.connect(self.measure)
        self.save.clicked.connect(lambda *_: self._on_save())
        self.abandon.clicked.connect(lambda *_: self.abandon_requested.emit())
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=here).activated.connect(self._on_escape)
        self.measure()

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not written."""
        return self._sheet is not None and self.form.is_dirty

    def show_nothing(self) -> None:
        """Say that no sheet is chosen."""
        self._sheet = None
        self._is_new = False
        self.setCurrentIndex(0)
        self.measure()

    def show_sheet(self, sheet: S, heading: str, *, is_new: bool = False) -> None:
        """Show a sheet as it is written, or an empty one to be typed in."""
        self._sheet = sheet
        self._is_new = is_new
        self._heading.setText(heading)
        self.form.show_sheet(sheet)
        self.setCurrentIndex(1)
        self.measure()

    def give_up(self) -> None:
        """Show the sheet again as it was before anything was typed."""
        if self._sheet is not None:
            self.form.show_sheet(self._sheet)
        self.measure()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field."""
        self.form.fields()[0].focus_control()

    def measure(self) -> None:
        """Enable what can be pressed, and say whether something is typed."""
        is_dirty = self.is_dirty
        self.save.setEnabled(is_dirty)
        self.abandon.setEnabled(is_dirty or self._is_new)
        if is_dirty != self._was_dirty:
            self._was_dirty = is_dirty
            self.typing_changed.emit(is_dirty)

    def _page(self) -> QWidget:
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 20, 24, 24)
        inside.setSpacing(SPACE.card)
        inside.addWidget(self._heading)
        inside.addWidget(self.form)
        inside.addStretch(1)
        foot = frame(Ground.BOTTOM)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(SPACE.related)
        row.addStretch(1)
        row.addWidget(self.abandon)
        row.addWidget(self.save)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(sheet), 1)
        column.addWidget(foot)
        return page

    def _on_save(self) -> None:
        self.form.forget_problems()
        if self.form.commit():
            self.save_requested.emit(self.form.read())
        self.measure()

    def _on_escape(self) -> None:
        self.form.commit_typing()
        if self.abandon.isEnabled():
            self.abandon_requested.emit()
