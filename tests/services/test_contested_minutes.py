"""The minutes of a contested meeting: everything that happened, as it happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    MeetingKind,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts, Motion
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.meetings import ItemDraft, MeetingDraft
from alize_desktop.models.records.minutes_parts import RecusalStage
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.services.work import drained

pytestmark = pytest.mark.retold

ONE, TWO, THREE, FOUR, FIVE, SIX = (f"2026-{number:03d}" for number in range(1, 7))
FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
PRESENT, DEPARTED = AttendanceKind.PRESENT, AttendanceKind.DEPARTED
ENOUGH = "Le plan de financement reste fragile"


class Room:
    """Somebody who holds a meeting with one eye on the clock of the wall."""

    def __init__(self, office, clock):
        self.office, self.clock, self.services = office, clock, office.services
        self.meeting = None

    def at(self, hour, minute, day=14):
        instant = datetime(2026, 12, day, hour - 1, minute, tzinfo=UTC)
        self.clock.advance((instant - self.clock()).total_seconds())

    def call(self, seat, kind, holder=None, document=""):
        holder_id = self.office.member(holder).id if holder else None
        member_id = self.office.member(seat).id
        record = self.services.committee.record_attendance
        record(self.meeting, member_id, kind, holder_id, document)

    def named(self, item, motion=None, against=(), abstaining=(), casting=None):
        """Hold a named ballot up to its proclamation."""
        voting = self.services.voting
        voting.open_ballot(item, BallotForm.NAMED, *([motion] if motion else []))
        self.answer(item, against, abstaining)
        voting.close_ballot(item)
        voting.proclaim(item, casting)

    def answer(self, item, against=(), abstaining=()):
        self.office.cast(item, AGAINST, *against)
        self.office.cast(item, ABSTENTION, *abstaining)
        self.services.voting.cast_remaining(item, FOR)

    def grant(self, item, **terms):
        draft = replace(self.services.decisions.proposal(item), **terms)
        return self.services.decisions.record(item, draft)[0]

    def point(self, kind, conclusion, note=""):
        agenda = self.services.meetings.detail(self.meeting).agenda
        item = next(each.id for each in agenda if each.kind is kind)
        self.services.committee.begin_item(item)
        self.services.committee.conclude_item(item, conclusion, note)


def before(room):
    """Hold an earlier meeting: minutes to approve, a condition to follow."""
    office = room.office
    meeting = office.hold(SIX)
    item = office.vote(meeting, SIX)
    room.services.voting.proclaim(item)
    bank = Condition("Accord écrit de la banque", ConditionKind.PRECEDENT, date(2026, 12, 10))
    decision = room.grant(
        item, conditions=(bank,), outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS
    )
    room.services.committee.close(meeting)
    return meeting, decision


def convened(room):
    """Prepare the meeting and send its notice."""
    earlier, decision = before(room)
    office = room.office
    room.services.regulations.adopt(
        RulesDraft("Règlement intérieur", date(2026, 12, 1), CommitteeRules())
    )
    room.meeting = office.prepare(
        ONE,
        TWO,
        THREE,
        place="Salle des Ducs",
        held_on=date(2026, 12, 14),
        presiding_member_id=office.member(1).id,
    )
    for draft in (
        ItemDraft(ItemKind.MINUTES_APPROVAL, source_id=earlier),
        ItemDraft(ItemKind.CONDITIONS),
        ItemDraft(ItemKind.INFORMATION, "Bilan de l’année"),
    ):
        room.services.agenda.add(room.meeting, draft)
    room.at(9, 5, day=2)
    room.services.life.convene(room.meeting)
    return decision


def called(room):
    """Open the meeting and call the roll."""
    room.at(14, 2)
    room.services.committee.open(room.meeting)
    room.call(3, AttendanceKind.SUBSTITUTED)
    room.call(4, AttendanceKind.REPRESENTED, 5, "Courriel du 12 décembre")
    room.call(6, AttendanceKind.EXCUSED)
    room.call(7, AttendanceKind.ABSENT)
    room.call(8, AttendanceKind.REMOTE)
    room.services.committee.all_present(room.meeting)
    room.at(14, 8)
    room.services.committee.establish_quorum(room.meeting)


def first_points(room, decision):
    room.at(14, 10)
    room.point(ItemKind.MINUTES_APPROVAL, ItemConclusion.ADOPTED)
    room.services.agenda.settle_condition(
        decision.id, 1, ConditionEventKind.MET, note="Courrier reçu", meeting_id=room.meeting
    )
    room.point(ItemKind.CONDITIONS, ItemConclusion.NOTED, "Une condition était échue.")


def counter_proposal(room):
    """Reject an amount, then adopt less; somebody steps aside before and during."""
    office, services = room.office, room.services
    room.at(14, 20)
    one = office.present(room.meeting, ONE)
    services.recusals.declare(one, office.member(12).id, "Expert-comptable de l’entreprise")
    room.at(14, 24)
    services.voting.open_ballot(one, BallotForm.NAMED)
    room.at(14, 26)
    services.recusals.declare(one, office.member(11).id, "Banque de l’entreprise")
    room.answer(one, against=(1, 2, 5, 4, 8, 9, 10, 13), abstaining=(14, 15))
    room.at(14, 28)
    services.voting.close_ballot(one)
    services.voting.proclaim(one)
    room.at(14, 32)
    room.call(4, PRESENT)
    rejected = office.state(room.meeting).current.ballot.id
    services.voting.open_ballot(one, BallotForm.HANDS, Motion("", 2_500_00, rejected))
    services.counted.record_counts(one, CountProtocol(Counts(9, 2, 2)))
    services.voting.close_ballot(one)
    services.voting.proclaim(one)
    room.at(14, 36)
    room.grant(one)


def secret(room):
    office, services = room.office, room.services
    room.at(14, 40)
    two = office.present(room.meeting, TWO)
    services.voting.open_ballot(two, BallotForm.SECRET)
    room.at(14, 46)
    scrutineers = ("Bruno Martin", "Odile Perrin")
    services.counted.record_counts(two, CountProtocol(Counts(12, 1), 15, 1, 1, scrutineers))
    services.voting.close_ballot(two)
    services.voting.proclaim(two)
    room.grant(two)


def agreed_late(room):
    """Suspend, resume, add a dossier that nobody objects to."""
    office, services = room.office, room.services
    room.at(14, 50)
    services.life.suspend(room.meeting, time(15, 0), "Pause")
    room.at(15, 3)
    services.life.resume(room.meeting)
    services.committee.move_to_end(office.item(room.meeting, THREE))
    office.complete(FOUR)
    late = ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(FOUR), consented=True)
    services.agenda.add(room.meeting, late)
    four = office.present(room.meeting, FOUR)
    services.voting.open_ballot(four, BallotForm.CONSENSUS)
    services.counted.no_objection(four)
    services.voting.proclaim(four)
    room.grant(four)
    room.point(ItemKind.INFORMATION, ItemConclusion.POSTPONED)


def tied(room):
    """Settle a tie, correct the result, and lose the quorum at the end."""
    office, services = room.office, room.services
    room.at(15, 10)
    room.call(10, DEPARTED)
    three = office.present(room.meeting, THREE)
    room.named(three, against=(2, 5, 8, 9, 11, 12, 13), abstaining=())
    room.at(15, 16)
    services.corrections.correct_votes(three, {office.member(17).id: ABSTENTION}, "Bulletin mal lu")
    room.at(15, 20)
    services.recusals.declare(three, office.member(14).id, "Actionnaire")
    draft = DecisionDraft(DecisionOutcome.DEFERRED, grounds=ENOUGH)
    services.decisions.record(three, draft)
    room.at(15, 30)
    for seat in (8, 9, 11, 12, 13, 14, 15):
        room.call(seat, AttendanceKind.EXCUSED)
    room.at(15, 40)
    services.committee.close(room.meeting)


def evening(office):
    """Hold the whole meeting; return it."""
    held = Room(office, office.clock)
    decision = convened(held)
    called(held)
    first_points(held, decision)
    counter_proposal(held)
    secret(held)
    agreed_late(held)
    tied(held)
    return held.meeting


@pytest.fixture
def room(office, clock):
    held = Room(office, clock)
    held.meeting = office.after(evening)
    return held


@pytest.fixture
def record(room):
    return room.services.minutes.record(room.meeting)


def plain(text):
    return text.replace("\u00a0", " ")


def item_of(record, number):
    return next(each for each in record.items if each.number == number)


class TestAContestedMeeting:
    def test_its_notice_and_its_rules_are_named(self, record):
        assert record.notice.sent_at == datetime(2026, 12, 2, 8, 5, tzinfo=UTC)
        assert not record.notice.is_urgent
        assert plain(record.rules_name) == (
            "Règlement intérieur n° 1, en vigueur depuis le 1er décembre 2026"
        )
        assert (record.version, record.reopenings) == (1, ())

    def test_who_left_was_there_until_then(self, record):
        where = {each.member.seat: each for each in record.attendance}
        left, gone = where[8], where[10]
        assert [each.kind for each in left.stays] == [
            AttendanceKind.REMOTE,
            AttendanceKind.EXCUSED,
        ]
        assert (left.kind, left.stays[0].at) == (AttendanceKind.REMOTE, None)
        assert (gone.kind, gone.stays[1].at) == (
            PRESENT,
            datetime(2026, 12, 14, 14, 10, tzinfo=UTC),
        )

    def test_who_comes_stops_being_represented(self, record):
        where = {each.member.seat: each for each in record.attendance}
        stays = where[4].stays
        assert [(each.kind, each.other and each.other.seat) for each in stays] == [
            (AttendanceKind.REPRESENTED, 5),
            (PRESENT, None),
        ]
        (proxy,) = record.proxies
        assert (proxy.giver.seat, proxy.holder.seat) == (4, 5)
        assert (proxy.document, proxy.since) == ("Courriel du 12 décembre", None)

    def test_what_happened_in_the_room_is_told_by_its_hours(self, record):
        course = [plain(each.sentence) for each in record.course]
        assert course[:4] == [
            (
                "Mme Inès Lévêque D. arrive à 14 h 32. "
                "Son pouvoir à M. Bruno Thiébaut E. est suspendu."
            ),
            "La séance est suspendue à 14 h 50, reprise prévue à 15 h. Motif : Pause.",
            "La séance reprend à 15 h 03.",
            "Mme Céline Lévêque J. quitte la séance à 15 h 10.",
        ]
        assert (
            "Mme Céline Martin N. quitte la séance à 15 h 30, excusée. "
            "Le quorum n’est plus atteint : 8 membres comptés, 9 requis."
        ) in course
        assert sum("n’est plus atteint" in each for each in course) == 1

    def test_linked_ballots_are_told_in_their_order(self, record):
        first, second = item_of(record, ONE).ballots
        assert (first.form, second.form) == (BallotForm.NAMED, BallotForm.HANDS)
        assert (first.answers, second.answers, second.motion.amount_minor) == (0, 1, 2_500_00)
        assert (first.result.adopted, second.result.adopted) == (False, True)
        assert (len(first.votes), second.votes) == (13, ())

    def test_a_recusal_says_when_it_was_declared(self, record):
        assert [(each.member.seat, each.stage) for each in item_of(record, ONE).recused] == [
            (12, RecusalStage.BEFORE),
            (11, RecusalStage.DURING),
        ]
        (late,) = item_of(record, THREE).recused
        assert (late.member.seat, late.stage) == (14, RecusalStage.AFTER)

    def test_a_secret_ballot_keeps_its_protocol_and_nobodys_vote(self, record):
        (ballot,) = item_of(record, TWO).ballots
        assert ballot.votes == ()
        assert ballot.protocol.scrutineers == ("Bruno Martin", "Odile Perrin")
        assert (ballot.protocol.found, ballot.protocol.blank, ballot.protocol.void) == (15, 1, 1)

    def test_a_correction_keeps_what_was_proclaimed(self, record):
        (ballot,) = item_of(record, THREE).ballots
        (correction,) = ballot.corrections
        assert correction.reason == "Bulletin mal lu"
        assert "adopté par la voix prépondérante" in correction.before
        assert correction.by_casting_vote
        (moved,) = correction.moved
        assert (moved.member.seat, moved.before, moved.after) == (17, VoteChoice.FOR, ABSTENTION)
        assert "rejeté" in ballot.sentence
        assert ballot.must_be_reexamined

    def test_late_and_moved_points_are_known(self, record):
        late, moved = item_of(record, FOUR).place, item_of(record, THREE).place
        assert (late.position, late.is_late, late.is_moved) == (7, True, False)
        assert (moved.position, moved.is_late, moved.is_moved) == (3, False, True)
        assert [each.place.position for each in record.agenda] == [1, 2, 4, 5, 6, 3, 7]

    def test_standing_points_tell_their_conclusion(self, record):
        told = {each.kind: each for each in record.points}
        assert told[ItemKind.MINUTES_APPROVAL].conclusion is ItemConclusion.ADOPTED
        assert told[ItemKind.INFORMATION].conclusion is ItemConclusion.POSTPONED
        conditions = told[ItemKind.CONDITIONS]
        assert conditions.note == "Une condition était échue."
        (followed,) = conditions.conditions
        assert (followed.decision_number, followed.kind) == ("2026-D001", ConditionEventKind.MET)
        assert (followed.condition.text, followed.note) == (
            "Accord écrit de la banque",
            "Courrier reçu",
        )

    def test_private_notes_are_nowhere(self, room, record):
        room.services.notes.write(room.meeting, None, "Rappeler la banque")
        again = room.services.minutes.record(room.meeting)
        assert again == record
        assert "Rappeler" not in repr(again)

    def test_opened_again_it_has_a_second_version_with_its_reason(self, room):
        room.services.life.reopen(room.meeting, "Erreur de date")
        record = room.services.minutes.record(room.meeting)
        assert (record.version, record.is_over) == (2, False)
        assert [each.reason for each in record.reopenings] == ["Erreur de date"]
        assert plain(record.course[-1].sentence) == (
            "La séance est rouverte à 15 h 40. Motif : Erreur de date."
        )

    def test_its_approval_changes_no_byte(self, room, tmp_path):
        first, second = tmp_path / "un.pdf", tmp_path / "deux.pdf"
        drained(room.services.minutes.export(room.meeting, first))
        room.services.life.approve(room.meeting)
        drained(room.services.minutes.export(room.meeting, second))
        assert first.read_bytes() == second.read_bytes()

    def test_a_partner_renamed_since_keeps_its_name(self, office, clock):
        held = Room(office, clock)
        partner = office.services.people.partners()[0]
        meeting = office.hold(ONE)
        office.approve(meeting, ONE, partner_id=partner.id)
        office.services.committee.close(meeting)
        before = held.services.minutes.record(meeting)
        office.services.people.save_partner(partner.id, replace(partner.sheet, name="Autre nom"))
        assert held.services.minutes.record(meeting) == before
        assert before.items[0].decision.partner == partner.sheet.name


class TestRecusalsThatWereLifted:
    def test_one_lifted_before_any_ballot_is_not_told(self, office):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        member = office.member(10).id
        office.services.recusals.declare(item, member, "Banque")
        office.services.recusals.lift(item, member)
        office.services.recusals.set_aside(item, office.member(11).id)
        assert office.services.minutes.record(meeting).items[0].recused == ()

    def test_nor_one_lifted_while_the_ballot_is_open(self, office, clock):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        member = office.member(10).id
        office.services.recusals.declare(item, member, "Banque")
        office.services.voting.open_ballot(item)
        clock.advance(60)
        office.services.recusals.lift(item, member)
        assert office.services.minutes.record(meeting).items[0].recused == ()


class TestSeatsAndProxies:
    def test_an_alternate_who_leaves_is_told_gone(self, office, clock):
        room = Room(office, clock)
        room.meeting = office.open(ONE)
        room.call(3, AttendanceKind.SUBSTITUTED)
        office.services.committee.all_present(room.meeting)
        office.services.committee.establish_quorum(room.meeting)
        clock.advance(60)
        room.call(3, PRESENT)
        record = office.services.minutes.record(room.meeting)
        where = {each.member.seat: each for each in record.attendance}
        assert [each.kind for each in where[18].stays] == [PRESENT, DEPARTED]
        assert where[3].kind is PRESENT

    def test_a_proxy_given_on_leaving_then_another(self, office, clock):
        room = Room(office, clock)
        room.meeting = office.hold(ONE)
        clock.advance(60)
        room.call(4, AttendanceKind.REPRESENTED, 5)
        clock.advance(60)
        room.call(4, AttendanceKind.PROXY_DOCUMENTED, document="Papier remis")
        clock.advance(60)
        room.call(4, AttendanceKind.REPRESENTED, 6)
        first, second = office.services.minutes.record(room.meeting).proxies
        assert (first.holder.seat, first.document) == (5, "Papier remis")
        assert (first.until - first.since).total_seconds() == 120
        assert (second.holder.seat, second.until) == (6, None)

    def test_a_proxy_changed_during_the_roll_call_is_told_once(self, office, clock):
        room = Room(office, clock)
        room.meeting = office.open(ONE)
        room.call(4, AttendanceKind.REPRESENTED, 5)
        room.call(4, AttendanceKind.REPRESENTED, 6)
        office.services.committee.all_present(room.meeting)
        clock.advance(60)
        office.services.committee.establish_quorum(room.meeting)
        record = office.services.minutes.record(room.meeting)
        assert [(each.holder.seat, each.since, each.until) for each in record.proxies] == [
            (6, None, None)
        ]
        assert record.course == ()

    def test_the_quorum_comes_back_with_who_comes_back(self, office, clock):
        room = Room(office, clock)
        room.meeting = office.open(ONE)
        for seat in range(3, 11):
            room.call(seat, AttendanceKind.EXCUSED)
        office.services.committee.all_present(room.meeting)
        office.services.committee.establish_quorum(room.meeting)
        for kind in (DEPARTED, PRESENT):
            clock.advance(60)
            room.call(17, kind)
        lost, back = office.services.minutes.record(room.meeting).course
        assert "n’est plus atteint" in lost.sentence
        assert "est de nouveau atteint" in back.sentence


class TestWithoutQuorum:
    @pytest.fixture
    def adjourned(self, office):
        meeting = office.open(ONE, TWO)
        for seat in range(1, 10):
            office.call(meeting, seat, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.life.adjourn(meeting, "Grève des trains")
        return meeting

    def test_the_quorum_that_was_missing_is_told(self, office, adjourned):
        record = office.services.minutes.record(adjourned)
        assert (record.quorum, record.lost_reason) == (None, "Grève des trains")
        assert (record.lost_quorum.counted, record.lost_quorum.required) == (8, 9)

    def test_nobody_away_presided(self, office, adjourned):
        assert office.services.minutes.record(adjourned).presiding is None

    def test_dossiers_left_are_told_as_they_stood(self, office, adjourned):
        before = office.services.minutes.record(adjourned)
        for town in ("Ailleurs", "Plus loin"):
            detail = office.detail(ONE)
            company = replace(detail.sheet.company, town=town)
            sheet = replace(detail.sheet, company=company, basin="Meuse")
            office.services.dossiers.save(detail.id, sheet, detail.revision)
        assert office.services.minutes.record(adjourned) == before

    def test_a_second_notice_says_of_which_meeting(self, office, clock, adjourned):
        room = Room(office, clock)
        asked = MeetingDraft(
            date(2026, 12, 14),
            time(14, 0),
            "Dijon",
            secretary="Odile Perrin",
            second_notice_of=adjourned,
        )
        room.meeting, _ = office.services.meetings.create(asked)
        room.at(9, 5, day=2)
        office.services.life.convene(room.meeting)
        room.at(14, 2)
        office.services.committee.open(room.meeting)
        for seat in range(3, 12):
            office.call(room.meeting, seat, AttendanceKind.EXCUSED)
        office.services.committee.all_present(room.meeting)
        office.services.committee.establish_quorum(room.meeting)
        office.approve(room.meeting, ONE)
        record = office.services.minutes.record(room.meeting)
        assert record.notice.first_number == "CA-2026-01"
        assert record.notice.first_held_on == date(2026, 11, 23)
        assert "non requis, seconde convocation" in plain(record.quorum.sentence)
        (ballot,) = record.items[0].ballots
        assert "non requis, seconde convocation" in plain(ballot.quorum.sentence)
        assert all(each.place.is_carried_over for each in record.items)


class TestAWrittenConsultation:
    def test_late_answers_are_told_with_their_day(self, office, clock):
        draft = {"kind": MeetingKind.WRITTEN, "replies_by": date(2026, 11, 30), "place": ""}
        room = Room(office, clock)
        room.meeting = office.prepare(ONE, **draft)
        office.services.life.convene(room.meeting)
        office.services.committee.open(room.meeting)
        room.call(3, AttendanceKind.ABSENT)
        office.services.committee.all_present(room.meeting)
        office.services.committee.establish_quorum(room.meeting)
        clock.advance(86_400)
        room.call(3, AttendanceKind.REMOTE)
        record = office.services.minutes.record(room.meeting)
        assert record.is_written
        answered = record.attendance[2]
        assert (answered.kind, len(answered.stays)) == (AttendanceKind.REMOTE, 2)
        (event,) = record.course
        assert "répond par écrit" in event.sentence


class TestProxiesOfWhoStepsAside:
    """Two members gave their proxies to two others, who step aside."""

    @pytest.fixture
    def meeting(self, office):
        found = office.open(ONE)
        office.call(found, 4, AttendanceKind.REPRESENTED, 10)
        office.call(found, 6, AttendanceKind.REPRESENTED, 11)
        office.services.committee.all_present(found)
        office.services.committee.establish_quorum(found)
        return found

    def givers(self, office, meeting):
        recused = item_of(office.services.minutes.record(meeting), ONE).recused
        return [[each.seat for each in recusal.givers] for recusal in recused]

    def test_they_fall_with_the_recusal(self, office, meeting):
        item = office.present(meeting, ONE)
        office.services.recusals.declare(item, office.member(10).id, "Banque")
        office.services.recusals.declare(item, office.member(11).id, "Banque")
        assert self.givers(office, meeting) == [[4], [6]]

    def test_not_that_of_who_steps_aside_too_nor_of_who_came(self, office, meeting):
        item = office.present(meeting, ONE)
        for seat in (4, 10, 11):
            office.services.recusals.declare(item, office.member(seat).id, "Banque")
        office.call(meeting, 6, AttendanceKind.PRESENT)
        office.services.voting.open_ballot(item)
        assert self.givers(office, meeting) == [[], [], []]

    def test_they_have_voted_once_the_result_is_proclaimed(self, office, meeting):
        item = office.vote(meeting, ONE)
        office.services.voting.proclaim(item)
        office.services.recusals.declare(item, office.member(10).id, "Banque")
        assert self.givers(office, meeting) == [[]]
