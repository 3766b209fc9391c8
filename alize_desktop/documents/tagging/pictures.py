"""Pictures made fit to be printed and archived: opaque, in RGB or grey, not too fine."""

import warnings
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

_FINEST: Final = 300 / 72
"""Points of a picture in a typographic point: 300 in an inch."""

_KINDS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
"""No PostScript: reading it would run a program."""

_QUALITY: Final = 88
"""Of the photographs, as JPEG counts it."""


class NotAPictureError(ValueError):
    """Bytes that cannot be read as a picture, or that would fill the memory."""


def printable_picture(content: bytes, width: float, height: float) -> tuple[BytesIO, float, float]:
    """Return a picture as PNG or JPEG, and the width and height that it fills.

    Args:
        content: Bytes of the file of a picture.
        width: Room for it, in points.
        height: Room for it, in points.

    Raises:
        NotAPictureError: They are not, or they hold too many points (over 89 millions).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _printable(content, width, height)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise NotAPictureError from error


def _printable(content: bytes, width: float, height: float) -> tuple[BytesIO, float, float]:
    with Image.open(BytesIO(content), formats=_KINDS) as opened:
        is_photograph = opened.format == "JPEG"
        if is_photograph:
            opened.draft(None, _points(width, height))
        upright = ImageOps.exif_transpose(opened)
        picture = _opaque(upright)
    scale = min(width / picture.width, height / picture.height)
    across, down = picture.width * scale, picture.height * scale
    picture.thumbnail(_points(across, down))
    file = BytesIO()
    if is_photograph:
        picture.save(file, "JPEG", quality=_QUALITY, exif=b"", icc_profile=None)
    else:
        picture.save(file, "PNG", icc_profile=None)
    return file, across, down


def _points(width: float, height: float) -> tuple[int, int]:
    return max(1, round(width * _FINEST)), max(1, round(height * _FINEST))


def _opaque(picture: Image.Image) -> Image.Image:
    """Return ``picture`` in grey or RGB, on white where it is transparent."""
    if picture.mode in ("L", "RGB") and "transparency" not in picture.info:
        return picture.copy()
    if picture.mode in ("1", "I", "F", "I;16"):
        return picture.convert("L")
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        white = Image.new("RGB", layer.size, "white")
        white.paste(layer, mask=layer.getchannel("A"))
        return white
    return picture.convert("RGB")
