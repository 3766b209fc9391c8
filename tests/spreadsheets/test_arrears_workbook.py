"""The report on what is late, as a workbook."""

import io

from openpyxl import load_workbook

from alize_desktop.spreadsheets.arrears_workbook import arrears_workbook
from tests.arrears_records import arrears_report


def opened(count):
    return load_workbook(io.BytesIO(arrears_workbook(arrears_report(count))))


def test_each_advance_that_is_late_has_its_line():
    sheet = opened(6)["Retards"]
    rows = [[cell.value for cell in row] for row in sheet["A5:K6"]]
    assert rows[0][:9] == [
        "2026-001",
        "=Menuiserie Œillet",
        "Épinal",
        "1 à 29 jours",
        12,
        333.33,
        8666.67,
        None,
        None,
    ]
    assert rows[1][7] == "Relance"
    assert rows[1][9] == "Mise en demeure"
    assert sheet["B5"].data_type == "s"
    assert [sheet.cell(11, column).value for column in (1, 6, 7)] == ["Total", 1999.98, 52000.02]


def test_ages_are_summed_with_a_word_and_a_colour():
    sheet = opened(6)["Synthèse"]
    rows = [[cell.value for cell in row] for row in sheet["A5:D10"]]
    assert rows == [
        ["À jour", 40, 0, 40_000],
        ["1 à 29 jours", 2, 666.66, 17_333.34],
        ["30 à 59 jours", 2, 666.66, 17_333.34],
        ["60 à 89 jours", 1, 333.33, 8_666.67],
        ["90 jours et plus", 1, 333.33, 8_666.67],
        ["Total", 46, 1999.98, 92_000.02],
    ]
    (coloured,) = (area for area in sheet.conditional_formatting if str(area.sqref) == "A5:A9")
    assert {formula for rule in coloured.rules for formula in rule.formula} == {
        f'"{row[0]}"' for row in rows[:5]
    }


def test_without_a_late_advance_it_says_so():
    book = opened(0)
    assert book["Retards"]["A2"].value == "Aucune avance en retard."
    assert book["Retards"].tables["Retards"].ref == "A4:K5"


def test_it_prints_on_a4_and_is_protected():
    for sheet in opened(2):
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.protection.sheet


def test_the_same_report_gives_the_same_bytes():
    assert arrears_workbook(arrears_report(3)) == arrears_workbook(arrears_report(3))
