"""Meetings held under version 1 go on, and are told as they were."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alize_desktop.models.enums import DecisionOutcome, ItemStep, MeetingState, VoteChoice
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.services.minutes_canonical import canonical_minutes
from alize_desktop.services.work import drained

HELD = Path(__file__).parents[1] / "models" / "store" / "registries" / "version-1-held.alize"
CLOSED = "b16093e24791086f66568162a65ee58cb6baa00bcbc4a371004d35e04cb0a55f"
"""SHA-256 of the data of its closed meeting, as a version before half days wrote them."""


@pytest.fixture
def services(tmp_path, clock):
    path = Path(shutil.copy(HELD, tmp_path / "bureau.alize"))
    with Registry.open(path, clock) as registry:
        yield Services(registry)
        assert registry.verify().is_sound


@pytest.fixture
def meetings(services):
    """The meetings by number, from the oldest."""
    return {each.number: each.id for each in reversed(services.meetings.rows())}


def states(services, meetings):
    return [services.committee.state(each) for each in meetings.values()]


def test_every_meeting_is_at_the_step_where_it_was(services, meetings):
    found = [
        (each.row.state, each.current and each.current.line.step)
        for each in states(services, meetings)
    ]
    assert found == [
        (MeetingState.CLOSED, None),
        (MeetingState.OPEN, ItemStep.BALLOT_OPEN),
        (MeetingState.OPEN, ItemStep.BALLOT_CLOSED),
        (MeetingState.OPEN, ItemStep.PROCLAIMED),
        (MeetingState.PREPARATION, None),
    ]


def test_the_results_of_a_meeting_are_told_with_the_same_words(services, meetings):
    closed = next(iter(meetings.values()))
    told = [each.sentence for _, each in services.committee.state(closed).decisions]
    with closing(sqlite3.connect(HELD)) as connection:
        before = connection.execute(
            "SELECT coalesce(ballot.sentence, '') FROM decision"
            " LEFT JOIN ballot ON ballot.item_id = decision.item_id"
            " WHERE decision.meeting_id = ? ORDER BY decision.sequence",
            (str(closed),),
        )
        assert told == [sentence for (sentence,) in before]
    assert len(told) == 4


def test_a_ballot_that_was_open_is_answered_to_its_end(services, meetings):
    meeting = list(meetings.values())[1]
    item = services.committee.state(meeting).current.line.id
    services.voting.cast_remaining(item, VoteChoice.FOR)
    services.voting.close_ballot(item)
    finish(services, meeting, item)


def test_a_ballot_that_was_closed_is_opened_again_then_proclaimed(services, meetings):
    meeting = list(meetings.values())[2]
    item = services.committee.state(meeting).current.line.id
    services.voting.reopen_ballot(item)
    services.voting.close_ballot(item)
    finish(services, meeting, item)


def test_a_result_that_was_proclaimed_is_corrected(services, meetings):
    meeting = list(meetings.values())[3]
    state = services.committee.state(meeting)
    item = state.current.line.id
    member = state.current.tiles[0].member.id
    services.corrections.correct_votes(item, {member: VoteChoice.AGAINST}, "Erreur de saisie")
    finish(services, meeting, item, is_proclaimed=True)


def finish(services, meeting, item, *, is_proclaimed=False):
    if not is_proclaimed:
        services.voting.proclaim(item)
    services.decisions.record(item, services.decisions.proposal(item))
    services.committee.close(meeting)
    assert services.committee.state(meeting).row.state is MeetingState.CLOSED


def end_the_open_ones(services, meetings):
    """Version 1 let several meetings be open at once: each may still be ended."""
    waiting = DecisionDraft(DecisionOutcome.DEFERRED, documents_asked="Bilan 2025")
    for meeting in list(meetings.values())[1:4]:
        for line in services.committee.state(meeting).agenda:
            if line.step in (ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED):
                services.voting.abandon_ballot(line.id)
            if not line.is_done:
                services.decisions.record(line.id, waiting)
        services.committee.close(meeting)


def test_a_meeting_that_was_closed_is_opened_again_and_its_minutes_made(
    services, meetings, tmp_path
):
    closed = next(iter(meetings.values()))
    drained(services.minutes.export(closed, tmp_path / "avant.pdf"))
    end_the_open_ones(services, meetings)
    services.life.reopen(closed, "Une date manquait")
    services.committee.close(closed)
    services.life.approve(closed)
    drained(services.minutes.export(closed, tmp_path / "après.pdf"))
    assert services.committee.state(closed).minutes_version == 2


def test_a_meeting_that_was_prepared_is_held(services, meetings):
    end_the_open_ones(services, meetings)
    prepared = list(meetings.values())[-1]
    services.committee.open(prepared)
    services.committee.all_present(prepared)
    services.committee.establish_quorum(prepared)
    item = services.committee.state(prepared).agenda[0].id
    draft = DecisionDraft(DecisionOutcome.DEFERRED, documents_asked="Bilan 2025")
    services.decisions.record(item, draft)
    services.committee.close(prepared)


def test_the_data_of_a_closed_meeting_are_the_bytes_they_always_were(services, meetings):
    content = canonical_minutes(services.minutes.record(next(iter(meetings.values()))))
    assert hashlib.sha256(content).hexdigest() == CLOSED
