"""Pictures and scans made into pages, one a picture: opaque, no finer than a printer shows."""

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from alize_desktop.documents.fonts import REGULAR, load_fonts
from alize_desktop.documents.packing.found import CannotJoinError, Finding, Readied
from alize_desktop.documents.tagging.pictures import printable_picture
from alize_desktop.models.records.packs import JoiningFlaw

_SIGNATURES: Final = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
)
_BROKEN: Final = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What a damaged file makes the reading of a picture raise."""

_LARGE: Final = 20 * 10**6
"""Points from which a picture is said to be reduced: more than an A4 page at 400 an inch."""

_COARSEST: Final = 72 / 96
"""Typographic points of one point of a picture: a small one is not blown up."""


def is_image(content: bytes) -> bool:
    """Return whether a file begins as a picture does."""
    return content.startswith(_SIGNATURES)


def ready_image(content: bytes, target: Path) -> Readied:
    """Write a picture as a page, or each page of a scan.

    Raises:
        CannotJoinError: It cannot be read as a picture, or would fill the memory.
        OSError: Nothing can be written.
    """
    load_fonts()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about what it reads all the same
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            findings = _findings(content)
            canvas = Canvas(str(target), invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]  # wrong in the stubs
            boxes = [_page(canvas, picture) for picture in _pictures(content)]
    except _BROKEN as error:
        raise CannotJoinError(JoiningFlaw.NOT_A_PICTURE) from error
    canvas.save()
    return Readied(tuple(boxes), findings, is_foreign=False)


def _findings(content: bytes) -> tuple[Finding, ...]:
    found = []
    with _opened(content) as opened:
        points = opened.width * opened.height
        if points > _LARGE:
            found.append(Finding(JoiningFlaw.REDUCED, str(round(points / 10**6))))
        if "transparency" in opened.info or opened.mode in ("RGBA", "LA", "PA"):
            found.append(Finding(JoiningFlaw.MADE_OPAQUE))
    return tuple(found)


def _pictures(content: bytes) -> Iterator[bytes]:
    """Yield each page of a scan as a picture; the file itself for anything else."""
    with _opened(content) as opened:
        frames = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
        if frames == 1:
            yield content
            return
        for number in range(frames):
            page = BytesIO()
            opened.seek(number)
            opened.save(page, "PNG")
            yield page.getvalue()


def _opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def _page(canvas: Canvas, content: bytes) -> tuple[float, float, float, float]:
    """Add a page as large as the picture: at most that of a sheet, never blurred."""
    with _opened(content) as opened:
        side = min(max(A4), max(opened.size) * _COARSEST)
    picture, across, down = printable_picture(content, side, side)
    canvas.setPageSize((across, down))
    canvas.drawImage(ImageReader(picture), 0, 0, across, down)
    canvas.showPage()
    return 0.0, 0.0, across, down
