"""Lines of the append-only journal, and what its verification found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One business act.

    Attributes:
        sequence: From 1, with no gap.
        action: Dotted name: ``dossier.saved``, ``vote.cast``.
        subject_id: What it is about, None for the registry itself.
        details: JSON-able content: texts, whole numbers, booleans, lists, maps.
        hash: Hexadecimal SHA-256 that chains it to the line before.
    """

    sequence: int
    at: datetime
    action: str
    subject_kind: str
    subject_id: UUID | None
    details: dict[str, object]
    hash: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the registry found.

    Attributes:
        lines: Lines in the journal.
        head: Hexadecimal hash of the last line; 64 zeros when there is none.
        integrity_problems: What the database says is damaged; empty when sound.
        foreign_key_problems: Tables with a row that points at nothing.
        first_broken_line: First journal line whose hash is wrong, None if all hold.
    """

    lines: int
    head: str
    integrity_problems: tuple[str, ...]
    foreign_key_problems: tuple[str, ...]
    first_broken_line: int | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all is wrong."""
        return (
            not self.integrity_problems
            and not self.foreign_key_problems
            and self.first_broken_line is None
        )
