"""How identifiers are typed and shown: digits in groups, kept without spaces."""

import re
from typing import Final

_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
_SIREN_LENGTH: Final = 9
_SIRET_LENGTH: Final = 14


def compact(text: str) -> str:
    """Return ``text`` without any space."""
    return _SPACES.sub("", text)


def spaced(text: str) -> str:
    """Return a SIREN or a SIRET in groups; anything else as it is."""
    if not text.isdigit() or len(text) not in (_SIREN_LENGTH, _SIRET_LENGTH):
        return text
    groups = [text[0:3], text[3:6], text[6:9], text[9:]]
    return "\u202f".join(group for group in groups if group)
