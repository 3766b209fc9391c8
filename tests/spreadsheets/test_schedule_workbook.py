"""The schedule workbook, as a person, a printer and LibreOffice see it."""

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from alize_desktop.models.enums import AgeingBucket, DueDateRoll, ScheduleReason
from alize_desktop.models.records.dossiers import CompanyDetails, ProjectDetails
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.schedule_workbook import schedule_workbook
from tests.schedule_records import DECIDED, LATE, NAME, PAID_ON, TERMS, of_terms

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.fixture
def record():
    return DECIDED


@pytest.fixture
def proposal(record):
    return replace(record, decision=None, is_decided=False)


def opened(record):
    return load_workbook(io.BytesIO(schedule_workbook(record)))


def facts(sheet):
    """Return what the summary says: label and value."""
    return {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True) if row[0]}


def test_the_summary_says_who_what_and_when(record):
    said = facts(opened(record)["Synthèse"])
    assert said["Dossier"] == "2026-002"
    assert said["Entreprise"] == NAME
    assert said["SIREN"] == "999\u00a0827\u00a0686"
    assert said["Commune"] == "88000 Épinal"
    assert said["Dirigeant"] == "M.\u00a0François Le Bihan"
    assert said["Décision"] == "Agréé sous conditions (n° 2026-D003)"
    assert said["Condition 1"] == (
        "Accord de la banque (préalable au versement, avant le 28 février 2027)"
    )
    assert said["Condition 2"] == "Point annuel (suivi)"
    assert said["Montant"] == 10_000
    assert said["En toutes lettres"] == "dix mille euros"
    assert said["Durée"] == "48 mois, dont 12 mois de différé"
    assert said["Remboursement"] == "Une échéance par trimestre"
    assert said["Nombre d’échéances"] == 12
    assert said["Montant d’une échéance"] == 833.33
    assert said["Montant de la dernière"] == 833.37
    assert said["Total à rembourser"] == 10_000
    assert said["Versement retenu pour le calcul"].date() == PAID_ON
    assert said["Première échéance"].date() == record.schedule.first_due
    assert said["Dernière échéance"].date() == record.schedule.last_due
    assert "Conditions décidées par le comité" in said
    assert "Programme Alizé · Côte-d'Or · CCI" in said


def test_the_day_of_the_decision_is_that_of_the_committee_s_clock(record):
    assert facts(opened(record)["Synthèse"])["Séance"] == "CA-2026-01, le 24 novembre 2026"


def test_a_proposal_says_that_it_is_not_decided(proposal):
    book = opened(proposal)
    said = facts(book["Synthèse"])
    assert "Proposition, non décidée" in said
    assert "Décision" not in said
    assert book["Échéancier"]["A2"].value == "Proposition, non décidée"
    assert "projet" in book["Synthèse"].oddFooter.left.text


def test_a_demonstration_says_so(record):
    shown = replace(record, programme=Programme("Meuse", is_demonstration=True))
    said = facts(opened(shown)["Synthèse"])
    assert "Démonstration\u00a0: entreprises et personnes inventées." in said
    assert "Programme Alizé · Meuse" in said


def test_what_nobody_said_has_no_line(record):
    bare = replace(
        record.sheet, company=CompanyDetails("Atelier", "999827686"), project=ProjectDetails()
    )
    said = facts(opened(replace(record, sheet=bare))["Synthèse"])
    assert not {"Commune", "Dirigeant", "Forme juridique", "Objet du projet"} & set(said)


def test_equal_instalments_and_no_deferral_are_said_simply(record):
    said = facts(
        opened(of_terms(record, months=40, deferral=0, every=1, roll=DueDateRoll.NONE))["Synthèse"]
    )
    assert said["Durée"] == "40 mois, sans différé"
    assert "Montant de la dernière" not in said
    assert "Jours non ouvrés" not in said


def test_a_long_object_is_shortened_and_a_long_name_is_not(record):
    long = replace(
        record.sheet,
        company=replace(record.sheet.company, name="Établissements " * 40),
        project=ProjectDetails(aim="x" * 12_000),
    )
    book = opened(replace(record, sheet=long))
    said = facts(book["Synthèse"])
    assert said["Objet du projet"] == "x" * 400 + "…"
    assert said["Entreprise"] == "Établissements " * 40
    assert all(
        each.height < 409 for each in book["Synthèse"].row_dimensions.values() if each.height
    )


def test_the_table_holds_the_contract_s_figures_as_values(record):
    sheet = opened(record)["Échéancier"]
    assert [cell.value for cell in sheet[4]] == [
        "N°",
        "Date théorique",
        "Date d’échéance",
        "Montant",
        "Restant dû",
        "Payé",
        "Abandonné",
        "Reste à payer",
        "État",
    ]
    for row, instalment in enumerate(record.schedule.rows, start=5):
        number, theoretical, due, amount, outstanding = (cell.value for cell in sheet[row][:5])
        assert number == instalment.number
        assert theoretical.date() == instalment.theoretical
        assert due.date() == instalment.due
        assert Decimal(str(amount)) * 100 == instalment.amount.minor
        assert Decimal(str(outstanding)) * 100 == instalment.outstanding.minor
    assert sheet.cell(17, 1).value == "Total"
    assert sheet.cell(17, 4).value == 10_000


def test_formulas_stand_in_the_controls_and_the_simulation_only(record):
    book = opened(record)
    formulas = {
        sheet.title: sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
        for sheet in book
    }
    assert formulas == {
        "Synthèse": 1,
        "Échéancier": 0,
        "Encaissements": 0,
        "Historique": 0,
        "Contrôles": 8,
        "Simulation": 490,
    }


def test_before_the_agreement_nothing_happened(record):
    book = opened(record)
    assert facts(book["Synthèse"])["État"] == "Convention non signée"
    assert book["Encaissements"]["A2"].value == "Aucun mouvement d’argent à ce jour."
    assert book["Historique"]["A2"].value.startswith("La convention n’est pas signée")
    assert [cell.value for cell in book["Échéancier"][5][5:]] == [0, 0, 833.33, "À venir"]


def test_a_late_advance_shows_where_each_instalment_stands():
    book = opened(LATE)
    said = facts(book["Synthèse"])
    assert said["État"] == "En cours"
    assert said["Retard"] == "En retard de 22 jours"
    assert said["Échu impayé"] == 333.33
    assert said["Reste dû"] == 8666.67
    assert said["Version de l’échéancier"] == "1 (convention)"
    table = book["Échéancier"]
    assert table["A2"].value == "Version 1 (convention), situation au 15/06/2028"
    assert [table.cell(row, 9).value for row in (5, 6, 7)] == ["Payée", "En retard", "À venir"]
    assert [table.cell(17, column).value for column in (4, 6, 7, 8)] == [10000, 1333.33, 0, 8666.67]


def test_money_that_was_taken_back_counts_in_minus():
    sheet = opened(LATE)["Encaissements"]
    rows = [[cell.value for cell in row] for row in sheet["C5:F9"]]
    assert rows == [
        ["Versement", "VIR 4471", 10_000, None],
        ["Encaissement", "=VIR 11", None, 833.33],
        ["Encaissement (annulé)", None, None, 833.33],
        ["Prélèvement rejeté", None, None, -833.33],
        ["Encaissement", None, None, 500],
    ]
    assert sheet["D6"].data_type == "s"
    assert [sheet.cell(10, column).value for column in (5, 6, 7, 8)] == [10_000, 1333.33, 0, 0]
    assert sheet["B5"].value.date() == date(2026, 11, 24), "the day of entry is the committee's"


def test_the_history_keeps_versions_and_events():
    sheet = opened(LATE)["Historique"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert told[4][2:7] == ["Convention", 12, 10_000, "2026-D003", "9f2b" * 16]
    assert [row[2] for row in told[8:15]] == [
        "Convention signée",
        "Versement",
        "Encaissement",
        "Encaissement (annulé)",
        "Prélèvement rejeté",
        "Encaissement",
        "Relance",
    ]
    assert told[14][6] == "Courrier simple"


def amended():
    """Return a record with a moratorium: the former version stays readable."""
    second = replace(
        LATE.version,
        version=2,
        reason=ScheduleReason.MORATORIUM,
        terms=replace(TERMS, amount=Money(500_000)),
        note="Six mois",
    )
    position = replace(
        LATE.position, bucket=AgeingBucket.NOT_LATE, moratorium_until=date(2028, 12, 31)
    )
    return replace(LATE, version=second, versions=(LATE.version, second), position=position)


def test_an_amendment_leaves_the_former_schedule_readable():
    book = opened(amended())
    said = facts(book["Synthèse"])
    assert said["Montant"] == 10_000, "what was granted, not what was left"
    assert said["Version de l’échéancier"] == "2 (moratoire)"
    assert said["Remboursement au contrat"] == "Une échéance par trimestre"
    assert "Montant d’une échéance" not in said
    assert said["Retard"] == "À jour"
    assert said["Moratoire jusqu’au"].date() == date(2028, 12, 31)
    former = book["Historique"].tables["Autres_versions"].ref
    assert len(book["Historique"][former]) == 13


def test_sheets_are_protected_without_a_password_and_only_inputs_open():
    book = opened(LATE)
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    opened_cells = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert opened_cells == {f"Simulation!D{row}" for row in range(5, 10)}
    checks = book["Simulation"].data_validations.dataValidation
    assert {str(each.sqref): each.type for each in checks} == {
        "D5": "decimal",
        "D6": "whole",
        "D7": "whole",
        "D8": "list",
        "D9": "date",
    }


def test_tables_and_ranges_have_names():
    book = opened(LATE)
    tables = {name: sheet.title for sheet in book for name in sheet.tables}
    assert tables == {
        "Echeancier": "Échéancier",
        "Encaissements": "Encaissements",
        "Versions": "Historique",
        "Evenements": "Historique",
    }
    names = book.defined_names
    assert names["echeances_montant"].attr_text == "'Échéancier'!$D$5:$D$16"
    assert {"avance_montant", "mouvements_recu", "controles", "sim_montant"} <= set(names)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({}, []),
        ({"in_fine": True}, ["Tout est remboursé en une fois"]),
        ({"day_of_month": 5}, ["Les échéances tombent le 5 du mois"]),
        ({"first_due": date(2028, 1, 15)}, ["La première date choisie à la main"]),
        ({"first_due": date(2028, 1, 15), "day_of_month": 5}, ["La première", "Les échéances"]),
    ],
)
def test_the_simulation_says_what_it_does_not_do(record, terms, said):
    sheet = opened(of_terms(record, **terms))["Simulation"]
    assert "sans report au jour ouvré suivant" in sheet["A12"].value
    told = [sheet[f"A{row}"].value for row in (13, 14) if sheet[f"A{row}"].value]
    assert len(told) == len(said)
    assert all(each.startswith(start) for each, start in zip(told, said, strict=True))


def test_every_colour_goes_with_a_word():
    book = opened(LATE)
    words = {
        sheet.title: {
            formula
            for area in sheet.conditional_formatting
            for rule in area.rules
            for formula in rule.formula
        }
        for sheet in book
    }
    assert words["Échéancier"] == {'"Payée"', '"Payée en partie"', '"En retard"', '"Abandonnée"'}
    assert words["Contrôles"] == {'"OUI"', '"NON"'}


@pytest.mark.parametrize("name", ["=1+1", "+33", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_a_name_never_becomes_a_formula(record, name):
    company = replace(record.sheet.company, name=name, manager_name=name, town=name)
    book = opened(replace(record, sheet=replace(record.sheet, company=company)))
    cell = next(
        row[1] for row in book["Synthèse"].iter_rows(max_col=2) if row[0].value == "Entreprise"
    )
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_a_text_that_looks_like_an_escape_is_kept_as_it_is(record):
    company = replace(record.sheet.company, name="_x0041_ & \x07Cie")
    content = schedule_workbook(replace(record, sheet=replace(record.sheet, company=company)))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        xml = book.read("xl/worksheets/sheet1.xml")
    assert b"_x005F_x0041_ &amp; Cie" in xml


def test_it_prints_on_a4_one_page_wide_with_its_header_repeated(record):
    book = opened(record)
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        wide = sheet.title not in ("Synthèse", "Simulation")
        assert sheet.page_setup.orientation == ("landscape" if wide else "portrait")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == (1 if sheet.title == "Simulation" else 0)
        assert sheet.oddFooter.left.text == "Dossier 2026-002"
        assert sheet.oddFooter.right.text == "Page &P/&N"
    for name in ("Échéancier", "Encaissements", "Contrôles"):
        assert book[name].print_title_rows == "$4:$4"
    assert book["Échéancier"].freeze_panes == "A5"


def test_amounts_and_dates_have_french_formats(record):
    sheet = opened(record)["Échéancier"]
    assert sheet["D5"].number_format == '[$-40C]#,##0.00\\ "€"'
    assert sheet["B5"].number_format == "[$-40C]dd/mm/yyyy"
    assert sheet["B5"].is_date


def test_the_same_record_gives_the_same_bytes(record):
    first = schedule_workbook(record)
    assert schedule_workbook(record) == first
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert book.namelist()[0] == "[Content_Types].xml"
        core = book.read("docProps/core.xml").decode()
    assert "fr-FR" in core
    assert "2026-11-23T00:00:00Z" in core
    assert "Échéancier 2026-002" in core


def converted(contents, tmp_path, kind):
    """Open workbooks in LibreOffice, save them in another format, return their folder."""
    paths = [tmp_path / f"{name}.xlsx" for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    folder = tmp_path / "converti"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=120)
    return folder


CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@needs_libreoffice
def test_libreoffice_shows_french_figures_and_real_dates(record, tmp_path):
    folder = converted({"échéancier": schedule_workbook(record)}, tmp_path, CSV)
    with (folder / "échéancier-Échéancier.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    [first] = [row for row in rows if row[0] == "1"]
    due = record.schedule.rows[0].due
    assert first[2] == f"{due:%d/%m/%Y}"
    assert first[3].replace("\u202f", " ").replace("\u00a0", " ") == "833,33 €"
    assert first[4].replace("\u202f", " ").replace("\u00a0", " ") == "9 166,67 €"
