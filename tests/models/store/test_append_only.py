"""History is never changed nor deleted, whoever asks and however."""

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.enums import DueDateRoll, HolidayCalendar, Rounding, VoteChoice
from alize_desktop.models.store.schema import APPEND_ONLY
from alize_desktop.models.tables.ballots import StoredVote
from alize_desktop.models.tables.decisions import StoredConditionEvent, StoredDecision
from alize_desktop.models.tables.journal import StoredLine

pytestmark = pytest.mark.retold


def held(registry, table):
    with registry.read() as session:
        return session.connection().exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - our own name


def refused(registry, statement):
    asked = text(statement) if isinstance(statement, str) else statement
    with pytest.raises(IntegrityError, match="append-only"), registry.write() as session:
        session.execute(asked)


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.__tablename__)
def test_history_is_neither_changed_nor_deleted(history, table):
    name = table.__tablename__
    before = held(history, name)
    assert before
    for column in table.__table__.columns:
        refused(history, f"UPDATE {name} SET {column.name} = {column.name}")  # noqa: S608
    refused(history, f"DELETE FROM {name}")  # noqa: S608
    refused(history, delete(table))
    assert held(history, name) == before


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.__tablename__)
def test_history_is_not_replaced_either(history, table):
    name = table.__tablename__
    before = held(history, name)
    refused(history, f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}")  # noqa: S608
    assert held(history, name) == before


COUNT = (
    "ballot_id, revision, votes_for, votes_against, abstentions, not_participating,"
    " blank, void, scrutineers, counted_at, reason"
)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("vote", "ballot_id, member_id, revision, choice, cast_at, reason"),
        ("ballot_result", "ballot_id, revision, result, sentence, proclaimed_at, reason"),
        ("ballot_count", COUNT),
        ("meeting_event", "id, meeting_id, kind, at, reason"),
        ("meeting_answer", "id, meeting_id, member_id, kind, at"),
        ("condition_event", "id, decision_id, position, kind, note, at"),
        ("rules_version", "id, label, effective_on, rules, adopted_at"),
    ],
)
def test_nothing_is_replaced_under_another_sequence(history, table, columns):
    asked = f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}"  # noqa: S608
    refused(history, asked)


def test_even_what_the_tables_say_is_refused(history):
    refused(history, update(StoredVote).values(choice=VoteChoice.AGAINST))
    refused(history, update(StoredLine).values(details="{}"))


def test_a_correction_is_a_new_row(history, rows):
    taken_back = rows.vote(revision=2)
    taken_back.choice = None
    with history.write() as session:
        session.add(taken_back)
    assert [row.choice for row in held(history, "vote")] == ["for", None]


def test_a_condition_that_does_not_exist_is_not_settled(history, clock):
    with history.read() as session:
        said = session.scalars(select(StoredConditionEvent)).one()
    other = StoredConditionEvent(
        id=history.new_id(), decision_id=said.decision_id, position=2, kind=said.kind, at=clock()
    )
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), history.write() as session:
        session.add(other)


def test_decisions_keep_the_order_they_were_recorded_in(history):
    with history.read() as session:
        kept = session.scalars(select(StoredDecision)).one()
    assert (kept.sequence, kept.calendar, kept.roll, kept.rounding, kept.amends_id) == (
        1,
        HolidayCalendar.METROPOLE,
        DueDateRoll.NEXT,
        Rounding.HALF_UP,
        None,
    )
