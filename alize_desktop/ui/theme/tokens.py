"""Colours, sizes and spaces of the interface, read from ``style/tokens.toml``.

Nothing else in ``ui`` writes a colour or a size. A widget that paints itself
asks ``theme.look`` for the palette in force, never keeps one.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from alize_desktop.paths import resource


class Role(StrEnum):
    """What a colour means. Always beside a word, and a shape where it is a state."""

    NEUTRAL = "neutral"
    PRIMARY = "primary"
    GOOD = "good"
    BAD = "bad"
    WAITING = "waiting"
    RECUSAL = "recusal"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, each as ``#RRGGBB``. See ``tokens.toml`` for their use."""

    bg: str
    surface: str
    raised: str
    line: str
    line_strong: str
    hover: str
    text: str
    soft: str
    primary: str
    primary_ground: str
    on_primary: str
    primary_hover: str
    good: str
    good_ground: str
    bad: str
    bad_ground: str
    on_bad: str
    bad_hover: str
    waiting: str
    waiting_ground: str
    recusal: str
    recusal_ground: str
    focus: str

    def ink(self, role: Role) -> str:
        """Return the colour of a text or a shape of this meaning."""
        return {
            Role.NEUTRAL: self.soft,
            Role.PRIMARY: self.primary,
            Role.GOOD: self.good,
            Role.BAD: self.bad,
            Role.WAITING: self.waiting,
            Role.RECUSAL: self.recusal,
        }[role]

    def ground(self, role: Role) -> str:
        """Return the colour of the ground behind a text of this meaning."""
        return {
            Role.NEUTRAL: self.hover,
            Role.PRIMARY: self.primary_ground,
            Role.GOOD: self.good_ground,
            Role.BAD: self.bad_ground,
            Role.WAITING: self.waiting_ground,
            Role.RECUSAL: self.recusal_ground,
        }[role]


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Families, and heights of type in pixels at 96 dpi and a text size of 100 %."""

    family: str
    symbols: str
    caption: int
    small: int
    body: int
    large: int
    title: int
    count: int


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in pixels at 96 dpi and a text size of 100 %."""

    tight: int
    related: int
    cell: int
    card: int
    group: int
    radius: int
    card_radius: int
    control: int
    tick: int
    dot: int
    knob: int
    ring: int


def _read() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8"))


_TOKENS: Final = _read()

LIGHT: Final = Palette(**_TOKENS["light"])
DARK: Final = Palette(**_TOKENS["dark"])
TYPE: Final = TypeSizes(**_TOKENS["type"])
SPACE: Final = Spaces(**_TOKENS["space"])
