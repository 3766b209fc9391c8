"""The rules a committee gave itself: majority, quorum, proxies, casting vote.

Every default is the first value of the committee's model rules. A record says
what was decided; ``rules`` reckons with it, the registry stores it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    BallotForm,
    JobRule,
    LateItemRule,
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RecusalBase,
)
from alize_desktop.models.values import Share

HALF: Final = Share(1, 2)


@dataclass(frozen=True, slots=True)
class Majority:
    """What a ballot must reach.

    Attributes:
        kind: How the threshold is reckoned.
        base: What it is reckoned on.
        share: p/q for ``AT_LEAST`` and ``MORE_THAN``; not read otherwise.

    Raises:
        UserError: ``MAJORITY_INVALID`` when the kind needs a share and has none.
    """

    kind: MajorityKind = MajorityKind.STRICT_HALF
    base: MajorityBase = MajorityBase.CAST
    share: Share | None = None

    def __post_init__(self) -> None:
        if self.share is None and self.kind in (MajorityKind.AT_LEAST, MajorityKind.MORE_THAN):
            raise UserError(ErrorCode.MAJORITY_INVALID, value=self.kind.value)


@dataclass(frozen=True, slots=True)
class CollegeMinimum:
    """The fewest seats of one college that a quorum asks for.

    Attributes:
        college: Value of ``MemberCollege``, or a name the committee gave.
        seats: Seats of that college to be counted, >= 0.
    """

    college: str
    seats: int


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """How many seats must be there for a valid vote.

    Attributes:
        kind: How the number is reckoned.
        share: p/q of the seats in office; read by ``AT_LEAST`` and ``MORE_THAN``.
        count: Fixed number of seats; read by ``FIXED``, >= 1.
        counts_proxies: Whether represented members are counted.
        recusal_base: Whether recused members leave the seats in office too.
        per_college: Further minimums, one a college.

    Raises:
        UserError: ``NUMBER_OUT_OF_RANGE`` when a fixed quorum has no positive number.
    """

    kind: QuorumKind = QuorumKind.AT_LEAST
    share: Share = HALF
    count: int | None = None
    counts_proxies: bool = True
    recusal_base: RecusalBase = RecusalBase.UNCHANGED
    per_college: tuple[CollegeMinimum, ...] = ()

    def __post_init__(self) -> None:
        if self.kind is QuorumKind.FIXED and (self.count is None or self.count < 1):
            value = 0 if self.count is None else self.count
            raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=value, least=1, most=None)


@dataclass(frozen=True, slots=True)
class CommitteeRules:
    """The committee's rules, as minutes name them.

    Attributes:
        body: Name of the body, as papers print it.
        body_feminine: Whether that name is feminine (« la commission »).
        quorum: Seats that must be there.
        remote_counts: Whether a remote member is present.
        second_notice_days: Clear days before a second meeting without quorum.
        proxies_per_holder: Proxies one member may hold, >= 0.
        proxies_same_college: Whether a proxy stays inside its college.
        proxies_in_secret: Whether proxies vote in a secret ballot.
        majority: What a ballot must reach.
        casting_vote: Whether the presiding member decides a real tie.
        tie_defers: Whether a tie without casting vote defers instead of rejecting.
        ballot_form: Form proposed when a ballot opens.
        minimum_jobs: Jobs a project must promise.
        money_requires_days: Whether an advance needs days of competences.
        approval_months: Months an approval stays valid.
        notice_days: Days between the notice and the meeting, >= 0.
        late_items: Whether a point may be added once the notice is sent.
        job_rule: What the condition on jobs asks of a project.
        names_minorities_only: Whether papers name only those who voted against
            or abstained.
    """

    body: str = "comité d’agrément"
    body_feminine: bool = False
    quorum: QuorumRule = field(default_factory=QuorumRule)
    remote_counts: bool = True
    second_notice_days: int = 5
    proxies_per_holder: int = 1
    proxies_same_college: bool = False
    proxies_in_secret: bool = True
    majority: Majority = field(default_factory=Majority)
    casting_vote: bool = True
    tie_defers: bool = False
    ballot_form: BallotForm = BallotForm.NAMED
    minimum_jobs: int = 3
    money_requires_days: bool = False
    approval_months: int = 6
    notice_days: int = 5
    late_items: LateItemRule = LateItemRule.UNANIMOUS
    job_rule: JobRule = JobRule.CREATED
    names_minorities_only: bool = True


@dataclass(frozen=True, slots=True)
class RulesDraft:
    """Rules of procedure before the committee adopts them.

    Attributes:
        label: How papers name them: « Règlement intérieur du 3 mars 2026 ».
        effective_on: First day of the meetings they govern.
    """

    label: str
    effective_on: date
    rules: CommitteeRules = field(default_factory=CommitteeRules)


@dataclass(frozen=True, slots=True)
class RulesVersion:
    """A dated version of the rules of procedure. Never changed, never deleted.

    Attributes:
        id: None for the model rules that govern while none was adopted.
        number: From 1; 0 for the model rules.
        adopted_at: When it was written; None for the model rules.
    """

    id: UUID | None
    number: int
    draft: RulesDraft
    adopted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExampleMeeting:
    """A meeting on which the consequence of a setting is shown.

    Attributes:
        in_office: Seats in office, >= 1.
        present: In the room, the presiding member included.
        remote: Taking part from afar.
        proxies: Given to members who are present, one a holder.
        recused: Among those present.
        votes_for, votes_against, abstentions: Voices; the others take no part.
        chair_choice_for: Whether the presiding member votes for; None abstains.
    """

    in_office: int = 17
    present: int = 9
    remote: int = 1
    proxies: int = 1
    recused: int = 1
    votes_for: int = 5
    votes_against: int = 4
    abstentions: int = 1
    chair_choice_for: bool | None = True


@dataclass(frozen=True, slots=True)
class Simulation:
    """What rules come to on an example meeting.

    Attributes:
        quorum: Sentence of the quorum, its arithmetic included.
        is_quorum_reached: Whether the committee may vote.
        result: Sentence of the result; empty without quorum.
        remarks: Further consequences, a French sentence each.
    """

    quorum: str
    is_quorum_reached: bool
    result: str
    remarks: tuple[str, ...] = ()
