"""The schedule workbook, as a person, a printer and LibreOffice see it."""

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from openpyxl import load_workbook

from alize_desktop.models.enums import Civility, ConditionKind, DecisionOutcome, DueDateRoll
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, ProjectDetails
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.spreadsheets.schedule_workbook import schedule_workbook

NAME = "=1+1 Conseil & Fils <SARL>"
PAID_ON = date(2026, 11, 23)

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.fixture
def record():
    terms = AdvanceTerms(Money(1_000_000), 48, PAID_ON, deferral=12, every=3)
    draft = DecisionDraft(
        DecisionOutcome.APPROVED_WITH_CONDITIONS,
        terms.amount,
        conditions=(
            Condition("Accord de la banque", ConditionKind.PRECEDENT, date(2027, 2, 28)),
            Condition("Point annuel", ConditionKind.FOLLOW_UP),
        ),
    )
    return ScheduleRecord(
        programme=Programme("Côte-d'Or", operator="CCI"),
        number="2026-002",
        sheet=DossierSheet(
            number="2026-002",
            company=CompanyDetails(
                NAME,
                "999827686",
                legal_form="SA",
                postcode="88000",
                town="Épinal",
                manager_name="François Le Bihan",
                manager_civility=Civility.MONSIEUR,
            ),
            filed_on=date(2026, 8, 22),
            project=ProjectDetails(aim="Site marchand"),
        ),
        decision=Decision(
            UUID(int=1),
            "2026-D003",
            "CA-2026-01",
            datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
            draft,
            "",
            "Adopté : 12 pour, 3 contre.",
        ),
        schedule=schedule(terms),
        is_decided=True,
        paid_on=PAID_ON,
    )


@pytest.fixture
def proposal(record):
    return replace(record, decision=None, is_decided=False)


def opened(record):
    return load_workbook(io.BytesIO(schedule_workbook(record)))


def facts(sheet):
    """Return what the summary says: label and value."""
    return {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True) if row[0]}


def of_terms(record, **terms):
    changed = schedule(replace(record.schedule.terms, **terms))
    return replace(record, schedule=changed)


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
    ]
    for row, instalment in enumerate(record.schedule.rows, start=5):
        number, theoretical, due, amount, outstanding = (cell.value for cell in sheet[row])
        assert number == instalment.number
        assert theoretical.date() == instalment.theoretical
        assert due.date() == instalment.due
        assert Decimal(str(amount)) * 100 == instalment.amount.minor
        assert Decimal(str(outstanding)) * 100 == instalment.outstanding.minor
    assert sheet.cell(17, 1).value == "Total"
    assert sheet.cell(17, 4).value == 10_000


def test_the_only_formulas_are_the_controls(record):
    book = opened(record)
    formulas = [
        cell.coordinate
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) == 3
    assert all(book["Synthèse"][address].style == "contrôle" for address in formulas)


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
        assert sheet.page_setup.orientation == "portrait"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.left.text == "Dossier 2026-002"
        assert sheet.oddFooter.right.text == "Page &P/&N"
    assert book["Échéancier"].print_title_rows == "$4:$4"
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


def tampered(record):
    book = opened(record)
    book["Échéancier"]["D6"].value = 1
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@needs_libreoffice
def test_libreoffice_finds_the_controls_true_until_a_figure_is_changed(record, tmp_path):
    several = {
        "usual": {},
        "one": {"amount": Money(1), "months": 1, "deferral": 0, "every": 1},
        "many": {"amount": Money(1_234_567), "months": 120, "deferral": 0, "every": 1},
        "half-yearly": {"amount": Money(2_999_999), "months": 60, "deferral": 6, "every": 6},
    }
    books = {name: schedule_workbook(of_terms(record, **terms)) for name, terms in several.items()}
    folder = converted({**books, "tampered": tampered(record)}, tmp_path, "xlsx")
    controls = {}
    for name in [*several, "tampered"]:
        sheet = load_workbook(folder / f"{name}.xlsx", data_only=True)["Synthèse"]
        controls[name] = [row[1].value for row in sheet.iter_rows(max_col=2)][-3:]
    assert controls == {
        **{name: [True, True, True] for name in several},
        "tampered": [False, True, False],
    }


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
