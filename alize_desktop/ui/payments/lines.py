"""What the user makes of each payment of the preview. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.payment_files import (
    PaymentFileWritten,
    PaymentLine,
    PaymentPreview,
)
from alize_desktop.models.values import Money
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

_IN: Final = (Role.GOOD, Shape.CHECK)
_AGAIN: Final = (Role.WAITING, Shape.CHECK)
_OUT: Final = (Role.NEUTRAL, Shape.RING)


@dataclass(frozen=True, slots=True)
class ChosenPayment:
    """A payment that the file can hold, and whether it will.

    Attributes:
        line: The payment.
        before: The last file that asked the bank for it already; None without one.
        is_chosen: Whether it goes in the file.
    """

    line: PaymentLine
    before: PaymentFileWritten | None = None
    is_chosen: bool = True


def opened(
    preview: PaymentPreview, written: Sequence[PaymentFileWritten]
) -> tuple[ChosenPayment, ...]:
    """Return the payments of a preview, all chosen.

    Args:
        preview: What the file may hold.
        written: Files written before, the newest first.
    """
    return tuple(ChosenPayment(each, _asked_in(each, written)) for each in preview.lines)


def toggled(payments: Sequence[ChosenPayment], reference: object) -> tuple[ChosenPayment, ...]:
    """Return the payments with one put in, or left out; its company's others follow it."""
    found = next((each for each in payments if each.line.reference == reference), None)
    if found is None:
        return tuple(payments)
    of = found.line.dossier_id
    return tuple(
        replace(each, is_chosen=not found.is_chosen) if each.line.dossier_id == of else each
        for each in payments
    )


def chosen_dossiers(payments: Sequence[ChosenPayment]) -> frozenset[UUID]:
    """Return the dossiers whose payments go in the file."""
    return frozenset(each.line.dossier_id for each in payments if each.is_chosen)


def chosen_total(payments: Sequence[ChosenPayment]) -> Money:
    """Return the sum of the payments that go in the file."""
    return Money(sum(each.line.amount.minor for each in payments if each.is_chosen))


def payment_word(payment: ChosenPayment) -> str:
    """Return in a word whether a payment goes in the file."""
    if not payment.is_chosen:
        return translate("payments", "Écarté")
    return translate("payments", "Coché")


def payment_dress(payment: ChosenPayment) -> tuple[Role, Shape]:
    """Return the colour and the shape of ``payment_word``."""
    if not payment.is_chosen:
        return _OUT
    return _AGAIN if payment.before else _IN


def payment_note(payment: ChosenPayment) -> str:
    """Return where the bank was asked for it already, or what its statement will show."""
    if payment.before is None:
        return payment.line.text
    words = translate("payments", "Déjà demandé le {day}, «\u00a0{file}\u00a0»")
    file = Path(payment.before.path).name
    return words.format(file=file, day=short_date(payment.before.on))


def _asked_in(
    line: PaymentLine, written: Sequence[PaymentFileWritten]
) -> PaymentFileWritten | None:
    asked = (each for each in written if each.references and line.reference in each.references)
    return next(asked, None)
