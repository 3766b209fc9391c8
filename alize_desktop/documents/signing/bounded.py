"""Streams of a PDF that anybody may have made, decoded no further than a budget.

A few bytes may stand for thousands of millions once they are inflated: nothing is
decoded whole before its length is known.
"""

import base64
import zlib
from typing import Final

from pikepdf import Array, Object, Stream

_INFLATED: Final = "/FlateDecode"
_IN_LETTERS: Final = "/ASCII85Decode"
_LONGEST: Final = 2_000_000


class Budget:
    """What may still be decoded of a file."""

    def __init__(self, size: int) -> None:
        self._left = size

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is to be read."""
        return self._left <= 0

    def content(self, drawn: Object) -> bytes:
        """Return what a page or a form draws; nothing of it when it is too long."""
        if isinstance(drawn, Stream):
            return self.decoded(drawn)
        contents = drawn.get("/Contents")
        parts = list(contents) if isinstance(contents, Array) else [contents]
        return b"\n".join(self.decoded(each) for each in parts if isinstance(each, Stream))

    def decoded(self, stream: Object) -> bytes:
        """Return the bytes of a stream; none when it is too long or written otherwise."""
        if self.is_spent:
            return b""
        content = stream.read_raw_bytes()
        for name in _filters(stream):
            if name == _IN_LETTERS:
                content = base64.a85decode(content.strip().removesuffix(b"~>"))
            elif name == _INFLATED:
                content = zlib.decompressobj().decompress(content, _LONGEST + 1)
            else:
                content = b""  # papers are not written so
            self._left -= len(content)
        self._left -= 1  # an empty one is read too
        return content if len(content) <= _LONGEST else b""


def _filters(stream: Object) -> list[str]:
    named: Object | None = stream.get("/Filter")
    if named is None:
        return []
    if named is None:
        return []
    return [str(each) for each in (named if isinstance(named, Array) else [named])]
