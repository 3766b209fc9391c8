"""A ``RoomState`` composed on a sheet: header, layout, page, mark of a rehearsal."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room import lists
from alize_desktop.ui.room.figures import figures_of, foot
from alize_desktop.ui.room.pages import FILL
from alize_desktop.ui.room.sheet import GAP, LINES, Sheet, Weight, square
from alize_desktop.ui.room.signs import PRIVATE, REHEARSAL, Sign
from alize_desktop.ui.room.text import Face, Faces
from alize_desktop.ui.theme.tokens import DARK

translate = QCoreApplication.translate

MARK_STRENGTH: Final = 0.13
"""How much of its colour the mark of a rehearsal has: texts are read over it."""

_LEAST_ZOOM: Final = 0.7
_ZOOM_STEP: Final = 0.1
"""What does not fit is tried again a little smaller."""

_MARK_TURN: Final = -24
_HEADER: Final = 24


@dataclass(frozen=True, slots=True)
class Composition:
    """A page ready to be painted.

    Attributes:
        page: Page of the list, from 0.
        pages: Pages there are, at least 1.
        is_black: Nothing but a black screen.
        mark: Word across the page; empty when it is no rehearsal.
    """

    sheet: Sheet
    page: int = 0
    pages: int = 1
    is_black: bool = False
    mark: str = ""

    def paint(self, painter: QPainter) -> None:
        """Paint the whole page."""
        whole = QRectF(0, 0, self.sheet.size.width(), self.sheet.size.height())
        painter.fillRect(whole, QColor(Qt.GlobalColor.black if self.is_black else DARK.bg))
        if self.mark:
            self._paint_mark(painter)
        self.sheet.paint(painter)

    def spoken(self) -> str:
        """Return every text of the page, for those who listen to it."""
        return " · ".join(each.block.text.strip() for each in self.sheet.texts())

    def _paint_mark(self, painter: QPainter) -> None:
        sheet = self.sheet
        face = Face(round(150 * sheet.unit), Weight.Bold)
        width = sheet.faces.width(self.mark, face)
        ink = QColor(DARK.waiting)
        ink.setAlphaF(MARK_STRENGTH)
        painter.save()
        grown = min(1.0, sheet.size.width() * 0.9 / width)
        middle = QTransform.fromTranslate(sheet.size.width() / 2, sheet.size.height() / 2)
        painter.setTransform(middle.rotate(_MARK_TURN).scale(grown, grown), combine=True)
        painter.setFont(sheet.faces.font(face))
        painter.setPen(ink)
        height = sheet.faces.line_height(face)
        place = QRectF(-width / 2, -height / 2, width, height)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.mark)
        painter.restore()


def compose(
    state: RoomState, size: QSizeF, faces: Faces, page: int | None = None, zoom: float = 1.0
) -> Composition:
    """Return the page that shows a state.

    Args:
        state: What the room sees.
        size: Page in pixels.
        faces: Fonts of the view.
        page: Page of a list, from 0, brought back among those there are; None for
            the page of the line under way.
        zoom: How much larger than usual texts are; brought down to what fits.
    """
    if state.layout is RoomLayout.BLACK:
        return Composition(Sheet(size, faces), is_black=True)
    composition = _composed(state, Sheet(size, faces, zoom), page)
    while composition.sheet.is_over and zoom > _LEAST_ZOOM:
        zoom = round(zoom - _ZOOM_STEP, 1)
        composition = _composed(state, Sheet(size, faces, zoom), page)
    return composition


def _composed(state: RoomState, sheet: Sheet, page: int | None) -> Composition:
    mark = translate("room", "RÉPÉTITION") if state.is_rehearsal else ""
    _header(sheet, state)
    if state.layout in FILL:
        FILL[state.layout](sheet, state)
        return Composition(sheet, mark=mark)
    shown, pages = _list(sheet, state, page)
    return Composition(sheet, shown, pages, mark=mark)


def _header(sheet: Sheet, state: RoomState) -> None:
    """Put the committee, the day, and what must be known whatever is shown."""
    plain = Sheet(sheet.size, sheet.faces)  # the header does not grow with the zoom
    face = plain.face(_HEADER)
    if state.layout is not RoomLayout.WELCOME:
        day = plain.fitted(state.day, face, sheet.width * 0.4, sheet.px(64), lines=2)
        room = sheet.width - day.width - sheet.px(2 * GAP)
        body = plain.fitted(state.body, face, room, sheet.px(64), lines=2)
        sheet.put(body, sheet.left, sheet.top, DARK.soft)
        sheet.put(day, sheet.left + sheet.width - day.width, sheet.top, DARK.soft)
        sheet.top += max(body.height, day.height) + sheet.px(GAP)
    tags = _tags(state)
    if tags:
        _put_tags(sheet, tags, Face(face.pixels, Weight.DemiBold))
    sheet.top += sheet.px(GAP)


def _tags(state: RoomState) -> list[tuple[str, Sign]]:
    tags = []
    if state.is_rehearsal:
        tags.append((translate("room", "Répétition"), REHEARSAL))
    if state.is_private and state.layout is not RoomLayout.DELIBERATION:
        tags.append((translate("room", "Huis clos"), PRIVATE))
    return tags


def _put_tags(sheet: Sheet, tags: list[tuple[str, Sign]], face: Face) -> None:
    left = sheet.left
    for text, sign in tags:
        block = sheet.fitted(text, face, sheet.width, sheet.px(40))
        side = face.pixels * 0.62
        sheet.sign(sign.shape, square(left, sheet.top + block.height / 2, side), sign.ink)
        box = sheet.put(block, left + side * 1.6, sheet.top, sign.ink)
        left = box.right() + sheet.px(2 * GAP)
    sheet.top += sheet.faces.line_height(face)


def _list(sheet: Sheet, state: RoomState, page: int | None) -> tuple[int, int]:
    """Fill the sheet with one page of a list; return that page and how many there are."""
    heading = sheet.fitted(
        state.heading, sheet.face(44, Weight.DemiBold), sheet.width * 0.6, sheet.px(72)
    )
    box = sheet.put(heading, sheet.left, sheet.top)
    right = sheet.left + sheet.width
    if state.subtitle:
        room = sheet.width - heading.width - sheet.px(2 * GAP)
        words = sheet.fitted(state.subtitle, sheet.face(28), room, sheet.px(64), lines=2)
        sheet.put(words, right - words.width, box.center().y() - words.height / 2, DARK.soft)
    sheet.top = box.bottom() + sheet.px(GAP)
    sheet.bottom = sheet.px(LINES - 40)
    foot(sheet, figures_of(state), small=True)
    reserved = sheet.faces.line_height(sheet.face(_HEADER)) + sheet.px(GAP / 2)
    in_columns = state.layout is RoomLayout.ROLL_CALL
    listing = lists.laid_out(sheet, state.lines, reserved, in_columns=in_columns)
    pages = len(listing.pages)
    if page is None:
        page = listing.page_of_current() or 0
    shown = min(max(page, 0), pages - 1)
    lists.put(sheet, listing, shown)
    if pages > 1:
        _put_number(sheet, shown, pages)
    return shown, pages


def _put_number(sheet: Sheet, page: int, pages: int) -> None:
    text = translate("room", "Page {page} sur {pages}").format(page=page + 1, pages=pages)
    block = sheet.fitted(text, sheet.face(_HEADER), sheet.width, sheet.px(64))
    sheet.put(block, sheet.left + sheet.width - block.width, sheet.bottom - block.height, DARK.soft)
