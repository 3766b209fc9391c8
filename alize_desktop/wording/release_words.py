"""What an order to release money says: whom, how much, from which decision, on what account."""

from typing import Final

from alize_desktop.models.enums import ConditionKind
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.values import Money
from alize_desktop.wording.agreement_words import condition_standing
from alize_desktop.wording.amounts import NO_BREAK, money_text, words
from alize_desktop.wording.bank_words import account_text
from alize_desktop.wording.company_words import manager_name, manager_title, siren_text
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.late_letters import agreement_number, signature_day

WITHOUT_ACCOUNT: Final = (
    "À reporter du relevé d’identité bancaire\u00a0: aucun compte n’est enregistré."
)
"""Said in the place of an account that is not known."""

WITHOUT_CONDITION: Final = "La décision ne pose aucune condition préalable au versement."
"""Said in the place of conditions when there are none."""


def release_title(record: AdvancePaperRecord) -> str:
    """Return « Ordre de versement – avance n° 2026-013 »."""
    return f"Ordre de versement{NO_BREAK}– avance n°{NO_BREAK}{record.detail.row.number}"


def release_sentence(record: AdvancePaperRecord) -> str:
    """Return what is asked, in a sentence."""
    company = record.paper.sheet.company.name
    amount = money_text(released(record), NO_BREAK)
    basin = record.paper.sheet.basin or record.paper.programme.basin
    return (
        f"Il est demandé de verser à l’entreprise {company} la somme de {amount},"
        f" au titre de l’avance remboursable que le programme Alizé du bassin {basin} lui a accordée."
    )


def released(record: AdvancePaperRecord) -> Money:
    """Return the money of an order: of its event, or all that is left to release."""
    return record.event.draft.amount if record.event else record.detail.left_to_disburse


def beneficiary_facts(record: AdvancePaperRecord) -> list[tuple[str, str]]:
    """Return who is paid, and on which account: (name, value)."""
    company, account = record.paper.sheet.company, record.account
    leader = manager_name(company)
    return [
        ("Entreprise", company.name),
        ("SIREN", siren_text(company.siren)),
        ("Représentant", f"{leader}, {manager_title(company)}" if leader else ""),
        ("Titulaire du compte", account.holder if account else ""),
        (
            "Compte à créditer",
            account_text(account.iban, account.bic) if account else WITHOUT_ACCOUNT,
        ),
    ]


def money_facts(record: AdvancePaperRecord) -> list[tuple[str, str]]:
    """Return how much is paid, in figures and in words, and when: (name, value)."""
    event, rules = record.event, record.rules
    text = words(released(record))
    debited = account_text(rules.creditor_iban, rules.creditor_bic)
    return [
        ("Montant", money_text(released(record), NO_BREAK)),
        ("En lettres", text[0].upper() + text[1:]),
        ("Date du versement", long_date(event.draft.value_on) if event else ""),
        ("Référence", event.draft.reference if event else record.detail.row.number),
        ("Compte à débiter", ", ".join(part for part in (rules.creditor_name, debited) if part)),
        ("Avance accordée", money_text(record.detail.row.amount, NO_BREAK)),
        ("Versé auparavant", _before(record)),
        ("Reste à verser", _left(record)),
    ]


def decision_facts(record: AdvancePaperRecord) -> list[tuple[str, str]]:
    """Return what the payment rests on: (name, value)."""
    taken = record.paper.taken
    signed = signature_day(record)
    return [
        ("Décision", f"{taken.decision.number} du {long_date(taken.day)}" if taken else ""),
        (
            "Convention",
            f"n°{NO_BREAK}{agreement_number(record)}" + (f", signée le {signed}" if signed else ""),
        ),
        ("Dossier", record.paper.sheet.number),
    ]


def precedent_rows(paper: DossierPaperRecord) -> list[tuple[str, str, str]]:
    """Return the conditions of a release: (text, to be met by, what became of it)."""
    return [
        (
            each.condition.text,
            short_date(each.due_on) if each.due_on else "",
            condition_standing(each),
        )
        for each in paper.conditions
        if each.condition.kind is ConditionKind.PRECEDENT
    ]


def release_signatories(record: AdvancePaperRecord) -> tuple[tuple[str, str], ...]:
    """Return the two who sign: (capacity, name)."""
    operator = record.paper.programme.operator.strip()
    orders = f"Pour {operator}, l’ordonnateur" if operator else "L’ordonnateur"
    return (orders, record.paper.identity.signatory), ("Vu, bon à payer", "")


def _before(record: AdvancePaperRecord) -> str:
    """Return what was released before; empty when nothing was."""
    disbursed = record.detail.row.position.disbursed
    before = disbursed - released(record) if record.event else disbursed
    return money_text(before, NO_BREAK) if before.minor > 0 else ""


def _left(record: AdvancePaperRecord) -> str:
    """Return what will be left to release; empty when nothing will."""
    if record.event is None:
        return ""
    rest = record.detail.row.amount - record.detail.row.position.disbursed
    return money_text(rest, NO_BREAK) if rest.minor > 0 else ""
