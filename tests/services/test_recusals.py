"""Members who step aside: before the ballot, while it is open, after the proclamation."""

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemStep,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts

ONE, TWO, THREE = "2026-001", "2026-002", "2026-004"
FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION


def declare(office, item, seat, reason="Lien"):
    office.services.recusals.declare(item, office.member(seat).id, reason)


def lift(office, item, seat):
    office.services.recusals.lift(item, office.member(seat).id)


def set_aside(office, item, seat):
    office.services.recusals.set_aside(item, office.member(seat).id)


def current(office, meeting):
    return office.state(meeting).current


@pytest.fixture
def meeting(office):
    return office.hold(ONE, TWO)


class TestBeforeTheBallot:
    def test_they_are_proposed_from_what_is_known_of_the_members(self, office, meeting):
        office.present(meeting, TWO)
        assert dict(current(office, meeting).suggested_recusals) == {
            office.member(10).id: (
                "Crédit des Forges, son employeur, est la banque de l’entreprise"
            )
        }

    def test_a_lending_partner_is_a_reason(self, office):
        office.edit_member(4, organisation="Groupe Xertigny 7")
        office.edit_member(5, interests="Actionnaire de Imprimerie Yvoire")
        meeting = office.hold(TWO)
        office.present(meeting, TWO)
        suggested = dict(current(office, meeting).suggested_recusals)
        assert suggested[office.member(4).id] == (
            "Groupe Xertigny 7, son employeur, peut prêter les jours demandés"
        )
        assert suggested[office.member(5).id] == (
            "Imprimerie Yvoire, dont il est actionnaire, est l’entreprise du dossier"
        )

    def test_they_are_confirmed_with_their_reason(self, office, meeting):
        item = office.present(meeting, TWO)
        declare(office, item, 10, "  Sa banque ")
        state = office.state(meeting)
        (tile,) = [each for each in state.current.tiles if each.is_recused]
        assert (tile.member.seat, tile.recusal_reason, tile.weight) == (10, "Sa banque", 0)
        assert state.current.suggested_recusals == ()
        assert state.agenda[1].recused == ("Céline Lévêque J.",)
        assert state.agenda[0].recused == ()
        assert state.current.quorum.counted == 16

    def test_they_are_lifted(self, office, meeting):
        item = office.present(meeting, TWO)
        declare(office, item, 10)
        lift(office, item, 10)
        assert current(office, meeting).quorum.counted == 17
        before = office.actions()
        lift(office, item, 10)
        assert office.actions() == before

    def test_they_hold_for_one_dossier_only(self, office, meeting):
        declare(office, office.present(meeting, TWO), 10)
        office.present(meeting, ONE)
        assert current(office, meeting).quorum.counted == 17

    def test_a_recused_holder_drops_both_voices(self, office, refused):
        meeting = office.open(THREE)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.present(meeting, THREE)
        declare(office, item, 5)
        assert current(office, meeting).quorum.counted == 15
        office.services.voting.open_ballot(item)
        with refused(ErrorCode.MEMBER_RECUSED, office, member="Bruno Thiébaut E."):
            office.cast(item, FOR, 4)

    def test_whoever_may_not_vote_does_not_step_aside(self, office, meeting, refused):
        office.call(meeting, 9, AttendanceKind.ABSENT)
        item = office.present(meeting, TWO)
        declare(office, item, 10)
        with refused(ErrorCode.MEMBER_RECUSED, office):
            declare(office, item, 10)
        with refused(ErrorCode.MEMBER_ABSENT, office):
            declare(office, item, 9)
        with refused(ErrorCode.MEMBER_NOT_VOTING, office):
            declare(office, item, 18)

    def test_a_reason_is_a_text(self, office, meeting, refused):
        item = office.present(meeting, TWO)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            declare(office, item, 10, "Lien\x00")


class TestSetAside:
    def test_a_proposal_answered_no_stays_answered(self, office, meeting):
        item = office.present(meeting, TWO)
        set_aside(office, item, 10)
        assert current(office, meeting).set_aside == {office.member(10).id}
        before = office.actions()
        set_aside(office, item, 10)
        assert office.actions() == before
        assert current(office, meeting).quorum.counted == 17

    def test_one_may_change_one_s_mind(self, office, meeting, refused):
        item = office.present(meeting, TWO)
        set_aside(office, item, 10)
        declare(office, item, 10)
        assert current(office, meeting).set_aside == frozenset()
        with refused(ErrorCode.MEMBER_RECUSED, office):
            set_aside(office, item, 10)
        lift(office, item, 10)
        set_aside(office, item, 10)
        lift(office, item, 10)
        assert current(office, meeting).set_aside == frozenset()

    def test_it_is_of_one_dossier_and_of_somebody_known(self, office, meeting, refused):
        set_aside(office, office.present(meeting, TWO), 10)
        item = office.present(meeting, ONE)
        assert current(office, meeting).set_aside == frozenset()
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            office.services.recusals.set_aside(item, office.registry.new_id())


class TestWhileTheBallotIsOpen:
    def test_the_vote_is_taken_back_and_the_ballot_stays_open(self, office, meeting):
        item = office.ballot(meeting, TWO)
        office.cast(item, FOR, 9, 10, 11)
        since = len(office.journal())
        declare(office, item, 10)
        assert office.actions(since) == ["recusal.recorded", "ballot.followed", "vote.cast"]
        shown = current(office, meeting)
        assert shown.line.step is ItemStep.BALLOT_OPEN
        assert shown.ballot.result.counts.votes_for == 2
        assert (shown.ballot.missing, shown.ballot.voices_entitled) == (14, 16)
        assert "16 présents" in shown.quorum.sentence
        (tile,) = [each for each in shown.tiles if each.is_recused]
        assert (tile.member.seat, tile.choice) == (10, None)

    def test_a_recused_member_does_not_vote_any_more(self, office, meeting, refused):
        item = office.ballot(meeting, TWO)
        declare(office, item, 10)
        with refused(ErrorCode.MEMBER_RECUSED, office, member="Céline Lévêque J."):
            office.cast(item, FOR, 10)

    def test_a_holder_takes_both_votes_away(self, office):
        meeting = office.open(TWO)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=10)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.ballot(meeting, TWO)
        office.services.voting.cast_remaining(item, FOR)
        declare(office, item, 10)
        assert current(office, meeting).ballot.result.counts.votes_for == 15
        lift(office, item, 10)
        shown = current(office, meeting).ballot
        assert (shown.result.counts.votes_for, shown.missing) == (15, 2)

    def test_a_giver_takes_only_its_own_vote_away(self, office):
        meeting = office.open(TWO)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=10)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.ballot(meeting, TWO)
        declare(office, item, 4)
        assert current(office, meeting).ballot.voices_entitled == 16

    def test_a_chair_hands_the_ballot_on_and_gets_it_back(self, office, meeting):
        item = office.ballot(meeting, TWO)
        declare(office, item, 1)
        assert office.state(meeting).presiding.seat == 2
        lift(office, item, 1)
        assert office.state(meeting).presiding.seat == 1

    def test_the_quorum_may_be_lost_by_it(self, office, refused):
        meeting = office.open(TWO)
        for seat in range(11, 18):
            office.call(meeting, seat, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.ballot(meeting, TWO)
        declare(office, item, 9)
        office.services.voting.cast_remaining(item, FOR)
        assert current(office, meeting).quorum.is_reached
        declare(office, item, 10)
        assert not current(office, meeting).quorum.is_reached
        with refused(ErrorCode.QUORUM_NOT_REACHED, office, counted=8, required=9, dossier=TWO):
            office.services.voting.close_ballot(item)
        lift(office, item, 10)
        office.cast(item, FOR, 10)
        office.services.voting.close_ballot(item)

    def test_counts_that_are_not_those_of_the_voters_any_more_are_taken_back(self, office, meeting):
        item = office.present(meeting, TWO)
        office.services.voting.open_ballot(item, BallotForm.HANDS)
        office.services.counted.record_counts(item, CountProtocol(Counts(17, 0)))
        declare(office, item, 10)
        shown = current(office, meeting).ballot
        assert (shown.protocol, shown.sentence) == (None, "Voix à compter\u00a0: 16.")

    def test_nobody_presides_when_both_step_aside(self, office, meeting, refused):
        item = office.ballot(meeting, TWO)
        declare(office, item, 1)
        declare(office, item, 2)
        office.services.voting.cast_remaining(item, FOR)
        with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
            office.services.voting.close_ballot(item)


class TestBetweenClosingAndProclamation:
    def test_the_ballot_is_opened_again_first(self, office, meeting, refused):
        item = office.vote(meeting, TWO)
        with refused(ErrorCode.BALLOT_CLOSED, office):
            declare(office, item, 10)
        with refused(ErrorCode.BALLOT_CLOSED, office):
            lift(office, item, 10)
        office.services.voting.reopen_ballot(item)
        declare(office, item, 10)
        office.services.voting.close_ballot(item)
        assert current(office, meeting).ballot.result.counts.votes_for == 16

    def test_a_proposal_may_still_be_set_aside(self, office, meeting):
        set_aside(office, office.vote(meeting, TWO), 10)
        assert current(office, meeting).set_aside == {office.member(10).id}


class TestAfterTheProclamation:
    @pytest.fixture
    def narrow(self, office, meeting):
        """Nine for, eight against: one voice makes the difference."""
        item = office.vote(meeting, TWO, against=tuple(range(1, 9)))
        office.services.voting.proclaim(item)
        return item

    def test_a_narrow_result_must_be_looked_at_again(self, office, meeting, narrow):
        before = current(office, meeting).ballot
        assert before.reexamination == ""
        declare(office, narrow, 10)
        after = current(office, meeting).ballot
        assert (after.result, after.sentence) == (before.result, before.sentence)
        assert after.reexamination.startswith("Résultat à réexaminer\u00a0: un déport")
        assert "retire 1 voix" in after.reexamination
        lift(office, narrow, 10)
        assert current(office, meeting).ballot.reexamination == ""

    def test_nothing_is_decided_on_it_until_then(self, office, meeting, narrow, refused):
        approval = office.services.decisions.proposal(narrow)
        declare(office, narrow, 10)
        with refused(ErrorCode.RESULT_TO_REEXAMINE, office):
            office.services.decisions.record(narrow, approval)
        office.services.corrections.correct_votes(
            narrow, {office.member(2).id: FOR}, "Déport tardif, voix mal notée"
        )
        assert current(office, meeting).ballot.result.adopted
        decision, _ = office.services.decisions.record(narrow, approval)
        assert decision.draft == approval

    def test_it_may_still_be_deferred(self, office, meeting, narrow):
        declare(office, narrow, 10)
        assert office.defer(meeting, TWO).draft.outcome is DecisionOutcome.DEFERRED

    def test_a_wide_one_stands(self, office, meeting):
        item = office.vote(meeting, TWO, against=(1,))
        office.services.voting.proclaim(item)
        declare(office, item, 10)
        assert current(office, meeting).ballot.reexamination == ""

    def test_who_abstained_takes_nothing_away(self, office, meeting):
        item = office.vote(meeting, TWO, against=tuple(range(1, 9)), abstaining=(17,))
        office.services.voting.proclaim(item, None)
        declare(office, item, 17)
        assert current(office, meeting).ballot.reexamination == ""

    def test_who_abstained_and_settled_the_tie_takes_a_voice_away(self, office, meeting):
        item = office.vote(meeting, TWO, against=tuple(range(2, 10)), abstaining=(1,))
        office.services.voting.proclaim(item, FOR)
        assert current(office, meeting).ballot.result.by_casting_vote
        declare(office, item, 1)
        assert "retire 1 voix" in current(office, meeting).ballot.reexamination

    def test_who_abstained_and_left_the_tie_takes_nothing_away(self, office, meeting):
        item = office.vote(meeting, TWO, against=tuple(range(2, 10)), abstaining=(1,))
        office.services.voting.proclaim(item, ABSTENTION)
        declare(office, item, 1)
        assert current(office, meeting).ballot.reexamination == ""

    def test_a_holder_takes_two_voices_away(self, office):
        meeting = office.open(TWO)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=10)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.vote(meeting, TWO, against=(1, 2, 3, 5, 6, 7, 8))
        office.services.voting.proclaim(item)
        declare(office, item, 10)
        assert "retire 2 voix" in current(office, meeting).ballot.reexamination

    def test_only_voters_of_the_ballot_step_aside_then(self, office, meeting, narrow, refused):
        declare(office, narrow, 10)
        with refused(ErrorCode.MEMBER_RECUSED, office):
            declare(office, narrow, 10)
        with refused(ErrorCode.MEMBER_NOT_VOTING, office):
            declare(office, narrow, 18)

    def test_who_voted_and_left_may_still_say_so(self, office, meeting, narrow):
        office.call(meeting, 10, AttendanceKind.DEPARTED)
        declare(office, narrow, 10)
        assert current(office, meeting).ballot.reexamination

    def test_what_the_ballot_was_held_with_is_not_undone(self, office, meeting, refused):
        item = office.present(meeting, TWO)
        declare(office, item, 10)
        office.services.voting.open_ballot(item)
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        with refused(ErrorCode.BALLOT_PROCLAIMED, office):
            lift(office, item, 10)

    def test_the_ballot_may_be_held_again(self, office, meeting, narrow):
        declare(office, narrow, 10)
        office.services.voting.open_ballot(narrow)
        shown = current(office, meeting)
        assert shown.ballot.number == 2
        assert shown.ballot.motion.answers_ballot_id == shown.earlier_ballots[0].id
        assert shown.ballot.voices_entitled == 16
        office.services.voting.cast_remaining(narrow, FOR)
        office.services.voting.close_ballot(narrow)
        office.services.voting.proclaim(narrow)
        shown = current(office, meeting)
        assert shown.ballot.result.outcome is BallotOutcome.ADOPTED
        assert shown.earlier_ballots[0].reexamination
        assert [each.number for each in shown.earlier_ballots] == [1]

    def test_it_is_too_late_once_decided(self, office, meeting, narrow, refused):
        office.services.decisions.record(narrow, office.services.decisions.proposal(narrow))
        for act in (
            lambda: declare(office, narrow, 10),
            lambda: lift(office, narrow, 10),
            lambda: set_aside(office, narrow, 10),
        ):
            with refused(ErrorCode.DECISION_EXISTS, office):
                act()


def test_nobody_steps_aside_from_a_standing_point_or_a_closed_meeting(office, refused):
    meeting = office.hold(ONE)
    office.approve(meeting, ONE)
    office.services.committee.close(meeting)
    with refused(ErrorCode.MEETING_NOT_OPEN, office):
        declare(office, office.item(meeting, ONE), 10)
    with refused(ErrorCode.MEETING_NOT_FOUND, office):
        declare(office, office.registry.new_id(), 10)


def test_the_chair_of_a_meeting_keeps_it_when_recused_from_a_dossier(office):
    meeting = office.hold(ONE, TWO)
    declare(office, office.present(meeting, ONE), 1)
    assert office.state(meeting).presiding.seat == 2
    office.present(meeting, TWO)
    assert office.state(meeting).presiding.seat == 1
    assert office.member(1).sheet.office is MemberOffice.CHAIR
