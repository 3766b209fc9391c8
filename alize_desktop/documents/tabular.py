"""Digits of the same width, so that columns of figures line up.

The fonts carry two sets of digits; a text engine picks the even ones through
the OpenType feature ``tnum``. reportlab knows no features, so that the feature
is read here, and the digits of a font are pointed to their even shapes when it
is loaded. Text that is copied or searched in a PDF is not changed by it.
"""

import struct
from collections.abc import Callable
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

_FEATURE: Final = b"tnum"
_SINGLE_SUBSTITUTION: Final = 1
_DIGITS: Final = range(ord("0"), ord("9") + 1)


def use_tabular_digits(font: TTFont) -> None:
    """Make the ten digits of ``font`` equally wide, if the font can.

    Args:
        font: Font just loaded, before any text is measured with it. A font
            without the feature is left alone.
    """
    face = font.face
    substitutes = _substitutes(_table(face, "GSUB"))
    for code in _DIGITS:
        glyph = substitutes.get(face.charToGlyph[code])
        if glyph is not None:
            face.charToGlyph[code] = glyph
            advance, _bearing = face.hmetrics[glyph]
            face.charWidths[code] = advance * 1000 / face.unitsPerEm


def _table(face: TTFontFace, tag: str) -> bytes:
    read: Callable[[str], bytes] = face.get_table
    return read(tag)


def _substitutes(table: bytes) -> dict[int, int]:
    """Return glyph → tabular glyph, from a GSUB table (OpenType 1.9, chapter GSUB)."""
    feature_list, lookup_list = _shorts(table, 6, 2)
    found: dict[int, int] = {}
    for lookup in sorted(_lookups_of_feature(table, feature_list)):
        start = lookup_list + _shorts(table, lookup_list + 2 + 2 * lookup, 1)[0]
        kind, _flags, count = _shorts(table, start, 3)
        if kind == _SINGLE_SUBSTITUTION:
            for offset in _shorts(table, start + 6, count):
                found.update(_single_substitution(table, start + offset))
    return found


def _lookups_of_feature(table: bytes, feature_list: int) -> set[int]:
    lookups: set[int] = set()
    for number in range(_shorts(table, feature_list, 1)[0]):
        record = feature_list + 2 + 6 * number
        if table[record : record + 4] == _FEATURE:
            start = feature_list + _shorts(table, record + 4, 1)[0]
            lookups.update(_shorts(table, start + 4, _shorts(table, start + 2, 1)[0]))
    return lookups


def _single_substitution(table: bytes, start: int) -> dict[int, int]:
    kind, coverage, third = _shorts(table, start, 3)
    glyphs = _covered(table, start + coverage)
    if kind == 1:
        return {glyph: (glyph + third) % 0x10000 for glyph in glyphs}
    return dict(zip(glyphs, _shorts(table, start + 6, third), strict=True))


def _covered(table: bytes, start: int) -> list[int]:
    kind, count = _shorts(table, start, 2)
    if kind == 1:
        return list(_shorts(table, start + 4, count))
    glyphs: list[int] = []
    for number in range(count):
        first, last, _index = _shorts(table, start + 4 + 6 * number, 3)
        glyphs.extend(range(first, last + 1))
    return glyphs


def _shorts(table: bytes, start: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", table, start)
