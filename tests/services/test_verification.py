"""Rows rewritten behind the program's back are found, and named."""

import sqlite3
from contextlib import closing

import pytest

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.store.registry import Registry

ONE = "2026-001"


@pytest.fixture
def decided(office, clock):
    """The path of a closed registry in which a dossier was voted on and decided."""
    meeting = office.hold(ONE)
    office.approve(meeting, ONE)
    assert office.registry.verify().is_sound
    copy = office.registry.path.with_name("copie.alize")
    with closing(sqlite3.connect(office.registry.path)) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    return copy


def tamper(path, *statements):
    """Run statements as somebody who knows SQLite would: without the triggers."""
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for each in statements:
            connection.execute(each)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE vote SET choice = 'against'",
            "Les votes ne correspondent plus au journal\u00a0: 17 en diffèrent.",
        ),
        (
            "DELETE FROM vote WHERE sequence = 1",
            "Les votes ne correspondent plus au journal\u00a0: 1 en diffère.",
        ),
        (
            "UPDATE decision SET amount = amount + 100",
            "Les décisions ne correspondent plus au journal\u00a0: 1 en diffère.",
        ),
        (
            "UPDATE attendance_event SET kind = 'excused' WHERE sequence = 2",
            "Les présences et les déports ne correspondent plus au journal\u00a0: 1 en diffère.",
        ),
        (
            "UPDATE ballot_result SET casting_choice = 'for'",
            "Les résultats proclamés ne correspondent plus au journal\u00a0: 1 en diffère.",
        ),
        (
            "UPDATE ballot_result SET result = '{'",
            "Les résultats proclamés ne correspondent plus au journal\u00a0: 1 en diffère.",
        ),
    ],
)
def test_a_row_that_was_rewritten_is_named(decided, clock, statement, told):
    tamper(decided, statement)
    with Registry.open(decided, clock) as registry:
        found = registry.verify()
    assert not found.is_sound
    assert found.integrity_problems == (told,)
    assert found.first_broken_line is None


def test_a_condition_added_afterwards_is_found(decided, clock):
    tamper(
        decided,
        "INSERT INTO decision_condition SELECT id, 1, 'Un bail signé', 'precedent', NULL"
        " FROM decision",
    )
    with Registry.open(decided, clock) as registry:
        (told,) = registry.verify().integrity_problems
    assert told.startswith("Les décisions")


def test_corrections_conditions_and_recusals_are_told_alike(office):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    office.services.committee.declare_recusal(item, office.member(10).id, "Banque « Ève »")
    office.services.committee.lift_recusal(item, office.member(10).id)
    office.services.voting.open_ballot(item)
    office.cast(item, VoteChoice.AGAINST, 1, 2)
    office.cast(item, None, 2)
    office.cast(item, VoteChoice.FOR, 1)
    assert office.registry.verify().is_sound
