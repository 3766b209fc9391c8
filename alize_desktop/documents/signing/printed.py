"""The fingerprints of the journal that are printed on the pages of a PDF.

The words of a page are read as they were drawn, one after the other, without laying
them out: that is enough for a word of which every sign is known.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String, parse_content_stream

from alize_desktop.documents.signing.bounded import Budget

_FINGERPRINT: Final = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}")
_SHOWING: Final = frozenset({"Tj", "TJ", "'", '"'})
_NUMBER: Final = re.compile(rb"<\s*([0-9A-Fa-f]{1,8})\s*>")
_DEEPEST: Final = 16
_LONGEST_RANGE: Final = 256
_MOST_LETTERS: Final = 65_536
_MOST_BYTES: Final = 8_000_000
"""Of all the pages together: far more than a paper has, and read in seconds."""


def printed_fingerprints(content: bytes) -> tuple[str, ...]:
    """Return the fingerprints on the last page that has any, each once.

    Papers print theirs at their end; what is attached to them may print others. A file
    that draws more than any paper is not read to its end.
    """
    with Pdf.open(BytesIO(content)) as pdf:
        words = _Words(pdf)
        for page in reversed(pdf.pages):
            found = _FINGERPRINT.findall("".join(words.of(page.obj)))
            if found:
                return tuple(dict.fromkeys(found))
    return ()


class _Words:
    """What the pages of a file draw. Each form is read once, however often it is drawn."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._budget = Budget(_MOST_BYTES)
        self._drawn: set[tuple[int, int]] = set()
        self._fonts: dict[tuple[int, int], _Letters] = {}

    def of(self, drawn: Object, depth: int = 0) -> Iterator[str]:
        """Yield what a page draws, and the forms drawn on it."""
        nothing = Dictionary()
        resources = drawn.get("/Resources", nothing)
        fonts, forms = resources.get("/Font", nothing), resources.get("/XObject", nothing)
        letters: _Letters | None = None
        for name, operands in self._operations(drawn):
            if name == "Tf":
                letters = self._letters_of(fonts.get(str(operands[0])))
            elif name in _SHOWING and letters is not None:
                yield from map(letters.read, _strings(operands))
            elif name == "Do" and depth < _DEEPEST:
                yield from self._form(forms.get(str(operands[0])), depth + 1)

    def _operations(self, drawn: Object) -> Iterator[tuple[str, list[Object]]]:
        content = self._budget.content(drawn)
        if not content:
            return
        for each in parse_content_stream(Stream(self._pdf, content), "Tf Tj TJ ' \" Do"):
            yield str(each.operator), list(each.operands)

    def _form(self, form: Object | None, depth: int) -> Iterator[str]:
        if form is None or form.objgen in self._drawn or self._budget.is_spent:
            return
        self._drawn.add(form.objgen)
        if form.get("/Subtype") == Name.Form:
            yield from self.of(form, depth)

    def _letters_of(self, font: Object | None) -> "_Letters | None":
        if font is None:
            return None
        known = self._fonts.get(font.objgen)
        if known is None:
            known = _Letters(font, self._budget)
            if font.is_indirect:
                self._fonts[font.objgen] = known
        return known


def _strings(operands: Sequence[Object]) -> Iterator[bytes]:
    shown = operands[-1]
    for each in shown if isinstance(shown, Array) else [shown]:
        if isinstance(each, String):
            yield bytes(each)


class _Letters:
    """The letters that the codes of a font stand for; a code without any stands for nothing."""

    def __init__(self, font: Object, budget: Budget) -> None:
        mapping = font.get("/ToUnicode")
        told = budget.decoded(mapping) if isinstance(mapping, Stream) else b""
        self._width = 2 if font.get("/Subtype") == Name.Type0 else 1
        self._letters = dict(islice(_letters(told), _MOST_LETTERS))
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
    for section in _sections(mapping, b"bfchar"):
        numbers = [int(each, 16) for each in _NUMBER.findall(section)]
        for code, letter in zip(numbers[::2], numbers[1::2], strict=False):
            yield code, _letter(letter)
    for section in _sections(mapping, b"bfrange"):
        numbers = [int(each, 16) for each in _NUMBER.findall(section)]
        for first, last, letter in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
            for step in range(min(last - first + 1, _LONGEST_RANGE)):
                yield first + step, _letter(letter + step)


def _sections(mapping: bytes, kind: bytes) -> Iterator[bytes]:
    for each in mapping.split(b"begin" + kind)[1:]:
        yield each.partition(b"end" + kind)[0]


def _letter(number: int) -> str:
    return chr(number) if 0 < number <= 0xFFFF else ""
