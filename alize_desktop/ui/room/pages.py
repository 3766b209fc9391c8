"""The layouts of the room, each a function that fills a sheet."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.figures import figures_of, filling, foot
from alize_desktop.ui.room.sheet import GAP, Sheet, Weight, square
from alize_desktop.ui.room.signs import (
    PAUSE,
    PLAIN,
    PRIVATE,
    REACHED,
    SHORT,
    Sign,
    form_sign,
    outcome_sign,
)
from alize_desktop.ui.room.text import Block
from alize_desktop.ui.theme.tokens import DARK

_OUTCOME: Final = 128
_SENTENCE: Final = 32
_SIGN: Final = 0.66
"""Side of the shape beside a large text, in parts of its height."""

_BESIDE: Final = 1.3
"""What the shape and the space after it take, in parts of its side."""


def welcome(sheet: Sheet, state: RoomState) -> None:
    """Who meets, when and where."""
    foot(sheet, figures_of(state))
    sheet.top += sheet.px(72)
    sheet.write(state.heading, sheet.face(92, Weight.DemiBold), lines=2, after=4)
    sheet.write(state.subtitle, sheet.face(48), DARK.soft, after=32)
    sheet.write(_capital(state.day), sheet.face(36, Weight.Medium), after=4)
    sheet.write(state.note, sheet.face(36), DARK.soft, lines=2)


def dossier(sheet: Sheet, state: RoomState) -> None:
    """A company with what it asks, or the title of a standing point."""
    if not state.figures:
        statement(sheet, state)
        return
    sheet.write(state.heading, sheet.face(68, Weight.DemiBold), lines=4, after=2)
    sheet.write(state.subtitle, sheet.face(32), DARK.soft, lines=2, after=24)
    filling(sheet, figures_of(state))


def statement(sheet: Sheet, state: RoomState) -> None:
    """One large text and a sentence: deliberation, suspension, closing."""
    height = sheet.bottom - sheet.top
    sheet.top += height * 0.18
    _large(sheet, state.heading, _statement_sign(state), 112, height * 0.5)
    sheet.top += sheet.px(GAP)
    sheet.write(state.subtitle, sheet.face(44), DARK.soft, lines=4, after=8)
    sheet.write(state.note, sheet.face(72, Weight.Medium), lines=2)


def quorum(sheet: Sheet, state: RoomState) -> None:
    """Whether the quorum is reached, and its arithmetic."""
    foot(sheet, figures_of(state))
    sign = REACHED if state.is_quorum_reached else SHORT
    _middle(sheet, (state.heading, sign, 104), [(state.note, _SENTENCE)])


def vote(sheet: Sheet, state: RoomState) -> None:
    """The question and the form of the vote."""
    _company(sheet, state)
    foot(sheet, figures_of(state))
    sign = form_sign(state.form) if state.form is not None else PLAIN
    _middle(sheet, (state.form_name, sign, 88), [(state.note, 44)])


def result(sheet: Sheet, state: RoomState) -> None:
    """The outcome in very large type, the sentence, the counts or what was granted."""
    _company(sheet, state)
    foot(sheet, figures_of(state))
    said = [(each, _SENTENCE) for each in (state.sentence, state.note) if each]
    _middle(sheet, (state.outcome, outcome_sign(state), _OUTCOME), said)


FILL: Final[Mapping[RoomLayout, Callable[[Sheet, RoomState], None]]] = {
    RoomLayout.WELCOME: welcome,
    RoomLayout.QUORUM: quorum,
    RoomLayout.DOSSIER: dossier,
    RoomLayout.DELIBERATION: statement,
    RoomLayout.VOTE: vote,
    RoomLayout.RESULT: result,
    RoomLayout.SUSPENSION: statement,
    RoomLayout.CLOSED: statement,
}
"""Layouts of one page; the others are lists."""


def _company(sheet: Sheet, state: RoomState) -> None:
    sheet.write(state.heading, sheet.face(54, Weight.DemiBold), lines=4, after=2)
    sheet.write(state.subtitle, sheet.face(28), DARK.soft, lines=2)


def _statement_sign(state: RoomState) -> Sign:
    if state.layout is RoomLayout.SUSPENSION:
        return PAUSE
    is_told = state.is_private and state.layout is RoomLayout.DELIBERATION
    return PRIVATE if is_told else PLAIN


def _middle(sheet: Sheet, large: tuple[str, Sign, int], said: Sequence[tuple[str, int]]) -> None:
    """Put a very large text and sentences under it, a little above the middle of what is left.

    Args:
        sheet: Page.
        large: Text, sign and height in units.
        said: Sentences, with their height in units.
    """
    sheet.top += sheet.px(GAP)
    room = sheet.bottom - sheet.top
    blocks = [
        sheet.fitted(text, sheet.face(units), sheet.width, room * 0.5, lines=4)
        for text, units in said
    ]
    below = sum(each.height for each in blocks) + sheet.px(GAP)
    text, sign, units = large
    block, side = _fitted_large(sheet, text, sign, units, room - below)
    sheet.top += max(0.0, room - below - block.height) * 0.4
    _put_large(sheet, block, side, sign)
    sheet.top += sheet.px(GAP / 2)
    for number, each in enumerate(blocks):
        sheet.put(each, sheet.left, sheet.top, DARK.soft if number else DARK.text)
        sheet.end(sheet.top + each.height)


def _large(sheet: Sheet, text: str, sign: Sign, units: int, height: float) -> None:
    """Put a very large text, with its shape and in its colour."""
    block, side = _fitted_large(sheet, text, sign, units, height)
    _put_large(sheet, block, side, sign)


def _fitted_large(
    sheet: Sheet, text: str, sign: Sign, units: int, height: float
) -> tuple[Block, float]:
    """Return the text and the room its shape takes beside it."""
    face = sheet.face(units, Weight.Bold)
    room = face.pixels * _SIGN * _BESIDE if sign.shape else 0.0
    block = sheet.fitted(text, face, sheet.width - room, max(height, 1), lines=4)
    return block, block.face.pixels * _SIGN if sign.shape else 0.0


def _put_large(sheet: Sheet, block: Block, side: float, sign: Sign) -> None:
    ink = sign.ink if side else DARK.text
    if side:
        first = block.height / block.lines
        sheet.sign(sign.shape, square(sheet.left, sheet.top + first / 2, side), ink)
    sheet.put(block, sheet.left + side * _BESIDE, sheet.top, ink)
    sheet.end(sheet.top + block.height)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
