"""What the commands of the results take."""

import argparse
from collections.abc import Callable
from typing import Final

from alize_desktop.cli.arguments import add_output, add_registry


def add_period(parser: argparse.ArgumentParser, first: str, last: str) -> None:
    """Ask for a period, in ``first`` and ``last`` of the arguments.

    Args:
        parser: Of the command.
        first: What the period begins on, and on which day when nothing is said.
        last: What it ends on, likewise.
    """
    parser.add_argument("--from", dest="first", metavar="JJ/MM/AAAA", help=first)
    parser.add_argument("--to", dest="last", metavar="JJ/MM/AAAA", help=last)


def _calendar(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    add_output(parser, "FICHIER.ics")
    add_period(
        parser,
        "premier jour écrit (aujourd’hui si rien n’est dit)",
        "dernier jour écrit (douze mois après si rien n’est dit)",
    )


RESULT_ARGUMENTS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "calendar": _calendar,
}
