"""The fields of the letter about promised jobs: what each one says, and an example of it."""

from collections.abc import Mapping
from typing import Final

JOB_FIELD_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "date_decision": ("Jour de la décision", "24 mars 2026"),
    "jalon": ("Jalon du suivi", "12\u00a0mois"),
    "date_jalon": ("Jour du jalon", "20 avril 2027"),
    "emplois_promis": (
        "Emplois promis à ce jalon, une ligne par point",
        "4 emplois à créer\u00a0;\n6 emplois à maintenir.",
    ),
    "emplois_constates": (
        "Emplois constatés, une ligne par point",
        "2 emplois créés\u00a0;\n6 emplois maintenus.",
    ),
    "emplois_manquants": ("Emplois qui manquent, une ligne par point", "2 emplois à créer."),
    "date_constat": ("Jour du constat", "25 octobre 2027"),
    "preuve_constat": ("Ce que le constat a pour preuve", "extrait de DSN"),
    "repondre_avant": ("Date limite de la réponse", "27 novembre 2027"),
}
"""Name of the field → (what a person calls it, an example from one dossier)."""
