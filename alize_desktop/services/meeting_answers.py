"""What members answered to the notice: a ledger whose last line of a member holds."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AnswerKind
from alize_desktop.models.records.meetings import MemberAnswer
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredAnswer
from alize_desktop.rules.electorate import electorate
from alize_desktop.rules.forecast import Answer, roll_answered
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.roll import electorate_of


def read_answers(session: Session, held: HeldMeeting) -> tuple[MemberAnswer, ...]:
    """Return what each member with a seat answered last, by seat."""
    statement = (
        select(StoredAnswer.__table__)
        .where(StoredAnswer.meeting_id == held.row.id)
        .order_by(StoredAnswer.sequence)
    )
    last = {each.member_id: each for each in session.execute(statement)}
    return tuple(_answer(each, last.get(each.id)) for each in held.members if each.has_seat)


def given(answers: tuple[MemberAnswer, ...]) -> dict[str, Answer]:
    """Return the answers that were given, as the rules read them."""
    return {
        str(each.member.id): Answer(each.kind, str(each.holder_id) if each.holder_id else None)
        for each in answers
        if each.kind is not None
    }


def check_answer(
    session: Session,
    held: HeldMeeting,
    member_id: UUID,
    kind: AnswerKind | None,
    holder_id: UUID | None,
) -> None:
    """Refuse an answer that cannot be, or that the rules on proxies refuse.

    Raises:
        UserError: ``MEMBER_UNKNOWN``; ``MEMBER_NOT_VOTING`` without a seat;
            ``ALTERNATE_MISSING``; ``WRITTEN_CONSULTATION``; a proxy that the rules
            refuse.
    """
    member = held.member(member_id)
    name = member.sheet.full_name
    if not member.has_seat:
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=name)
    if kind is AnswerKind.SUBSTITUTE and held.alternate_of(member) is None:
        raise UserError(ErrorCode.ALTERNATE_MISSING, member=name)
    if kind is AnswerKind.PROXY:
        _check_holder(held, member_id, holder_id)
    answers = given(read_answers(session, held))
    answers.pop(str(member_id), None)
    if kind is not None:
        answers[str(member_id)] = Answer(kind, str(holder_id) if holder_id else None)
    names = {str(each.id): each.sheet.full_name for each in held.members}
    seats = electorate_of(held).roll.seats
    electorate(roll_answered(seats, answers, names), held.rules)


def write_answer(
    registry: Registry,
    session: Session,
    meeting_id: UUID,
    member_id: UUID,
    kind: AnswerKind | None,
    holder_id: UUID | None,
) -> None:
    """Write an answer, with its journal line."""
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "meeting_id": meeting_id,
        "member_id": member_id,
        "kind": kind,
        "holder_id": holder_id,
        "at": registry.instant(session),
    }
    session.execute(insert(StoredAnswer).values(columns))
    details: dict[str, object] = {
        "member": str(member_id),
        "kind": kind.value if kind else None,
        "holder": str(holder_id) if holder_id else None,
    }
    registry.journal(session, "meeting.answered", "meeting", meeting_id, details)


def _answer(member: Member, said: Row[Any] | None) -> MemberAnswer:
    if said is None:
        return MemberAnswer(member, None, None, None)
    return MemberAnswer(member, said.kind, said.holder_id, said.at)


def _check_holder(held: HeldMeeting, member_id: UUID, holder_id: UUID | None) -> None:
    member = held.member(member_id).sheet.full_name
    if held.is_written:
        raise UserError(ErrorCode.WRITTEN_CONSULTATION)
    if holder_id is None or holder_id == member_id:
        raise UserError(ErrorCode.PROXY_TO_ONESELF, member=member)
    held.member(holder_id)
