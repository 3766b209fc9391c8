"""Fields of figures: amounts, whole numbers, decimal numbers."""

import re
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.wording.amounts import decimal_text, money_short, parse_money

_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)


def _read_within(smallest: Decimal, largest: Decimal, places: int, text: str) -> Decimal:
    plain = _SPACES.sub("", text)
    if not _NUMBER.fullmatch(plain):
        raise UserError(ErrorCode.NUMBER_INVALID, value=text)
    value = Decimal(plain.replace(",", "."))
    if value != round(value, places):
        raise UserError(ErrorCode.NUMBER_INVALID, value=text)
    if not smallest <= value <= largest:
        raise UserError(
            ErrorCode.NUMBER_OUT_OF_RANGE,
            value=text,
            minimum=smallest,
            maximum=largest,
        )
    return value


def _read_whole(smallest: int, largest: int, text: str) -> int:
    return int(_read_within(Decimal(smallest), Decimal(largest), 0, text))


def _without_unit(amount: Money) -> str:
    return money_short(amount).removesuffix("\u00a0€")


class MoneyField(TypedField[Money]):
    """An amount in euros, typed as ``12 000``, ``12000,50`` or ``12 000 €``."""

    def __init__(
        self,
        text: str,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            Reading(parse_money, _without_unit, right=True),
            unit="€",
            required=required,
            hint=hint,
            parent=parent,
        )


class IntegerField(TypedField[int]):
    """A whole number.

    Args:
        text: Label.
        smallest: Smallest number accepted.
        largest: Largest number accepted.
        unit: Word after the number, such as ``mois``.
        required: Whether an empty line is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        *,
        smallest: int = 0,
        largest: int = 999_999,
        unit: str = "",
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            Reading(partial(_read_whole, smallest, largest), str, right=True),
            unit=unit,
            required=required,
            hint=hint,
            parent=parent,
        )


class DecimalField(TypedField[Decimal]):
    """A number with decimals, such as full-time equivalents.

    Args:
        text: Label.
        smallest: Smallest number accepted.
        largest: Largest number accepted.
        places: Most decimals accepted.
        unit: Word after the number.
        required: Whether an empty line is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        *,
        smallest: Decimal = Decimal(0),
        largest: Decimal = Decimal(999_999),
        places: int = 2,
        unit: str = "",
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            Reading(partial(_read_within, smallest, largest, places), decimal_text, right=True),
            unit=unit,
            required=required,
            hint=hint,
            parent=parent,
        )
