"""The fonts that a PDF names without having them inside."""

from collections.abc import Iterator
from typing import Any, Final

from pikepdf import Array, Dictionary, Object, Pdf, Stream

_INSIDE: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST: Final = 8


def fonts_outside(pdf: Pdf) -> tuple[str, ...]:
    """Return the names of the fonts that are not inside, in alphabetical order."""
    seen: set[tuple[int, int]] = set()
    found: set[str] = set()
    for page in pdf.pages:
        for font in _fonts(page.obj.get("/Resources"), seen, _DEEPEST):
            if not _is_inside(font):
                found.add(str(font.get("/BaseFont", "/?"))[1:].rpartition("+")[2])
    return tuple(sorted(found))


def _fonts(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[Any]:  # noqa: ANN401
    """Yield each font that pages or the drawings inside them name, once."""
    if not isinstance(resources, Dictionary) or not depth:
        return
    for font in _values(resources.get("/Font")):
        if _is_new(font, seen):
            yield font
    for drawing in _values(resources.get("/XObject")):
        if isinstance(drawing, Stream) and _is_new(drawing, seen):
            yield from _fonts(drawing.get("/Resources"), seen, depth - 1)


def _values(holder: Any) -> list[Any]:  # noqa: ANN401
    return list(holder.values()) if isinstance(holder, Dictionary) else []


def _is_new(each: Object, seen: set[tuple[int, int]]) -> bool:
    if not isinstance(each, Dictionary | Stream):
        return False
    if not each.is_indirect:
        return True
    is_new = each.objgen not in seen
    seen.add(each.objgen)
    return is_new


def _is_inside(font: Any) -> bool:  # noqa: ANN401
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    if isinstance(descendants, Array) and len(descendants):
        font = descendants[0]
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, Dictionary) and any(each in descriptor for each in _INSIDE)
