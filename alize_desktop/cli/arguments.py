"""Arguments that several commands take."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from alize_desktop.cli.names import NotUnderstoodError
from alize_desktop.cli.speech import complain
from alize_desktop.errors import UserError
from alize_desktop.rules.fund_checks import check_reckoned
from alize_desktop.services.bundle import Services
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.names import list_text

T = TypeVar("T")


def add_registry(parser: argparse.ArgumentParser) -> None:
    """Ask for the registry."""
    parser.add_argument("registry", type=Path, metavar="REGISTRE", help="fichier .alize")


def add_output(parser: argparse.ArgumentParser, name: str) -> None:
    """Ask where to write."""
    parser.add_argument("--output", type=Path, required=True, metavar=name, help="à écrire")


def add_day(parser: argparse.ArgumentParser, what: str, *, required: bool = False) -> None:
    """Ask for a day.

    Args:
        parser: Of the command.
        what: Which day it is.
        required: Whether it must be said; otherwise it is today.
    """
    said = what if required else f"{what} (aujourd’hui si rien n’est dit)"
    parser.add_argument("--on", required=required, metavar="JJ/MM/AAAA", help=said)


def day_of(arguments: argparse.Namespace, services: Services) -> date:
    """Return the day that ``add_day`` asked for: today when none was said.

    Raises:
        UserError: ``DATE_INVALID``; ``DAY_OUT_OF_RANGE``.
    """
    day = understood(parse_date, arguments.on) if arguments.on else services.today()
    check_reckoned(day)
    return day


def is_named_well(path: Path, endings: Sequence[str]) -> bool:
    """Return whether a name says how to write a file; complain when it does not.

    Args:
        path: To be written.
        endings: At least two, with their points.
    """
    if path.suffix.lower() in endings:
        return True
    complain(
        f"«\u00a0{path.name}\u00a0» ne dit pas sous quelle forme l’écrire. "
        f"Donnez un nom qui finit par {list_text(endings, 'ou par')}."
    )
    return False


def understood(read: Callable[[str], T], text: str) -> T:
    """Return what an argument says.

    Raises:
        NotUnderstoodError: ``read`` refuses the text.
    """
    try:
        return read(text)
    except UserError as error:
        raise NotUnderstoodError(error.code, **error.params) from error
