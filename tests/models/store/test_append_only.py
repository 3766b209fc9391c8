"""History is never changed nor deleted, whoever asks and however."""

from decimal import Decimal

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.enums import (
    AttendanceKind,
    ConditionKind,
    DecisionOutcome,
    DueDateRoll,
    HolidayCalendar,
    PaperKind,
    Rounding,
    VoteChoice,
)
from alize_desktop.models.store.schema import APPEND_ONLY
from alize_desktop.models.tables.ballots import StoredVote, StoredVoter
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredAttendance
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.models.values import Money


@pytest.fixture
def history(registry, room, clock):
    """One row in each table of history."""
    decision = registry.new_id()
    with registry.write() as session:
        session.add_all(
            [
                StoredVoter(ballot_id=room.ballot, member_id=room.member, weight=Decimal(1)),
                StoredPaper(
                    id=registry.new_id(),
                    kind=PaperKind.MINUTES,
                    meeting_id=room.meeting,
                    path="/tmp/procès-verbal.pdf",  # noqa: S108 - a name, nothing is written
                    sha256="0" * 64,
                    size=1,
                    made_at=clock(),
                    journal_head="0" * 64,
                ),
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


# what a ballot is reckoned with


def forbidden(registry, statement, why):
    with pytest.raises(IntegrityError, match=why), registry.write() as session:
        session.connection().exec_driver_sql(statement)


CLOSE = "UPDATE ballot SET closed_at = '2026-11-23T10:00:00.000000Z'"
PROCLAIM = "UPDATE ballot SET proclaimed_at = '2026-11-23T10:01:00.000000Z', result = '{}'"


def run(registry, *asked):
    with registry.write() as session:
        for each in asked:
            session.connection().exec_driver_sql(each)


@pytest.mark.parametrize(
    "column",
    [
        "form",
        "majority",
        "quorum_required",
        "quorum_counted",
        "quorum_recused",
        "in_office",
        "voices_in_office",
        "presiding_member_id",
        "recused",
        "opened_at",
    ],
)
def test_what_a_ballot_opened_with_never_changes(history, column):
    forbidden(history, f"UPDATE ballot SET {column} = {column}", "frozen at its opening")  # noqa: S608


def test_a_closed_ballot_stays_closed(history):
    run(history, CLOSE)
    forbidden(history, "UPDATE ballot SET closed_at = NULL", "closed once")
    forbidden(history, CLOSE, "closed once")


def test_a_proclaimed_ballot_never_changes(history):
    run(history, CLOSE, PROCLAIM)
    forbidden(history, "UPDATE ballot SET sentence = 'Adopté'", "frozen at its proclamation")
    forbidden(history, "UPDATE ballot SET casting_choice = 'for'", "frozen at its proclamation")
    forbidden(history, PROCLAIM, "frozen at its proclamation")


def test_a_ballot_is_neither_deleted_nor_replaced(history):
    forbidden(history, "DELETE FROM ballot", "never deleted")
    again = "INSERT OR REPLACE INTO ballot SELECT * FROM ballot"
    forbidden(history, again, "one ballot at most")
    run(history, CLOSE)
    forbidden(history, again, "never replaced")


def test_nobody_votes_or_comes_in_once_the_ballot_is_closed(history, room):
    run(history, CLOSE)
    who = f"'{room.ballot}', '{room.member}'"
    vote = "INSERT INTO vote (ballot_id, member_id, revision, choice, cast_at)"
    forbidden(history, f"{vote} VALUES ({who}, 2, 'for', '2026-11-23')", "ballot is closed")
    voter = "INSERT INTO ballot_voter (ballot_id, member_id, weight)"
    forbidden(history, f"{voter} VALUES ('{room.ballot}', 'another', '1')", "ballot is closed")


def test_decisions_keep_the_order_they_were_recorded_in(history):
    with history.read() as session:
        kept = session.scalars(select(StoredDecision)).one()
    assert (kept.sequence, kept.calendar, kept.roll, kept.rounding) == (
        1,
        HolidayCalendar.METROPOLE,
        DueDateRoll.NEXT,
        Rounding.HALF_UP,
    )
