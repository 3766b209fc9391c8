"""Bank accounts as people read them."""

import re
import unicodedata
from typing import Final

from stdnum import iban

from alize_desktop.wording.amounts import NO_BREAK

_SPELT: Final = str.maketrans(
    {
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "’": "'",
        "–": "-",
        "&": "+",
        "€": "EUR",
    }
)
_NOT_BANKING: Final = re.compile(r"[^A-Za-z0-9/\-?:().,'+]+")
_SLASHES: Final = re.compile(r"/{2,}")


def iban_text(number: str) -> str:
    """Return an IBAN in groups of four: « FR76 3000 6000 0112 3456 7890 189 »."""
    return iban.format(number, separator=NO_BREAK) if number.strip() else ""


def account_text(number: str, bic: str = "") -> str:
    """Return « IBAN FR76 3000…, BIC AGRIFRPP »; empty without an IBAN."""
    shown = iban_text(number)
    if not shown:
        return ""
    code = bic.strip().upper()
    return f"IBAN {shown}, BIC{NO_BREAK}{code}" if code else f"IBAN {shown}"


def bank_text(text: str, otherwise: str = "") -> str:
    """Return a text in the letters that every bank takes: « Menuiserie OEillet ».

    Args:
        text: As a person wrote it.
        otherwise: What stands for a text that has none of those letters.

    Source:
        EPC217-08, SEPA requirements for an extended character set: the Latin set, no slash
        at either end, never two together.
    """
    bare = unicodedata.normalize("NFKD", text.translate(_SPELT))
    marks = "".join(each for each in bare if not unicodedata.combining(each))
    plain = _SLASHES.sub("/", _NOT_BANKING.sub(" ", marks)).strip(" /")
    return plain or otherwise
