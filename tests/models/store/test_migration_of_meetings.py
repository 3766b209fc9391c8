"""Meetings held under version 1 are carried whole into version 2."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.store.form import SCHEMA_VERSION
from alize_desktop.models.store.registry import Registry

HELD = Path(__file__).parent / "registries" / "version-1-held.alize"

SAME = {
    "member": "*",
    "partner": "*",
    "dossier": "*",
    "supporting_document": "*",
    "document_content": "*",
    "attendance_event": "*",
    "decision_condition": "*",
    "paper": "id, kind, meeting_id, dossier_id, path, sha256, size, made_at, journal_head",
    "vote": "sequence, ballot_id, member_id, revision, choice, cast_at",
    "ballot_voter": "ballot_id, member_id, holder_id, weight",
    "agenda_item": "id, meeting_id, position, dossier_id, step, begun_at",
    "meeting": "id, number, held_on, starts_at, place, presiding_member_id, secretary, state,"
    " created_at, opened_at, quorum_at, closed_at, rules",
    "ballot": "id, item_id, meeting_id, form, opened_at, closed_at, proclaimed_at, majority,"
    " quorum_required, quorum_counted, quorum_recused, in_office, voices_in_office,"
    " presiding_member_id, recused",
    "decision": "sequence, id, item_id, dossier_id, meeting_id, number, decided_at, outcome,"
    " amount, months, deferral, every, days, skill_category, partner_id, jobs_created,"
    " jobs_maintained, contract, jobs_by, grounds, documents_asked, calendar, roll, rounding",
}
"""What is the same before and after, row for row, in the same order."""


LATE_VOTERS = """INSERT INTO ballot_voter SELECT ballot_id, member_id, 2, 0, NULL, weight
FROM ballot_voter WHERE ballot_id IN (SELECT id FROM ballot WHERE closed_at IS NOT NULL)"""


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(HELD, tmp_path / "bureau.alize"))


@pytest.fixture
def registry(path, clock):
    with Registry.open(path, clock) as registry:
        yield registry


def ask(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def now(registry, statement):
    with registry.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(statement)]


@pytest.mark.parametrize("table", SAME)
def test_what_version_1_held_is_still_there(registry, table):
    asked = f"SELECT {SAME[table]} FROM {table} ORDER BY rowid"  # noqa: S608 - our own names
    before = ask(HELD, asked)
    assert before
    assert now(registry, asked) == before


def test_the_journal_only_gained_the_line_of_the_migration(registry):
    before = ask(HELD, "SELECT * FROM journal")
    after = now(registry, "SELECT * FROM journal")
    assert after[: len(before)] == before
    (told,) = after[len(before) :]
    assert told[2] == "registry.migrated"
    assert json.loads(told[5])["to"] == SCHEMA_VERSION


def test_what_was_proclaimed_becomes_the_first_revision_of_a_result(registry):
    asked = "id, result, sentence, casting_choice, proclaimed_at"
    before = ask(
        HELD,
        f"SELECT {asked} FROM ballot WHERE proclaimed_at IS NOT NULL ORDER BY proclaimed_at",  # noqa: S608
    )
    after = now(
        registry,
        "SELECT ballot_id, result, sentence, casting_choice, proclaimed_at, revision, reason"
        " FROM ballot_result ORDER BY sequence",
    )
    assert len(before) == 4
    assert [each[:5] for each in after] == before
    assert {each[5:] for each in after} == {(1, "")}
    assert [each[3] for each in before].count("for") == 1  # the tie


def test_those_who_could_vote_were_entitled_from_the_opening(registry):
    found = now(registry, "SELECT DISTINCT revision, is_entitled FROM ballot_voter")
    assert found == [(1, 1)]


def test_points_are_dossiers_taken_in_their_order(registry):
    found = now(registry, "SELECT kind, turn - position, conclusion, is_late FROM agenda_item")
    assert set(found) == {("dossier", 0, None, 0)}


def test_meetings_are_ordinary_and_their_minutes_of_the_first_version(registry):
    found = now(registry, "SELECT kind, rules_name, minutes_version, second_notice_of FROM meeting")
    assert set(found) == {("ordinary", "", 1, None)}


def test_openings_and_closings_become_events_in_the_order_of_the_journal(registry):
    found = now(
        registry,
        "SELECT number, meeting_event.kind, at FROM meeting_event"
        " JOIN meeting ON meeting.id = meeting_id ORDER BY sequence",
    )
    instants = dict(ask(HELD, "SELECT number, opened_at FROM meeting"))
    closed = dict(ask(HELD, "SELECT number, closed_at FROM meeting"))
    first, *others = sorted(number for number, at in instants.items() if at)
    assert found == [
        (first, "opened", instants[first]),
        (first, "closed", closed[first]),
        *((number, "opened", instants[number]) for number in others),
    ]


def test_events_have_the_same_identifier_in_every_copy(registry, tmp_path, clock):
    asked = "SELECT id FROM meeting_event"
    other = Path(shutil.copy(HELD, tmp_path / "portable.alize"))
    with Registry.open(other, clock) as again:
        assert now(again, asked) == now(registry, asked)
    for (each,) in now(registry, asked):
        assert (len(each), each[14], each[19] in "89ab") == (36, "7", True)


def test_the_index_of_the_search_still_answers(registry):
    assert now(registry, "SELECT rowid FROM dossier_search WHERE dossier_search MATCH 'goetz*'")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE vote SET choice = 'for'",
        "DELETE FROM ballot_result",
        "UPDATE meeting_event SET at = at",
        "UPDATE ballot SET closed_at = NULL WHERE proclaimed_at IS NOT NULL",
        LATE_VOTERS,
    ],
)
def test_history_is_guarded_as_in_a_new_registry(registry, statement):
    with pytest.raises(IntegrityError), registry.write() as session:
        session.connection().exec_driver_sql(statement)


def test_an_open_ballot_goes_on(registry):
    cast = (
        "INSERT INTO vote (ballot_id, member_id, revision, choice, cast_at, reason)"
        " SELECT ballot_id, member_id, 9, 'for', '2026-11-23T09:00:00.000000Z', ''"
        " FROM ballot_voter WHERE ballot_id = (SELECT id FROM ballot WHERE closed_at IS NULL)"
    )
    before = len(now(registry, "SELECT 1 FROM vote"))
    with registry.write() as session:
        session.connection().exec_driver_sql(cast)
    assert len(now(registry, "SELECT 1 FROM vote")) > before
