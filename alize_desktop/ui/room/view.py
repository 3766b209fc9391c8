"""What the room sees, painted. Draws the next picture whole before showing it."""

from typing import Final

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.composition import Composition, compose
from alize_desktop.ui.room.text import Faces
from alize_desktop.ui.theme.theme import dress
from alize_desktop.ui.theme.tokens import DARK

USUAL_SIZE: Final = QSize(1280, 720)
PAGE_SECONDS: Final = 8
SMALLEST_ZOOM: Final = 0.8
LARGEST_ZOOM: Final = 1.6

_ZOOM_STEP: Final = 0.1
_SHARP: Final = 480
"""Height in pixels under which a picture is a reduced one: its texts would be too small."""


class RoomView(QWidget):
    """Paints a ``RoomState``, always dark, whatever the size.

    Lists too long for one page turn by themselves, but while somebody is being
    called: the page of that member stays.

    Signals:
        picture_changed: Arg: the ``QPixmap`` now shown.
    """

    picture_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = Faces()
        self._state = RoomState(RoomLayout.BLACK)
        self._page: int | None = None
        self._zoom = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Écran de la salle"))
        dress(self, DARK)
        self._timer = QTimer(self)
        self._timer.setInterval(PAGE_SECONDS * 1000)
        self._timer.timeout.connect(self._on_page_over)
        self.resize(USUAL_SIZE)
        self._composition = self._composed(QSizeF(self.size()))
        self._picture = self._painted(self._composition)

    @property
    def state(self) -> RoomState:
        """What is shown."""
        return self._state

    @property
    def composition(self) -> Composition:
        """What is shown, piece by piece."""
        return self._composition

    @property
    def zoom(self) -> float:
        """How much larger than usual texts are, where there is room."""
        return self._zoom

    def show_state(self, state: RoomState) -> None:
        """Show another state; a list that goes on stays at its page."""
        if state == self._state:
            return
        stays = state.layout is self._state.layout and not _follows(state)
        self._state = state
        if not stays:
            self._page = None
        self._draw()
        self._timer.stop()
        self._keep_turning()

    def turn_page(self, by: int) -> None:
        """Show another page of a list, from the last one back to the first."""
        pages = self._composition.pages
        if pages > 1:
            self._page = (self._composition.page + by) % pages
            self._draw()
            self._timer.stop()
            self._keep_turning()

    def change_zoom(self, by: int) -> None:
        """Enlarge (+1), reduce (-1), or come back to the usual size (0)."""
        wanted = self._zoom + by * _ZOOM_STEP if by else 1.0
        zoom = round(min(max(wanted, SMALLEST_ZOOM), LARGEST_ZOOM), 1)
        if zoom != self._zoom:
            self._zoom = zoom
            self._draw()

    def hold_page(self, *, held: bool) -> None:
        """Stop turning pages, or go on."""
        self._timer.stop()
        if not held:
            self._keep_turning()

    def picture(self, size: QSize | None = None) -> QPixmap:
        """Return the picture shown, or the same at another size in pixels."""
        if size is None or size == self.size():
            return self._picture
        if size.height() >= _SHARP:
            return self._painted(self._composed(QSizeF(size)), 1.0)
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return self._picture.scaled(size, keep, smooth)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(self.rect(), self._picture)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _composed(self, size: QSizeF) -> Composition:
        return compose(self._state, size, self._faces, self._page, self._zoom)

    def _painted(self, composition: Composition, ratio: float | None = None) -> QPixmap:
        ratio = ratio or self.devicePixelRatioF()
        picture = QPixmap((composition.sheet.size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        composition.paint(painter)
        painter.end()
        return picture

    def _draw(self) -> None:
        """Draw the next picture aside, then show it at once."""
        composition = self._composed(QSizeF(self.size()))
        picture = self._painted(composition)
        self._composition, self._picture = composition, picture
        self.setAccessibleDescription(composition.spoken())
        self.update()
        self.picture_changed.emit(picture)

    def _keep_turning(self) -> None:
        if self._composition.pages > 1 and not _follows(self._state):
            self._timer.start()

    @Slot()
    def _on_page_over(self) -> None:
        self.turn_page(1)


def _follows(state: RoomState) -> bool:
    """Return whether the page is that of who is being called."""
    return state.layout is RoomLayout.ROLL_CALL and any(each.is_current for each in state.lines)
