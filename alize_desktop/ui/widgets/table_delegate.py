"""How a cell is painted: one line, two lines, or a pill."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import (
    MIDDLE_LEFT,
    MIDDLE_RIGHT,
    Shape,
    draw_pill,
    draw_text,
    pill_size,
)
from alize_desktop.ui.widgets.table_model import NOTE_ROLE, QUIET_ROLE, STATE_ROLE, STRUCK_ROLE

Index = QModelIndex | QPersistentModelIndex

_State = QStyle.StateFlag
_MARGIN = SPACE.cell


class RecordDelegate(QStyledItemDelegate):
    """Paints the cells of a ``RecordTable``; a cut text has a tooltip."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = palette_of(option.widget)
        selected = bool(option.state & _State.State_Selected)
        self._paint_ground(painter, option, colours, selected=selected)
        if selected and self._is_first(option, index):
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1)
            painter.fillRect(bar, QColor(colours.primary))
        box = self._inside(option)
        text = str(index.data() or "")
        state = index.data(STATE_ROLE)
        if state and text:
            self._paint_pills(painter, box, index, colours, outlined=selected)
        else:
            self._paint_words(painter, box, index, colours, selected=selected)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(int(self._wanted(index)) + 2 * scaled(_MARGIN) + 1, scaled(40))

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        is_cut = self._wanted(index) > self._inside(option).width()
        lines = [str(index.data() or ""), str(index.data(NOTE_ROLE) or "")]
        shown = "\n".join(line for line in lines if line) if is_cut else ""
        QToolTip.showText(event.globalPos(), shown, view)
        return True

    def _inside(self, option: QStyleOptionViewItem) -> QRectF:
        margin = scaled(_MARGIN)
        return QRectF(option.rect).adjusted(margin, 0, -margin, -1)

    def _is_first(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return option.viewItemPosition in (
            QStyleOptionViewItem.ViewItemPosition.Beginning,
            QStyleOptionViewItem.ViewItemPosition.OnlyOne,
        ) or (
            option.viewItemPosition is QStyleOptionViewItem.ViewItemPosition.Invalid
            and index.column() == 0
        )

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, colours: Palette, *, selected: bool
    ) -> None:
        ground = colours.surface
        if selected:
            ground = colours.primary_ground
        elif option.state & _State.State_MouseOver:
            ground = colours.raised
        painter.fillRect(option.rect, QColor(ground))
        rule = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(rule, QColor(colours.line))

    def _paint_pills(
        self, painter: QPainter, box: QRectF, index: Index, colours: Palette, *, outlined: bool
    ) -> None:
        """Paint the state, then the note as a quiet pill: below it when both are too wide."""
        pills = _pills(index)
        height = max(pill_size(text, shape)[1] for text, _role, shape in pills)
        is_wide = self._wanted(index) > box.width() and len(pills) > 1
        left, top = box.left(), box.center().y() - height * (1 if is_wide else 0.5)
        for text, role, shape in pills:
            width = min(pill_size(text, shape)[0], box.right() - left)
            place = QRectF(left, top, width, height)
            draw_pill(painter, place, text, role, shape, colours, outlined=outlined)
            if is_wide:
                top = place.bottom()
            else:
                left = place.right() + SPACE.tight

    def _paint_words(
        self, painter: QPainter, box: QRectF, index: Index, colours: Palette, *, selected: bool
    ) -> None:
        right = index.data(Qt.ItemDataRole.TextAlignmentRole) is not None
        note = index.data(NOTE_ROLE)
        heavy = selected and note is not None
        face = font(TYPE.body, QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        face = with_figures(face) if right else face
        face.setStrikeOut(bool(index.data(STRUCK_ROLE)))
        align = MIDDLE_RIGHT if right else MIDDLE_LEFT
        text = str(index.data() or "")
        ink = colours.soft if index.data(QUIET_ROLE) else colours.text
        if not note:
            draw_text(painter, box, text, face, ink, align)
            return
        small = font(TYPE.small)
        heights = QFontMetricsF(face).height(), QFontMetricsF(small).height()
        top = box.center().y() - sum(heights) / 2
        first = QRectF(box.left(), top, box.width(), heights[0])
        second = QRectF(box.left(), first.bottom(), box.width(), heights[1])
        draw_text(painter, first, text, face, ink, align)
        draw_text(painter, second, str(note), small, colours.soft, align)

    def _wanted(self, index: Index) -> float:
        """Return the width, in pixels, that shows the whole cell."""
        text, state = str(index.data() or ""), index.data(STATE_ROLE)
        if state:
            widths = [pill_size(word, shape)[0] for word, _role, shape in _pills(index)]
            return sum(widths) + SPACE.tight * (len(widths) - 1)
        note = QFontMetricsF(font(TYPE.small)).horizontalAdvance(str(index.data(NOTE_ROLE) or ""))
        return max(QFontMetricsF(font()).horizontalAdvance(text), note)


def _pills(index: Index) -> list[tuple[str, Role, Shape]]:
    """Return the pills of a cell: its state, and its note when it has one."""
    role, shape = index.data(STATE_ROLE)
    found = [(str(index.data() or ""), role, shape)]
    note = str(index.data(NOTE_ROLE) or "")
    return [*found, (note, Role.NEUTRAL, Shape.NONE)] if note else found
