"""The rules of the money in force: the last version adopted."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.money_rules import MoneyRules, MoneyRulesVersion
from alize_desktop.models.tables.aid import StoredMoneyRules
from alize_desktop.services.restored import restored

MODEL: Final = MoneyRulesVersion(number=0, rules=MoneyRules())
"""The rules the program came with, in force while none were adopted."""

_NEWEST_FIRST: Final[Select[Any]] = select(StoredMoneyRules.rules).order_by(
    StoredMoneyRules.number.desc()
)


def read_money_rules_versions(session: Session) -> tuple[MoneyRulesVersion, ...]:
    """Return the versions adopted, newest first; those the program came with are not among them."""
    statement = select(StoredMoneyRules.__table__).order_by(StoredMoneyRules.number.desc())
    return tuple(
        MoneyRulesVersion(
            number=each["number"],
            rules=restored(MoneyRules, each["rules"]),
            adopted_at=each["adopted_at"],
        )
        for each in session.execute(statement).mappings()
    )


def read_money_rules(session: Session) -> MoneyRules:
    """Return the rules of the money in force."""
    return _last(session, _NEWEST_FIRST)


def read_money_rules_at(session: Session, at: datetime) -> MoneyRules:
    """Return the rules of the money that were in force at an instant."""
    return _last(session, _NEWEST_FIRST.where(StoredMoneyRules.adopted_at <= at))


def _last(session: Session, newest_first: Select[Any]) -> MoneyRules:
    found = session.scalar(newest_first.limit(1))
    return MODEL.rules if found is None else restored(MoneyRules, found)
