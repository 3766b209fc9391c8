"""Rules of the follow-up: versions, adopted once, never changed. The last one is in force."""

from typing import Final

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.follow_up import FollowUpRules, FollowUpRulesVersion
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.results import StoredFollowUpRules
from alize_desktop.rules.follow_up_checks import check_follow_up_rules
from alize_desktop.services.plain import plain
from alize_desktop.services.restored import restored

MODEL: Final = FollowUpRulesVersion(number=0, rules=FollowUpRules())
"""The rules the program came with, in force while none were adopted."""


def read_follow_up_rules(session: Session) -> FollowUpRules:
    """Return the rules of the follow-up in force."""
    newest = select(StoredFollowUpRules.rules).order_by(StoredFollowUpRules.number.desc()).limit(1)
    found = session.scalar(newest)
    return MODEL.rules if found is None else restored(FollowUpRules, found)


def read_follow_up_versions(session: Session) -> tuple[FollowUpRulesVersion, ...]:
    """Return every version, newest first; the one the program came with, number 0, last."""
    statement = select(StoredFollowUpRules.__table__).order_by(StoredFollowUpRules.number.desc())
    adopted = (
        FollowUpRulesVersion(
            number=each["number"],
            rules=restored(FollowUpRules, each["rules"]),
            adopted_at=each["adopted_at"],
        )
        for each in session.execute(statement).mappings()
    )
    return (*adopted, MODEL)


def adopt_follow_up_rules(registry: Registry, rules: FollowUpRules) -> Changes:
    """Adopt a new version. Milestones and reminders follow it at once; nothing written changes.

    Those in force, adopted again, make no version.

    Raises:
        UserError: A setting is refused: see ``rules.follow_up_checks``.
    """
    check_follow_up_rules(rules)
    with registry.write() as session:
        if rules == read_follow_up_rules(session):
            return Changes()
        number = (session.scalar(select(func.max(StoredFollowUpRules.number))) or 0) + 1
        told = plain(rules)
        last = session.scalar(select(func.max(StoredFollowUpRules.adopted_at)))
        instant = registry.instant(session, last)
        columns = {"number": number, "rules": told, "adopted_at": instant}
        session.execute(insert(StoredFollowUpRules).values(columns))
        details: dict[str, object] = {"number": number, "rules": told}
        registry.journal(session, "follow_up_rules.adopted", "follow_up_rules", None, details)
    return Changes(results=True)
