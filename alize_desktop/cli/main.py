"""Reads the command, runs it, says in one sentence why it was refused.

What a command needs is imported when it runs: the window, which is asked for
most often, starts without the parser, the workbooks and the papers.
"""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alize_desktop.cli.names import COMMANDS, DONE, REFUSED, USAGE, NotUnderstoodError, overview
from alize_desktop.cli.speech import complain, say, speak_french
from alize_desktop.errors import ErrorCode, UserError

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
    speak_french()
    try:
        return _dispatch(list(arguments), workshop)
    except NotUnderstoodError as error:
        from alize_desktop.wording.errors import message_of

        complain(message_of(error))
        return USAGE
    except UserError as error:
        from alize_desktop.wording.errors import message_of

        complain(message_of(error))
    except KeyboardInterrupt:
        complain("Arrêté à votre demande. Ce qui était enregistré est conservé.")
    except Exception:
        log.exception("unexpected error")
        complain(
            "Une erreur imprévue s’est produite. Ce qui était enregistré est conservé\u00a0; "
            "le détail est dans le journal technique."
        )
    return REFUSED


def _dispatch(arguments: list[str], workshop: "Workshop") -> int:
    if not arguments:
        return workshop.show_window(None)
    first, *rest = arguments
    if first in _HELP:
        say(overview())
        return DONE
    if first in COMMANDS:
        return _command(first, rest, workshop)
    path = Path(first)
    if first.startswith("-") or rest:
        return _unknown(first)
    if path.exists():
        return workshop.show_window(path)
    if path.suffix or path.name != first:
        raise UserError(ErrorCode.REGISTRY_NOT_FOUND, path=first)
    return _unknown(first)


def _command(name: str, arguments: list[str], workshop: "Workshop") -> int:
    from alize_desktop.cli.commands import FUNCTIONS
    from alize_desktop.cli.parser import parser_of

    try:
        parsed = parser_of(name).parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    return FUNCTIONS[name](parsed, workshop)


def _unknown(word: str) -> int:
    complain(f"«\u00a0{word}\u00a0» n’est pas une commande.\n\n{overview()}")
    return USAGE
