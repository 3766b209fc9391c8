"""The fonts of the papers: Inter for every text, DejaVu Sans for what it lacks."""

from functools import cache
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from alize_desktop.documents.tabular import use_tabular_digits
from alize_desktop.paths import resource

REGULAR: Final = "Alize-Regular"
MEDIUM: Final = "Alize-Medium"
BOLD: Final = "Alize-SemiBold"
SYMBOLS: Final = "Alize-Symbols"

_INTER: Final = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    BOLD: "Inter-SemiBold.ttf",
}


@cache
def load_fonts() -> None:
    """Register the shipped fonts with reportlab, once.

    ``<b>`` in a paragraph is the semi-bold; the papers use no italics.
    """
    for name, file in _INTER.items():
        font = TTFont(name, str(resource("fonts", file)))
        use_tabular_digits(font)
        registerFont(font)
    registerFont(TTFont(SYMBOLS, str(resource("fonts", "DejaVuSans.ttf"))))
    for name in (REGULAR, MEDIUM):
        registerFontFamily(name, normal=name, bold=BOLD, italic=name, boldItalic=BOLD)
    registerFontFamily(BOLD, normal=BOLD, bold=BOLD, italic=BOLD, boldItalic=BOLD)


@cache
def glyphs_of(name: str) -> frozenset[int]:
    """Return the code points that a registered font can draw.

    Args:
        name: ``REGULAR`` (the other weights of Inter draw the same) or ``SYMBOLS``.
    """
    file = _INTER.get(name, "DejaVuSans.ttf")
    return frozenset(TTFont(name, str(resource("fonts", file))).face.charToGlyph)
