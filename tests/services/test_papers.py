"""Minutes and schedules: what they say, and the files that are remembered."""

import hashlib
import os
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    DecisionOutcome,
    DossierState,
    MeetingState,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.store import driver
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.models.values import Money
from alize_desktop.services.stored_ballot import read_ballot

pytestmark = pytest.mark.retold

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"


def drained(steps):
    """Run a generator to its end; return its steps and what it returned."""
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as stop:
            return told, stop.value


def as_it_goes(office):
    """Hold a meeting: a proxy, an alternate, a recusal, three outcomes."""
    meeting = office.open(ONE, TWO, THREE)
    office.call(meeting, 3, AttendanceKind.SUBSTITUTED)
    office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
    office.call(meeting, 6, AttendanceKind.EXCUSED)
    office.clock.advance(300)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    office.clock.advance(600)
    office.approve(meeting, ONE, deferral=0)
    item = office.present(meeting, TWO)
    office.services.recusals.declare(item, office.member(10).id, "Banque")
    office.services.voting.open_ballot(item)
    office.cast(item, VoteChoice.AGAINST, 18, 4)
    office.services.voting.cast_remaining(item, VoteChoice.FOR)
    office.services.voting.close_ballot(item)
    office.services.voting.proclaim(item)
    draft = replace(office.services.decisions.proposal(item), amount=Money(0))
    office.services.decisions.record(item, draft)
    office.call(meeting, 7, AttendanceKind.ABSENT)
    office.defer(meeting, THREE)
    return meeting


@pytest.fixture
def evening(office):
    """A meeting at its end: a proxy, an alternate, a recusal, three outcomes."""
    return office.after(as_it_goes)


@pytest.fixture
def closed(office, evening):
    office.services.committee.close(evening)
    return evening


class TestTheMinutesRecord:
    def test_it_says_who_was_there(self, office, closed):
        record = office.services.minutes.record(closed)
        where = {each.member.seat: each for each in record.attendance}
        assert len(record.attendance) == 18
        assert where[3].kind is AttendanceKind.SUBSTITUTED
        assert where[18].kind is AttendanceKind.PRESENT
        assert (where[4].kind, where[4].holder.seat) == (AttendanceKind.REPRESENTED, 5)
        assert where[7].kind is AttendanceKind.PRESENT
        assert [each.kind for each in where[7].stays] == [
            AttendanceKind.PRESENT,
            AttendanceKind.ABSENT,
        ]
        assert where[1].holder is None
        assert record.presiding.seat == 1

    def test_the_quorum_is_the_one_that_was_established(self, office, closed):
        record = office.services.minutes.record(closed)
        assert record.quorum.sentence == (
            "17 membres en exercice, quorum 9\u00a0; 15 présents et 1 représenté\u00a0: 16, atteint."
        )

    def test_it_says_what_became_of_each_dossier(self, office, closed):
        one, two, three = office.services.minutes.record(closed).items
        assert (one.number, one.decision.number) == (ONE, "2026-D001")
        assert one.ballots[0].sentence.startswith("16 pour, 0 contre, 0 abstention")
        assert one.schedule.terms.paid_on == date(2026, 11, 23)
        assert one.schedule.total == one.decision.draft.amount
        assert [(each.member.seat, each.reason) for each in two.recused] == [(10, "Banque")]
        (ballot,) = two.ballots
        assert (ballot.quorum.counted, ballot.quorum.required) == (15, 9)
        assert (two.decision.draft.days > 0, two.schedule) == (True, None)
        assert three.decision.draft.outcome is DecisionOutcome.DEFERRED
        assert (three.ballots, three.recused) == ((), ())

    def test_it_names_each_vote_by_seat(self, office, closed):
        _, two, _ = office.services.minutes.record(closed).items
        (ballot,) = two.ballots
        votes = {each.member.seat: (each.choice, each.holder) for each in ballot.votes}
        assert [each.member.seat for each in ballot.votes] == sorted(votes)
        assert votes[18] == (VoteChoice.AGAINST, None)
        assert (votes[4][0], votes[4][1].seat) == (VoteChoice.AGAINST, 5)
        assert votes[5] == (VoteChoice.FOR, None)
        assert not {3, 6, 10} & set(votes)

    def test_it_names_nobody_in_a_secret_ballot(self, office):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        office.services.voting.open_ballot(item, BallotForm.SECRET)
        counted = CountProtocol(Counts(13, 2), 17, 1, 1, ("Odile Perrin", "Nadia Roussel"))
        office.services.counted.record_counts(item, counted)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        (ballot,) = office.services.minutes.record(meeting).items[0].ballots
        assert ballot.votes == ()
        assert ballot.sentence.startswith("13 pour, 2 contre, 1 abstention")
        assert (ballot.protocol.found, ballot.protocol.blank, ballot.protocol.void) == (17, 1, 1)

    def test_a_meeting_that_is_not_closed_gives_a_draft(self, office, evening):
        record = office.services.minutes.record(evening)
        assert record.state is MeetingState.OPEN
        assert (record.journal_lines, record.journal_head) == (
            len(office.journal()),
            office.journal()[-1].hash,
        )

    def test_a_meeting_in_preparation_gives_one_too(self, office):
        record = office.services.minutes.record(office.prepare(ONE))
        assert {each.kind for each in record.attendance} == {AttendanceKind.ABSENT}
        assert (record.quorum, record.items[0].decision) == (None, None)

    def test_what_is_not_proclaimed_is_not_told(self, office):
        meeting = office.hold(ONE)
        office.vote(meeting, ONE)
        (ballot,) = office.services.minutes.record(meeting).items[0].ballots
        assert ballot.closed_at is not None
        assert (ballot.result, ballot.votes, ballot.sentence) == (None, (), "")

    def test_the_next_meeting_is_named(self, office):
        meeting = office.hold(ONE)
        assert office.services.minutes.record(meeting).next_meeting_on is None
        office.prepare(held_on=date(2027, 3, 1))
        office.prepare(held_on=date(2027, 1, 18))
        assert office.services.minutes.record(meeting).next_meeting_on == date(2027, 1, 18)

    def test_nothing_that_happens_afterwards_changes_it(self, office, closed, clock):
        before = office.services.minutes.record(closed)
        clock.advance(86_400)
        office.edit_member(1, office=MemberOffice.MEMBER, organisation="Ailleurs")
        office.edit_member(10, last_name="Durand")
        office.services.people.save_member(None, office.member(2).sheet)
        detail = office.detail(THREE)
        company = replace(detail.sheet.company, town="Ailleurs")
        office.services.dossiers.save(
            detail.id, replace(detail.sheet, company=company), detail.revision
        )
        following = office.hold(THREE, complete=False, presiding_member_id=office.member(2).id)
        office.approve(following, THREE)
        assert office.services.minutes.record(closed) == before

    def test_it_costs_the_same_whatever_the_agenda(self, office, statements):
        short = office.hold(ONE)
        office.approve(short, ONE)
        office.end(short)
        long = office.hold(*[f"2026-{each:03d}" for each in range(2, 9)])
        for each in range(2, 9):
            office.approve(long, f"2026-{each:03d}")
        office.end(long)
        with statements(office.registry) as few:
            office.services.minutes.record(short)
        with statements(office.registry) as many:
            office.services.minutes.record(long)
        assert len(few) == len(many)

    def test_an_unknown_meeting_has_none(self, office, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.services.minutes.record(office.registry.new_id())


def remembered(office):
    with office.registry.read() as session:
        return list(session.scalars(select(StoredPaper).order_by(StoredPaper.made_at)))


class TestTheMinutesFile:
    def test_the_same_meeting_gives_the_same_bytes(self, office, closed, tmp_path, clock):
        first, second = tmp_path / "pv.pdf", tmp_path / "encore.pdf"
        steps, paper = drained(office.services.minutes.export(closed, first))
        clock.advance(86_400)
        drained(office.services.minutes.export(closed, second))
        assert steps
        assert first.read_bytes().startswith(b"%PDF")
        assert first.read_bytes() == second.read_bytes()
        assert paper.sha256 == hashlib.sha256(first.read_bytes()).hexdigest()
        assert (paper.path, paper.size) == (str(first), first.stat().st_size)

    def test_it_is_remembered_with_its_digest(self, office, closed, tmp_path):
        head = office.journal()[-1].hash
        _, paper = drained(office.services.minutes.export(closed, tmp_path / "pv.pdf"))
        (stored,) = remembered(office)
        assert (stored.meeting_id, stored.dossier_id) == (closed, None)
        assert (stored.sha256, stored.journal_head) == (paper.sha256, head)
        assert office.actions()[-1] == "minutes.exported"

    def test_a_cancelled_one_leaves_nothing(self, office, closed, tmp_path):
        before = office.actions()
        steps = office.services.minutes.export(closed, tmp_path / "pv.pdf")
        next(steps)
        steps.close()
        assert not (tmp_path / "pv.pdf").exists()
        assert (remembered(office), office.actions()) == ([], before)

    def test_a_folder_that_is_not_there_leaves_nothing(self, office, closed, tmp_path, refused):
        path = tmp_path / "absent" / "pv.pdf"
        with refused(ErrorCode.FOLDER_NOT_WRITABLE, office, path=str(path.parent)):
            drained(office.services.minutes.export(closed, path))
        assert remembered(office) == []

    def test_what_cannot_be_remembered_leaves_the_old_file(self, office, closed, tmp_path):
        path, new = tmp_path / "pv.pdf", tmp_path / "nouveau.pdf"
        path.write_bytes(b"the old one")
        before = office.actions()
        with closing(driver.connect(office.registry.path)) as other:
            other.execute(
                "CREATE TRIGGER full BEFORE INSERT ON paper BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
            for each in (path, new):
                with pytest.raises(IntegrityError):
                    drained(office.services.minutes.export(closed, each))
            other.execute("DROP TRIGGER full")
        assert path.read_bytes() == b"the old one"
        assert not new.exists()
        assert (remembered(office), office.actions()) == ([], before)

    def test_it_never_takes_the_place_of_the_registry(self, office, closed, tmp_path, refused):
        link = tmp_path / "pv.pdf"
        link.symlink_to(office.registry.path)
        for path in (office.registry.path, link):
            with refused(ErrorCode.REGISTRY_EXISTS, office, path=str(path)):
                drained(office.services.minutes.export(closed, path))

    def test_a_name_that_is_no_text_is_remembered_as_it_can_be(self, office, closed, tmp_path):
        path = tmp_path / os.fsdecode(b"s\xe9ance.pdf")
        _, paper = drained(office.services.minutes.export(closed, path))
        assert Path(paper.path).name == "s?ance.pdf"
        assert path.exists()


class TestTheSchedule:
    def test_it_is_that_of_the_decision(self, office, closed):
        record = office.services.schedules.record(office.dossier(ONE))
        assert (record.is_decided, record.paid_on) == (True, date(2026, 11, 23))
        assert record.decision.number == "2026-D001"
        assert record.schedule.terms.deferral == 0

    def test_before_one_it_is_that_of_the_request(self, office):
        record = office.services.schedules.record(office.dossier(TWO))
        assert (record.is_decided, record.decision) == (False, None)
        assert record.paid_on == record.sheet.filed_on

    def test_a_deferral_leaves_the_request(self, office):
        meeting = office.open(ONE)
        office.defer(meeting, ONE)
        record = office.services.schedules.record(office.dossier(ONE))
        assert not record.is_decided
        assert record.decision.draft.outcome is DecisionOutcome.DEFERRED

    def test_a_dossier_without_advance_has_none(self, office, closed, refused):
        for number in (TWO, THREE):  # approved for days only; asks for none
            with refused(ErrorCode.NO_ADVANCE, office, number=number):
                office.services.schedules.record(office.dossier(number))

    def test_a_refused_dossier_has_none(self, office, refused):
        meeting = office.hold(ONE)
        item = office.vote(meeting, ONE, others=VoteChoice.AGAINST)
        office.services.voting.proclaim(item)
        draft = DecisionDraft(DecisionOutcome.REJECTED, grounds="Trop fragile")
        office.services.decisions.record(item, draft)
        with refused(ErrorCode.NO_ADVANCE, office):
            office.services.schedules.record(office.dossier(ONE))

    def test_a_dossier_withdrawn_by_hand_has_none(self, office, refused):
        change = office.services.dossiers.change_state
        change(office.dossier(ONE), DossierState.WITHDRAWN, "Vendue")
        with refused(ErrorCode.NO_ADVANCE, office):
            office.services.schedules.record(office.dossier(ONE))

    def test_an_unknown_dossier_has_none(self, office, refused):
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            office.services.schedules.record(office.registry.new_id())

    def test_the_workbook_is_written_and_remembered(self, office, closed, tmp_path, clock):
        first, second = tmp_path / "un.xlsx", tmp_path / "deux.xlsx"
        dossier = office.dossier(ONE)
        steps, paper = drained(office.services.schedules.export(dossier, first))
        clock.advance(timedelta(days=3).total_seconds())
        drained(office.services.schedules.export(dossier, second))
        assert [(each.done, each.total) for each in steps] == [(1, 2), (2, 2)]
        assert first.read_bytes() == second.read_bytes()
        assert paper.size == first.stat().st_size
        assert [each.dossier_id for each in remembered(office)] == [dossier] * 2
        assert office.detail(ONE).journal[0].action == "schedule.exported"

    def test_a_cancelled_one_leaves_nothing(self, office, tmp_path):
        steps = office.services.schedules.export(office.dossier(ONE), tmp_path / "un.xlsx")
        for _ in range(2):
            next(steps)
        steps.close()
        assert not (tmp_path / "un.xlsx").exists()
        assert remembered(office) == []


def test_the_ballot_read_back_is_the_one_that_was_held(office, closed):
    item = office.item(closed, TWO)
    with office.registry.read() as session:
        ballot = read_ballot(session, item)
        assert read_ballot(session, office.item(closed, THREE)) is None
    assert (ballot.missing, ballot.meeting_id, ballot.item_id) == (0, closed, item)
    assert len(ballot.voters) == 15
