"""Points taken in turn, concluded, put last; suspensions, second notices, consultations."""

from datetime import date, time

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ItemConclusion,
    ItemKind,
    ItemStep,
    MeetingKind,
    MeetingState,
    VoteChoice,
)
from alize_desktop.models.records.committee import ScreenPosition
from alize_desktop.models.records.meetings import ItemDraft, MeetingDraft

ONE, TWO = "2026-001", "2026-002"
FOR = VoteChoice.FOR
ADOPTED, REJECTED = ItemConclusion.ADOPTED, ItemConclusion.REJECTED
NOTED, POSTPONED = ItemConclusion.NOTED, ItemConclusion.POSTPONED
EXCUSED, REMOTE = AttendanceKind.EXCUSED, AttendanceKind.REMOTE
INFORMATION = ItemDraft(ItemKind.INFORMATION, "Bilan de l’année")


def add(office, meeting, draft):
    return office.services.agenda.add(meeting, draft)[0]


def conclude(office, item, conclusion, note=""):
    return office.services.committee.conclude_item(item, conclusion, note)


def numbers(office, meeting):
    return [(each.number or each.company, each.position) for each in office.state(meeting).agenda]


def held(office, *drafts, numbers=(ONE,), **more):
    """Hold a meeting that has standing points after its dossiers; return it and them."""
    meeting = office.prepare(*numbers, **more)
    items = [add(office, meeting, each) for each in drafts]
    office.services.committee.open(meeting)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    return meeting, *items


class TestInTurn:
    def test_a_presented_dossier_is_set_down(self, office):
        meeting = office.hold(ONE, TWO)
        item = office.present(meeting, ONE)
        office.services.committee.set_down(item)
        assert office.state(meeting).current is None
        before = office.actions()
        office.services.committee.set_down(item)
        assert office.actions() == before

    def test_one_is_put_last_and_keeps_its_number(self, office):
        meeting = office.hold(ONE, TWO)
        item = office.present(meeting, ONE)
        office.services.committee.move_to_end(item)
        assert numbers(office, meeting) == [(TWO, 2), (ONE, 1)]
        assert office.state(meeting).current is None
        office.services.committee.move_to_end(office.item(meeting, TWO))
        assert numbers(office, meeting) == [(ONE, 1), (TWO, 2)]

    def test_nothing_decided_moves(self, office, refused):
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        for act in (office.services.committee.set_down, office.services.committee.move_to_end):
            with refused(ErrorCode.DECISION_EXISTS, office, number=ONE):
                act(office.item(meeting, ONE))

    def test_nothing_moves_before_the_opening(self, office, refused):
        meeting = office.prepare(ONE)
        for act in (office.services.committee.set_down, office.services.committee.move_to_end):
            with refused(ErrorCode.MEETING_NOT_OPEN, office):
                act(office.item(meeting, ONE))
            with refused(ErrorCode.MEETING_NOT_FOUND, office):
                act(office.registry.new_id())

    def test_the_roll_comes_first(self, office, refused):
        meeting = office.open(ONE)
        office.services.committee.all_present(meeting)
        with refused(ErrorCode.ROLL_CALL_INCOMPLETE, office):
            office.present(meeting, ONE)


class TestStandingPoints:
    def test_one_is_presented_and_noted(self, office):
        meeting, item = held(office, INFORMATION)
        office.services.committee.begin_item(item)
        state = office.state(meeting)
        assert (state.current, state.standing.id) == (None, item)
        conclude(office, item, NOTED, " Présenté par Mme Roussel ")
        state = office.state(meeting)
        assert state.standing is None
        line = next(each for each in state.agenda if each.id == item)
        assert (line.conclusion, line.note, line.is_done) == (
            NOTED,
            "Présenté par Mme Roussel",
            True,
        )

    def test_it_gives_way_to_a_dossier_and_back(self, office):
        meeting, item = held(office, INFORMATION)
        office.services.committee.begin_item(item)
        office.present(meeting, ONE)
        assert office.state(meeting).standing is None
        office.services.committee.set_down(office.item(meeting, ONE))
        office.services.committee.begin_item(item)
        office.services.committee.set_down(item)
        assert office.state(meeting).standing is None

    def test_it_is_neither_voted_nor_decided(self, office, refused):
        _, item = held(office, INFORMATION)
        office.services.committee.begin_item(item)
        member = office.member(5).id
        title = "Bilan de l’année"
        for act in (
            lambda: office.services.voting.open_ballot(item),
            lambda: office.services.voting.close_ballot(item),
            lambda: office.services.recusals.declare(item, member, ""),
            lambda: office.services.recusals.set_aside(item, member),
            lambda: office.services.decisions.proposal(item),
        ):
            with refused(ErrorCode.ITEM_WITHOUT_VOTE, office, number=title):
                act()

    def test_a_dossier_is_not_concluded(self, office, refused):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        with refused(ErrorCode.ITEM_IS_DOSSIER, office, number=ONE):
            conclude(office, item, ADOPTED)

    def test_each_kind_has_its_conclusions(self, office, refused):
        _, item = held(office, INFORMATION)
        office.services.committee.begin_item(item)
        for conclusion in (ADOPTED, REJECTED):
            with refused(ErrorCode.CONCLUSION_REFUSED, office, conclusion=conclusion):
                conclude(office, item, conclusion)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            conclude(office, item, NOTED, "Note\x00")

    def test_it_is_concluded_once_and_only_when_presented(self, office, refused):
        _, item = held(office, INFORMATION)
        with refused(ErrorCode.ITEM_NOT_PRESENTED, office):
            conclude(office, item, NOTED)
        office.services.committee.begin_item(item)
        conclude(office, item, NOTED)
        with refused(ErrorCode.DECISION_EXISTS, office):
            conclude(office, item, NOTED)
        with refused(ErrorCode.DECISION_EXISTS, office):
            office.services.committee.begin_item(item)

    def test_it_may_be_put_off_without_being_presented(self, office):
        meeting, item = held(office, INFORMATION)
        conclude(office, item, POSTPONED)
        assert office.state(meeting).agenda[-1].conclusion is POSTPONED

    def test_minutes_that_are_adopted_approve_their_meeting(self, office):
        first = office.hold(ONE)
        office.approve(first, ONE)
        office.services.committee.close(first)
        draft = ItemDraft(ItemKind.MINUTES_APPROVAL, source_id=first)
        meeting, item = held(office, draft, numbers=(TWO,))
        office.services.committee.begin_item(item)
        changes = conclude(office, item, ADOPTED)
        assert changes.meetings == {meeting, first}
        assert office.state(first).row.state is MeetingState.APPROVED

    def test_minutes_that_are_rejected_approve_nothing(self, office):
        first = office.hold(ONE)
        office.approve(first, ONE)
        office.services.committee.close(first)
        draft = ItemDraft(ItemKind.MINUTES_APPROVAL, source_id=first)
        _, item = held(office, draft, numbers=(TWO,))
        office.services.committee.begin_item(item)
        conclude(office, item, REJECTED)
        assert office.state(first).row.state is MeetingState.CLOSED

    def test_conditions_to_follow_up_are_read_with_their_point(self, office):
        meeting, item = held(office, ItemDraft(ItemKind.CONDITIONS))
        office.services.committee.begin_item(item)
        assert office.state(meeting).pending_conditions == ()

    def test_a_point_under_way_holds_back_the_closing(self, office, refused):
        meeting, item = held(office, INFORMATION)
        office.approve(meeting, ONE)
        office.services.committee.begin_item(item)
        with refused(ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, office, number="Bilan de l’année"):
            office.services.committee.close(meeting)
        conclude(office, item, NOTED)
        office.services.committee.close(meeting)


class TestSuspended:
    def test_nothing_goes_on_but_people_come_and_go(self, office, refused):
        meeting, item = held(office, INFORMATION)
        dossier = office.present(meeting, ONE)
        office.services.life.suspend(meeting, reason="Pause")
        assert office.state(meeting).suspension.reason == "Pause"
        committee, voting = office.services.committee, office.services.voting
        for act in (
            lambda: committee.begin_item(item),
            lambda: committee.set_down(dossier),
            lambda: committee.move_to_end(dossier),
            lambda: committee.close(meeting),
            lambda: committee.establish_quorum(meeting),
            lambda: conclude(office, item, POSTPONED),
            lambda: voting.open_ballot(dossier),
            lambda: voting.abandon_ballot(dossier),
            lambda: office.services.recusals.declare(dossier, office.member(5).id, ""),
            lambda: office.services.decisions.record(
                dossier, office.services.decisions.proposal(dossier)
            ),
        ):
            with refused(ErrorCode.MEETING_SUSPENDED, office):
                act()
        office.call(meeting, 5, AttendanceKind.DEPARTED)
        office.services.life.resume(meeting)
        assert office.state(meeting).suspension is None
        voting.open_ballot(dossier)


class TestWhereTheOperatorWas:
    def test_is_kept_in_place_and_told_by_no_line(self, office):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        before = office.actions()
        for position in (ScreenPosition("deliberation", item), ScreenPosition("recusals")):
            assert office.services.committee.keep_position(meeting, position) is None
            assert office.state(meeting).position == position
        assert office.actions() == before

    def test_is_somewhere_that_exists(self, office, refused):
        meeting, other = office.hold(ONE), office.prepare(TWO)
        unknown = office.registry.new_id()
        keep = office.services.committee.keep_position
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            keep(unknown, ScreenPosition("roll"))
        for item in (unknown, office.item(other, TWO)):
            with refused(ErrorCode.MEETING_NOT_FOUND, office):
                keep(meeting, ScreenPosition("roll", item))
        assert office.state(meeting).position is None


class TestASecondNotice:
    @pytest.fixture
    def second(self, office):
        """Called again for dossier one; dossier two is new, four members have come."""
        first = office.open(ONE)
        for seat in range(2, 18):
            office.call(first, seat, EXCUSED)
        office.services.committee.all_present(first)
        office.services.life.adjourn(first)
        draft = MeetingDraft(
            date(2026, 12, 7), time(14), secretary="Odile Perrin", second_notice_of=first
        )
        meeting, _ = office.services.meetings.create(draft)
        office.complete(TWO)
        add(office, meeting, ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(TWO)))
        office.services.committee.open(meeting)
        for seat in range(5, 18):
            office.call(meeting, seat, EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        return meeting

    def test_waives_the_quorum_for_what_it_brings_back(self, office, second):
        state = office.state(second)
        assert state.quorum.is_reached
        assert state.quorum.sentence.endswith("non requis, seconde convocation.")
        item = office.vote(second, ONE)
        assert office.state(second).current.quorum.is_reached
        office.services.voting.proclaim(item)

    def test_never_for_a_new_dossier(self, office, second, refused):
        item = office.present(second, TWO)
        assert not office.state(second).current.quorum.is_reached
        with refused(ErrorCode.QUORUM_NOT_REACHED, office, counted=4, required=9, dossier=TWO):
            office.services.voting.open_ballot(item)

    def test_does_not_lose_it_when_somebody_leaves(self, office, second):
        item = office.ballot(second, ONE)
        office.services.voting.cast_remaining(item, FOR)
        office.call(second, 4, AttendanceKind.DEPARTED)
        office.services.voting.close_ballot(item)
        assert office.state(second).movements[0].sentence.endswith("Quorum 3/17\u00a0✔.")


class TestAConsultationInWriting:
    @pytest.fixture
    def written(self, office):
        meeting = office.open(ONE, kind=MeetingKind.WRITTEN, replies_by=date(2026, 11, 30))
        for seat in range(11, 18):
            office.call(meeting, seat, AttendanceKind.ABSENT)
        return meeting

    def test_is_answered_voted_by_name_and_closed(self, office, written):
        office.services.committee.all_present(written)
        state = office.state(written)
        assert [each.kind for each in state.attendance][:10] == [REMOTE] * 10
        assert (state.present, state.quorum.is_reached) == (10, True)
        office.services.committee.establish_quorum(written)
        item = office.vote(written, ONE, against=(1,))
        office.services.voting.proclaim(item)
        office.services.decisions.record(item, office.services.decisions.proposal(item))
        office.services.committee.close(written)
        assert office.state(written).row.state is MeetingState.CLOSED

    def test_an_answer_is_not_a_presence(self, office, written):
        office.call(written, 1, AttendanceKind.PRESENT)
        assert office.state(written).attendance[0].kind is REMOTE
        before = office.actions()
        office.call(written, 1, AttendanceKind.PRESENT)
        assert office.actions() == before

    def test_has_no_proxy_and_nobody_leaves(self, office, written, refused):
        office.call(written, 1, REMOTE)
        for kind in (AttendanceKind.REPRESENTED, AttendanceKind.DEPARTED):
            with refused(ErrorCode.WRITTEN_CONSULTATION, office):
                office.call(written, 1, kind, holder=2)

    @pytest.mark.parametrize("form", [BallotForm.HANDS, BallotForm.SECRET, BallotForm.CONSENSUS])
    def test_has_named_votes_only(self, office, written, refused, form):
        office.services.committee.all_present(written)
        office.services.committee.establish_quorum(written)
        item = office.present(written, ONE)
        with refused(ErrorCode.WRITTEN_CONSULTATION, office):
            office.services.voting.open_ballot(item, form)

    def test_a_late_answer_gets_a_voice(self, office, written):
        office.services.committee.all_present(written)
        office.services.committee.establish_quorum(written)
        item = office.ballot(written, ONE)
        office.call(written, 11, REMOTE)
        office.cast(item, FOR, 11)
        assert "répond par écrit" in office.state(written).movements[0].sentence

    def test_it_is_ratified_by_a_point_of_the_next_meeting(self, office, written):
        office.services.committee.all_present(written)
        office.services.committee.establish_quorum(written)
        office.approve(written, ONE)
        office.services.committee.close(written)
        draft = ItemDraft(ItemKind.RATIFICATION, source_id=written)
        _, item = held(office, draft, numbers=(TWO,))
        office.services.committee.begin_item(item)
        conclude(office, item, ADOPTED)
        assert office.state(written).row.state is MeetingState.APPROVED

    def test_its_points_are_presented_like_any_other(self, office, written):
        office.services.committee.all_present(written)
        office.services.committee.establish_quorum(written)
        office.present(written, ONE)
        assert office.state(written).current.line.step is ItemStep.PRESENTED


def test_a_convened_meeting_opens_too(office):
    meeting = office.prepare(ONE, place="Dijon")
    office.services.life.convene(meeting, urgent=True)
    office.services.committee.open(meeting)
    assert office.state(meeting).row.state is MeetingState.OPEN


def test_a_meeting_of_standing_points_alone_may_open(office):
    meeting = office.prepare()
    add(office, meeting, INFORMATION)
    office.services.committee.open(meeting)
    assert office.state(meeting).row.state is MeetingState.OPEN
