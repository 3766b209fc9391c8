"""The common ground of every table: names of constraints, types, strictness."""

from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

from alize_desktop.models.tables.types import (
    DayType,
    FlagType,
    MoneyType,
    UtcDateTime,
    UuidType,
    WallTimeType,
)
from alize_desktop.models.values import Money

STRICT = {"sqlite_strict": True}
"""Last element of every ``__table_args__``: a text never enters an INTEGER column."""


def reference(column: str) -> ForeignKey:
    """Return a foreign key that is checked when the transaction commits.

    Rows of one action can then be written in any order.

    Args:
        column: Table and column that is named: ``member.id``.
    """
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Base(DeclarativeBase):
    """Parent of every table.

    The class of a table is named ``Stored…``, so that it is never taken for
    the record of the same notion. Constraints are all named, because a
    migration can only drop what has a name.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: Integer(),
        bool: FlagType(),
        date: DayType(),
        datetime: UtcDateTime(),
        time: WallTimeType(),
        Money: MoneyType(),
        UUID: UuidType(),
    }
