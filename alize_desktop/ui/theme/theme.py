"""The theme in force: one style sheet, one ``QPalette``, one font, for light and dark."""

import re
from dataclasses import asdict
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from alize_desktop.paths import resource
from alize_desktop.ui.theme.fonts import body_font, load_fonts
from alize_desktop.ui.theme.look import APART, qt_palette
from alize_desktop.ui.theme.tokens import DARK, LIGHT, SPACE, TYPE, Palette

SMALLEST_TEXT: Final = 90
LARGEST_TEXT: Final = 150

_PLACE: Final = re.compile(r"@([a-z_]+)")


class Scheme(StrEnum):
    """Which theme the user wants. ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@cache
def _template() -> str:
    return resource("style", "alize.qss").read_text(encoding="utf-8")


def style_sheet(colours: Palette, text_scale: int = 100) -> str:
    """Return the style sheet with every ``@token`` replaced.

    Args:
        colours: Theme.
        text_scale: Text size in percent; sizes and spaces grow with it.

    Raises:
        KeyError: The sheet names a token that does not exist.
    """
    check = "check-dark.svg" if colours == DARK else "check-light.svg"
    values = asdict(colours) | {"check": resource("style", check).as_posix()}
    sizes = asdict(TYPE) | asdict(SPACE)
    values |= {
        name: f"{round(size * text_scale / 100)}px"
        for name, size in sizes.items()
        if isinstance(size, int)
    }
    return _PLACE.sub(lambda found: values[found.group(1)], _template())


def dress(window: QWidget, colours: Palette, text_scale: int = 100) -> None:
    """Dress one window apart from the application, such as a room that is always dark."""
    window.setProperty(APART, colours.primary)
    window.setPalette(qt_palette(colours))
    window.setStyleSheet(style_sheet(colours, text_scale))


class Theme(QObject):
    """Dresses the whole application, and again when the system or the user changes.

    Keep one for the life of the application. Widgets do not receive it: they
    are told by Qt (``changeEvent``) and read ``theme.look``.

    Args:
        app: The application.
        parent: Parent object.
        sheet_later: Whether the style sheet waits for a window, see ``put_on_with``.

    Signals:
        changed: Colours or text size have just changed.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, parent: QObject | None = None, *, sheet_later: bool = False
    ) -> None:
        super().__init__(parent or app)
        self._sheet_waits = sheet_later
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._text_scale = 100
        self._dressed: tuple[Palette, int] | None = None
        load_fonts()
        # a sheet is only ever worn over this style; putting it on again polishes every widget
        if not app.styleSheet() and app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def colours(self) -> Palette:
        """The palette in force."""
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._system_is_dark() else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    @property
    def scheme(self) -> Scheme:
        """What the user wants."""
        return self._scheme

    @property
    def text_scale(self) -> int:
        """Text size in percent."""
        return self._text_scale

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or keep one theme whatever the system says."""
        self._scheme = scheme
        hints = self._app.styleHints()
        match scheme:  # window frames are drawn by the system
            case Scheme.SYSTEM:
                hints.unsetColorScheme()
            case Scheme.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Scheme.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
        self.apply()

    def set_text_scale(self, percent: int) -> None:
        """Enlarge or shrink everything; kept between 90 and 150 %."""
        self._text_scale = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        self.apply()

    def apply(self) -> None:
        """Dress the application, if anything differs from what it wears."""
        wanted = (self.colours, self._text_scale)
        if wanted == self._dressed:
            return
        self._dressed = wanted
        self._app.setFont(body_font(self._text_scale))
        self._app.setPalette(qt_palette(self.colours))
        if not self._sheet_waits:
            self._wear(style_sheet(*wanted))
        self.changed.emit()

    def put_on_with(self, window: QWidget) -> None:
        """Put the style sheet on when ``window`` is about to be seen.

        Each widget given to a parent while a sheet is worn is dressed again, with
        all that it holds: a window built bare is dressed once.
        """
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and self._sheet_waits:
            self._sheet_waits = False
            watched.removeEventFilter(self)
            if self._dressed is not None:
                self._wear(style_sheet(*self._dressed))
        return super().eventFilter(watched, event)

    def _wear(self, sheet: str) -> None:
        """Put a style sheet on, unless it is worn already: Qt would dress everything again."""
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    @Slot()
    def _on_system_changed(self) -> None:
        if self._dressed is not None:
            self.apply()
