"""The top of a letter: who writes, to whom, where and when, about what.

The recipient stands where the window of a French envelope (DL, 110 × 220 mm, window of
35 or 45 mm, at 20 mm from the right and the bottom) shows it, however the sheet slides
inside: from 100 to 188 mm across, from 55 to 79 mm down. Nothing else stands in there.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from alize_desktop.documents.blocks import line, prose
from alize_desktop.documents.fonts import BOLD
from alize_desktop.documents.frame import SIDE, TEXT_WIDTH, TOP
from alize_desktop.documents.tagging.figures import Picture
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.typography import CELL_FONT, styles
from alize_desktop.models.records.papers import PaperIdentity

_WINDOW_LEFT: Final = 100 * mm
_WINDOW_TOP: Final = 55 * mm
_HEAD_BOTTOM: Final = 93 * mm  # under the highest window, the sheet at its lowest
_LOGO_WIDTH: Final = 56 * mm
_LOGO_HEIGHT: Final = 20 * mm
_ADDRESS_LEADING: Final = 11.2  # six lines of an address stand in the window
_ROOM_TO_SIGN: Final = 21 * mm


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands around the text of a letter. Texts are as persons wrote them.

    Attributes:
        sender: Body that writes, above its address.
        recipient: Lines of the recipient's address: six at most fit in the window.
        place_and_date: « À Dijon, le 3 mars 2026 ».
        about: Object of the letter; empty for none.
        reference: What to quote in an answer; empty for none.
    """

    sender: str
    recipient: tuple[str, ...]
    place_and_date: str
    about: str = ""
    reference: str = ""


def letterhead(head: LetterHead, identity: PaperIdentity) -> list[Flowable]:
    """Return the top of a letter, down to its object and its reference."""
    left, right = _sender(head, identity), _recipient(head)
    across = _WINDOW_LEFT - SIDE
    table = layout_table(
        [[left, right]],
        colWidths=[across, TEXT_WIDTH - across],
        splitInRow=1,
        spaceAfter=8,
        style=[
            CELL_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, 0), 6 * mm),
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )
    return [table, *_about(head, identity)]


def logo_of(identity: PaperIdentity, sender: str) -> list[Flowable]:
    """Return the logo of an office, empty without one.

    Args:
        identity: Its logo was checked when it was adopted.
        sender: Whose logo it is, told to who cannot see it.
    """
    if identity.logo is None:
        return []
    logo = Picture(identity.logo, f"Logo\u00a0: {sender}", _LOGO_WIDTH, _LOGO_HEIGHT)
    return [logo, Spacer(1, 3 * mm)]


def signature_block(identity: PaperIdentity) -> list[Flowable]:
    """Return who signs, on the right, above the room to sign; empty when nobody is named."""
    if not identity.signatory.strip():
        return []
    across = _WINDOW_LEFT - SIDE
    signed: list[Flowable] = [line(identity.signatory, styles().strong)]
    table = layout_table(
        [[[], signed]],
        colWidths=[across, TEXT_WIDTH - across],
        spaceBefore=10,
        style=[
            CELL_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _ROOM_TO_SIGN),
        ],
    )
    return [table]


def accent_of(identity: PaperIdentity) -> Color:
    """Return the colour of an office's titles and rules."""
    return HexColor(identity.accent)


def _sender(head: LetterHead, identity: PaperIdentity) -> list[Flowable]:
    name: list[Flowable] = [line(head.sender, styles().strong)] if head.sender.strip() else []
    return [*logo_of(identity, head.sender), *name, *prose(identity.address, _sender_style())]


def _recipient(head: LetterHead) -> list[Flowable]:
    address: list[Flowable] = [line(each, _address_style()) for each in head.recipient if each]
    room = _HEAD_BOTTOM - _WINDOW_TOP - len(address) * _ADDRESS_LEADING
    return [
        Spacer(1, _WINDOW_TOP - TOP),
        *address,
        Spacer(1, max(room, 4 * mm)),
        line(head.place_and_date),
    ]


def _about(head: LetterHead, identity: PaperIdentity) -> list[Flowable]:
    content: list[Flowable] = []
    if head.about.strip():
        content.append(line(f"Objet\u00a0: {head.about}", _object_style(identity.accent)))
    if head.reference.strip():
        content.append(line(f"Références\u00a0: {head.reference}", styles().soft))
    return [*content, Spacer(1, 4 * mm)]


@cache
def _address_style() -> ParagraphStyle:
    return ParagraphStyle(
        "address", parent=styles().body, fontSize=9.5, leading=_ADDRESS_LEADING, spaceAfter=0
    )


@cache
def _sender_style() -> ParagraphStyle:
    return ParagraphStyle("sender", parent=styles().soft, leading=11.5, spaceAfter=0)


@cache
def _object_style(accent: str) -> ParagraphStyle:
    """Return the style of the object, which is the title of a letter for who listens."""
    return ParagraphStyle(
        "title",
        parent=styles().body,
        fontName=BOLD,
        fontSize=10.5,
        leading=15,
        spaceBefore=8,
        textColor=HexColor(accent),
    )
