"""Texts that committees write again and again: conditions, reasons of a refusal.

The reasons of a refusal are a closed list: the words themselves are kept with the
decision, so that they can be counted afterwards.
"""

from typing import Final

from alize_desktop.models.enums import ConditionKind
from alize_desktop.rules.text import search_key
from alize_desktop.wording.amounts import NO_BREAK

STANDARD_CONDITIONS: Final = (
    ("Accord définitif de la banque sur le prêt", ConditionKind.PRECEDENT),
    ("Apport en fonds propres versé", ConditionKind.PRECEDENT),
    ("Autorisation administrative obtenue", ConditionKind.PRECEDENT),
    ("Bail commercial signé", ConditionKind.PRECEDENT),
    ("Convention signée par le dirigeant", ConditionKind.PRECEDENT),
    ("Déblocage du prêt bancaire", ConditionKind.PRECEDENT),
    ("Extrait Kbis de moins de trois mois", ConditionKind.PRECEDENT),
    ("Justificatifs des investissements réalisés", ConditionKind.FOLLOW_UP),
    ("Point d’étape avec le parrain", ConditionKind.FOLLOW_UP),
    ("Preuve des emplois créés", ConditionKind.FOLLOW_UP),
    ("Remise des comptes annuels", ConditionKind.FOLLOW_UP),
    ("Situation fiscale et sociale à jour", ConditionKind.PRECEDENT),
)
"""Each with when it is usually to be met, in the order of the alphabet."""

REFUSAL_REASONS: Final = (
    "Hors territoire",
    "Hors critères (âge, taille, secteur)",
    "Projet insuffisamment viable",
    "Plan de financement non bouclé",
    "Création d’emplois insuffisante ou non démontrée",
    "Situation financière dégradée ou procédure collective",
    "Plafond de minimis atteint",
    "Dossier incomplet",
    "Besoin relevant d’un autre dispositif",
    "Enveloppe épuisée",
)
"""Any other reason is written in the committee's own words."""

_KEYS: Final = {each: search_key(each) for each in REFUSAL_REASONS}
_BETWEEN: Final = f"{NO_BREAK}– "


def refusal_grounds(reason: str, text: str) -> str:
    """Return the grounds of a refusal: a reason of the list, then free words."""
    return _BETWEEN.join(part for part in (reason, text.strip()) if part)


def refusal_reason(grounds: str) -> str:
    """Return the reason of the list that grounds begin with, however it is written.

    « HORS TERRITOIRE : trop loin » is out of the territory; empty when they begin with none.
    """
    key = search_key(grounds)
    for reason, known in _KEYS.items():
        if key.startswith(known) and not key[len(known) : len(known) + 1].isalnum():
            return reason
    return ""


def split_refusal(grounds: str) -> tuple[str, str]:
    """Return the reason of the list that grounds begin with, and the words after it."""
    for reason in REFUSAL_REASONS:
        if grounds == reason:
            return reason, ""
        if grounds.startswith(f"{reason}{_BETWEEN}"):
            return reason, grounds.removeprefix(f"{reason}{_BETWEEN}")
    return "", grounds
