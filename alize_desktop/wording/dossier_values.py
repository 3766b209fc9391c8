"""What the fields of the papers of one dossier say, from its record."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from alize_desktop.models.enums import ConditionKind, DecisionOutcome, TemplateKey
from alize_desktop.models.records.dossier_papers import DossierPaperRecord, TakenDecision
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.rules.dossier_papers import amending_version, is_rescheduled, last_day
from alize_desktop.wording.agreement_words import instalments_phrase, moved_dates
from alize_desktop.wording.aid_words import aid_values, authority_text
from alize_desktop.wording.amounts import NO_BREAK, money_text, words
from alize_desktop.wording.bodies import of_the_body, the_body
from alize_desktop.wording.company_words import (
    manager_name,
    manager_title,
    salutation,
    siren_text,
)
from alize_desktop.wording.dates import long_date, long_date_with_day
from alize_desktop.wording.decision_words import (
    advance_text,
    changes,
    condition_items,
    days_text,
    granted_items,
    jobs_text,
    listed,
    sentence,
)
from alize_desktop.wording.decisions import period_text
from alize_desktop.wording.loan_words import WITHOUT_MISSION, loan_values
from alize_desktop.wording.names import counted

_LETTERS: Final[Mapping[DecisionOutcome, TemplateKey]] = {
    DecisionOutcome.APPROVED: TemplateKey.NOTIFICATION_APPROVED,
    DecisionOutcome.APPROVED_WITH_CONDITIONS: TemplateKey.NOTIFICATION_CONDITIONS,
    DecisionOutcome.APPROVED_REDUCED: TemplateKey.NOTIFICATION_REDUCED,
    DecisionOutcome.DEFERRED: TemplateKey.NOTIFICATION_DEFERRED,
    DecisionOutcome.REJECTED: TemplateKey.NOTIFICATION_REFUSED,
    DecisionOutcome.WITHDRAWN: TemplateKey.NOTIFICATION_WITHDRAWN,
}


def notification_key(taken: TakenDecision | None) -> TemplateKey:
    """Return which letter tells a decision; that of a withdrawal without one."""
    if taken is None:
        return TemplateKey.NOTIFICATION_WITHDRAWN
    return _LETTERS[taken.decision.draft.outcome]


def values_of(record: DossierPaperRecord) -> dict[str, str]:
    """Return what each field says; one without anything to say is empty, or not there."""
    values = {**_office(record), **_company(record), **_first(record)}
    if record.taken is not None:
        values |= _meeting(record, record.taken) | _decision(record, record.taken)
    if record.taken is not None and record.taken.schedule is not None:
        values |= _schedule(record.taken.schedule) | _moved(record, record.taken.schedule)
        values |= aid_values(record.aid)
    if record.partner is not None:
        values |= loan_values(record.partner, record.sheet.company) | WITHOUT_MISSION
    return values


def place_and_date(place: str, day: date) -> str:
    """Return where and when a letter is written: « À Dijon, le 3 mars 2026 »."""
    when = f"le {long_date(day)}"
    return f"À {place}, {when}" if place else when[0].upper() + when[1:]


def reference_of(record: DossierPaperRecord) -> str:
    """Return what to quote in an answer: « dossier 2026-014, décision 2026-D003 »."""
    number = f"dossier {record.sheet.number}"
    taken = record.taken
    return f"{number}, décision {taken.decision.number}" if taken else number


def sender_of(record: DossierPaperRecord) -> str:
    """Return who writes: the operator, or the programme when nobody is named."""
    return authority_text(record.programme)


def _office(record: DossierPaperRecord) -> dict[str, str]:
    name, feminine = record.body, record.body_feminine
    return {
        "operateur": record.programme.operator,
        "bassin": record.sheet.basin or record.programme.basin,
        "signataire": record.identity.signatory,
        "date_du_jour": long_date(record.today),
        "comite": the_body(name, is_feminine=feminine),
        "du_comite": of_the_body(name, is_feminine=feminine),
    }


def _company(record: DossierPaperRecord) -> dict[str, str]:
    sheet, company = record.sheet, record.sheet.company
    asked = sheet.request.amount
    return {
        "dossier": sheet.number,
        "date_depot": long_date(sheet.filed_on),
        "entreprise": company.name,
        "forme_juridique": company.legal_form,
        "siren": siren_text(company.siren),
        "commune": company.town,
        "dirigeant": manager_name(company),
        "appel": salutation(company),
        "qualite": manager_title(company),
        "projet": sentence(sheet.project.aim),
        "montant_demande": money_text(asked, NO_BREAK) if asked else "",
        "motif": sentence(record.withdrawal),
    }


def _meeting(record: DossierPaperRecord, taken: TakenDecision) -> dict[str, str]:
    kind = "consultation écrite" if record.is_written else "séance"
    return {
        "seance": taken.decision.meeting_number,
        "seance_du": f"{kind} du {long_date_with_day(taken.day)}",
        "date_seance": long_date(taken.day),
    }


def _first(record: DossierPaperRecord) -> dict[str, str]:
    """Return the approval that came before what a paper tells; nothing of its own."""
    first, taken = record.first, record.taken
    if first is None or (taken is not None and taken.decision.id == first.decision.id):
        return {}
    return {"decision_initiale": first.decision.number, "date_initiale": long_date(first.day)}


def _decision(record: DossierPaperRecord, taken: TakenDecision) -> dict[str, str]:
    draft, conditions = taken.decision.draft, taken.decision.draft.conditions
    included = taken.decision.deferral_included
    values = {
        "decision": taken.decision.number,
        "motif": sentence(draft.grounds) or sentence(record.withdrawal),
        "pieces": listed(draft.documents_asked.splitlines()),
        "accord": listed(list(granted_items(draft, taken.decision.partner, included=included))),
        "modalites": advance_text(draft, included=included),
        "jours": days_text(draft),
        "jours_pret": days_text(draft),
        "categorie": draft.skill_category,
        "partenaire": taken.decision.partner,
        "emplois": jobs_text(draft),
        "emplois_avant": long_date(draft.jobs_by) if draft.jobs_by else "",
        "conditions": listed(list(condition_items(conditions))),
        "conditions_prealables": listed(list(condition_items(conditions, ConditionKind.PRECEDENT))),
        "conditions_suivi": listed(list(condition_items(conditions, ConditionKind.FOLLOW_UP))),
    }
    values |= _validity(record, taken)
    if draft.amount:
        values["montant"] = money_text(draft.amount, NO_BREAK)
        values["montant_en_lettres"] = words(draft.amount)
    if record.before is not None:
        before = record.before.decision
        both = (before.deferral_included, included)
        changed = changes(before.draft, draft, included=both)
        values["modifications"] = listed([*changed, *_new_dates(record, taken)])
    return values


def _validity(record: DossierPaperRecord, taken: TakenDecision) -> dict[str, str]:
    """Return until when an approval is to be signed, or since when it no longer can be."""
    day = last_day(record, taken)
    if record.today > day:
        return {"date_caducite": long_date(day)}
    return {"validite": f"{record.approval_months} mois", "date_validite": long_date(day)}


def _new_dates(record: DossierPaperRecord, taken: TakenDecision) -> Iterator[str]:
    """Yield the dates of instalments that a later decision moves."""
    before = record.before.schedule if record.before else None
    if before is not None and taken.schedule is not None and is_rescheduled(record):
        yield moved_dates(before, taken.schedule)


def _moved(record: DossierPaperRecord, rows: RepaymentSchedule) -> dict[str, str]:
    """Return what an amendment says of its instalments: planned, or those it froze."""
    version = amending_version(record.taken) if record.taken else None
    if version is not None:
        new = tuple(each for each in rows.rows if each.number not in version.kept)
        return {
            "date_effet": long_date(version.effective_on),
            "echeances_restantes": instalments_phrase(RepaymentSchedule(rows.terms, new)),
        }
    return {"nouvelles_echeances": instalments_phrase(rows)} if is_rescheduled(record) else {}


def _schedule(rows: RepaymentSchedule) -> dict[str, str]:
    return {
        "date_versement": long_date(rows.terms.paid_on),
        "nombre_echeances": counted(rows.count, "échéance"),
        "echeance": money_text(rows.regular, NO_BREAK),
        "periodicite": period_text(rows.terms.every),
        "premiere_echeance": long_date(rows.first_due),
        "derniere_echeance": long_date(rows.last_due),
    }
