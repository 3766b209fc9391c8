"""What typesetting and joining agree on: a copy, and what its pages call those it shows."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypesetPack:
    """A copy that was typeset, the pages of its documents left to be joined.

    Attributes:
        content: Its PDF: it has a page for each page of a document.
        joined: (page of the copy, place of the page of a document), both from 0.
        mark: PDF of one page that is drawn over every page; empty for none.
        mark_text: What it says, for who selects or searches the words of a page.
    """

    content: bytes
    joined: Sequence[tuple[int, int]]
    mark: bytes = b""
    mark_text: str = ""


def drawing_name(place: int) -> str:
    """Return the name of a joined page, from its place among them all."""
    return f"Joined{place}"
