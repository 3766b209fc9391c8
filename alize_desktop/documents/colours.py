"""The colours of the papers: the tokens of the screen, in the accent of an office."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor, linearlyInterpolatedColor, white

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


_GROUND: Final = 0.11
"""How much of the accent its pale ground has."""

_ACCENT: ContextVar[str] = ContextVar("accent", default="")


@contextmanager
def printed_in(accent: str) -> Iterator[None]:
    """Lay out what follows in the accent of an office; empty for that of the screen.

    Args:
        accent: « #1d4f91 ».
    """
    before = _ACCENT.set(accent)
    try:
        yield
    finally:
        _ACCENT.reset(before)


def accent_in_use() -> str:
    """Return the accent that papers are laid out in now, empty for that of the screen."""
    return _ACCENT.get()


def inks() -> Inks:
    """Return the colours that papers are laid out in now."""
    return _inks(_ACCENT.get())


@cache
def _inks(accent: str) -> Inks:
    usual = _usual()
    if not accent:
        return usual
    colour = HexColor(accent)
    ground = linearlyInterpolatedColor(white, colour, 0, 1, _GROUND)
    return replace(usual, accent=colour, ground=ground)


@cache
def _usual() -> Inks:
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
