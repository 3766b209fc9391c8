"""French spacing: no line ever starts with a colon or ends with « ."""

import re
from typing import Final

from alize_desktop.wording.amounts import NO_BREAK

_BEFORE: Final = re.compile(r" (?=[:;!?»%€])")
_AFTER: Final = re.compile(r"(?<=«) ")


def typeset(text: str) -> str:
    """Return a text whose spaces before « : ; ! ? » % € » and after « « » do not break."""
    return _AFTER.sub(NO_BREAK, _BEFORE.sub(NO_BREAK, text))
