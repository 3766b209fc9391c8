"""What minutes say of an approval beside its terms: due dates, State aid, how long it holds."""

from collections.abc import Sequence
from datetime import date

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.state_aid import (
    CEILING,
    aid_of,
    base_rate_on,
    exceeds_ceiling,
    total_aid,
)
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import list_text


def aid_text(
    rows: RepaymentSchedule, earlier: Money, granted: Sequence[RepaymentSchedule] = ()
) -> str:
    """Return what an advance is worth as a grant, its rates, and the total under the ceiling.

    « Équivalent-subvention brut de 512,34 €, au taux de référence de 6,19 % (taux de base
    de 2,19 % au 1er janvier 2026). Total de minimis sur trois ans : 13 012,34 €, dont
    12 500,00 € déclarés ; plafond de 300 000,00 €. »

    Args:
        rows: Schedule of the advance.
        earlier: De minimis aid that the company declared.
        granted: Advances granted before to the same company, over three years.
    """
    paid_on = rows.terms.paid_on
    rate, worth, before = base_rate_on(paid_on), aid_of(rows), total_aid(granted)
    if before is None:
        paid_on = next(each.terms.paid_on for each in granted if aid_of(each) is None)
    if rate is None or worth is None or before is None:
        return f"Équivalent-subvention à établir{NO_BREAK}: taux de base inconnu au {long_date(paid_on)}."
    percents = [
        f"{decimal_text(each)}{NO_BREAK}%" for each in (rate.reference_percent, rate.percent)
    ]
    total, ceiling = _amount(earlier + before + worth), _amount(CEILING)
    parts = [(earlier, "déclarés"), (before, "accordés par le programme pour d’autres dossiers")]
    told = list_text([f"{_amount(amount)} {how}" for amount, how in parts if amount])
    declared = f", dont {told}" if told else ""
    limit = f"plafond de {ceiling}"
    if exceeds_ceiling(earlier + before, worth):
        limit = f"le plafond de {ceiling} est dépassé"
    return (
        f"Équivalent-subvention brut de {_amount(worth)}, au taux de référence de {percents[0]} "
        f"(taux de base de {percents[1]} au {long_date(rate.first)}). "
        f"Total de minimis sur trois ans{NO_BREAK}: {total}{declared}{NO_BREAK}; {limit}."
    )


def due_dates_text(rows: RepaymentSchedule) -> str:
    """Return when an advance is repaid, as if it were paid on the day of the meeting.

    « du 23 février 2027 au 24 novembre 2031, pour un versement le 23 novembre 2026 ; les
    échéances suivent le versement réel »: it comes later, once its conditions are met.
    """
    day = f"le {long_date(rows.last_due)}"
    if rows.count > 1:
        day = f"du {long_date(rows.first_due)} au {long_date(rows.last_due)}"
    paid = f"pour un versement le {long_date(rows.terms.paid_on)}"
    return f"{day}, {paid}{NO_BREAK}; les échéances suivent le versement réel"


def validity_text(held_on: date, months: int) -> str:
    """Return how long an approval holds: « 6 mois, jusqu’au 24 septembre 2026 ».

    Args:
        held_on: Day of the meeting.
        months: As the rules of procedure set it, >= 1.
    """
    return f"{months} mois, jusqu’au {long_date(add_months(held_on, months))}"


def _amount(amount: Money) -> str:
    return money_text(amount, NO_BREAK)
