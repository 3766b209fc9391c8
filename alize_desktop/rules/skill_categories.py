"""Categories of competences: which one a text names, and which ones are in force.

Two names are of one category when their search keys are equal, or when one is an alias.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

from alize_desktop.models.records.partners import USUAL_CATEGORIES, SkillCategory
from alize_desktop.rules.text import search_key

_NAMESPACE: Final = UUID("5e0c7f1e-9a55-5f0c-8f0b-6d1c2a7b3e10")
"""Gives each usual category the same identifier in every registry."""

_USUAL_ALIASES: Final = {
    "Commercial et marketing": ("Commercial", "Marketing", "Développement commercial"),
    "Organisation et production": ("Organisation", "Production"),
    "Ressources humaines": ("RH", "Recrutement"),
    "Gestion et finances": ("Gestion", "Finances"),
    "HSE": ("Hygiène, sécurité et environnement", "Sécurité", "Environnement"),
    "Numérique": ("Informatique",),
    "Achats et logistique": ("Achats", "Logistique"),
}
"""Other names that workbooks and appraisals give the usual categories."""


def usual_categories() -> tuple[SkillCategory, ...]:
    """Return the categories in force as long as none was written."""
    return tuple(
        SkillCategory(
            uuid5(_NAMESPACE, search_key(name)), name, position, _USUAL_ALIASES.get(name, ())
        )
        for position, name in enumerate(USUAL_CATEGORIES, start=1)
    )


def category_named(categories: Iterable[SkillCategory], name: str) -> SkillCategory | None:
    """Return the category that a name or an alias is of, None when it is of none."""
    wanted = search_key(name)
    return next((each for each in categories if wanted in _keys(each)), None)


def canonical_name(categories: Iterable[SkillCategory], name: str) -> str:
    """Return the name of the category that a text is of; the text as it is when unknown."""
    found = category_named(categories, name)
    return found.name if found else name.strip()


def canonical_names(categories: Iterable[SkillCategory], names: Iterable[str]) -> dict[str, str]:
    """Return the name of the category that each text is of; the text itself when unknown."""
    known: dict[str, str] = {}
    for each in categories:
        for key in _keys(each):
            known.setdefault(key, each.name)
    return {name: known.get(search_key(name), name) for name in names}


def is_same(categories: Sequence[SkillCategory], one: str, other: str) -> bool:
    """Return whether two names are of the same category."""
    names = (canonical_name(categories, each) for each in (one, other))
    first, second = (search_key(each) for each in names)
    return first == second


def category_within(categories: Sequence[SkillCategory], text: str) -> SkillCategory | None:
    """Return the one category that a text names among its words.

    « Recrutement de deux techniciens » names human resources. A text that names several
    categories, or none, names none: nobody can tell which one it is about.
    """
    exact = category_named(categories, text)
    if exact is not None:
        return exact
    words = f" {search_key(text)} "
    found = [each for each in categories if any(f" {key} " in words for key in _keys(each))]
    return found[0] if len(found) == 1 else None


def needed_category(
    categories: Sequence[SkillCategory], diagnosed: str, asked: str, chosen: str = ""
) -> str:
    """Return the category of the competence that a dossier needs, empty when it says none.

    Args:
        categories: In force.
        diagnosed: Need that the appraisal found, in its words.
        asked: Category of the competence asked for.
        chosen: Category chosen by hand, which comes first.
    """
    if search_key(chosen):
        return canonical_name(categories, chosen)
    found = category_within(categories, diagnosed)
    return found.name if found else canonical_name(categories, asked)


def proposed_names(
    categories: Sequence[SkillCategory], written: Iterable[str] = (), kept: str = ""
) -> tuple[str, ...]:
    """Return the names a competence may be chosen from.

    Args:
        categories: In force; those no longer offered are left out.
        written: Names that sheets say; those of no category come after the categories.
        kept: Name that stands already: it can always be chosen again, even as another
            name of a category.
    """
    names = [each.name for each in categories if each.is_offered]
    names += [each for each in unknown_names(categories, written) if each not in names]
    return (*names,) if not kept or kept in names else (*names, kept)


def with_former_name(before: SkillCategory, after: SkillCategory) -> SkillCategory:
    """Return a category as it is to be; a name it no longer has becomes an alias.

    What was written under the former name is still of this category. The identifier and
    the place stay; an alias equal to the name, empty or given twice goes.
    """
    aliases: dict[str, str] = {}
    for each in (*after.aliases, before.name):
        aliases.setdefault(search_key(each), each.strip())
    for name in (after.name, ""):
        aliases.pop(search_key(name), None)
    return replace(after, id=before.id, position=before.position, aliases=tuple(aliases.values()))


def unknown_names(categories: Sequence[SkillCategory], names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are of no category, as they stand, each once, in order."""
    found = {
        search_key(each): each.strip()
        for each in names
        if each.strip() and category_named(categories, each) is None
    }
    return tuple(found[key] for key in sorted(found))


def _keys(category: SkillCategory) -> tuple[str, ...]:
    keys = (search_key(each) for each in (category.name, *category.aliases))
    return tuple(each for each in keys if each)
