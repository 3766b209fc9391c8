"""Fields where a text is typed: one line, read by a function, or several lines."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import LONGEST_TEXT
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.widgets.fields.base import Field, with_unit
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.sheet import Sheet
from alize_desktop.ui.widgets.fields.typing_keys import TypedLine
from alize_desktop.wording.errors import message_of

T = TypeVar("T")


class TypedField(Field[T]):
    """One line of text that stands for a value.

    Args:
        text: Label.
        reading: How the text is read and shown.
        unit: Word after the line, such as ``mois``.
        required: Whether an empty line is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        reading: Reading[T],
        *,
        unit: str = "",
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, required=required, hint=hint, parent=parent)
        self._reading = reading
        self._value: T | None = reading.empty
        self._shown = ""
        self.edit: QLineEdit = TypedLine()
        self.edit.setPlaceholderText(reading.placeholder)
        self.edit.setMaxLength(LONGEST_TEXT)
        if reading.right:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.edit.setFont(with_figures(self.edit.font()))
        self.edit.textEdited.connect(self._on_typed)
        self.edit.editingFinished.connect(self._on_editing_finished)
        self._adopt(self.edit, self._beside(unit))

    @override
    def value(self) -> T | None:
        return self._value

    @override
    def set_value(self, value: T | None) -> None:
        self._value = value
        self._put("" if value is None else self._reading.show(value))
        self.set_error("")

    @override
    def commit(self) -> bool:
        typed = self.edit.text()
        if typed == self._shown and not (self._required and not typed.strip()):
            if self._is_refused:  # the text that was good is typed again
                self._is_refused = False
                self.set_error("")
            return not self.error()
        try:
            value = self._reading.read(typed.strip()) if typed.strip() else self._reading.empty
        except UserError as error:
            self._refuse(message_of(error))
            return False
        return self._accept(value, is_empty=not typed.strip())

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def _accept(self, value: T | None, *, is_empty: bool) -> bool:
        changed = value != self._value
        self._value = value
        self._put("" if is_empty or value is None else self._reading.show(value))
        self.set_error(self._missing() if is_empty and self._required else "")
        if changed:
            self.edited.emit(value)
        return not self.error()

    def _put(self, text: str) -> None:
        self._shown = text
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def _beside(self, unit: str) -> QWidget | None:
        """Return the line with what stands beside it, or None for the line alone."""
        return with_unit(self.edit, unit) if unit else None

    def _on_typed(self, text: str) -> None:
        """Take the sentence away as soon as what is typed can be read."""
        if not (self._is_refused and self.error() and text.strip()):
            return
        try:
            self._reading.read(text.strip())
        except UserError:
            return
        self.set_error("")

    def _on_editing_finished(self) -> None:
        self.commit()


class TextField(TypedField[str]):
    """One line of text; an empty line is an empty text.

    Args:
        read: Checks and tidies what is typed (a SIREN, an address); by default
            the text as it is, stripped.
    """

    def __init__(
        self,
        text: str,
        *,
        read: Callable[[str], str] = str,
        show: Callable[[str], str] = str,
        placeholder: str = "",
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            Reading(read, show, "", placeholder),
            required=required,
            hint=hint,
            parent=parent,
        )

    @override
    def value(self) -> str:
        return self._value or ""


class LongTextField(Field[str]):
    """Several lines of text; an empty field is an empty text.

    Args:
        text: Label.
        lines: Lines shown without scrolling, >= 2.
        longest: Most characters accepted.
        required: Whether an empty text is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        *,
        lines: int = 4,
        longest: int = LONGEST_TEXT,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, required=required, hint=hint, parent=parent)
        self._longest = longest
        self._value = ""
        self.edit = Sheet(lines)
        self.edit.left.connect(self._on_left)
        self._adopt(self.edit)

    @override
    def value(self) -> str:
        return self._value

    @override
    def set_value(self, value: str | None) -> None:
        self._value = value or ""
        if self.edit.toPlainText() != self._value:
            self.edit.setPlainText(self._value)
        self.set_error("")

    @override
    def commit(self) -> bool:
        typed = self.edit.toPlainText()
        if len(typed) > self._longest:
            error = UserError(ErrorCode.TEXT_TOO_LONG, length=len(typed), longest=self._longest)
            self._refuse(message_of(error))
            return False
        changed = typed != self._value
        missing = self._required and not typed.strip()
        if changed or missing:
            self._value = typed
            self.set_error(self._missing() if missing else "")
        if changed:
            self.edited.emit(typed)
        return not self.error()

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def _on_left(self) -> None:
        if not self.edit.isReadOnly():
            self.commit()
