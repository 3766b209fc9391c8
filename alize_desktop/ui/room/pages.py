"""The layouts of the room, each a function that fills a sheet."""

from collections.abc import Callable, Mapping
from typing import Final

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.figures import figures_of, filling, foot
from alize_desktop.ui.room.sheet import GAP, Sheet, Weight, square
from alize_desktop.ui.room.signs import PAUSE, PLAIN, REACHED, SHORT, Sign, form_sign, outcome_sign
from alize_desktop.ui.theme.tokens import DARK

_OUTCOME: Final = 128
_SENTENCE: Final = 32
_SIGN: Final = 0.66
"""Side of the shape beside a large text, in parts of its height."""


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
    sheet.write(state.heading, sheet.face(68, Weight.DemiBold), lines=3, after=2)
    sheet.write(state.subtitle, sheet.face(32), DARK.soft, lines=2, after=28)
    filling(sheet, figures_of(state))


def statement(sheet: Sheet, state: RoomState) -> None:
    """One large text and a sentence: deliberation, suspension, closing."""
    sign = PAUSE if state.layout is RoomLayout.SUSPENSION else PLAIN
    height = sheet.bottom - sheet.top
    sheet.top += height * 0.2
    _large(sheet, state.heading, sign, 112, height * 0.42)
    sheet.top += sheet.px(GAP)
    sheet.write(state.subtitle, sheet.face(44), DARK.soft, lines=3, after=8)
    sheet.write(state.note, sheet.face(52), lines=2)


def quorum(sheet: Sheet, state: RoomState) -> None:
    """Whether the quorum is reached, and its arithmetic."""
    foot(sheet, figures_of(state))
    sheet.top += sheet.px(36)
    sign = REACHED if state.is_quorum_reached else SHORT
    _large(sheet, state.heading, sign, 104, (sheet.bottom - sheet.top) * 0.55)
    sheet.top += sheet.px(GAP)
    sheet.write(state.note, sheet.face(_SENTENCE), lines=4)


def vote(sheet: Sheet, state: RoomState) -> None:
    """The question and the form of the vote."""
    _company(sheet, state)
    foot(sheet, figures_of(state))
    sheet.top += sheet.px(12)
    sign = form_sign(state.form) if state.form is not None else PLAIN
    height = sheet.bottom - sheet.top
    question = sheet.face(44)
    block = sheet.fitted(state.note, question, sheet.width, height * 0.55, lines=4)
    _large(sheet, state.form_name, sign, 84, height - block.height - sheet.px(2 * GAP))
    sheet.top += sheet.px(GAP)
    sheet.put(block, sheet.left, sheet.top)


def result(sheet: Sheet, state: RoomState) -> None:
    """The outcome in very large type, the sentence, the counts or what was granted."""
    _company(sheet, state)
    foot(sheet, figures_of(state))
    sheet.top += sheet.px(8)
    height = sheet.bottom - sheet.top
    face = sheet.face(_SENTENCE)
    texts = [each for each in (state.sentence, state.note) if each]
    said = [sheet.fitted(each, face, sheet.width, height * 0.5, lines=4) for each in texts]
    below = sum(each.height for each in said) + sheet.px(8)
    _large(sheet, state.outcome, outcome_sign(state), _OUTCOME, height - below)
    sheet.top += sheet.px(8)
    for number, block in enumerate(said):
        sheet.put(block, sheet.left, sheet.top, DARK.soft if number else DARK.text)
        sheet.top += block.height


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
    sheet.write(state.heading, sheet.face(54, Weight.DemiBold), lines=2, after=2)
    sheet.write(state.subtitle, sheet.face(28), DARK.soft, lines=2)


def _large(sheet: Sheet, text: str, sign: Sign, units: float, height: float) -> None:
    """Put a very large text, with its shape and in its colour."""
    face = sheet.face(units, Weight.Bold)
    inside = sheet.width
    if sign.shape:
        inside -= face.pixels * _SIGN * 1.3
    block = sheet.fitted(text, face, inside, max(height, 1), lines=2)
    ink = sign.ink if sign.shape else DARK.text
    left = sheet.left
    if sign.shape:
        side = block.face.pixels * _SIGN
        first = block.height / block.lines
        sheet.sign(sign.shape, square(left, sheet.top + first / 2, side), ink)
        left += side * 1.3
    sheet.put(block, left, sheet.top, ink)
    sheet.top += block.height


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
