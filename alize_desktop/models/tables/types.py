"""How exact values stand in the file, whatever the system's SQLite would do.

The tables are STRICT: the file itself knows only INTEGER, TEXT and BLOB. Each
type here refuses a value that it could not give back unchanged, and writes
a form that sorts rightly and that any SQLite tool can read.
"""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.values import Money


class MoneyType(TypeDecorator[Money]):
    """``Money`` as an INTEGER of whole centimes."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        return None if value is None else value.minor

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Money | None:
        return None if value is None else Money(value)


class HundredthsType(TypeDecorator[Decimal]):
    """A decimal of two places at most as an INTEGER of hundredths."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        hundredths = value * 100
        if hundredths != int(hundredths):
            msg = f"more than two decimals: {value}"
            raise ValueError(msg)
        return int(hundredths)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


class WeightType(TypeDecorator[Decimal]):
    """An exact decimal as TEXT, without exponent: ``1``, ``0.5``."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if not value.is_finite():
            msg = f"not a number: {value}"
            raise ValueError(msg)
        return format(value.normalize(), "f")

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def instant_text(value: datetime) -> str:
    """Return the only text of an instant: ISO 8601, UTC, microseconds, Z.

    Raises:
        ValueError: The value is naive: nobody knows which instant it is.
    """
    if value.tzinfo is None:
        msg = f"naive instant: {value}"
        raise ValueError(msg)
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant as TEXT that sorts: ``2026-11-23T05:05:00.000000Z``."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant_text(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class DayType(TypeDecorator[date]):
    """A day as TEXT: ``2026-11-23``."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        if isinstance(value, datetime):
            msg = f"an instant is not a day: {value}"
            raise TypeError(msg)
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class WallTimeType(TypeDecorator[time]):
    """An hour on the wall clock as TEXT: ``14:30``."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class UuidType(TypeDecorator[UUID]):
    """An identifier as TEXT of 36 characters, in lower case."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(value)


class FlagType(TypeDecorator[bool]):
    """Yes or no as INTEGER 1 or 0."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class JsonType(TypeDecorator[Any]):
    """Lists and maps as canonical JSON TEXT, without floats.

    Replace the whole value to change it: a change inside it is not noticed.
    """

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        return None if value is None else canonical_json(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        return None if value is None else json.loads(value)
