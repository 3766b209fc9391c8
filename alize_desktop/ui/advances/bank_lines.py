"""What the user makes of each line of a bank statement. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.advances import BankLine, BankMatch
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape

translate = QCoreApplication.translate

_CONFIRMED: Final = (Role.GOOD, Shape.CHECK)
_PROPOSED: Final = (Role.WAITING, Shape.DISC)
_UNKNOWN: Final = (Role.NEUTRAL, Shape.RING)
_LEFT: Final = (Role.NEUTRAL, Shape.BAR)


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A line of the statement, and what is to become of it.

    Attributes:
        match: The line, and what was recognised.
        advance: Advance that it repays; None until one is known.
        is_confirmed: Whether the user agreed.
        is_repeated: Whether a line before has its date, its amount and its label.
    """

    match: BankMatch
    advance: UUID | None
    is_confirmed: bool = False
    is_repeated: bool = False

    @property
    def may_be_taken(self) -> bool:
        """Whether the line moves money of an advance, and is not recorded yet."""
        is_ours = self.match.line.amount > ZERO or self.is_rejection
        return is_ours and not self.match.is_known

    @property
    def is_rejection(self) -> bool:
        """Whether the line takes back money that was recorded."""
        return self.match.rejects is not None

    @property
    def is_doubtful(self) -> bool:
        """Whether the advance of the line seems to have this money already."""
        return self.match.is_doubtful and self.advance == self.match.dossier_id

    def toggled(self) -> "ChosenLine":
        """Return the line confirmed, or not any more; as it is when it cannot be."""
        may_be = self.may_be_taken and self.advance is not None
        return replace(self, is_confirmed=may_be and not self.is_confirmed)

    def given_to(self, advance: UUID | None) -> "ChosenLine":
        """Return the line for another advance, to be confirmed again."""
        if not self.may_be_taken or self.is_rejection:
            return self
        return replace(self, advance=advance, is_confirmed=False)

    def moved(self, step: int) -> "ChosenLine":
        """Return the line for the next advance that was recognised, or the one before."""
        proposed = (self.match.dossier_id, *self.match.others)
        known = [each for each in proposed if each is not None]
        if not known:
            return self
        place = known.index(self.advance) + step if self.advance in known else 0
        return self.given_to(known[place % len(known)])


def opened(matches: Sequence[BankMatch]) -> tuple[ChosenLine, ...]:
    """Return the lines of a statement, nothing confirmed."""
    seen: set[tuple[date, Money, str]] = set()
    lines = []
    for each in matches:
        told = (each.line.booked_on, each.line.amount, each.line.label)
        lines.append(ChosenLine(each, each.dossier_id, is_repeated=told in seen))
        seen.add(told)
    return tuple(lines)


def all_confirmed(lines: Sequence[ChosenLine]) -> tuple[ChosenLine, ...]:
    """Return the lines with every proposal confirmed, but what may be counted twice."""
    return tuple(
        each if each.is_confirmed or each.is_repeated or each.is_doubtful else each.toggled()
        for each in lines
    )


def taken(lines: Sequence[ChosenLine]) -> tuple[tuple[BankLine, UUID], ...]:
    """Return what is to be written."""
    return tuple(
        (each.match.line, each.advance)
        for each in lines
        if each.is_confirmed and each.advance is not None
    )


def repeated_word(line: ChosenLine) -> str:
    """Return that a line is told twice; empty when it is not."""
    if not (line.is_repeated and line.may_be_taken):
        return ""
    return translate("advances", "Ligne identique à une précédente")


def line_word(line: ChosenLine) -> str:
    """Return in a word what becomes of a line."""
    if line.match.is_known:
        return translate("advances", "Déjà enregistrée")
    if not line.may_be_taken:
        return translate("advances", "Pas un encaissement")
    if line.advance is None:
        return translate("advances", "À choisir")
    return _to_do(line)


def _to_do(line: ChosenLine) -> str:
    """Return in a word what a line that may be taken does."""
    if line.is_rejection and line.is_confirmed:
        return translate("advances", "Rejet confirmé")
    if line.is_rejection:
        return translate("advances", "Rejet à confirmer")
    if line.is_confirmed:
        return translate("advances", "Confirmée")
    if line.is_doubtful:
        return translate("advances", "Déjà saisi\u00a0?")
    return translate("advances", "À confirmer")


def line_dress(line: ChosenLine) -> tuple[Role, Shape]:
    """Return the colour and the shape of ``line_word``."""
    if not line.may_be_taken:
        return _LEFT
    if line.advance is None:
        return _UNKNOWN
    return _CONFIRMED if line.is_confirmed else _PROPOSED
