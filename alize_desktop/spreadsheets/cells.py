"""What a cell means: French habits are understood, anything doubtful is refused.

Each function reads one cell that is not empty and raises a ``UserError`` when
it is not what its column holds. No float is reckoned with: the fifteen digits
that a workbook shows of a number become an exact decimal at once.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import LARGEST_AMOUNT, Money
from alize_desktop.spreadsheets.habits import number_of_text, usual_amount, usual_date
from alize_desktop.spreadsheets.raw import BLANKS, CellKind, RawCell
from alize_desktop.wording.amounts import parse_money
from alize_desktop.wording.dates import parse_date

Reader = Callable[[RawCell], object]

_DIGITS: Final = 15
"""Significant digits that a workbook keeps of a number."""


def shown(cell: RawCell) -> str:
    """Return what a person sees in the cell, for a sentence."""
    value = cell.value
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, int | float):
        return _plain(value).replace(".", ",")
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return str(value)


def check_is_value(cell: RawCell) -> None:
    """Refuse a formula and an error, wherever they stand.

    Raises:
        UserError: ``CELL_IS_FORMULA`` or ``CELL_IS_ERROR``.
    """
    if cell.kind is CellKind.FORMULA:
        raise UserError(ErrorCode.CELL_IS_FORMULA, value=shown(cell))
    if cell.kind is CellKind.ERROR:
        raise UserError(ErrorCode.CELL_IS_ERROR, value=shown(cell))


def long_text_of(cell: RawCell) -> str:
    """Return a text with its line ends, without blanks around.

    A number is taken as it is shown.

    Raises:
        UserError: ``CELL_NOT_TEXT`` for a date or a boolean.
    """
    check_is_value(cell)
    if cell.kind in (CellKind.DATE, CellKind.BOOLEAN):
        raise UserError(ErrorCode.CELL_NOT_TEXT, value=shown(cell))
    return shown(cell).strip(BLANKS)


def text_of(cell: RawCell) -> str:
    """Return a text on one line: tabs and line ends become spaces.

    Raises:
        UserError: ``CELL_NOT_TEXT`` for a date or a boolean.
    """
    return re.sub(r"[ \t\n]+", " ", long_text_of(cell))


def digits_of(length: int, shortest: int) -> Reader:
    """Return a reader of identifiers made of digits.

    A workbook that takes an identifier for a number drops its leading zeros:
    they are put back. A text is kept as it is written, without blanks around.

    Args:
        length: Digits of the identifier.
        shortest: Fewest digits that zeros may be put back to.
    """

    def read(cell: RawCell) -> str:
        text = text_of(cell)
        if cell.kind is CellKind.NUMBER and shortest <= len(text) < length and text.isdigit():
            return text.zfill(length)
        return text

    return read


def postcode_of(cell: RawCell) -> str:
    """Return a postcode without spaces; ``1500`` gives ``01500``, also as a text."""
    text = re.sub(r"\s", "", text_of(cell))
    return f"0{text}" if re.fullmatch("[0-9]{4}", text) else text


def amount_of(cell: RawCell) -> Money:
    """Return an amount: a number, or a text such as ``12 000,00 €``.

    Raises:
        UserError: ``AMOUNT_INVALID`` for anything else, and for a fraction of
            a centime.
    """
    check_is_value(cell)
    if cell.kind is CellKind.TEXT:
        return parse_money(usual_amount(str(cell.value)))
    number = _exact(cell)
    if number is None or abs(number) * 100 > LARGEST_AMOUNT or number * 100 % 1:
        raise UserError(ErrorCode.AMOUNT_INVALID, value=shown(cell))
    return Money(int(number * 100))


def decimal_of(cell: RawCell) -> Decimal:
    """Return a number, exact: ``2,5`` or ``10 ETP``.

    Raises:
        UserError: ``NUMBER_INVALID``.
    """
    check_is_value(cell)
    number = _exact(cell)
    if number is None or abs(number) > LARGEST_AMOUNT:
        raise UserError(ErrorCode.NUMBER_INVALID, value=shown(cell))
    return number


def whole_of(cell: RawCell) -> int:
    """Return a whole number: ``36``, ``36 mois`` or ``5,0``.

    Raises:
        UserError: ``NUMBER_INVALID``; ``NUMBER_NOT_WHOLE`` for a half.
    """
    number = decimal_of(cell)
    if number % 1:
        raise UserError(ErrorCode.NUMBER_NOT_WHOLE, value=shown(cell))
    return int(number)


def date_of(cell: RawCell) -> date:
    """Return a day: a date of the workbook, ``05/03/2026`` or ``5 mars 2026``.

    The hour, if any, is dropped.

    Raises:
        UserError: ``DATE_INVALID``.
    """
    check_is_value(cell)
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise UserError(ErrorCode.DATE_INVALID, value=shown(cell))
    return parse_date(usual_date(value))


def _exact(cell: RawCell) -> Decimal | None:
    """Return the number of a cell, or of its text, None when there is none."""
    value = cell.value
    if isinstance(value, str):
        return number_of_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    number = Decimal(_plain(value))
    return number if number.is_finite() else None


def _plain(value: float) -> str:
    """Return a number as a workbook shows it: fifteen digits, no exponent."""
    if isinstance(value, int):
        return str(value)
    exact = Decimal(f"{value:.{_DIGITS}g}")
    return f"{exact.normalize():f}" if exact.is_finite() else str(exact)
