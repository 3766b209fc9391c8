"""What minutes say of an approval beside its terms: State aid, and how long it holds."""

from datetime import date

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.state_aid import CEILING, aid_of, base_rate_on, exceeds_ceiling
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.dates import long_date


def aid_text(rows: RepaymentSchedule, earlier: Money) -> str:
    """Return what an advance is worth as a grant, its rates, and the total under the ceiling.

    « Équivalent-subvention brut de 512,34 €, au taux de référence de 6,19 % (taux de base
    de 2,19 % au 1er janvier 2026). Total de minimis sur trois ans : 13 012,34 €, dont
    12 500,00 € déclarés ; plafond de 300 000,00 €. »

    Args:
        rows: Schedule of the advance.
        earlier: De minimis aid that the company declared.
    """
    paid_on = rows.terms.paid_on
    rate, worth = base_rate_on(paid_on), aid_of(rows)
    if rate is None or worth is None:
        return f"Équivalent-subvention à établir{NO_BREAK}: taux de base inconnu au {long_date(paid_on)}."
    percents = [
        f"{decimal_text(each)}{NO_BREAK}%" for each in (rate.reference_percent, rate.percent)
    ]
    total, ceiling = _amount(earlier + worth), _amount(CEILING)
    declared = f", dont {_amount(earlier)} déclarés" if earlier else ""
    limit = f"plafond de {ceiling}"
    if exceeds_ceiling(earlier, worth):
        limit = f"le plafond de {ceiling} est dépassé"
    return (
        f"Équivalent-subvention brut de {_amount(worth)}, au taux de référence de {percents[0]} "
        f"(taux de base de {percents[1]} au {long_date(rate.first)}). "
        f"Total de minimis sur trois ans{NO_BREAK}: {total}{declared}{NO_BREAK}; {limit}."
    )


def validity_text(held_on: date, months: int) -> str:
    """Return how long an approval holds: « 6 mois, jusqu’au 24 septembre 2026 ».

    Args:
        held_on: Day of the meeting.
        months: As the rules of procedure set it, >= 1.
    """
    return f"{months} mois, jusqu’au {long_date(add_months(held_on, months))}"


def _amount(amount: Money) -> str:
    return money_text(amount, NO_BREAK)
