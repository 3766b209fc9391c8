"""Where things stand in a bank statement: the columns that its header names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from alize_desktop.rules.text import search_key

_DATES: Final = (
    *("date de valeur", "date valeur", "dateval"),
    *("date operation", "date de l operation", "date d operation", "dateop", "date op"),
    *("date comptable", "date de comptabilisation", "date comptabilisation", "date"),
)
"""Names of the column of dates, the one that counts first: advances are replayed by value date."""

_LABELS: Final = ("libelle", "label", "operation", "nature", "description", "intitule")
_MORE_LABELS: Final = ("reference", "informations", "detail", "motif", "communication")
_CURRENCIES: Final = ("devise", "monnaie")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a row, by index.

    Attributes:
        amount: Of the one column of signed amounts, None with a debit and a credit.
    """

    day: int
    labels: tuple[int, ...]
    amount: int | None
    debit: int | None
    credit: int | None
    currency: int | None

    @property
    def amounts(self) -> tuple[int, ...]:
        """Every column that holds an amount."""
        places = (self.amount, self.debit, self.credit)
        return tuple(each for each in places if each is not None)


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return the columns that a header names, None for a row that is no header."""
    names = [_name(each) for each in row]
    days = [names.index(each) for each in _DATES if each in names]
    labels = _starting(names, _LABELS)
    amount, debit, credit = (
        next(iter(_starting(names, (each,))), None) for each in ("montant", "debit", "credit")
    )
    if not days or not labels or (amount is None and (debit is None or credit is None)):
        return None
    return Columns(
        day=days[0],
        labels=(*labels, *_starting(names, _MORE_LABELS)),
        amount=amount if debit is None or credit is None else None,
        debit=debit,
        credit=credit,
        currency=next(iter(_starting(names, _CURRENCIES)), None),
    )


def _name(cell: str) -> str:
    """Return the name of a column: letters and digits, without accents."""
    return " ".join("".join(x if x.isalnum() else " " for x in search_key(cell)).split())


def _starting(names: Sequence[str], with_one: tuple[str, ...]) -> list[int]:
    return [index for index, each in enumerate(names) if each.startswith(with_one)]
