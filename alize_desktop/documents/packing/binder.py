"""Pages that wait on a disk for every copy, one file a document."""

from collections.abc import Collection
from pathlib import Path

from alize_desktop.documents.packing.found import Readied
from alize_desktop.documents.packing.readying import ready
from alize_desktop.models.records.packs import JoinedPage


class Binder:
    """Keeps documents that are ready to be joined, in a folder that somebody else removes.

    Attributes:
        folder: Where they are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._documents: list[tuple[Path, range, bool]] = []
        self._count = 0

    def add(self, content: bytes) -> tuple[Readied, tuple[JoinedPage, ...]]:
        """Add the pages of a document.

        Raises:
            CannotJoinError: It has none that can be shown; nothing is added.
            OSError: Nothing can be written.
        """
        path = self.folder / f"document-{len(self._documents):06d}.pdf"
        readied = ready(content, path)
        places = range(self._count, self._count + len(readied.boxes))
        pages = tuple(map(JoinedPage, places, readied.boxes))
        self._documents.append((path, places, readied.is_foreign))
        self._count = places.stop
        return readied, pages

    def documents(self, places: Collection[int]) -> list[tuple[Path, range]]:
        """Return the documents that have some pages, each with the places of all of its own."""
        wanted = set(places)
        return [(path, held) for path, held, _foreign in self._documents if held[0] in wanted]

    def has_foreign(self, places: Collection[int]) -> bool:
        """Return whether another program drew one of some pages."""
        wanted = set(places)
        return any(foreign and held[0] in wanted for _path, held, foreign in self._documents)
