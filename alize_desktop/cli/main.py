"""Reads the command, runs it, says in one sentence why it was refused."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from alize_desktop.cli.commands import DONE, FUNCTIONS, REFUSED
from alize_desktop.cli.parser import COMMANDS, USAGE, overview, parser_of
from alize_desktop.cli.workshop import Workshop
from alize_desktop.errors import UserError
from alize_desktop.wording.errors import message_of

log = logging.getLogger(__name__)

_HELP: Final = {"-h", "--help", "--aide"}


def run(arguments: Sequence[str], workshop: Workshop) -> int:
    """Run one command line.

    Args:
        arguments: What follows the program's name.
        workshop: Opens registries and windows.

    Returns:
        0 done, 1 refused (one French sentence on stderr), 2 not understood.
    """
    try:
        return _dispatch(list(arguments), workshop)
    except UserError as error:
        print(message_of(error), file=sys.stderr)
        return REFUSED
    except Exception:
        log.exception("unexpected error")
        print(
            "Une erreur imprévue s’est produite. Ce qui était enregistré est conservé ; "
            "le détail est dans le journal technique.",
            file=sys.stderr,
        )
        return REFUSED


def _dispatch(arguments: list[str], workshop: Workshop) -> int:
    if not arguments:
        return workshop.show_window(None)
    first, *rest = arguments
    if first in _HELP:
        print(overview())
        return DONE
    if first in COMMANDS:
        try:
            parsed = parser_of(first).parse_args(rest)
        except SystemExit as stop:
            return stop.code if isinstance(stop.code, int) else USAGE
        return FUNCTIONS[first](parsed, workshop)
    if first.startswith("-") or rest:
        print(f"« {first} » n’est pas une commande.\n\n{overview()}", file=sys.stderr)
        return USAGE
    return workshop.show_window(Path(first))
