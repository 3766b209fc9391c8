"""The investment, how it is paid for, and whether the two agree."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.models.records.dossiers import DossierSheet, FinancingDetails
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.amounts import NO_BREAK, money_text

_COLUMNS: Final = (Column("Ressources", 65), Column("Montant", 35, is_figure=True))

_PLAN_WIDTH: Final = 105 * mm


def financing(sheet: DossierSheet) -> list[Flowable]:
    """Return the cost of the project and its financing plan."""
    details = sheet.financing
    content = subheading("Investissement et financement")
    if _is_detailed(details):
        content += _plan(details, sheet.request.amount)
    content.append(line(" ".join(financing_sentences(details, sheet.request.amount))))
    return content


def financing_sentences(details: FinancingDetails, advance: Money) -> list[str]:
    """Return what can be said of the plan: cost, balance, past de minimis aid.

    Args:
        details: The plan.
        advance: Advance asked for, which is one of its resources.
    """
    sentences = []
    if details.cost is None:
        sentences.append("Le coût du projet n’est pas renseigné.")
    else:
        sentences.append(f"Le coût du projet est de {money_text(details.cost, NO_BREAK)}.")
    if not _is_detailed(details):
        sentences.append("Le plan de financement n’est pas détaillé.")
    elif details.cost is not None:
        sentences.append(_balance(_resources(details, advance) - details.cost))
    if details.past_de_minimis:
        aid = money_text(details.past_de_minimis, NO_BREAK)
        sentences.append(f"Aides de minimis reçues sur trois ans\u00a0: {aid}.")
    return sentences


def _is_detailed(details: FinancingDetails) -> bool:
    return any(part is not None for part in _parts(details))


def _parts(details: FinancingDetails) -> tuple[Money | None, ...]:
    return details.equity, details.bank_loan, details.other_funding


def _resources(details: FinancingDetails, advance: Money) -> Money:
    return sum((part for part in _parts(details) if part is not None), advance)


def _plan(details: FinancingDetails, advance: Money) -> list[Flowable]:
    names = ("Fonds propres", "Prêt bancaire", "Autres financements", "Avance Alizé demandée")
    amounts = (*_parts(details), advance)
    rows = [
        [name, money_text(amount, NO_BREAK)]
        for name, amount in zip(names, amounts, strict=True)
        if amount is not None
    ]
    total = ["Total des ressources", money_text(_resources(details, advance), NO_BREAK)]
    return grid(_COLUMNS, rows, total, _PLAN_WIDTH)


def _balance(excess: Money) -> str:
    if excess == ZERO:
        return "Le plan de financement est équilibré."
    if excess < ZERO:
        return f"Il manque {money_text(-excess, NO_BREAK)} pour équilibrer le plan de financement."
    return f"Les ressources dépassent le coût de {money_text(excess, NO_BREAK)}."
