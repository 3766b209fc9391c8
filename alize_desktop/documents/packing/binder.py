"""Pages that wait on a disk for every copy: few files, however many documents."""

from pathlib import Path
from typing import Final

from pikepdf import Pdf

from alize_desktop.documents.packing.found import Readied
from alize_desktop.documents.packing.readying import ready
from alize_desktop.models.records.packs import JoinedPage

_DOCUMENTS: Final = 60
"""Documents in a volume: a system lets a program open a few hundred files at once."""


class Binder:
    """Gathers pages in volumes, in a folder that somebody else removes.

    Attributes:
        volumes: Files of pages, each with how many it holds.
        foreign: Places of the pages that another program drew.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: list[tuple[Path, int]] = []
        self._count = 0
        self.volumes: list[tuple[Path, int]] = []
        self.foreign: set[int] = set()

    def add(self, content: bytes) -> tuple[Readied, tuple[JoinedPage, ...]]:
        """Add the pages of a document.

        Raises:
            CannotJoinError: It has none that can be shown; nothing is added.
            OSError: Nothing can be written.
        """
        path = self._folder / f"document-{self._count:06d}.pdf"
        readied = ready(content, path)
        pages = tuple(
            JoinedPage(place, box) for place, box in enumerate(readied.boxes, start=self._count)
        )
        self._waiting.append((path, len(pages)))
        self._count += len(pages)
        if readied.is_foreign:
            self.foreign.update(each.place for each in pages)
        if len(self._waiting) >= _DOCUMENTS:
            self.close_volume()
        return readied, pages

    def close_volume(self) -> None:
        """Gather the documents that wait in one file.

        Raises:
            OSError: Nothing can be written.
        """
        if not self._waiting:
            return
        path = self._folder / f"volume-{len(self.volumes):04d}.pdf"
        with Pdf.new() as volume:
            opened = [Pdf.open(document) for document, _pages in self._waiting]
            for each in opened:
                volume.pages.extend(each.pages)
            with path.open("wb") as file:
                volume.save(file)
            for each in opened:
                each.close()
        self.volumes.append((path, sum(pages for _path, pages in self._waiting)))
        for document, _pages in self._waiting:
            document.unlink()
        self._waiting.clear()
