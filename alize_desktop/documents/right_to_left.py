"""Hebrew and Arabic as they are written: letters joined, lines from right to left.

reportlab sets the letters of a text one after the other, from left to right. Joining
changes the width of letters and comes before lines are cut; turning comes after.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_WORDS: Final = re.compile(f"([{_LETTERS}]+(?: +[{_LETTERS}]+)*)")
_NUMBER: Final = re.compile("[\u0660-\u0669\u06f0-\u06f9]+")
_PRESENTATION_FORMS: Final = range(0xFE70, 0xFEFD)
_FORMS: Final = ("<isolated>", "<final>", "<initial>", "<medial>")
_FINAL, _INITIAL = _FORMS[1:3]


def runs(text: str) -> list[str]:
    """Return ``text`` in parts, those from right to left at the odd places."""
    return _WORDS.split(text)


def joined(text: str) -> str:
    """Return ``text`` with each Arabic letter in the form that its neighbours ask for."""
    units = list(_units(text))
    shapes = list(units)
    bearing = [place for place, unit in enumerate(units) if not unicodedata.combining(unit[0])]
    for before, here, after in zip([-1, *bearing], bearing, [*bearing[1:], -1], strict=False):
        forms = _forms().get(units[here], {})
        follows = before >= 0 and _INITIAL in _forms().get(units[before], {}) and _FINAL in forms
        leads = after >= 0 and _INITIAL in forms and _FINAL in _forms().get(units[after], {})
        shapes[here] = forms.get(_FORMS[follows + 2 * leads], units[here])
    return "".join(shapes)


def turned(text: str) -> str:
    """Return ``text`` in the order in which its letters stand on a line, left to right."""
    parts = runs(text)
    return "".join(_turned(part) if odd % 2 else part for odd, part in enumerate(parts))


def _turned(words: str) -> str:
    return _NUMBER.sub(lambda number: number[0][::-1], words[::-1])


def _units(text: str) -> Iterator[str]:
    """Yield letters; a lam and the alef after it are one."""
    place = 0
    while place < len(text):
        width = 2 if text[place : place + 2] in _forms() else 1
        yield text[place : place + width]
        place += width


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return letters → forms → the character of that form."""
    found: dict[str, dict[str, str]] = {}
    for code in _PRESENTATION_FORMS:
        form, *letters = unicodedata.decomposition(chr(code)).split(" ")
        text = "".join(chr(int(each, 16)) for each in letters)
        if form in _FORMS and text and " " not in text and "\u0640" not in text:
            found.setdefault(text, {})[form] = chr(code)
    return found
