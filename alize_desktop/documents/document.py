"""A paper: who it is from, its sections, and its bytes.

Sections are laid out one by one, so that a long paper says how far it is and can
be given up between two of them. No clock is read and nothing random is used: the
same sections give the same bytes, on any machine. Every paper is tagged: PDF/A-2a (3a
with an attachment) and PDF/UA-1.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable

from alize_desktop.documents.colours import printed_in
from alize_desktop.documents.fonts import REGULAR, load_fonts
from alize_desktop.documents.frame import FolioCanvas, Running, page_template
from alize_desktop.documents.tagging.attachment import Attachment
from alize_desktop.documents.tagging.metadata import Metadata
from alize_desktop.documents.tagging.structure import Structure
from alize_desktop.documents.text import plain, shorten
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper, laid out when its turn comes.

    Attributes:
        name: What it is, in French, as shown while the paper is made.
        build: Returns its content.
    """

    name: str
    build: Callable[[], list[Flowable]]


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to be made. Its texts are as persons wrote them.

    Attributes:
        title: Title in the properties of the file and in the reader's window.
        author: Body that issues it.
        subject: One sentence.
        running: What every page repeats.
        sections: Its parts, in order, at least one.
        attachment: A file it carries for another program; None for none.
        identity: Accent, logo and small print of the office; None for a letter, whose
            letterhead has them.
    """

    title: str
    author: str
    subject: str
    running: Running
    sections: Sequence[Section]
    attachment: Attachment | None = None
    identity: PaperIdentity | None = None

    def render(self) -> Generator[Progress, None, bytes]:
        """Lay the sections out, one a step; return the bytes of the PDF."""
        load_fonts()
        buffer = BytesIO()
        template = _Template(
            buffer,
            pagesize=A4,
            invariant=1,
            initialFontName=REGULAR,
        )
        template.addPageTemplates(page_template(self.running, self.identity))
        accent = self.identity.accent if self.identity else ""
        template.begin()
        for done, section in enumerate(self.sections, start=1):
            with printed_in(accent):
                template.add(section.build())
            yield Progress(done, len(self.sections), section.name)
        from alize_desktop.documents.tagging.finish import (  # noqa: PLC0415  # pikepdf on first use
            finish,
        )

        structure = template.end()
        metadata = Metadata(
            title=_property(self.title),
            author=_property(self.author),
            subject=_property(self.subject),
        )
        return finish(buffer.getvalue(), structure, metadata, self.attachment)


class _Template(BaseDocTemplate):
    """reportlab's layout loop, one section at a time."""

    def begin(self) -> None:
        self._startBuild(canvasmaker=FolioCanvas)  # type: ignore[attr-defined]  # not in the stubs
        cast("FolioCanvas", self.canv).attach(self)

    def add(self, content: list[Flowable]) -> None:
        while content:
            self.clean_hanging()
            self.handle_flowable(content)

    def end(self) -> Structure:
        """Write the file; return the structure of what was drawn."""
        structure = cast("FolioCanvas", self.canv).structure
        self._endBuild()  # type: ignore[attr-defined]  # not in the stubs
        return structure


def _property(text: str) -> str:
    return shorten(plain(text), 500)
