"""Commands of the fund: where it stands on a day, and its statement."""

import json
from argparse import Namespace

from alize_desktop.cli.arguments import day_of, is_named_well
from alize_desktop.cli.names import DONE, REFUSED
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.models.records.fund import ForecastMonth, FundForecast, FundStatement
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.fund_figures import fund_figures

_FIGURES = (
    "contributions",
    "withdrawals",
    "fees",
    "disbursed",
    "received",
    "refunded",
    "recovered",
    "written_off",
    "cash",
    "committed",
    "credits",
    "available",
    "outstanding",
    "losses",
    "late",
)

_STATEMENTS = (".pdf", ".xlsx")
"""How the name of a statement may end."""


def fund(arguments: Namespace, workshop: Workshop) -> int:
    """Tell the fund on a day, and what comes."""
    with workshop.open(arguments.registry) as services:
        on = day_of(arguments, services)
        found = services.fund.statement(on)
        if arguments.json:
            told = _answer(found, services.fund.forecast(on))
            say(json.dumps(told, ensure_ascii=False, indent=1))
            return DONE
    say(f"Fonds au {short_date(on)}")
    for each in fund_figures(found):
        say(f"{each.label:<20}{money_text(each.amount):>18}")
    return DONE


def statement(arguments: Namespace, workshop: Workshop) -> int:
    """Write the statement of the fund: a PDF or a workbook, as the name of the file says."""
    if not is_named_well(arguments.output, _STATEMENTS):
        return REFUSED
    with workshop.open(arguments.registry) as services:
        on = day_of(arguments, services)
        paper = drained(services.money_papers.fund_statement(on, arguments.output))
    say(f"État du fonds écrit\u00a0: {paper.path}\nSHA-256\u00a0: {paper.sha256}")
    return DONE


def _answer(found: FundStatement, forecast: FundForecast) -> dict[str, object]:
    return {
        "on": found.on.isoformat(),
        **{each: str(getattr(found, each)) for each in _FIGURES},
        "advances": found.advances,
        "funders": [
            {
                "name": each.funder,
                "is_public": each.is_public,
                "contributed": str(each.contributed),
                "basis_points": each.basis_points,
            }
            for each in found.funders
        ],
        "forecast": [_month(each) for each in forecast.months],
        "doubtful": str(forecast.doubtful),
    }


def _month(month: ForecastMonth) -> dict[str, str]:
    return {
        "month": month.month.isoformat(),
        "opening": str(month.opening),
        "repayments": str(month.repayments),
        "contributions": str(month.contributions),
        "withdrawals": str(month.withdrawals),
        "grants": str(month.grants),
        "closing": str(month.closing),
        "available": str(month.available),
    }
