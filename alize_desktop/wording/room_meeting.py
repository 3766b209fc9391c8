"""Pages of the room about the meeting itself: welcome, agenda, roll call, closing."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from alize_desktop.models.enums import AttendanceKind, RoomLayout
from alize_desktop.models.records.committee import Attendance, CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.room import RoomControls, RoomFigure, RoomLine, RoomState
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.labels import attendance_label, label
from alize_desktop.wording.names import counted, member_name, plural
from alize_desktop.wording.room_figures import granted_text, total_figures


def body_title(programme: Programme) -> str:
    """Return the name of the body as a title: « Comité d’agrément Alizé »."""
    name = programme.body_name.strip() or "comité"
    named = name if "alizé" in name.lower() else f"{name} Alizé"
    return named[0].upper() + named[1:]


def last_decision(state: CommitteeState) -> tuple[AgendaLine, Decision] | None:
    """Return the decision recorded last in this meeting, with its point; None before."""
    if not state.decisions:
        return None
    item_id, decision = state.decisions[-1]
    line = next((each for each in state.agenda if each.id == item_id), None)
    return (line, decision) if line else None


def welcome_page(state: CommitteeState, _controls: RoomControls) -> RoomState:
    """Return the page on which people come in."""
    draft = state.row.draft
    parts = (time_text(draft.starts_at), draft.place.strip())
    value = counted(state.row.dossiers, "dossier")
    figures = [RoomFigure(value, "à l’ordre du jour")] if state.row.dossiers else []
    return RoomState(
        RoomLayout.WELCOME,
        heading=body_title(state.programme),
        subtitle=state.programme.basin.strip(),
        note=" · ".join(each for each in parts if each),
        figures=tuple(figures),
    )


def agenda_page(state: CommitteeState, controls: RoomControls) -> RoomState:
    """Return the points of the agenda, in the order they are taken."""
    return RoomState(
        RoomLayout.AGENDA,
        heading="Ordre du jour",
        lines=_points(state, controls),
    )


def summary_page(state: CommitteeState, controls: RoomControls) -> RoomState:
    """Return every point with its outcome, and the totals."""
    dossiers = sum(each.dossier_id is not None for each in state.agenda)
    decisions = [decision for _item, decision in state.decisions]
    return RoomState(
        RoomLayout.SUMMARY,
        heading="Récapitulatif",
        figures=() if controls.is_private else total_figures(dossiers, decisions),
        lines=_points(state, controls),
    )


def roll_call_page(state: CommitteeState, _controls: RoomControls) -> RoomState:
    """Return where each seat stands, by seat."""
    seats = [each for each in state.attendance if each.member.has_seat]
    waits = state.quorum_at is None
    called = next((each.member.id for each in seats if waits and each.kind is None), None)
    people = {each.member.id: each.member for each in state.attendance}
    there = [counted(state.present, "présent")]
    if state.represented:
        there.append(counted(state.represented, "représenté"))
    return RoomState(
        RoomLayout.ROLL_CALL,
        heading="Appel",
        subtitle=" · ".join(there),
        lines=tuple(_seat(each, people, called) for each in seats),
    )


def quorum_page(state: CommitteeState, _controls: RoomControls) -> RoomState:
    """Return the quorum of the dossier under examination, or else of the meeting."""
    quorum = state.current.quorum if state.current else state.quorum
    counted_as = plural(quorum.counted, "présent ou représenté", "présents ou représentés")
    return RoomState(
        RoomLayout.QUORUM,
        heading="Quorum atteint" if quorum.is_reached else "Quorum non atteint",
        note=quorum.sentence,
        figures=(
            RoomFigure(str(quorum.counted), counted_as),
            RoomFigure(str(quorum.required), "requis"),
            RoomFigure(str(quorum.in_office), "en exercice"),
        ),
        is_quorum_reached=quorum.is_reached,
    )


def suspension_page(state: CommitteeState, _controls: RoomControls) -> RoomState:
    """Return the hour at which the meeting resumes; never why it was suspended."""
    until = state.suspension.until if state.suspension else None
    note = f"Reprise à {_hour(until, state.programme)}" if until else "Reprise dans un instant"
    return RoomState(RoomLayout.SUSPENSION, heading="Séance suspendue", note=note)


def closed_page(state: CommitteeState, _controls: RoomControls) -> RoomState:
    """Return the end of the meeting, with its hour."""
    closed = state.closed_at
    note = f"Levée à {_hour(closed, state.programme)}" if closed else ""
    return RoomState(RoomLayout.CLOSED, heading="La séance est levée", note=note)


def _points(state: CommitteeState, controls: RoomControls) -> tuple[RoomLine, ...]:
    decisions = dict(state.decisions)
    current = state.current.line if state.current else state.standing
    agenda = sorted(state.agenda, key=lambda each: (each.turn, each.position))
    return tuple(
        _point(each, decisions, current.id if current else None, is_private=controls.is_private)
        for each in agenda
    )


def _point(
    line: AgendaLine,
    decisions: Mapping[UUID, Decision],
    current_id: UUID | None,
    *,
    is_private: bool,
) -> RoomLine:
    is_current = line.id == current_id
    if line.outcome is not None:
        status = label(line.outcome)
    elif line.conclusion is not None:
        status = label(line.conclusion)
    else:
        status = "En cours" if is_current else ""
    return RoomLine(
        mark=str(line.position),
        text=line.company,
        detail="" if line.dossier_id is None else _detail(line, decisions, is_private=is_private),
        status=status,
        outcome=line.outcome,
        conclusion=line.conclusion,
        is_current=is_current,
    )


def _detail(line: AgendaLine, decisions: Mapping[UUID, Decision], *, is_private: bool) -> str:
    """Return the town, with what is asked, or granted once it is decided."""
    parts = [line.town.strip()]
    if is_private:
        return parts[0]
    if line.outcome is None:
        parts.append(money_short(line.requested_amount) if line.requested_amount else "")
        parts.append(counted(line.days, "jour") if line.days else "")
    elif line.id in decisions:
        parts.append(granted_text(decisions[line.id].draft))
    return " · ".join(each for each in parts if each)


def _seat(each: Attendance, people: Mapping[UUID, Member], called: UUID | None) -> RoomLine:
    sheet = each.member.sheet
    is_called = each.member.id == called
    if each.kind is not None:
        status = attendance_label(each.kind, sheet.civility)
    else:
        status = "À l’appel" if is_called else ""
    return RoomLine(
        mark=str(each.member.seat),
        text=member_name(sheet),
        detail=_stands_in(each, people),
        status=status,
        attendance=each.kind,
        is_current=is_called,
    )


def _stands_in(each: Attendance, people: Mapping[UUID, Member]) -> str:
    """Return who votes for a member: « pouvoir à Mme Martin », « par M. Weiß »."""
    holder = people.get(each.holder_id) if each.holder_id else None
    if each.kind is AttendanceKind.REPRESENTED and holder is not None:
        return f"pouvoir à {member_name(holder.sheet)}"
    if each.kind is AttendanceKind.SUBSTITUTED:
        for other in people.values():
            if other.alternate_of_id == each.member.id:
                return f"par {member_name(other.sheet)}"
    return ""


def _hour(instant: datetime, programme: Programme) -> str:
    return time_text(instant.astimezone(ZoneInfo(programme.time_zone)).time())
