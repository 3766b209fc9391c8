"""The workbook of the fund: its figures, its months, its formulas as they are written."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from alize_desktop.models.records.programme import Programme
from alize_desktop.spreadsheets.fund_workbook import fund_workbook
from tests.fund_records import BOOK, CLOSING, NOTHING_MOVED


def opened(record):
    return load_workbook(io.BytesIO(fund_workbook(record)))


@pytest.fixture(scope="module")
def book():
    return opened(BOOK)


def facts(sheet):
    """Return what the summary says: label and value."""
    return {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True) if row[0]}


def rows(sheet):
    """Return the rows of a table, its headers left out."""
    found = list(sheet.iter_rows(min_row=5, values_only=True))
    return [row for row in found if row[0] not in (None, "Total")]


def test_its_sheets_are_in_order(book):
    expected = ["Synthèse", "Mouvements", "Financeurs", "Prévision", "Contrôles"]
    assert book.sheetnames == expected


def test_the_summary_says_where_the_fund_stands(book):
    said = facts(book["Synthèse"])
    assert said["Trésorerie"] == float(str(CLOSING.cash))
    assert said["Disponible"] == float(str(CLOSING.available))
    assert (said["Encours"], said["dont en retard"]) == (10_800, 500)
    assert said["Pertes, récupérations déduites"] == 6_600
    assert said["Avances en cours"] == "1 avance"
    assert said["Abondements, montant de départ compris"] == 80_000
    assert "Au 30 juin 2026, comptes non arrêtés" in said
    assert "Programme Alizé · Meuse · CCI" in said


def test_closed_accounts_and_a_demonstration_say_so():
    shown = replace(BOOK, is_closed=True, programme=Programme("Meuse", is_demonstration=True))
    said = facts(opened(shown)["Synthèse"])
    assert "Au 30 juin 2026, comptes arrêtés" in said
    assert "Démonstration\u00a0: entreprises et personnes inventées." in said


def test_the_movements_lead_to_the_cash(book):
    found = rows(book["Mouvements"])
    assert len(found) == len(BOOK.period.lines)
    assert found[0][1:7] == ("Abondement", None, None, "V 1", 60_000, None)
    assert (found[4][1], found[4][5], found[4][8]) == ("Annulation", 30, "Frais")
    assert found[-1][7] == float(str(CLOSING.cash))
    assert (found[5][2], found[5][3]) == ("Menuiserie Œillet", "2026-014")


def test_the_name_of_a_funder_is_never_a_formula(book):
    sheet = book["Financeurs"]
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=Région Grand Est", "s")
    assert rows(sheet)[0][1:] == ("Public", 55_000, 73.33)
    assert rows(sheet)[1] == ("Non précisé", None, 20_000, 26.67)


def test_the_forecast_has_sixty_months_and_the_least_that_follows(book):
    found = rows(book["Prévision"])
    assert (len(found), found[0][0], found[-1][0]) == (60, "juin 2026", "mai 2031")
    available = [row[7] for row in found]
    assert [row[8] for row in found] == [min(available[at:]) for at in range(60)]


def test_the_question_is_asked_of_the_months(book):
    said = facts(book["Synthèse"])
    assert said["Montant à prêter (à changer)"] == 15_000
    cell = next(
        row[1]
        for row in book["Synthèse"].iter_rows(max_col=2)
        if row[0].value and "à changer" in row[0].value
    )
    assert not cell.protection.locked
    assert said["Premier mois où le fonds le peut pour de bon"].startswith("=IF(SUMPRODUCT(")


def test_its_ranges_have_names_and_its_sheets_are_protected(book):
    for name in ("fonds_tresorerie", "mouvements_entree", "prevision_plus_bas", "controles"):
        assert name in book.defined_names
    assert all(sheet.protection.sheet for sheet in book)


def test_a_fund_where_nothing_moved_has_a_workbook():
    assert rows(opened(NOTHING_MOVED)["Mouvements"]) == []


def test_the_same_fund_gives_the_same_bytes():
    assert fund_workbook(BOOK) == fund_workbook(BOOK)
