"""The large figures of the room: what a dossier asks, what was granted, the totals."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from alize_desktop.errors import UserError
from alize_desktop.models.enums import ConditionKind, DueDateRoll
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet, RequestDetails
from alize_desktop.models.records.room import RoomFigure
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording.amounts import money_short, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, plural

_INSTALMENTS: Final = {
    1: ("mensualité", "mensualités"),
    3: ("échéance trimestrielle", "échéances trimestrielles"),
    6: ("échéance semestrielle", "échéances semestrielles"),
    12: ("échéance annuelle", "échéances annuelles"),
}


def dossier_figures(sheet: DossierSheet) -> tuple[RoomFigure, ...]:
    """Return what a dossier asks: advance, days, jobs, cost; what is nought is left out."""
    figures = []
    if sheet.request.amount:
        caption = f"avance demandée, {_duration(sheet.request)}"
        figures.append(RoomFigure(money_short(sheet.request.amount), caption))
    figures += _days(sheet.skills.days, sheet.skills.category)
    figures += _jobs(sheet.jobs.created, sheet.jobs.maintained, "")
    if sheet.financing.cost:
        figures.append(RoomFigure(money_short(sheet.financing.cost), "coût du projet"))
    return tuple(figures)


def decision_figures(decision: Decision, held_on: date) -> tuple[RoomFigure, ...]:
    """Return what was granted: advance, days, jobs, conditions; none unless approved.

    Args:
        decision: A recorded decision.
        held_on: Day of the meeting that took it.
    """
    draft = decision.draft
    if draft.outcome not in APPROVALS:
        return ()
    figures = []
    if draft.amount:
        caption = f"avance{_instalments(decision, held_on)}"
        figures.append(RoomFigure(money_short(draft.amount), caption))
    figures += _days(draft.days, draft.skill_category)
    limit = f" avant le {long_date(draft.jobs_by)}" if draft.jobs_by else ""
    figures += _jobs(draft.jobs_created, draft.jobs_maintained, limit)
    figures += _conditions(draft)
    return tuple(figures)


def total_figures(dossiers: int, decisions: Iterable[Decision]) -> tuple[RoomFigure, ...]:
    """Return what a meeting granted: dossiers approved, money, days, jobs.

    Args:
        dossiers: Dossiers on the agenda.
        decisions: Decisions recorded.
    """
    granted = [each.draft for each in decisions if each.draft.outcome in APPROVALS]
    money = sum((each.amount for each in granted), start=ZERO)
    days = sum(each.days for each in granted)
    jobs = sum(each.jobs_created for each in granted)
    agreed = plural(len(granted), "dossier agréé", "dossiers agréés")
    return (
        RoomFigure(f"{len(granted)} sur {dossiers}", agreed),
        RoomFigure(money_short(money), "d’avances accordées"),
        RoomFigure(counted(days, "jour"), "de compétences"),
        RoomFigure(counted(jobs, "emploi"), "à créer"),
    )


def granted_text(draft: DecisionDraft) -> str:
    """Return what an approval grants on one line: « 15 000 € · 6 jours »; else « »."""
    if draft.outcome not in APPROVALS:
        return ""
    parts = [money_short(draft.amount)] if draft.amount else []
    if draft.days:
        parts.append(counted(draft.days, "jour"))
    return " · ".join(parts)


def _duration(request: RequestDetails) -> str:
    inside = f" dont {request.deferral} de différé" if request.deferral else ""
    return f"{request.months} mois{inside}"


def _days(days: int, category: str) -> list[RoomFigure]:
    if not days:
        return []
    return [RoomFigure(counted(days, "jour"), _small(category.strip()) or "de compétences")]


def _small(words: str) -> str:
    """Return words for the inside of a sentence: « ressources humaines », « RH »."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _jobs(created: int, maintained: int, limit: str) -> list[RoomFigure]:
    if not created:
        kept = RoomFigure(counted(maintained, "emploi"), f"à maintenir{limit}")
        return [kept] if maintained else []
    more = f", {maintained} à maintenir" if maintained else ""
    return [RoomFigure(counted(created, "emploi"), f"à créer{limit}{more}")]


def _conditions(draft: DecisionDraft) -> list[RoomFigure]:
    if not draft.conditions:
        return []
    before = [each for each in draft.conditions if each.kind is ConditionKind.PRECEDENT]
    caption = label(ConditionKind.FOLLOW_UP).lower()
    if len(before) == len(draft.conditions):
        caption = label(ConditionKind.PRECEDENT).lower()
    elif before:
        caption = f"dont {len(before)} {label(ConditionKind.PRECEDENT).lower()}"
    return [RoomFigure(counted(len(draft.conditions), "condition"), caption)]


def _instalments(decision: Decision, held_on: date) -> str:
    """Return « , 36 mensualités de 416,67 € », or « » when terms make no schedule."""
    draft = decision.draft
    terms = AdvanceTerms(
        amount=draft.amount,
        months=draft.months,
        paid_on=held_on,
        deferral=draft.deferral,
        every=draft.every,
        rounding=decision.rounding,
        roll=DueDateRoll.NONE,  # amounts do not depend on the days they fall on
    )
    try:
        rows = schedule(terms)
    except UserError:
        return ""
    words = _INSTALMENTS.get(draft.every, ("échéance", "échéances"))
    return f", {counted(rows.count, *words)} de {money_text(rows.regular)}"
