"""Ctrl+K: every action of the step and of the window, found by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from typing_extensions import override

from alize_desktop.rules.text import search_key
from alize_desktop.ui.committee.actions import NEXT, CommitteeAction
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.palette_lines import ENTRY, Entry, EntryDelegate
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.keys import key_name
from alize_desktop.ui.widgets.labels import Level, label

_WIDTH, _HEIGHT = 620, 460


class _Line(QLineEdit):
    """A line whose arrows move in the list beneath.

    Signals:
        entered: Enter was pressed.
        moved: An arrow was pressed. Arg: how many lines down, negative for up.
    """

    entered = Signal()
    moved = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.moved.emit(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)


class Palette(QDialog):
    """A line to type in over the list of actions. Enter does, Escape closes.

    Signals:
        chosen: An action was chosen. Arg: its identifier.
    """

    chosen = Signal(object)

    def __init__(self, actions: Sequence[CommitteeAction], parent: QWidget) -> None:
        """List the actions that have a text, those that can be done first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Toutes les actions"))
        entries = [self._entry(each) for each in actions if each.text]
        self._entries = sorted(
            entries, key=lambda each: (not each.is_possible, each.identifier != NEXT)
        )
        self.line = _Line()
        self.line.setObjectName("palette_line")
        self.line.setAccessibleName(self.tr("Chercher une action"))
        self.line.setPlaceholderText(self.tr("quelques lettres de l’action, puis Entrée"))
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self._none = label(self.tr("Aucune action ne porte ce nom."), Level.SOFT)
        whole = column(self, gap=10, margin=16)
        whole.addWidget(self.line)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._none)
        self.line.textEdited.connect(self._on_typed)
        self.line.moved.connect(self._on_moved)
        self.line.entered.connect(self._on_entered)
        self.list.itemClicked.connect(self._on_clicked)
        self._show(self._entries)
        width = min(scaled(_WIDTH), parent.width() - 40)
        self.resize(width, min(scaled(_HEIGHT), parent.height() - 80))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def entries(self) -> tuple[Entry, ...]:
        """Return the lines shown."""
        return tuple(self.list.item(row).data(ENTRY) for row in range(self.list.count()))

    def _entry(self, action: CommitteeAction) -> Entry:
        can = action.is_possible()
        why = "" if can else action.why_not() or self.tr("Ce n’est pas possible maintenant.")
        group = action.group or self.tr("Étape")
        return Entry(action.identifier, action.text, action.key, group, can, why)

    def _show(self, entries: Sequence[Entry]) -> None:
        self.list.clear()
        for each in entries:
            item = QListWidgetItem(each.text)
            item.setData(ENTRY, each)
            spoken = (each.text, key_name(each.key) if each.key else "", each.why_not)
            words = ", ".join(part for part in spoken if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(each.why_not)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if entries else -1)
        self.list.setVisible(bool(entries))
        self._none.setVisible(not entries)

    def _on_typed(self, text: str) -> None:
        words = search_key(text).split()
        self._show([each for each in self._entries if each.answers(words)])

    def _on_moved(self, lines: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + lines, last)))

    def _on_entered(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._on_clicked(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        if entry.is_possible:
            self.accept()
            self.chosen.emit(entry.identifier)
