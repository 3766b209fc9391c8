"""The colours of the papers, from the same tokens as the screen."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor

from alize_desktop.paths import resource


@dataclass(frozen=True, slots=True)
class Inks:
    """What a paper is printed with: text, two rules and one accent.

    Attributes:
        text: Body text.
        soft: Labels and secondary text.
        line: Thin rules.
        strong: Rules around what is to be signed.
        accent: Titles and decisions.
        ground: Pale ground of the accent.
    """

    text: Color
    soft: Color
    line: Color
    strong: Color
    accent: Color
    ground: Color


@cache
def inks() -> Inks:
    """Return the colours of the light theme, read once."""
    tokens = tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8"))["light"]
    return Inks(
        text=HexColor(tokens["text"]),
        soft=HexColor(tokens["soft"]),
        line=HexColor(tokens["line"]),
        strong=HexColor(tokens["line_strong"]),
        accent=HexColor(tokens["primary"]),
        ground=HexColor(tokens["primary_ground"]),
    )
