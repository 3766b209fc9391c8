"""What the dialogs of events say, propose and refuse while they are filled."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.advance_steps import check_day
from alize_desktop.rules.positions import claimable
from alize_desktop.rules.replay import WRITE_OFFS
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.fields.text import TypedField

T = TypeVar("T")

translate = QCoreApplication.translate

_K: Final = AdvanceEventKind


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of a dialog.

    Attributes:
        title: What is recorded.
        action: Label of the button, a verb.
        sentence: What follows from it; empty for nothing.
    """

    title: str
    action: str
    sentence: str = ""


def typed(field: TypedField[T] | None, read: Callable[[str], T | None]) -> T | None:
    """Return what is typed now in a field; None while it cannot be read."""
    if field is None or not field.edit.text().strip():
        return None
    try:
        return read(field.edit.text().strip())
    except UserError:
        return None


def usual_amount(kind: AdvanceEventKind, detail: AdvanceDetail) -> Money:
    """Return the amount proposed: what is to be paid, what is due, what is left."""
    position = detail.row.position
    return {
        _K.DISBURSEMENT: detail.left_to_disburse,
        _K.REPAYMENT: claimable(position) or position.next_amount or position.outstanding,
        _K.REFUND: position.credit,
        _K.WAIVER: position.outstanding,
        _K.LOSS: position.outstanding,
    }.get(kind, ZERO)


def check_typed(
    kind: AdvanceEventKind,
    detail: AdvanceDetail,
    day: date | None,
    amount: Money | None,
    today: date,
) -> None:
    """Refuse at once what the registry would refuse at the end.

    Raises:
        UserError: A day to come or before the signature; an amount above what it can be.
    """
    if day is not None:
        signed = (
            (each.draft.kind, each.draft.value_on)
            for each in detail.events
            if each.draft.kind is _K.AGREEMENT_SIGNED and not each.is_reversed
        )
        check_day(day, today, signed)
    if amount is None:
        return
    position = detail.row.position
    most = {
        _K.DISBURSEMENT: (detail.left_to_disburse, ErrorCode.DISBURSEMENT_TOO_LARGE),
        _K.REFUND: (position.credit, ErrorCode.REFUND_TOO_LARGE),
        _K.WAIVER: (position.outstanding, ErrorCode.WRITE_OFF_TOO_LARGE),
        _K.LOSS: (position.outstanding, ErrorCode.WRITE_OFF_TOO_LARGE),
    }.get(kind)
    if most is not None and amount > most[0]:
        raise UserError(most[1], amount=amount, left=most[0])


def closed_through(tools: AdvanceTools) -> date | None:
    """Return the last day of the accounts that are closed, None when none are."""
    return next((each.through for each in tools.services.fund.closings()), None)


def credit_of(amount: Money, detail: AdvanceDetail) -> Money:
    """Return how much of an amount received is above all that is owed; negative below it."""
    return amount - detail.row.position.outstanding


def needs_reason(kind: AdvanceEventKind, detail: AdvanceDetail) -> bool:
    """Return whether an event has to say why.

    A debt that is given up or taken to court does, and one that is called before its
    lateness leads there.
    """
    is_early = kind is _K.ACCELERATION and detail.row.step is not _K.ACCELERATION
    return kind in WRITE_OFFS or kind is _K.LITIGATION or is_early


def day_label(kind: AdvanceEventKind) -> str:
    """Return what the day of an event is called."""
    return {
        _K.DISBURSEMENT: translate("advances", "Versé le"),
        _K.REPAYMENT: translate("advances", "Reçu le (date de valeur)"),
        _K.RECOVERY: translate("advances", "Reçu le (date de valeur)"),
        _K.REFUND: translate("advances", "Remboursé le"),
        _K.REMINDER: translate("advances", "Envoyée le"),
        _K.FORMAL_NOTICE: translate("advances", "Envoyée le"),
    }.get(kind, translate("advances", "Décidé le"))


def words_of(kind: AdvanceEventKind) -> Asked:
    """Return the words of the dialog of an event."""
    return {**_of_money(), **_of_decisions()}[kind]


def _of_money() -> dict[AdvanceEventKind, Asked]:
    save = translate("advances", "Enregistrer")
    back = translate("advances", "De l’argent rentre après un abandon ou une perte.")
    return {
        _K.DISBURSEMENT: Asked(translate("advances", "Verser l’avance"), save),
        _K.REPAYMENT: Asked(translate("advances", "Encaisser un remboursement"), save),
        _K.RECOVERY: Asked(translate("advances", "Récupération"), save, back),
        _K.REFUND: Asked(translate("advances", "Rembourser le trop-perçu"), save),
        _K.WAIVER: Asked(
            translate("advances", "Abandonner la créance"),
            translate("advances", "Abandonner"),
            translate("advances", "Le comité renonce à ce qui reste dû, en tout ou en partie."),
        ),
        _K.LOSS: Asked(
            translate("advances", "Constater une perte"),
            translate("advances", "Constater la perte"),
            translate("advances", "Ce qui reste dû ne rentrera plus, en tout ou en partie."),
        ),
    }


def _of_decisions() -> dict[AdvanceEventKind, Asked]:
    save = translate("advances", "Enregistrer")
    letter = translate("advances", "La lettre est proposée dès l’enregistrement.")
    return {
        _K.REMINDER: Asked(translate("advances", "Relancer"), save, letter),
        _K.FORMAL_NOTICE: Asked(translate("advances", "Mettre en demeure"), save, letter),
        _K.ACCELERATION: Asked(
            translate("advances", "Rendre exigible"),
            save,
            translate("advances", "Tout ce qui reste dû le devient à cette date."),
        ),
        _K.MORATORIUM: Asked(
            translate("advances", "Accorder un moratoire"),
            save,
            translate("advances", "Rien n’est en retard jusqu’à son terme."),
        ),
        _K.LITIGATION: Asked(
            translate("advances", "Passer au contentieux"),
            translate("advances", "Passer au contentieux"),
            translate("advances", "Plus rien n’est versé à l’entreprise."),
        ),
    }
