"""Checks of what is written of jobs: promises, observations, openings, diagnosis notes."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import JobContract, JobKind
from alize_desktop.models.records.jobs import JobObservationDraft, JobOpening, JobPromise
from alize_desktop.rules.field_checks import (
    check_count,
    check_hundredths,
    check_present,
    check_text,
    check_year,
)

USUAL_CONTRACT: Final = JobContract.PERMANENT
"""What a job is, when nobody said otherwise."""

_FIRST_YEAR: Final = 1990
"""No programme is older; a promise dated before is a slip of the hand."""


def check_diagnosis(note: str, author: str) -> None:
    """Refuse a note that says nothing, or that nobody signs.

    Raises:
        UserError: ``DIAGNOSIS_EMPTY``; ``TEXT_MISSING`` for the author; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if not note.strip():
        raise UserError(ErrorCode.DIAGNOSIS_EMPTY)
    check_text(note, lines=True)
    check_present(author)
    check_text(author)


def check_promises(lines: Iterable[JobPromise]) -> None:
    """Refuse lines that cannot be kept count of.

    Raises:
        UserError: ``NUMBER_OUT_OF_RANGE`` or ``NUMBER_INVALID``; ``FTE_ABOVE_PERSONS``;
            ``DATE_INVALID``.
    """
    for each in lines:
        check_count(each.persons, least=1)
        _check_fte(each.fte, each.persons)
        if each.due_on is not None:
            check_year(each.due_on, _FIRST_YEAR)


def tidied(draft: JobObservationDraft) -> JobObservationDraft:
    """Return a draft without useless spaces."""
    return replace(draft, note=draft.note.strip(), author=draft.author.strip())


def check_observation(
    draft: JobObservationDraft, months: Collection[int], decided_on: date, today: date
) -> None:
    """Refuse an observation that cannot be.

    Args:
        draft: What was seen.
        months: Milestones of the rules in force.
        decided_on: Day of the decision: nothing is seen before.
        today: Of the clock.

    Raises:
        UserError: ``TEXT_MISSING`` for the author; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``; ``NUMBER_OUT_OF_RANGE`` or ``NUMBER_INVALID``;
            ``FTE_ABOVE_PERSONS``; ``MILESTONE_UNKNOWN``; ``EVENT_DATE_IN_FUTURE``;
            ``OBSERVATION_TOO_EARLY``.
    """
    check_present(draft.author)
    check_text(draft.author)
    check_text(draft.note, lines=True)
    for each in JobKind:
        persons = getattr(draft, each.value)
        check_count(persons)
        _check_fte(getattr(draft, f"{each.value}_fte"), persons)
    if draft.headcount is not None:
        check_hundredths(draft.headcount)
    if draft.milestone is not None and draft.milestone not in months:
        raise UserError(ErrorCode.MILESTONE_UNKNOWN, months=draft.milestone)
    if draft.observed_on > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=draft.observed_on)
    if draft.observed_on < decided_on:
        raise UserError(ErrorCode.OBSERVATION_TOO_EARLY, day=draft.observed_on, limit=decided_on)


def check_reversal(draft: JobObservationDraft) -> None:
    """Refuse to take an observation back without saying why, or who does.

    Raises:
        UserError: ``REASON_MISSING``; ``TEXT_MISSING`` for the author; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if not draft.note:
        raise UserError(ErrorCode.REASON_MISSING)
    check_text(draft.note, lines=True)
    check_present(draft.author)
    check_text(draft.author)


def tidied_opening(opening: JobOpening) -> JobOpening:
    """Return an opening without useless spaces."""
    return replace(opening, title=opening.title.strip(), note=opening.note.strip())


def check_opening(opening: JobOpening, today: date) -> None:
    """Refuse an opening that offers nothing, or that took more people than it offers.

    Args:
        opening: Without useless spaces.
        today: Of the clock: nothing is offered nor filled later.

    Raises:
        UserError: ``OPENING_TITLE_MISSING``; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``; ``NUMBER_OUT_OF_RANGE``;
            ``OPENING_FILLED_TOO_MANY``; ``DATE_INVALID``; ``EVENT_DATE_IN_FUTURE``;
            ``PERIOD_REVERSED`` for one filled before it was offered.
    """
    if not opening.title:
        raise UserError(ErrorCode.OPENING_TITLE_MISSING)
    check_text(opening.title)
    check_text(opening.note, lines=True)
    check_count(opening.persons, least=1)
    check_count(opening.filled)
    if opening.filled > opening.persons:
        raise UserError(
            ErrorCode.OPENING_FILLED_TOO_MANY, filled=opening.filled, persons=opening.persons
        )
    check_year(opening.opened_on, _FIRST_YEAR)
    latest = max(opening.opened_on, opening.filled_on or opening.opened_on)
    if latest > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=latest)
    if opening.filled_on is not None and opening.filled_on < opening.opened_on:
        raise UserError(ErrorCode.PERIOD_REVERSED, first=opening.opened_on, last=opening.filled_on)


def _check_fte(fte: Decimal, persons: int) -> None:
    check_hundredths(fte)
    if fte > persons:
        raise UserError(ErrorCode.FTE_ABOVE_PERSONS, fte=fte, persons=persons)
