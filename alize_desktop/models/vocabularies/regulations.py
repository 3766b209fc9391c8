"""Vocabularies of the rules of procedure and of the ballots they govern."""

from enum import StrEnum


class VoteChoice(StrEnum):
    """Answer of one voter."""

    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"
    NOT_PARTICIPATING = "not_participating"


class BallotForm(StrEnum):
    """How a ballot is held."""

    NAMED = "named"
    HANDS = "hands"
    SECRET = "secret"
    CONSENSUS = "consensus"


class BallotOutcome(StrEnum):
    """What the counts of a ballot say."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIE = "tie"
    NO_DECISION = "no_decision"


class MajorityKind(StrEnum):
    """How a majority is reckoned."""

    STRICT_HALF = "strict_half"
    RELATIVE = "relative"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UNANIMITY = "unanimity"


class MajorityBase(StrEnum):
    """What a majority is reckoned on."""

    CAST = "cast"
    CAST_AND_ABSTENTIONS = "cast_and_abstentions"
    PRESENT_AND_REPRESENTED = "present_and_represented"
    IN_OFFICE = "in_office"


class QuorumKind(StrEnum):
    """How a quorum is reckoned."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    FIXED = "fixed"


class RecusalBase(StrEnum):
    """What a recusal does to the quorum of a dossier."""

    UNCHANGED = "unchanged"
    REDUCED = "reduced"


class LateItemRule(StrEnum):
    """Whether a point may be added once the notice is sent."""

    REFUSED = "refused"
    UNANIMOUS = "unanimous"
    MAJORITY = "majority"


class JobRule(StrEnum):
    """What the condition on jobs asks of a project."""

    CREATED = "created"
    CREATED_OR_MAINTAINED = "created_or_maintained"
    WARNING = "warning"


class RulesPreset(StrEnum):
    """Ready-made rules a committee may start from."""

    ALIZE = "alize"
    ADMINISTRATION = "administration"
    MUNICIPAL_COUNCIL = "municipal_council"
    UNANIMITY = "unanimity"


class RulesSetting(StrEnum):
    """Settings of the rules of procedure, by the field that holds each of them."""

    LABEL = "label"
    EFFECTIVE_ON = "effective_on"
    BODY = "body"
    QUORUM = "quorum"
    QUORUM_COUNT = "quorum.count"
    QUORUM_SHARE = "quorum.share"
    COUNTS_PROXIES = "quorum.counts_proxies"
    RECUSAL_BASE = "quorum.recusal_base"
    PER_COLLEGE = "quorum.per_college"
    REMOTE_COUNTS = "remote_counts"
    NOTICE_DAYS = "notice_days"
    SECOND_NOTICE_DAYS = "second_notice_days"
    LATE_ITEMS = "late_items"
    PROXIES_PER_HOLDER = "proxies_per_holder"
    PROXIES_SAME_COLLEGE = "proxies_same_college"
    PROXIES_IN_SECRET = "proxies_in_secret"
    MAJORITY = "majority"
    MAJORITY_SHARE = "majority.share"
    MAJORITY_BASE = "majority.base"
    CASTING_VOTE = "casting_vote"
    TIE_DEFERS = "tie_defers"
    BALLOT_FORM = "ballot_form"
    JOB_RULE = "job_rule"
    MINIMUM_JOBS = "minimum_jobs"
    MONEY_REQUIRES_DAYS = "money_requires_days"
    APPROVAL_MONTHS = "approval_months"
    NAMES_MINORITIES_ONLY = "names_minorities_only"
