"""The one JSON text of a value: sorted keys, no space, no float (RFC 8785).

What is hashed in the journal and what is kept in JSON columns is written by
the same function, so that the same content always gives the same bytes.
"""

from collections.abc import Mapping

import rfc8785


def canonical_json(value: object) -> str:
    """Return the canonical JSON text of a value.

    Args:
        value: Texts, whole numbers (at most 2^53), booleans, None, lists or
            tuples, and maps whose keys are texts. Amounts are whole centimes.

    Raises:
        TypeError: A float is in it: it would not be exact.
        ValueError: Anything else that canonical JSON cannot hold: a bug in the
            caller.
    """
    _refuse_floats(value)
    return rfc8785.dumps(value).decode("utf-8")  # type: ignore[arg-type]  # checked by dumps


def _refuse_floats(value: object) -> None:
    match value:
        case float():
            msg = f"a float cannot be exact: {value!r}"
            raise TypeError(msg)
        case str() | bytes():
            return
        case Mapping():
            for each in value.values():
                _refuse_floats(each)
        case list() | tuple():
            for each in value:
                _refuse_floats(each)
        case _:
            return
