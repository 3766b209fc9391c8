"""Any text made fit to be printed. The one place where text becomes markup.

A paragraph of reportlab reads ``<`` and ``&`` as markup and prints a black
square for a character its font lacks. Every text that comes from a person goes
through ``plain`` (a line drawn on the page) or ``markup`` (a paragraph). What is
said is never cut, only made printable.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape

from alize_desktop.documents.fonts import REGULAR, SYMBOLS, glyphs_of
from alize_desktop.documents.right_to_left import joined, runs

NO_BREAK: Final = "\u00a0"
_BEFORE: Final = re.compile(r" (?=[:;!?»%€])")
_AFTER: Final = re.compile(r"(?<=«) ")
_UNKNOWN: Final = "\ufffd"
_LINE_ENDS: Final = str.maketrans(
    {"\v": "\n", "\f": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
)
_NO_BREAK_SPACES: Final = frozenset("\u00a0\u202f\u2007")
_VARIATION_SELECTORS: Final = range(0xFE00, 0xFE10)
_PRIVATE_USE: Final = range(0xE000, 0xF900)


def clean(text: str) -> str:
    r"""Return ``text`` with printable characters and ``\n`` only.

    Accents are composed; narrow no-break spaces become U+00A0, on which no line
    breaks in a PDF; invisible characters (controls, direction overrides, soft
    hyphens, joiners) are left out, so that nothing can print backwards; what no
    shipped font can draw is shown as U+FFFD.
    """
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines.translate(_LINE_ENDS).translate(_PRINTABLE)


def plain(text: str) -> str:
    """Return ``text`` on one line, without markup, in characters Inter can draw.

    For what is drawn straight on the page (header, footer) and for the PDF's
    own properties.
    """
    known = glyphs_of(REGULAR)
    one_line = " ".join(clean(text).split("\n"))
    return "".join(each if ord(each) in known else "?" for each in one_line)


def markup(text: str) -> str:
    """Return ``text`` as the markup of a paragraph that prints exactly it.

    Line ends stay line ends; a character that Inter lacks is set in the symbol font.
    Words from right to left are set there as one, for the lines to be turned.
    """
    printable, known = clean(text), glyphs_of(REGULAR)
    if known.issuperset(map(ord, printable.replace("\n", ""))):
        return escape(printable).replace("\n", "<br/>")
    parts: list[str] = []
    for place, part in enumerate(runs(printable)):
        parts += [_in_symbols(joined(part))] if place % 2 else _in_both_fonts(part)
    return "".join(parts)


def typeset(text: str) -> str:
    """Return ``text`` with the no-break spaces of French: « ainsi : ceci » stays in one line."""
    return _AFTER.sub(NO_BREAK, _BEFORE.sub(NO_BREAK, text))


def shorten(text: str, longest: int) -> str:
    """Return ``text`` in at most ``longest`` (>= 1) characters, an ellipsis for the rest.

    Only for page headers and bookmarks, where the whole is said elsewhere.
    """
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _in_both_fonts(text: str) -> Iterator[str]:
    known = glyphs_of(REGULAR)
    for is_known, run in groupby(text, lambda each: each == "\n" or ord(each) in known):
        letters = "".join(run)
        yield escape(letters).replace("\n", "<br/>") if is_known else _in_symbols(letters)


def _in_symbols(text: str) -> str:
    return f'<font name="{SYMBOLS}">{escape(text)}</font>'


def _printable(character: str) -> str:
    if character in _NO_BREAK_SPACES:
        return NO_BREAK
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cc":
            return character if character == "\n" else ""
        case "Cf":
            return ""
    return _drawable(character)


def _drawable(character: str) -> str:
    code = ord(character)
    if code in _VARIATION_SELECTORS:
        return ""
    is_known = code in glyphs_of(REGULAR) or code in glyphs_of(SYMBOLS)
    return character if is_known and code not in _PRIVATE_USE else _UNKNOWN


class _Printable(dict[int, str]):
    """Code point → what is printed for it, found when it is first met."""

    def __missing__(self, code: int) -> str:
        printed = self[code] = _printable(chr(code))
        return printed


_PRINTABLE: Final = _Printable()
