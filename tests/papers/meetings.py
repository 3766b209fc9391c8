"""Five meetings, each held by the services from its preparation to its closing."""

from datetime import date, time
from uuid import UUID

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    MinutesBlock,
    MinutesStage,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts, Motion
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.records.rules import CommitteeRules
from tests.papers.rooms import Room

ONE, TWO, THREE, FOUR, FIVE, SIX = (f"2026-{number:03d}" for number in range(1, 7))
PRESENT, ABSENT, EXCUSED = AttendanceKind.PRESENT, AttendanceKind.ABSENT, AttendanceKind.EXCUSED
SENT, PACKED = date(2026, 12, 2), date(2026, 12, 7)
BANK = Condition("Accord écrit de la banque", ConditionKind.PRECEDENT, date(2027, 3, 15))
ACCOUNTS = Condition("Remise des comptes de l’exercice 2026", ConditionKind.FOLLOW_UP)
SCRUTINEERS = ("Mme Inès Martin", "M. Bruno Weiß")


def plain(room: Room) -> UUID:
    """Everybody came, everybody agreed: two advances and days of competences."""
    room.adopt(CommitteeRules())
    room.prepare(ONE, TWO, presiding_member_id=room.office.member(1).id)
    room.convene(SENT, pack=PACKED)
    room.follow(date(2027, 2, 8))
    room.open(14, 2)
    room.seated(14, 6)
    room.write(MinutesBlock.OPENING, "Le président souhaite la bienvenue à Mme Céline Martin.")
    room.at(14, 10)
    one = room.present(ONE)
    room.write(MinutesBlock.HEARD, "M. Hervé Öztürk, gérant, entendu puis retiré.", one)
    room.write(
        MinutesBlock.DISCUSSION,
        "Mme Weiß demande le calendrier des recrutements.\n"
        "Le gérant répond : « deux avant l’été, trois à la rentrée ».",
        one,
    )
    room.named(one)
    partner = room.services.people.partners()[0]
    room.grant(
        one,
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        partner_id=partner.id,
        conditions=(ACCOUNTS, BANK),
        jobs_by=date(2028, 6, 30),
    )
    room.at(14, 40)
    two = room.present(TWO)
    room.named(two, abstaining=(10,))
    room.grant(two, partner_id=room.services.people.partners()[8].id)
    room.write(MinutesBlock.OTHER_BUSINESS, "Le prochain bilan annuel est présenté en février.")
    room.write(MinutesBlock.CLOSING, "Le président remercie les membres du comité.")
    room.close(15, 12)
    return room.meeting


def contested(room: Room) -> UUID:
    """Proxies, recusals, a late arrival, a counter-proposal, a tie and a casting vote."""
    earlier, decision = _earlier(room)
    room.adopt(CommitteeRules())
    points = (
        ItemDraft(ItemKind.MINUTES_APPROVAL, source_id=earlier),
        ItemDraft(ItemKind.CONDITIONS),
        ItemDraft(ItemKind.INFORMATION, "Bilan de l’année"),
    )
    room.prepare(ONE, TWO, THREE, points=points, presiding_member_id=room.office.member(2).id)
    room.convene(SENT, pack=PACKED)
    room.open(14, 2)
    room.call(3, AttendanceKind.SUBSTITUTED)
    room.call(4, AttendanceKind.REPRESENTED, 5, "Courriel du 12 décembre")
    room.call(6, AttendanceKind.REPRESENTED, 1, "Lettre reçue le 11 décembre")
    room.call(7, ABSENT)
    room.call(8, AttendanceKind.REMOTE)
    room.call(16, EXCUSED)
    room.seated(14, 8)
    _earlier_business(room, decision)
    _counter_proposal(room)
    _late_dossier(room)
    _tied(room)
    room.write(MinutesBlock.FOLLOW_UP, "La relance des deux comptes rendus attendus est faite.")
    room.close(16, 5)
    return room.meeting


def secret(room: Room) -> UUID:
    """Two secret ballots: one adopted with blank and void papers, one rejected."""
    room.adopt(CommitteeRules(ballot_form=BallotForm.SECRET))
    room.prepare(TWO, FOUR, presiding_member_id=room.office.member(1).id)
    room.convene(SENT)
    room.follow(date(2027, 2, 8))
    room.open(14, 0)
    room.call(11, AttendanceKind.REPRESENTED, 10, "Courriel du 13 décembre")
    room.call(13, ABSENT)
    room.seated(14, 5)
    room.at(14, 10)
    two = room.present(TWO)
    room.services.recusals.declare(two, room.office.member(10).id, "Crédit des Forges, sa banque")
    room.write(MinutesBlock.HEARD, "Mme Éléonore Lefèvre, présidente de la société.", two)
    room.secret(two, CountProtocol(Counts(10, 2), 14, 1, 1, SCRUTINEERS))
    room.grant(
        two,
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        partner_id=room.services.people.partners()[9].id,
        conditions=(ACCOUNTS,),
    )
    room.at(14, 40)
    four = room.present(FOUR)
    room.write(MinutesBlock.DISCUSSION, "Le plan de vente est jugé trop optimiste.", four)
    room.secret(four, CountProtocol(Counts(4, 12), 16, 0, 0, SCRUTINEERS))
    room.refuse(four, DecisionOutcome.REJECTED, "Débouchés insuffisamment établis")
    room.write(MinutesBlock.CLOSING, "Les bulletins sont détruits séance tenante.")
    room.close(15, 0)
    room.services.minutes_texts.advance(room.meeting, MinutesStage.REVIEWED, "Mme Odile Perrin")
    return room.meeting


def without_quorum(room: Room) -> UUID:
    """Nine members are away: nothing is decided."""
    room.day = date(2026, 12, 7)
    room.adopt(CommitteeRules())
    room.prepare(ONE, FIVE, presiding_member_id=room.office.member(1).id)
    room.convene(date(2026, 12, 1))
    room.open(14, 0)
    for seat in range(3, 12):
        room.call(seat, EXCUSED)
    room.services.committee.all_present(room.meeting)
    room.write(MinutesBlock.OPENING, "Une grève des trains retient neuf membres.")
    room.at(14, 20)
    room.services.life.adjourn(room.meeting, "Grève des trains")
    return room.meeting


def second_notice(room: Room) -> UUID:
    """The meeting called again when the quorum was lost: it is not required any more."""
    first = without_quorum(room)
    room.day = date(2026, 12, 18)
    room.prepare_again(first)
    room.convene(date(2026, 12, 8))
    room.open(14, 0)
    for seat in range(3, 12):
        room.call(seat, EXCUSED)
    room.seated(14, 4)
    room.write(MinutesBlock.OPENING, "Le président rappelle la séance du 7 décembre.")
    room.at(14, 10)
    one = room.present(ONE)
    room.write(MinutesBlock.DISCUSSION, "Aucune question n’est posée.", one)
    room.named(one)
    room.grant(one, days=2, conditions=(BANK,), outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS)
    room.at(14, 30)
    five = room.present(FIVE)
    room.named(five, against=(2,))
    room.grant(five, days=3, partner_id=room.services.people.partners()[0].id)
    room.close(15, 0)
    return room.meeting


def no_approval(room: Room) -> UUID:
    """One dossier rejected, one deferred, one withdrawn: nothing is granted."""
    room.adopt(CommitteeRules())
    room.prepare(ONE, THREE, FIVE, presiding_member_id=room.office.member(2).id)
    room.convene(SENT)
    room.open(14, 1)
    room.call(1, EXCUSED)
    room.seated(14, 5)
    room.at(14, 12)
    one = room.present(ONE)
    room.write(MinutesBlock.DISCUSSION, "Le comité s’inquiète de la trésorerie.", one)
    room.named(one, against=(3, 4, 5, 6, 7, 8, 9, 10, 11, 12), abstaining=(13,))
    room.refuse(one, DecisionOutcome.REJECTED, "Fonds propres insuffisants.")
    room.at(14, 30)
    three = room.present(THREE)
    room.refuse(
        three,
        DecisionOutcome.DEFERRED,
        "Plan de financement incomplet",
        documents_asked="Accord de la banque\nComptes de l’exercice 2025",
    )
    room.at(14, 45)
    five = room.present(FIVE)
    room.refuse(five, DecisionOutcome.WITHDRAWN, "Retrait demandé par la dirigeante")
    room.write(MinutesBlock.FOLLOW_UP, "Aucune condition n’arrive à échéance.")
    room.write(MinutesBlock.CLOSING, "Aucun accord n’étant donné, le fonds est inchangé.")
    room.close(15, 0)
    return room.meeting


HELD = {
    "ordinaire": plain,
    "contestee": contested,
    "scrutin-secret": secret,
    "sans-quorum": without_quorum,
    "seconde-convocation": second_notice,
    "aucun-accord": no_approval,
}
"""Meetings by the name of their reference file."""


def _earlier(room: Room):
    """Hold an earlier meeting: minutes to approve, a condition to follow."""
    office = room.office
    meeting = office.hold(SIX)
    item = office.vote(meeting, SIX)
    room.services.voting.proclaim(item)
    due = Condition("Accord écrit de la banque", ConditionKind.PRECEDENT, date(2026, 12, 10))
    decision = room.grant(item, conditions=(due,), outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS)
    room.services.committee.close(meeting)
    return meeting, decision


def _earlier_business(room: Room, decision) -> None:
    room.at(14, 10)
    room.write(MinutesBlock.PREVIOUS_MINUTES, "Aucune observation n’est formulée.")
    room.point(ItemKind.MINUTES_APPROVAL, ItemConclusion.ADOPTED)
    settle = room.services.agenda.settle_condition
    settle(
        decision.id,
        1,
        ConditionEventKind.EXTENDED,
        until=date(2027, 1, 29),
        note="la banque attend les comptes.",
        meeting_id=room.meeting,
    )
    room.point(ItemKind.CONDITIONS, ItemConclusion.NOTED, "Une condition est échue.")


def _counter_proposal(room: Room) -> None:
    """Reject an amount, then adopt less; one steps aside before, one during."""
    office, services = room.office, room.services
    room.at(14, 20)
    one = room.present(ONE)
    room.write(MinutesBlock.HEARD, "M. Hervé Öztürk, gérant.", one)
    room.write(MinutesBlock.DISCUSSION, "Le besoin de trésorerie est discuté.", one)
    services.recusals.declare(one, office.member(12).id, "expert-comptable de l’entreprise")
    services.voting.open_ballot(one, BallotForm.NAMED)
    room.at(14, 26)
    services.recusals.declare(one, office.member(11).id, "banque de l’entreprise")
    office.cast(one, VoteChoice.AGAINST, 1, 2, 5, 4, 8, 9, 10, 13)
    office.cast(one, VoteChoice.ABSTENTION, 14, 15)
    services.voting.cast_remaining(one, VoteChoice.FOR)
    room.proclaim(one)
    room.at(14, 32)
    room.call(4, PRESENT)
    rejected = office.state(room.meeting).current.ballot.id
    services.voting.open_ballot(one, BallotForm.HANDS, Motion("", 2_500_00, rejected))
    services.counted.record_counts(one, CountProtocol(Counts(9, 2, 2)))
    room.proclaim(one)
    room.grant(one, grounds="Montant ramené au besoin restant")


def _late_dossier(room: Room) -> None:
    """Suspend, resume, take a dossier that was added and that nobody objects to."""
    room.at(14, 50)
    room.services.life.suspend(room.meeting, time(15, 0), "pause")
    room.at(15, 3)
    room.services.life.resume(room.meeting)
    room.at(15, 4)
    room.call(16, PRESENT)
    room.office.complete(FOUR)
    late = ItemDraft(ItemKind.DOSSIER, dossier_id=room.office.dossier(FOUR), consented=True)
    room.services.agenda.add(room.meeting, late)
    room.services.committee.move_to_end(room.office.item(room.meeting, THREE))
    two = room.present(TWO)
    room.named(two, abstaining=(9, 13))
    room.grant(
        two,
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        partner_id=room.services.people.partners()[0].id,
        conditions=(BANK, ACCOUNTS),
    )
    four = room.present(FOUR)
    room.services.voting.open_ballot(four, BallotForm.CONSENSUS)
    room.services.counted.no_objection(four)
    room.services.voting.proclaim(four)
    room.grant(four)
    room.point(ItemKind.INFORMATION, ItemConclusion.POSTPONED)


def _tied(room: Room) -> None:
    """A tie that the chair settles, then a departure with a proxy."""
    room.at(15, 30)
    room.call(17, AttendanceKind.REPRESENTED, 15, "Remis en séance")
    room.at(15, 36)
    three = room.present(THREE)
    room.named(three, against=(1, 6, 4, 5, 8, 9, 10), abstaining=(2, 13), casting=VoteChoice.FOR)
    room.grant(three, partner_id=room.services.people.partners()[4].id)
    room.at(15, 50)
    room.call(10, AttendanceKind.DEPARTED)
