"""French ways of writing amounts, numbers and dates, brought to one usual form."""

import re
from decimal import Decimal
from typing import Final

from alize_desktop.rules.text import search_key

_INVISIBLE: Final = re.compile("[\u200b\u2060\ufeff]")
_NUMBER: Final = re.compile(
    r"([-\u2212]?)\s?([0-9]{1,3}(?:\s[0-9]{3}){1,4}|[0-9]{1,13})(?:[.,]([0-9]{1,9}))?"
)
_UNIT: Final = re.compile(r"\s*(?:mois|jours?|emplois?|etp|salariés?|voix)$", re.IGNORECASE)
_POINTED: Final = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3})+(?=,[0-9]{1,2}(?![0-9]))")
_EURO_FIRST: Final = re.compile(r"^(-?)\s*(?:€|eur)\s*(?=[0-9])", re.IGNORECASE)
_HOUR: Final = re.compile(r"(?<=[0-9])[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_WEEKDAY: Final = re.compile(
    r"^(?:lun|mar|mercre|jeu|vendre|same)di\s+|^dimanche\s+", re.IGNORECASE
)
_SHORT_MONTH: Final = re.compile(r"\b(janv|févr|fév|avr|juil|sept|oct|nov|déc)\b\.?", re.IGNORECASE)
_MONTHS: Final = {
    "janv": "janvier",
    "fevr": "février",
    "fev": "février",
    "avr": "avril",
    "juil": "juillet",
    "sept": "septembre",
    "oct": "octobre",
    "nov": "novembre",
    "dec": "décembre",
}


def usual_amount(text: str) -> str:
    """Return an amount with its unit last and its thousands apart by a space."""
    text = _INVISIBLE.sub("", text).strip()
    text = _EURO_FIRST.sub(r"\1", text)
    return _POINTED.sub(lambda match: match[0].replace(".", " "), text)


def usual_date(text: str) -> str:
    """Return a date without its hour and day of the week, its month in full."""
    text = _INVISIBLE.sub("", text).strip()
    text = _WEEKDAY.sub("", _HOUR.sub("", text))
    text = _SHORT_MONTH.sub(lambda match: _MONTHS[search_key(match[1])], text)
    return re.sub(r"\s*([/.\-])\s*(?=[0-9])", r"\1", text)


def number_of_text(text: str) -> Decimal | None:
    """Return the number of a text, exact: ``2,5`` or ``10 ETP``; None when it is none."""
    match = _NUMBER.fullmatch(_UNIT.sub("", _INVISIBLE.sub("", text).strip()))
    if match is None:
        return None
    sign, whole, decimals = match[1], re.sub(r"\s", "", match[2]), match[3] or "0"
    return Decimal(f"{'-' if sign else ''}{whole}.{decimals}")
