"""Decoding a file of cases so that one bad case never stops the others.

Numbers that are no plain integer (decimals, ``NaN``, thousands of digits) become a
``NotANumber`` that every reader refuses. A file nested too deep for the decoder is
cut into its cases first, and only the deep one is refused.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from alize_desktop.errors import ErrorCode, UserError

_LONGEST_INTEGER: Final = 25
_IDENTIFIER: Final = re.compile(r'\{\s*"id"\s*:\s*"([^"\\]{0,200})"')
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class NotANumber:
    """A JSON number that no case may hold, as it is written."""

    written: str


def read_cases(text: str) -> list[object]:
    """Return the cases of a file, decoded.

    Raises:
        UserError: ``CASES_NOT_READABLE``: the text is no JSON list.
    """
    try:
        values = _decoded(text)
    except RecursionError:
        values = [_decoded_alone(part) for part in _elements(text)]
    if not isinstance(values, list):
        raise UserError(ErrorCode.CASES_NOT_READABLE)
    return values


def _decoded(text: str) -> object:
    try:
        return json.loads(
            text, parse_int=_integer, parse_float=NotANumber, parse_constant=NotANumber
        )
    except ValueError as error:
        raise UserError(ErrorCode.CASES_NOT_READABLE) from error


def _integer(digits: str) -> int | NotANumber:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else NotANumber(digits)


def _decoded_alone(text: str) -> object:
    try:
        return _decoded(text)
    except RecursionError:
        match = _IDENTIFIER.match(text)
        return {"id": match[1]} if match else {}


def _elements(text: str) -> Iterator[str]:
    """Yield the text of each element of the list that ``text`` is."""
    whole = text.strip()
    if not (whole.startswith("[") and whole.endswith("]")):
        raise UserError(ErrorCode.CASES_NOT_READABLE)
    depth, start = 0, 1
    for token in _TOKENS.finditer(whole):
        sign = token[0]
        if sign in "]}":
            depth -= 1
        if (sign == "," and depth == 1) or (sign == "]" and depth == 0):
            yield whole[start : token.start()].strip()
            start = token.end()
        if sign in "[{":
            depth += 1
