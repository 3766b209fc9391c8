"""Vocabularies of a meeting: its life, its agenda, who is there, what the room shows."""

from enum import StrEnum


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


class ItemStep(StrEnum):
    """Where an agenda item stands during a meeting."""

    PENDING = "pending"
    PRESENTED = "presented"
    BALLOT_OPEN = "ballot_open"
    BALLOT_CLOSED = "ballot_closed"
    PROCLAIMED = "proclaimed"
    DECIDED = "decided"


class AnswerKind(StrEnum):
    """What a member answered to the notice."""

    ATTENDS = "attends"
    REMOTE = "remote"
    EXCUSED = "excused"
    PROXY = "proxy"
    SUBSTITUTE = "substitute"


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
