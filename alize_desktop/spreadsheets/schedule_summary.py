"""The sheet Synthèse of a schedule workbook: who, what, on which terms, where it stands."""

from typing import Final
from zoneinfo import ZoneInfo

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import DueDateRoll, ScheduleReason
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.spreadsheets.look import euros, protect, set_page
from alize_desktop.spreadsheets.schedule_standing import fill_standing
from alize_desktop.spreadsheets.summary_page import SummaryPage
from alize_desktop.spreadsheets.tables import name_cell
from alize_desktop.wording.amounts import NO_BREAK, words
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decisions import period_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import person_name

_LABEL_WIDTH: Final = 38
_TEXT_WIDTH: Final = 56
_LONGEST_AIM: Final = 400
"""Letters of the project's object that a summary repeats."""

_REGULAR: Final = frozenset({ScheduleReason.CONTRACT, ScheduleReason.PAYMENT_DATE})


def fill_summary(sheet: Worksheet, record: ScheduleRecord, verdict: str, foot: str) -> None:
    """Fill the sheet Synthèse.

    Args:
        sheet: An empty sheet.
        record: What is said.
        verdict: Formula that says whether all the controls hold.
        foot: What the foot of its pages says.
    """
    page = SummaryPage(sheet, _LABEL_WIDTH, _TEXT_WIDTH)
    _fill_title(page, record)
    _fill_company(page, record)
    if record.decision is not None and record.is_decided:
        _fill_decision(page, record.decision, record.programme.time_zone)
    _fill_advance(page, record)
    fill_standing(page, record.position)
    page.verdict("Les contrôles", verdict)
    set_page(sheet, foot)
    protect(sheet)


def _fill_title(page: SummaryPage, record: ScheduleRecord) -> None:
    state, style = "Proposition, non décidée", "proposé"
    if record.is_decided:
        state, style = "Conditions décidées par le comité", "décidé"
    page.title(record.programme, "Échéancier de l’avance remboursable", state, style)


def _fill_company(page: SummaryPage, record: ScheduleRecord) -> None:
    company = record.sheet.company
    page.section("L’entreprise")
    page.text("Dossier", record.number)
    page.text("Entreprise", company.name, "texte fort")
    page.text("Forme juridique", company.legal_form)
    page.text("SIREN", _grouped(company.siren))
    page.text("Commune", f"{company.postcode} {company.town}".strip())
    page.text("Dirigeant", person_name(company.manager_civility, company.manager_name))
    page.text("Objet du projet", _beginning(record.sheet.project.aim))


def _fill_decision(page: SummaryPage, decision: Decision, time_zone: str) -> None:
    decided_on = decision.decided_at.astimezone(ZoneInfo(time_zone)).date()
    page.section("La décision")
    page.text("Décision", f"{label(decision.draft.outcome)} (n° {decision.number})", "texte fort")
    page.text("Séance", f"{decision.meeting_number}, le {long_date(decided_on)}")
    page.text("Vote", decision.sentence)
    for number, condition in enumerate(decision.draft.conditions, start=1):
        due = f", avant le {long_date(condition.due_on)}" if condition.due_on else ""
        page.text(f"Condition {number}", f"{condition.text} ({label(condition.kind).lower()}{due})")


def _fill_advance(page: SummaryPage, record: ScheduleRecord) -> None:
    terms = record.contract_terms
    page.section("L’avance")
    amount = page.figure("Montant", euros(terms.amount), "montant fort")
    name_cell(page.sheet, "avance_montant", amount)
    page.text("En toutes lettres", words(terms.amount))
    page.text("Taux", f"0{NO_BREAK}%, avance sans intérêt")
    deferral = (
        f", {'dont' if terms.deferral_included else 'plus'} {terms.deferral} mois de différé"
        if terms.deferral
        else ", sans différé"
    )
    first = "" if _is_regular(record) else " au contrat"
    page.text(f"Durée{first}", f"{terms.months} mois{deferral}")
    page.text(f"Remboursement{first}", f"Une échéance {period_text(terms.every)}")
    page.figure("Versement retenu pour le calcul", record.paid_on, "date")
    _fill_schedule(page, record)


def _is_regular(record: ScheduleRecord) -> bool:
    """Return whether the schedule is that of the contract: no amendment spread it anew."""
    return record.version is None or record.version.reason in _REGULAR


def _fill_schedule(page: SummaryPage, record: ScheduleRecord) -> None:
    schedule, version = record.schedule, record.version
    if version is not None:
        page.text("Version de l’échéancier", f"{version.version} ({label(version.reason).lower()})")
    page.figure("Nombre d’échéances", schedule.count, "nombre")
    if _is_regular(record):
        page.figure("Montant d’une échéance", euros(schedule.regular), "montant")
        if schedule.last != schedule.regular:
            page.figure("Montant de la dernière", euros(schedule.last), "montant")
    page.figure("Première échéance", schedule.first_due, "date")
    page.figure("Dernière échéance", schedule.last_due, "date")
    page.figure("Total à rembourser", euros(schedule.total), "montant fort")
    if schedule.terms.roll is DueDateRoll.NEXT:
        page.text(
            "Jours non ouvrés",
            "Une échéance qui tombe un samedi, un dimanche ou un jour férié est reportée au jour ouvré suivant.",
        )


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_AIM else f"{text[:_LONGEST_AIM].rstrip()}…"


def _grouped(siren: str) -> str:
    return NO_BREAK.join(siren[at : at + 3] for at in range(0, len(siren), 3))
