"""Rules of procedure: dated versions, adopted once, never changed."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.rules import RulesDraft, RulesVersion
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.regulations import StoredRules
from alize_desktop.rules.rules_checks import rules_problems
from alize_desktop.services.people import read_members
from alize_desktop.services.plain import plain
from alize_desktop.services.rules_in_force import (
    MODEL,
    follow_rules_in_preparation,
    read_versions,
    version_on,
)
from alize_desktop.wording.regulations import rules_remarks


class RegulationService:
    """Reads and adopts rules of procedure. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def versions(self) -> tuple[RulesVersion, ...]:
        """Return every version, newest first; the model rules, number 0, come last."""
        with self._registry.read() as session:
            return (*read_versions(session), MODEL)

    def in_force(self, day: date) -> RulesVersion:
        """Return the version that governs the meetings of a day.

        The highest number among those in force on that day or before; the model
        rules, number 0, while there is none.
        """
        with self._registry.read() as session:
            return version_on(read_versions(session), day)

    def problems(self, draft: RulesDraft) -> tuple[FieldProblem, ...]:
        """Return what is refused of a draft, by field (see ``RulesSetting``)."""
        return rules_problems(draft)

    def remarks(self, draft: RulesDraft) -> tuple[str, ...]:
        """Return what is accepted of a draft and deserves a second look, a sentence each.

        Told against the members of today: a minimum above the seats of a college.
        """
        with self._registry.read() as session:
            seats = [each for each in read_members(session) if each.has_seat]
        return rules_remarks(draft.rules, [each.sheet.college.value for each in seats])

    def adopt(self, draft: RulesDraft) -> Changes:
        """Adopt a new version of the rules. Nothing takes it back but another version.

        Meetings in preparation take the rules in force on their day; those that are
        convened, open or closed keep their own.

        Raises:
            UserError: A setting is refused: ``RULE_OUT_OF_RANGE``, ``RULE_MISSING``,
                ``RULE_UNREACHABLE``, ``RULE_TWICE``; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``; ``DATE_INVALID``.
        """
        draft = _tidied(draft)
        problems = rules_problems(draft)
        if problems:
            raise problems[0].error
        with self._registry.write() as session:
            rules_id = self._registry.new_id()
            number = (session.scalar(select(func.max(StoredRules.number))) or 0) + 1
            columns: dict[str, Any] = {
                "number": number,
                "id": rules_id,
                "label": draft.label,
                "effective_on": draft.effective_on,
                "rules": plain(draft.rules),
                "adopted_at": self._registry.clock(),
            }
            session.execute(insert(StoredRules).values(columns))
            details: dict[str, object] = {"number": number, "draft": plain(draft)}
            self._registry.journal(session, "rules.adopted", "rules", rules_id, details)
            meetings = follow_rules_in_preparation(session)
        return Changes(meetings=meetings, rules=True)


def _tidied(draft: RulesDraft) -> RulesDraft:
    rules = replace(draft.rules, body=" ".join(draft.rules.body.split()))
    return replace(draft, label=" ".join(draft.label.split()), rules=rules)
