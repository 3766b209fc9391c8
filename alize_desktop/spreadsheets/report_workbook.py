"""The workbook of a report: one sheet a theme, its totals and rates in formulas, its charts.

What was counted stands as values; sums and percentages are formulas, and so are the controls.
"""

from datetime import datetime, time

from openpyxl import Workbook

from alize_desktop.models.records.report import ReportPaper
from alize_desktop.spreadsheets import controls_page, report_summary
from alize_desktop.spreadsheets.look import add_styles
from alize_desktop.spreadsheets.report_controls import report_controls
from alize_desktop.spreadsheets.report_sheets import fill_theme
from alize_desktop.spreadsheets.report_tables import themes
from alize_desktop.spreadsheets.steady_zip import saved
from alize_desktop.spreadsheets.styles import report_styles
from alize_desktop.wording.report_words import report_title


def report_workbook(record: ReportPaper) -> bytes:
    """Return a report as an ``.xlsx`` file. The same record gives the same bytes."""
    book = Workbook()
    add_styles(book)
    for style in report_styles():
        book.add_named_style(style)
    report, title = record.report, report_title(record.report.scope)
    foot = f"{title} — {record.programme.basin}"
    summary = book.worksheets[0]
    summary.title = "Synthèse"
    for theme in themes(report):
        fill_theme(book.create_sheet(theme.sheet), theme, foot)
    comparison = book.create_sheet(report_summary.COMPARISON)
    report_summary.fill_comparison(comparison, report, foot)
    if report.moved_since is not None:
        report_summary.fill_moved(book.create_sheet(report_summary.MOVED), report, foot)
    verdict = controls_page.fill_controls(
        book.create_sheet(controls_page.SHEET),
        "Contrôles du bilan",
        tuple(report_controls()),
        foot,
    )
    report_summary.fill_summary(summary, record, verdict, foot)
    return saved(book, title, datetime.combine(report.made_on, time()))
