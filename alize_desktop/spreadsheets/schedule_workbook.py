"""The schedule workbook: the figures of the contract, and formulas that check them.

Figures are values, frozen: a preview, a telephone and a printer show them without
computing anything. The only formulas are the controls and the simulation.
"""

from datetime import datetime, time

from openpyxl import Workbook

from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.spreadsheets import (
    controls_page,
    schedule_history,
    schedule_money,
    schedule_simulation,
    schedule_table,
)
from alize_desktop.spreadsheets.look import add_styles
from alize_desktop.spreadsheets.schedule_controls import schedule_controls
from alize_desktop.spreadsheets.schedule_summary import fill_summary
from alize_desktop.spreadsheets.steady_zip import saved


def schedule_workbook(record: ScheduleRecord) -> bytes:
    """Return the schedule of an advance as an ``.xlsx`` file.

    Six sheets: Synthèse (who, what, on which terms, where it stands), Échéancier (one row
    an instalment), Encaissements (money), Historique (versions and events), Contrôles
    (formulas) and Simulation (formulas). The same record gives the same bytes.

    Args:
        record: The dossier, its schedule, and what happened to it.
    """
    book = Workbook()
    add_styles(book)
    foot = f"Dossier {record.number}" if record.is_decided else f"Dossier {record.number} (projet)"
    is_amended = record.version is not None and bool(record.version.kept)
    summary = book.worksheets[0]
    summary.title = "Synthèse"
    schedule_table.fill_table(book.create_sheet(schedule_table.SHEET), record, foot)
    schedule_money.fill_money(book.create_sheet(schedule_money.SHEET), record, foot)
    schedule_history.fill_history(book.create_sheet(schedule_history.SHEET), record, foot)
    verdict = controls_page.fill_controls(
        book.create_sheet(controls_page.SHEET),
        f"Contrôles de l’échéancier {record.number}",
        tuple(schedule_controls(record.schedule.count, is_amended=is_amended)),
        foot,
    )
    simulation = book.create_sheet(schedule_simulation.SHEET)
    schedule_simulation.fill_simulation(simulation, record.contract_terms, foot)
    fill_summary(summary, record, verdict, foot)
    at = datetime.combine(record.paid_on, time())
    return saved(book, f"Échéancier {record.number}", at)
