"""The tables hold the records, all of them, and the file itself refuses the rest."""

from dataclasses import fields

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.dossiers import DocumentRow, DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.schema import ALL
from alize_desktop.models.tables.ballots import StoredVote
from alize_desktop.models.tables.base import Base
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.dossiers import StoredDocument, StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.people import StoredMember, StoredPartner
from alize_desktop.models.tables.programme import StoredProgramme

SECTIONS = ("company", "project", "financing", "request", "jobs", "skills", "opinion")


def columns(table):
    return {column.key for column in inspect(table).columns}


def test_a_dossier_has_a_column_for_every_field_of_the_sheet():
    expected = set()
    for field in fields(DossierSheet):
        if field.name in SECTIONS:
            expected |= {f"{field.name}_{each.name}" for each in fields(field.type)}
        else:
            expected.add(field.name)
    own = {
        "serial",
        "id",
        "revision",
        "state",
        "state_reason",
        "created_at",
        "outcome",
        "meeting_id",
        "sort_name",
        "sort_town",
        "search_text",
    }
    assert columns(StoredDossier) == expected | own


@pytest.mark.parametrize(
    ("table", "record", "left_out"),
    [
        (StoredProgramme, Programme, set()),
        (StoredMember, MemberSheet, {"alternate_of"}),
        (StoredPartner, PartnerSheet, set()),
        (StoredMeeting, MeetingDraft, set()),
        (StoredDecision, DecisionDraft, {"conditions"}),
        (StoredCondition, Condition, set()),
        (StoredDocument, DocumentRow, set()),
    ],
)
def test_a_table_has_a_column_for_every_field_of_its_record(table, record, left_out):
    assert {field.name for field in fields(record)} - left_out <= columns(table)


def test_every_table_is_made():
    assert {each.__tablename__ for each in ALL} == set(Base.metadata.tables)


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_is_strict_and_every_constraint_has_a_name(table):
    assert table.dialect_options["sqlite"]["strict"] is True
    assert all(each.name for each in table.constraints)
    assert all(each.name for each in table.indexes)


def execute(registry, statement, *values):
    with registry.write() as session:
        session.connection().exec_driver_sql(statement, values)


@pytest.mark.parametrize(
    "assignment",
    [
        "state = 'lost'",
        "request_amount = 'beaucoup'",
        "request_amount = -1",
        "request_every = 5",
        "company_headcount = -1",
        "revision = 0",
        "meeting_id = 'nowhere'",
        "number = NULL",
    ],
)
def test_the_file_itself_refuses_a_value_that_means_nothing(registry, room, assignment):
    with pytest.raises(IntegrityError):
        execute(registry, f"UPDATE dossier SET {assignment}")  # noqa: S608 - our own text


def test_two_dossiers_never_have_the_same_number(registry, room, new_dossier):
    with pytest.raises(IntegrityError), registry.write() as session:
        session.add(new_dossier(registry.new_id(), "2026-001"))


def test_one_ballot_at_most_is_open_in_a_meeting(registry, room):
    columns = (
        "number, form, motion, opened_at, abandon_reason, majority, quorum_required,"
        " quorum_counted, quorum_recused, in_office, voices_in_office, presiding_member_id, recused"
    )
    with pytest.raises(IntegrityError, match=r"ballot\.meeting_id"):
        execute(
            registry,
            f"INSERT INTO ballot (id, item_id, meeting_id, {columns})"  # noqa: S608 - our own text
            f" SELECT 'other', 'elsewhere', meeting_id, {columns} FROM ballot",
        )


def test_a_vote_of_nobody_is_refused(registry, room, clock):
    with pytest.raises(IntegrityError), registry.write() as session:
        session.add(
            StoredVote(
                ballot_id=room.ballot, member_id=registry.new_id(), revision=1, cast_at=clock()
            )
        )


def test_the_programme_is_a_single_row(registry):
    with pytest.raises(IntegrityError):
        execute(registry, "UPDATE programme SET id = 2")
