"""Vocabularies of papers: what they are, their templates, how they left, who signed."""

from enum import StrEnum


class PaperKind(StrEnum):
    """Files the program has produced and remembers."""

    MINUTES = "minutes"
    SCHEDULE = "schedule"
    NOTICE = "notice"
    MAIL = "mail"
    CALENDAR = "calendar"
    PACK = "pack"
    ATTENDANCE_SHEET = "attendance_sheet"
    SECRET_BALLOTS = "secret_ballots"
    ROLL_CALL_GRID = "roll_call_grid"
    DECISION_SLIPS = "decision_slips"
    CONDUCTOR = "conductor"
    MINUTES_EXTRACT = "minutes_extract"
    DECISION_LIST = "decision_list"
    NOTIFICATION = "notification"
    AGREEMENT = "agreement"
    AMENDMENT = "amendment"
    CONDITIONS_SHEET = "conditions_sheet"
    SECONDMENT = "secondment"
    DE_MINIMIS = "de_minimis"
    AID_SHEET = "aid_sheet"
    RELEASE_ORDER = "release_order"
    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"
    ACCELERATION_NOTICE = "acceleration_notice"
    ADVANCE_DECISION = "advance_decision"
    FUND_STATEMENT = "fund_statement"
    ARREARS_REPORT = "arrears_report"
    AID_REGISTER = "aid_register"
    PAYMENT_FILE = "payment_file"
    MISSION_AMENDMENT = "mission_amendment"
    MISSION_SHEET = "mission_sheet"
    JOBS_REMINDER = "jobs_reminder"
    PROGRAMME_REPORT = "programme_report"
    MANIFEST = "manifest"
    ARCHIVE = "archive"


class TemplateKey(StrEnum):
    """Texts that an office may word its own way."""

    NOTICE = "notice"
    NOTICE_MAIL = "notice_mail"
    NOTIFICATION_APPROVED = "notification_approved"
    NOTIFICATION_CONDITIONS = "notification_conditions"
    NOTIFICATION_REDUCED = "notification_reduced"
    NOTIFICATION_DEFERRED = "notification_deferred"
    NOTIFICATION_REFUSED = "notification_refused"
    NOTIFICATION_WITHDRAWN = "notification_withdrawn"
    AGREEMENT = "agreement"
    AMENDMENT = "amendment"
    CONDITIONS_SHEET = "conditions_sheet"
    SECONDMENT = "secondment"
    DE_MINIMIS = "de_minimis"
    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"
    ACCELERATION_NOTICE = "acceleration_notice"
    MISSION_AMENDMENT = "mission_amendment"
    JOBS_REMINDER = "jobs_reminder"
    STANDARD_SENTENCES = "standard_sentences"


class MinutesBlock(StrEnum):
    """Places of the minutes where somebody writes."""

    OPENING = "opening"
    PREVIOUS_MINUTES = "previous_minutes"
    HEARD = "heard"
    DISCUSSION = "discussion"
    FOLLOW_UP = "follow_up"
    OTHER_BUSINESS = "other_business"
    CLOSING = "closing"


class MinutesStage(StrEnum):
    """Life of the minutes of a meeting."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SIGNED = "signed"
    APPROVED = "approved"


class SendingMeans(StrEnum):
    """How a paper reached somebody."""

    MAIL = "mail"
    LETTER = "letter"
    REGISTERED_LETTER = "registered_letter"
    BY_HAND = "by_hand"
    OTHER = "other"


class SignatureKind(StrEnum):
    """How a paper was signed."""

    CERTIFICATE = "certificate"
    TOKEN = "token"
    INK = "ink"
