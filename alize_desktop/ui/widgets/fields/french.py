"""Figures and dates as French people type them, for the fields."""

import re
from datetime import date
from decimal import Decimal

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money

try:
    from alize_desktop.wording.errors import message_of
except ModuleNotFoundError:

    def message_of(error: UserError) -> str:
        return f"{error.code} {error.params}"


_SPACES = re.compile(r"[\s\u00a0\u202f]")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d+)?")
_DATE = re.compile(r"(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4}|\d{2})")


def plain_number(text: str) -> str:
    return _SPACES.sub("", text).replace("€", "").replace(",", ".")


def read_money(text: str) -> Money:
    return Money.parse(plain_number(text))


def show_money(amount: Money) -> str:
    whole, cents = divmod(amount.minor, 100)
    grouped = f"{whole:,}".replace(",", "\u202f")
    return grouped if not cents else f"{grouped},{cents:02d}"


def read_decimal(text: str) -> Decimal:
    plain = plain_number(text)
    if not _NUMBER.fullmatch(plain):
        raise UserError(ErrorCode.NUMBER_INVALID, value=text)
    return Decimal(plain)


def show_decimal(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def read_date(text: str) -> date:
    found = _DATE.fullmatch(text)
    if not found:
        raise UserError(ErrorCode.DATE_INVALID, value=text)
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError as error:
        raise UserError(ErrorCode.DATE_INVALID, value=text) from error


def show_date(day: date) -> str:
    return f"{day:%d/%m/%Y}"
