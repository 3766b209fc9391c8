"""What the printed statement of the fund says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from alize_desktop.models.records.fund import (
    FundClosing,
    FunderShare,
    FundLine,
    FundPeriod,
    FundStatement,
)
from alize_desktop.models.records.fund_book import FundPaperRecord
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.fund_figures import fund_figures, share_text, where_from
from alize_desktop.wording.labels import label

NO_MOVEMENT: Final = "Rien n’est entré ni sorti."
"""Said in the place of movements when there are none."""

NO_FUNDER: Final = "Personne n’a encore apporté d’argent."
"""Said in the place of funders when there are none."""

HASH_LABEL: Final = "Empreinte SHA-256 de cet état"

EQUATION: Final = (
    "Ce que le fonds a reçu se retrouve à la banque, chez les entreprises ou en pertes"
    f"{NO_BREAK}: les deux totaux sont égaux."
)

_NOT_CLOSED: Final = (
    f"Les comptes de ce jour ne sont pas arrêtés{NO_BREAK}: ces chiffres peuvent encore changer."
)
_SETTLED: Final = "Les comptes de ce jour sont arrêtés avec ceux de sa période."


@dataclass(frozen=True, slots=True)
class MovementRow:
    """Money that moved, in words.

    Attributes:
        cash: At the bank after it.
        whose: Funder or company, and the reference.
        number: Of the advance.
    """

    cash: str
    what: str
    on: str = ""
    whose: str = ""
    number: str = ""
    entered: str = ""
    left: str = ""


def statement_title(record: FundPaperRecord) -> str:
    """Return « État du fonds au 31 décembre 2026 »."""
    return f"État du fonds au {long_date(record.period.last)}"


def statement_standing(record: FundPaperRecord) -> str:
    """Return whether the figures are final."""
    if record.closing is None or record.closed_on is None:
        return _SETTLED if record.is_settled else _NOT_CLOSED
    return f"Comptes arrêtés le {long_date(record.closed_on)}."


def closing_facts(closing: FundClosing) -> list[tuple[str, str]]:
    """Return through which day accounts were closed, and who did it: (name, value)."""
    return [("Comptes arrêtés au", long_date(closing.through)), ("Par", closing.author)]


def figure_rows(statement: FundStatement) -> list[tuple[str, str, str]]:
    """Return the figures of a fund: (name, amount, meaning)."""
    return [(each.label, _amount(each.amount), each.meaning) for each in fund_figures(statement)]


def term_rows(terms: tuple[tuple[str, Money], ...]) -> list[tuple[str, str]]:
    """Return one side of the equation: (name, amount)."""
    return [(name, _amount(amount)) for name, amount in terms]


def equation_total(statement: FundStatement) -> tuple[str, str]:
    """Return what both sides come to."""
    return "Total", _amount(sum((amount for _, amount in where_from(statement)), ZERO))


def funder_rows(statement: FundStatement) -> list[tuple[str, str, str, str]]:
    """Return what each funder put in: (name, kind of money, amount, part)."""
    return [
        (each.funder, _money_of(each), _amount(each.contributed), share_text(each.basis_points))
        for each in statement.funders
    ]


def period_title(period: FundPeriod) -> str:
    """Return « Mouvements du 1er janvier 2026 au 31 décembre 2026 »."""
    if period.first == period.last:
        return f"Mouvements du {long_date(period.last)}"
    return f"Mouvements du {long_date(period.first)} au {long_date(period.last)}"


def movement_rows(period: FundPeriod) -> Iterator[MovementRow]:
    """Yield the cash at the beginning, then what moved."""
    yield MovementRow(_amount(period.opening.cash), "Trésorerie au début")
    for each in period.lines:
        yield MovementRow(
            cash=_amount(each.cash),
            what=label(each.kind),
            on=short_date(each.on),
            whose=_whose(each),
            number=each.number,
            entered=_amount(each.amount) if each.amount > ZERO else "",
            left=_amount(-each.amount) if each.amount < ZERO else "",
        )


def movement_total(period: FundPeriod) -> tuple[str, str, str, str, str, str]:
    """Return what entered, what left, and the cash at the end."""
    entered = sum((max(each.amount, ZERO) for each in period.lines), ZERO)
    left = sum((max(-each.amount, ZERO) for each in period.lines), ZERO)
    return "Total", "", "", _amount(entered), _amount(left), _amount(period.closing.cash)


def _whose(line: FundLine) -> str:
    return ", ".join(each for each in (line.who, line.reference) if each)


def _money_of(share: FunderShare) -> str:
    if not share.is_named:
        return ""
    return "Public" if share.is_public else "Privé"


def _amount(amount: Money) -> str:
    return money_text(amount, NO_BREAK)
