"""Recusals proposed from declared interests. A proposal only: a person confirms it."""

from collections.abc import Iterable, Mapping

from alize_desktop.rules.text import search_key


def conflicts(interests: Iterable[str], parties: Mapping[str, str]) -> tuple[str, ...]:
    """Return which parties of a dossier somebody has declared an interest in.

    Args:
        interests: Declared interests and employer; several may stand in one text,
            separated by commas, semicolons or line ends.
        parties: Name of each party by its part: ``{"bank": "Crédit des Forges"}``;
            empty names are no party.

    Returns:
        The parts, in the order of ``parties``. Names are compared without accents
        or case, and whole: "Val" is not "Banque du Val".
    """
    declared = {
        search_key(each)
        for text in interests
        for each in text.replace(";", "\n").replace(",", "\n").splitlines()
    } - {""}
    return tuple(part for part, name in parties.items() if search_key(name) in declared)
