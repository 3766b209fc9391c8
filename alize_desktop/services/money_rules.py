"""Rules of the money: versions, adopted once, never changed."""

from sqlalchemy import func, insert, select

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.money_rules import MoneyRules, MoneyRulesVersion
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.aid import StoredMoneyRules
from alize_desktop.rules.money_checks import check_money_rules
from alize_desktop.services.money_rules_reading import MODEL, read_money_rules_versions
from alize_desktop.services.plain import plain


class MoneyRulesService:
    """Reads and adopts the rules of the money. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def versions(self) -> tuple[MoneyRulesVersion, ...]:
        """Return every version, newest first; the one the program came with, number 0, last."""
        with self._registry.read() as session:
            return (*read_money_rules_versions(session), MODEL)

    def in_force(self) -> MoneyRulesVersion:
        """Return the last version adopted."""
        return self.versions()[0]

    def adopt(self, rules: MoneyRules) -> Changes:
        """Adopt a new version. What was signed, reckoned or recorded before keeps its own.

        Raises:
            UserError: A setting is refused: see ``rules.money_checks``.
        """
        check_money_rules(rules)
        with self._registry.write() as session:
            number = (session.scalar(select(func.max(StoredMoneyRules.number))) or 0) + 1
            columns = {
                "number": number,
                "rules": plain(rules),
                "adopted_at": self._registry.instant(
                    session, session.scalar(select(func.max(StoredMoneyRules.adopted_at)))
                ),
            }
            session.execute(insert(StoredMoneyRules).values(columns))
            details: dict[str, object] = {"number": number, "rules": plain(rules)}
            self._registry.journal(session, "money_rules.adopted", "money_rules", None, details)
        return Changes(money=True)
