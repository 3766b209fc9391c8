"""The top of the minutes: whose, which meeting, when, where, how it was called, who presides."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line, prose
from alize_desktop.documents.headings import heading
from alize_desktop.documents.panels import mention
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import MemberOffice, MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date_with_day, time_text
from alize_desktop.wording.labels import office_label
from alize_desktop.wording.minutes_blocks import of_body
from alize_desktop.wording.minutes_meeting import (
    hours_of,
    kind_title,
    notice_text,
    ratification_sentence,
    second_notice_text,
    sendings_text,
    version_sentences,
)
from alize_desktop.wording.names import is_feminine, member_name

DRAFT_TITLE = "PROJET"


def body_title(name: str) -> str:
    """Return the name of the body as a title: « Comité d’agrément Alizé »."""
    name = name.strip() or "comité"
    named = name if "alizé" in name.lower() else f"{name} Alizé"
    return named[0].upper() + named[1:]


def basin_title(programme: Programme) -> str:
    """Return the basin as printed: « Bassin Côte-d’Or »."""
    return f"Bassin {programme.basin}"


def opening(record: MinutesRecord, title: str = "Procès-verbal") -> list[Flowable]:
    """Return the header of the minutes, or of an extract of them."""
    programme = record.programme
    owner = [each for each in (programme.operator, basin_title(programme)) if each]
    number = f"n°{NO_BREAK}{record.number}"
    subtitle = f"{body_title(record.body)}, séance {number}"
    if record.is_written:
        subtitle = f"{kind_title(record)} · {body_title(record.body)}, {number}"
    content: list[Flowable] = [
        line(" · ".join(owner), styles().kicker),
        line(title, styles().title),
        line(subtitle, styles().subtitle),
    ]
    remarks = prose(record.text(MinutesBlock.OPENING))
    return [*content, *_mentions(record), *facts(_meeting_facts(record)), *remarks]


def notice(record: MinutesRecord) -> list[Flowable]:
    """Return how the meeting was called, and the rules it was held under."""
    called = notice_text(record.notice, hours_of(record), is_written=record.is_written)
    content = facts(
        [
            ("Convocation", called),
            ("Papiers adressés", sendings_text(record.notice)),
            ("Seconde convocation", second_notice_text(record.notice)),
            ("Règles", record.rules_name),
        ]
    )
    return [*heading("Convocation et règles"), *content] if content else []


def officers(record: MinutesRecord) -> list[Flowable]:
    """Return who presides the meeting and who notes it."""
    rows = [("Secrétaire" if record.is_written else "Secrétaire de séance", record.draft.secretary)]
    if record.presiding:
        rows.insert(0, (presiding_title(record), _with_office(record, record.presiding)))
    content = facts(rows)
    return [*heading("Présidence et secrétariat"), *content] if content else []


def presiding_title(record: MinutesRecord) -> str:
    """Return « Président de séance », « Présidente » for a written consultation."""
    word = "Présidence"
    if record.presiding:
        is_woman = is_feminine(record.presiding.sheet.civility)
        word = "Présidente" if is_woman else "Président"
    return word if record.is_written else f"{word} de séance"


def _mentions(record: MinutesRecord) -> list[Flowable]:
    mentions = []
    if not record.is_over:
        why = (
            "La consultation n’est pas close" if record.is_written else "La séance n’est pas levée"
        )
        mentions.append(
            mention(DRAFT_TITLE, f"{why}\u00a0: ce document ne vaut pas procès-verbal.")
        )
    if record.programme.is_demonstration:
        text = "Les entreprises, les personnes et les montants de ce document sont inventés."
        mentions.append(mention("DÉMONSTRATION", text))
    return mentions


def _meeting_facts(record: MinutesRecord) -> list[tuple[str, str]]:
    draft = record.draft
    replies = f"jusqu’au {long_date_with_day(draft.replies_by)}" if draft.replies_by else ""
    return [
        ("Réouverture", "\n".join(version_sentences(record))),
        ("Date", long_date_with_day(draft.held_on)),
        ("Horaires", _hours(record)),
        ("Réponses", replies),
        ("Lieu", draft.place),
        ("Ratification", ratification_sentence() if record.is_written else ""),
    ]


def _hours(record: MinutesRecord) -> str:
    hours = hours_of(record)
    called = time_text(record.draft.starts_at)
    parts = [] if record.is_written else [f"prévue à {called}"]
    if record.opened_at:
        parts.append(f"ouverte {hours.at(record.opened_at)}")
    if record.closed_at:
        parts.append(f"{'close' if record.is_written else 'levée'} {hours.at(record.closed_at)}")
    return ", ".join(parts)


def _with_office(record: MinutesRecord, member: Member) -> str:
    name = member_name(member.sheet)
    if member.sheet.office is MemberOffice.MEMBER:
        return name
    office = office_label(member.sheet.office, member.sheet.civility).lower()
    return f"{name}, {office} {of_body(record)}"
