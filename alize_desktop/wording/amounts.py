"""Amounts and numbers as a French reader writes and reads them.

U+202F groups thousands on screen and U+00A0 in PDFs (pass ``thousands``); the
unit stays with its number through U+00A0.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money, Voices
from alize_desktop.rules.voices import exact_decimal

NARROW: Final = "\u202f"
"""Narrow no-break space: groups of thousands on screen."""

NO_BREAK: Final = "\u00a0"
"""No-break space: before a unit, and groups of thousands in PDFs."""

_MINUS: Final = "\u2212"
_APOSTROPHE: Final = "'"  # words are compared with typed ones: a straight apostrophe
_MILLION: Final = 10**6
_TYPED: Final = re.compile(
    r"([-\u2212]?)\s?([0-9]{1,3}(?:\s[0-9]{3}){1,4}|[0-9]{1,13})(?:[.,]([0-9]{1,2}))?"
    r"\s*(?:€|euros?|eur)?",
    re.IGNORECASE,
)


def money_text(amount: Money, thousands: str = NARROW) -> str:
    """Return an amount with its centimes: « 12 000,00 € »."""
    euros, cents = divmod(abs(amount.minor), 100)
    text = f"{_grouped(euros, thousands)},{cents:02d}{NO_BREAK}€"
    return _MINUS + text if amount.minor < 0 else text


def money_short(amount: Money, thousands: str = NARROW) -> str:
    """Return an amount without its centimes when there are none: « 12 000 € »."""
    if amount.minor % 100:
        return money_text(amount, thousands)
    return f"{integer_text(amount.minor // 100, thousands)}{NO_BREAK}€"


def integer_text(number: int, thousands: str = NARROW) -> str:
    """Return an integer in groups of three: « 12 000 »."""
    text = _grouped(abs(number), thousands)
    return _MINUS + text if number < 0 else text


def decimal_text(number: Decimal | Voices, thousands: str = NARROW) -> str:
    """Return an exact number without trailing zeros: « 2,6 »."""
    exact = number if isinstance(number, Decimal) else exact_decimal(number)
    whole, _, part = format(abs(exact), "f").partition(".")
    part = part.rstrip("0")
    text = _grouped(int(whole), thousands) + (f",{part}" if part else "")
    return _MINUS + text if exact < 0 else text


def words(amount: Money) -> str:
    """Return an amount in words, traditional spelling: « douze mille euros ».

    Source:
        Conseil supérieur de la langue française, 1990, for what the traditional
        spelling was: hyphens below one hundred only, none around « et ».
    """
    euros, cents = divmod(abs(amount.minor), 100)
    parts = [] if cents and not euros else [_euros_in_words(euros)]
    if cents:
        parts.append(f"{number_words(cents)} {'centimes' if cents > 1 else 'centime'}")
    text = " et ".join(parts)
    return f"moins {text}" if amount.minor < 0 else text


def parse_money(text: str) -> Money:
    """Return the amount a person typed: « 12 000,00 € », « 12000.5 », « 12 000 ».

    Three digits after a point or a comma are refused: nobody can tell whether
    « 12.000 » is twelve or twelve thousand.

    Raises:
        UserError: ``AMOUNT_INVALID``.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        raise UserError(ErrorCode.AMOUNT_INVALID, value=text)
    sign, euros, cents = match[1], re.sub(r"\D", "", match[2]), match[3] or ""
    minor = int(euros) * 100 + int(cents.ljust(2, "0"))
    return Money(-minor if sign else minor)


def _grouped(number: int, thousands: str) -> str:
    return f"{number:,}".replace(",", thousands)


def _euros_in_words(euros: int) -> str:
    text = number_words(euros)
    if euros and euros % _MILLION == 0:  # « million » is a noun
        return f"{text} d{_APOSTROPHE}euros"
    return f"{text} {'euros' if euros > 1 else 'euro'}"


def number_words(number: int) -> str:
    """Return an integer in words, traditional spelling: « deux », « vingt et un »."""
    from num2words import num2words  # noqa: PLC0415 - only papers write words

    convert: Callable[..., object] = num2words
    return str(convert(number, lang="fr"))
