"""What can be done with an advance, in each of its states."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind, AdvanceState
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEvent
from alize_desktop.rules.advance_steps import check_step
from alize_desktop.rules.replay import REVERSALS
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


class AdvanceAction(StrEnum):
    """What can be done with an advance."""

    SIGN = "sign"
    DISBURSE = "disburse"
    LADDER = "ladder"
    REFUND = "refund"
    RECOVER = "recover"
    REPAY = "repay"
    AMEND = "amend"
    REJECT = "reject"
    REVERSE = "reverse"
    MORATORIUM = "moratorium"
    LITIGATION = "litigation"
    ACCELERATE = "accelerate"
    WAIVE = "waive"
    LOSE = "lose"
    ACCOUNT = "account"
    PAPERS = "papers"


_A: Final = AdvanceAction
_S: Final = AdvanceState
_K: Final = AdvanceEventKind

KINDS: Final = {
    _A.DISBURSE: _K.DISBURSEMENT,
    _A.REPAY: _K.REPAYMENT,
    _A.RECOVER: _K.RECOVERY,
    _A.REFUND: _K.REFUND,
    _A.MORATORIUM: _K.MORATORIUM,
    _A.LITIGATION: _K.LITIGATION,
    _A.ACCELERATE: _K.ACCELERATION,
    _A.WAIVE: _K.WAIVER,
    _A.LOSE: _K.LOSS,
    _A.REJECT: _K.REJECTED_DEBIT,
    _A.REVERSE: _K.REVERSAL,
}
"""The event that an action records."""

_WHILE_OWED: Final = (_A.MORATORIUM, _A.LITIGATION, _A.WAIVE, _A.LOSE)
_AMENDED: Final = (_S.RUNNING, _S.ACCELERATED, _S.IN_LITIGATION)


def offered(detail: AdvanceDetail) -> tuple[AdvanceAction, ...]:
    """Return what can be done with an advance, the next thing first."""
    position, step = detail.row.position, detail.row.step
    wanted = {
        _A.SIGN: position.state is _S.GRANTED,
        _A.DISBURSE: bool(detail.left_to_disburse),
        _A.LADDER: step is not None and _may(step, detail),
        _A.REPAY: True,
        _A.RECOVER: bool(position.written_off),
        _A.REFUND: bool(position.credit),
        _A.AMEND: bool(detail.amending_decisions) and position.state in _AMENDED,
        _A.REJECT: bool(reversible(detail, _A.REJECT)),
        _A.REVERSE: bool(reversible(detail, _A.REVERSE)),
        _A.ACCOUNT: True,
        _A.PAPERS: True,
        **dict.fromkeys(_WHILE_OWED, bool(position.outstanding)),
        _A.ACCELERATE: bool(position.outstanding) and step is not _K.ACCELERATION,
    }
    return tuple(each for each in _A if wanted[each] and _is_open(each, detail))


MENU: Final = (
    _A.AMEND,
    _A.MORATORIUM,
    _A.LITIGATION,
    _A.ACCELERATE,
    _A.WAIVE,
    _A.LOSE,
    _A.REJECT,
    _A.REVERSE,
    _A.ACCOUNT,
)
"""What has no button, always in this order."""


def why_not(action: AdvanceAction, detail: AdvanceDetail) -> str:
    """Return why something of the menu cannot be done now; empty when it can."""
    if action in offered(detail):
        return ""
    is_owed = bool(detail.row.position.outstanding)
    reasons = (
        (
            action is _A.AMEND and not detail.amending_decisions,
            translate("advances", "il suit une décision modificative du comité"),
        ),
        (action is _A.REJECT, translate("advances", "aucun encaissement à rejeter")),
        (action is _A.REVERSE, translate("advances", "aucun mouvement à annuler")),
        (not is_owed, translate("advances", "rien n’est dû")),
        (
            action is _A.ACCELERATE and detail.row.step is _K.ACCELERATION,
            translate("advances", "c’est l’étape suivante, Ctrl+R"),
        ),
    )
    state = label(detail.row.position.state).lower()
    words = translate("advances", "pas dans l’état «\u00a0{state}\u00a0»")
    return next((why for is_so, why in reasons if is_so), words.format(state=state))


def next_action(detail: AdvanceDetail) -> AdvanceAction | None:
    """Return the next thing to do; None when nothing is expected."""
    first = offered(detail)[0]
    is_over = first is _A.REPAY and not detail.row.position.outstanding
    return None if is_over or first in (_A.REVERSE, _A.ACCOUNT, _A.PAPERS) else first


def reversible(detail: AdvanceDetail, action: AdvanceAction) -> tuple[AdvanceEvent, ...]:
    """Return the events that a reversal or a rejected debit may take back, newest first."""
    held = [e for e in detail.events if not e.is_reversed and e.draft.kind not in REVERSALS]
    is_alone = len(held) == 1  # a signature that something followed stays
    return tuple(
        each
        for each in reversed(held)
        if (each.draft.kind is not _K.AGREEMENT_SIGNED or is_alone)
        and (action is not _A.REJECT or each.draft.kind is _K.REPAYMENT)
    )


def _is_open(action: AdvanceAction, detail: AdvanceDetail) -> bool:
    """Return whether the state of an advance lets an action record its event."""
    kind = KINDS.get(action)
    return kind is None or kind in REVERSALS or _may(kind, detail)


def _may(kind: AdvanceEventKind, detail: AdvanceDetail) -> bool:
    try:
        check_step(kind, detail.row.position.state, detail.row.number)
    except UserError:
        return False
    return True


def action_text(action: AdvanceAction, step: AdvanceEventKind | None = None) -> str:
    """Return the label of an action; that of the ladder is its next step."""
    if action is _A.LADDER:
        steps = {
            _K.REMINDER: translate("advances", "Relancer…"),
            _K.FORMAL_NOTICE: translate("advances", "Mettre en demeure…"),
            _K.ACCELERATION: translate("advances", "Rendre exigible…"),
        }
        return steps[step or _K.REMINDER]
    return {
        _A.SIGN: translate("advances", "Signer la convention…"),
        _A.DISBURSE: translate("advances", "Verser…"),
        _A.REPAY: translate("advances", "Encaisser…"),
        _A.RECOVER: translate("advances", "Récupération…"),
        _A.REFUND: translate("advances", "Rembourser le trop-perçu…"),
        _A.AMEND: translate("advances", "Avenant…"),
        _A.REJECT: translate("advances", "Prélèvement rejeté…"),
        _A.REVERSE: translate("advances", "Annuler un mouvement…"),
        _A.MORATORIUM: translate("advances", "Moratoire…"),
        _A.LITIGATION: translate("advances", "Contentieux…"),
        _A.ACCELERATE: translate("advances", "Rendre exigible…"),
        _A.WAIVE: translate("advances", "Abandonner la créance…"),
        _A.LOSE: translate("advances", "Constater une perte…"),
        _A.ACCOUNT: translate("advances", "Compte bancaire…"),
        _A.PAPERS: translate("advances", "Papiers…"),
    }[action]
