"""Where a text with named fields is typed: its marks in colour, its errors beneath."""

import re
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.theme.tokens import Palette
from alize_desktop.ui.widgets.raw_text import raw_text

_FIELD: Final = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
_PASSAGE: Final = re.compile(r"\[\[|\]\]")
_HEADING: Final = re.compile(r"^\s*# .*")
_BOLD: Final = 600


class _Marks(QSyntaxHighlighter):
    """Colours the fields, the headings and the optional passages."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self.names: frozenset[str] = frozenset()
        self.colours: Palette = palette_of(edit)

    @override
    def highlightBlock(self, text: str) -> None:
        for found in _HEADING.finditer(text):
            self.setFormat(found.start(), len(found.group()), _bold(self.colours.text))
        for found in _PASSAGE.finditer(text):
            self.setFormat(found.start(), len(found.group()), _bold(self.colours.waiting))
        for found in _FIELD.finditer(text):
            is_known = found.group(1) in self.names
            ink = self.colours.primary if is_known else self.colours.bad
            self.setFormat(found.start(), len(found.group()), _bold(ink))


class TemplateEdit(QPlainTextEdit):
    """A text with fields.

    Signals:
        typed: The text changed by a person's hand.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Texte du modèle"))
        self._known = ""
        self._wrong_line = 0
        self._marks = _Marks(self)
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str, names: frozenset[str]) -> None:
        """Show a text and the fields it may name; the past is forgotten. Emits nothing."""
        self._marks.names = names
        self._known = text
        if text == raw_text(self):
            self._marks.rehighlight()
        else:
            self.setPlainText(text)

    def replace_text(self, text: str) -> None:
        """Put a text in place of what is typed, as a person would: it can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def insert_field(self, name: str) -> None:
        """Write a field where the cursor is."""
        self.insertPlainText(f"{{{name}}}")

    def mark_line(self, line: int) -> None:
        """Mark the line that is refused, from 1; 0 for none."""
        self._wrong_line = line
        marked: list[QTextEdit.ExtraSelection] = []
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(block)
            dress = QTextCharFormat()
            dress.setBackground(QColor(palette_of(self).bad_ground))
            dress.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's
            selection.format = dress
            marked.append(selection)
        self.setExtraSelections(marked)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._marks.colours = palette_of(self)
            self._marks.rehighlight()
            self.mark_line(self._wrong_line)

    def _on_text_changed(self) -> None:
        """Tell what was typed; colours alone change no text."""
        if raw_text(self) != self._known:
            self._known = raw_text(self)
            self.typed.emit()


def _bold(ink: str) -> QTextCharFormat:
    dress = QTextCharFormat()
    dress.setForeground(QColor(ink))
    dress.setFontWeight(_BOLD)
    return dress
