"""What a report says on the screen, in JSON, on paper and in a workbook, read back."""

import re
import subprocess
from decimal import Decimal

from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alize_desktop.ui.charts.cards import ChartCard
from alize_desktop.ui.report.facts_card import FactsCard
from tests.flows.conftest import plain

IN_JSON = {
    "Dossiers étudiés": "studied",
    "Dossiers retenus": "retained",
    "Dossiers repris du passé": "history",
    "Bassins": "basins",
    "Emplois à créer": "jobs.created.promised",
    "Emplois créés": "jobs_created",
    "Emplois créés sur emplois à créer": "jobs.created.rate_percent",
    "Le même taux, là où c’est constaté": "jobs.created.rate_so_far_percent",
    "Emplois à maintenir": "jobs.maintained.promised",
    "Emplois maintenus": "jobs.maintained.observed",
    "Emplois à pérenniser": "jobs.sustained.promised",
    "Emplois pérennisés": "jobs.sustained.observed",
    "Postes offerts aux salariés des partenaires": "jobs.openings_offered",
    "Postes pourvus par des salariés des partenaires": "jobs.openings_filled",
    "Avances par emploi créé": "euros_per_job",
    "Jours faits par emploi créé": "days_per_job",
    "Effectif moyen": "mean_headcount",
    "Effectif médian": "median_headcount",
    "Reprises et transmissions": "takeovers",
    "Entreprises partenaires connues": "partners",
    "Entreprises partenaires qui ont prêté": "partners_active",
    "Jours de compétences accordés": "days.granted",
    "Jours de compétences prévus": "days.planned",
    "Jours de compétences faits": "days.done",
    "Valeur des jours faits": "days.value",
    "Avances accordées": "advances.count",
    "Montant des avances accordées": "advances.sum",
    "Avance moyenne": "average_advance",
    "Avances suivies ici": "advances.followed",
    "Remboursé": "advances.repaid",
    "En retard": "advances.late",
    "Abandonné ou perdu": "advances.lost",
    "Restant dû": "advances.outstanding",
    "Séances tenues": "committee.meetings",
    "Participation aux séances": "committee.attendance_percent",
    "Délai moyen du dépôt à la décision": "committee.mean_delay",
    "Délai médian du dépôt à la décision": "committee.median_delay",
    "Jours faits dans la période": "work_of_the_period.days_done",
    "Valeur des jours faits dans la période": "work_of_the_period.days_value",
    "Missions qui ont eu des jours dans la période": "work_of_the_period.missions",
    "Partenaires qui ont prêté dans la période": "work_of_the_period.partners",
    "Avances versées dans la période": "work_of_the_period.advances_paid",
    "Montant versé dans la période": "work_of_the_period.paid",
    "Remboursé dans la période": "work_of_the_period.repaid",
    "Dossiers dont les emplois ont été constatés dans la période": (
        "work_of_the_period.dossiers_observed"
    ),
    "Emplois créés de plus, constatés dans la période": "work_of_the_period.jobs_created",
    "Emplois maintenus de plus, constatés dans la période": "work_of_the_period.jobs_maintained",
    "Emplois pérennisés de plus, constatés dans la période": "work_of_the_period.jobs_sustained",
}
"""Where each figure of the screen is in the answer of the command line."""


class Shown:
    """What the screen of the report shows, page after page.

    Attributes:
        figures: Texts by name.
        tables: Rows of the charts, by their title.
    """

    def __init__(self, desk):
        screen = desk.go(Qt.Key.Key_B)
        desk.wait(screen.paper.isEnabled)
        self.figures, self.tables = {}, {}
        for _page in range(screen.tabs.bar.count()):
            self._read(screen.page())
            desk.ctrl(Qt.Key.Key_Tab)

    def _read(self, page):
        for card in page.findChildren(FactsCard):
            for each in card.findChildren(QLabel):
                name, _comma, text = plain(each.accessibleName()).rpartition(", ")
                if name and text == plain(each.text()):
                    self.figures[name] = text
                elif name:  # a text with a comma in it
                    text = plain(each.text())
                    self.figures[plain(each.accessibleName()).removesuffix(f", {text}")] = text
        for card in page.findChildren(ChartCard):
            rows = [[plain(cell.text) for cell in row] for row in card.chart.rows]
            self.tables[plain(card.chart.title)] = rows


def number(text):
    """Return the number that a text begins with; None for what is not known."""
    found = re.match(r"-?[\d ]+(,\d+)?", text)
    return Decimal(found[0].replace(" ", "").replace(",", ".")) if found else None


def in_json(told, name):
    """Return a figure of the answer of the command line, by its name on the screen."""
    value = told
    for key in IN_JSON[name].split("."):
        value = value[key]
    return None if value is None else Decimal(str(value))


class Written:
    """A report that was written to be printed, and as a workbook."""

    def __init__(self, pdf, xlsx):
        read = ["pdftotext", "-layout", str(pdf), "-"]
        text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
        self.text = plain(text)
        self.lines = [
            [plain(cell) if isinstance(cell, str) else cell for cell in row if cell is not None]
            for sheet in load_workbook(xlsx)
            for row in sheet.iter_rows(values_only=True)
        ]

    def prints(self, *cells):
        """Return whether a line of the paper holds cells side by side, whatever their spaces."""
        words = [re.escape(word) for cell in cells for word in cell.split()]
        return re.search(r"\s*".join(words) + r"(?!\d)", self.text) is not None

    def cell(self, name):
        """Return the figure of a name, as its cell holds it; None for what is not known."""
        names = {name, f"{name}, en jours", f"{name}, en %"}
        lines = (line for line in self.lines if len(line) > 1)  # not the title of a section
        value = next(line[1] for line in lines if line[0] in names)
        return None if isinstance(value, str) else Decimal(str(value))

    def has_line(self, *cells):
        """Return whether a line of the workbook begins with cells; formulas are passed over."""
        return any(line[: len(cells)] == list(cells) for line in self.lines)


def job_days(path):
    """Return the days of a calendar on which jobs are to be observed."""
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [each["DTSTART"].dt for each in events if each["SUMMARY"].startswith("Emplois")]
