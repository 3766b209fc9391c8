"""Tokens: defined once, and every pair of colours used can be read."""

import itertools
import re
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from alize_desktop.paths import resource
from alize_desktop.ui.theme.theme import style_sheet
from alize_desktop.ui.theme.tokens import DARK, LIGHT, TYPE, Palette, Role

UI = Path(__file__).parents[3] / "alize_desktop" / "ui"

GROUNDS = ("bg", "surface", "raised", "hover", "primary_ground")
PAIRS = [
    *itertools.product(("text", "soft"), GROUNDS),
    *itertools.product(("primary", "bad"), ("bg", "surface", "raised", "hover")),
    *itertools.product(("good", "waiting", "recusal"), ("bg", "surface", "raised")),
    *((role, f"{role}_ground") for role in ("primary", "good", "bad", "waiting", "recusal")),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_bad", "bad"),
    ("on_bad", "bad_hover"),
    ("surface", "text"),  # tooltips
]
EDGES = [
    *itertools.product(("line_strong", "focus"), ("bg", "surface", "raised")),
    ("surface", "primary"),  # the ring inside a main button
    ("surface", "bad"),
]


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(palette: Palette, ink: str, ground: str) -> float:
    lighter, darker = sorted(
        (luminance(getattr(palette, ink)), luminance(getattr(palette, ground))), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(palette, ink, ground):
    assert contrast(palette, ink, ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), EDGES)
def test_every_edge_that_matters_can_be_seen(palette, ink, ground):
    assert contrast(palette, ink, ground) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", list(Role))
def test_every_meaning_can_be_read_on_its_ground(palette, role):
    inks = {getattr(palette, each.name): each.name for each in fields(palette)}
    assert contrast(palette, inks[palette.ink(role)], inks[palette.ground(role)]) >= 4.5


def test_the_two_themes_have_the_same_tokens_and_no_colour_in_common_by_mistake():
    light, dark = asdict(LIGHT), asdict(DARK)
    assert light.keys() == dark.keys()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in (light | dark).values())
    assert {name for name in light if light[name] == dark[name]} == set()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_names_known_tokens_only(palette):
    sheet = style_sheet(palette)
    assert "@" not in sheet
    assert palette.surface in sheet


def test_sizes_grow_with_the_text_size():
    assert f"font-size: {round(TYPE.title * 1.5)}px" in style_sheet(LIGHT, 150)


def test_no_colour_is_written_anywhere_else():
    template = resource("style", "alize.qss").read_text(encoding="utf-8")
    sources = [template, *(each.read_text(encoding="utf-8") for each in UI.rglob("*.py"))]
    written = [found for text in sources for found in re.findall(r"#[0-9a-fA-F]{6}\b", text)]
    assert written == []
