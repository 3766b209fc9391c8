"""Commands of the money: arguments in, services asked, one answer printed."""

import json
import re
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Final

from alize_desktop.cli import fund_commands
from alize_desktop.cli.arguments import day_of, is_named_well, understood
from alize_desktop.cli.names import DONE, REFUSED, USAGE
from alize_desktop.cli.speech import complain, say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.advances import ArrearsRow
from alize_desktop.models.values import Money
from alize_desktop.rules.field_checks import LAST_YEAR
from alize_desktop.rules.fund_checks import FIRST_YEAR
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import money_text, parse_money
from alize_desktop.wording.dates import parse_date, short_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

_REGISTERS: Final = (".csv", ".xlsx")
"""How the name of a register of State aid may end."""


def _arrears(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        on = day_of(arguments, services)
        rows = services.arrears.list(on)
        buckets = services.arrears.buckets(on)
    if arguments.json:
        say(json.dumps(_arrears_answer(on, rows, buckets), ensure_ascii=False, indent=1))
        return DONE
    for each in rows:
        position = each.advance.position
        say(
            f"{each.advance.number}  {money_text(position.overdue):>14}  "
            f"{counted(position.days_late, 'jour'):>10}  {each.advance.company}"
        )
    say(f"{counted(len(rows), 'avance')} en retard au {short_date(on)}.")
    return DONE


def _arrears_answer(
    on: date,
    rows: tuple[ArrearsRow, ...],
    buckets: dict[AgeingBucket, tuple[int, Money, Money]],
) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "buckets": {
            bucket.value: {
                "advances": count,
                "overdue": str(overdue),
                "outstanding": str(outstanding),
            }
            for bucket, (count, overdue, outstanding) in buckets.items()
        },
        "advances": [_late(each) for each in rows],
    }


def _late(row: ArrearsRow) -> dict[str, object]:
    advance, position = row.advance, row.advance.position
    return {
        "number": advance.number,
        "company": advance.company,
        "siren": advance.siren,
        "state": position.state.value,
        "bucket": position.bucket.value,
        "days_late": position.days_late,
        "overdue": str(position.overdue),
        "outstanding": str(position.outstanding),
        "step": row.step.value if row.step else None,
        "step_on": row.step_on.isoformat() if row.step_on else None,
        "last_step": row.last_step.value if row.last_step else None,
        "last_step_on": row.last_step_on.isoformat() if row.last_step_on else None,
    }


def _repay(arguments: Namespace, workshop: Workshop) -> int:
    amount, on = understood(parse_money, arguments.amount), understood(parse_date, arguments.on)
    with workshop.open(arguments.registry) as services:
        advances = services.advances
        dossier_id = advances.by_number(arguments.advance)
        advances.receive(dossier_id, amount, on, arguments.reference, arguments.author)
        row = advances.detail(dossier_id, services.today()).row
    position = row.position
    said = f"Encaissé\u00a0: {money_text(amount)} le {short_date(on)}, avance {row.number}."
    left = f"Reste dû\u00a0: {money_text(position.outstanding)} ({label(position.state)})."
    credit = f" Trop-perçu\u00a0: {money_text(position.credit)}." if position.credit else ""
    say(f"{said}\n{left}{credit}")
    return DONE


def _schedules(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        made = drained(services.schedules.export_all(arguments.output))
    say(f"{counted(len(made.papers), 'échéancier écrit', 'échéanciers écrits')} dans {made.folder}")
    for each in made.refused:
        say(f"Non écrit\u00a0: {each.name}. {message_of(each.error)}")
    return REFUSED if made.refused else DONE


def _aid_register(arguments: Namespace, workshop: Workshop) -> int:
    year = _year(arguments.year)
    if year is None:
        complain(
            f"«\u00a0{arguments.year}\u00a0» n’est pas une année. "
            "Écrivez-la en quatre chiffres, par exemple 2026."
        )
        return USAGE
    if not is_named_well(arguments.output, _REGISTERS):
        return REFUSED
    with workshop.open(arguments.registry) as services:
        count = len(services.aid.register(year))
        paper = services.aid.export_register(year, arguments.output)
    say(f"Registre des aides de {year}\u00a0: {counted(count, 'aide')}")
    say(f"Écrit\u00a0: {paper.path}\nSHA-256\u00a0: {paper.sha256}")
    return DONE


def _year(text: str) -> int | None:
    """Return the year that a text says, None when it says none that a programme has."""
    year = int(text) if re.fullmatch(r"[0-9]{4}", text) else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


FUNCTIONS: Final[dict[str, Callable[[Namespace, Workshop], int]]] = {
    "aid-register": _aid_register,
    "arrears": _arrears,
    "fund": fund_commands.fund,
    "repay": _repay,
    "schedules": _schedules,
    "statement": fund_commands.statement,
}
