"""How a line of text and a value become each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """How a line of text and a value become each other.

    Attributes:
        read: Turns what is typed (not empty, stripped) into the value, or raises
            ``UserError``.
        show: Turns the value into the text shown.
        empty: The value of an empty line.
        placeholder: Example shown while the line is empty.
        right: Whether the text is aligned right, for figures.
    """

    read: Callable[[str], T]
    show: Callable[[T], str]
    empty: T | None = None
    placeholder: str = ""
    right: bool = False
