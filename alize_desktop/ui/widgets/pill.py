"""A state in a word, a shape and a colour."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape, draw_pill, pill_size
from alize_desktop.ui.widgets.visibility import show_if


class Pill(QWidget):
    """Shows one state. The whole text is in a tooltip when it does not fit."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.NEUTRAL,
        shape: Shape = Shape.NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text, self._role, self._shape = text, role, shape
        self._tell()

    def set_state(self, text: str, role: Role = Role.NEUTRAL, shape: Shape = Shape.NONE) -> None:
        """Show another state; an empty text hides the pill."""
        if (text, role, shape) != (self._text, self._role, self._shape):
            self._text, self._role, self._shape = text, role, shape
            self._tell()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        return QSize(*pill_size(self._text, self._shape))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), 2 * whole.height()), whole.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self._text)
        self.setToolTip("")
        show_if(self, shown=bool(self._text))
        self.updateGeometry()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        self.setToolTip(self._text if self.width() < self.sizeHint().width() else "")
        box = QRectF(self.rect())
        draw_pill(QPainter(self), box, self._text, self._role, self._shape, palette_of(self))
