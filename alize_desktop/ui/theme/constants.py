"""Keeps ``None``, ``True`` and ``False`` alive under Python 3.11.

PySide6 6.12 is compiled for interpreters that do not count references to these
constants (3.12 and later): each call of a Qt function that returns nothing takes
one reference of ``None`` away without having added it. Under 3.11 the count
reaches zero after some thousands of calls and the interpreter stops with
« deallocating None ». The count is therefore raised once, beyond reach.

To be called before much is asked of Qt; ``theme.look`` does, at import.
"""

import ctypes
import sys

_BEYOND_REACH = 1 << 60


def keep_constants() -> None:
    """Raise the reference count of the constants, where they are counted."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        count.value = max(count.value, _BEYOND_REACH)
