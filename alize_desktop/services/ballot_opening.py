"""A ballot opened: its question, its form, and what its result is reckoned with."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, ItemStep
from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.records.committee import NO_MOTION
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredBallot, StoredVoter
from alize_desktop.models.values import Money
from alize_desktop.rules.electorate import Voter
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.meeting import voters_of
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.agenda_steps import Point, set_step
from alize_desktop.services.ballot_access import check_step, proclaimed_ballot
from alize_desktop.services.ballot_electorate import presiding_or_refused, reckoning
from alize_desktop.services.ballot_results import motion_of, reexamination_of, result_of
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import (
    check_quorum,
    electorate_of,
    frozen_electorate,
    quorum_result,
)
from alize_desktop.services.stored_ballot import HeldBallot


def write_ballot(
    registry: Registry,
    session: Session,
    held: HeldMeeting,
    point: Point,
    form: BallotForm,
    motion: Motion,
) -> None:
    """Write a ballot with its electorate, and its journal line.

    Raises:
        UserError: ``QUORUM_NOT_REACHED`` for this dossier; ``PRESIDING_MEMBER_ABSENT``.
    """
    who = electorate_of(held, point.id)
    found = quorum_result(held, who, is_carried_over=point.is_carried_over)
    check_quorum(found, point.number)
    presiding = presiding_or_refused(held, who)
    ballot: dict[str, Any] = {
        "id": registry.new_id(),
        "item_id": point.id,
        "meeting_id": held.row.id,
        "number": _next_number(session, point.id),
        "form": form,
        "motion": motion.text,
        "motion_amount": None if motion.amount_minor is None else Money(motion.amount_minor),
        "answers_ballot_id": motion.answers_ballot_id,
        "opened_at": registry.instant(session, held.latest),
        "majority": plain(held.rules.majority),
        **reckoning(held, point.id, who, found, presiding),
    }
    session.execute(insert(StoredBallot).values(ballot))
    voters = [_voter(ballot["id"], each) for each in voters_of(who, form, held.rules)]
    session.execute(insert(StoredVoter), voters)
    set_step(session, point.id, ItemStep.BALLOT_OPEN)
    details: dict[str, object] = {
        "item": str(point.id),
        "ballot": plain(ballot),
        "voters": plain(voters),
    }
    registry.journal(session, "ballot.opened", "meeting", held.row.id, details)


def _next_number(session: Session, item_id: UUID) -> int:
    last = session.scalar(
        select(func.max(StoredBallot.number)).where(StoredBallot.item_id == item_id)
    )
    return (last or 0) + 1


def form_of(held: HeldMeeting, form: BallotForm | None) -> BallotForm:
    """Return the form of a new ballot: the one asked, or that of the rules.

    Raises:
        UserError: ``WRITTEN_CONSULTATION`` for anything but named votes in writing.
    """
    if held.is_written:
        if form not in (None, BallotForm.NAMED):
            raise UserError(ErrorCode.WRITTEN_CONSULTATION)
        return BallotForm.NAMED
    return held.rules.ballot_form if form is None else form


def question_of(session: Session, held: HeldMeeting, point: Point, motion: Motion) -> Motion:
    """Return what a new ballot of a point asks.

    After a proclaimed ballot that did not adopt, another proposal; after one that is to
    be looked at again, the same question.

    Raises:
        UserError: ``BALLOT_PROCLAIMED`` and the other reasons of ``check_step``;
            ``MOTION_MISSING``; ``MOTION_EARLIER_UNKNOWN``; ``AMOUNT_NEGATIVE``; a text
            too long.
    """
    motion = _tidied(motion)
    if point.step is not ItemStep.PROCLAIMED:
        check_step(point, ItemStep.PRESENTED)
        if motion.answers_ballot_id is not None:
            raise UserError(ErrorCode.MOTION_EARLIER_UNKNOWN)
        return motion
    last = proclaimed_ballot(session, point.id)
    if motion.answers_ballot_id not in (None, last.id):
        raise UserError(ErrorCode.MOTION_EARLIER_UNKNOWN)
    return replace(_next_question(held, last, motion), answers_ballot_id=last.id)


def _next_question(held: HeldMeeting, last: HeldBallot, motion: Motion) -> Motion:
    who = frozen_electorate(held, last.item_id, last)
    is_new = replace(motion, answers_ballot_id=None) != NO_MOTION
    if reexamination_of(held, who, last):
        return motion if is_new else motion_of(last)
    if result_of(held, who, last).adopted:
        raise UserError(ErrorCode.BALLOT_PROCLAIMED)
    if not is_new:
        raise UserError(ErrorCode.MOTION_MISSING)
    return motion


def _tidied(motion: Motion) -> Motion:
    check_text(motion.text, lines=True)
    amount = motion.amount_minor
    if amount is not None and amount < 0:
        raise UserError(ErrorCode.AMOUNT_NEGATIVE, amount=Money(amount))
    return replace(motion, text=motion.text.strip())


def _voter(ballot_id: UUID, voter: Voter) -> dict[str, Any]:
    return {
        "ballot_id": ballot_id,
        "member_id": UUID(voter.member),
        "holder_id": UUID(voter.holder) if voter.holder else None,
        "weight": exact_decimal(voter.weight),
    }
