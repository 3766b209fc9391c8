"""The head of the journal on a paper: short groups for the eye, a code for a telephone."""

import base64
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.figures import QrCode
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.typography import CELL_FONT, styles
from alize_desktop.wording.amounts import NO_BREAK, integer_text
from alize_desktop.wording.names import plural

_SIDE: Final = 26 * mm
_FINGERPRINT_BYTES: Final = 15
_GROUP: Final = 4


def seal(number: str, head: str, lines: int, why: str) -> Flowable:
    """Return the fingerprint of the journal with its code.

    Args:
        number: Number of the meeting.
        head: Hexadecimal hash of the journal, 64 digits.
        lines: Lines in the journal.
        why: What it is good for, in a sentence.
    """
    groups = fingerprint(head)
    count = f"{integer_text(lines, NO_BREAK)} {plural(lines, 'ligne')}"
    code = QrCode(
        f"ALIZE {number} {groups} {lines}",
        f"Code à lire au téléphone, avec l’empreinte du journal{NO_BREAK}: {groups}",
        _SIDE,
    )
    words: list[Flowable] = [
        line("Empreinte du journal du registre", styles().label),
        line(groups, styles().code),
        line(f"Le journal compte {count}. {why}", styles().soft),
    ]
    return layout_table(
        [[words, [code]]],
        colWidths=[TEXT_WIDTH - _SIDE - 4 * mm, _SIDE + 4 * mm],
        spaceBefore=6,
        style=[
            CELL_FONT,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("ALIGN", (1, 0), (1, 0), "RIGHT"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def fingerprint(head: str) -> str:
    """Return the first 120 bits of a hash in groups that people can compare.

    Args:
        head: Hexadecimal hash, 64 digits.

    Returns:
        Six groups of four signs in base 32: « 7ZEW-IOQZ-PT74-QSNP-WAQ6-VJ5P ».
    """
    signs = base64.b32encode(bytes.fromhex(head)[:_FINGERPRINT_BYTES]).decode("ascii")
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))
