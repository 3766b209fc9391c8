"""A pack made whole: the pages of others in their places, a name across every page.

Files are put end to end on the disk first; then each page of a document becomes a drawing
of the page that shows it. Nothing of what they hold is ever in memory.
"""

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from pikepdf import AccessMode, Job, Name, ObjectStreamMode, Pdf, String

from alize_desktop.documents.packing.binder import Binder
from alize_desktop.documents.packing.names import TypesetPack, drawing_name

_CLAIMS: Final = re.compile(rb"<pdf(?:aid|uaid):(?:part|conformance)>[^<]*</pdf[a-z]*:[a-z]*>\n?")
_END: Final = 64
"""Bytes at the end of a file, among which its mark stands."""

_WATERMARK: Final = b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC /Span <</ActualText "
_SETTINGS: Final = (
    "--deterministic-id",
    "--no-warn",
    "--remove-unreferenced-resources=no",
    "--stream-data=preserve",
)


def made_whole(typeset: TypesetPack, binder: Binder) -> Path:
    """Write a whole copy in the folder of the binder, over the one before.

    Args:
        typeset: The copy, without the pages of its documents.
        binder: The pages of the documents.

    Raises:
        OSError: Nothing more can be written.
    """
    end_to_end, target = put_end_to_end(typeset, binder), binder.folder / "whole.pdf"
    with target.open("w+b") as file:
        write_pack(file, end_to_end, typeset, binder)
    return target


def put_end_to_end(typeset: TypesetPack, binder: Binder) -> Path:
    """Write a copy and its documents one after the other, in the folder of the binder.

    Args:
        typeset: The copy, without the pages of its documents.
        binder: The pages of the documents.

    Raises:
        OSError: Nothing more can be written.
    """
    first, target = binder.folder / "typeset.pdf", binder.folder / "copy.pdf"
    first.write_bytes(typeset.content)
    files = [first, *(path for path, _held in binder.documents(_places(typeset)))]
    ranges = [part for path in files for part in (str(path), "1-z")]
    with contextlib.suppress(RuntimeError):  # told below, in the words of the system
        Job(["qpdf", str(first), *_SETTINGS, "--pages", *ranges, "--", str(target)]).run()
    if not _is_whole(target):
        _write_again(target, files)
        raise OSError(errno.EIO, "files could not be put end to end", str(target))
    return target


def write_pack(file: BinaryIO, end_to_end: Path, typeset: TypesetPack, binder: Binder) -> None:
    """Write the whole copy.

    Args:
        file: Where it goes.
        end_to_end: What ``put_end_to_end`` wrote.
        typeset: The copy, without the pages of its documents.
        binder: The pages of the documents.

    Raises:
        OSError: Nothing more can be written.
    """
    places = _places(typeset)
    with Pdf.open(end_to_end, access_mode=AccessMode.stream) as pdf:
        _join(pdf, typeset, [at for _path, held in binder.documents(places) for at in held])
        if typeset.mark:
            _mark(pdf, typeset.mark, typeset.mark_text)
        if binder.has_foreign(places):
            _claim_nothing(pdf)
        pdf.save(
            file,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )


def _places(typeset: TypesetPack) -> list[int]:
    return [place for _page, place in typeset.joined]


def _is_whole(path: Path) -> bool:
    """Return whether a PDF has its end: qpdf does not see a disk that fills up at the last."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - _END))
        return b"%%EOF" in file.read()


def _write_again(target: Path, files: Sequence[Path]) -> None:
    """Write more bytes than were asked: qpdf does not tell what the system refuses, this does."""
    with target.open("wb") as file:
        for each in (*files, *files):
            with each.open("rb") as source:
                shutil.copyfileobj(source, file)


def _join(pdf: Pdf, typeset: TypesetPack, places: Sequence[int]) -> None:
    """Make the last pages, at ``places``, drawings of the pages that show them."""
    own = len(pdf.pages) - len(places)
    numbers = {place: number for number, place in enumerate(places, start=own)}
    for number, place in typeset.joined:
        drawing = pdf.pages[numbers[place]].as_form_xobject()
        pdf.pages[number].add_resource(drawing, Name.XObject, Name(f"/{drawing_name(place)}"))
    del pdf.pages[own:]


def _mark(pdf: Pdf, content: bytes, text: str) -> None:
    """Draw a page over every page, as a watermark; its letters are not scattered in the text."""
    with Pdf.open(BytesIO(content)) as mark:
        drawing = pdf.copy_foreign(mark.pages[0].as_form_xobject())
    told = String(text).unparse()
    stroke = pdf.make_stream(_WATERMARK + told + b">> BDC q /Mark Do Q EMC EMC")
    for page in pdf.pages:
        page.add_resource(drawing, Name.XObject, Name.Mark)
        page.contents_add(stroke)


def _claim_nothing(pdf: Pdf) -> None:
    """Take back what the file says it complies with: nothing is known of what others drew."""
    packet = pdf.Root.Metadata
    packet.write(_CLAIMS.sub(b"", packet.read_bytes()))
