"""What minutes tell of people: where each one stood, proxies, and every movement."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesEvent,
    MinutesProxy,
    MinutesStay,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.movements import move_of
from alize_desktop.services.whereabouts import RECUSALS, AttendanceEvent, Whereabouts
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_meeting import meeting_event_sentence, quorum_turn_sentence
from alize_desktop.wording.movements import movement_sentences

_CAME = (
    AttendanceKind.PRESENT,
    AttendanceKind.REMOTE,
    AttendanceKind.SUBSTITUTED,
    AttendanceKind.REPRESENTED,
)
"""Who did one of these, even for a while, is listed under the first of them."""


def attendance_of(held: HeldMeeting) -> tuple[MinutesAttendance, ...]:
    """Return where each seat stood; an alternate who sat has a line too."""
    return tuple(_attendance(held))


def proxies_of(held: HeldMeeting) -> tuple[MinutesProxy, ...]:
    """Return the proxies that were on record once the roll was called, by their order."""
    told: list[MinutesProxy] = []
    running: dict[UUID, MinutesProxy] = {}
    for before, event, after in _steps(held):
        giver, moved = event.member_id, _moved(held, before, event)
        old, new = before.proxies.get(giver), after.proxies.get(giver)
        if old is not None and (new is None or new.holder_id != old.holder_id):
            ended = running.pop(giver)
            told += [replace(ended, until=event.at)] if moved else []
        if new is not None:
            known = running.get(giver)
            since = known.since if known else (event.at if moved else None)
            holder = held.member(new.holder_id)
            running[giver] = MinutesProxy(held.member(giver), holder, new.document, since)
    return (*told, *running.values())


def course_of(
    held: HeldMeeting,
    programme: Programme,
    events: tuple[MeetingEvent, ...],
    *,
    is_carried_over: bool,
) -> tuple[MinutesEvent, ...]:
    """Return what happened in the room by its hours: movements, suspensions, reopenings.

    Args:
        held: The meeting.
        programme: Gives the hours their time zone.
        events: What happened to the meeting as a whole.
        is_carried_over: Whether a second notice brings dossiers back.
    """
    hours = MeetingHours(programme, held.row.draft.held_on)
    told = list(_movements(held, programme, is_carried_over=is_carried_over))
    for each in events:
        sentence = meeting_event_sentence(each, hours, is_written=held.is_written)
        if sentence:
            told.append(MinutesEvent(each.at, sentence))
    return tuple(sorted(told, key=lambda each: each.at))


def _movements(
    held: HeldMeeting, programme: Programme, *, is_carried_over: bool
) -> Iterator[MinutesEvent]:
    was_reached = True
    for before, event, after in _steps(held):
        if not _moved(held, before, event):
            continue
        was, now = replace(held, where=before), replace(held, where=after)
        move = move_of(was, now, event, programme, is_carried_over=is_carried_over)
        sentences = list(movement_sentences(move))
        if move.quorum.is_reached is not was_reached:
            sentences.append(quorum_turn_sentence(move.quorum))
        was_reached = move.quorum.is_reached
        yield MinutesEvent(event.at, " ".join(sentences))


def _attendance(held: HeldMeeting) -> Iterator[MinutesAttendance]:
    stays = _stays(held)
    for each in held.attendance():
        of_member = tuple(stays.get(each.member.id, ()))
        kind = _listed(of_member)
        holder = None
        if kind is AttendanceKind.REPRESENTED:
            holder = next(stay.other for stay in of_member if stay.kind is kind)
        yield MinutesAttendance(each.member, kind, holder, of_member)
        sitter = held.alternate_of(each.member)
        if sitter is not None:
            sat = tuple(_sitting(each.member, of_member))
            if sat:
                yield MinutesAttendance(sitter, AttendanceKind.PRESENT, None, sat)


def _listed(stays: tuple[MinutesStay, ...]) -> AttendanceKind:
    kinds = [each.kind for each in stays]
    came = [each for each in _CAME if each in kinds]
    return came[0] if came else (kinds[-1] if kinds else AttendanceKind.ABSENT)


def _stays(held: HeldMeeting) -> dict[UUID, list[MinutesStay]]:
    """Return where each member stood; of the roll call, only what it ended with."""
    found: dict[UUID, list[MinutesStay]] = {}
    for before, event, after in _steps(held):
        stay = _stay(held, after, event)
        if not _moved(held, before, event):
            found[event.member_id] = [replace(stay, at=None)]
            continue
        known = found.setdefault(event.member_id, [])
        if not known or (known[-1].kind, known[-1].other) != (stay.kind, stay.other):
            known.append(stay)
    return found


def _stay(held: HeldMeeting, after: Whereabouts, event: AttendanceEvent) -> MinutesStay:
    kind, other = after.presences[event.member_id].kind, None
    if kind is AttendanceKind.REPRESENTED:
        other = held.member(after.proxies[event.member_id].holder_id)
    elif kind is AttendanceKind.SUBSTITUTED:
        other = held.alternate_of(held.member(event.member_id))
    return MinutesStay(kind, event.at, other)


def _sitting(member: Member, stays: tuple[MinutesStay, ...]) -> Iterator[MinutesStay]:
    """Yield where the alternate of a member stood: on the seat, or gone again."""
    sits = False
    for each in stays:
        if each.kind is AttendanceKind.SUBSTITUTED:
            sits = True
            yield MinutesStay(AttendanceKind.PRESENT, each.at, member)
        elif sits:
            sits = False
            yield MinutesStay(AttendanceKind.DEPARTED, each.at)


def _steps(held: HeldMeeting) -> Iterator[tuple[Whereabouts, AttendanceEvent, Whereabouts]]:
    """Yield each attendance event between what it changes and what it gives."""
    where = Whereabouts()
    for event in held.where.events:
        after = where.after(event)
        if event.kind not in RECUSALS:
            yield where, event, after
        where = after


def _moved(held: HeldMeeting, before: Whereabouts, event: AttendanceEvent) -> bool:
    """Return whether an event is a movement, and no answer to the roll call."""
    if held.quorum_at is None or event.at < held.quorum_at:
        return False
    return event.at > held.quorum_at or event.member_id in before.presences
