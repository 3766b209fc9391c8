"""What members answer to the notice, and the quorum it lets expect."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AnswerKind, MeetingKind, MemberCollege
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft

ONE, TWO = "2026-001", "2026-002"
ATTENDS, PROXY = AnswerKind.ATTENDS, AnswerKind.PROXY


def convene(office, *numbers, **draft):
    asked = {
        "place": "Dijon",
        "held_on": date(2026, 12, 14),
        "presiding_member_id": office.member(1).id,
    }
    meeting = office.prepare(*(numbers or (ONE,)), **(asked | draft))
    office.services.life.convene(meeting)
    return meeting


@pytest.fixture
def meeting(office):
    return convene(office)


@pytest.fixture
def answer(office, meeting):
    """Record the answer of the member of a seat."""

    def record(seat, kind, holder=None):
        holder_id = office.member(holder).id if holder else None
        return office.services.life.answer(meeting, office.member(seat).id, kind, holder_id)

    return record


@pytest.fixture
def said(office, meeting):
    """Return the answer of the member of a seat."""

    def read(seat):
        answers = office.services.meetings.detail(meeting).answers
        return next(each for each in answers if each.member.seat == seat)

    return read


def forecast(office, meeting, point=0):
    return office.services.meetings.detail(meeting).forecasts[point]


class TestAnswers:
    def test_every_seat_has_one_to_give(self, office, meeting):
        answers = office.services.meetings.detail(meeting).answers
        assert [each.member.seat for each in answers] == list(range(1, 18))
        assert {each.kind for each in answers} == {None}

    def test_the_last_one_holds(self, office, meeting, answer, said):
        assert answer(2, ATTENDS) == Changes(meetings=frozenset({meeting}))
        answer(2, AnswerKind.EXCUSED)
        assert (said(2).kind, said(2).at) == (AnswerKind.EXCUSED, office.clock())
        answer(2, None)
        assert said(2).kind is None

    def test_the_same_one_is_written_once(self, office, answer):
        answer(2, PROXY, 3)
        told = office.actions()
        assert answer(2, PROXY, 3) == Changes()
        assert answer(4, None) == Changes()
        assert office.actions() == told

    def test_a_holder_is_kept_with_a_proxy_only(self, office, answer, said):
        answer(2, PROXY, 3)
        assert said(2).holder_id == office.member(3).id
        answer(2, ATTENDS, 3)
        assert said(2).holder_id is None

    @pytest.mark.parametrize(
        ("holder", "code"),
        [
            (2, ErrorCode.PROXY_TO_ONESELF),
            (None, ErrorCode.PROXY_TO_ONESELF),
            (4, ErrorCode.PROXY_CHAIN),
        ],
    )
    def test_a_proxy_goes_to_somebody_who_may_hold_it(self, office, answer, refused, holder, code):
        answer(4, PROXY, 5)
        with refused(code, office):
            answer(2, PROXY, holder)

    def test_two_proxies_in_one_hand_are_refused(self, office, answer, refused):
        answer(2, PROXY, 3)
        with refused(ErrorCode.PROXY_TOO_MANY, office, held=2, most=1):
            answer(4, PROXY, 3)

    def test_who_holds_a_proxy_gives_none(self, office, answer, refused):
        answer(2, PROXY, 3)
        with refused(ErrorCode.PROXY_CHAIN, office):
            answer(3, PROXY, 4)

    def test_a_holder_who_does_not_come_keeps_the_proxy_suspended(self, office, meeting, answer):
        answer(2, PROXY, 3)
        answer(3, AnswerKind.EXCUSED)
        assert forecast(office, meeting).expected == 0

    def test_an_alternate_may_hold_a_proxy(self, office, meeting, answer):
        answer(2, PROXY, 18)
        answer(3, AnswerKind.SUBSTITUTE)
        assert forecast(office, meeting).expected == 2

    def test_who_cannot_answer_is_told_why(self, office, meeting, answer, refused):
        with refused(ErrorCode.MEMBER_NOT_VOTING, office):
            answer(18, ATTENDS)
        with refused(ErrorCode.ALTERNATE_MISSING, office, member="Céline Martin B."):
            answer(2, AnswerKind.SUBSTITUTE)
        unknown = office.registry.new_id()
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            office.services.life.answer(meeting, unknown, ATTENDS)
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            office.services.life.answer(meeting, office.member(2).id, PROXY, unknown)

    def test_a_guest_holds_no_proxy(self, office, meeting, answer, refused):
        office.edit_member(5, weight=Decimal(0))
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            answer(2, PROXY, 5)

    def test_nobody_answers_before_the_notice_nor_after_the_opening(self, office, refused):
        meeting = office.prepare(TWO)
        with refused(ErrorCode.MEETING_NOT_CONVENED, office):
            office.services.life.answer(meeting, office.member(2).id, ATTENDS)
        office.services.committee.open(meeting)
        with refused(ErrorCode.MEETING_NOT_CONVENED, office):
            office.services.life.answer(meeting, office.member(2).id, ATTENDS)

    def test_nobody_gives_a_proxy_in_writing(self, office, refused):
        meeting = convene(office, TWO, kind=MeetingKind.WRITTEN, replies_by=date(2026, 12, 20))
        with refused(ErrorCode.WRITTEN_CONSULTATION, office):
            office.services.life.answer(meeting, office.member(2).id, PROXY, office.member(3).id)


class TestForecasts:
    def test_there_is_one_for_the_opening_and_one_a_dossier(self, office, answer):
        meeting = convene(office, TWO, "2026-003", held_on=date(2026, 12, 21))
        agenda = office.services.meetings.detail(meeting).agenda
        forecasts = office.services.meetings.detail(meeting).forecasts
        assert [each.item_id for each in forecasts] == [None, *(each.id for each in agenda)]

    def test_answers_make_it(self, office, meeting, answer):
        for seat in range(1, 8):
            answer(seat, ATTENDS)
        answer(8, AnswerKind.REMOTE)
        answer(9, PROXY, 1)
        answer(10, AnswerKind.EXCUSED)
        found = forecast(office, meeting)
        assert (found.required, found.expected, found.possible) == (9, 9, 16)
        assert found.is_reached
        assert found.sentence == "Quorum prévu\u00a0: 9 sur 17, il en faut 9."

    def test_interests_of_those_who_come_reduce_it(self, office, answer, meeting):
        for seat in (*range(1, 9), 12):
            answer(seat, ATTENDS)
        opening, dossier = office.services.meetings.detail(meeting).forecasts
        assert (opening.expected, dossier.expected) == (9, 8)
        assert dossier.sentence == (
            "Quorum prévu\u00a0: 8 sur 17, 1 déport, il en faut 9\u00a0;"
            " 8 membres n’ont pas répondu."
        )

    def test_there_is_none_before_the_notice_nor_after_the_opening(self, office, meeting):
        assert office.services.meetings.detail(office.prepare(TWO)).forecasts == ()
        office.services.committee.open(meeting)
        assert office.services.meetings.detail(meeting).forecasts == ()

    def test_a_proxy_that_became_impossible_is_left_out(self, office):
        rules = replace(CommitteeRules(), proxies_same_college=True)
        office.services.regulations.adopt(RulesDraft("Règlement", date(2026, 1, 1), rules))
        meeting = convene(office)
        office.services.life.answer(meeting, office.member(2).id, PROXY, office.member(4).id)
        office.services.life.answer(meeting, office.member(4).id, ATTENDS)
        assert forecast(office, meeting).expected == 2
        office.edit_member(2, college=MemberCollege.BANK)
        assert forecast(office, meeting).expected == 1

    def test_it_costs_the_same_whatever_the_agenda(self, office, statements):
        short = convene(office, ONE)
        long = convene(office, *[f"2026-{each:03d}" for each in range(2, 20)])
        with statements(office.registry) as few:
            office.services.meetings.detail(short)
        with statements(office.registry) as many:
            office.services.meetings.detail(long)
        assert len(few) == len(many) <= 8
