"""Sentences of the minutes about people: where they stood, proxies, recusals."""

from typing import Final

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesProxy,
    MinutesRecusal,
    MinutesStay,
    RecusalStage,
)
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.labels import attendance_label
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import is_feminine, list_text, member_name

_AWAY: Final = (AttendanceKind.EXCUSED, AttendanceKind.ABSENT)
_LINKS: Final = {
    AttendanceKind.PRESENT: "à la place de",
    AttendanceKind.REPRESENTED: "pouvoir à",
    AttendanceKind.SUBSTITUTED: "par",
}


def attendance_title(
    kind: AttendanceKind, members: tuple[MemberSheet, ...], *, is_written: bool = False
) -> str:
    """Return the title of a group by gender and number: « Excusées (2) ».

    In a written consultation: « Ont répondu par écrit (9) », « N’a pas répondu (1) ».
    """
    several = len(members) > 1
    if is_written and kind is AttendanceKind.REMOTE:
        return f"{'Ont' if several else 'A'} répondu par écrit ({len(members)})"
    if is_written and kind is AttendanceKind.ABSENT:
        return f"{'N’ont' if several else 'N’a'} pas répondu ({len(members)})"
    women = all(is_feminine(each.civility) for each in members)
    word = attendance_label(kind, members[0].civility) if women else attendance_label(kind, None)
    ending = "s" if several and kind is not AttendanceKind.REMOTE else ""
    return f"{word}{ending} ({len(members)})"


def attendance_note(
    attendance: MinutesAttendance, hours: MeetingHours, *, is_written: bool = False
) -> str:
    """Return what is said beside a member: whose proxy, and every change with its hour.

    « pouvoir à M. Weiß », « à partir de 14 h 40 », « excusée à partir de 15 h 10 »; in a
    written consultation, when a late answer came.
    """
    if is_written:
        return ", ".join(hours.at(each.at) for each in attendance.stays[-1:] if each.at)
    told: list[str] = []
    was_there = False
    for number, stay in enumerate(attendance.stays):
        text = _stay_text(attendance, stay, hours, is_first=not number, is_alone=not told)
        back = was_there and stay.kind is attendance.kind
        told += [f"de nouveau {text}" if back else text] if text else []
        was_there = was_there or stay.kind is attendance.kind
    return f"{NO_BREAK}; ".join(told)


def proxy_effect(proxy: MinutesProxy, hours: MeetingHours) -> str:
    """Return since when a proxy is on record: « dès l’appel, jusqu’à 15 h 40 »."""
    since = hours.since(proxy.since) if proxy.since else "dès l’appel"
    return f"{since}, {hours.until(proxy.until)}" if proxy.until else since


def recusal_sentence(recusal: MinutesRecusal, hours: MeetingHours) -> str:
    """Return a recusal with its hour, and whether it came before, during or after the ballot."""
    name, at = member_name(recusal.member.sheet), hours.at(recusal.at)
    match recusal.stage:
        case RecusalStage.BEFORE:
            told = f"{name} ne prend part ni à la délibération ni au vote (déport déclaré {at})"
        case RecusalStage.DURING:
            told = f"{name} déclare un déport {at}, pendant le vote, et n’y prend plus part"
        case _:
            told = f"{name} déclare un déport {at}, après la proclamation du résultat"
    why = f"{NO_BREAK}: {recusal.reason}" if recusal.reason.strip() else ""
    return " ".join(filter(None, (ended(told + why), _fallen_proxies(recusal))))


def _fallen_proxies(recusal: MinutesRecusal) -> str:
    """Return that the proxies of who steps aside do not vote; empty without any.

    « Le pouvoir de Mme Perrin, dont M. Weiß est porteur, ne vote pas sur ce dossier. »
    """
    if not recusal.givers:
        return ""
    sheet, several = recusal.member.sheet, len(recusal.givers) > 1
    givers = list_text([f"de {member_name(each.sheet)}" for each in recusal.givers])
    proxies = f"Les pouvoirs {givers}" if several else f"Le pouvoir {givers}"
    bearer = "porteuse" if is_feminine(sheet.civility) else "porteur"
    no_more = "plus" if recusal.stage is RecusalStage.DURING else "pas"
    vote = f"ne {'votent' if several else 'vote'} {no_more} sur ce dossier"
    return f"{proxies}, dont {member_name(sheet)} est {bearer}, {vote}."


def _stay_text(
    attendance: MinutesAttendance,
    stay: MinutesStay,
    hours: MeetingHours,
    *,
    is_first: bool,
    is_alone: bool,
) -> str:
    civility = attendance.member.sheet.civility
    word = attendance_label(stay.kind, civility).lower()
    link = ""
    if stay.other is not None and stay.kind in _LINKS:
        link = f"{_LINKS[stay.kind]} {member_name(stay.other.sheet)}"
    if is_first and stay.kind in _AWAY:
        return ""
    if is_first and stay.kind is not attendance.kind:
        word = f"d’abord {word}"
    elif stay.kind is AttendanceKind.DEPARTED and stay.at:
        return f"{word} {hours.at(stay.at)}"
    elif stay.kind is attendance.kind and is_alone:
        word = ""
    since = hours.since(stay.at) if stay.at else ""
    about = " ".join(each for each in (word, since) if each)
    return ", ".join(each for each in (about, link) if each)
