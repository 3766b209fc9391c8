"""What letters say of state aid: what an advance is worth, and the ceiling."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import Money
from alize_desktop.rules.state_aid import (
    CEILING,
    MARGIN_BASIS_POINTS,
    aid_of,
    base_rate_on,
    total_aid,
)
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import counted


def aid_values(
    rows: RepaymentSchedule, earlier: Money, granted: Sequence[RepaymentSchedule] = ()
) -> dict[str, str]:
    """Return what the fields about state aid say; nothing of a rate that is not known.

    Args:
        rows: Schedule of the advance.
        earlier: De minimis aid that the company declared.
        granted: Advances granted before to the same company, over three years.
    """
    told = {
        "aides_declarees": money_text(earlier, NO_BREAK) if earlier else "aucune",
        "marge_taux": counted(Fraction(MARGIN_BASIS_POINTS, 100), "point"),
        "plafond_de_minimis": money_text(CEILING, NO_BREAK),
    }
    before = total_aid(granted)
    if before is not None:
        told["aides_accordees"] = money_text(before, NO_BREAK) if before else "aucune"
    rate, aid = base_rate_on(rows.terms.paid_on), aid_of(rows)
    if rate is None or aid is None:
        return told
    if before is not None:
        told["total_de_minimis"] = money_text(earlier + before + aid, NO_BREAK)
    return told | {
        "equivalent_subvention": money_text(aid, NO_BREAK),
        "taux_reference": _percent(rate.reference_percent),
        "taux_base": _percent(rate.percent),
        "date_taux": long_date(rate.first),
    }


def _percent(number: Decimal) -> str:
    return f"{decimal_text(number)}{NO_BREAK}%"
