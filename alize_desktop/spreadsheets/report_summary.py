"""The sheets of the workbook of a report that are figures one by one: totals, comparison, moves."""

from decimal import Decimal
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.report import ProgrammeReport, ReportPaper
from alize_desktop.rules.report_figures import amount_of, report_figures
from alize_desktop.spreadsheets.look import euros, protect, put_text, put_title, set_page
from alize_desktop.spreadsheets.summary_page import SummaryPage
from alize_desktop.spreadsheets.tables import Field, name_cell, write_table
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.report_comparison import (
    COMPARISON_HEADS,
    COMPARISON_NOTE,
    COMPARISON_TITLE,
    comparison_rows,
)
from alize_desktop.wording.report_words import (
    FIGURES,
    WORK_TITLE,
    figure_name,
    figure_text,
    history_note,
    moved_rows,
    moved_title,
    report_title,
    totals_told,
)

COMPARISON: Final = "Article de 2008"
MOVED: Final = "Évolution"
"""Names of the sheets."""

_LABEL_WIDTH, _TEXT_WIDTH = 52, 40
_SECTIONS: Final = {
    "studied": "Dossiers",
    "basins": "Territoire et partenaires",
    "advances": "Avances accordées",
    "days_granted": "Jours de compétences",
    "headcount_mean": "Effectifs et délais",
    "euros_per_job": "Par emploi créé",
    "created_promised": "Emplois",
    "followed": "Avances suivies",
    "meetings": "Vie du comité",
    "work_days": WORK_TITLE,
}
"""Title that stands before a total."""

_STYLES: Final = {"count": "compte", "money": "montant"}
_HEADER_ROW: Final = 4
_WIDTHS: Final = (50, 32, 32)


def fill_summary(sheet: Worksheet, record: ReportPaper, verdict: str, foot: str) -> None:
    """Fill the sheet Synthèse: every total as a value, and whether the controls hold."""
    report = record.report
    page = SummaryPage(sheet, _LABEL_WIDTH, _TEXT_WIDTH)
    state = f"Chiffres du {long_date(report.made_on)}"
    page.title(record.programme, report_title(report.scope), state, "surtitre")
    if history_note(report):
        page.text("Reprise du passé", history_note(report))
    texts = dict(report_figures(report))
    for key in totals_told(report):
        name = FIGURES[key]
        if key in _SECTIONS:
            page.section(_SECTIONS[key])
        style = _STYLES.get(name.unit, "chiffre")
        address = page.figure(
            _with_unit(figure_name(report, key), name.unit), _value(key, texts[key]), style
        )
        name_cell(sheet, f"bilan_{key}", address)
    page.verdict("Contrôles", verdict)
    set_page(sheet, foot)
    protect(sheet)


def fill_comparison(sheet: Worksheet, report: ProgrammeReport, foot: str) -> None:
    """Fill the sheet of the founding article."""
    rows = comparison_rows(report)
    _fill_texts(sheet, COMPARISON_TITLE, COMPARISON_NOTE, "Article", COMPARISON_HEADS, rows, foot)


def fill_moved(sheet: Worksheet, report: ProgrammeReport, foot: str) -> None:
    """Fill the sheet of what moved since the last report kept."""
    heads = ("Chiffre", "Alors", "Maintenant")
    note = "Seuls les chiffres qui ont changé sont écrits ici."
    rows = moved_rows(report)
    _fill_texts(sheet, moved_title(report), note, "Evolution", heads, rows, foot)


def _fill_texts(
    sheet: Worksheet,
    title: str,
    note: str,
    name: str,
    heads: tuple[str, str, str],
    rows: tuple[tuple[str, str, str], ...],
    foot: str,
) -> None:
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, title, len(_WIDTHS))
    put_text(sheet, 2, 1, note, "surtitre")
    write_table(sheet, name, [Field(each, "cellule") for each in heads], rows, _HEADER_ROW)
    set_page(sheet, foot, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)


def _value(key: str, text: str) -> Decimal | int | str:
    """Return a total as its cell holds it."""
    unit = FIGURES[key].unit
    if not text:
        return figure_text(key, text)
    if unit == "money":
        return euros(amount_of(text))
    return int(text) if unit == "count" else Decimal(text)


def _with_unit(says: str, unit: str) -> str:
    return {"days": f"{says}, en jours", "percent": f"{says}, en %"}.get(unit, says)
