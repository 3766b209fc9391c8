"""Where each part of a chart stands: the same for a screen, a picture and a paper.

Lengths are in one unit, pixels or points; heights go downwards from the top.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a block is filled: two series differ by their outline too, not by colour alone."""

    SOLID = "solid"
    PALE = "pale"


class Tone(StrEnum):
    """How words are written."""

    NAME = "name"
    VALUE = "value"
    SOFT = "soft"
    ON_SOLID = "on_solid"


class Side(StrEnum):
    """Where words stand in their box."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from its left top corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A bar, a part of one, or its sample in a legend."""

    box: Box
    look: Look


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, in the middle of the height of its box; cut where it does not fit."""

    box: Box
    text: str
    side: Side = Side.LEFT
    tone: Tone = Tone.NAME


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points.

    Attributes:
        is_series: Whether it tells figures; else it is a rule of the axis.
    """

    points: tuple[tuple[float, float], ...]
    is_series: bool = False


@dataclass(frozen=True, slots=True)
class ChartSizes:
    """What a chart has to stand in.

    Attributes:
        width: All of it.
        line: Height of a line of text.
        bar: Height of a bar.
        gap: Between two things that belong together.
        plot: Height of a line chart, axis included.
        measure: Gives the width of a text.
    """

    width: float
    line: float
    bar: float
    gap: float
    plot: float
    measure: Callable[[str], float]


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """What is to be drawn, in this order: strokes, blocks, dots, words.

    Attributes:
        zones: What belongs to each bar, in their order.
        cut: Numbers of the bars whose name does not fit.
    """

    height: float
    strokes: tuple[Stroke, ...]
    blocks: tuple[Block, ...]
    dots: tuple[tuple[float, float], ...]
    words: tuple[Words, ...]
    zones: tuple[Box, ...]
    cut: tuple[int, ...] = ()
