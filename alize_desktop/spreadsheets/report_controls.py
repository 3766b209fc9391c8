"""What must hold between the sheets of the workbook of a report."""

from collections.abc import Iterator
from typing import Final

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.spreadsheets.controls_page import Control
from alize_desktop.wording.labels import label

_OF_RETAINED: Final = {
    "secteurs_2": "Les secteurs",
    "effectifs_2": "Les effectifs",
    "buts_2": "Les buts",
    "natures_2": "Les natures de projet",
    "competences_2": "Les compétences",
    "besoins_3": "Les besoins",
}
_OF_PARTS: Final = {"bassins": "Les bassins", "annees": "Les années"}
_OF_DAYS: Final = {"categories": "Les catégories", "partenaires": "Les partenaires"}


def report_controls() -> Iterator[Control]:
    """Yield the controls of a report, over the named ranges of its workbook."""
    yield from _decisions()
    for name, says in _OF_RETAINED.items():
        yield Control(
            f"{says} font les dossiers retenus",
            _same(f"SUM({name})", "bilan_retained"),
            "Le total de la feuille, et celui de la Synthèse.",
        )
    yield from _parts()
    yield from _jobs_and_days()
    yield Control(
        "L’avance moyenne est la somme sur le nombre",
        "IF(bilan_advances=0,bilan_advanced=0,"
        + _same("ROUND(bilan_advanced/bilan_advances,2)", "bilan_average_advance")
        + ")",
        "Montant des avances ÷ nombre d’avances, au centime.",
    )


def _decisions() -> Iterator[Control]:
    yield Control(
        "Les décisions font les dossiers étudiés",
        _same("SUM(decisions_2)", "bilan_studied"),
        "Le total de la feuille Décisions, et celui de la Synthèse.",
    )
    approved = "+".join(_counted(each) for each in DecisionOutcome if each in APPROVALS)
    yield Control(
        "Les décisions favorables font les dossiers retenus",
        _same(approved, "bilan_retained"),
        "Agréés, sous conditions et pour un montant réduit.",
    )
    yield Control(
        "Les motifs font les refus",
        _same("SUM(refus_2)", _counted(DecisionOutcome.REJECTED)),
        "Le total des motifs, et le nombre de dossiers refusés.",
    )


def _parts() -> Iterator[Control]:
    for name, says in _OF_PARTS.items():
        sums = (
            ("2", "bilan_studied"),
            ("3", "bilan_retained"),
            ("4", "N(bilan_created_observed)"),
            ("5", "bilan_advanced"),
        )
        same = ",".join(_same(f"SUM({name}_{column})", total) for column, total in sums)
        yield Control(
            f"{says} font le programme",
            f"AND({same})",
            "Étudiés, retenus, emplois créés et avances accordées.",
        )


def _jobs_and_days() -> Iterator[Control]:
    kinds = ("created", "maintained", "sustained")
    same = ",".join(
        f"INDEX(emplois_{column},{row})=bilan_{kind}_{word}"
        for row, kind in enumerate(kinds, start=1)
        for column, word in ((2, "promised"), (3, "observed"))
    )
    yield Control(
        "Les emplois sont ceux de la Synthèse",
        f"AND({same})",
        "Créés, maintenus et pérennisés, promis et constatés.",
    )
    for name, says in _OF_DAYS.items():
        days = ",".join(
            _same(f"SUM({name}_{column})", f"bilan_days_{word}")
            for column, word in ((2, "granted"), (3, "planned"), (4, "done"))
        )
        yield Control(
            f"{says} font les jours",
            f"AND({days})",
            "Jours accordés, prévus et faits.",
        )


def _counted(outcome: DecisionOutcome) -> str:
    return f'SUMIF(decisions_1,"{label(outcome)}",decisions_2)'


def _same(one: str, other: str) -> str:
    """Return the formula that says whether two others give the same, to the cent."""
    return f"ROUND({one}-({other}),2)=0"
