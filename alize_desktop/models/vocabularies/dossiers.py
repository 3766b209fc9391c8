"""Vocabularies of dossiers, people, decisions and schedules."""

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


class ConditionEventKind(StrEnum):
    """What became of a condition set with a decision."""

    MET = "met"
    NOT_MET = "not_met"
    EXTENDED = "extended"
    WAIVED = "waived"


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
