"""Framed pieces: the decision that must be seen first, a mention, boxes to sign."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.text import shorten
from alize_desktop.documents.typography import styles

_GAP: Final = 8 * mm
_ROOM_TO_SIGN: Final = 26 * mm
_PADDING: Final = 9
_LONGEST_NAME: Final = 120


def decision_panel(label: str, outcome: str, figures: str) -> Flowable:
    """Return what was decided, to be read at first glance.

    Args:
        label: Small line above: number and hour.
        outcome: The decision in a few words.
        figures: What is granted, on the right; empty for nothing.
    """
    ink = inks()
    right: list[Flowable] = [line(figures, styles().decision_right)] if figures else []
    return layout_table(
        [[[line(label, styles().label)], []], [[line(outcome, styles().decision)], right]],
        colWidths=[TEXT_WIDTH * 0.58, TEXT_WIDTH * 0.42],
        splitInRow=1,
        spaceBefore=8,
        spaceAfter=7,
        style=[
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, -1), ink.ground),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, ink.accent),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING + 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 0),
            ("BOTTOMPADDING", (0, 1), (-1, 1), _PADDING),
        ],
    )


def mention(title: str, text: str) -> Flowable:
    """Return a framed mention: what the paper is not, said before anything else."""
    content = [line(title, styles().strong), line(text, styles().soft)]
    return layout_table(
        [[content]],
        colWidths=[TEXT_WIDTH],
        spaceBefore=6,
        spaceAfter=6,
        style=[
            ("BOX", (0, 0), (-1, -1), 0.75, inks().accent),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


def signature_boxes(signatories: Sequence[tuple[str, str]]) -> Flowable:
    """Return boxes to be signed, side by side.

    Args:
        signatories: (capacity, name) of each, at least one; a name may be empty, and both
            are shortened to the room of their box.
    """
    ink = inks()
    width = (TEXT_WIDTH - _GAP * (len(signatories) - 1)) / len(signatories)
    cells: list[list[Flowable]] = []
    widths: list[float] = []
    for capacity, name in signatories:
        cells += [
            [
                line(shorten(capacity, _LONGEST_NAME), styles().label),
                line(shorten(name, _LONGEST_NAME), styles().strong),
            ],
            [],
        ]
        widths += [width, _GAP]
    boxed = range(0, len(cells) - 1, 2)
    return layout_table(
        [cells[:-1]],
        colWidths=widths[:-1],
        spaceBefore=6,
        spaceAfter=8,
        style=[
            *(("BOX", (number, 0), (number, 0), 0.75, ink.strong) for number in boxed),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _ROOM_TO_SIGN),
        ],
    )
