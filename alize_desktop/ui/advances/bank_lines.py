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
        """Whether the line is money received that is not recorded yet."""
        return not self.match.is_known and self.match.line.amount > ZERO

    def toggled(self) -> "ChosenLine":
        """Return the line confirmed, or not any more; as it is when it cannot be."""
        may_be = self.may_be_taken and self.advance is not None
        return replace(self, is_confirmed=may_be and not self.is_confirmed)

    def given_to(self, advance: UUID | None) -> "ChosenLine":
        """Return the line for another advance, to be confirmed again."""
        if not self.may_be_taken:
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
    """Return the lines with every proposal confirmed, but the same line twice."""
    return tuple(
        each if each.is_confirmed or each.is_repeated else each.toggled() for each in lines
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
    if line.is_confirmed:
        return translate("advances", "Confirmée")
    return translate("advances", "À confirmer")


def line_dress(line: ChosenLine) -> tuple[Role, Shape]:
    """Return the colour and the shape of ``line_word``."""
    if not line.may_be_taken:
        return _LEFT
    if line.advance is None:
        return _UNKNOWN
    return _CONFIRMED if line.is_confirmed else _PROPOSED
