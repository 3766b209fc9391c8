"""The shipped fonts: Inter for every text, DejaVu Sans for five symbols."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from alize_desktop.paths import resource
from alize_desktop.ui.theme.tokens import TYPE

_WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")
_TABULAR: Final = QFont.Tag("tnum")


def load_fonts() -> None:
    """Register Inter with Qt. To be called once, before the first widget."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))


def load_symbols() -> None:
    """Register DejaVu Sans, for ▬ ✔ ✖ ☐ ☑. May wait until a window is painted."""
    QFontDatabase.addApplicationFont(str(resource("fonts", "DejaVuSans.ttf")))


def body_font(text_scale: int = 100) -> QFont:
    """Return the font of the application.

    Args:
        text_scale: Text size in percent, 90 to 150.
    """
    font = QFont([TYPE.family, TYPE.symbols])
    font.setPixelSize(round(TYPE.body * text_scale / 100))
    return font


def with_figures(font: QFont) -> QFont:
    """Return ``font`` with digits of one width, so that columns of figures line up.

    Only for figures: the same feature widens the hyphen of a name.
    """
    result = QFont(font)
    result.setFeature(_TABULAR, 1)
    return result
