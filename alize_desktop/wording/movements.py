"""Arrivals, departures and proxies, in the sentences that minutes keep.

« Mme Martin arrive à 14 h 32. Son pouvoir à M. Weiß est suspendu. Quorum 8/17 ✖. »
"""

from typing import Final

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.movements import Move, ProxyChange, ProxyTurn
from alize_desktop.models.records.people import Member
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.minutes_words import ended, unended
from alize_desktop.wording.names import is_feminine, member_name

_TURNS: Final = {
    ProxyTurn.SUSPENDED: "est suspendu",
    ProxyTurn.RESUMED: "reprend effet",
    ProxyTurn.ENDED: "prend fin",
}
_THERE: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE)


def movement_text(move: Move) -> str:
    """Return a movement with its hour and all its consequences, the quorum last."""
    return " ".join((*movement_sentences(move), quorum_text(move.quorum)))


def movement_sentences(move: Move) -> tuple[str, ...]:
    """Return a movement and its consequences, a sentence each, the quorum left out."""
    sentences = [ended(_event(move))]
    sentences += [_proxy_sentence(move, each) for each in move.proxies if _is_told(move, each)]
    if move.presiding is not None:
        sentences.append(f"La présidence passe à {ended(member_name(move.presiding.sheet))}")
    return tuple(sentences)


def quorum_text(quorum: QuorumState) -> str:
    """Return a quorum in a few signs: « Quorum 8/17 ✖. »."""
    mark = "✔" if quorum.is_reached else "✖"
    return f"Quorum {quorum.counted}/{quorum.in_office}{NO_BREAK}{mark}."


def _event(move: Move) -> str:
    name, hour = member_name(move.member.sheet), f"à {time_text(move.hour)}"
    match move.kind:
        case AttendanceKind.PRESENT | AttendanceKind.REMOTE:
            return _arrival(move, name, hour)
        case AttendanceKind.SUBSTITUTED:
            return _substitution(move, name, hour)
        case AttendanceKind.REPRESENTED:
            left = f"quitte la séance {hour} et donne" if _was_there(move) else "donne"
            at = "" if _was_there(move) else f" {hour}"
            return f"{name} {left} pouvoir à {_name(move.holder)}{at}"
        case AttendanceKind.PROXY_REVOKED:
            return f"{name} retire {hour} son pouvoir à {_name(move.holder)}"
        case AttendanceKind.PROXY_DOCUMENTED:
            proxy = f"Le pouvoir de {name} à {_name(move.holder)}"
            document = unended(move.document)
            return f"{proxy} est enregistré {hour}{f'{NO_BREAK}: {document}' if document else ''}"
        case _:
            return _departure(move, name, hour)


def _arrival(move: Move, name: str, hour: str) -> str:
    remote = move.kind is AttendanceKind.REMOTE
    if move.is_written:
        return f"{name} répond par écrit {hour}"
    if move.before is AttendanceKind.SUBSTITUTED:
        way = "rejoint la séance à distance" if remote else "arrive"
        return f"{name} {way} {hour}{NO_BREAK}; {_name(move.alternate)} ne siège plus à sa place"
    if remote:
        way = "poursuit" if move.before is AttendanceKind.PRESENT else "rejoint"
        return f"{name} {way} la séance à distance {hour}"
    if move.before is AttendanceKind.REMOTE:
        return f"{name} rejoint la salle {hour}"
    return f"{name} arrive {hour}"


def _substitution(move: Move, name: str, hour: str) -> str:
    if move.before in _THERE:
        return f"{name} quitte la séance {hour}{NO_BREAK}; {_name(move.alternate)} siège à sa place"
    return f"{_name(move.alternate)} arrive {hour} et siège à la place de {name}"


def _departure(move: Move, name: str, hour: str) -> str:
    ending = "e" if is_feminine(move.member.sheet.civility) else ""
    excused = f"excusé{ending}"
    if move.is_written:
        return f"{name} est noté{ending} sans réponse {hour}"
    if move.before is AttendanceKind.SUBSTITUTED:
        return (
            f"{_name(move.alternate)}, qui siégeait à la place de {name}, quitte la séance {hour}"
        )
    if _was_there(move):
        why = f", {excused}" if move.kind is AttendanceKind.EXCUSED else ""
        return f"{name} quitte la séance {hour}{why}"
    said = excused if move.kind is AttendanceKind.EXCUSED else f"absent{ending}"
    return f"{name} est noté{ending} {said} {hour}"


def _proxy_sentence(move: Move, change: ProxyChange) -> str:
    if change.giver.id == move.member.id:
        proxy = f"Son pouvoir à {member_name(change.holder.sheet)}"
    else:
        giver, holder = member_name(change.giver.sheet), member_name(change.holder.sheet)
        proxy = f"Le pouvoir de {giver} à {holder}"
    return f"{proxy} {_TURNS[change.turn]}."


def _is_told(move: Move, change: ProxyChange) -> bool:
    """Whether the movement itself does not say what becomes of a proxy."""
    said = (AttendanceKind.REPRESENTED, AttendanceKind.PROXY_REVOKED)
    return not (change.giver.id == move.member.id and move.kind in said)


def _was_there(move: Move) -> bool:
    return move.before in (*_THERE, AttendanceKind.SUBSTITUTED)


def _name(member: Member | None) -> str:
    return member_name(member.sheet) if member is not None else "…"
