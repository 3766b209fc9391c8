"""What the figures of a statement of the fund mean, and why they add up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from alize_desktop.models.records.fund import FundStatement
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.aid_words import percent_text
from alize_desktop.wording.names import counted

LABELS: Final = ("Trésorerie", "Engagé, non versé", "Disponible", "Encours", "En retard", "Pertes")
"""What the figures of a statement are called, in the order of ``fund_figures``."""


@dataclass(frozen=True, slots=True)
class FundFigure:
    """One figure of a statement.

    Attributes:
        meaning: What it is, in one short sentence.
        is_bad: Whether somebody has to do something about it.
    """

    label: str
    amount: Money
    meaning: str
    is_bad: bool = False


def fund_figures(statement: FundStatement) -> tuple[FundFigure, ...]:
    """Return what a fund holds, has promised and has lent, each figure explained."""
    lent = f"Versé et restant dû, sur {counted(statement.advances, 'avance')}."
    told = (
        (statement.cash, "Ce qui est à la banque ce jour-là.", statement.cash < ZERO),
        (statement.committed, "Accordé, ni caduc ni abandonné, et pas encore versé.", False),
        (statement.available, _available(statement), statement.available < ZERO),
        (statement.outstanding, lent, False),
        (statement.late, "Part de l’encours dont l’échéance est passée.", bool(statement.late)),
        (statement.losses, "Abandonné ou perdu, moins ce qui a été récupéré.", False),
    )
    return tuple(FundFigure(label, *each) for label, each in zip(LABELS, told, strict=True))


def where_from(statement: FundStatement) -> tuple[tuple[str, Money], ...]:
    """Return what the fund received and gave back: its sum is where the money is."""
    return (
        ("Abondements", statement.contributions),
        ("Retraits", -statement.withdrawals),
        ("Frais", -statement.fees),
        ("Trop-perçus à rendre", statement.credits),
    )


def where_to(statement: FundStatement) -> tuple[tuple[str, Money], ...]:
    """Return where the money of the fund is."""
    return (
        ("Trésorerie", statement.cash),
        ("Encours", statement.outstanding),
        ("Pertes", statement.losses),
    )


def total_of(terms: tuple[tuple[str, Money], ...]) -> Money:
    """Return the sum of one side."""
    return sum((amount for _, amount in terms), ZERO)


def share_text(basis_points: int) -> str:
    """Return a part of the contributions: « 62,5 % »."""
    return percent_text(Decimal(basis_points) / 100)


def public_remark(found: Decimal | None, used: Decimal) -> str:
    """Return what the funders say of the public part, when the rules use another; or nothing."""
    if found is None or found == used:
        return ""
    return f"Le fonds est public à {percent_text(found)} d’après ses financeurs."


def _available(statement: FundStatement) -> str:
    if statement.available < ZERO:
        return (
            "Trésorerie moins l’engagé et les trop-perçus\u00a0: le fonds a promis plus qu’il n’a."
        )
    return "Trésorerie moins l’engagé et les trop-perçus\u00a0: ce que le fonds peut prêter."
