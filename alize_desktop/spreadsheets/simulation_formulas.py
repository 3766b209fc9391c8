"""What the sheet Simulation asks and answers, as formulas over its named cells.

They reckon as ``rules.schedule`` does: in whole centimes, rounding at each step.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from alize_desktop.models.enums import Rounding
from alize_desktop.models.records.schedules import LONGEST_MONTHS, AdvanceTerms
from alize_desktop.spreadsheets.tables import NO, YES

MOST_ROWS: Final = 120
"""Instalments that the sheet has room for."""


@dataclass(frozen=True, slots=True)
class Input:
    """One cell to fill, and what it takes."""

    name: str
    says: str
    style: str
    kind: Literal["decimal", "whole", "list", "date"]
    least: str
    most: str
    refusal: str


def inputs(terms: AdvanceTerms) -> tuple[Input, ...]:
    """Return the cells to fill."""
    deferral = (
        "Différé (mois, compris dans la durée)"
        if terms.deferral_included
        else "Différé (mois, en plus de la durée)"
    )
    number = "saisie de nombre"
    return (
        Input(
            "sim_montant",
            "Montant de l’avance",
            "saisie de montant",
            "decimal",
            "0.01",
            "99999999.99",
            "Un montant de plus de zéro euro, à deux décimales au plus.",
        ),
        Input(
            "sim_mois",
            "Durée (mois)",
            number,
            "whole",
            "1",
            str(LONGEST_MONTHS),
            f"Un nombre entier de mois, de 1 à {LONGEST_MONTHS}.",
        ),
        Input(
            "sim_differe",
            deferral,
            number,
            "whole",
            "0",
            str(LONGEST_MONTHS),
            "Un nombre entier de mois, zéro sans différé.",
        ),
        Input(
            "sim_periode",
            "Mois entre deux échéances",
            number,
            "list",
            '"1,2,3,4,6,12"',
            "",
            "Une période de la liste\u00a0: 1, 2, 3, 4, 6 ou 12 mois.",
        ),
        Input(
            "sim_versement",
            "Date de versement",
            "saisie de date",
            "date",
            "DATE(1990,1,1)",
            "DATE(2099,12,31)",
            "Une date, de 1990 à 2099.",
        ),
    )


def answers(terms: AdvanceTerms) -> Iterator[tuple[str, str, str, str]]:
    """Yield what the sheet answers: words, name of the cell, formula, style."""
    share = "sim_montant*100"
    rounded = "ROUNDDOWN" if terms.rounding is Rounding.DOWN else "ROUND"
    regular = f"{rounded}(ROUND({share},0)/sim_nombre,0)/100"
    last = "ROUND(sim_montant-sim_courante*(sim_nombre-1),2)"
    yield (
        "Ces conditions font un échéancier",
        "sim_reponse",
        f'=IF(sim_motif="","{YES}","{NO}")',
        ("contrôle"),
    )
    yield "Nombre d’échéances", "sim_nombre", f'=IF(sim_motif="",{_count(terms)},0)', "nombre"
    yield "Échéance courante", "sim_courante", f'=IF(sim_nombre=0,"",{regular})', "montant"
    yield "Dernière échéance", "sim_derniere", f'=IF(sim_nombre=0,"",{last})', "montant"
    end = "EDATE(sim_versement,sim_differe+sim_nombre*sim_periode)"
    yield "Date de la dernière", "sim_fin", f'=IF(sim_nombre=0,"",{end})', "date"


def _count(terms: AdvanceTerms) -> str:
    left = "sim_mois-sim_differe" if terms.deferral_included else "sim_mois"
    return f"ROUND(({left})/sim_periode,0)"


def reason(terms: AdvanceTerms) -> str:
    """Return the formula that says why the cells make no schedule, empty when they do."""
    left = "sim_mois-sim_differe" if terms.deferral_included else "sim_mois"
    through = "sim_mois" if terms.deferral_included else "sim_mois+sim_differe"
    share = "ROUND(sim_montant*100,0)"
    rounded = "ROUNDDOWN" if terms.rounding is Rounding.DOWN else "ROUND"
    count = _count(terms)
    checks = [
        (
            "COUNT(sim_montant,sim_mois,sim_differe,sim_periode,sim_versement)<5",
            "Une case est vide.",
        ),
        (
            "OR(sim_montant<=0,ROUND(sim_montant,2)<>sim_montant)",
            "Le montant est de plus de zéro euro, à deux décimales au plus.",
        ),
        (
            f"OR(sim_mois<1,sim_mois>{LONGEST_MONTHS},INT(sim_mois)<>sim_mois)",
            f"La durée va de 1 à {LONGEST_MONTHS} mois.",
        ),
        (
            f"OR(sim_differe<0,sim_differe>{LONGEST_MONTHS},INT(sim_differe)<>sim_differe)",
            f"Le différé va de 0 à {LONGEST_MONTHS} mois.",
        ),
        (
            f"OR(sim_periode<1,sim_periode>{LONGEST_MONTHS},INT(sim_periode)<>sim_periode)",
            f"La période va de 1 à {LONGEST_MONTHS} mois.",
        ),
        (f"{left}<=0", "Le différé est plus court que la durée."),
        (f"MOD({left},sim_periode)<>0", "La période ne divise pas la durée à rembourser."),
        (f"{count}>{MOST_ROWS}", f"La feuille s’arrête à {MOST_ROWS} échéances."),
        (
            f"{share}-{rounded}({share}/{count},0)*({count}-1)<=0",
            "La dernière échéance ne serait pas de plus de zéro euro.",
        ),
        (f"YEAR(EDATE(sim_versement,{through}))>2100", "La dernière échéance vient après 2100."),
    ]
    formula = '""'
    for test, sentence in reversed(checks):
        formula = f'IF({test},"{sentence}",{formula})'
    return f"={formula}"
