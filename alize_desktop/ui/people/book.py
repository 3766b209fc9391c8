"""What a directory lists, and how it is read and written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.ui.widgets.table_model import Column

S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)


class Entry(Protocol[S_co]):
    """A record with an identifier and a sheet that can be edited."""

    @property
    def id(self) -> UUID:
        """Identifier."""

    @property
    def sheet(self) -> S_co:
        """What can be edited."""


E = TypeVar("E", bound=Entry[Any])


class Narrowing(Protocol[E]):
    """What narrows the list of a directory."""

    @property
    def asked(self) -> SignalInstance:
        """Another list is asked for. No argument."""

    @property
    def bar(self) -> QWidget:
        """What stands over the list."""

    def narrowed(self, entries: Sequence[E]) -> Sequence[E]:
        """Return the entries that are asked for, out of all of them."""

    def clear(self) -> None:
        """Ask for all of them again."""


@dataclass(frozen=True, slots=True)
class Book(Generic[E, S]):
    """What a directory lists, and how it is read and written.

    Attributes:
        title: What the list is.
        empty: What to say when there is nobody.
        blank: Heading of a new sheet.
        columns: Columns of the list.
        lesser: Keys of the columns hidden where there is little room, the least first.
        name: Name of a record, shown above its sheet.
        words: What typing in the list finds of a record.
        entries: Reads the records.
        new: Gives an empty sheet.
        problems: Says what is refused in a sheet.
        save: Writes a sheet; the identifier is None for a new one.
    """

    title: str
    empty: str
    blank: str
    columns: Sequence[Column[E]]
    lesser: Sequence[str]
    name: Callable[[E], str]
    words: Callable[[E], str]
    entries: Callable[[], Sequence[E]]
    new: Callable[[], S]
    problems: Callable[[S], Sequence[FieldProblem]]
    save: Callable[[UUID | None, S], Changes]
