"""What the fields of a dossier let one choose from."""

from enum import StrEnum
from typing import TypeVar

from alize_desktop.wording.labels import label

E = TypeVar("E", bound=StrEnum)


def choices(vocabulary: type[E]) -> tuple[tuple[E, str], ...]:
    """Return every member of a vocabulary with its French word, in its own order."""
    return tuple((member, label(member)) for member in vocabulary)
