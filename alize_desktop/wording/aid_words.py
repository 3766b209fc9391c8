"""What letters say of state aid: what an advance is worth, and the ceiling."""

from decimal import Decimal

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import Money
from alize_desktop.rules.state_aid import CEILING, aid_of, base_rate_on
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.dates import long_date


def aid_values(rows: RepaymentSchedule, earlier: Money) -> dict[str, str]:
    """Return what the fields about state aid say; nothing of a rate that is not known.

    Args:
        rows: Schedule of the advance.
        earlier: De minimis aid that the company declared.
    """
    told = {
        "aides_declarees": money_text(earlier, NO_BREAK) if earlier else "aucune",
        "plafond_de_minimis": money_text(CEILING, NO_BREAK),
    }
    rate, aid = base_rate_on(rows.terms.paid_on), aid_of(rows)
    if rate is None or aid is None:
        return told
    return told | {
        "equivalent_subvention": money_text(aid, NO_BREAK),
        "taux_reference": _percent(rate.reference_percent),
        "taux_base": _percent(rate.percent),
        "date_taux": long_date(rate.first),
        "total_de_minimis": money_text(earlier + aid, NO_BREAK),
    }


def _percent(number: Decimal) -> str:
    return f"{decimal_text(number)}{NO_BREAK}%"
