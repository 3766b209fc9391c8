"""The top of the minutes: whose, which meeting, when, where; then who presides."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.headings import heading
from alize_desktop.documents.panels import mention
from alize_desktop.documents.parts.hours import hour_of
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import MeetingState, MemberOffice
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date_with_day, time_text
from alize_desktop.wording.labels import office_label
from alize_desktop.wording.names import is_feminine, member_name

DRAFT_TITLE = "PROJET"


def body_title(programme: Programme) -> str:
    """Return the name of the body as a title: « Comité d’agrément Alizé »."""
    name = programme.body_name.strip() or "comité"
    named = name if "alizé" in name.lower() else f"{name} Alizé"
    return named[0].upper() + named[1:]


def basin_title(programme: Programme) -> str:
    """Return the basin as printed: « Bassin Côte-d’Or »."""
    return f"Bassin {programme.basin}"


def opening(record: MinutesRecord) -> list[Flowable]:
    """Return the header of the minutes."""
    programme = record.programme
    owner = [each for each in (programme.operator, basin_title(programme)) if each]
    content: list[Flowable] = [
        line(" · ".join(owner), styles().kicker),
        line("Procès-verbal", styles().title),
        line(f"{body_title(programme)}, séance n°{NO_BREAK}{record.number}", styles().subtitle),
    ]
    return [*content, *_mentions(record), *facts(_meeting_facts(record))]


def officers(record: MinutesRecord) -> list[Flowable]:
    """Return who presides the meeting and who notes it."""
    rows = [("Secrétaire de séance", record.draft.secretary)]
    if record.presiding:
        rows.insert(0, (presiding_title(record.presiding), _with_office(record.presiding)))
    content = facts(rows)
    return [*heading("Présidence et secrétariat"), *content] if content else []


def presiding_title(presiding: Member) -> str:
    """Return « Président de séance » or « Présidente de séance »."""
    return (
        "Présidente de séance" if is_feminine(presiding.sheet.civility) else "Président de séance"
    )


def _mentions(record: MinutesRecord) -> list[Flowable]:
    mentions = []
    if record.state is not MeetingState.CLOSED:
        text = "La séance n’est pas levée : ce document ne vaut pas procès-verbal."
        mentions.append(mention(DRAFT_TITLE, text))
    if record.programme.is_demonstration:
        text = "Les entreprises, les personnes et les montants de ce document sont inventés."
        mentions.append(mention("DÉMONSTRATION", text))
    return mentions


def _meeting_facts(record: MinutesRecord) -> list[tuple[str, str]]:
    draft = record.draft
    return [
        ("Date", long_date_with_day(draft.held_on)),
        ("Horaires", _hours(record)),
        ("Lieu", draft.place),
    ]


def _hours(record: MinutesRecord) -> str:
    programme = record.programme
    parts = [f"convoquée à {time_text(record.draft.starts_at)}"]
    if record.opened_at:
        parts.append(f"ouverte à {hour_of(record.opened_at, programme)}")
    if record.closed_at:
        parts.append(f"levée à {hour_of(record.closed_at, programme)}")
    return ", ".join(parts)


def _with_office(member: Member) -> str:
    name = member_name(member.sheet)
    if member.sheet.office is MemberOffice.MEMBER:
        return name
    return f"{name}, {office_label(member.sheet.office, member.sheet.civility).lower()} du comité"
