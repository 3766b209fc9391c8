"""Somebody who holds a meeting with one eye on the clock of the wall."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    MinutesBlock,
    PaperKind,
    SendingMeans,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Motion
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.meetings import ItemDraft, MeetingDraft
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from tests.services.conftest import Office

FIRST = (ItemKind.MINUTES_APPROVAL, ItemKind.CONDITIONS)
HELD_ON = date(2026, 12, 14)


@dataclass
class Room:
    """One meeting at a time, of one office. Members are named by their seat."""

    office: Office
    meeting: UUID | None = None
    day: date = HELD_ON

    @property
    def services(self):
        return self.office.services

    def at(self, hour: int, minute: int = 0, day: date | None = None) -> None:
        """Put the clock at an hour of Paris, in winter: UTC + 1."""
        on = day or self.day
        instant = datetime(on.year, on.month, on.day, hour - 1, minute, tzinfo=UTC)
        clock = self.office.clock
        clock.advance((instant - clock()).total_seconds())

    def adopt(self, rules: CommitteeRules) -> None:
        draft = RulesDraft("Règlement intérieur", date(2026, 12, 1), rules)
        self.services.regulations.adopt(draft)

    def prepare(self, *numbers: str, points: tuple[ItemDraft, ...] = (), **draft: object) -> None:
        """Prepare a meeting; its standing points come first, but for the information."""
        asked = {"held_on": self.day, "place": "Salle des Ducs, hôtel de ville de Dijon", **draft}
        self.meeting = self.office.prepare(*numbers, **asked)
        for each in points:
            self.services.agenda.add(self.meeting, each)
        agenda = self.services.meetings.detail(self.meeting).agenda
        first = [each.id for each in agenda if each.kind in FIRST]
        others = [each.id for each in agenda if each.kind not in FIRST]
        self.services.agenda.reorder(self.meeting, [*first, *others])

    def prepare_again(self, first: UUID) -> None:
        """Prepare the second notice of a meeting: its dossiers come by themselves."""
        place, secretary = "Salle des Ducs, hôtel de ville de Dijon", "Odile Perrin"
        chair = self.office.member(1).id
        draft = MeetingDraft(self.day, time(14, 0), place, chair, secretary, second_notice_of=first)
        self.meeting, _ = self.services.meetings.create(draft)

    def convene(self, sent: date, *, pack: date | None = None) -> None:
        """Send the notice to each seat, then the pack."""
        self.at(9, 5, sent)
        self.services.life.convene(self.meeting)
        self.send(PaperKind.NOTICE, SendingMeans.MAIL, sent)
        if pack is not None:
            self.at(11, 0, pack)
            self.send(PaperKind.PACK, SendingMeans.BY_HAND, pack)

    def send(self, kind: PaperKind, means: SendingMeans, day: date) -> None:
        for member in self.services.people.members():
            if member.has_seat:
                self.services.sendings.record(self.meeting, member.id, kind, means, day)

    def open(self, hour: int, minute: int) -> None:
        self.at(hour, minute)
        self.services.committee.open(self.meeting)

    def call(
        self, seat: int, kind: AttendanceKind, holder: int | None = None, document: str = ""
    ) -> None:
        holder_id = self.office.member(holder).id if holder else None
        member_id = self.office.member(seat).id
        record = self.services.committee.record_attendance
        record(self.meeting, member_id, kind, holder_id, document)

    def seated(self, hour: int, minute: int) -> None:
        """Call who was not called yet, and establish the quorum."""
        self.services.committee.all_present(self.meeting)
        self.at(hour, minute)
        self.services.committee.establish_quorum(self.meeting)

    def present(self, number: str) -> UUID:
        return self.office.present(self.meeting, number)

    def named(
        self,
        item: UUID,
        *,
        motion: Motion | None = None,
        against: tuple[int, ...] = (),
        abstaining: tuple[int, ...] = (),
        casting: VoteChoice | None = None,
    ) -> None:
        """Hold a named ballot up to its proclamation."""
        voting = self.services.voting
        voting.open_ballot(item, BallotForm.NAMED, *([motion] if motion else []))
        self.office.cast(item, VoteChoice.AGAINST, *against)
        self.office.cast(item, VoteChoice.ABSTENTION, *abstaining)
        voting.cast_remaining(item, VoteChoice.FOR)
        self.proclaim(item, casting)

    def secret(self, item: UUID, protocol: CountProtocol) -> None:
        """Hold a secret ballot up to its proclamation, six minutes later."""
        self.services.voting.open_ballot(item, BallotForm.SECRET)
        self.office.clock.advance(360)
        self.services.counted.record_counts(item, protocol)
        self.proclaim(item)

    def proclaim(self, item: UUID, casting: VoteChoice | None = None) -> None:
        self.office.clock.advance(120)
        self.services.voting.close_ballot(item)
        self.services.voting.proclaim(item, casting)

    def grant(self, item: UUID, **terms: object) -> Decision:
        """Record what was proposed, but for some terms."""
        self.office.clock.advance(60)
        draft = replace(self.services.decisions.proposal(item), **terms)
        return self.services.decisions.record(item, draft)[0]

    def refuse(self, item: UUID, outcome: DecisionOutcome, grounds: str, **more: object) -> None:
        self.office.clock.advance(60)
        self.services.decisions.record(item, DecisionDraft(outcome, grounds=grounds, **more))

    def point(self, kind: ItemKind, conclusion: ItemConclusion, note: str = "") -> None:
        """Take a standing point."""
        self.services.committee.begin_item(self.point_of(kind))
        self.services.committee.conclude_item(self.point_of(kind), conclusion, note)

    def point_of(self, kind: ItemKind) -> UUID:
        agenda = self.services.meetings.detail(self.meeting).agenda
        return next(each.id for each in agenda if each.kind is kind)

    def write(self, block: MinutesBlock, text: str, item: UUID | None = None) -> None:
        self.services.minutes_texts.write(self.meeting, block, text, item)

    def close(self, hour: int, minute: int) -> None:
        self.at(hour, minute)
        self.services.committee.close(self.meeting)

    def follow(self, day: date) -> None:
        """Fix the day of the next meeting."""
        self.services.meetings.create(MeetingDraft(day, time(14, 0)))
