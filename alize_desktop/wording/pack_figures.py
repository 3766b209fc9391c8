"""What a pack says of a dossier in figures: proposal, cost of a job, State aid, financing plan."""

from typing import Final

from alize_desktop.models.enums import ExpertAdvice
from alize_desktop.models.records.dossiers import DossierSheet, FinancingDetails
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.aid_words import particulars, percent_text
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.names import list_text

SEE_BELOW: Final = "Le texte complet figure après la fiche de synthèse."
"""After a text that is shortened on the summary page."""

COST: Final = "Coût du projet"
"""First bar of the chart of a financing plan."""


def proposal_text(advice: ExpertAdvice | None) -> str:
    """Return what the case officer proposes to answer to the request."""
    match advice:
        case ExpertAdvice.FAVOURABLE:
            return "Accorder la demande"
        case ExpertAdvice.FAVOURABLE_WITH_CONDITIONS:
            return "Accorder la demande sous conditions"
        case ExpertAdvice.RESERVED:
            return "Débattre des réserves avant de se prononcer"
        case ExpertAdvice.UNFAVOURABLE:
            return "Ne pas accorder la demande"
    return "Pas de proposition"


def is_proposed(advice: ExpertAdvice | None) -> bool:
    """Return whether the case officer proposes what the company asks."""
    return advice in (ExpertAdvice.FAVOURABLE, ExpertAdvice.FAVOURABLE_WITH_CONDITIONS)


def ratio_sentences(sheet: DossierSheet) -> list[str]:
    """Return what the advance costs by job: by job created, by job created or maintained."""
    amount, jobs = sheet.request.amount, sheet.jobs
    if not amount:
        return ["Sans avance demandée, aucun montant ne se rapporte aux emplois."]
    sentences = []
    if jobs.created:
        each = money_short(amount.divided(jobs.created), NO_BREAK)
        sentences.append(f"{each} d’avance par emploi à créer.")
    both = jobs.created + jobs.maintained
    if jobs.maintained:
        each = money_short(amount.divided(both), NO_BREAK)
        sentences.append(f"{each} d’avance par emploi à créer ou à maintenir.")
    return sentences or ["Aucun emploi n’est annoncé à créer ni à maintenir."]


def aid_sentences(weighing: AidWeighing) -> list[str]:
    """Return the de minimis aid received, what the advance is worth, and the ceiling."""
    ceiling = money_short(weighing.ceiling, NO_BREAK)
    new, before, total = weighing.new, weighing.before, weighing.total
    sentences = ["Aucune aide de minimis déclarée sur trois ans."]
    if weighing.declared:
        aid = money_short(weighing.declared, NO_BREAK)
        sentences = [f"Aides de minimis déclarées sur trois ans{NO_BREAK}: {aid}."]
    if before:
        aid = money_short(before, NO_BREAK)
        sentences.append(f"Aides déjà accordées pour d’autres dossiers{NO_BREAK}: {aid}.")
    if before is None:
        sentences.append("Le taux de base d’une aide déjà accordée n’est pas connu.")
    if new is None or new.basis is None or total is None:
        return [*sentences, f"Plafond{NO_BREAK}: {ceiling}."]
    sentences.append(
        f"Équivalent-subvention de l’avance demandée{NO_BREAK}: "
        f"{money_short(new.most, NO_BREAK)}{particulars(new.basis)}, "
        f"au taux de référence de {percent_text(new.basis.reference_percent)}."
    )
    known = money_short(total, NO_BREAK)
    if weighing.is_over:
        sentences.append(f"Le total de {known} dépasse le plafond de {ceiling}.")
    else:
        sentences.append(f"Le total de {known} reste sous le plafond de {ceiling}.")
    return sentences


def plan_rows(details: FinancingDetails, advance: Money) -> list[tuple[str, Money]]:
    """Return the cost and each resource of a project; empty when the plan is not detailed.

    Args:
        details: The plan.
        advance: Advance asked for, which is one of its resources.
    """
    parts = (
        ("Fonds propres", details.equity),
        ("Prêt bancaire", details.bank_loan),
        ("Autres financements", details.other_funding),
    )
    known = [(name, amount) for name, amount in parts if amount is not None]
    if not known:
        return []
    cost = [(COST, details.cost)] if details.cost is not None else []
    return [*cost, *known, ("Avance Alizé demandée", advance)]


def plan_alternative(rows: list[tuple[str, Money]]) -> str:
    """Return what the chart of a financing plan says to who cannot see it."""
    parts = [
        f"{name[0].lower()}{name[1:]} {money_short(amount, NO_BREAK)}" for name, amount in rows
    ]
    return f"Diagramme du plan de financement{NO_BREAK}: {list_text(parts)}."


def highest_amount(rows: list[tuple[str, Money]]) -> Money:
    """Return the highest amount of a plan, >= 0: what its chart is drawn to."""
    return max((amount for _name, amount in rows), default=ZERO)
