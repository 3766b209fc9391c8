"""What the papers of a meeting say, read in one transaction."""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    MeetingState,
    MemberOffice,
)
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperRecusal,
    PaperSeat,
)
from alize_desktop.models.records.meetings import AgendaLine, QuorumForecast
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.recusals import Party
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.frozen_programme import programme_and_next
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_answers import read_answers
from alize_desktop.services.meeting_events import read_events
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.minutes_frozen import seal_of
from alize_desktop.services.minutes_notice import call_of
from alize_desktop.services.quorum_forecasts import forecasts_of
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_state
from alize_desktop.services.suggested_recusals import lenders_by_skill, parties_of, suggested
from alize_desktop.services.templates import read_identity
from alize_desktop.wording.bodies import is_feminine_body

_OVER: Final = (MeetingState.CLOSED, MeetingState.APPROVED)
_ANNOUNCED: Final = {
    AnswerKind.ATTENDS: AttendanceKind.PRESENT,
    AnswerKind.REMOTE: AttendanceKind.REMOTE,
    AnswerKind.EXCUSED: AttendanceKind.EXCUSED,
    AnswerKind.PROXY: AttendanceKind.REPRESENTED,
    AnswerKind.SUBSTITUTE: AttendanceKind.SUBSTITUTED,
}


def read_papers_record(session: Session, meeting_id: UUID) -> MeetingPapersRecord:
    """Return everything that the papers of a meeting say.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    held = read_meeting(session, meeting_id)
    programme, next_on = programme_and_next(session, meeting_id, held.row.draft.held_on)
    seal = seal_of(session, meeting_id, is_over=held.row.state in _OVER)
    agenda = sorted(read_agenda(session, held), key=lambda each: each.position)
    forecasts = _forecasts(session, held, tuple(agenda))
    return MeetingPapersRecord(
        row=held.row,
        identity=read_identity(session),
        programme=programme,
        rules=held.rules,
        rules_name=held.rules_name,
        body=_body(held.rules, programme)[0],
        body_feminine=_body(held.rules, programme)[1],
        presiding=held.presiding,
        seats=_seats(session, held),
        guests=tuple(each for each in held.members if each.sheet.office is MemberOffice.GUEST),
        points=_points(session, held, agenda, forecasts),
        quorum=_quorum(held, forecasts, agenda),
        journal_head=seal.head,
        journal_lines=seal.lines,
        notice=call_of(session, held, read_events(session, meeting_id)),
        is_called=bool(held.presences),
        is_rehearsal=session.scalar(select(StoredRehearsal.id)) is not None,
        next_meeting_on=next_on,
    )


def _body(rules: CommitteeRules, programme: Programme) -> tuple[str, bool]:
    """Return the name of the body and whether it is feminine.

    That of its rules, unless the programme alone has one.
    """
    if rules.body not in ("", CommitteeRules().body):
        return rules.body, rules.body_feminine
    return programme.body_name, is_feminine_body(programme.body_name)


def _seats(session: Session, held: HeldMeeting) -> tuple[PaperSeat, ...]:
    """Return where each seat stands; what its member announced, before the roll call."""
    if held.presences:
        known = {each.member.id: (each.kind, each.holder_id) for each in held.attendance()}
    else:
        known = {
            each.member.id: (_ANNOUNCED[each.kind] if each.kind else None, each.holder_id)
            for each in read_answers(session, held)
        }
    people = {each.id: each for each in held.members}
    return tuple(
        PaperSeat(each, held.alternate_of(each), kind, people.get(holder_id) if holder_id else None)
        for each in held.seating.holders
        for kind, holder_id in (known.get(each.id, (None, None)),)
    )


def _forecasts(
    session: Session, held: HeldMeeting, agenda: tuple[AgendaLine, ...]
) -> dict[UUID | None, QuorumForecast]:
    """Return the quorum that answers let expect, by dossier; nothing after the roll call."""
    if held.presences:
        return {}
    found = forecasts_of(session, held, agenda, read_answers(session, held))
    return {each.item_id: each for each in found}


def _quorum(
    held: HeldMeeting, forecasts: dict[UUID | None, QuorumForecast], agenda: list[AgendaLine]
) -> QuorumState:
    expected = forecasts.get(None)
    if expected is None:
        carried = any(each.is_carried_over for each in agenda)
        return quorum_state(held, electorate_of(held), is_carried_over=carried)
    return QuorumState(
        in_office=len(held.seating.seats),
        required=expected.required,
        counted=expected.expected,
        is_reached=expected.is_reached,
        sentence=expected.sentence,
    )


def _points(
    session: Session,
    held: HeldMeeting,
    agenda: list[AgendaLine],
    forecasts: dict[UUID | None, QuorumForecast],
) -> tuple[PaperPoint, ...]:
    dossiers = [each.dossier for each in agenda if each.dossier_id is not None]
    sheets, lenders = read_sheets(session, dossiers), lenders_by_skill(session)
    points = []
    for each in agenda:
        if each.dossier_id is None:
            points.append(PaperPoint(each))
            continue
        sheet = sheets[each.dossier]
        points.append(_dossier(held, each, sheet, parties_of(sheet, lenders), forecasts))
    return tuple(points)


def _dossier(
    held: HeldMeeting,
    line: AgendaLine,
    sheet: DossierSheet,
    parties: tuple[Party, ...],
    forecasts: dict[UUID | None, QuorumForecast],
) -> PaperPoint:
    who, expected = electorate_of(held, line.id), forecasts.get(line.id)
    recusals = _recusals(held, line, parties)
    if expected is not None:
        required, quorum = expected.required, expected.sentence
    else:
        state = quorum_state(held, who, is_carried_over=line.is_carried_over)
        required, quorum = state.required, state.sentence
    return PaperPoint(
        line=line,
        sheet=sheet,
        recusals=recusals,
        required=required,
        quorum=quorum,
        voters=_secret_voters(held, who),
        presiding=_presiding(held, who, recusals),
    )


def _recusals(
    held: HeldMeeting, line: AgendaLine, parties: tuple[Party, ...]
) -> tuple[PaperRecusal, ...]:
    declared = {each.member_id: each.reason for each in held.recusals.get(line.id, ())}
    aside = held.where.set_aside.get(line.id, frozenset())
    found = [PaperRecusal(held.member(each), why, True) for each, why in declared.items()]  # noqa: FBT003  # a field of a record
    for each in held.members:
        if each.id in declared or each.id in aside or each.sheet.office is MemberOffice.GUEST:
            continue
        if reason := suggested(each, parties):
            found.append(PaperRecusal(each, reason, is_declared=False))
    return tuple(found)


def _secret_voters(held: HeldMeeting, who: Electorate) -> int:
    """Return how many papers a secret ballot needs: one a seat before the roll call."""
    if not held.presences:
        return len(who.in_office)
    return len(who.voters if held.rules.proxies_in_secret else who.in_person)


def _presiding(
    held: HeldMeeting, who: Electorate, recusals: tuple[PaperRecusal, ...]
) -> Member | None:
    """Return who presides a dossier, or would if everybody came and stepped aside."""
    if held.presences:
        return presiding_of(held, who)
    away = {each.member.id for each in recusals}
    vice = (each for each in held.members if each.sheet.office is MemberOffice.VICE_CHAIR)
    named = [held.presiding] if held.presiding else []
    return next((each for each in (*named, *vice) if each.id not in away), None)
