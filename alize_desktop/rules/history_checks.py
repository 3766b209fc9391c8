"""What the end of a dossier, taken over from the past, must be to be believed."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.field_checks import (
    Check,
    check_amount,
    check_count,
    check_text,
    first_problems,
)
from alize_desktop.rules.mission_checks import check_days
from alize_desktop.rules.text import search_key


def history_problems(
    history: HistorySheet, filed_on: date | None, today: date, partners: Collection[str]
) -> tuple[FieldProblem, ...]:
    """Return what would refuse the end of a dossier, the first problem of each field.

    Args:
        history: The end of the dossier.
        filed_on: Day it was filed, None when it is not known.
        today: Last day that is past.
        partners: ``search_key`` of the names of the partner companies.
    """
    return first_problems(_checks(history, filed_on, today, partners))


def _checks(
    history: HistorySheet, filed_on: date | None, today: date, partners: Collection[str]
) -> Iterator[tuple[str, Check]]:
    yield "history.decided_on", lambda: _check_day(history.decided_on, filed_on, today)
    yield "history.amount", lambda: check_amount(history.amount)
    yield "history.jobs_created", lambda: check_count(history.jobs_created or 0)
    if history.days_done:
        yield "history.days_done", lambda: check_days(history.days_done)
    if history.outcome not in APPROVALS:
        for name in ("amount", "jobs_created", "days_done"):
            yield f"history.{name}", partial(_check_nothing, getattr(history, name))
    yield "history.partner", lambda: check_text(history.partner)
    yield "history.partner", lambda: _check_partner(history, partners)


def _check_day(day: date, filed_on: date | None, today: date) -> None:
    if filed_on is not None and day < filed_on:
        raise UserError(ErrorCode.HISTORY_DATE_TOO_EARLY, day=day, filed_on=filed_on)
    if day > today:
        raise UserError(ErrorCode.HISTORY_DATE_IN_FUTURE, day=day)


def _check_nothing(value: object) -> None:
    if value:
        raise UserError(ErrorCode.HISTORY_NOT_APPROVED)


def _check_partner(history: HistorySheet, partners: Collection[str]) -> None:
    if not history.partner:
        if history.days_done > 0:
            raise UserError(ErrorCode.HISTORY_PARTNER_MISSING, days=history.days_done)
    elif search_key(history.partner) not in partners:
        raise UserError(ErrorCode.HISTORY_PARTNER_UNKNOWN, partner=history.partner)
