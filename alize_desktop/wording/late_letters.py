"""What the fields of the letters about a late advance say."""

from alize_desktop.models.enums import AdvanceEventKind, PaperKind
from alize_desktop.models.records.advances import InstalmentPosition
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.values import Money
from alize_desktop.rules.late_letters import (
    acceleration_day,
    amendment_in_force,
    days_late,
    last_day_to_pay,
    late_rows,
    late_since,
)
from alize_desktop.wording.amounts import NO_BREAK, money_text, words
from alize_desktop.wording.bank_words import account_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decision_words import listed, sentence
from alize_desktop.wording.dossier_values import values_of
from alize_desktop.wording.late_advances import (
    amendment_name,
    amendment_text,
    delay_text,
    events_of,
    paid_text,
)
from alize_desktop.wording.names import counted


def late_values(kind: PaperKind, record: AdvancePaperRecord) -> dict[str, str]:
    """Return what each field of a letter says; one without anything to say is empty.

    Args:
        kind: ``REMINDER``, ``FORMAL_NOTICE`` or ``ACCELERATION_NOTICE``.
        record: The advance on the day of the letter.
    """
    position = record.detail.row.position
    late = late_rows(position)
    overdue = _sum(late)
    return {
        **values_of(record.paper),
        **_agreement(record),
        "echeances_en_retard": listed([_instalment(record, each) for each in late]),
        "total_en_retard": money_text(overdue, NO_BREAK),
        "total_en_retard_en_lettres": words(overdue),
        "jours_de_retard": delay_text(record) if late else "",
        "reste_du": money_text(position.outstanding, NO_BREAK),
        "reste_du_en_lettres": words(position.outstanding),
        "reste_a_echoir": _to_come(record, overdue),
        "paiement": how_to_pay(record),
        "interlocuteur": whom_to_call(record),
        "date_relance": _told(record, AdvanceEventKind.REMINDER),
        "date_mise_en_demeure": _told(record, AdvanceEventKind.FORMAL_NOTICE),
        "motif_exigibilite": _grounds(record),
        **_days(kind, record),
    }


def agreement_number(record: AdvancePaperRecord) -> str:
    """Return the number of an agreement: that of the approval it was made for."""
    first = record.paper.first
    return first.decision.number if first else record.detail.decision_number


def agreement_reference(record: AdvancePaperRecord) -> str:
    """Return what to quote in an answer: « dossier 2026-014, convention 2026-D003 »."""
    return f"dossier {record.paper.sheet.number}, convention {agreement_number(record)}"


def signature_day(record: AdvancePaperRecord) -> str:
    """Return when an agreement was signed: « 8 avril 2026 »; empty before."""
    days = [each.draft.value_on for each in events_of(record, AdvanceEventKind.AGREEMENT_SIGNED)]
    return long_date(max(days)) if days else ""


def how_to_pay(record: AdvancePaperRecord) -> str:
    """Return « par virement à Alizé Côte-d’Or, IBAN FR76…, en rappelant la référence … »."""
    rules = record.rules
    holder = rules.creditor_name.strip() or record.paper.programme.operator.strip()
    to_whom = f"à {holder}" if holder else "sur le compte du programme"
    account = account_text(rules.creditor_iban, rules.creditor_bic)
    parts = [f"par virement {to_whom}", *([account] if account else [])]
    return f"{', '.join(parts)}, en rappelant la référence {record.detail.row.number}"


def whom_to_call(record: AdvancePaperRecord) -> str:
    """Return who answers a letter about an advance."""
    return contact_of(record.paper)


def contact_of(record: DossierPaperRecord) -> str:
    """Return who answers: the case officer, or who signs, or the office itself."""
    named = (
        record.sheet.opinion.case_officer,
        record.identity.signatory,
        record.programme.operator,
    )
    return next((each.strip() for each in named if each.strip()), "l’équipe du programme")


def _agreement(record: AdvancePaperRecord) -> dict[str, str]:
    return {
        "convention": agreement_number(record),
        "date_convention": signature_day(record),
        "montant": money_text(record.detail.row.amount, NO_BREAK),
        "versement": paid_text(record),
        "avenant": amendment_text(record),
    }


def _days(kind: PaperKind, record: AdvancePaperRecord) -> dict[str, str]:
    """Return the days that the last two letters name."""
    position, rules = record.detail.row.position, record.rules
    delay = {"delai_exigibilite": counted(rules.acceleration_days, "jour")}
    if kind is PaperKind.FORMAL_NOTICE:
        return delay | {
            "payer_avant": long_date(last_day_to_pay(position.on)),
            "date_exigibilite": long_date(acceleration_day(position, rules)),
        }
    is_reached = days_late(position) >= rules.acceleration_days
    return delay if is_reached else {}


def _instalment(record: AdvancePaperRecord, row: InstalmentPosition) -> str:
    """Return one late instalment: its number, its date, what is left of it."""
    due, whole = row.instalment, money_text(row.instalment.amount, NO_BREAK)
    version = amendment_in_force(record.detail)
    number = f"échéance n°{NO_BREAK}{due.number}" + (
        f" de {amendment_name(version)}" if version else ""
    )
    what = f"{number}, due le {long_date(due.due)}{NO_BREAK}:"
    if row.remaining == due.amount:
        return f"{what} {whole}"
    return f"{what} il reste {money_text(row.remaining, NO_BREAK)} à payer sur {whole}"


def _to_come(record: AdvancePaperRecord, overdue: Money) -> str:
    """Return what was not due by its own date; nothing when all was."""
    rest = record.detail.row.position.outstanding - overdue
    return money_text(rest, NO_BREAK) if rest.minor > 0 else ""


def _told(record: AdvancePaperRecord, kind: AdvanceEventKind) -> str:
    """Return the day of the last letter of a kind about the present delay; empty for none."""
    since = late_since(record.detail.row.position)
    days = [each.draft.value_on for each in events_of(record, kind)]
    told = [each for each in days if since and each > since]
    return long_date(max(told)) if told else ""


def _grounds(record: AdvancePaperRecord) -> str:
    """Return why the acceleration was decided; empty when it is not said, or not recorded."""
    notes = [each.draft.note for each in events_of(record, AdvanceEventKind.ACCELERATION)]
    return sentence(notes[-1]) if notes else ""


def _sum(rows: tuple[InstalmentPosition, ...]) -> Money:
    return Money(sum(each.remaining.minor for each in rows))
