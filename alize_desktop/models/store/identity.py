"""Identifiers of rows that may travel between laptops: UUID version 7."""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from alize_desktop.models.records.changes import Clock

Entropy: TypeAlias = Callable[[int], bytes]
"""Returns that many random bytes. Injected, ``os.urandom`` by default."""


def new_uuid(clock: Clock, entropy: Entropy) -> UUID:
    """Return a new identifier that sorts by the millisecond it was made in.

    Args:
        clock: Gives the first 48 bits, milliseconds since 1970.
        entropy: Gives the other 74 bits that are not fixed.

    Source:
        RFC 9562, section 5.7.
    """
    milliseconds = int(clock().timestamp() * 1000)
    random = int.from_bytes(entropy(10), "big")
    high, low = random >> 62 & 0xFFF, random & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
