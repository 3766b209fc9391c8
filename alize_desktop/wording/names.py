"""Names of people and programmes, lists and plurals."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from alize_desktop.models.enums import Civility
from alize_desktop.models.values import Voices
from alize_desktop.wording.amounts import NO_BREAK, decimal_text

if TYPE_CHECKING:
    from alize_desktop.models.records.people import MemberSheet
    from alize_desktop.models.records.programme import Programme

_SHORT: Final = {Civility.MADAME: "Mme", Civility.MONSIEUR: "M."}


def person_name(civility: Civility | None, name: str) -> str:
    """Return a name with its civility: « Mme Inès Lévêque D. »."""
    return name if civility is None else f"{_SHORT[civility]}{NO_BREAK}{name}"


def member_name(member: "MemberSheet") -> str:
    """Return the name of a member with its civility."""
    return person_name(member.civility, member.full_name)


def programme_name(programme: "Programme") -> str:
    """Return whose workbook it is: « Programme Alizé · Côte-d’Or · CCI »."""
    operator = f" · {programme.operator}" if programme.operator else ""
    return f"Programme Alizé · {programme.basin}{operator}"


def is_feminine(civility: Civility | None) -> bool:
    """Return whether words about this person are in the feminine."""
    return civility is Civility.MADAME


def list_text(items: Sequence[str], last: str = "et") -> str:
    """Return « a », « a et b », « a, b et c »; « » when there is none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(number: Voices, singular: str, several: str = "") -> str:
    """Return the word for a number; the plural starts at 2 (« 1,9 voix »).

    Args:
        number: What is counted.
        singular: « membre ».
        several: « membres »; the singular with an s when empty.
    """
    return (several or f"{singular}s") if number >= 2 or number <= -2 else singular


def counted(number: Voices, singular: str, several: str = "") -> str:
    """Return a number with its word: « 3 membres », « 1 voix », « 2,6 voix »."""
    return f"{decimal_text(number)} {plural(number, singular, several)}"
