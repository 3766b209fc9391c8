"""A message that comes over a window and goes by itself: « Enregistré »."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Ground
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill

_SHAPES = {Role.GOOD: Shape.CHECK, Role.BAD: Shape.UP, Role.WAITING: Shape.DISC}


class Toast(QFrame):
    """Shows one message at a time over its parent.

    It takes no place in a layout, never the keyboard, and is spoken by screen
    readers. An error a person must read goes in ``ui.errors``, not here.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        below: int | None = None,
        room: Callable[[], QRect] | None = None,
    ) -> None:
        """Make it hidden.

        Args:
            parent: What it comes over.
            below: Pixels from the top, where the foot holds buttons; None for the foot.
            room: Where it covers nothing that is read; None for the middle of its parent.
        """
        super().__init__(parent)
        self._over, self._below, self._room = parent, below, room
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("ground", Ground.CARD.value)
        self._pill = Pill()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.related, SPACE.related, SPACE.related, SPACE.related)
        row.addWidget(self._pill)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, role: Role = Role.GOOD, milliseconds: int = 4000) -> None:
        """Show a short message for a while, in place of the one before."""
        self._pill.set_state(text, role, _SHAPES.get(role, Shape.NONE))
        self._place()
        self.show()
        self.raise_()
        self._timer.start(milliseconds)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  # on demand

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._over, text))

    def text(self) -> str:
        """Return the message shown last."""
        return self._pill.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a window that is being forgotten still tells this one, which knows nothing any more
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _place(self) -> None:
        hint = self.sizeHint()
        if self._room is not None:
            self._place_in(self._room())
            return
        width = min(hint.width(), self._over.width() - 2 * SPACE.card)
        left = (self._over.width() - width) // 2
        foot = self._over.height() - hint.height() - 48
        top = foot if self._below is None else self._below
        self.setGeometry(left, top, width, hint.height())

    def _place_in(self, room: QRect) -> None:
        """Stand in the middle of a room; too wide for it, reach out of it to the left."""
        hint = self.sizeHint()
        width = min(hint.width(), self._over.width() - 2 * SPACE.card)
        left = room.left() + (room.width() - width) // 2
        if width > room.width():
            left = max(SPACE.card, room.right() - width)
        self.setGeometry(left, room.top(), width, max(room.height(), hint.height()))
