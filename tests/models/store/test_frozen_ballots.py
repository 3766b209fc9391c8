"""What a ballot is reckoned with is frozen by its opening, its closing, its proclamation."""

import pytest
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.tables.ballots import StoredBallot

FIRST = "number = 1"
"""The ballot of the room, which is open."""

CLOSE = "closed_at = '2026-11-23T10:00:00.000000Z'"
PROCLAIM = "proclaimed_at = '2026-11-23T10:01:00.000000Z'"
REOPEN = "closed_at = NULL"
ABANDON = (
    "closed_at = coalesce(closed_at, '2026-11-23T10:00:00.000000Z'),"
    " abandoned_at = '2026-11-23T10:01:00.000000Z', abandon_reason = 'Erreur'"
)


def setting(what, verb="UPDATE"):
    return f"{verb} ballot SET {what} WHERE {FIRST}"


def change(registry, *wanted):
    with registry.write() as session:
        for each in wanted:
            session.connection().exec_driver_sql(setting(each))


def refused(registry, statement, why):
    with pytest.raises(IntegrityError, match=why), registry.write() as session:
        session.connection().exec_driver_sql(statement)


def add(registry, row):
    with registry.write() as session:
        session.add(row)


def not_added(registry, row, why):
    with pytest.raises(IntegrityError, match=why):
        add(registry, row)


OPENING = [
    "id",
    "item_id",
    "meeting_id",
    "number",
    "form",
    "motion",
    "motion_amount",
    "answers_ballot_id",
    "opened_at",
    "majority",
]
ELECTORATE = [
    "quorum_required",
    "quorum_counted",
    "quorum_recused",
    "in_office",
    "voices_in_office",
    "presiding_member_id",
    "recused",
]
END = ["closed_at", "proclaimed_at", "abandoned_at", "abandon_reason"]


def test_every_column_of_a_ballot_is_frozen_at_some_time():
    columns = [each.name for each in StoredBallot.__table__.columns]
    assert sorted(columns) == sorted([*OPENING, *ELECTORATE, *END])


@pytest.mark.parametrize("column", OPENING)
def test_what_a_ballot_opened_with_never_changes(history, column):
    refused(history, setting(f"{column} = {column}"), "frozen at its opening")


@pytest.mark.parametrize("column", ELECTORATE)
def test_what_a_ballot_is_reckoned_with_follows_the_room_until_it_closes(history, column):
    change(history, f"{column} = {column}", CLOSE)
    refused(history, setting(f"{column} = {column}"), "frozen at its closing")


def test_a_closed_ballot_opens_again_until_it_is_proclaimed(history, rows):
    change(history, CLOSE, REOPEN)
    add(history, rows.vote(revision=2))
    change(history, CLOSE, PROCLAIM)
    refused(history, setting(REOPEN), "frozen at its proclamation")


def test_a_closed_ballot_does_not_open_again_while_another_is_open(history, rows):
    change(history, CLOSE)
    add(history, rows.ballot(3, is_proclaimed=False))
    refused(history, setting(REOPEN), "one ballot at most")
    refused(history, setting(REOPEN, "UPDATE OR REPLACE"), "one ballot at most")


def test_a_second_ballot_does_not_open_while_one_is_open(history, rows):
    not_added(history, rows.ballot(3, is_proclaimed=False), "one ballot at most")


def test_a_proclaimed_ballot_never_changes(history):
    change(history, CLOSE, PROCLAIM)
    for wanted in ("abandon_reason = ''", CLOSE, PROCLAIM, ABANDON):
        refused(history, setting(wanted), "frozen at its proclamation")


def test_an_abandoned_ballot_never_changes(history, rows):
    change(history, ABANDON)
    for wanted in ("abandon_reason = ''", ABANDON, REOPEN, PROCLAIM):
        refused(history, setting(wanted), "frozen at its proclamation")
    not_added(history, rows.vote(2, "Erreur de saisie"), "ballot is closed")
    not_added(history, rows.count(2, "Erreur de calcul"), "ballot is closed")
    not_added(history, rows.voter(2), "ballot is closed")
    not_added(history, rows.result(), "not proclaimed")


def test_a_ballot_ends_only_once_it_is_closed(history):
    refused(history, setting(PROCLAIM), "closed_first")
    abandoned = "abandoned_at = '2026-11-23T10:01:00.000000Z'"
    refused(history, setting(abandoned), "abandoned_without_result")
    change(history, CLOSE)
    refused(history, setting(f"{PROCLAIM}, {abandoned}"), "abandoned_without_result")


def test_a_ballot_is_neither_deleted_nor_replaced(history):
    refused(history, "DELETE FROM ballot", "never deleted")
    again = f"INSERT OR REPLACE INTO ballot SELECT * FROM ballot WHERE {FIRST}"  # noqa: S608
    refused(history, again, "one ballot at most")
    change(history, CLOSE)
    refused(history, again, "never replaced")


def test_who_may_vote_follows_the_room_until_the_ballot_closes(history, rows):
    add(history, rows.voter(2))
    change(history, CLOSE)
    not_added(history, rows.voter(3), "ballot is closed")
    change(history, PROCLAIM)
    not_added(history, rows.voter(3), "ballot is closed")


@pytest.mark.parametrize("reason", ["", "Erreur de saisie"])
def test_nothing_is_answered_between_closing_and_proclamation(history, rows, reason):
    change(history, CLOSE)
    not_added(history, rows.vote(2, reason), "ballot is closed")
    not_added(history, rows.count(2, reason), "ballot is closed")


def test_after_the_proclamation_an_answer_needs_a_reason(history, rows):
    change(history, CLOSE, PROCLAIM)
    not_added(history, rows.vote(2), "ballot is closed")
    not_added(history, rows.count(2), "ballot is closed")
    add(history, rows.vote(2, "Erreur de saisie"))
    add(history, rows.count(2, "Erreur de calcul"))


def test_a_result_is_only_written_once_the_ballot_is_proclaimed(history, rows):
    not_added(history, rows.result(), "not proclaimed")
    change(history, CLOSE)
    not_added(history, rows.result(), "not proclaimed")
    change(history, PROCLAIM)
    not_added(history, rows.result(reason="Pourquoi"), "corrections_say_why")
    add(history, rows.result())
    not_added(history, rows.result(revision=2), "corrections_say_why")
    add(history, rows.result(revision=2, reason="Erreur de saisie"))
