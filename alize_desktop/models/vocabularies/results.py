"""Vocabularies of competences, missions, jobs and follow-up."""

from enum import StrEnum


class ConflictKind(StrEnum):
    """Why a partner company does not lend to a company."""

    COMPETITOR = "competitor"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    OTHER = "other"


class MatchCriterion(StrEnum):
    """What a partner company is ranked by, for the need of a dossier."""

    SKILL = "skill"
    PERSON = "person"
    BASIN = "basin"
    DISTANCE = "distance"
    DAYS_LEFT = "days_left"
    AVAILABILITY = "availability"
    LOAD = "load"
    EVALUATIONS = "evaluations"
    AGREEMENT = "agreement"
    CONFLICT = "conflict"


class MissionState(StrEnum):
    """Where a mission stands on a day."""

    PLANNED = "planned"
    AGREED = "agreed"
    RUNNING = "running"
    OVERDUE = "overdue"
    CLOSED = "closed"
    GIVEN_UP = "given_up"


class MissionEventKind(StrEnum):
    """What happens to a mission. A correction is a reversal and a new event."""

    AGREEMENT_SIGNED = "agreement_signed"
    AMENDED = "amended"
    DAYS_DONE = "days_done"
    CONFIRMED_BY_COMPANY = "confirmed_by_company"
    CONFIRMED_BY_PARTNER = "confirmed_by_partner"
    NOTE = "note"
    EVALUATED_BY_COMPANY = "evaluated_by_company"
    EVALUATED_BY_PARTNER = "evaluated_by_partner"
    CLOSED = "closed"
    GIVEN_UP = "given_up"
    REVERSAL = "reversal"


class JobKind(StrEnum):
    """What becomes of a job: told apart everywhere."""

    CREATED = "created"
    MAINTAINED = "maintained"
    SUSTAINED = "sustained"


class JobEvidence(StrEnum):
    """What an observation of jobs rests on."""

    PAYROLL_RETURN = "payroll_return"
    STAFF_REGISTER = "staff_register"
    DECLARATION = "declaration"
    VISIT = "visit"
    HISTORY = "history"


class MilestoneState(StrEnum):
    """Where a milestone of jobs stands on a day."""

    TO_COME = "to_come"
    DUE = "due"
    MET = "met"
    MISSED = "missed"


class FollowUpKind(StrEnum):
    """What the follow-up calendar reminds of."""

    JOBS = "jobs"
    CONDITION = "condition"
    MISSION = "mission"
    REPAYMENT = "repayment"
    APPROVAL = "approval"
    NOTICE = "notice"
    PARTNER_AGREEMENT = "partner_agreement"
