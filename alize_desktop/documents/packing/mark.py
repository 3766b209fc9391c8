"""A name across every page of a copy: light enough to read through, there on any photocopy."""

import math
from io import BytesIO
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from alize_desktop.documents.fonts import BOLD, load_fonts
from alize_desktop.documents.text import plain, shorten

_OPACITY: Final = 0.09
_LARGEST: Final = 54.0
_SMALLEST: Final = 16.0
_LONGEST: Final = 90


def name_mark(name: str, copy: str) -> bytes:
    """Return a page that holds a name, from corner to corner, and the copy under it.

    Args:
        name: As a person wrote it.
        copy: « Exemplaire n° 3 ».
    """
    load_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, initialFontName=BOLD)  # type: ignore[arg-type]  # wrong in the stubs
    width, height = A4
    room = math.hypot(width, height) * 0.76
    words = shorten(plain(name), _LONGEST)
    while stringWidth(words, BOLD, _SMALLEST) > room:
        words = shorten(words, len(words) - 1)
    size = min(_LARGEST, room / (stringWidth(words, BOLD, 1) or 1))
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFillColorRGB(0.1, 0.2, 0.35, alpha=_OPACITY)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(0, 0, words)
    canvas.setFont(BOLD, size * 0.5)
    canvas.drawCentredString(0, -size * 0.8, plain(copy))
    canvas.showPage()
    canvas.save()
    return file.getvalue()
