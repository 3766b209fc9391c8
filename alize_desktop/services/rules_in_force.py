"""Which rules of procedure govern a meeting: read, and kept with it.

A meeting in preparation follows the version in force on its day. From the notice
on it keeps its own, whatever is adopted afterwards.
"""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft, RulesVersion
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.regulations import StoredRules
from alize_desktop.services.plain import plain
from alize_desktop.services.restored import restored
from alize_desktop.wording.regulations import MODEL_LABEL, rules_name

MODEL: Final = RulesVersion(
    id=None,
    number=0,
    draft=RulesDraft(label=MODEL_LABEL, effective_on=date(2000, 1, 1)),
    adopted_at=None,
)
"""The model rules, which govern while the committee has adopted none."""


def read_versions(session: Session) -> tuple[RulesVersion, ...]:
    """Return the versions adopted, newest first; the model rules are not among them."""
    statement = select(StoredRules.__table__).order_by(StoredRules.number.desc())
    return tuple(
        RulesVersion(
            id=each["id"],
            number=each["number"],
            draft=RulesDraft(
                label=each["label"],
                effective_on=each["effective_on"],
                rules=restored(CommitteeRules, each["rules"]),
            ),
            adopted_at=each["adopted_at"],
        )
        for each in session.execute(statement).mappings()
    )


def version_on(versions: tuple[RulesVersion, ...], day: date) -> RulesVersion:
    """Return the version that governs the meetings of a day: the last one adopted of those in force.

    Args:
        versions: Newest first.
        day: Day of the meeting.
    """
    return next((each for each in versions if each.draft.effective_on <= day), MODEL)


def kept_with(version: RulesVersion) -> dict[str, object]:
    """Return the columns of a meeting that keep its rules."""
    return {"rules": plain(version.draft.rules), "rules_name": rules_name(version)}


def follow_rules(session: Session, meeting_id: UUID, day: date) -> RulesVersion:
    """Give a meeting the rules in force on its day, and return them.

    Asked at the creation, at every change of day and right before the notice or the
    opening; never once the notice was sent.
    """
    version = version_on(read_versions(session), day)
    session.execute(
        update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(kept_with(version))
    )
    return version


def follow_rules_in_preparation(session: Session) -> frozenset[UUID]:
    """Give every meeting in preparation the rules of its day; return those that changed."""
    versions = read_versions(session)
    statement = select(StoredMeeting.id, StoredMeeting.held_on, StoredMeeting.rules_name).where(
        StoredMeeting.state == MeetingState.PREPARATION
    )
    changed = set()
    for meeting_id, held_on, name in session.execute(statement).all():
        kept = kept_with(version_on(versions, held_on))
        if kept["rules_name"] != name:
            session.execute(
                update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(kept)
            )
            changed.add(meeting_id)
    return frozenset(changed)
