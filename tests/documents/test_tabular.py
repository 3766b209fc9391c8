"""Figures line up: the ten digits are equally wide in every weight of the text font."""

import struct

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from alize_desktop.documents import tabular
from alize_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, load_fonts
from alize_desktop.paths import resource


@pytest.mark.parametrize("font", [REGULAR, MEDIUM, BOLD])
def test_all_digits_are_equally_wide(font):
    load_fonts()
    assert len({stringWidth(digit, font, 10) for digit in "0123456789"}) == 1


def test_a_font_without_even_digits_is_left_alone():
    font = TTFont("alone", str(resource("fonts", "DejaVuSans.ttf")))
    before = dict(font.face.charToGlyph), dict(font.face.charWidths)
    tabular.use_tabular_digits(font)
    assert (font.face.charToGlyph, font.face.charWidths) == before


def table(kind, lookup):
    """Return a GSUB table: two features, of which ``tnum`` names one lookup."""
    features = struct.pack(">H4sH4sH", 2, b"kern", 14, b"tnum", 14) + struct.pack(">HHH", 0, 1, 0)
    lookups = struct.pack(">HH", 1, 4) + struct.pack(">HHHH", kind, 0, 1, 8) + lookup
    return struct.pack(">HHHHH", 1, 0, 0, 10, 10 + len(features)) + features + lookups


def test_a_constant_shift_of_listed_glyphs_is_read():
    coverage = struct.pack(">HHHH", 1, 2, 20, 22)
    lookup = struct.pack(">HHH", 1, 6, 100) + coverage
    assert tabular._substitutes(table(1, lookup)) == {20: 120, 22: 122}


def test_a_negative_shift_wraps_around():
    coverage = struct.pack(">HHH", 1, 1, 20)
    lookup = struct.pack(">HHH", 1, 6, 0x10000 - 5) + coverage
    assert tabular._substitutes(table(1, lookup)) == {20: 15}


def test_a_list_for_a_range_of_glyphs_is_read():
    coverage = struct.pack(">HHHHH", 2, 1, 20, 22, 0)
    lookup = struct.pack(">HHHHHH", 2, 12, 3, 70, 71, 72) + coverage
    assert tabular._substitutes(table(1, lookup)) == {20: 70, 21: 71, 22: 72}


def test_other_kinds_of_lookup_are_passed_over():
    assert tabular._substitutes(table(4, struct.pack(">HHH", 1, 6, 0))) == {}
