"""The sheet Synthèse of a schedule workbook: who, what, on which terms, and controls."""

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import DueDateRoll
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.spreadsheets.look import euros, inks
from alize_desktop.spreadsheets.summary_page import SummaryPage
from alize_desktop.wording.amounts import NO_BREAK, words
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decisions import period_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import person_name

SHEET: Final = "Échéancier"
"""Name of the sheet of the instalments."""

_AMOUNT, _OUTSTANDING = "D", "E"
_LABEL_WIDTH: Final = 38
_TEXT_WIDTH: Final = 56
_LONGEST_AIM: Final = 400
"""Letters of the project's object that a summary repeats."""


@dataclass(frozen=True, slots=True)
class TableAddress:
    """Where the instalments stand: first and last row of the table."""

    first: int
    last: int

    def column(self, letter: str, first: int = 0, last: int = 0) -> str:
        """Return the range of a column, ``first`` rows later, ``last`` rows earlier."""
        return f"'{SHEET}'!{letter}{self.first + first}:{letter}{self.last - last}"

    def cell(self, letter: str, row: int) -> str:
        """Return one cell of the table."""
        return f"'{SHEET}'!{letter}{row}"


def fill_summary(sheet: Worksheet, record: ScheduleRecord, table: TableAddress) -> None:
    """Fill the sheet Synthèse.

    Args:
        sheet: An empty sheet.
        record: What is said.
        table: Where the instalments stand in the other sheet.
    """
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    sheet.column_dimensions["B"].width = _TEXT_WIDTH
    page = SummaryPage(sheet)
    _fill_title(page, record)
    _fill_company(page, record)
    if record.decision is not None and record.is_decided:
        _fill_decision(page, record.decision, record.programme.time_zone)
    amount = _fill_advance(page, record)
    _fill_controls(page, table, amount)


def _fill_title(page: SummaryPage, record: ScheduleRecord) -> None:
    programme = record.programme
    operator = f" · {programme.operator}" if programme.operator else ""
    page.line(f"Programme Alizé · {programme.basin}{operator}", "surtitre")
    page.sheet.row_dimensions[page.row].height = 30
    page.line("Échéancier de l’avance remboursable", "titre")
    page.sheet.row_dimensions[page.row].height = 22
    if record.is_decided:
        page.line("Conditions décidées par le comité", "décidé")
    else:
        page.line("Proposition, non décidée", "proposé")
    if programme.is_demonstration:
        page.line("Démonstration\u00a0: entreprises et personnes inventées.", "surtitre")


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


def _fill_advance(page: SummaryPage, record: ScheduleRecord) -> str:
    """Fill the block of the advance and return the cell of its amount."""
    schedule, terms = record.schedule, record.schedule.terms
    page.section("L’avance")
    amount = page.figure("Montant", euros(terms.amount), "montant fort")
    page.text("En toutes lettres", words(terms.amount))
    page.text("Taux", f"0{NO_BREAK}%, avance sans intérêt")
    inside = f", dont {terms.deferral} mois de différé" if terms.deferral else ", sans différé"
    page.text("Durée", f"{terms.months} mois{inside}")
    page.text("Remboursement", f"Une échéance {period_text(terms.every)}")
    page.figure("Versement retenu pour le calcul", record.paid_on, "date")
    page.figure("Nombre d’échéances", schedule.count, "nombre")
    page.figure("Montant d’une échéance", euros(schedule.regular), "montant")
    if schedule.last != schedule.regular:
        page.figure("Montant de la dernière", euros(schedule.last), "montant")
    page.figure("Première échéance", schedule.first_due, "date")
    page.figure("Dernière échéance", schedule.last_due, "date")
    page.figure("Total à rembourser", euros(schedule.total), "montant fort")
    if terms.roll is DueDateRoll.NEXT:
        page.text(
            "Jours non ouvrés",
            "Une échéance qui tombe un samedi, un dimanche ou un jour férié est reportée au jour ouvré suivant.",
        )
    return amount


def _fill_controls(page: SummaryPage, table: TableAddress, amount: str) -> None:
    page.section("Contrôles")
    start = page.row
    total = f"SUM({table.column(_AMOUNT)})"
    last = table.cell(_OUTSTANDING, table.last)
    page.figure("La somme égale le montant", f"=ROUND({total}-{amount},2)=0", "contrôle")
    page.figure("Le restant dû finit à zéro", f"=ROUND({last},2)=0", "contrôle")
    page.figure("Chaque restant dû se déduit du précédent", f"={_chain(table, amount)}", "contrôle")
    bad = DifferentialStyle(
        font=Font(color=inks()["bad"]),
        fill=PatternFill("solid", bgColor=inks()["bad_ground"]),
    )
    rule = Rule(type="cellIs", operator="equal", formula=["FALSE"], dxf=bad)
    page.sheet.conditional_formatting.add(f"B{start}:B{page.row - 1}", rule)


def _chain(table: TableAddress, amount: str) -> str:
    """Return the formula: each outstanding is the one before less the instalment."""
    first_due = table.cell(_AMOUNT, table.first)
    first_left = table.cell(_OUTSTANDING, table.first)
    start = f"ROUND({amount}-{first_due}-{first_left},2)=0"
    if table.first == table.last:
        return start
    before = table.column(_OUTSTANDING, last=1)
    paid, after = table.column(_AMOUNT, first=1), table.column(_OUTSTANDING, first=1)
    return f"AND({start},SUMPRODUCT(ABS(ROUND({before}-{paid}-{after},2)))=0)"


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_AIM else f"{text[:_LONGEST_AIM].rstrip()}…"


def _grouped(siren: str) -> str:
    return NO_BREAK.join(siren[at : at + 3] for at in range(0, len(siren), 3))
