"""A pack made whole: the pages of others in their places, a name across every page.

Files are put end to end on the disk first; then each page of a document becomes a drawing
of the page that shows it. Nothing of what they hold is ever in memory.
"""

import errno
import re
import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from pikepdf import AccessMode, Job, Name, ObjectStreamMode, Pdf

from alize_desktop.documents.packing.binder import Binder
from alize_desktop.documents.packing.names import TypesetPack, drawing_name

_CLAIMS: Final = re.compile(rb"<pdf(?:aid|uaid):(?:part|conformance)>[^<]*</pdf[a-z]*:[a-z]*>\n?")
_SETTINGS: Final = (
    "--deterministic-id",
    "--no-warn",
    "--remove-unreferenced-resources=no",
    "--stream-data=preserve",
)


def write_pack(file: BinaryIO, typeset: TypesetPack, binder: Binder) -> None:
    """Write the whole pack.

    Args:
        file: Where it goes.
        typeset: The copy, without the pages of its documents.
        binder: The pages of the documents.

    Raises:
        OSError: Nothing more can be written.
    """
    places = [place for _page, place in typeset.joined]
    documents = binder.documents(places)
    end_to_end = binder.folder / "copy.pdf"
    try:
        _put_end_to_end(end_to_end, typeset.content, [path for path, _held in documents])
        with Pdf.open(end_to_end, access_mode=AccessMode.stream) as pdf:
            _join(pdf, typeset, [place for _path, held in documents for place in held])
            if typeset.mark:
                _mark(pdf, typeset.mark)
            if binder.has_foreign(places):
                _claim_nothing(pdf)
            pdf.save(
                file,
                min_version="1.7",
                deterministic_id=True,
                object_stream_mode=ObjectStreamMode.generate,
            )
    finally:
        end_to_end.unlink(missing_ok=True)


def _put_end_to_end(target: Path, content: bytes, documents: Sequence[Path]) -> None:
    first = target.with_suffix(".typeset.pdf")
    first.write_bytes(content)
    files = [part for path in (first, *documents) for part in (str(path), "1-z")]
    try:
        Job(["qpdf", str(first), *_SETTINGS, "--pages", *files, "--", str(target)]).run()
    except RuntimeError as error:  # what it makes of any refusal of the system
        raise OSError(_reason(target, content, documents), str(error)) from error
    finally:
        first.unlink()


def _reason(target: Path, content: bytes, documents: Sequence[Path]) -> int:
    """Return why files that were just written could not be put end to end."""
    needed = len(content) + sum(each.stat().st_size for each in documents)
    is_full = shutil.disk_usage(target.parent).free < needed
    return errno.ENOSPC if is_full else errno.EIO


def _join(pdf: Pdf, typeset: TypesetPack, places: Sequence[int]) -> None:
    """Make the last pages, at ``places``, drawings of the pages that show them."""
    own = len(pdf.pages) - len(places)
    numbers = {place: number for number, place in enumerate(places, start=own)}
    for number, place in typeset.joined:
        drawing = pdf.pages[numbers[place]].as_form_xobject()
        pdf.pages[number].add_resource(drawing, Name.XObject, Name(f"/{drawing_name(place)}"))
    del pdf.pages[own:]


def _mark(pdf: Pdf, content: bytes) -> None:
    """Draw a page over every page, as something that is not to be read."""
    with Pdf.open(BytesIO(content)) as mark:
        drawing = pdf.copy_foreign(mark.pages[0].as_form_xobject())
    stroke = pdf.make_stream(b"/Artifact BMC q /Mark Do Q EMC")
    for page in pdf.pages:
        page.add_resource(drawing, Name.XObject, Name.Mark)
        page.contents_add(stroke)


def _claim_nothing(pdf: Pdf) -> None:
    """Take back what the file says it complies with: nothing is known of what others drew."""
    packet = pdf.Root.Metadata
    packet.write(_CLAIMS.sub(b"", packet.read_bytes()))
