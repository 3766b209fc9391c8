"""History is never changed nor deleted, whoever asks and however."""

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.enums import (
    AttendanceKind,
    ConditionKind,
    DecisionOutcome,
    VoteChoice,
)
from alize_desktop.models.store.schema import APPEND_ONLY
from alize_desktop.models.tables.ballots import StoredVote
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredAttendance
from alize_desktop.models.values import Money


@pytest.fixture
def history(registry, room, clock):
    """One row in each table of history."""
    decision = registry.new_id()
    with registry.write() as session:
        session.add_all(
            [
                StoredVote(
                    ballot_id=room.ballot,
                    member_id=room.member,
                    revision=1,
                    choice=VoteChoice.FOR,
                    cast_at=clock(),
                ),
                StoredAttendance(
                    id=registry.new_id(),
                    meeting_id=room.meeting,
                    member_id=room.member,
                    kind=AttendanceKind.PRESENT,
                    at=clock(),
                ),
                StoredDecision(
                    id=decision,
                    item_id=room.item,
                    dossier_id=room.dossier,
                    meeting_id=room.meeting,
                    number="2026-D001",
                    decided_at=clock(),
                    outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
                    amount=Money(1_200_000),
                    months=48,
                    deferral=12,
                    every=3,
                    days=0,
                    jobs_created=2,
                    jobs_maintained=0,
                ),
                StoredCondition(
                    decision_id=decision,
                    position=1,
                    text="Un bail signé",
                    kind=ConditionKind.PRECEDENT,
                ),
            ]
        )
    return registry


def rows(registry, table):
    with registry.read() as session:
        return session.connection().exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - our own name


def refused(registry, statement):
    asked = text(statement) if isinstance(statement, str) else statement
    with pytest.raises(IntegrityError, match="append-only"), registry.write() as session:
        session.execute(asked)


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.__tablename__)
def test_history_is_neither_changed_nor_deleted(history, table):
    name = table.__tablename__
    before = rows(history, name)
    assert before
    for column in table.__table__.columns:
        refused(history, f"UPDATE {name} SET {column.name} = {column.name}")  # noqa: S608
    refused(history, f"DELETE FROM {name}")  # noqa: S608
    refused(history, delete(table))
    assert rows(history, name) == before


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.__tablename__)
def test_history_is_not_replaced_either(history, table):
    name = table.__tablename__
    before = rows(history, name)
    refused(history, f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}")  # noqa: S608
    assert rows(history, name) == before


def test_a_vote_is_not_replaced_under_another_sequence(history):
    columns = "ballot_id, member_id, revision, choice, cast_at"
    refused(
        history,
        f"INSERT OR REPLACE INTO vote ({columns}) SELECT {columns} FROM vote",  # noqa: S608
    )


def test_even_what_the_tables_say_is_refused(history):
    refused(history, update(StoredVote).values(choice=VoteChoice.AGAINST))
    refused(history, update(StoredLine).values(details="{}"))


def test_a_correction_is_a_new_row(history, room, clock):
    with history.write() as session:
        session.add(
            StoredVote(ballot_id=room.ballot, member_id=room.member, revision=2, cast_at=clock())
        )
    assert [row.choice for row in rows(history, "vote")] == ["for", None]
