"""Fields whose value counts at each keystroke, so that its consequence is seen at once."""

import re
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Share
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.fields.choice import CheckField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import CENTRED, draw_rounded, draw_text

T = TypeVar("T")

_SHARE: Final = re.compile(r"([0-9]{1,3})\s*/\s*([0-9]{1,3})")
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


def read_share(text: str) -> Share:
    """Return the fraction a person typed: « 2/3 ».

    Raises:
        UserError: ``MAJORITY_INVALID``: another shape, or more than the whole.
    """
    found = _SHARE.fullmatch(text)
    if found is None:
        raise UserError(ErrorCode.MAJORITY_INVALID, value=text)
    return Share(int(found[1]), int(found[2]))


def share_text(share: Share) -> str:
    """Return a fraction as it is typed."""
    return f"{share.numerator}/{share.denominator}"


class ShareField(TypedField[Share]):
    """A fraction such as 2/3, read while it is typed."""

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        reading = Reading(read_share, share_text, placeholder="2/3")
        super().__init__(text, reading, required=True, hint=hint, parent=parent)
        self.edit.textEdited.connect(lambda typed: commit_if_good(self, reading, typed))

    @override
    def _show_label(self) -> None:
        self._label.setText(self._label_text)  # what is always there needs no « obligatoire »


def commit_if_good(field: TypedField[T], reading: Reading[T], typed: str) -> None:
    """Take what is being typed if it can be read; say nothing yet if it cannot."""
    try:
        reading.read(typed.strip())
    except UserError:
        return
    field.commit()


class _Sign(QAbstractButton):
    """One step more or less; the keyboard has the arrows for it."""

    def __init__(self, sign: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(30), scaled(34))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        over = self.underMouse() and self.isEnabled()
        ground = colours.hover if over or self.isDown() else colours.surface
        draw_rounded(painter, QRectF(self.rect()), SPACE.radius, ground, colours.line_strong)
        ink = colours.text if self.isEnabled() else colours.soft
        draw_text(painter, QRectF(self.rect()), self._sign, font(TYPE.large), ink, CENTRED)


class StepField(IntegerField):
    """A whole number, typed or stepped with ↑ ↓; each keystroke counts.

    Args:
        text: Label.
        smallest: Smallest number accepted.
        largest: Largest number accepted.
        unit: Word after the number.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        *,
        smallest: int = 0,
        largest: int = 99,
        unit: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            smallest=smallest,
            largest=largest,
            unit=unit or " ",
            required=True,
            hint=hint,
            parent=parent,
        )
        self._smallest, self._largest = smallest, largest
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(lambda typed: commit_if_good(self, self._reading, typed))

    def step(self, by: int) -> None:
        """Go to another number, inside the limits; it can be undone like what is typed."""
        now = self.value()
        wanted = self._smallest if now is None else now + by
        wanted = min(max(wanted, self._smallest), self._largest)
        if wanted != now and not self.edit.isReadOnly():
            self.edit.selectAll()
            self.edit.insert(str(wanted))
            self.commit()

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        for each in self._signs:
            each.setVisible(not read_only)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None:
                self.step(by)
                return True
        return super().eventFilter(watched, event)

    @override
    def _show_label(self) -> None:
        self._label.setText(self._label_text)

    @override
    def _beside(self, unit: str) -> QWidget:
        """Return the number between its two signs, then its unit."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tight)
        less = _Sign("−", self.tr("Un de moins"))  # the sign, not a hyphen
        more = _Sign("+", self.tr("Un de plus"))
        less.clicked.connect(lambda *_: self.step(-1))
        more.clicked.connect(lambda *_: self.step(1))
        self._signs = (less, more)
        self.edit.setFixedWidth(scaled(56))
        row.addWidget(less)
        row.addWidget(self.edit)
        row.addWidget(more)
        if unit.strip():
            row.addSpacing(SPACE.tight)
            row.addWidget(label(unit, Level.SOFT))
        row.addStretch(1)
        return whole


class ExplainedCheck(CheckField):
    """A box to tick that can say why it cannot be.

    Signals:
        edited: The user ticked or not. Arg: whether it is ticked.
    """

    edited = Signal(object)

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, hint=hint, parent=parent)
        self._usual = hint

    def set_reason(self, reason: str) -> None:
        """Grey the box and say why, or say again what it changes."""
        self._hint.setText(reason or self._usual)
        self.box.setAccessibleDescription(reason or self._usual)
