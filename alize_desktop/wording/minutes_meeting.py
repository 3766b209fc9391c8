"""Sentences of the minutes about the meeting: its notice, its course, its end."""

from collections.abc import Iterator
from typing import Final

from alize_desktop.models.enums import MeetingEventKind, PaperKind, SendingMeans
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesEvent, MinutesNotice, MinutesSending
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import counted

_MEANS: Final = {
    SendingMeans.MAIL: "par courriel",
    SendingMeans.LETTER: "par lettre",
    SendingMeans.REGISTERED_LETTER: "par lettre recommandée",
    SendingMeans.BY_HAND: "en main propre",
    SendingMeans.OTHER: "par un autre moyen",
}


def hours_of(record: MinutesRecord) -> MeetingHours:
    """Return how the hours of a meeting are told."""
    return MeetingHours(record.programme, record.draft.held_on)


def kind_title(record: MinutesRecord) -> str:
    """Return « Séance du 24 mars 2026 », « Consultation écrite du 24 mars 2026 »."""
    kind = "Consultation écrite" if record.is_written else "Séance"
    return f"{kind} du {long_date(record.draft.held_on)}"


def paper_title(record: MinutesRecord) -> str:
    """Return « Procès-verbal CA-2026-01 », with its version once it was opened again."""
    version = f", version{NO_BREAK}{record.version}" if record.version > 1 else ""
    return f"Procès-verbal {record.number}{version}"


def draft_reason(record: MinutesRecord) -> str:
    """Return why the minutes are a draft: « séance non levée »; empty for no draft."""
    if record.is_over:
        return ""
    return "consultation non close" if record.is_written else "séance non levée"


def version_sentences(record: MinutesRecord) -> Iterator[str]:
    """Yield what each version of the minutes follows from; nothing for a single one.

    « Version 2 : séance rouverte à 16 h 10. Motif : erreur de saisie. »
    """
    hours = hours_of(record)
    noun = "consultation" if record.is_written else "séance"
    for version, each in enumerate(record.reopenings, start=2):
        opened = f"{noun} rouverte {hours.at(each.at)}.{_because(each.reason)}"
        yield f"Version{NO_BREAK}{version}{NO_BREAK}: {opened}"


def notice_text(notice: MinutesNotice, hours: MeetingHours, *, is_written: bool = False) -> str:
    """Return how the meeting was called; empty when that was not recorded.

    Only the register of sendings says that a notice was sent, and how: « Envoyée par
    courriel, le 2 décembre 2026, à 17 personnes, avec l’ordre du jour. » Without a line
    in it: « Séance convoquée le 12 mars 2026 à 9 h 05, avec l’ordre du jour. »
    """
    if notice.sent_at is None:
        return ""
    urgent = " en urgence" if notice.is_urgent else ""
    ways = [_way(each) for each in notice.sendings if each.kind is PaperKind.NOTICE]
    if ways:
        told = f"{NO_BREAK}; ".join(ways)
        return f"Envoyée{urgent} {told}, avec l’ordre du jour."
    noun = "Consultation écrite" if is_written else "Séance"
    return f"{noun} convoquée{urgent} {hours.dated(notice.sent_at)}, avec l’ordre du jour."


def sendings_text(notice: MinutesNotice) -> str:
    """Return which papers were sent beside the notice, how, when and to how many.

    « Dossier de séance en main propre, du 7 au 8 décembre 2026, à 15 personnes. »; empty
    when none was recorded. A notice is told by ``notice_text``.
    """
    others = [
        each
        for each in notice.sendings
        if each.kind is not PaperKind.NOTICE or notice.sent_at is None
    ]
    told = f"{NO_BREAK}; ".join(_sending(each) for each in others)
    return f"{told[0].upper()}{told[1:]}." if told else ""


def second_notice_text(notice: MinutesNotice) -> str:
    """Return why a meeting is called again; empty for a first notice."""
    if not notice.first_number:
        return ""
    day = f" du {long_date(notice.first_held_on)}" if notice.first_held_on else ""
    return (
        f"Faute de quorum à la séance {notice.first_number}{day}"
        f"{NO_BREAK}: le quorum n’est pas requis pour les dossiers reconvoqués."
    )


def meeting_event_sentence(
    event: MeetingEvent, hours: MeetingHours, *, is_written: bool = False
) -> str:
    """Return a suspension, a resumption or a reopening with its hour; empty for the rest."""
    noun = "La consultation" if is_written else "La séance"
    match event.kind:
        case MeetingEventKind.SUSPENDED:
            planned = f", reprise prévue {hours.at(event.until)}" if event.until else ""
            return f"{noun} est suspendue {hours.at(event.at)}{planned}.{_because(event.reason)}"
        case MeetingEventKind.RESUMED:
            return f"{noun} reprend {hours.at(event.at)}."
        case MeetingEventKind.REOPENED:
            return f"{noun} est rouverte {hours.at(event.at)}.{_because(event.reason)}"
        case _:
            return ""


def course_text(event: MinutesEvent, hours: MeetingHours) -> str:
    """Return what happened, after its date on another day than that of the meeting."""
    other_day = hours.other_day(event.at)
    return f"Le {other_day}{NO_BREAK}: {event.sentence}" if other_day else event.sentence


def quorum_text(quorum: QuorumState, *, is_written: bool = False) -> str:
    """Return a quorum with its arithmetic; in writing nobody is present, members answer."""
    if not is_written:
        return quorum.sentence
    office = counted(quorum.in_office, "membre en exercice", "membres en exercice")
    answers = counted(quorum.counted, "réponse")
    reached = "atteint" if quorum.is_reached else "non atteint"
    return f"{office}, quorum {quorum.required}{NO_BREAK}; {answers}{NO_BREAK}: {reached}."


def quorum_turn_sentence(quorum: QuorumState) -> str:
    """Return that a movement loses the quorum, or brings it back."""
    turn = "est de nouveau atteint" if quorum.is_reached else "n’est plus atteint"
    members = counted(quorum.counted, "membre compté", "membres comptés")
    return f"Le quorum {turn}{NO_BREAK}: {members}, {quorum.required} requis."


def closing_sentence(record: MinutesRecord) -> str:
    """Return how the meeting ended: « Séance levée à 15 h 45. »."""
    hours = hours_of(record)
    if record.closed_at is None:
        return "Consultation en cours." if record.is_written else "Séance en cours."
    ended = "Consultation close" if record.is_written else "Séance levée"
    want = " faute de quorum" if record.lost_quorum else ""
    return f"{ended} {hours.at(record.closed_at)}{want}.{_because(record.lost_reason)}"


def certified_sentence(record: MinutesRecord) -> str:
    """Return what an extract is certified to be."""
    title = paper_title(record)
    return (
        f"Extrait certifié conforme au {title[0].lower()}{title[1:]}. Les autres dossiers "
        "examinés, les votes nominatifs et les échanges n’y figurent pas."
    )


def ratification_sentence() -> str:
    """Return what becomes of decisions taken in writing."""
    return "Les décisions prises par écrit sont soumises à ratification à la prochaine séance."


def _sending(sent: MinutesSending) -> str:
    name = label(sent.kind)
    return f"{name[0].lower()}{name[1:]} {_way(sent)}"


def _way(sent: MinutesSending) -> str:
    """Return how a paper left, when and to how many: « par courriel, le …, à 17 personnes »."""
    day = f"le {long_date(sent.last)}"
    if sent.first != sent.last:
        day = f"du {long_date(sent.first)} au {long_date(sent.last)}"
    return f"{_MEANS[sent.means]}, {day}, à {counted(sent.readers, 'personne')}"


def _because(reason: str) -> str:
    """Return what an operator gave as a reason, as a sentence after another one."""
    return f" Motif{NO_BREAK}: {ended(reason)}" if reason.strip() else ""
