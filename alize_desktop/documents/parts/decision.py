"""What was decided on a dossier: the whole package, with its dates."""

from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.panels import decision_panel
from alize_desktop.documents.parts.agenda import NOTHING
from alize_desktop.documents.parts.company import days_text
from alize_desktop.models.enums import ConditionKind, DecisionOutcome
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesItem
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.wording.agreement_words import instalments_text
from alize_desktop.wording.amounts import NO_BREAK, money_text, words
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.decision_words import advance_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_aid import aid_text, due_dates_text, validity_text
from alize_desktop.wording.minutes_meeting import hours_of
from alize_desktop.wording.names import counted, list_text

_CONDITIONS: Final = (Column("Condition", 58), Column("Nature", 27), Column("Échéance", 15))
_GROUNDS: Final = {
    DecisionOutcome.DEFERRED: "Motif de l’ajournement",
    DecisionOutcome.REJECTED: "Motif du refus",
    DecisionOutcome.WITHDRAWN: "Motif du retrait",
}


def decision(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    """Return the decision on one dossier, or that there is none yet."""
    if item.decision is None:
        return [*subheading("Décision"), line("Aucune décision n’est enregistrée.")]
    taken, draft = item.decision, item.decision.draft
    panel = decision_panel(
        f"Dossier {item.number} · décision n°{NO_BREAK}{taken.number} · {_moment(taken, record)}",
        label(draft.outcome),
        " et ".join(_granted(draft)),
    )
    return [
        panel,
        *facts(
            [
                _amended_fact(taken),
                *_advance_facts(taken, item),
                *_other_facts(taken),
                *_approval_facts(item, record),
            ]
        ),
        *_conditions(draft.conditions),
    ]


def _moment(taken: Decision, record: MinutesRecord) -> str:
    hours = hours_of(record)
    other_day = hours.other_day(taken.decided_at)
    hour = hours.hour(taken.decided_at)
    return f"{other_day}, {hour}" if other_day else hour


def _amended_fact(taken: Decision) -> tuple[str, str]:
    amended = f"décision modificative de la décision n°{NO_BREAK}{taken.amends}"
    return "Nature", amended if taken.amends else ""


def _granted(draft: DecisionDraft) -> list[str]:
    amount = [money_text(draft.amount, NO_BREAK)] if draft.amount else []
    return amount + ([counted(draft.days, "jour")] if draft.days else [])


def _advance_facts(taken: Decision, item: MinutesItem) -> list[tuple[str, str]]:
    draft = taken.draft
    if not draft.amount:
        return []
    asked, schedule = item.sheet.request.amount, item.schedule
    in_words = words(draft.amount).replace("'", "’")
    amount = f"{money_text(draft.amount, NO_BREAK)} ({in_words})"
    if asked != draft.amount:
        amount += f", pour {money_text(asked, NO_BREAK)} demandés"
    rows = [
        ("Avance remboursable", amount),
        ("Modalités", advance_text(draft, included=taken.deferral_included)),
    ]
    if schedule:
        rows.append(("Remboursement", instalments_text(schedule.rows)))
        rows.append(("Échéances", due_dates_text(schedule)))
    return rows


def _other_facts(taken: Decision) -> list[tuple[str, str]]:
    draft = taken.draft
    days = days_text(draft.days, draft.skill_category)
    lender = taken.partner or "partenaire à désigner"
    return [
        ("Compétences", f"{days}, {lender}" if days else ""),
        ("Emplois promis", _jobs_text(draft)),
        (_GROUNDS.get(draft.outcome, "Observations"), draft.grounds),
        ("Pièces demandées", draft.documents_asked),
    ]


def _approval_facts(item: MinutesItem, record: MinutesRecord) -> list[tuple[str, str]]:
    """Return the State aid of an approval and how long it holds; nothing of another outcome."""
    if item.decision is None or item.decision.draft.outcome not in APPROVALS:
        return []
    aid = aid_text(item.aid) if item.aid else ""
    months = record.rules.approval_months
    return [("Aide d’État", aid), ("Validité", validity_text(record.draft.held_on, months))]


def _jobs_text(draft: DecisionDraft) -> str:
    numbers = ((draft.jobs_created, "à créer"), (draft.jobs_maintained, "à maintenir"))
    parts = [f"{counted(number, 'emploi')} {what}" for number, what in numbers if number]
    if not parts:
        return ""
    contract = f" ({label(draft.contract)})" if draft.contract else ""
    limit = f", avant le {long_date(draft.jobs_by)}" if draft.jobs_by else ""
    return f"{list_text(parts)}{contract}{limit}"


def _conditions(conditions: tuple[Condition, ...]) -> list[Flowable]:
    if not conditions:
        return []
    ordered = sorted(conditions, key=lambda each: each.kind is not ConditionKind.PRECEDENT)
    rows = [
        [each.text, label(each.kind), short_date(each.due_on) if each.due_on else NOTHING]
        for each in ordered
    ]
    return grid(_CONDITIONS, rows)
