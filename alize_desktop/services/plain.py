"""Records as plain JSON values, for the journal and for frozen snapshots.

No float comes out: amounts and weights are strings, so that a value read back
is the value written.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final
from uuid import UUID

from alize_desktop.models.values import Money, Share


def plain(value: object) -> object:
    """Return ``value`` as texts, whole numbers, booleans, lists, maps and None.

    Raises:
        TypeError: The value has no plain form: a bug in the caller.
    """
    for kinds, form in _FORMS:
        if isinstance(value, kinds):
            return form(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    msg = f"no plain form for {type(value).__name__}"
    raise TypeError(msg)


_Form = Callable[[Any], object]
_FORMS: Final[tuple[tuple[tuple[type, ...], _Form], ...]] = (
    ((Enum,), lambda value: value.value),
    ((type(None), bool, int, str), lambda value: value),
    ((Money, Decimal, UUID, Fraction), str),
    ((Share,), lambda value: [value.numerator, value.denominator]),
    ((date, time), lambda value: value.isoformat()),
    ((list, tuple), lambda value: [plain(each) for each in value]),
    ((dict,), lambda value: {str(key): plain(each) for key, each in value.items()}),
)


def plain_map(record: object) -> dict[str, object]:
    """Return a record as a map by field.

    Raises:
        TypeError: As ``plain``, or the value is no record.
    """
    told = plain(record)
    if not isinstance(told, dict):
        msg = f"no map for {type(record).__name__}"
        raise TypeError(msg)
    return told


def writable_text(text: str) -> str:
    """Return ``text`` as the file can hold it: the name of a file may have no text at all."""
    return text.encode(errors="replace").decode()
