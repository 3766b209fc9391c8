"""One row in each table of history, and what these rows are made of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    MeetingEventKind,
    MinutesStage,
    PaperKind,
    SendingMeans,
    SignatureKind,
    TemplateKey,
    VoteChoice,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import (
    StoredBallot,
    StoredCount,
    StoredResult,
    StoredVote,
    StoredVoter,
)
from alize_desktop.models.tables.base import Base
from alize_desktop.models.tables.decisions import (
    StoredCondition,
    StoredConditionEvent,
    StoredDecision,
)
from alize_desktop.models.tables.meetings import (
    StoredAnswer,
    StoredAttendance,
    StoredMeetingEvent,
)
from alize_desktop.models.tables.papers import (
    StoredIdentity,
    StoredMinutesStage,
    StoredPackCopy,
    StoredPaper,
    StoredSending,
    StoredSignature,
    StoredTemplate,
)
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.models.tables.regulations import StoredRules
from alize_desktop.models.values import Money
from tests.models.store.money_rows import money_rows
from tests.models.store.result_rows import result_rows


@dataclass(frozen=True)
class Rows:
    """Makes rows of the room, which are not written yet."""

    registry: Registry
    room: Any
    clock: Any

    def vote(self, revision: int = 1, reason: str = "") -> StoredVote:
        return StoredVote(
            ballot_id=self.room.ballot,
            member_id=self.room.member,
            revision=revision,
            choice=VoteChoice.FOR,
            cast_at=self.clock(),
            reason=reason,
        )

    def voter(self, revision: int = 1) -> StoredVoter:
        """Return the member as a voter; from the second revision on, as somebody who left."""
        return StoredVoter(
            ballot_id=self.room.ballot,
            member_id=self.room.member,
            revision=revision,
            is_entitled=revision == 1,
            weight=Decimal(1),
        )

    def count(self, revision: int = 1, reason: str = "") -> StoredCount:
        return StoredCount(
            ballot_id=self.room.ballot,
            revision=revision,
            votes_for=Decimal(1),
            votes_against=Decimal(0),
            abstentions=Decimal(0),
            not_participating=Decimal(0),
            found=1,
            scrutineers=["Odile Vasseur"],
            counted_at=self.clock(),
            reason=reason,
        )

    def result(
        self, ballot: UUID | None = None, revision: int = 1, reason: str = ""
    ) -> StoredResult:
        return StoredResult(
            ballot_id=ballot or self.room.ballot,
            revision=revision,
            result={"outcome": "adopted"},
            sentence="Adopté.",
            proclaimed_at=self.clock(),
            reason=reason,
        )

    def ballot(self, number: int, *, is_proclaimed: bool) -> StoredBallot:
        """Return a further ballot of the same point."""
        end = self.clock() if is_proclaimed else None
        return StoredBallot(
            id=self.registry.new_id(),
            item_id=self.room.item,
            meeting_id=self.room.meeting,
            number=number,
            form=BallotForm.SECRET,
            opened_at=self.clock(),
            closed_at=end,
            proclaimed_at=end,
            majority={"kind": "strict_half"},
            quorum_required=1,
            quorum_counted=1,
            in_office=1,
            voices_in_office=Decimal(1),
            presiding_member_id=self.room.member,
        )

    def of_the_meeting(self) -> list[Base]:
        both = {"meeting_id": self.room.meeting, "at": self.clock()}
        member = {"member_id": self.room.member}
        return [
            StoredAttendance(
                id=self.registry.new_id(), kind=AttendanceKind.PRESENT, **member, **both
            ),
            StoredMeetingEvent(id=self.registry.new_id(), kind=MeetingEventKind.OPENED, **both),
            StoredAnswer(id=self.registry.new_id(), kind=AnswerKind.ATTENDS, **member, **both),
            StoredRules(
                id=self.registry.new_id(),
                label="Règlement intérieur du 3 mars 2026",
                effective_on=date(2026, 3, 3),
                rules={"body": "comité d’agrément"},
                adopted_at=self.clock(),
            ),
        ]

    def of_the_papers(self) -> list[Base]:
        """Return a paper, its look and words, where it went and who signed it."""
        paper, now = self.registry.new_id(), self.clock()
        meeting = {"meeting_id": self.room.meeting}
        file = {"path": "/tmp/procès-verbal.pdf", "sha256": "0" * 64}  # noqa: S108 - a name, nothing is written
        kept = [
            StoredTemplate(template=TemplateKey.NOTICE, version=1, text="", adopted_at=now),
            StoredMinutesStage(version=1, stage=MinutesStage.DRAFT, by="", at=now, **meeting),
            StoredSending(
                kind=PaperKind.NOTICE,
                means=SendingMeans.LETTER,
                recipient="Mme Martin",
                sent_on=now.date(),
                note="",
                recorded_at=now,
                **meeting,
            ),
            StoredPackCopy(
                number=1,
                paper_id=paper,
                withheld=[],
                journal_head="0" * 64,
                made_at=now,
                **meeting,
            ),
            StoredSignature(
                paper_id=paper,
                kind=SignatureKind.INK,
                signer="Mme Martin",
                declared_at=now,
                certificate="",
                recorded_at=now,
                **file,
            ),
        ]
        for each in kept:
            each.id = self.registry.new_id()
        return [
            StoredPaper(
                id=paper,
                kind=PaperKind.MINUTES,
                size=1,
                made_at=now,
                journal_head="0" * 64,
                **file,
                **meeting,
            ),
            StoredIdentity(
                version=1, address="", signatory="", footer="", accent="#1d4f91", adopted_at=now
            ),
            *kept,
        ]

    def of_the_decision(self) -> list[Base]:
        decision = self.registry.new_id()
        return [
            StoredDecision(
                id=decision,
                item_id=self.room.item,
                dossier_id=self.room.dossier,
                meeting_id=self.room.meeting,
                number="2026-D001",
                decided_at=self.clock(),
                outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
                amount=Money(1_200_000),
                months=48,
                deferral=12,
                every=3,
                days=0,
                jobs_created=2,
                jobs_maintained=0,
            ),
            StoredCondition(
                decision_id=decision,
                position=1,
                text="Un bail signé",
                kind=ConditionKind.PRECEDENT,
            ),
            StoredConditionEvent(
                id=self.registry.new_id(),
                decision_id=decision,
                position=1,
                kind=ConditionEventKind.MET,
                at=self.clock(),
            ),
        ]


@pytest.fixture
def rows(registry, room, clock) -> Rows:
    return Rows(registry, room, clock)


@pytest.fixture
def history(registry, rows, clock) -> Registry:
    """One row in each table of history. The ballot of the room, number 1, is open."""
    proclaimed = rows.ballot(2, is_proclaimed=True)
    with registry.write() as session:
        session.add_all([rows.voter(), rows.vote(), rows.count(), proclaimed])
        decided = rows.of_the_decision()
        session.add_all([*rows.of_the_meeting(), *decided, *rows.of_the_papers()])
        session.add_all(money_rows(registry, decided[0]))
        session.add_all(result_rows(registry, decided[0]))
        session.add(StoredRehearsal(source="bureau.alize", copied_at=clock()))
        session.flush()
        session.add(rows.result(proclaimed.id))
    return registry
