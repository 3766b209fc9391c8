"""The schema of a new registry, made from today's tables.

What the tables cannot say is said here in SQL: the search, and the triggers
that make history append-only. Older files get the same by migrations, which
hold their own copy of everything; a test compares the two.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Index, Table, UniqueConstraint

from alize_desktop.models.store.form import APPLICATION_ID, SCHEMA_VERSION
from alize_desktop.models.tables import (
    advances,
    aid,
    ballots,
    decisions,
    dossiers,
    fund,
    jobs,
    journal,
    meetings,
    missions,
    papers,
    partners,
    people,
    programme,
    regulations,
    results,
    screen,
)
from alize_desktop.models.tables.base import Base

APPEND_ONLY: Final = (
    journal.StoredLine,
    ballots.StoredVoter,
    ballots.StoredVote,
    ballots.StoredCount,
    ballots.StoredResult,
    meetings.StoredAttendance,
    meetings.StoredMeetingEvent,
    meetings.StoredAnswer,
    decisions.StoredDecision,
    decisions.StoredCondition,
    decisions.StoredConditionEvent,
    regulations.StoredRules,
    papers.StoredPaper,
    papers.StoredTemplate,
    papers.StoredIdentity,
    papers.StoredMinutesStage,
    papers.StoredSending,
    papers.StoredPackCopy,
    papers.StoredSignature,
    programme.StoredRehearsal,
    advances.StoredAdvanceEvent,
    advances.StoredScheduleVersion,
    fund.StoredFundMovement,
    fund.StoredFundClosing,
    aid.StoredMoneyRules,
    aid.StoredBaseRate,
    aid.StoredAidGrant,
    aid.StoredRegisterEntry,
    missions.StoredMissionEvent,
    jobs.StoredDiagnosis,
    jobs.StoredJobObservation,
    results.StoredHistoryRecord,
    results.StoredFollowUpRules,
    results.StoredReportSnapshot,
)
"""Tables whose rows are never changed nor deleted."""

ALL: Final = (
    programme.StoredProgramme,
    people.StoredMember,
    people.StoredPartner,
    meetings.StoredMeeting,
    dossiers.StoredDossier,
    dossiers.StoredContent,
    dossiers.StoredDocument,
    meetings.StoredItem,
    meetings.StoredAttendance,
    ballots.StoredBallot,
    ballots.StoredVoter,
    ballots.StoredVote,
    decisions.StoredDecision,
    decisions.StoredCondition,
    papers.StoredPaper,
    journal.StoredLine,
    meetings.StoredMeetingEvent,
    meetings.StoredAnswer,
    ballots.StoredCount,
    ballots.StoredResult,
    decisions.StoredConditionEvent,
    regulations.StoredRules,
    screen.StoredNote,
    screen.StoredPosition,
    programme.StoredRehearsal,
    papers.StoredTemplate,
    papers.StoredIdentity,
    papers.StoredMinutesText,
    papers.StoredMinutesStage,
    papers.StoredSending,
    papers.StoredPackCopy,
    papers.StoredSignature,
    advances.StoredAdvanceEvent,
    advances.StoredScheduleVersion,
    advances.StoredBankAccount,
    fund.StoredFunder,
    fund.StoredFundMovement,
    fund.StoredFundExpectation,
    fund.StoredFundClosing,
    aid.StoredMoneyRules,
    aid.StoredBaseRate,
    aid.StoredPastAid,
    aid.StoredAidGrant,
    aid.StoredRegisterEntry,
    partners.StoredPartnerProfile,
    partners.StoredSkillOffer,
    partners.StoredPartnerConflict,
    partners.StoredSkillCategory,
    missions.StoredMission,
    missions.StoredMissionEvent,
    jobs.StoredDiagnosis,
    jobs.StoredJobPromises,
    jobs.StoredJobObservation,
    jobs.StoredJobOpening,
    results.StoredHistoryRecord,
    results.StoredFollowUpRules,
    results.StoredReportSnapshot,
)

_SEARCH: Final = (
    """CREATE VIRTUAL TABLE dossier_search USING fts5(
    search_text,
    content='dossier',
    content_rowid='serial',
    tokenize="unicode61 remove_diacritics 2",
    prefix='2 3'
)""",
    """CREATE TRIGGER dossier_search_insert AFTER INSERT ON dossier BEGIN
    INSERT INTO dossier_search(rowid, search_text) VALUES (new.serial, new.search_text);
END""",
    """CREATE TRIGGER dossier_search_delete AFTER DELETE ON dossier BEGIN
    INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.serial, old.search_text);
END""",
    """CREATE TRIGGER dossier_search_update AFTER UPDATE OF serial, search_text ON dossier BEGIN
    INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.serial, old.search_text);
    INSERT INTO dossier_search(rowid, search_text) VALUES (new.serial, new.search_text);
END""",
)

_LATE_ANSWER = """(SELECT closed_at IS NOT NULL AND (proclaimed_at IS NULL OR new.reason = '')
    FROM ballot WHERE id = new.ballot_id)"""
"""Between closing and proclamation nothing is answered; after it, only with a reason."""

_BALLOTS: Final = (
    """CREATE TRIGGER ballot_refuses_another_opening BEFORE UPDATE OF
    id, item_id, meeting_id, number, form, motion, motion_amount, answers_ballot_id,
    opened_at, majority
ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its opening');
END""",
    """CREATE TRIGGER ballot_refuses_another_electorate BEFORE UPDATE OF
    quorum_required, quorum_counted, quorum_recused, in_office, voices_in_office,
    presiding_member_id, recused
ON ballot WHEN old.closed_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its closing');
END""",
    """CREATE TRIGGER ballot_refuses_another_end BEFORE UPDATE ON ballot
WHEN old.proclaimed_at IS NOT NULL OR old.abandoned_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its proclamation');
END""",
    """CREATE TRIGGER ballot_refuses_delete BEFORE DELETE ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is never deleted');
END""",
    """CREATE TRIGGER ballot_refuses_replace BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM ballot WHERE id = new.id
    OR (item_id = new.item_id AND number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'ballot is never replaced');
END""",
    """CREATE TRIGGER ballot_refuses_another_open BEFORE INSERT ON ballot
WHEN new.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM ballot WHERE meeting_id = new.meeting_id AND closed_at IS NULL) BEGIN
    SELECT RAISE(ABORT, 'one ballot at most is open: ballot.meeting_id');
END""",
    """CREATE TRIGGER ballot_refuses_another_reopened BEFORE UPDATE OF closed_at ON ballot
WHEN new.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM ballot WHERE meeting_id = new.meeting_id AND closed_at IS NULL AND id <> new.id)
BEGIN
    SELECT RAISE(ABORT, 'one ballot at most is open: ballot.meeting_id');
END""",
    """CREATE TRIGGER ballot_voter_refuses_latecomers BEFORE INSERT ON ballot_voter
WHEN (SELECT closed_at FROM ballot WHERE id = new.ballot_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    f"""CREATE TRIGGER vote_refuses_latecomers BEFORE INSERT ON vote
WHEN {_LATE_ANSWER} BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    f"""CREATE TRIGGER ballot_count_refuses_latecomers BEFORE INSERT ON ballot_count
WHEN {_LATE_ANSWER} BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    """CREATE TRIGGER ballot_result_refuses_the_unproclaimed BEFORE INSERT ON ballot_result
WHEN (SELECT proclaimed_at FROM ballot WHERE id = new.ballot_id) IS NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is not proclaimed');
END""",
)

_REVISION: Final = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create_all(connection: Connection) -> None:
    """Make every table, index and trigger in an empty file, in one transaction."""
    Base.metadata.create_all(connection, [Base.metadata.tables[each.__tablename__] for each in ALL])
    for statement in (*_SEARCH, *_append_only_triggers(), *_BALLOTS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_REVISION)
    connection.exec_driver_sql(
        "INSERT INTO alembic_version VALUES (?)", (revision_of(SCHEMA_VERSION),)
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def revision_of(version: int) -> str:
    """Return the name of the migration that leads to a version: ``0001``."""
    return f"{version:04d}"


def _append_only_triggers() -> Iterator[str]:
    """Yield the triggers of history. REPLACE deletes without asking: it is refused too."""
    for each in APPEND_ONLY:
        name = each.__tablename__
        refusal = f"BEGIN\n    SELECT RAISE(ABORT, '{name} is append-only');\nEND"
        for verb in ("UPDATE", "DELETE"):
            yield f"CREATE TRIGGER {name}_refuses_{verb.lower()} BEFORE {verb} ON {name} {refusal}"
        same = " OR ".join(_same_key(key) for key in _keys(Base.metadata.tables[name]))
        taken = f"EXISTS (SELECT 1 FROM {name} WHERE {same})"  # noqa: S608 - our own names
        yield f"CREATE TRIGGER {name}_refuses_replace BEFORE INSERT ON {name}\nWHEN {taken} {refusal}"


def _keys(table: Table) -> list[list[str]]:
    unique: list[UniqueConstraint | Index] = [
        each for each in table.constraints if isinstance(each, UniqueConstraint)
    ]
    unique += [each for each in table.indexes if each.unique]
    keys = [[column.name for column in each.columns] for each in unique]
    return [[column.name for column in table.primary_key.columns], *sorted(keys)]


def _same_key(key: list[str]) -> str:
    return "(" + " AND ".join(f"{column} = new.{column}" for column in key) + ")"
