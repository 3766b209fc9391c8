"""The French sentence of every error a person can mend.

A sentence names in braces what it needs; a second one may follow when the error
says more (``_MORE``). A value that is missing shows as « … »: an error about an
error would help nobody. Tests walk every code and every place that raises one.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from string import Formatter
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import list_text
from alize_desktop.wording.sentences import MORE, SENTENCES
from alize_desktop.wording.vocabulary import LABELS

_LONGEST: Final = 160
_UNKNOWN: Final = "…"
_TWO_STOPS: Final = re.compile(r"(?<=[^.])\.\.(?=\s|$)")
"""Of a sentence that ends with a name in an initial: « Mme Lévêque J. »."""


def message_of(error: UserError) -> str:
    """Return the sentence of an error: what is wrong, and what to do."""
    params = _Params({name: _text(value) for name, value in error.params.items()})
    parts = [SENTENCES[error.code].format_map(params)]
    for name, more in MORE.get(error.code, {}).items():
        if error.params.get(name) not in (None, "", ()):
            parts.append(more.format_map(params))
    return _TWO_STOPS.sub(".", " ".join(parts))


def params_needed(code: ErrorCode) -> frozenset[str]:
    """Return the names of the values that the sentence of ``code`` needs."""
    return frozenset(name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name)


class _Params(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return _UNKNOWN


def _text(value: object) -> str:
    if isinstance(value, StrEnum):
        return f"«{NO_BREAK}{LABELS.get(type(value), {}).get(value, value.value)}{NO_BREAK}»"
    for kind, text in _WRITERS.items():
        if isinstance(value, kind):
            return text(value)
    shown = " ".join(str(value).split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _choice(values: tuple[object, ...]) -> str:
    return list_text([_text(value) for value in values], last="ou")


_WRITERS: Final[Mapping[type | tuple[type, ...], Callable[..., str]]] = {
    Money: money_short,
    date: short_date,
    (int, Fraction, Decimal): decimal_text,
    (tuple, list): _choice,
}
