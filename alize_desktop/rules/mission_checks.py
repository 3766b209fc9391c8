"""What the sheet of a mission and what happens to it must say, before anything is written."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.missions import NONE, MissionEventDraft, MissionSheet
from alize_desktop.rules.field_checks import (
    check_amount,
    check_period,
    check_present,
    check_text,
    check_year,
)

MOST_DAYS: Final = Decimal(999)
"""Most days of one mission."""

EVALUATIONS: Final = frozenset(
    {MissionEventKind.EVALUATED_BY_COMPANY, MissionEventKind.EVALUATED_BY_PARTNER}
)
NAMING: Final = frozenset(
    {
        MissionEventKind.CONFIRMED_BY_COMPANY,
        MissionEventKind.CONFIRMED_BY_PARTNER,
        MissionEventKind.REVERSAL,
    }
)
"""Events that are about another one."""

_FIRST_YEAR: Final = 1990
_RATINGS: Final = range(1, 6)
_WITH_DAYS: Final = frozenset({MissionEventKind.DAYS_DONE, MissionEventKind.AMENDED})
_WITH_TEXT: Final = frozenset(
    {MissionEventKind.NOTE, MissionEventKind.GIVEN_UP, MissionEventKind.REVERSAL}
)


def tidied_sheet(sheet: MissionSheet) -> MissionSheet:
    """Return a sheet without useless spaces."""
    return replace(
        sheet,
        category=" ".join(sheet.category.split()),
        contributor=" ".join(sheet.contributor.split()),
        position=" ".join(sheet.position.split()),
        goals="\n".join(each.strip() for each in sheet.goals.splitlines() if each.strip()),
        place=" ".join(sheet.place.split()),
        calendar=sheet.calendar.strip(),
    )


def check_sheet(sheet: MissionSheet) -> None:
    """Refuse a sheet that nobody could follow.

    Raises:
        UserError: ``TEXT_MISSING`` without a category; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``; ``MISSION_DAYS_INVALID``; ``AMOUNT_NEGATIVE``;
            ``DATE_INVALID``; ``PERIOD_REVERSED``.
    """
    check_present(sheet.category)
    for text in (sheet.category, sheet.contributor, sheet.position, sheet.place):
        check_text(text)
    for text in (sheet.goals, sheet.calendar):
        check_text(text, lines=True)
    check_days(sheet.planned_days)
    check_amount(sheet.day_value)
    for day in (sheet.starts_on, sheet.ends_on):
        if day is not None:
            check_year(day, _FIRST_YEAR)
    check_period(sheet.starts_on, sheet.ends_on)


def tidied_draft(draft: MissionEventDraft) -> MissionEventDraft:
    """Return a draft without useless spaces, nor what its kind does not say."""
    return replace(
        draft,
        days=draft.days if draft.kind in _WITH_DAYS else NONE,
        ends_on=draft.ends_on if draft.kind is MissionEventKind.AMENDED else None,
        rating=draft.rating if draft.kind in EVALUATIONS else None,
        names_id=draft.names_id if draft.kind in NAMING else None,
        text=draft.text.strip(),
        author=" ".join(draft.author.split()),
    )


def check_draft(draft: MissionEventDraft) -> None:
    """Refuse an event that does not say what it should.

    Raises:
        UserError: ``EVENT_AUTHOR_MISSING``; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``; ``MISSION_TEXT_MISSING`` for a note, a mission
            given up or a reversal; ``MISSION_RATING_MISSING``; ``MISSION_DAYS_INVALID``:
            an amendment changes the days or the end; ``DATE_INVALID``.
    """
    if not draft.author:
        raise UserError(ErrorCode.EVENT_AUTHOR_MISSING)
    check_text(draft.author)
    check_text(draft.text, lines=True)
    if draft.kind in _WITH_TEXT and not draft.text:
        raise UserError(ErrorCode.MISSION_TEXT_MISSING)
    if draft.kind in EVALUATIONS and draft.rating not in _RATINGS:
        raise UserError(ErrorCode.MISSION_RATING_MISSING)
    if draft.kind in _WITH_DAYS and (draft.days or draft.ends_on is None):
        check_days(draft.days)
    for day in (draft.value_on, draft.ends_on):
        if day is not None:
            check_year(day, _FIRST_YEAR)


def check_days(days: Decimal) -> None:
    """Refuse what is not a number of days or half days, above 0.

    Raises:
        UserError: ``MISSION_DAYS_INVALID``.
    """
    if not days.is_finite() or not 0 < days <= MOST_DAYS or days * 2 % 1:
        raise UserError(ErrorCode.MISSION_DAYS_INVALID, value=_shown(days))


def _shown(days: Decimal) -> Decimal | str:
    return days if days.is_finite() else str(days)
