"""A bar: past aids, the new one, and the ceiling of both."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.models.values import ZERO
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette
from alize_desktop.ui.widgets.painting import MIDDLE_LEFT, MIDDLE_RIGHT, draw_rounded, draw_text
from alize_desktop.wording.amounts import money_short

_TALL: Final = 20
_WORDS: Final = 20
_THINNEST: Final = 3


class CeilingBar(QWidget):
    """Past aids filled, the new one hatched; what is over the ceiling goes past its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = self._new = self._ceiling = 0
        self._words = ("", "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sheet(self, sheet: AidSheet) -> None:
        """Show the aid of another dossier."""
        new = sheet.grant_equivalent or ZERO
        self._past, self._new = sheet.past_total.minor, new.minor
        self._ceiling = max(sheet.ceiling.minor, 1)
        known = money_short(new) if sheet.grant_equivalent is not None else "?"
        self._words = (
            self.tr("Aides passées {amount}").format(amount=money_short(sheet.past_total)),
            self.tr("cette aide {amount}").format(amount=known),
            self.tr("plafond {amount}").format(amount=money_short(sheet.ceiling)),
        )
        self.setAccessibleName(", ".join(self._words))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return scaled(_TALL + SPACE.tight + _WORDS * len(self._lines(width)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(320), self.heightForWidth(max(self.width(), scaled(320))))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette_of(self)
        track = QRectF(0, 0, self.width(), scaled(_TALL))
        draw_rounded(painter, track, SPACE.tight, colours.hover, colours.line)
        whole = max(self._past + self._new, self._ceiling)
        past = self._length(track, self._past, whole)
        new = self._length(track, self._new, whole)
        painter.fillRect(QRectF(0, 0, past, track.height()), QColor(colours.soft))
        self._paint_new(painter, QRectF(past, 0, new, track.height()), colours)
        x = min(track.width() * self._ceiling / whole, track.width() - 1)
        painter.setPen(QPen(QColor(colours.text), max(2.0, scaled(2))))
        painter.drawLine(QPointF(x, -1), QPointF(x, track.bottom() + 1))
        self._paint_words(painter, colours)

    def _length(self, track: QRectF, amount: int, whole: int) -> float:
        length = track.width() * amount / whole
        return max(length, float(scaled(_THINNEST))) if amount else 0

    def _paint_new(self, painter: QPainter, box: QRectF, colours: Palette) -> None:
        is_over = self._past + self._new > self._ceiling
        ink = QColor(colours.bad if is_over else colours.primary)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        if box.width() > 0:
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _lines(self, width: int) -> tuple[tuple[str, str], ...]:
        """Return the lines of words that fit in a width, each as (left, right)."""
        past, new, ceiling = self._words
        past, new = f"■ {past}", f"▨ {new}"
        both = f"{past}, {new}"
        advance = QFontMetricsF(with_figures(font(TYPE.small))).horizontalAdvance
        room = width - scaled(SPACE.related)
        if advance(both) + advance(ceiling) <= room:
            return ((both, ceiling),)
        if advance(both) <= room:
            return ((both, ""), ("", ceiling))
        return ((past, ""), (new, ""), ("", ceiling))

    def _paint_words(self, painter: QPainter, colours: Palette) -> None:
        face = with_figures(font(TYPE.small))
        top = scaled(_TALL + SPACE.tight)
        for number, (left, right) in enumerate(self._lines(self.width())):
            box = QRectF(0, top + number * scaled(_WORDS), self.width(), scaled(_WORDS))
            draw_text(painter, box, left, face, colours.text, MIDDLE_LEFT)
            draw_text(painter, box, right, face, colours.text, MIDDLE_RIGHT)
