"""What every labelled field has: a value, an error, and silence while it is filled.

A field is filled with ``set_value``, which emits nothing. ``edited`` is emitted
only for what a person did, once it is finished (``editingFinished``, a choice
made), with the value as argument. A text that cannot be read stays as it was
typed, with the sentence beneath; the value is then still the last good one.
"""

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape, draw_shape
from alize_desktop.ui.widgets.visibility import show_if

T = TypeVar("T")


class _Mark(QWidget):
    """The triangle before the sentence of an error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(10), scaled(16))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        side = scaled(9)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw_shape(QPainter(self), box, Shape.UP, palette_of(self).bad)


class _Message(QWidget):
    """The sentence beneath a field whose text is refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label("", Level.SMALL, wraps=True, role=Role.BAD)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Mark(), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.hide()


class Field(QWidget, Generic[T]):
    """A label, a control, and room for a sentence when what is typed is refused.

    Signals:
        edited: The user changed the value. Arg: the new value.
        refused: The user typed what cannot be read. Arg: the sentence shown.
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        text: str,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the label and the message; a subclass gives the control to ``_adopt``.

        Args:
            text: Label, above the control.
            required: Whether an empty value is refused; the label says so.
            hint: A short explanation beneath the control, or empty.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._label_text = text
        self._required = required
        self._label = label("", Level.CAPTION)
        self._hint = label(hint, Level.SMALL, wraps=True)
        show_if(self._hint, shown=bool(hint))
        self._message = _Message()
        self._control: QWidget = self
        self._is_refused = False  # what is typed now cannot be read
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._show_label()

    def value(self) -> T | None:
        """Return the last good value; None when empty."""
        raise NotImplementedError

    def set_value(self, value: T | None) -> None:
        """Show a value and forget any error. Emits nothing."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Read what is typed now, as when the user leaves the field.

        Returns:
            Whether the field holds a good value (not empty, when required).
        """
        raise NotImplementedError

    def set_read_only(self, *, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        raise NotImplementedError

    @property
    def required(self) -> bool:
        """Whether an empty value is refused."""
        return self._required

    def set_required(self, *, required: bool) -> None:
        """Refuse an empty value from now on, or accept it."""
        self._required = required
        self._show_label()

    def label_text(self) -> str:
        """Return the label, without the word that says it is required."""
        return self._label_text

    def caption(self) -> QLabel:
        """Return the label itself."""
        return self._label

    def error(self) -> str:
        """Return the sentence shown beneath the control; empty when all is well."""
        return self._message.sentence.text()

    def set_hint(self, hint: str) -> None:
        """Show another explanation beneath the control, or none."""
        self._hint.setText(hint)
        show_if(self._hint, shown=bool(hint))
        self._control.setAccessibleDescription(self.error() or hint)

    def set_error(self, sentence: str) -> None:
        """Show a sentence beneath the control, or take it away when empty."""
        changed = sentence != self.error()
        self._message.sentence.setText(sentence)
        self._message.setVisible(bool(sentence))
        self._control.setAccessibleDescription(sentence or self._hint.text())
        if changed:
            self._control.setProperty("wrong", "true" if sentence else "false")
            self._control.style().unpolish(self._control)
            self._control.style().polish(self._control)

    def focus_control(self) -> None:
        """Give the keyboard to the control."""
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_all(self) -> None:
        """Select what is typed, so that the next key replaces it."""
        if isinstance(self._control, QLineEdit):
            self._control.selectAll()

    def _adopt(self, control: QWidget, shown: QWidget | None = None) -> None:
        """Put the control under its label.

        Args:
            control: What the label names and the keyboard reaches.
            shown: What is laid out, when it is more than the control.
        """
        self._control = control
        self._label.setBuddy(control)
        self.setFocusProxy(control)
        control.setAccessibleName(self._label_text)
        control.setAccessibleDescription(self._hint.text())
        self._column.addWidget(shown or control)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._message)

    def _refuse(self, sentence: str) -> None:
        self.set_error(sentence)
        self._is_refused = True
        self.refused.emit(sentence)

    def _missing(self) -> str:
        return self.tr("Ce champ est obligatoire.")

    def _show_label(self) -> None:
        required = self.tr("{label} (obligatoire)").format(label=self._label_text)
        self._label.setText(required if self._required else self._label_text)


def caption_of(field: Field[T]) -> QLabel:
    """Return the label of a field, for a table that aligns labels itself."""
    return field.caption()


def with_unit(control: QWidget, unit: str) -> QWidget:
    """Return a control with the word of its unit after it."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(control, 1)
    row.addWidget(label(unit, Level.SOFT))
    return whole
