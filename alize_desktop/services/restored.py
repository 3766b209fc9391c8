"""Records again, from the plain JSON values that ``services.plain`` wrote."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from alize_desktop.models.values import Money, Share

T = TypeVar("T")
_Json: TypeAlias = Any


def restored(kind: type[T], value: object) -> T:
    """Return the record of class ``kind`` that ``plain`` gave as ``value``.

    A field that was not known when it was written takes its usual value.

    Raises:
        TypeError: A field has a type without a plain form: a bug in the caller.
    """
    return cast("T", _restored(kind, value))


def _restored(kind: _Json, value: _Json) -> _Json:
    return _reader_of(kind)(value)


@cache
def _reader_of(kind: _Json) -> Callable[[_Json], object]:
    """Return what reads a class: looked through once, however many thousands are read."""
    for known, read in _READERS.items():
        if isinstance(kind, type) and issubclass(kind, known):
            return partial(read, kind)
    if is_dataclass(kind):
        hints: _Json = get_type_hints(kind)
        names = tuple(each.name for each in fields(kind))
        return partial(_record, kind, {name: hints[name] for name in names})
    origin: _Json = get_origin(kind)
    if origin is tuple:
        return partial(_sequence, get_args(kind))
    if origin is UnionType:
        return partial(_either, get_args(kind))
    msg = f"no plain form for {kind}"
    raise TypeError(msg)


def _record(make: _Json, hints: dict[str, _Json], value: _Json) -> object:
    known = {name: value[name] for name in hints if name in value}
    return make(**{name: _restored(hints[name], each) for name, each in known.items()})


def _sequence(kinds: tuple[_Json, ...], values: list[_Json]) -> tuple[object, ...]:
    first, rest = kinds
    if rest is Ellipsis:
        return tuple(_restored(first, each) for each in values)
    return tuple(_restored(kind, each) for kind, each in zip(kinds, values, strict=True))


def _either(kinds: tuple[_Json, ...], value: _Json) -> object:
    """Return one of several: nothing, a whole number as it is, else the other kind."""
    if value is None or (int in kinds and isinstance(value, int)):
        return value
    (other,) = (each for each in kinds if each not in (NoneType, int))
    return _restored(other, value)


def _as_it_is(_kind: _Json, value: _Json) -> object:
    return value


_Reader = Callable[[Any, Any], object]
_READERS: Final[dict[type, _Reader]] = {
    Enum: lambda kind, value: kind(value),
    int: _as_it_is,
    str: _as_it_is,
    Money: lambda _kind, value: Money.parse(value),
    Share: lambda _kind, value: Share(*value),
    Decimal: lambda _kind, value: Decimal(value),
    Fraction: lambda _kind, value: Fraction(value),
    UUID: lambda _kind, value: UUID(value),
    datetime: lambda _kind, value: datetime.fromisoformat(value),
    date: lambda _kind, value: date.fromisoformat(value),
    time: lambda _kind, value: time.fromisoformat(value),
}
