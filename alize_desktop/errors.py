"""Errors that a person can mend, named by a code. Depends on nothing.

A ``UserError`` carries a code and its parameters, never a sentence: the French
sentence of each code is in ``wording.errors``, which a test walks code by code.
Anything else that is raised is a bug.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """What a person can be told. Every code has one sentence."""

    # the registry file
    REGISTRY_NOT_FOUND = "registry_not_found"
    REGISTRY_EXISTS = "registry_exists"
    NOT_A_REGISTRY = "not_a_registry"
    REGISTRY_TOO_NEW = "registry_too_new"
    REGISTRY_IN_USE = "registry_in_use"
    REGISTRY_LOCKED = "registry_locked"
    REGISTRY_CLOSED = "registry_closed"
    REGISTRY_DAMAGED = "registry_damaged"
    JOURNAL_BROKEN = "journal_broken"
    DISK_FULL = "disk_full"
    DISK_FAILURE = "disk_failure"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    FILE_IN_USE = "file_in_use"
    COPY_FAILED = "copy_failed"
    FILE_NOT_READABLE = "file_not_readable"

    # amounts, dates, identifiers
    AMOUNT_INVALID = "amount_invalid"
    AMOUNT_NOT_POSITIVE = "amount_not_positive"
    AMOUNT_NEGATIVE = "amount_negative"
    DATE_INVALID = "date_invalid"
    HOUR_INVALID = "hour_invalid"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    NUMBER_INVALID = "number_invalid"
    SIREN_INVALID = "siren_invalid"
    SIRET_INVALID = "siret_invalid"
    NAF_INVALID = "naf_invalid"
    EMAIL_INVALID = "email_invalid"
    POSTCODE_INVALID = "postcode_invalid"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_HAS_CONTROL_CHARACTERS = "text_has_control_characters"
    CHOICE_UNKNOWN = "choice_unknown"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    NUMBER_NOT_WHOLE = "number_not_whole"

    # schedules
    MONTHS_OUT_OF_RANGE = "months_out_of_range"
    DEFERRAL_OUT_OF_RANGE = "deferral_out_of_range"
    PERIOD_OUT_OF_RANGE = "period_out_of_range"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    DEFERRAL_TOO_LONG = "deferral_too_long"
    PERIOD_DOES_NOT_DIVIDE = "period_does_not_divide"
    LAST_INSTALMENT_NOT_POSITIVE = "last_instalment_not_positive"
    INSTALMENT_NOT_POSITIVE = "instalment_not_positive"
    NO_ADVANCE = "no_advance"

    # ballots and meetings
    COUNT_NEGATIVE = "count_negative"
    COUNTS_EXCEED_VOTERS = "counts_exceed_voters"
    COUNT_BETWEEN_VOICES = "count_between_voices"
    MAJORITY_INVALID = "majority_invalid"
    MEMBER_UNKNOWN = "member_unknown"
    WEIGHT_NOT_POSITIVE = "weight_not_positive"
    MEMBER_TWICE = "member_twice"
    MEMBER_RECUSED = "member_recused"
    MEMBER_NOT_VOTING = "member_not_voting"
    MEMBER_ABSENT = "member_absent"
    MEMBER_REMOTE = "member_remote"
    PROXY_TO_ONESELF = "proxy_to_oneself"
    PROXY_CHAIN = "proxy_chain"
    PROXY_TOO_MANY = "proxy_too_many"
    PROXY_GIVEN_TWICE = "proxy_given_twice"
    PROXY_OTHER_COLLEGE = "proxy_other_college"
    PROXY_HOLDER_ABSENT = "proxy_holder_absent"
    QUORUM_NOT_REACHED = "quorum_not_reached"
    BALLOT_OPEN = "ballot_open"
    BALLOT_NOT_OPEN = "ballot_not_open"
    BALLOT_EMPTY = "ballot_empty"
    BALLOT_INCOMPLETE = "ballot_incomplete"
    BALLOT_NOT_CLOSED = "ballot_not_closed"
    BALLOT_CLOSED = "ballot_closed"
    BALLOT_NOT_PROCLAIMED = "ballot_not_proclaimed"
    BALLOT_PROCLAIMED = "ballot_proclaimed"
    MEETING_NOT_OPEN = "meeting_not_open"
    MEETING_ALREADY_OPEN = "meeting_already_open"
    MEETING_NOT_IN_PREPARATION = "meeting_not_in_preparation"
    MEETING_WITHOUT_DOSSIER = "meeting_without_dossier"
    MEETING_NOT_FOUND = "meeting_not_found"
    SECRETARY_MISSING = "secretary_missing"
    CHAIR_TWICE = "chair_twice"
    MEMBER_CANNOT_PRESIDE = "member_cannot_preside"
    MEMBER_IN_MEETING = "member_in_meeting"
    MEETING_DOSSIER_WITHOUT_OUTCOME = "meeting_dossier_without_outcome"
    ITEM_NOT_PRESENTED = "item_not_presented"
    ITEM_UNDER_WAY = "item_under_way"
    ROLL_CALL_INCOMPLETE = "roll_call_incomplete"
    PRESIDING_MEMBER_ABSENT = "presiding_member_absent"
    CASTING_VOTE_NOT_OPEN = "casting_vote_not_open"
    CASTING_VOTE_AWAITED = "casting_vote_awaited"
    CASTING_VOTE_ABSENT = "casting_vote_absent"
    RESULT_TO_REEXAMINE = "result_to_reexamine"
    BALLOT_TO_END = "ballot_to_end"
    DECISION_EXISTS = "decision_exists"
    DECISION_EMPTY = "decision_empty"
    DECISION_WITHOUT_GROUNDS = "decision_without_grounds"
    DECISION_AGAINST_RESULT = "decision_against_result"
    DECISION_ABOVE_REQUEST = "decision_above_request"
    DECISION_NOT_REDUCED = "decision_not_reduced"
    DECISION_UNLIKE_VOTE = "decision_unlike_vote"
    CONDITION_MISSING = "condition_missing"
    PARTNER_UNKNOWN = "partner_unknown"
    MEMBER_NOT_PRESENT = "member_not_present"
    PROXY_MISSING = "proxy_missing"
    WRITTEN_CONSULTATION = "written_consultation"
    ITEM_WITHOUT_VOTE = "item_without_vote"
    ITEM_IS_DOSSIER = "item_is_dossier"
    CONCLUSION_REFUSED = "conclusion_refused"
    BALLOT_NAMED = "ballot_named"
    BALLOT_NOT_NAMED = "ballot_not_named"
    BALLOT_CONSENSUS = "ballot_consensus"
    BALLOT_NOT_CONSENSUS = "ballot_not_consensus"
    SECRET_COUNTED = "secret_counted"  # noqa: S105 - a kind of ballot
    SECRET_TO_HOLD_AGAIN = "secret_to_hold_again"  # noqa: S105 - a kind of ballot
    MOTION_MISSING = "motion_missing"
    MOTION_EARLIER_UNKNOWN = "motion_earlier_unknown"
    SCRUTINEERS_MISSING = "scrutineers_missing"
    PAPERS_MISCOUNTED = "papers_miscounted"
    CORRECTION_EMPTY = "correction_empty"
    CORRECTION_AGAINST_DECISION = "correction_against_decision"

    # the meeting's life, the agenda, the rules of procedure
    PLACE_MISSING = "place_missing"
    PRESIDING_MEMBER_MISSING = "presiding_member_missing"
    NOTICE_TOO_LATE = "notice_too_late"
    SECOND_NOTICE_TOO_SOON = "second_notice_too_soon"
    SECOND_NOTICE_NOT_POSSIBLE = "second_notice_not_possible"
    REPLIES_BY_MISSING = "replies_by_missing"
    REPLIES_BY_TOO_EARLY = "replies_by_too_early"
    DATE_NOTIFIED = "date_notified"
    SENDING_TO_COME = "sending_to_come"
    MEETING_NOT_CONVENED = "meeting_not_convened"
    MEETING_SUSPENDED = "meeting_suspended"
    MEETING_NOT_SUSPENDED = "meeting_not_suspended"
    RESUMPTION_PAST = "resumption_past"
    MEETING_NOT_CLOSED = "meeting_not_closed"
    MEETING_APPROVED = "meeting_approved"
    MINUTES_SIGNED = "minutes_signed"
    MINUTES_STAGE_REFUSED = "minutes_stage_refused"
    MINUTES_NOT_PRINTED = "minutes_not_printed"
    MEETING_HAS_PAPERS = "meeting_has_papers"
    QUORUM_REACHED = "quorum_reached"
    ALTERNATE_MISSING = "alternate_missing"
    AGENDA_FROZEN = "agenda_frozen"
    AGENDA_CHANGED_MEANWHILE = "agenda_changed_meanwhile"
    ITEM_TWICE = "item_twice"
    ITEM_SOURCE_REFUSED = "item_source_refused"
    LATE_ITEM_REFUSED = "late_item_refused"
    LATE_ITEM_WITHOUT_CONSENT = "late_item_without_consent"
    CONDITION_UNKNOWN = "condition_unknown"
    CONDITION_DATE_MISSING = "condition_date_missing"
    CONDITION_DATE_EARLIER = "condition_date_earlier"
    RULE_OUT_OF_RANGE = "rule_out_of_range"
    RULE_MISSING = "rule_missing"
    RULE_UNREACHABLE = "rule_unreachable"
    RULE_TWICE = "rule_twice"

    # dossiers
    DOSSIER_NOT_FOUND = "dossier_not_found"
    DOSSIER_NUMBER_TAKEN = "dossier_number_taken"
    DOSSIER_NUMBER_KEPT = "dossier_number_kept"
    DOSSIER_ALREADY_FILED = "dossier_already_filed"
    DOSSIER_CHANGED_MEANWHILE = "dossier_changed_meanwhile"
    DOSSIER_DECIDED = "dossier_decided"
    DOSSIER_BEING_VOTED = "dossier_being_voted"
    DOSSIER_NOT_COMPLETE = "dossier_not_complete"
    DOSSIER_ON_OTHER_AGENDA = "dossier_on_other_agenda"
    TRANSITION_REFUSED = "transition_refused"
    REASON_MISSING = "reason_missing"
    DOCUMENT_TOO_LARGE = "document_too_large"
    DOCUMENT_NOT_FOUND = "document_not_found"

    # printing
    PRINTER_FAILED = "printer_failed"

    # signatures and their verification
    PAPER_NOT_FOUND = "paper_not_found"
    PAPER_NOT_RECORDED = "paper_not_recorded"
    PAPER_NOT_SIGNABLE = "paper_not_signable"
    PAPER_NOT_PROVEN = "paper_not_proven"
    SCAN_REFUSED = "scan_refused"
    SIGNATURE_NOT_MADE = "signature_not_made"
    CERTIFICATE_FILE_DAMAGED = "certificate_file_damaged"
    CERTIFICATE_PASSPHRASE_WRONG = "certificate_passphrase_wrong"  # noqa: S105 - what to say of one
    CERTIFICATE_WITHOUT_KEY = "certificate_without_key"
    CERTIFICATE_NOT_FOR_SIGNING = "certificate_not_for_signing"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    TOKEN_LIBRARY_NOT_FOUND = "token_library_not_found"  # noqa: S105 - a card
    TOKEN_NOT_FOUND = "token_not_found"  # noqa: S105 - a card
    TOKEN_PIN_WRONG = "token_pin_wrong"  # noqa: S105 - what to say of one
    TOKEN_PIN_LOCKED = "token_pin_locked"  # noqa: S105 - what to say of one
    TOKEN_WITHOUT_CERTIFICATE = "token_without_certificate"  # noqa: S105 - a card
    TOKEN_FAILED = "token_failed"  # noqa: S105 - a card

    # templates, looks, papers of a dossier
    TEMPLATE_FIELD_UNKNOWN = "template_field_unknown"
    TEMPLATE_FIELD_BROKEN = "template_field_broken"
    TEMPLATE_FIELD_EMPTY = "template_field_empty"
    TEMPLATE_PASSAGE_BROKEN = "template_passage_broken"
    PICTURE_NOT_READABLE = "picture_not_readable"
    PICTURE_TOO_LARGE = "picture_too_large"
    COLOUR_INVALID = "colour_invalid"
    COLOUR_TOO_PALE = "colour_too_pale"
    ADDRESS_TOO_LONG = "address_too_long"
    PAPER_WITHOUT_DECISION = "paper_without_decision"
    PAPER_WITHOUT_APPROVAL = "paper_without_approval"
    PAPER_WITHOUT_AMENDMENT = "paper_without_amendment"
    AGREEMENT_AMENDED = "agreement_amended"
    PAPER_AFTER_WITHDRAWAL = "paper_after_withdrawal"
    AID_RATE_UNKNOWN = "aid_rate_unknown"
    ACTIVITY_OUT_OF_SCOPE = "activity_out_of_scope"
    APPROVAL_LAPSED = "approval_lapsed"
    PAPER_WITHOUT_CONDITION = "paper_without_condition"
    PAPER_WITHOUT_DAYS = "paper_without_days"
    DE_MINIMIS_EXCEEDED = "de_minimis_exceeded"

    # workbooks
    WORKBOOK_NOT_READABLE = "workbook_not_readable"
    WORKBOOK_TOO_LARGE = "workbook_too_large"
    WORKBOOK_WITHOUT_DOSSIERS = "workbook_without_dossiers"
    WORKBOOK_COLUMN_MISSING = "workbook_column_missing"
    WORKBOOK_COLUMN_TWICE = "workbook_column_twice"
    WORKBOOK_ROW_REPEATED = "workbook_row_repeated"
    CELL_IS_FORMULA = "cell_is_formula"
    CELL_IS_ERROR = "cell_is_error"
    CELL_NOT_TEXT = "cell_not_text"
    IMPORT_HAS_REFUSALS = "import_has_refusals"

    # the money
    ADVANCE_NOT_FOUND = "advance_not_found"
    ADVANCE_NOT_SIGNED = "advance_not_signed"
    ADVANCE_SIGNED = "advance_signed"
    ADVANCE_STEP_REFUSED = "advance_step_refused"
    RELEASE_BLOCKED = "release_blocked"
    DISBURSEMENT_TOO_LARGE = "disbursement_too_large"
    EVENT_NOT_FOUND = "event_not_found"
    EVENT_ALREADY_REVERSED = "event_already_reversed"
    EVENT_NOT_REVERSIBLE = "event_not_reversible"
    EVENT_AUTHOR_MISSING = "event_author_missing"
    EVENT_DATE_TOO_EARLY = "event_date_too_early"
    EVENT_BEFORE_REVERSAL = "event_before_reversal"
    EVENT_DATE_IN_FUTURE = "event_date_in_future"
    CLOCK_BEHIND_REGISTRY = "clock_behind_registry"
    REFUND_TOO_LARGE = "refund_too_large"
    WRITE_OFF_TOO_LARGE = "write_off_too_large"
    RECOVERY_WITHOUT_LOSS = "recovery_without_loss"
    REVERSAL_WITHOUT_EVENT = "reversal_without_event"
    BANK_LINE_TAKEN = "bank_line_taken"
    BANK_STATEMENT_NOT_READABLE = "bank_statement_not_readable"
    AMENDMENT_WITHOUT_DECISION = "amendment_without_decision"
    AMENDMENT_BELOW_PAID = "amendment_below_paid"
    MORATORIUM_TOO_LONG = "moratorium_too_long"
    ACCELERATION_WITHOUT_DELAY = "acceleration_without_delay"
    AMENDMENT_CHANGED_MEANWHILE = "amendment_changed_meanwhile"
    RESCHEDULED_TOO_OFTEN = "rescheduled_too_often"
    RESCHEDULED_TOO_LONG = "rescheduled_too_long"
    NOTHING_LEFT_TO_REPAY = "nothing_left_to_repay"
    FIRST_DUE_TOO_EARLY = "first_due_too_early"
    DAY_OF_MONTH_INVALID = "day_of_month_invalid"
    ENVELOPE_EXCEEDED = "envelope_exceeded"
    ENVELOPE_REASON_MISSING = "envelope_reason_missing"
    DAY_OUT_OF_RANGE = "day_out_of_range"
    FUND_PERIOD_CLOSED = "fund_period_closed"
    FUND_CLOSING_TOO_EARLY = "fund_closing_too_early"
    FUND_CLOSING_MEETING_OPEN = "fund_closing_meeting_open"
    FUND_START_CLOSED = "fund_start_closed"
    FUNDER_NOT_FOUND = "funder_not_found"
    FUNDER_NAME_TAKEN = "funder_name_taken"
    FUNDER_CHANGED_MEANWHILE = "funder_changed_meanwhile"
    FUND_WITHOUT_CASH = "fund_without_cash"
    MONEY_RULE_OUT_OF_RANGE = "money_rule_out_of_range"
    RATE_OUT_OF_RANGE = "rate_out_of_range"
    RATE_SOURCE_MISSING = "rate_source_missing"
    RATE_DAYS_REVERSED = "rate_days_reversed"
    AID_GRANT_NOT_FOUND = "aid_grant_not_found"
    REGISTER_REFERENCE_MISSING = "register_reference_missing"
    IBAN_INVALID = "iban_invalid"
    BIC_INVALID = "bic_invalid"
    ACCOUNT_CHANGED_MEANWHILE = "account_changed_meanwhile"
    ACCOUNT_MISSING = "account_missing"
    MANDATE_MISSING = "mandate_missing"
    MANDATE_TOO_RECENT = "mandate_too_recent"
    CREDITOR_ACCOUNT_MISSING = "creditor_account_missing"
    CREDITOR_IDENTIFIER_INVALID = "creditor_identifier_invalid"
    PAYMENT_FILES_OFF = "payment_files_off"
    PAYMENT_DAY_REFUSED = "payment_day_refused"
    PAYMENT_FILE_EMPTY = "payment_file_empty"
    PAYMENTS_CHANGED_MEANWHILE = "payments_changed_meanwhile"
    FILE_EXISTS = "file_exists"

    # windows
    NO_DISPLAY = "no_display"
    DEMONSTRATION_FAILED = "demonstration_failed"

    # the rules command
    CASE_UNKNOWN = "case_unknown"
    CASE_FIELD_MISSING = "case_field_missing"
    CASE_FIELD_WRONG = "case_field_wrong"
    CASE_NOT_AN_OBJECT = "case_not_an_object"
    CASES_NOT_READABLE = "cases_not_readable"


class UserError(Exception):
    """Something a person can mend.

    Attributes:
        code: What went wrong.
        params: Values the sentence of the code names, by name.
    """

    def __init__(self, code: ErrorCode, **params: object) -> None:
        super().__init__(code.value, params)
        self.code = code
        self.params = params


class RefusedLineError(UserError):
    """What refuses one line of several that are recorded together.

    Attributes:
        key: Of the line.
    """

    def __init__(self, error: UserError, key: str) -> None:
        super().__init__(error.code, **error.params)
        self.key = key
