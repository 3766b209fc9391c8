"""Reads the command, runs it, says in one sentence why it was refused.

What a command needs is imported when it runs: the window, which is asked for
most often, starts without the parser, the workbooks and the papers.
"""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alize_desktop.cli.names import COMMANDS, DONE, REFUSED, USAGE, overview
from alize_desktop.errors import UserError

if TYPE_CHECKING:
    from alize_desktop.cli.workshop import Workshop

log = logging.getLogger(__name__)

_HELP: Final = {"-h", "--help", "--aide"}


def run(arguments: Sequence[str], workshop: "Workshop") -> int:
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
        from alize_desktop.wording.errors import message_of

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


def _dispatch(arguments: list[str], workshop: "Workshop") -> int:
    if not arguments:
        return workshop.show_window(None)
    first, *rest = arguments
    if first in _HELP:
        print(overview())
        return DONE
    if first in COMMANDS:
        from alize_desktop.cli.commands import FUNCTIONS
        from alize_desktop.cli.parser import parser_of

        try:
            parsed = parser_of(first).parse_args(rest)
        except SystemExit as stop:
            return stop.code if isinstance(stop.code, int) else USAGE
        return FUNCTIONS[first](parsed, workshop)
    if first.startswith("-") or rest:
        print(f"« {first} » n’est pas une commande.\n\n{overview()}", file=sys.stderr)
        return USAGE
    return workshop.show_window(Path(first))
