"""Words of others taken into the sentences of the minutes, their no-break spaces kept."""

import re
from typing import Final

_SPACES: Final = re.compile(r"[ \t\r\n]+")


def ended(text: str) -> str:
    """Return a text on one line that ends as a sentence does, whatever it ended with."""
    words = _on_one_line(text)
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def unended(text: str) -> str:
    """Return a text on one line that a sentence may go on after."""
    return _on_one_line(text).rstrip(".")


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text.strip())
