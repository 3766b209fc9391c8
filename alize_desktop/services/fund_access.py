"""What the service of the fund looks up and refuses before it writes."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.fund import Funder, FundMovement, FundMovementDraft
from alize_desktop.models.tables.fund import StoredFundExpectation
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund_checks import check_cash
from alize_desktop.services.fund_lines import read_evenings
from alize_desktop.services.fund_reading import read_funders, read_movements
from alize_desktop.services.programme import read_programme


def tidied(draft: FundMovementDraft) -> FundMovementDraft:
    """Return a draft without useless spaces."""
    return replace(
        draft,
        reference=draft.reference.strip(),
        note=draft.note.strip(),
        author=draft.author.strip(),
    )


def known_funder(session: Session, funder_id: UUID, revision: int | None = None) -> Funder:
    """Return a funder of the registry.

    Args:
        session: Only read.
        funder_id: Of the funder.
        revision: Of the funder that was edited, None when it only is named.

    Raises:
        UserError: ``FUNDER_NOT_FOUND``; ``FUNDER_CHANGED_MEANWHILE``.
    """
    found = next((each for each in read_funders(session) if each.id == funder_id), None)
    if found is None:
        raise UserError(ErrorCode.FUNDER_NOT_FOUND)
    if revision not in (None, found.revision):
        raise UserError(ErrorCode.FUNDER_CHANGED_MEANWHILE)
    return found


def reversible(session: Session, movement_id: UUID) -> FundMovement:
    """Return a movement that may be taken back.

    Raises:
        UserError: ``EVENT_NOT_FOUND``; ``EVENT_NOT_REVERSIBLE`` for a reversal;
            ``EVENT_ALREADY_REVERSED``.
    """
    found = next((each for each in read_movements(session) if each.id == movement_id), None)
    if found is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    if found.draft.kind is FundMovementKind.REVERSAL:
        raise UserError(ErrorCode.EVENT_NOT_REVERSIBLE, kind=found.draft.kind)
    if found.is_reversed:
        raise UserError(ErrorCode.EVENT_ALREADY_REVERSED)
    return found


def check_expected(session: Session, expectation_id: UUID) -> None:
    """Refuse what nobody expects.

    Raises:
        UserError: ``EVENT_NOT_FOUND``.
    """
    if session.get(StoredFundExpectation, expectation_id) is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)


def check_cash_left(session: Session, brought: Money, on: date) -> None:
    """Refuse that more leaves than there is, on the evening of its day or of any later one.

    Args:
        session: Only read.
        brought: What is brought to the cash, negative when it leaves.
        on: Its day.

    Raises:
        UserError: ``FUND_WITHOUT_CASH``.
    """
    if brought < ZERO:
        _before, *evenings = read_evenings(session, on)
        check_cash(-brought, *evenings)


def check_release(session: Session, amount: Money, on: date) -> None:
    """Refuse to pay a company more than the fund has, when what it has is known.

    Args:
        session: Only read.
        amount: What is paid.
        on: Its day.

    Raises:
        UserError: ``FUND_WITHOUT_CASH``.
    """
    is_known = read_programme(session).fund_amount is not None or read_movements(session)
    if is_known:
        check_cash_left(session, -amount, on)


def reversal_of(target: FundMovement, on: date, note: str, author: str) -> FundMovementDraft:
    """Return the draft that takes a movement back, whole."""
    return replace(
        target.draft,
        kind=FundMovementKind.REVERSAL,
        value_on=on,
        note=note,
        author=author,
        reverses_id=target.id,
    )
