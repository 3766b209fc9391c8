"""A report beside the founding article, in words: « ce programme / l’article de 2008 »."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.report import ProgrammeReport
from alize_desktop.models.values import Money
from alize_desktop.rules.report_article import Compared, comparison
from alize_desktop.wording.report_words import (
    NOTHING,
    money_or_nothing,
    number_or_nothing,
    share_text,
)

COMPARISON_TITLE: Final = "Ce programme et l’article de 2008"
COMPARISON_HEADS: Final = ("Chiffre", "Ce programme", "L’article de 2008")
COMPARISON_NOTE: Final = (
    "Les parts sont celles des dossiers retenus. L’article, du 22 avril 2008, "
    "raconte les dix premières années du programme dans vingt bassins."
)

NAMES: Final = {
    "studied": "Projets étudiés",
    "retained": "Projets retenus",
    "retained_share": "Part des projets retenus",
    "created": "Emplois créés",
    "created_per_dossier": "Emplois créés par projet retenu",
    "average_advance": "Avance moyenne",
    "partners": "Entreprises partenaires",
    "basins": "Bassins",
    "services": "Services",
    "industry": "Industrie",
    "construction": "Construction",
    "takeovers": "Reprises et transmissions",
    "capacity": "But\u00a0: augmenter la capacité de production",
    "sales": "But\u00a0: développer les ventes",
    "first_skill": "Compétence la plus demandée",
    "staff": "Compétence\u00a0: ressources humaines",
    "marketing": "Compétence\u00a0: commercial et marketing",
    "headcount_median": "Effectif médian des entreprises",
}
"""What each figure is called."""

_SAID: Final[Mapping[str, str]] = {
    "takeovers": "près d’un sur dix",
    "headcount_median": "surtout dix salariés",
}
"""What the article says in words, not in figures."""

_NUMBERS: Final = frozenset({"created_per_dossier", "headcount_median"})


def comparison_rows(report: ProgrammeReport) -> tuple[tuple[str, str, str], ...]:
    """Return the figures of the article beside those of a report: (name, ours, theirs)."""
    return tuple(
        (
            NAMES[each.key],
            compared_text(each.key, each.ours),
            _SAID.get(each.key) or compared_text(each.key, each.theirs),
        )
        for each in comparison(report)
    )


def compared_text(key: str, value: Compared) -> str:
    """Return one figure of a comparison as a person reads it."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, Money):
        return money_or_nothing(value)
    if isinstance(value, Fraction) and key not in _NUMBERS:
        return share_text(value)
    return number_or_nothing(value)
