"""What a notice says: the fields of its template, and the rules that come with it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from alize_desktop.models.enums import MemberOffice, PaperKind
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperSeat
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.bodies import of_the_body, the_body
from alize_desktop.wording.dates import long_date, long_date_with_day, time_text
from alize_desktop.wording.labels import college_label, label
from alize_desktop.wording.meeting_papers import agenda_text, capacity, kind_title
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import counted, is_feminine, list_text, member_name, plural

RULES_TITLE: Final = "Quorum, pouvoirs et participation"
"""Title of what the rules say, under the text of the office."""

REPLY_TITLE: Final = "Votre réponse"
"""Title of the page that is sent back."""

_LONGEST_NAME: Final = 120
_CHAIRS: Final = (MemberOffice.CHAIR, MemberOffice.VICE_CHAIR)


def notice_values(
    record: MeetingPapersRecord, member: Member, identity: PaperIdentity, today: date
) -> dict[str, str]:
    """Return the fields of the template of a notice, for one member.

    Args:
        record: The meeting.
        member: Whom it is for.
        identity: Who signs.
        today: Day on which the notice is written.
    """
    draft, is_written = record.row.draft, record.is_written
    return {
        "operateur": record.programme.operator,
        "bassin": record.programme.basin,
        "signataire": identity.signatory,
        "date_du_jour": long_date(today),
        "comite": the_body(record.body, is_feminine=record.body_feminine),
        "du_comite": of_the_body(record.body, is_feminine=record.body_feminine),
        "seance": record.row.number,
        "seance_du": meeting_name(record),
        "date_seance": long_date(draft.held_on),
        "membre": member_name(member.sheet),
        "appel_membre": salutation(member),
        "heure": "" if is_written else time_text(draft.starts_at),
        "lieu": "" if is_written else draft.place,
        "ordre_du_jour": "\n".join(agenda_lines(record)),
        "reponse_avant": long_date(draft.replies_by) if draft.replies_by else "",
        "premiere_seance": record.notice.first_number,
        "reglement": _lowered(record.rules_name),
    }


def meeting_name(record: MeetingPapersRecord) -> str:
    """Return « séance du mardi 24 mars 2026 », « consultation écrite du … »."""
    kind = "consultation écrite" if record.is_written else "séance"
    return f"{kind} du {long_date_with_day(record.row.draft.held_on)}"


def salutation(member: Member) -> str:
    """Return how a letter begins: « Madame la présidente », « Monsieur »."""
    sheet = member.sheet
    civility = label(sheet.civility)
    if sheet.office not in _CHAIRS:
        return civility
    article = "la" if is_feminine(sheet.civility) else "le"
    return f"{civility} {article} {capacity(sheet).lower()}"


def address_lines(member: Member) -> tuple[str, ...]:
    """Return the lines of a member's address that are known."""
    sheet = member.sheet
    return tuple(each for each in (member_name(sheet), sheet.organisation.strip()) if each)


def agenda_lines(record: MeetingPapersRecord) -> tuple[str, ...]:
    """Return the agenda, a line a point, with its number of passage."""
    return tuple(f"{each.line.position}. {agenda_text(each)}" for each in record.points)


def rule_sentences(record: MeetingPapersRecord, member: Member) -> tuple[str, ...]:
    """Return what the rules say to whom is called: quorum, proxies, capacity."""
    return (*_capacity(record, member), *_quorum(record), *_proxies(record, member))


def reply_introduction(record: MeetingPapersRecord) -> str:
    """Return until when, and how, the answer is sent back."""
    replies_by = record.row.draft.replies_by
    until = f" avant le {long_date(replies_by)}" if replies_by else " dès que possible"
    if record.is_written:
        return f"Une croix par dossier, puis signez et renvoyez cette page{until}."
    return f"Cochez, signez et renvoyez cette page{until}."


def reply_choices(record: MeetingPapersRecord, member: Member) -> tuple[str, ...]:
    """Return what a member may answer to the notice of a meeting, a line each."""
    return tuple(_choices(record, member))


def sign_text(member: Member) -> str:
    """Return what stands above the room to sign: « Date et signature de Mme Weiß »."""
    return f"Date et signature de {shortened(member_name(member.sheet))}"


def notice_subject(record: MeetingPapersRecord) -> str:
    """Return the subject of a mail and of an appointment."""
    return (
        f"{label(PaperKind.NOTICE)} {record.row.number}{NO_BREAK}: {_lowered(kind_title(record))}"
    )


def _choices(record: MeetingPapersRecord, member: Member) -> Iterator[str]:
    is_woman = is_feminine(member.sheet.civility)
    yield f"Je serai {'présente' if is_woman else 'présent'}."
    yield "Je participerai à distance."
    seat = next((each for each in record.seats if each.member.id == member.id), None)
    if seat is not None and seat.alternate is not None:
        replaced = "suppléée" if is_woman else "suppléé"
        yield ended(f"Je serai {replaced} par {shortened(member_name(seat.alternate.sheet))}")
    if record.rules.proxies_per_holder:
        yield "Je donne pouvoir de voter en mon nom à ……………………………………………… ."
    yield "Je ne pourrai pas venir et je vous prie de m’en excuser."


def _capacity(record: MeetingPapersRecord, member: Member) -> Iterator[str]:
    sheet = member.sheet
    if sheet.office is MemberOffice.GUEST:
        invited = "invitée" if is_feminine(sheet.civility) else "invité"
        yield f"Vous êtes {invited} sans voix délibérative."
    owner = next((x.member for x in record.seats if _is_alternate(x, member)), None)
    if owner is not None:
        yield ended(f"Vous siégez et votez en l’absence de {member_name(owner.sheet)}")


def _quorum(record: MeetingPapersRecord) -> Iterator[str]:
    if record.is_second_notice:
        held_on = record.notice.first_held_on
        day = f" le {long_date(held_on)}" if held_on else ""
        yield (
            f"Le quorum n’a pas été atteint{day}{NO_BREAK}: les dossiers reconvoqués sont examinés "
            "sans condition de quorum, les autres restent soumis au quorum."
        )
    body = the_body(record.body, is_feminine=record.body_feminine)
    required, seats = record.quorum.required, record.quorum.in_office
    least = f"{counted(required, 'membre')} au moins sur {seats}"
    if record.is_written:
        answer = plural(required, "a répondu", "ont répondu")
        yield f"{body[0].upper()}{body[1:]} se prononce valablement si {least} {answer}."
        return
    there = plural(required, "est présent", "sont présents")
    if record.rules.quorum.counts_proxies:
        there += plural(required, " ou représenté", " ou représentés")
    yield f"{body[0].upper()}{body[1:]} délibère valablement si {least} {there}{_colleges(record)}."


def _colleges(record: MeetingPapersRecord) -> str:
    asked = [
        f"{each.seats} du collège «{NO_BREAK}{college_label(each.college)}{NO_BREAK}»"
        for each in record.rules.quorum.per_college
        if each.seats
    ]
    return f", dont {list_text(asked)}" if asked else ""


def _proxies(record: MeetingPapersRecord, member: Member) -> Iterator[str]:
    seat = next((each for each in record.seats if each.member.id == member.id), None)
    if record.is_written:
        yield (
            "Chacun répond par écrit et en son nom, pour chaque dossier\u00a0: il n’y a ni pouvoir "
            "ni vote secret."
        )
    elif seat is not None:
        yield from _absence(record, seat)


def _absence(record: MeetingPapersRecord, seat: PaperSeat) -> Iterator[str]:
    """Yield what a member who cannot come may do."""
    rules = record.rules
    kept = "empêchée" if is_feminine(seat.member.sheet.civility) else "empêché"
    if seat.alternate is not None:
        alternate = member_name(seat.alternate.sheet)
        yield f"Si vous êtes {kept}, {alternate} peut siéger à votre place."
    if rules.proxies_per_holder:
        most = "un" if rules.proxies_per_holder == 1 else str(rules.proxies_per_holder)
        college = " de votre collège" if rules.proxies_same_college else ""
        secret = "" if rules.proxies_in_secret else ", et ne vote pas au scrutin secret"
        yield (
            f"Vous pouvez donner pouvoir, par écrit, à un autre membre{college}{NO_BREAK}; "
            f"chacun en porte {most} au plus{secret}."
        )
    else:
        yield "Les pouvoirs ne sont pas admis."
    if rules.remote_counts:
        yield "La participation à distance est admise et compte pour le quorum."
    else:
        yield "La participation à distance ne compte ni pour le quorum ni pour le vote."


def _is_alternate(seat: PaperSeat, member: Member) -> bool:
    return seat.alternate is not None and seat.alternate.id == member.id


def shortened(name: str) -> str:
    """Return a name in the room of one line; the letter says it whole."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _lowered(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}" if text else ""
