"""What commands print: French in any terminal, and no complaint when nobody listens."""

import os
import sys
from io import TextIOWrapper
from typing import Final

_FRENCH: Final = "é’œ€\u202f"


def speak_french() -> None:
    """Write in UTF-8 where the usual encoding has no accents; give back names of files."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        try:
            _FRENCH.encode(stream.encoding)
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
        else:
            stream.reconfigure(errors="surrogateescape")


def say(text: str) -> None:
    """Print a line. A reader who left stops no command: the rest goes nowhere."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # or the interpreter complains at its end
        os.close(nowhere)


def complain(text: str) -> None:
    """Print a line on the error stream, if there is one."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)
