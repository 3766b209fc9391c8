"""The sentence of a decision: the whole package, as minutes and screens say it."""

from typing import Final

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.wording.amounts import NARROW, NO_BREAK, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, list_text

_PERIODS: Final = {1: "mois", 2: "bimestre", 3: "trimestre", 6: "semestre", 12: "an"}
_APPROVALS: Final = (
    DecisionOutcome.APPROVED,
    DecisionOutcome.APPROVED_WITH_CONDITIONS,
    DecisionOutcome.APPROVED_REDUCED,
)


def decision_sentence(
    draft: DecisionDraft, partner: str = "", thousands: str = NARROW, *, included: bool = True
) -> str:
    """Return what was decided, in one sentence.

    « Agréé : avance remboursable de 12 000,00 € sur 48 mois dont 12 mois de
    différé, remboursée par trimestre ; 3 jours de compétences (commercial) ;
    2 emplois à créer (CDI) avant le 1er mars 2027. »

    Args:
        draft: The decision.
        partner: Name of the lending partner, empty when not chosen.
        thousands: Space between groups of thousands.
        included: Whether the deferral is inside the duration.
    """
    outcome = label(draft.outcome)
    if draft.outcome in _APPROVALS:
        parts = _package(draft, partner, thousands, included=included)
    else:
        parts = _words(draft)
    if not parts:
        return f"{outcome}."
    return f"{outcome}{NO_BREAK}: {f'{NO_BREAK}; '.join(parts)}."


def conditions_sentence(draft: DecisionDraft) -> str:
    """Return the texts of the conditions of an approval, to be read before they are final.

    « Condition : « Bail commercial signé ». » Empty without a condition.
    """
    if draft.outcome not in _APPROVALS or not draft.conditions:
        return ""
    noun = "Condition" if len(draft.conditions) == 1 else "Conditions"
    texts = (f"«{NO_BREAK}{each.text.strip()}{NO_BREAK}»" for each in draft.conditions)
    return f"{noun}{NO_BREAK}: {f'{NO_BREAK}; '.join(texts)}."


def period_text(every: int) -> str:
    """Return how often an instalment falls: « par trimestre », « tous les 4 mois »."""
    return f"par {_PERIODS[every]}" if every in _PERIODS else f"tous les {every} mois"


def terms_text(months: int, deferral: int, every: int, *, included: bool = True) -> str:
    """Return the terms of an advance: « sur 48 mois dont 12 mois de différé, remboursée par trimestre ».

    Args:
        months: Duration.
        deferral: Months before the first period.
        every: Months between two instalments.
        included: Whether the deferral is inside the duration.
    """
    inside = f" {'dont' if included else 'plus'} {deferral} mois de différé" if deferral else ""
    return f"sur {months} mois{inside}, remboursée {period_text(every)}"


def _package(draft: DecisionDraft, partner: str, thousands: str, *, included: bool) -> list[str]:
    parts = []
    if draft.amount:
        terms = terms_text(draft.months, draft.deferral, draft.every, included=included)
        parts.append(f"avance remboursable de {money_text(draft.amount, thousands)} {terms}")
    if draft.days:
        category = f" ({draft.skill_category})" if draft.skill_category else ""
        lender = f", par {partner}" if partner else ""
        parts.append(
            f"{counted(draft.days, 'jour de compétences', 'jours de compétences')}{category}{lender}"
        )
    jobs = _jobs(draft)
    if jobs:
        parts.append(jobs)
    if draft.conditions:
        parts.append(counted(len(draft.conditions), "condition"))
    return parts


def _jobs(draft: DecisionDraft) -> str:
    promised = [
        counted(number, f"emploi à {verb}", f"emplois à {verb}")
        for number, verb in ((draft.jobs_created, "créer"), (draft.jobs_maintained, "maintenir"))
        if number
    ]
    if not promised:
        return ""
    contract = f" ({label(draft.contract)})" if draft.contract else ""
    limit = f" avant le {long_date(draft.jobs_by)}" if draft.jobs_by else ""
    return f"{list_text(promised)}{contract}{limit}"


def _words(draft: DecisionDraft) -> list[str]:
    parts = [draft.grounds.strip().rstrip(".")] if draft.grounds.strip() else []
    if draft.documents_asked.strip():
        parts.append(f"pièces demandées\u00a0: {draft.documents_asked.strip().rstrip('.')}")
    return parts
