"""Columns that hold one word of a closed vocabulary, and nothing else.

The words are checked twice: by the type when a value is written, and by a
named CHECK in the file, whoever writes it.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Text
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator
from typing_extensions import override


class EnumType(TypeDecorator[StrEnum]):
    """A closed vocabulary as TEXT, by value. Made by ``one_of`` only."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._words = {each.value: each for each in vocabulary}

    @override
    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.vocabulary(value).value

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self._words.get(value) or self.vocabulary(value)


def one_of(
    vocabulary: type[StrEnum], column: str, default: StrEnum | None = None
) -> MappedColumn[Any]:
    """Return a column that holds one value of a vocabulary, checked by the file.

    Args:
        vocabulary: The enumeration; its values are written.
        column: Name of the column, for the named CHECK.
        default: What is written when nothing is said; None asks for a value.
    """
    values = ", ".join(f"'{each.value}'" for each in vocabulary)
    check = CheckConstraint(f"{column} IN ({values})", name=f"{column}_known")
    if default is None:
        return mapped_column(EnumType(vocabulary), check)
    return mapped_column(EnumType(vocabulary), check, default=default)
