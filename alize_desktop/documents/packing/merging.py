"""A pack made whole: the pages of others in their places, a name across every page.

The pages are copied from file to file when the pack is written: none of them is in
memory before.
"""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from pikepdf import AccessMode, Name, ObjectStreamMode, Page, Pdf

from alize_desktop.documents.packing.binder import Binder
from alize_desktop.documents.packing.names import TypesetPack, drawing_name

_CLAIMS: Final = re.compile(rb"<pdf(?:aid|uaid):(?:part|conformance)>[^<]*</pdf[a-z]*:[a-z]*>\n?")


def write_pack(file: BinaryIO, typeset: TypesetPack, binder: Binder) -> None:
    """Write the whole pack.

    Args:
        file: Where it goes.
        typeset: The copy, without the pages of its documents.
        binder: The pages of the documents.

    Raises:
        OSError: Nothing more can be written.
    """
    with ExitStack() as opened, Pdf.open(BytesIO(typeset.content)) as pdf:
        sources = _Sources(binder.volumes, opened)
        for number, place in typeset.joined:
            drawing = pdf.copy_foreign(sources.page(place).as_form_xobject())
            page = pdf.pages[number]
            page.add_resource(drawing, Name.XObject, Name(f"/{drawing_name(place)}"))
        if typeset.mark:
            _mark(pdf, opened.enter_context(Pdf.open(BytesIO(typeset.mark))))
        if any(place in binder.foreign for _number, place in typeset.joined):
            _claim_nothing(pdf)
        pdf.save(
            file,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )


class _Sources:
    """The volumes, opened when one of their pages is asked for."""

    def __init__(self, volumes: Sequence[tuple[Path, int]], opened: ExitStack) -> None:
        self._volumes, self._opened = volumes, opened
        self._pdfs: dict[Path, Pdf] = {}

    def page(self, place: int) -> Page:
        for path, pages in self._volumes:
            if place < pages:
                return self._pdf(path).pages[place]
            place -= pages
        raise IndexError(place)

    def _pdf(self, path: Path) -> Pdf:
        if path not in self._pdfs:
            pdf = Pdf.open(path, access_mode=AccessMode.stream)
            self._pdfs[path] = self._opened.enter_context(pdf)
        return self._pdfs[path]


def _mark(pdf: Pdf, mark: Pdf) -> None:
    """Draw the page of ``mark`` over every page, as something that is not to be read."""
    drawing = pdf.copy_foreign(mark.pages[0].as_form_xobject())
    stroke = pdf.make_stream(b"/Artifact BMC q /Mark Do Q EMC")
    for page in pdf.pages:
        page.add_resource(drawing, Name.XObject, Name.Mark)
        page.contents_add(stroke)


def _claim_nothing(pdf: Pdf) -> None:
    """Take back what the file says it complies with: nothing is known of what others drew."""
    packet = pdf.Root.Metadata
    packet.write(_CLAIMS.sub(b"", packet.read_bytes()))
