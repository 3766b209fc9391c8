"""The window of the projector. Shows what it is given; decides nothing.

It takes no key for itself: those a presenter may press on it are told to whoever
holds the meeting. Closing it, or pulling its cable out, leaves the meeting alone.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QPixmap, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.view import USUAL_SIZE, RoomView
from alize_desktop.ui.theme.theme import dress
from alize_desktop.ui.theme.tokens import DARK

FORWARDED: Final = frozenset(
    {
        "B",
        "F",
        "F5",
        "PgUp",
        "PgDown",
        "Esc",
        "L",
        "I",
        "Ctrl++",
        "Ctrl+-",
        "Ctrl+0",
        "Ctrl+Shift+H",
    }
)
"""Portable names of the keys told to whoever holds the meeting."""

_PLUS: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class RoomWindow(QWidget):
    """Top-level window of the room.

    Signals:
        key_pressed: Arg: portable name of a key of ``FORWARDED``.
        picture_changed: Arg: the ``QPixmap`` now shown.
        screen_lost: Its screen was unplugged; the window is hidden.
        screen_found: A screen came while it had none.
        closed: It was closed by hand.
    """

    key_pressed = Signal(str)
    picture_changed = Signal(object)
    screen_lost = Signal()
    screen_found = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._screen: QScreen | None = None
        self._is_lost = False
        self._kept: RoomState | None = None
        self._waiting: RoomState | None = None
        self.setWindowTitle(self.tr("Alizé — écran de la salle"))
        self.setAccessibleName(self.tr("Écran de la salle"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(QSize(640, 360))
        dress(self, DARK)
        self._view = RoomView(self)
        self._view.picture_changed.connect(self.picture_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.resize(USUAL_SIZE)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)
            application.screenAdded.connect(self._on_screen_added)

    @property
    def view(self) -> RoomView:
        """What is painted in it."""
        return self._view

    @property
    def is_frozen(self) -> bool:
        """Whether the last picture is kept."""
        return self._kept is not None

    def picture(self, size: QSize | None = None) -> QPixmap:
        """Return the picture shown, or the same at another size in pixels."""
        return self._view.picture(size)

    def show_state(self, state: RoomState) -> None:
        """Show another state; a frozen room keeps its picture, unless more is to be hidden."""
        if self._kept is None:
            self._view.show_state(state)
            return
        self._waiting = state
        self._view.show_state(state if _hides_more(state, self._kept) else self._kept)

    def set_frozen(self, frozen: bool) -> None:  # noqa: FBT001 - connected to signals
        """Keep the picture while the meeting goes on, or catch up with it."""
        if frozen == self.is_frozen:
            return
        waiting, self._waiting = self._waiting, None
        self._kept = self._view.state if frozen else None
        self._view.hold_page(held=frozen)
        if waiting is not None:
            self._view.show_state(waiting)

    def turn_page(self, by: int) -> None:
        """Show another page of a list, unless the picture is frozen."""
        if not self.is_frozen:
            self._view.turn_page(by)

    def change_zoom(self, by: int) -> None:
        """Enlarge (+1), reduce (-1), or come back to the usual size (0)."""
        self._view.change_zoom(by)

    def present_on(self, screen: QScreen) -> None:
        """Fill a screen, without taking the keyboard."""
        active = QApplication.activeWindow()
        self._screen = screen
        self._is_lost = False
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if active is not None:  # some desktops activate whatever is shown
            active.activateWindow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if name in FORWARDED:
            self.key_pressed.emit(name)
            event.accept()
        else:
            event.ignore()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._screen = None
        super().closeEvent(event)
        self.closed.emit()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        left = [each for each in QGuiApplication.screens() if each is not screen]
        if self._screen is None or (screen is not self._screen and len(left) > 1):
            return  # left alone with the operator's window, the room would cover it
        self._screen = None
        self._is_lost = True
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(USUAL_SIZE)
        for each in left[:1]:
            self.setScreen(each)
            self.move(each.availableGeometry().topLeft())
        self.screen_lost.emit()

    @Slot(QScreen)
    def _on_screen_added(self, _screen: QScreen) -> None:
        if self._is_lost:
            self.screen_found.emit()


def key_name(event: QKeyEvent) -> str:
    """Return the portable name of a key, whatever the keyboard: « Ctrl++ »."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _PLUS and modifiers & Qt.KeyboardModifier.ControlModifier:
        return "Ctrl++"  # « + » needs Shift on some keyboards, and is « = » without it on others
    key = QKeySequence(modifiers.value | event.key())
    return key.toString(QKeySequence.SequenceFormat.PortableText)


def _hides_more(state: RoomState, kept: RoomState) -> bool:
    """Return whether a state hides what a frozen picture still shows."""
    if kept.layout is RoomLayout.BLACK:
        return False
    return (
        state.layout is RoomLayout.BLACK
        or (state.is_private and not kept.is_private)
        or (state.is_guarded and not kept.is_guarded)
    )
