"""What minutes say of an approval beside its terms: due dates, State aid, how long it holds."""

from datetime import date

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.wording.aid_words import base_rate_text, particulars, percent_text
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import list_text


def aid_text(weighing: AidWeighing) -> str:
    """Return what an advance is worth as a grant, its rates, and the total under the ceiling.

    « Équivalent-subvention brut de 512,34 €, au taux de référence de 6,19 % (taux de base
    de 2,19 % au 1er janvier 2026). Total de minimis sur trois ans : 13 012,34 €, dont
    12 500,00 € déclarés ; plafond de 300 000,00 €. »

    Args:
        weighing: Of a new aid; empty text without one.
    """
    new, unknown = weighing.new, weighing.unknown
    if new is None:
        return ""
    if unknown is not None or new.basis is None:
        day = long_date((unknown or new).granted_on)
        return f"Équivalent-subvention à établir{NO_BREAK}: taux de base inconnu au {day}."
    basis = new.basis
    return (
        f"Équivalent-subvention brut de {_amount(new.most)}{particulars(basis)}, "
        f"au taux de référence de {percent_text(basis.reference_percent)} "
        f"(taux de base de {base_rate_text(basis)}). {_total(weighing)}"
    )


def _total(weighing: AidWeighing) -> str:
    total, ceiling = _amount(weighing.most), _amount(weighing.ceiling)
    parts = [
        (weighing.declared, "déclarés"),
        (weighing.before or ZERO, "accordés par le programme pour d’autres dossiers"),
    ]
    told = list_text([f"{_amount(amount)} {how}" for amount, how in parts if amount])
    declared = f", dont {told}" if told else ""
    limit = f"plafond de {ceiling}"
    if weighing.is_over:
        limit = f"le plafond de {ceiling} est dépassé"
    return f"Total de minimis sur trois ans{NO_BREAK}: {total}{declared}{NO_BREAK}; {limit}."


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
