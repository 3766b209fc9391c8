"""Fonts and icons: shipped, found, and complete for what is written."""

import sys
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QImage, QPainter, QRawFont

from alize_desktop.paths import resource
from alize_desktop.ui.theme.constants import keep_constants
from alize_desktop.ui.theme.fonts import body_font, load_fonts, load_symbols, with_figures
from alize_desktop.ui.theme.icons import draw_icon

FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’«»…–—·€%×≥≤−²ᵉ\u00a0\u202f\u2011▲▼●"
SYMBOLS = "▬✔✖☐☑△◇◆◐○■▶"
ICONS = sorted(each.stem for each in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_inter_has_every_french_character(qapp, weight):
    font = QRawFont(str(resource("fonts", f"Inter-{weight}.ttf")), 14)
    assert [each for each in FRENCH if not font.supportsCharacter(ord(each))] == []


def test_dejavu_has_every_symbol_inter_has_not(qapp):
    font = QRawFont(str(resource("fonts", "DejaVuSans.ttf")), 14)
    assert [each for each in SYMBOLS if not font.supportsCharacter(ord(each))] == []


def test_every_font_has_its_licence_beside_it():
    licences = [each.read_text(encoding="utf-8") for each in resource("fonts").glob("*.txt")]
    assert any("SIL Open Font License" in each for each in licences)
    assert any("Bitstream" in each for each in licences)


def test_the_families_are_known_once_loaded(qapp):
    load_fonts()
    load_symbols()
    assert {"Inter", "DejaVu Sans"} <= set(QFontDatabase.families())


def test_figures_have_one_width_and_words_keep_theirs(qapp):
    load_fonts()
    plain, figures = QFontMetricsF(body_font()), QFontMetricsF(with_figures(body_font()))
    assert figures.horizontalAdvance("111") == figures.horizontalAdvance("888")
    assert plain.horizontalAdvance("111") < plain.horizontalAdvance("888")


def test_no_break_spaces_have_a_width(qapp):
    load_fonts()
    metrics = QFontMetricsF(body_font())
    assert 0 < metrics.horizontalAdvance("\u202f") < metrics.horizontalAdvance("\u00a0")


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_asked(qapp, name):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_icon(painter, QRectF(0, 0, 40, 40), name, "#B02A22")
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert "#b02a22" in colours


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_only_lines_in_the_current_colour(name):
    root = ET.parse(resource("icons", f"{name}.svg")).getroot()  # noqa: S314 - our own file
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.5"


def test_an_icon_that_does_not_exist_is_a_bug(qapp):
    with pytest.raises(FileNotFoundError):
        draw_icon(QPainter(), QRectF(), "unicorn", "#000000")


def test_none_outlives_any_number_of_calls(qapp):
    keep_constants()
    before = sys.getrefcount(None)
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > 10**9 or sys.getrefcount(None) >= before - 100
