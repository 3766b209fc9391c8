"""What is late, as a workbook: ages, one line an advance that is late, controls.

Figures are values; the only formulas are the controls.
"""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.advances import ArrearsRow
from alize_desktop.models.records.arrears import ArrearsReport
from alize_desktop.models.values import ZERO
from alize_desktop.spreadsheets import controls_page
from alize_desktop.spreadsheets.controls_page import Control, fill_controls
from alize_desktop.spreadsheets.look import add_styles, protect, put, put_text, put_title, set_page
from alize_desktop.spreadsheets.steady_zip import saved
from alize_desktop.spreadsheets.tables import (
    NO,
    YES,
    Field,
    Value,
    colour_words,
    name_range,
    write_table,
    write_total,
)
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, programme_name

SHEET: Final = "Retards"
"""Name of the sheet of the advances that are late."""

_INKS: Final = {
    AgeingBucket.NOT_LATE: "good",
    AgeingBucket.UP_TO_29: "waiting",
    AgeingBucket.UP_TO_59: "waiting",
    AgeingBucket.UP_TO_89: "bad",
    AgeingBucket.FROM_90: "bad",
}
_BUCKETS: Final = (
    Field("Ancienneté", "mot"),
    Field("Avances", "rang"),
    Field("Échu impayé", "somme"),
    Field("Reste dû", "somme"),
)
_BUCKET_NAMES: Final = {
    1: "tranches_nom",
    2: "tranches_avances",
    3: "tranches_echu",
    4: "tranches_reste",
}
_BUCKET_WIDTHS: Final = (40, 14, 20, 20)
_ROWS: Final = (
    Field("Dossier", "cellule"),
    Field("Entreprise", "cellule"),
    Field("Commune", "cellule"),
    Field("Ancienneté", "mot"),
    Field("Jours de retard", "rang"),
    Field("Échu impayé", "somme"),
    Field("Reste dû", "somme"),
    Field("Dernière étape", "cellule"),
    Field("Faite le", "jour"),
    Field("Étape suivante", "cellule"),
    Field("À partir du", "jour"),
)
_ROW_NAMES: Final = {
    4: "retards_anciennete",
    5: "retards_jours",
    6: "retards_echu",
    7: "retards_reste",
}
_ROW_WIDTHS: Final = (13, 32, 22, 18, 11, 16, 16, 18, 13, 18, 13)
_HEADER_ROW: Final = 4


def arrears_workbook(report: ArrearsReport) -> bytes:
    """Return what is late as an ``.xlsx`` file; the same report gives the same bytes.

    Three sheets: Synthèse (ages), Retards (one line an advance) and Contrôles.
    """
    book = Workbook()
    add_styles(book)
    summary, late = book.worksheets[0], book.create_sheet(SHEET)
    summary.title = "Synthèse"
    title = f"Avances en retard au {long_date(report.on)}"
    _fill_late(late, report, title)
    row = _fill_summary(summary, report, title)
    checks = book.create_sheet(controls_page.SHEET)
    verdict = fill_controls(checks, f"Contrôles\u00a0: {title.lower()}", _CONTROLS, title)
    put_text(summary, row, 1, "Tous les contrôles sont bons", "intitulé")
    address = put(summary, row, 2, verdict, "contrôle")
    colour_words(summary, address, {YES: "good", NO: "bad"})
    return saved(book, title, datetime.combine(report.on, time()))


def _fill_summary(sheet: Worksheet, report: ArrearsReport, title: str) -> int:
    """Fill the sheet Synthèse and return the row that is left for the controls."""
    for letter, width in zip("ABCD", _BUCKET_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, title, len(_BUCKET_WIDTHS))
    put_text(sheet, 2, 1, programme_name(report.programme), "surtitre")
    told = ((label(bucket), *sums) for bucket, sums in report.buckets.items())
    address = write_table(sheet, "Tranches", _BUCKETS, told, _HEADER_ROW)
    for column, name in _BUCKET_NAMES.items():
        name_range(sheet, name, address.column(column))
    words = {label(bucket): ink for bucket, ink in _INKS.items()}
    colour_words(sheet, f"A{address.first}:A{address.last}", words)
    advances = sum(count for count, _overdue, _left in report.buckets.values())
    overdue = sum((each for _count, each, _left in report.buckets.values()), ZERO)
    left = sum((each for _count, _overdue, each in report.buckets.values()), ZERO)
    write_total(sheet, address.last + 1, _BUCKETS, ("Total", advances, overdue, left))
    set_page(sheet, title)
    protect(sheet)
    return address.last + 4


def _fill_late(sheet: Worksheet, report: ArrearsReport, title: str) -> None:
    for letter, width in zip("ABCDEFGHIJK", _ROW_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, title, len(_ROW_WIDTHS))
    said = counted(len(report.rows), "avance en retard", "avances en retard")
    put_text(sheet, 2, 1, said if report.rows else "Aucune avance en retard.", "surtitre")
    address = write_table(sheet, "Retards", _ROWS, _late(report.rows), _HEADER_ROW)
    for column, name in _ROW_NAMES.items():
        name_range(sheet, name, address.column(column))
    words = {label(bucket): ink for bucket, ink in _INKS.items()}
    colour_words(sheet, f"D{address.first}:D{address.last}", words)
    positions = [each.advance.position for each in report.rows]
    overdue = sum((each.overdue for each in positions), ZERO)
    left = sum((each.outstanding for each in positions), ZERO)
    totals = ("Total", None, None, None, None, overdue, left, None, None, None, None)
    write_total(sheet, address.last + 1, _ROWS, totals)
    set_page(sheet, title, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)


def _late(rows: tuple[ArrearsRow, ...]) -> Iterator[tuple[Value, ...]]:
    for each in rows:
        advance, position = each.advance, each.advance.position
        yield (
            advance.number,
            advance.company,
            advance.town,
            label(position.bucket),
            position.days_late,
            position.overdue,
            position.outstanding,
            label(each.last_step) if each.last_step else "",
            each.last_step_on,
            label(each.step) if each.step else "",
            each.step_on,
        )


_CONTROLS: Final = (
    Control(
        "Le total des retards égale celui des tranches",
        "ROUND(SUM(retards_echu)-SUM(tranches_echu),2)=0",
        "La colonne Échu impayé des deux feuilles.",
    ),
    Control(
        "Chaque tranche tient la somme de ses avances",
        "SUMPRODUCT(ABS(ROUND(SUMIF(retards_anciennete,tranches_nom,retards_echu)"
        "-tranches_echu,2)))=0",
        "Pour chaque ancienneté, l’échu impayé de la tranche et celui de ses lignes.",
    ),
    Control(
        "Chaque avance en retard est comptée une fois",
        "COUNT(retards_jours)=SUM(tranches_avances)-INDEX(tranches_avances,1)",
        "Le nombre de lignes et le nombre d’avances des tranches en retard.",
    ),
    Control(
        "Aucun échu ne dépasse le reste dû",
        "SUMPRODUCT(--(ROUND(retards_echu-retards_reste,2)>0))=0",
        "Chaque ligne\u00a0: échu impayé, au plus égal au reste dû.",
    ),
    Control(
        "Chaque retard compte au moins un jour",
        'COUNTIF(retards_jours,"<1")=0',
        "La colonne Jours de retard.",
    ),
)
