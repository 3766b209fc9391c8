"""Closed vocabularies, stored by value.

One English word per French notion (see the glossary in ``docs/glossary.md``).
The French label of every member is in ``wording.labels``.
"""

from enum import StrEnum


class Civility(StrEnum):
    """How a person is addressed."""

    MADAME = "madame"
    MONSIEUR = "monsieur"


class DossierState(StrEnum):
    """Where a dossier stands on its way to a decision."""

    FILED = "filed"
    UNDER_APPRAISAL = "under_appraisal"
    AWAITING_DOCUMENTS = "awaiting_documents"
    COMPLETE = "complete"
    SCHEDULED = "scheduled"
    DEFERRED = "deferred"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Sector(StrEnum):
    """Groups of NAF sections used in the programme's statistics."""

    AGRICULTURE = "agriculture"
    INDUSTRY = "industry"
    CONSTRUCTION = "construction"
    TRADE = "trade"
    SERVICES = "services"
    NOT_ELIGIBLE = "not_eligible"


class ProjectKind(StrEnum):
    """What sort of project a company files."""

    DEVELOPMENT = "development"
    INVESTMENT = "investment"
    TAKEOVER = "takeover"
    DIVERSIFICATION = "diversification"
    RECRUITMENT = "recruitment"
    CREATION = "creation"
    OTHER = "other"


class JobContract(StrEnum):
    """Contract of the jobs promised."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    APPRENTICESHIP = "apprenticeship"
    OTHER = "other"


class ExpertAdvice(StrEnum):
    """Opinion of the case officer."""

    FAVOURABLE = "favourable"
    FAVOURABLE_WITH_CONDITIONS = "favourable_with_conditions"
    RESERVED = "reserved"
    UNFAVOURABLE = "unfavourable"


class MemberCollege(StrEnum):
    """Colleges of the committee."""

    ENTERPRISE = "enterprise"
    BANK = "bank"
    ACCOUNTANT = "accountant"
    STATE = "state"
    LOCAL_AUTHORITY = "local_authority"
    CHAMBER = "chamber"
    OTHER = "other"


class MemberOffice(StrEnum):
    """Office a member holds in the committee."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    ALTERNATE = "alternate"
    GUEST = "guest"


class MeetingState(StrEnum):
    """Life of a meeting."""

    PREPARATION = "preparation"
    CONVENED = "convened"
    OPEN = "open"
    CLOSED = "closed"
    APPROVED = "approved"


class MeetingKind(StrEnum):
    """Whether members meet, or answer in writing between two meetings."""

    ORDINARY = "ordinary"
    WRITTEN = "written"


class MeetingEventKind(StrEnum):
    """What happened to a meeting as a whole."""

    CONVENED = "convened"
    OPENED = "opened"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    CLOSED = "closed"
    REOPENED = "reopened"
    APPROVED = "approved"


class ItemKind(StrEnum):
    """What a point of the agenda is about."""

    DOSSIER = "dossier"
    MINUTES_APPROVAL = "minutes_approval"
    CONDITIONS = "conditions"
    RATIFICATION = "ratification"
    INFORMATION = "information"


class ItemConclusion(StrEnum):
    """How a standing point of the agenda ended."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOTED = "noted"
    POSTPONED = "postponed"


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


class AnswerKind(StrEnum):
    """What a member answered to the notice."""

    ATTENDS = "attends"
    REMOTE = "remote"
    EXCUSED = "excused"
    PROXY = "proxy"
    SUBSTITUTE = "substitute"


class ConditionEventKind(StrEnum):
    """What became of a condition set with a decision."""

    MET = "met"
    NOT_MET = "not_met"
    EXTENDED = "extended"
    WAIVED = "waived"


class AttendanceKind(StrEnum):
    """What an attendance event says of one member."""

    PRESENT = "present"
    REMOTE = "remote"
    EXCUSED = "excused"
    ABSENT = "absent"
    REPRESENTED = "represented"
    SUBSTITUTED = "substituted"
    DEPARTED = "departed"
    PROXY_REVOKED = "proxy_revoked"
    PROXY_DOCUMENTED = "proxy_documented"
    RECUSED = "recused"
    RECUSAL_LIFTED = "recusal_lifted"
    RECUSAL_SET_ASIDE = "recusal_set_aside"


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


class BallotOutcome(StrEnum):
    """What the counts of a ballot say."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIE = "tie"
    NO_DECISION = "no_decision"


class DecisionOutcome(StrEnum):
    """What the committee decided on a dossier."""

    APPROVED = "approved"
    APPROVED_WITH_CONDITIONS = "approved_with_conditions"
    APPROVED_REDUCED = "approved_reduced"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ConditionKind(StrEnum):
    """When a condition must be met."""

    PRECEDENT = "precedent"
    FOLLOW_UP = "follow_up"


class Rounding(StrEnum):
    """How an instalment is rounded to the centime."""

    HALF_UP = "half_up"
    DOWN = "down"


class DueDateRoll(StrEnum):
    """What becomes of a due date that is not a working day."""

    NEXT = "next"
    NONE = "none"


class HolidayCalendar(StrEnum):
    """Public holidays that count for due dates."""

    METROPOLE = "metropole"
    ALSACE_MOSELLE = "alsace-moselle"
    GUADELOUPE = "guadeloupe"
    MARTINIQUE = "martinique"
    GUYANE = "guyane"
    REUNION = "reunion"
    MAYOTTE = "mayotte"


class Agreement(StrEnum):
    """Yes, no, or nobody knows yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class ItemStep(StrEnum):
    """Where an agenda item stands during a meeting."""

    PENDING = "pending"
    PRESENTED = "presented"
    BALLOT_OPEN = "ballot_open"
    BALLOT_CLOSED = "ballot_closed"
    PROCLAIMED = "proclaimed"
    DECIDED = "decided"


class PaperKind(StrEnum):
    """Files the program has produced and remembers."""

    MINUTES = "minutes"
    SCHEDULE = "schedule"


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


class RoomLayout(StrEnum):
    """What the room window shows."""

    WELCOME = "welcome"
    AGENDA = "agenda"
    ROLL_CALL = "roll_call"
    QUORUM = "quorum"
    DOSSIER = "dossier"
    DELIBERATION = "deliberation"
    VOTE = "vote"
    RESULT = "result"
    SUMMARY = "summary"
    SUSPENSION = "suspension"
    BLACK = "black"
    CLOSED = "closed"
