"""Long works run to their end, where nobody watches their progress."""

from collections.abc import Generator
from typing import TypeVar

from alize_desktop.models.records.changes import Progress

T = TypeVar("T")


def drained(steps: Generator[Progress, None, T]) -> T:
    """Run a long work to its end and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: T = stop.value
            return result
