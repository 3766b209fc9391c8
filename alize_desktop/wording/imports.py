"""What is said of members and partners that a workbook adds or brings up to date."""

from alize_desktop.wording.names import counted


def people_to_write(number: int, updated: int, word: str) -> list[str]:
    """Return « 3 nouveaux membres », « 1 membre à mettre à jour »: what would be written.

    Args:
        number: Rows in all, >= 0.
        updated: Rows about somebody whom the registry knows, <= ``number``.
        word: « membre » or « partenaire ».
    """
    if not updated:
        return [counted(number, word)] if number else []
    return _parts(
        number - updated,
        updated,
        (f"nouveau {word}", f"nouveaux {word}s"),
        (f"{word} à mettre à jour", f"{word}s à mettre à jour"),
    )


def people_written(number: int, updated: int, word: str) -> list[str]:
    """Return « 3 membres ajoutés », « 1 mis à jour »: what was written."""
    if not updated:
        return [counted(number, word)] if number else []
    added = number - updated
    second = "mis à jour" if added else f"{word} mis à jour"
    several = "mis à jour" if added else f"{word}s mis à jour"
    return _parts(added, updated, (f"{word} ajouté", f"{word}s ajoutés"), (second, several))


def _parts(added: int, updated: int, new: tuple[str, str], known: tuple[str, str]) -> list[str]:
    return [counted(number, *words) for number, words in ((added, new), (updated, known)) if number]
