"""A month of the forecast of a fund, and when it can lend again."""

from datetime import date

from alize_desktop.models.records.fund import ForecastMonth
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import list_text


def month_name(day: date) -> str:
    """Return the month of a day: « mars 2027 »."""
    return long_date(day.replace(day=2)).removeprefix("2 ")


def month_text(month: ForecastMonth) -> str:
    """Return what a month of the forecast brings and takes, and what it ends with."""
    brings = (
        (month.repayments, "de remboursements"),
        (month.contributions, "d’abondements"),
    )
    takes = (
        (month.grants, "de versements d’avances"),
        (month.withdrawals, "de retraits et de frais"),
    )
    comes = _moves(brings, "il entre", "il n’entre rien")
    goes = _moves(takes, "il sort", "il ne sort rien")
    name = month_name(month.month)
    end = (
        f"À la fin du mois{NO_BREAK}: {money_short(month.closing)} en banque,"
        f" dont {money_short(month.available)} disponibles."
    )
    return f"{name[0].upper()}{name[1:]}{NO_BREAK}: {comes}{NO_BREAK}; {goes}. {end}"


def lending_text(amount: Money, on: date, when: date | None) -> str:
    """Return the answer to « Quand pourrons-nous prêter tant ? ».

    Args:
        amount: What would be lent.
        on: Day the question is asked.
        when: First month that can; None when none of the forecast can.
    """
    asked = money_short(amount)
    if when is None:
        return (
            f"Pas dans les soixante mois à venir{NO_BREAK}: le disponible prévu n’atteint"
            f" pas {asked} pour y rester."
        )
    if when.replace(day=1) <= on.replace(day=1):
        return f"Dès maintenant{NO_BREAK}: le disponible prévu reste au-dessus de {asked}."
    return f"En {month_name(when)}{NO_BREAK}: le disponible prévu atteint {asked}, puis y reste."


def _moves(moves: tuple[tuple[Money, str], ...], verb: str, nothing: str) -> str:
    told = [f"{money_short(amount)} {words}" for amount, words in moves if amount]
    return f"{verb} {list_text(told)}" if told else nothing
