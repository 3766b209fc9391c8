"""A date, typed freely or picked in a calendar."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import Palette
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.ui.widgets.keys import key_name
from alize_desktop.ui.widgets.painting import draw_rounded
from alize_desktop.wording.dates import parse_date, short_date

_KEY: Final = "Alt+Down"


class _CalendarButton(QToolButton):
    """Opens the calendar, by a click: Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(34), scaled(32))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect())
        ground = colours.hover if self.underMouse() and self.isEnabled() else colours.surface
        draw_rounded(painter, box, 6, ground, colours.line_strong)
        side = scaled(16)
        centre = box.center()
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_icon(painter, place, "calendar", colours.soft)


def _french_calendar(colours: Palette) -> QCalendarWidget:
    """Return a calendar whose week begins on Monday, in the colours of the theme."""
    calendar = QCalendarWidget()
    calendar.setDateEditEnabled(False)  # half a date typed over it is no day
    calendar.setLocale(QLocale(QLocale.Language.French, QLocale.Country.France))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(colours.soft))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        for button in calendar.findChildren(QToolButton, name):
            button.setIcon(QIcon())
            button.setText(sign)
    return calendar


class DateField(TypedField[date]):
    """A date, typed as ``3/4/26``, ``03.04.2026`` or ``3 avril 2026``."""

    def __init__(
        self,
        text: str,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            Reading(parse_date, short_date),
            required=required,
            hint=hint,
            parent=parent,
        )
        self.edit.setPlaceholderText(self.tr("jj/mm/aaaa"))
        self._popup: QFrame | None = None
        self.edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and QKeySequence(event.keyCombination()) == QKeySequence(_KEY)
        ):
            self._on_calendar_asked()
            return True
        return super().eventFilter(watched, event)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self._button.setVisible(not read_only)

    @override
    def _beside(self, unit: str) -> QWidget | None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._button = _CalendarButton()
        self._button.setAccessibleName(self.tr("Ouvrir le calendrier"))
        self._button.setToolTip(self.tr("Ouvrir le calendrier ({key})").format(key=key_name(_KEY)))
        self._button.clicked.connect(self._on_calendar_asked)
        row.addWidget(self.edit, 1)
        row.addWidget(self._button)
        return whole

    def calendar(self) -> QCalendarWidget | None:
        """Return the calendar that is open, if one is."""
        return self._popup.findChild(QCalendarWidget) if self._popup else None

    def _on_calendar_asked(self) -> None:
        if self.edit.isReadOnly() or not self.edit.isEnabled():
            return
        self.commit()
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("ground", "card")
        calendar = _french_calendar(palette_of(self))
        shown = self.value()
        if shown:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._on_day_picked)
        calendar.activated.connect(self._on_day_picked)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.destroyed.connect(self._on_popup_gone)
        self._popup = popup
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _on_day_picked(self, day: QDate) -> None:
        if self._popup is None or not day.isValid():
            return
        self._popup.close()
        self._accept(date(day.year(), day.month(), day.day()), is_empty=False)
        self.edit.setFocus()

    def _on_popup_gone(self) -> None:
        self._popup = None
