"""The fingerprints of the journal that are printed on the pages of a PDF.

The words of a page are read as they were drawn, one after the other, without laying
them out: that is enough for a word of which every sign is known.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String, parse_content_stream

_FINGERPRINT: Final = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}")
_SHOWING: Final = frozenset({"Tj", "TJ", "'", '"'})
_PAIRS: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES: Final = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_NUMBER: Final = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>")
_DEEPEST: Final = 4
_LONGEST_RANGE: Final = 256


def printed_fingerprints(content: bytes) -> tuple[str, ...]:
    """Return the fingerprints on the last page that has any, each once.

    Papers print theirs at their end; what is attached to them may print others.
    """
    with Pdf.open(BytesIO(content)) as pdf:
        for page in reversed(pdf.pages):
            found = _FINGERPRINT.findall("".join(_words(page.obj, 0)))
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def _words(drawn: Object, depth: int) -> Iterator[str]:
    """Yield what a page draws, and the forms drawn on it."""
    nothing = Dictionary()
    resources = drawn.get("/Resources", nothing)
    fonts, forms = resources.get("/Font", nothing), resources.get("/XObject", nothing)
    letters: _Letters | None = None
    for each in parse_content_stream(drawn, "Tf Tj TJ ' \" Do"):
        operands, name = list(each.operands), str(each.operator)
        if name == "Tf":
            letters = _Letters(fonts.get(str(operands[0])))
        elif name in _SHOWING and letters is not None:
            yield from map(letters.read, _strings(operands))
        elif name == "Do" and depth < _DEEPEST:
            form = forms.get(str(operands[0]))
            if form is not None and form.get("/Subtype") == Name.Form:
                yield from _words(form, depth + 1)


def _strings(operands: Sequence[Object]) -> Iterator[bytes]:
    shown = operands[-1]
    for each in shown if isinstance(shown, Array) else [shown]:
        if isinstance(each, String):
            yield bytes(each)


class _Letters:
    """The letters that the codes of a font stand for; a code without any stands for nothing."""

    def __init__(self, font: Object | None) -> None:
        mapping = font.get("/ToUnicode") if font is not None else None
        told = mapping.read_bytes() if mapping is not None else b""
        self._width = 2 if font is not None and font.get("/Subtype") == Name.Type0 else 1
        self._letters = dict(_letters(told)) if told else {}
        self._is_plain = not told

    def read(self, shown: bytes) -> str:
        """Return the text of a string of codes."""
        if self._is_plain:
            return shown.decode("latin-1")
        codes = (
            int.from_bytes(shown[start : start + self._width])
            for start in range(0, len(shown), self._width)
        )
        return "".join(self._letters.get(code, "") for code in codes)


def _letters(mapping: bytes) -> Iterator[tuple[int, str]]:
    for section in _PAIRS.findall(mapping):
        numbers = [int(each, 16) for each in _NUMBER.findall(section)]
        for code, letter in zip(numbers[::2], numbers[1::2], strict=False):
            yield code, _letter(letter)
    for section in _RANGES.findall(mapping):
        numbers = [int(each, 16) for each in _NUMBER.findall(section)]
        for first, last, letter in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
            for step in range(min(last - first + 1, _LONGEST_RANGE)):
                yield first + step, _letter(letter + step)


def _letter(number: int) -> str:
    return chr(number) if 0 < number <= 0xFFFF else ""
