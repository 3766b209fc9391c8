"""Arrivals, departures and proxies told one by one, with what each of them changed.

What is said of somebody for the first time answers the roll; it is a movement from
the quorum on, or when something else was said of the same member before at that hour.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from alize_desktop.models.records.committee import Movement
from alize_desktop.models.records.movements import Move, ProxyChange, ProxyTurn
from alize_desktop.models.records.programme import Programme
from alize_desktop.rules.electorate import Electorate
from alize_desktop.services.clock import local
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_state
from alize_desktop.services.whereabouts import RECUSALS, AttendanceEvent, Whereabouts
from alize_desktop.wording.movements import movement_text


def movements_of(
    held: HeldMeeting, programme: Programme, *, is_carried_over: bool
) -> tuple[Movement, ...]:
    """Return the movements since the quorum was established, oldest first.

    Args:
        held: The meeting.
        programme: Gives the hours their time zone.
        is_carried_over: Whether a second notice brings dossiers back.
    """
    return tuple(_movements(held, programme, is_carried_over=is_carried_over))


def _movements(
    held: HeldMeeting, programme: Programme, *, is_carried_over: bool
) -> Iterator[Movement]:
    where, was = Whereabouts(), None
    for event in held.where.events:
        after = where.after(event)
        if event.kind not in RECUSALS:  # which change nobody's presence
            now = None
            if _is_movement(held.quorum_at, where, event):
                before, there = replace(held, where=where), replace(held, where=after)
                now = electorate_of(there)
                change = _Change(before, there, was or electorate_of(before), now)
                told = _move(change, event, programme, is_carried_over=is_carried_over)
                yield Movement(event.member_id, event.kind, event.at, movement_text(told))
            was = now
        where = after


def _is_movement(quorum_at: datetime | None, where: Whereabouts, event: AttendanceEvent) -> bool:
    if quorum_at is None or event.at < quorum_at:
        return False
    return event.at > quorum_at or event.member_id in where.presences


def move_of(
    before: HeldMeeting,
    after: HeldMeeting,
    event: AttendanceEvent,
    programme: Programme,
    *,
    is_carried_over: bool,
) -> Move:
    """Return what an attendance event changes.

    Args:
        before: The meeting without the event.
        after: The meeting with it.
        event: What was said.
        programme: Gives the hour its time zone.
        is_carried_over: Whether a second notice brings dossiers back.
    """
    change = _Change(before, after, electorate_of(before), electorate_of(after))
    return _move(change, event, programme, is_carried_over=is_carried_over)


@dataclass(frozen=True, slots=True)
class _Change:
    """A meeting without an event and with it, and who votes in each."""

    before: HeldMeeting
    after: HeldMeeting
    was: Electorate
    now: Electorate


def _move(
    change: _Change, event: AttendanceEvent, programme: Programme, *, is_carried_over: bool
) -> Move:
    before, after = change.before, change.after
    member = after.member(event.member_id)
    proxy = after.proxies.get(member.id) or before.proxies.get(member.id)
    presided, presides = presiding_of(before, change.was), presiding_of(after, change.now)
    return Move(
        member=member,
        kind=event.kind,
        before=before.kind_of(member.id),
        hour=local(event.at, programme).time(),
        holder=after.member(proxy.holder_id) if proxy else None,
        alternate=after.alternate_of(member),
        document=event.reason,
        proxies=tuple(_proxy_changes(change)),
        presiding=presides if presides != presided else None,
        quorum=quorum_state(after, change.now, is_carried_over=is_carried_over),
        is_written=after.is_written,
    )


def _proxy_changes(change: _Change) -> Iterator[ProxyChange]:
    """Yield the proxies on record whose effect changes, by seat of the giver."""
    for giver in change.after.members:
        old = change.before.proxies.get(giver.id)
        new = change.after.proxies.get(giver.id)
        if old is None or (new is not None and new.holder_id != old.holder_id):
            continue
        holder = change.after.member(old.holder_id)
        stood, stands = _stands(change.was, giver.id), _stands(change.now, giver.id)
        if new is None:
            yield ProxyChange(giver, holder, ProxyTurn.ENDED)
        elif stood and not stands:
            yield ProxyChange(giver, holder, ProxyTurn.SUSPENDED)
        elif stands and not stood:
            yield ProxyChange(giver, holder, ProxyTurn.RESUMED)


def _stands(who: Electorate, giver_id: UUID) -> bool:
    return str(giver_id) not in who.suspended
