"""PDFs of others made into pages that only show: no program, no link, no hidden file.

What a form was filled with, stamps and signatures stay, as drawings.
"""

import math
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pikepdf import (
    Dictionary,
    ForeignObjectError,
    Matrix,
    Object,
    Page,
    PasswordError,
    Pdf,
    PdfError,
)

from alize_desktop.documents.packing.fonts_outside import fonts_outside
from alize_desktop.documents.packing.found import Box, CannotJoinError, Finding, Readied
from alize_desktop.models.records.packs import JoinedPage, JoiningFlaw
from alize_desktop.wording.names import list_text
from alize_desktop.wording.packs import pages_text

_KEPT: Final = frozenset(
    [
        "/Type",
        "/Parent",
        "/MediaBox",
        "/CropBox",
        "/TrimBox",
        "/Rotate",
        "/UserUnit",
        "/Resources",
        "/Contents",
        "/Group",
    ]
)
"""What a page is shown from. All the rest leads elsewhere, acts, or is hidden."""

_BROKEN: Final = (
    PdfError,
    ForeignObjectError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RuntimeError,
)
"""What a damaged file makes the reading raise, one object or another."""

_LONG: Final = 200
_MOST_FONTS: Final = 3
_LARGEST_SIDE: Final = 20_000.0


def ready_pdf(content: bytes, target: Path) -> Readied:
    """Write the pages of a PDF, without anything but what they show.

    Raises:
        CannotJoinError: A password protects it, or nothing of it can be read.
        OSError: Nothing can be written.
    """
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            findings = list(_actions(pdf))
            _flatten(pdf)
            with Pdf.new() as bare:
                boxes = [_copy(page, bare) for page in pdf.pages]
                if not boxes:
                    raise CannotJoinError(JoiningFlaw.DAMAGED)
                with target.open("wb") as file:
                    bare.save(file)
                findings += _looks(bare, boxes)
            if pdf.get_warnings():
                findings.append(Finding(JoiningFlaw.REPAIRED))
    except PasswordError as error:
        raise CannotJoinError(JoiningFlaw.ENCRYPTED) from error
    except _BROKEN as error:
        target.unlink(missing_ok=True)
        raise CannotJoinError(JoiningFlaw.DAMAGED) from error
    return Readied(tuple(boxes), tuple(findings), is_foreign=True)


def _actions(pdf: Pdf) -> Iterator[Finding]:
    root = pdf.Root
    names = root.get("/Names", Dictionary())
    if "/JavaScript" in names or any(_acts(each) for each in _actors(pdf)):
        yield Finding(JoiningFlaw.PROGRAM_REMOVED)
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield Finding(JoiningFlaw.FILE_REMOVED)


def _actors(pdf: Pdf) -> Iterator[Object]:
    """Yield what may start a program: the file, its pages, what stands on them."""
    yield pdf.Root
    for page in pdf.pages:
        yield page.obj
        yield from page.obj.get("/Annots", ())


def _acts(holder: Any) -> bool:  # noqa: ANN401  # whatever a file holds there
    if not isinstance(holder, Dictionary):
        return False
    starts = [holder.get("/A"), holder.get("/OpenAction")]
    more = holder.get("/AA")
    if isinstance(more, Dictionary):
        starts += more.values()
    return any(isinstance(each, Dictionary) and "/JS" in each for each in starts)


def _flatten(pdf: Pdf) -> None:
    """Make what stands on the pages a part of them."""
    if any("/Annots" in page.obj for page in pdf.pages):
        if "/AcroForm" in pdf.Root and pdf.Root.AcroForm.get("/NeedAppearances", False):
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")


def _copy(page: Page, target: Pdf) -> Box:
    """Add what a page shows to ``target``; return where it shows it."""
    for key in page.obj.keys() - _KEPT:
        del page.obj[key]
    target.pages.append(page)
    copied = target.pages[-1]
    copied.contents_coalesce()
    return _box(copied)


def _box(page: Page) -> Box:
    """Return the box of a page once it is turned as it says."""
    form = page.as_form_xobject()
    matrix = Matrix(form.get("/Matrix", Matrix()))
    edges = [float(each) for each in form.BBox.as_list()]
    first = matrix.transform((edges[0], edges[1]))
    second = matrix.transform((edges[2], edges[3]))
    left, right = sorted((first[0], second[0]))
    bottom, top = sorted((first[1], second[1]))
    sides = right - left, top - bottom
    if not all(math.isfinite(each) and 1 <= each <= _LARGEST_SIDE for each in sides):
        raise CannotJoinError(JoiningFlaw.DAMAGED)
    return left, bottom, right, top


def _looks(bare: Pdf, boxes: list[Box]) -> Iterator[Finding]:
    if len(boxes) >= _LONG:
        yield Finding(JoiningFlaw.LONG, pages_text(len(boxes)))
    if any(JoinedPage(0, box).is_turned for box in boxes):
        yield Finding(JoiningFlaw.TURNED)
    names = fonts_outside(bare)
    if names:
        more = ["…"] if len(names) > _MOST_FONTS else []
        yield Finding(JoiningFlaw.FONTS_OUTSIDE, list_text([*names[:_MOST_FONTS]]) + "".join(more))
