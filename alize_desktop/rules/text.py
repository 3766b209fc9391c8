"""Keys that find and sort French text whatever its accents and case."""

import re
import unicodedata
from typing import Final

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_BETWEEN_WORDS: Final = re.compile(r"[\s'’‘ʼ´`\-\u2010-\u2015\u2212_]+")


def search_key(text: str) -> str:
    """Return the key of a text: ``"  L’Œuvre–Élan "`` gives ``"l oeuvre elan"``.

    Case is folded, accents dropped, ligatures spelt out; apostrophes, hyphens and
    runs of spaces become one space. Equal keys mean "the same word" in headers and
    searches, and keys sort as a French index does.
    """
    folded = text.casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", folded)
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return _BETWEEN_WORDS.sub(" ", bare.casefold()).strip()
