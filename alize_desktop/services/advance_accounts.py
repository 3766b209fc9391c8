"""Bank accounts of companies, with their mandates of direct debit."""

from dataclasses import fields, replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredBankAccount
from alize_desktop.rules.advance_steps import check_day
from alize_desktop.rules.field_checks import check_present, check_siren, check_text
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.money_checks import check_account
from alize_desktop.services.clock import local_day
from alize_desktop.services.plain import plain_map
from alize_desktop.services.programme import read_programme


def read_account(session: Session, siren: str) -> BankAccount | None:
    """Return the account of a company, None while it is not known."""
    return read_accounts(session).get(siren)


def read_accounts(session: Session) -> dict[str, BankAccount]:
    """Return every account by SIREN: one statement."""
    rows = session.execute(select(StoredBankAccount.__table__)).mappings()
    return {
        each["siren"]: BankAccount(**{x.name: each[x.name] for x in fields(BankAccount)})
        for each in rows
    }


def write_account(registry: Registry, session: Session, account: BankAccount) -> bool:
    """Write the account of a company, in the place of the one it had; False when nothing changed.

    Raises:
        UserError: ``IBAN_INVALID``; ``BIC_INVALID``; ``SIREN_INVALID``; ``TEXT_MISSING``;
            ``EVENT_DATE_IN_FUTURE`` for a mandate; ``ACCOUNT_CHANGED_MEANWHILE``.
    """
    account = _checked(account)
    if account.mandate_on is not None:
        check_day(account.mandate_on, local_day(registry.clock(), read_programme(session)), ())
    known = read_account(session, account.siren)
    if known and account.revision != known.revision:
        raise UserError(ErrorCode.ACCOUNT_CHANGED_MEANWHILE)
    account = replace(
        account,
        id=known.id if known else registry.new_id(),
        revision=known.revision if known else 1,
    )
    if account == known:
        return False
    if known:
        account = replace(account, revision=known.revision + 1)
    columns: dict[str, Any] = {x.name: getattr(account, x.name) for x in fields(account)}
    if known:
        here = StoredBankAccount.id == known.id
        session.execute(update(StoredBankAccount).where(here).values(columns))
    else:
        session.execute(insert(StoredBankAccount).values(columns))
    registry.journal(session, "account.saved", "bank_account", account.id, plain_map(account))
    return True


def _checked(account: BankAccount) -> BankAccount:
    check_siren(account.siren)
    account = replace(
        account,
        siren=parse_siren(account.siren),
        holder=account.holder.strip(),
        iban="".join(account.iban.split()).upper(),
        bic="".join(account.bic.split()).upper(),
        mandate=account.mandate.strip(),
    )
    for text in (account.holder, account.iban):
        check_present(text)
    for text in (account.holder, account.mandate):
        check_text(text)
    check_account(account.iban, account.bic)
    return account
