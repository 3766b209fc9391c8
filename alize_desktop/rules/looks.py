"""What the looks of papers must keep: a colour that can be read, an address that fits."""

import re
from fractions import Fraction
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.field_checks import check_text

MOST_ADDRESS_LINES: Final = 8
"""Lines of a sender's address, between the logo and the object of a letter."""

_LONGEST_LINE: Final = 120
_LONGEST_ADDRESS: Final = 480
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_LEAST_CONTRAST: Final = Fraction(9, 2)
_WEIGHTS: Final = (Fraction("0.2126"), Fraction("0.7152"), Fraction("0.0722"))


def check_looks(identity: PaperIdentity) -> None:
    """Refuse looks that would spoil every paper.

    Raises:
        UserError: ``TEXT_TOO_LONG``; ``TEXT_HAS_CONTROL_CHARACTERS``;
            ``ADDRESS_TOO_LONG``; ``COLOUR_INVALID``; ``COLOUR_TOO_PALE``.
    """
    check_text(identity.address, _LONGEST_ADDRESS, lines=True)
    check_text(identity.signatory, _LONGEST_LINE)
    check_text(identity.footer, _LONGEST_LINE)
    lines = len(identity.address.splitlines())
    if lines > MOST_ADDRESS_LINES:
        raise UserError(ErrorCode.ADDRESS_TOO_LONG, lines=lines, most=MOST_ADDRESS_LINES)
    check_accent(identity.accent)


def check_accent(colour: str) -> None:
    """Refuse what is not a colour, or one that cannot be read on white.

    Args:
        colour: « #1d4f91 », in lower case.

    Raises:
        UserError: ``COLOUR_INVALID``; ``COLOUR_TOO_PALE``.

    Source:
        WCAG 2.2, 1.4.3: a contrast of 4.5 at least.
    """
    if not _COLOUR.fullmatch(colour):
        raise UserError(ErrorCode.COLOUR_INVALID, value=colour)
    luminance = sum(
        weight * _linear(int(colour[at : at + 2], 16))
        for weight, at in zip(_WEIGHTS, (1, 3, 5), strict=True)
    )
    if Fraction(21, 20) / (luminance + Fraction(1, 20)) < _LEAST_CONTRAST:
        raise UserError(ErrorCode.COLOUR_TOO_PALE, value=colour)


def _linear(level: int) -> Fraction:
    """Return the light of a level of colour, 0 to 255, as WCAG reckons it."""
    share = level / 255
    light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return Fraction(light)
