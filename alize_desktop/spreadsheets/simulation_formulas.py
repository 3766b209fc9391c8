"""What the sheet Simulation asks and answers, as formulas over its named cells.

They reckon as ``rules.schedule`` does: in whole centimes, rounding at each step.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from alize_desktop.models.enums import Rounding
from alize_desktop.models.records.schedules import LONGEST_MONTHS, AdvanceTerms
from alize_desktop.spreadsheets.tables import NO, YES

MOST_ROWS: Final = 120
"""Instalments that the sheet has room for."""

_CENTS: Final = "ROUND(sim_montant*100,0)"


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


_NUMBER: Final = "saisie de nombre"
_INPUTS: Final = (
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
        _NUMBER,
        "whole",
        "1",
        str(LONGEST_MONTHS),
        f"Un nombre entier de mois, de 1 à {LONGEST_MONTHS}.",
    ),
    Input(
        "sim_differe",
        "Différé (mois, compris dans la durée)",
        _NUMBER,
        "whole",
        "0",
        str(LONGEST_MONTHS),
        "Un nombre entier de mois, zéro sans différé.",
    ),
    Input(
        "sim_periode",
        "Mois entre deux échéances",
        _NUMBER,
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


def inputs(terms: AdvanceTerms) -> tuple[Input, ...]:
    """Return the cells to fill."""
    if terms.deferral_included:
        return _INPUTS
    amount, months, deferral, *others = _INPUTS
    added = replace(deferral, says="Différé (mois, en plus de la durée)")
    return (amount, months, added, *others)


def answers(terms: AdvanceTerms) -> Iterator[tuple[str, str, str, str]]:
    """Yield what the sheet answers: words, name of the cell, formula, style."""
    regular = f"{_regular(terms, 'sim_nombre')}/100"
    last = "ROUND(sim_montant-sim_courante*(sim_nombre-1),2)"
    verdict = f'=IF(sim_motif="","{YES}","{NO}")'
    yield "Ces conditions font un échéancier", "sim_reponse", verdict, "contrôle"
    yield "Nombre d’échéances", "sim_nombre", f'=IF(sim_motif="",{_count(terms)},0)', "nombre"
    yield "Échéance courante", "sim_courante", f'=IF(sim_nombre=0,"",{regular})', "montant"
    yield "Dernière échéance", "sim_derniere", f'=IF(sim_nombre=0,"",{last})', "montant"
    yield (
        "Date de la dernière",
        "sim_fin",
        f'=IF(sim_nombre=0,"",{day_of(terms, "sim_nombre")})',
        ("date"),
    )


def day_of(terms: AdvanceTerms, number: str) -> str:
    """Return the formula of the theoretical day of an instalment, counted from the payment.

    Args:
        terms: Of the contract, for what is no input.
        number: Cell of its number.
    """
    months = _whole(terms) if terms.in_fine else f"sim_differe+{number}*sim_periode"
    day = f"EDATE(sim_versement,{months})"
    return day if terms.day_of_month is None else f"{day}-DAY({day})+{terms.day_of_month}"


def reason(terms: AdvanceTerms) -> str:
    """Return the formula that says why the cells make no schedule, empty when they do."""
    formula = '""'
    for test, sentence in reversed(tuple(_checks(terms))):
        formula = f'IF({test},"{sentence}",{formula})'
    return f"={formula}"


def _checks(terms: AdvanceTerms) -> Iterator[tuple[str, str]]:
    """Yield what is wrong: a test, and what is said then; each supposes those before it."""
    longest = LONGEST_MONTHS
    filled = "COUNT(sim_montant,sim_mois,sim_differe,sim_periode,sim_versement)"
    yield f"{filled}<5", "Une case est vide."
    yield (
        "OR(sim_montant<=0,ROUND(sim_montant,2)<>sim_montant)",
        "Le montant est de plus de zéro euro, à deux décimales au plus.",
    )
    yield _outside("sim_mois", 1), f"La durée va de 1 à {longest} mois."
    yield _outside("sim_differe", 0), f"Le différé va de 0 à {longest} mois."
    yield _outside("sim_periode", 1), f"La période va de 1 à {longest} mois."
    if not terms.in_fine:
        left, count = _left(terms), _count(terms)
        regular = _regular(terms, count)
        yield f"{left}<=0", "Le différé est plus court que la durée."
        yield f"MOD({left},sim_periode)<>0", "La période ne divise pas la durée à rembourser."
        yield f"{count}>{MOST_ROWS}", f"La feuille s’arrête à {MOST_ROWS} échéances."
        yield (
            f"OR({regular}<=0,{_CENTS}-{regular}*({count}-1)<=0)",
            "Une échéance ne serait pas de plus de zéro euro.",
        )
    after = f"YEAR(EDATE(sim_versement,{_whole(terms)}))>2100"
    yield after, "La dernière échéance vient après 2100."


def _outside(name: str, least: int) -> str:
    return f"OR({name}<{least},{name}>{LONGEST_MONTHS},INT({name})<>{name})"


def _left(terms: AdvanceTerms) -> str:
    """Return the formula of the months during which the advance is repaid."""
    return "(sim_mois-sim_differe)" if terms.deferral_included else "sim_mois"


def _whole(terms: AdvanceTerms) -> str:
    """Return the formula of the months from the payment to the last instalment."""
    return "sim_mois" if terms.deferral_included else "sim_mois+sim_differe"


def _count(terms: AdvanceTerms) -> str:
    return "1" if terms.in_fine else f"ROUND({_left(terms)}/sim_periode,0)"


def _regular(terms: AdvanceTerms, count: str) -> str:
    """Return the formula of the usual instalment, in whole centimes."""
    rounded = "ROUNDDOWN" if terms.rounding is Rounding.DOWN else "ROUND"
    return f"{rounded}({_CENTS}/{count},0)"
