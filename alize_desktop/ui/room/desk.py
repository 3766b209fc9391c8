"""The room as the operator's window drives it: one window, on the screen that suits."""

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.window import RoomWindow


class RoomDesk(QObject):
    """Owns the window of the room and chooses its screen.

    Pictures are made whether or not the window is open. Unplugged, the window
    comes back by itself when a second screen does.

    Args:
        operator: Any widget of the operator's window: the room takes another screen.
        parent: Parent object; ``operator`` when None.

    Signals:
        picture_changed: Arg: the ``QPixmap`` now shown.
        one_screen_only: It was asked to open and there is no second screen: ask, then
            call ``open_here``, with ``RoomControls.is_only_screen`` from then on.
        shown_changed: Arg: whether the window is open.
        screen_lost: Its screen was unplugged.
        key_pressed: Arg: portable name of a key pressed on it.
    """

    picture_changed = Signal(object)
    one_screen_only = Signal()
    shown_changed = Signal(bool)
    screen_lost = Signal()
    key_pressed = Signal(str)

    def __init__(self, operator: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or operator)
        self._operator = operator
        self._window = RoomWindow()
        self._window.picture_changed.connect(self.picture_changed)
        self._window.key_pressed.connect(self.key_pressed)
        self._window.closed.connect(self._on_closed)
        self._window.screen_lost.connect(self._on_screen_lost)
        self._window.screen_found.connect(self.open)
        self.destroyed.connect(self._window.deleteLater)

    @property
    def window(self) -> RoomWindow:
        """The window of the room, open or not."""
        return self._window

    @property
    def is_shown(self) -> bool:
        """Whether the window is open."""
        return self._window.isVisible()

    @property
    def is_frozen(self) -> bool:
        """Whether the last picture is kept."""
        return self._window.is_frozen

    def picture(self, size: QSize | None = None) -> QPixmap:
        """Return the picture shown, or the same at another size in pixels."""
        return self._window.picture(size)

    @Slot()
    def open(self) -> None:
        """Open the window on the second screen, or bring it back there."""
        screen = self._second_screen()
        if screen is None:
            self.one_screen_only.emit()
            return
        self._present(screen)

    @Slot()
    def open_here(self) -> None:
        """Open the window on the operator's own screen, once the operator agreed.

        It covers the operator's window, so the keyboard goes with it.
        """
        self._present(self._operator.screen())
        self._window.raise_()
        self._window.activateWindow()

    @Slot()
    def close(self) -> None:
        """Close the window; the meeting goes on."""
        self._window.close()

    @Slot(object)
    def show_state(self, state: RoomState) -> None:
        """Show another state."""
        self._window.show_state(state)

    @Slot(bool)
    def set_frozen(self, frozen: bool) -> None:  # noqa: FBT001 - connected to signals
        """Keep the picture while the meeting goes on, or catch up with it."""
        self._window.set_frozen(frozen)

    @Slot(object)
    def zoom(self, by: int) -> None:
        """Enlarge (+1), reduce (-1), or come back to the usual size (0)."""
        self._window.change_zoom(by)

    @Slot(object)
    def turn_page(self, by: int) -> None:
        """Show another page of a list."""
        self._window.turn_page(by)

    def _second_screen(self) -> QScreen | None:
        own = self._operator.screen()
        return next((each for each in QGuiApplication.screens() if each is not own), None)

    def _present(self, screen: QScreen) -> None:
        self._window.present_on(screen)
        self._tell(is_shown=True)

    def _tell(self, *, is_shown: bool) -> None:
        self.shown_changed.emit(is_shown)

    @Slot()
    def _on_closed(self) -> None:
        self._tell(is_shown=False)

    @Slot()
    def _on_screen_lost(self) -> None:
        self._tell(is_shown=False)
        self.screen_lost.emit()
