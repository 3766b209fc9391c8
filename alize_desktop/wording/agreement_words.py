"""Words of agreements: who signs, what a schedule counts, how conditions stand."""

from collections.abc import Sequence

from alize_desktop.models.enums import ConditionEventKind
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.schedules import Instalment, RepaymentSchedule
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.company_words import manager_name, manager_title
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted


def schedule_sentence(rows: RepaymentSchedule) -> str:
    """Return what a schedule is reckoned from: « Avance de 15 000,00 €, versée le… »."""
    terms = rows.terms
    what = f"Avance de {money_text(rows.total, NO_BREAK)}, pour un versement le"
    return f"{what} {long_date(terms.paid_on)}{NO_BREAK}: {counted(rows.count, 'échéance')}."


def instalments_phrase(rows: RepaymentSchedule) -> str:
    """Return « 12 échéances, la première due le 24 juin 2027, la dernière le 25 mars 2030 »."""
    if rows.count == 1:
        return f"{counted(1, 'échéance')}, due le {long_date(rows.last_due)}"
    dates = (
        f"la première due le {long_date(rows.first_due)}, la dernière le {long_date(rows.last_due)}"
    )
    return f"{counted(rows.count, 'échéance')}, {dates}"


def instalments_text(rows: Sequence[Instalment]) -> str:
    """Return the instalments: « 12 échéances : 11 de 1 041,67 € et une dernière de 1 041,63 € »."""
    regular = money_text(rows[0].amount, NO_BREAK)
    last = money_text(rows[-1].amount, NO_BREAK)
    if len(rows) == 1:
        return f"une échéance de {last}"
    if regular == last:
        return f"{len(rows)} échéances de {regular}"
    first = len(rows) - 1
    return f"{len(rows)} échéances{NO_BREAK}: {first} de {regular} et une dernière de {last}"


def moved_dates(before: RepaymentSchedule, after: RepaymentSchedule) -> str:
    """Return what an amendment says of instalments: « échéances : 12 échéances, … »."""
    now, was = instalments_phrase(after), instalments_phrase(before)
    return f"échéances{NO_BREAK}: {now} (auparavant{NO_BREAK}: {was})"


def company_signatory(record: DossierPaperRecord) -> tuple[str, str]:
    """Return who signs for a company: (capacity, name)."""
    company = record.sheet.company
    name = manager_name(company)
    return (
        f"Pour {company.name}",
        f"{name}, {manager_title(company)}" if name else manager_title(company).capitalize(),
    )


def operator_signatory(record: DossierPaperRecord) -> tuple[str, str]:
    """Return who signs for the operator: (capacity, name)."""
    return f"Pour {record.programme.operator}", record.identity.signatory


def lender_signatory(record: DossierPaperRecord) -> tuple[str, str]:
    """Return who signs for the company that lends its staff: (capacity, name)."""
    partner = record.partner
    return (
        ("Pour l’entreprise prêteuse", "")
        if partner is None
        else (
            f"Pour {partner.name}",
            partner.correspondent,
        )
    )


def condition_standing(state: ConditionState) -> str:
    """Return what became of a condition: « À lever », « Levée », « Prolongée »."""
    if state.last is None:
        return "À lever"
    if state.last is ConditionEventKind.EXTENDED:
        return f"{label(state.last)}, à lever"
    return label(state.last)
