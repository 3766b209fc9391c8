"""Reading the fields of a case, each with the type it must have.

JSON has no dates, no exact decimals and no closed vocabularies, so nothing of a
case is used before it has passed here. A field that is ``null`` is absent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from alize_desktop.cli.rule_cases.decoding import NotANumber
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money, Share, Voices
from alize_desktop.rules.voices import tidy

LARGEST: Final = 10**24
"""Largest whole number a case may hold."""

_DECIMAL: Final = re.compile(r"-?[0-9]{1,12}\.[0-9]{1,9}")
_PERCENT: Final = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
_MANY_DIGITS: Final = re.compile(r"-?[0-9]+")
_WHOLE: Final = re.compile(r"-?[0-9]{1,12}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a case, or of an object inside it.

    Every reader raises ``UserError``: ``CASE_FIELD_MISSING`` for a field that is
    absent and has no default, ``CASE_FIELD_WRONG`` for one of another kind; the
    code of its type when the value is wrong.

    Attributes:
        values: What the JSON holds.
    """

    values: Mapping[str, object]

    def has(self, name: str) -> bool:
        """Return whether a field is there."""
        return self.values.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text."""
        value = self._value(name, default)
        if not isinstance(value, str):
            raise _another_kind(name, "un texte")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._value(name, default)
        if not isinstance(value, bool):
            raise _another_kind(name, "vrai ou faux")
        return value

    def integer(self, name: str, default: int | None = None) -> int:
        """Return a whole number."""
        return whole(name, self._value(name, default))

    def voices(self, name: str, default: int | None = None) -> Voices:
        """Return voices: a whole number, or a decimal text such as ``"2.6"``."""
        value = self._value(name, default)
        if isinstance(value, str) and _DECIMAL.fullmatch(value):
            return tidy(Fraction(Decimal(value)))
        return whole(name, value, "un nombre entier, ou un texte décimal comme «\u00a02.6\u00a0»")

    def weight(self, name: str) -> Voices:
        """Return the weight of a seat, 1 when absent; ``"2"`` is a weight too."""
        value = self._value(name, 1)
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            return int(value)
        return self.voices(name, 1)

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Return a member of a closed vocabulary, given by its value."""
        return choice_of(kind, self.text(name, default))

    def day(self, name: str) -> date:
        """Return a day written ``2026-03-15``."""
        value = self.text(name)
        if not _DAY.fullmatch(value):
            raise UserError(ErrorCode.DATE_INVALID, value=value)
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise UserError(ErrorCode.DATE_INVALID, value=value) from error

    def money(self, name: str) -> Money:
        """Return an amount written ``"12000.00"``."""
        return Money.parse(self.text(name))

    def percent(self, name: str) -> Decimal:
        """Return a rate in percent, written ``"3.19"``."""
        value = self.text(name)
        if not _PERCENT.fullmatch(value):
            raise _another_kind(name, "un taux en pour cent, comme «\u00a03.19\u00a0»")
        return Decimal(value)

    def share(self, name: str, default: Share | None = None) -> Share:
        """Return a share written ``[2, 3]``."""
        if default is not None and not self.has(name):
            return default
        parts = self.items(name)
        if len(parts) != 2:
            raise _another_kind(name, "une part [p, q]")
        return Share(whole(name, parts[0]), whole(name, parts[1]))

    def items(self, name: str) -> list[object]:
        """Return a list; an empty one when absent."""
        value = self._value(name, ())
        if isinstance(value, tuple):
            return []
        if not isinstance(value, list):
            raise _another_kind(name, "une liste")
        return value

    def texts(self, name: str) -> list[str]:
        """Return a list of texts; an empty one when absent."""
        return [Fields({name: value}).text(name) for value in self.items(name)]

    def part(self, name: str) -> "Fields":
        """Return the fields of an object; none when absent."""
        return as_fields(name, self._value(name, {}))

    def needed_part(self, name: str) -> "Fields":
        """Return the fields of an object that must be there."""
        return as_fields(name, self._value(name, None))

    def parts(self, name: str) -> list["Fields"]:
        """Return the fields of each object of a list."""
        return [as_fields(name, value) for value in self.items(name)]

    def _value(self, name: str, default: object) -> object:
        value = self.values.get(name)
        if value is None:
            value = default
        if value is None:
            raise UserError(ErrorCode.CASE_FIELD_MISSING, field=name)
        return value


def as_fields(name: str, value: object) -> Fields:
    """Return the fields of a decoded JSON object.

    Raises:
        UserError: ``CASE_FIELD_WRONG``: it is something else.
    """
    if not isinstance(value, dict):
        raise _another_kind(name, "un objet")
    return Fields(value)


def whole(name: str, value: object, what: str = "un nombre entier, sans guillemets") -> int:
    """Return a decoded JSON integer.

    Args:
        name: Field to name in the refusal.
        value: What the JSON holds.
        what: What the field must be.

    Raises:
        UserError: ``CASE_FIELD_WRONG``: a text, a boolean, a number with decimals;
            ``NUMBER_OUT_OF_RANGE``: beyond ``LARGEST``.
    """
    if isinstance(value, NotANumber) and _MANY_DIGITS.fullmatch(value.written):
        raise UserError(
            ErrorCode.NUMBER_OUT_OF_RANGE, value=value.written, least=None, most=LARGEST
        )
    if isinstance(value, bool) or not isinstance(value, int):
        raise _another_kind(name, what)
    if abs(value) > LARGEST:
        raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=value, least=None, most=LARGEST)
    return value


def choice_of(kind: type[Choice], value: str) -> Choice:
    """Return the member of a vocabulary that has this value.

    Raises:
        UserError: ``CHOICE_UNKNOWN``.
    """
    for member in kind:
        if member.value == value:
            return member
    raise UserError(ErrorCode.CHOICE_UNKNOWN, value=value, choices=[each.value for each in kind])


def _another_kind(name: str, what: str) -> UserError:
    return UserError(ErrorCode.CASE_FIELD_WRONG, field=name, what=what)
