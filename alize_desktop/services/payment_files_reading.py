"""What is to be paid and debited on a day, and what a file cannot hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, AdvanceState
from alize_desktop.models.records.payment_files import (
    PaymentLeftOut,
    PaymentLine,
    PaymentPreview,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.payment_checks import debited_account, paid_account
from alize_desktop.services.advance_accounts import read_accounts
from alize_desktop.services.advance_grants import Grant
from alize_desktop.services.advance_reading import Advance, read_advances
from alize_desktop.services.advance_release import released_by
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.payment_words import DEBIT, debit_text, transfer_text


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A payment that is due, whether a file can hold it or not."""

    grant: Grant
    amount: Money
    reference: str
    text: str
    refusal: UserError | None = None


def read_transfers(session: Session, on: date, today: date) -> PaymentPreview:
    """Return what is left to release of every signed advance.

    Args:
        session: Only read.
        on: Day that the bank is asked to pay.
        today: Day that tells where each advance stands.
    """
    operator = read_programme(session).operator
    wanted = [
        found
        for advance in read_advances(session, today)
        if (found := _transfer(session, advance, operator)) is not None
    ]
    return _preview(session, on, wanted, is_debit=False)


def next_due(session: Session, today: date) -> date | None:
    """Return the first day, from today on, on which an advance that runs has to be repaid."""
    positions = (each.position() for each in read_advances(session, today))
    return min(
        (
            row.instalment.due
            for each in positions
            if each.state is AdvanceState.RUNNING
            for row in each.rows
            if row.remaining and row.instalment.due >= today
        ),
        default=None,
    )


def read_debits(session: Session, on: date) -> PaymentPreview:
    """Return the instalments due on a day to come, of the advances that run.

    All that was received by then is counted: what is paid is not debited.
    """
    operator = read_programme(session).operator
    wanted = [
        found for advance in read_advances(session, on) for found in _debits(advance, operator)
    ]
    return _preview(session, on, wanted, is_debit=True)


def _transfer(session: Session, advance: Advance, operator: str) -> _Wanted | None:
    position = advance.position()
    left = advance.left_to_release()
    if position.state not in (AdvanceState.SIGNED, AdvanceState.RUNNING) or left <= ZERO:
        return None
    number = advance.grant.number
    reasons = " ; ".join(released_by(session, advance))
    refusal = UserError(ErrorCode.RELEASE_BLOCKED, number=number, reason=reasons)
    return _Wanted(
        grant=advance.grant,
        amount=left,
        reference=number,
        text=transfer_text(number, operator),
        refusal=refusal if reasons else None,
    )


def _debits(advance: Advance, operator: str) -> Iterator[_Wanted]:
    position = advance.position()
    if position.state is not AdvanceState.RUNNING:
        return
    number = advance.grant.number
    until = position.moratorium_until
    waits = until is not None and position.on <= until
    state = AdvanceEventKind.MORATORIUM
    refusal = UserError(ErrorCode.ADVANCE_STEP_REFUSED, kind=DEBIT, number=number, state=state)
    for row in position.rows:
        due = row.instalment
        if due.due == position.on and row.remaining:
            yield _Wanted(
                grant=advance.grant,
                amount=row.remaining,
                reference=f"{number}-{due.number}",
                text=debit_text(number, due.number, operator),
                refusal=refusal if waits else None,
            )


def _preview(
    session: Session, on: date, wanted: list[_Wanted], *, is_debit: bool
) -> PaymentPreview:
    accounts = read_accounts(session)
    lines: list[PaymentLine] = []
    left_out: list[PaymentLeftOut] = []
    for each in wanted:
        grant = each.grant
        who = (grant.dossier_id, grant.number, grant.company, each.amount)
        try:
            if each.refusal is not None:
                raise each.refusal
            known, company = accounts.get(grant.siren), grant.company
            account = (
                debited_account(known, company, on) if is_debit else paid_account(known, company)
            )
        except UserError as refusal:
            left_out.append(PaymentLeftOut(*who, refusal))
        else:
            lines.append(PaymentLine(*who, each.reference, each.text, account))
    return PaymentPreview(is_debit, on, tuple(lines), tuple(left_out))
