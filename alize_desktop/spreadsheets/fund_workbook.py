"""The workbook of the fund: where it stands, what moved, who gave, what comes.

Figures are values, frozen: a preview and a printer show them without computing anything.
The only formulas are the controls and the answer to « quand pourrons-nous prêter… ? ».
"""

from datetime import datetime, time

from openpyxl import Workbook

from alize_desktop.models.records.fund_book import FundBookRecord
from alize_desktop.spreadsheets import controls_page, fund_sheets, fund_summary
from alize_desktop.spreadsheets.fund_controls import fund_controls
from alize_desktop.spreadsheets.look import add_styles
from alize_desktop.spreadsheets.steady_zip import saved
from alize_desktop.wording.dates import short_date


def fund_workbook(record: FundBookRecord) -> bytes:
    """Return the statement of the fund as an ``.xlsx`` file.

    Five sheets: Synthèse, Mouvements (each with the cash after it), Financeurs, Prévision
    (sixty months) and Contrôles (formulas). The same record gives the same bytes.
    """
    book = Workbook()
    add_styles(book)
    day = record.period.last
    foot = f"Fonds Alizé {record.programme.basin}, au {short_date(day)}"
    summary = book.worksheets[0]
    summary.title = "Synthèse"
    fund_sheets.fill_movements(book.create_sheet(fund_sheets.MOVEMENTS), record.period, foot)
    statement = record.period.closing
    fund_sheets.fill_funders(book.create_sheet(fund_sheets.FUNDERS), statement, foot)
    fund_sheets.fill_forecast(book.create_sheet(fund_sheets.FORECAST), record.forecast, foot)
    verdict = controls_page.fill_controls(
        book.create_sheet(controls_page.SHEET),
        f"Contrôles de l’état du fonds au {short_date(day)}",
        tuple(fund_controls()),
        foot,
    )
    fund_summary.fill_summary(summary, record, verdict, foot)
    return saved(book, f"État du fonds au {short_date(day)}", datetime.combine(day, time()))
