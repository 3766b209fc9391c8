"""Commands of the results: arguments in, services asked, one answer printed."""

from argparse import Namespace
from collections.abc import Callable
from typing import Final

from alize_desktop.cli import match_command, report_command
from alize_desktop.cli.arguments import understood
from alize_desktop.cli.names import DONE
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.rules.due_dates import add_months
from alize_desktop.wording.dates import parse_date, short_date
from alize_desktop.wording.names import counted

_CALENDAR_MONTHS: Final = 12
"""Months that a calendar goes to when its last day is not said."""


def _calendar(arguments: Namespace, workshop: Workshop) -> int:
    first = understood(parse_date, arguments.first) if arguments.first else None
    last = understood(parse_date, arguments.last) if arguments.last else None
    with workshop.open(arguments.registry) as services:
        first = first or services.today()
        last = last or add_months(first, _CALENDAR_MONTHS)
        count = services.follow_up.calendar(arguments.output, first, last)
    period = f"du {short_date(first)} au {short_date(last)}"
    say(f"Agenda écrit\u00a0: {counted(count, 'échéance')} {period}, dans {arguments.output}")
    return DONE


FUNCTIONS: Final[dict[str, Callable[[Namespace, Workshop], int]]] = {
    "calendar": _calendar,
    "report": report_command.report,
    "match": match_command.run,
}
