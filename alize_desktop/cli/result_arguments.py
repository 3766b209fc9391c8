"""What the commands of the results take."""

import argparse
from collections.abc import Callable
from pathlib import Path
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


def _match(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    parser.add_argument("dossier", metavar="DOSSIER", help="numéro du dossier")
    parser.add_argument(
        "--category",
        default="",
        metavar="COMPÉTENCE",
        help="cherchée à la place de celle que dit le dossier",
    )
    parser.add_argument("--json", action="store_true", help="répond en JSON")


def _report(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    add_period(
        parser,
        "première décision comptée (depuis le début si rien n’est dit)",
        "dernière décision comptée, et jour des constats (toutes si rien n’est dit)",
    )
    parser.add_argument("--basin", default="", metavar="NOM", help="un seul bassin d’emploi")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="répond en JSON")
    how.add_argument("--pdf", type=Path, metavar="FICHIER.pdf", help="écrit le bilan à imprimer")
    how.add_argument("--xlsx", type=Path, metavar="FICHIER.xlsx", help="écrit le bilan en classeur")


RESULT_ARGUMENTS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "calendar": _calendar,
    "report": _report,
    "match": _match,
}
