"""The logo of an office, made fit for every paper once, when it is adopted."""

import warnings
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm

from alize_desktop.documents.tagging.pictures import NotAPictureError, printable_picture
from alize_desktop.errors import ErrorCode, UserError

MOST_MEGAPIXELS: Final = 40
"""Most points of a logo, in millions."""

_WIDTH: Final = 112 * mm  # twice the room a letter gives it
_HEIGHT: Final = 40 * mm


def checked_logo(content: bytes) -> bytes:
    """Return a logo on white, in RGB or grey, no finer than a printer shows.

    Args:
        content: Bytes of the file that was chosen.

    Raises:
        UserError: ``PICTURE_NOT_READABLE``; ``PICTURE_TOO_LARGE``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content)) as opened:
                points = opened.width * opened.height
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UserError(ErrorCode.PICTURE_TOO_LARGE, most=MOST_MEGAPIXELS) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UserError(ErrorCode.PICTURE_NOT_READABLE) from error
    if points > MOST_MEGAPIXELS * 10**6:
        raise UserError(ErrorCode.PICTURE_TOO_LARGE, most=MOST_MEGAPIXELS)
    try:
        picture, _across, _down = printable_picture(content, _WIDTH, _HEIGHT)
    except NotAPictureError as error:
        raise UserError(ErrorCode.PICTURE_NOT_READABLE) from error
    return picture.getvalue()
