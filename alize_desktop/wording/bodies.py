"""The name of the body that decides, with its article: « le comité », « de la commission »."""

from typing import Final

from alize_desktop.rules.text import search_key

USUAL: Final = "comité"
"""What a body without a name is called."""

_FEMININE: Final = ("assemblee", "cellule", "delegation", "equipe", "instance")
_VOWELS: Final = tuple("aeiouy")


def is_feminine_body(name: str) -> bool:
    """Return whether the name of a body is feminine, from its first word.

    Only for a name that nobody gave a gender; rules of procedure give theirs.
    """
    first = search_key(name).partition(" ")[0]
    return first.endswith("ission") or first in _FEMININE


def the_body(name: str, *, is_feminine: bool) -> str:
    """Return « le comité d’agrément », « la commission », « l’assemblée »."""
    named = _named(name)
    if _is_elided(named):
        return f"l’{named}"
    return f"{'la' if is_feminine else 'le'} {named}"


def of_the_body(name: str, *, is_feminine: bool) -> str:
    """Return « du comité d’agrément », « de la commission », « de l’assemblée »."""
    named = _named(name)
    if _is_elided(named):
        return f"de l’{named}"
    return f"{'de la' if is_feminine else 'du'} {named}"


def _named(name: str) -> str:
    """Return a name as it stands inside a sentence: a capital goes, an acronym stays."""
    words = name.strip() or USUAL
    is_acronym = len(words) > 1 and words[1].isupper()
    return words if is_acronym else words[0].lower() + words[1:]


def _is_elided(name: str) -> bool:
    return search_key(name).startswith(_VOWELS)
