"""Checks of one value, whatever sheet it stands in. Each says no by a code."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import LONGEST_TEXT, FieldProblem
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.identifiers import is_siren

MOST_PEOPLE: Final = 100_000
"""Most jobs, employees or days that one sheet can name."""

LAST_YEAR: Final = 2100
"""Last year accepted in a date."""

_EMAIL: Final = re.compile(r"[^\s@,;<>()\"]+@[^\s@,;<>()\"]+\.[^\s@.,;<>()\"]{2,}")
_POSTCODE: Final = re.compile(r"[0-9]{5}")
_LINE_MARKS: Final = frozenset("\t\n")

Check = Callable[[], None]
"""Does nothing, or raises a ``UserError``."""


def first_problems(checks: Iterable[tuple[str, Check]]) -> tuple[FieldProblem, ...]:
    """Run checks in order and return at most one problem a field.

    Args:
        checks: Field and check; a field may come several times.
    """
    found: dict[str, UserError] = {}
    for field, check in checks:
        if field in found:
            continue
        try:
            check()
        except UserError as error:
            found[field] = error
    return tuple(FieldProblem(field, error) for field, error in found.items())


def check_text(text: str, longest: int = LONGEST_TEXT, *, lines: bool = False) -> None:
    """Refuse a text that is too long or holds control characters.

    Args:
        text: Any text, empty or not.
        longest: Most characters accepted.
        lines: Whether tabs and line ends are accepted.

    Raises:
        UserError: ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if len(text) > longest:
        raise UserError(ErrorCode.TEXT_TOO_LONG, length=len(text), longest=longest)
    if any(_is_control(each) and not (lines and each in _LINE_MARKS) for each in text):
        raise UserError(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS)


def check_present(text: str) -> None:
    """Refuse an empty text.

    Raises:
        UserError: ``TEXT_MISSING``.
    """
    if not text.strip():
        raise UserError(ErrorCode.TEXT_MISSING)


def check_email(text: str) -> None:
    """Refuse an address that cannot be one; an empty text passes.

    Raises:
        UserError: ``EMAIL_INVALID``.
    """
    if text and not _EMAIL.fullmatch(text):
        raise UserError(ErrorCode.EMAIL_INVALID, value=text)


def check_postcode(text: str) -> None:
    """Refuse a postcode that is not five digits; an empty text passes.

    Raises:
        UserError: ``POSTCODE_INVALID``.
    """
    if text and not _POSTCODE.fullmatch(text):
        raise UserError(ErrorCode.POSTCODE_INVALID, value=text)


def check_siren(text: str) -> None:
    """Refuse what is not a SIREN, empty included.

    Raises:
        UserError: ``TEXT_MISSING`` or ``SIREN_INVALID``.
    """
    check_present(text)
    if not is_siren(text):
        raise UserError(ErrorCode.SIREN_INVALID, value=text)


def check_amount(amount: Money | None) -> None:
    """Refuse an amount below zero; an amount not said passes.

    Raises:
        UserError: ``AMOUNT_NEGATIVE``.
    """
    if amount is not None and amount < ZERO:
        raise UserError(ErrorCode.AMOUNT_NEGATIVE, amount=amount)


def check_count(number: int | Decimal, most: int = MOST_PEOPLE, least: int = 0) -> None:
    """Refuse a number outside ``least`` to ``most``.

    Raises:
        UserError: ``NUMBER_OUT_OF_RANGE``.
    """
    if not least <= number <= most:
        raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=number, least=least, most=most)


def check_hundredths(number: Decimal) -> None:
    """Refuse a number below zero or with more than two decimals.

    Raises:
        UserError: ``NUMBER_INVALID`` or ``NUMBER_OUT_OF_RANGE``.
    """
    if not number.is_finite():
        raise UserError(ErrorCode.NUMBER_INVALID, value=str(number))
    check_count(number)
    if number * 100 % 1:
        raise UserError(ErrorCode.NUMBER_INVALID, value=str(number))


def check_year(day: date, first: int) -> None:
    """Refuse a day whose year is before ``first`` or after ``LAST_YEAR``.

    Raises:
        UserError: ``DATE_INVALID``.
    """
    if not first <= day.year <= LAST_YEAR:
        value = f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
        raise UserError(ErrorCode.DATE_INVALID, value=value)


def check_period(first: date | None, last: date | None) -> None:
    """Refuse a last day before the first one; a day that is not said passes.

    Raises:
        UserError: ``PERIOD_REVERSED``.
    """
    if first is not None and last is not None and last < first:
        raise UserError(ErrorCode.PERIOD_REVERSED, first=first, last=last)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff"
