"""What a widget that paints itself asks: which palette, which scale, which font.

The answers are read from the ``QPalette`` and the font in force, so no widget
holds the theme, and a window may be dark alone.
"""

from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from alize_desktop.ui.theme.constants import keep_constants
from alize_desktop.ui.theme.tokens import DARK, LIGHT, TYPE, Palette

keep_constants()

_Group: Final = QPalette.ColorGroup
_Role: Final = QPalette.ColorRole

MARK: Final = _Role.Accent
"""Role that tells a light palette from a dark one; no style sheet changes it."""

APART: Final = "dressed_apart"
"""Property of a widget dressed apart from the application: its primary colour."""

_DARK_MARK: Final = QColor(DARK.primary).rgb()


def palette_of(widget: QWidget) -> Palette:
    """Return the colours ``widget`` must paint with now.

    Those of the nearest parent dressed apart (``theme.dress``), or else those of
    the application.
    """
    each: QWidget | None = widget
    while each is not None:
        apart = each.property(APART)
        if apart is not None:
            return DARK if apart == DARK.primary else LIGHT
        each = each.parentWidget()
    return DARK if widget.palette().color(_Group.Active, MARK).rgb() == _DARK_MARK else LIGHT


def scale() -> float:
    """Return how much the text size enlarges everything: 1.0 at 100 %."""
    pixels = QApplication.font().pixelSize()  # -1 while no theme is applied
    return pixels / TYPE.body if pixels > 0 else 1.0


def scaled(pixels: float) -> int:
    """Return ``pixels`` (at 100 %) at the text size in force."""
    return round(pixels * scale())


def font(size: int = TYPE.body, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the application's font at a size of ``TYPE`` (at 100 %) and a weight."""
    result = QApplication.font()
    result.setPixelSize(scaled(size))
    result.setWeight(weight)
    return result


def qt_palette(colours: Palette) -> QPalette:
    """Return the ``QPalette`` of a theme, disabled state included."""
    pairs = {
        _Role.Window: colours.bg,
        _Role.WindowText: colours.text,
        _Role.Base: colours.surface,
        _Role.AlternateBase: colours.raised,
        _Role.Text: colours.text,
        _Role.Button: colours.surface,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.text,
        _Role.PlaceholderText: colours.soft,
        _Role.Highlight: colours.primary,
        _Role.HighlightedText: colours.on_primary,
        _Role.Link: colours.primary,
        _Role.LinkVisited: colours.primary,
        _Role.ToolTipBase: colours.text,
        _Role.ToolTipText: colours.surface,
        _Role.Light: colours.surface,
        _Role.Midlight: colours.raised,
        _Role.Mid: colours.line,
        _Role.Dark: colours.line_strong,
        _Role.Shadow: colours.line_strong,
        _Role.Accent: colours.primary,
    }
    palette = QPalette()
    for role, colour in pairs.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(colours.soft))
    return palette
