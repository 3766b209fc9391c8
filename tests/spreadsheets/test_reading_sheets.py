"""Headers, columns, rows and sheets, whatever their order and spelling."""

import random
import shutil
import subprocess

import pytest
from openpyxl import Workbook, load_workbook

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.dossier_columns import DOSSIER_COLUMNS
from alize_desktop.spreadsheets.people_rows import MEMBER_COLUMNS, PARTNER_COLUMNS
from alize_desktop.spreadsheets.reading import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def shuffled(path, target, seed):
    """Copy a workbook with the columns of every sheet in another order."""
    order = random.Random(seed)  # noqa: S311 - an order, not a secret
    book = load_workbook(path)
    copy = Workbook()
    copy.remove(copy.worksheets[0])
    for sheet in reversed(book.worksheets):
        columns = list(range(1, sheet.max_column + 1))
        order.shuffle(columns)
        target_sheet = copy.create_sheet(sheet.title)
        for row in range(1, sheet.max_row + 1):
            for at, column in enumerate(columns, start=1):
                source = sheet.cell(row, column)
                if source.value is not None:
                    cell = target_sheet.cell(row, at)
                    cell.value = source.value
                    cell.data_type = source.data_type
    copy.save(target)
    return target


@pytest.mark.parametrize("seed", range(3))
def test_columns_and_sheets_may_be_in_any_order(sample, faulty_sample, tmp_path, seed):
    for path in (sample, faulty_sample):
        straight = read_workbook(path)
        content = read_workbook(shuffled(path, tmp_path / "mêlé.xlsx", seed))
        assert content.dossiers == straight.dossiers
        assert content.members == straight.members
        assert content.partners == straight.partners
        assert content.refused == straight.refused


@pytest.mark.parametrize(
    ("usual_header", "written"),
    [
        ("N° dossier", "n° dossier"),
        ("N° dossier", "Nº DOSSIER"),
        ("N° dossier", "Numéro de dossier"),
        ("Entreprise", " ENTREPRISE "),
        ("Entreprise", "Raison sociale"),
        ("SIREN", "Siren"),
        ("SIREN", "N° SIREN"),
        ("Effectif (ETP)", "effectif etp"),
        ("Effectif (ETP)", "Effectif"),
        ("Date de création", "DATE DE CREATION"),
        ("Civilité", "civilite"),
        ("Téléphone", "Tel."),
        ("Coût du projet", "cout du projet (€)"),
        ("Avance demandée", "Avance demandee (en euros)"),
        ("Avance demandée", "AVANCE\nDEMANDÉE"),
        ("Durée (mois)", "Duree"),
        ("Durée (mois)", "Durée (en mois)"),
        ("Durée (mois)", "Durée (mois) *"),
        ("Avance demandée", "Avance demandée (€) :"),
        ("Différé (mois)", "différé en mois"),
        ("Périodicité (mois)", "Periodicite"),
        ("Emplois à créer", "emplois a creer"),
        ("Expert-comptable", "Expert comptable"),
        ("Date de dépôt", "date\u00a0de\u00a0depot"),
        ("Avis de l'instructeur", "Avis de l’instructeur"),
        ("Avis de l'instructeur", "avis"),
    ],
)
def test_a_header_is_known_without_accents_case_or_unit(usual, table_of, usual_header, written):
    row = {**usual["Dossiers"]}
    headers = [written if header == usual_header else header for header in row]
    content = read_workbook(table_of([headers, list(row.values())]))
    assert content.unknown_columns == ()
    assert content.refused == ()
    assert len(content.dossiers) == 1


def test_no_two_columns_share_a_header():
    for columns in (DOSSIER_COLUMNS, MEMBER_COLUMNS, PARTNER_COLUMNS):
        keys = [key for column in columns for key in column.keys]
        assert len(keys) == len(set(keys))


def test_amounts_in_thousands_are_not_taken_for_euros(read):
    content = read(Dossiers=[{"Coût du projet": None, "Coût du projet (k€)": 35}])
    assert content.unknown_columns == (("Dossiers", "Coût du projet (k€)"),)
    [(_row, sheet)] = content.dossiers
    assert sheet.financing.cost is None


def test_the_refusal_names_the_column_as_it_is_written(table_of, usual):
    row = {**usual["Dossiers"], "SIREN": "123456789"}
    headers = ["n° siren" if header == "SIREN" else header for header in row]
    [refused] = read_workbook(table_of([headers, list(row.values())])).refused
    assert refused.column == "n° siren"


def test_unknown_columns_are_kept_aside_and_reported(read, text):
    row = {"Priorité": "haute", "Vu le": None, "Note": text("=1+1"), "Score": 12.5, "Total": "=A1"}
    content = read(Dossiers=[row])
    assert content.unknown_columns == tuple(("Dossiers", header) for header in row)
    [(_row, sheet)] = content.dossiers
    assert sheet.extra == (("Priorité", "haute"), ("Note", "=1+1"), ("Score", "12,5"))


def test_a_column_without_a_header_is_named_by_its_letter(table_of, usual):
    row = usual["Dossiers"]
    content = read_workbook(table_of([list(row), [*row.values(), None, "à revoir"]]))
    assert content.unknown_columns == (("Dossiers", "Colonne AK"),)
    assert content.dossiers[0][1].extra == (("Colonne AK", "à revoir"),)


def test_control_characters_are_refused_in_an_unknown_column_too(refusal_of):
    assert refusal_of({"Priorité": "haute_x0007_"}).column == "Priorité"


def test_empty_rows_are_skipped_and_rows_keep_their_number(table_of, usual):
    row = usual["Dossiers"]
    other = {**row, "N° dossier": "2026-002"}
    blank = ["  ", None, "\u00a0"]
    rows = [list(row), blank, list(row.values()), [], blank, list(other.values()), blank]
    content = read_workbook(table_of(rows))
    assert [number for number, _sheet in content.dossiers] == [3, 6]
    assert content.refused == ()


@pytest.mark.parametrize("first_row", [2, 5])
def test_headers_may_come_after_empty_rows(book_of, first_row):
    content = read_workbook(book_of(first_row=first_row, Dossiers=[{}]))
    assert [number for number, _sheet in content.dossiers] == [first_row + 1]


def test_headers_may_come_after_titles(table_of, usual):
    row = usual["Dossiers"]
    rows = [["Bassin de Dijon"], ["Dossiers", "au 1er mars"], [], list(row), list(row.values())]
    content = read_workbook(table_of(rows))
    assert [number for number, _sheet in content.dossiers] == [5]


@pytest.mark.parametrize("column", ["Entreprise", "SIREN", "Avance demandée", "Date de dépôt"])
def test_a_missing_column_is_named(table_of, usual, column):
    row = {header: value for header, value in usual["Dossiers"].items() if header != column}
    with pytest.raises(UserError) as refusal:
        read_workbook(table_of([list(row), list(row.values())]))
    assert refusal.value.code is ErrorCode.WORKBOOK_COLUMN_MISSING
    assert refusal.value.params == {"sheet": "Dossiers", "column": column}


def test_an_empty_sheet_has_no_columns(table_of):
    with pytest.raises(UserError) as refusal:
        read_workbook(table_of([]))
    assert refusal.value.code is ErrorCode.WORKBOOK_COLUMN_MISSING


@pytest.mark.parametrize("again", ["Entreprise", "ENTREPRISE "])
def test_a_column_that_is_there_twice_is_refused(table_of, usual, again):
    row = usual["Dossiers"]
    with pytest.raises(UserError) as refusal:
        read_workbook(table_of([[*row, again], [*row.values(), "Autre"]]))
    assert refusal.value.code is ErrorCode.WORKBOOK_COLUMN_TWICE
    assert refusal.value.params == {"sheet": "Dossiers", "column": "Entreprise"}


def test_two_other_names_of_one_column_are_refused(table_of, usual):
    row = usual["Dossiers"]
    headers = ["Raison sociale" if header == "Entreprise" else header for header in row]
    with pytest.raises(UserError) as refusal:
        read_workbook(table_of([[*headers, "Société"], [*row.values(), "Autre"]]))
    assert refusal.value.code is ErrorCode.WORKBOOK_COLUMN_TWICE


def test_beside_the_usual_header_another_name_is_another_column(read):
    content = read(Dossiers=[{"Projet": "Phénix", "Raison sociale": "Île-Verte SAS"}])
    assert content.unknown_columns == (("Dossiers", "Projet"), ("Dossiers", "Raison sociale"))
    [(_row, sheet)] = content.dossiers
    assert sheet.company.name == "Société Île-Verte"
    assert sheet.extra == (("Projet", "Phénix"), ("Raison sociale", "Île-Verte SAS"))


def test_a_workbook_without_dossiers_is_refused(table_of):
    with pytest.raises(UserError) as refusal:
        read_workbook(table_of([["Entreprise"]], name="Feuil1"))
    assert refusal.value.code is ErrorCode.WORKBOOK_WITHOUT_DOSSIERS


@pytest.mark.parametrize("name", ["dossiers", "DOSSIERS", " Dossiers ", "Dossier"])
def test_a_sheet_is_known_without_case_or_spaces(table_of, usual, name):
    row = usual["Dossiers"]
    content = read_workbook(table_of([list(row), list(row.values())], name=name))
    assert len(content.dossiers) == 1


def test_the_usual_name_of_a_sheet_comes_first(read):
    content = read(Dossier=[{"Entreprise": "Autre"}], Dossiers=[{}])
    assert [sheet.company.name for _row, sheet in content.dossiers] == ["Société Île-Verte"]


def test_other_sheets_do_not_matter(read):
    content = read(Notes=[{"a": "=1/0"}], Dossiers=[{}], Graphique=[])
    assert len(content.dossiers) == 1


def test_a_chart_sheet_and_a_hidden_sheet_do_not_matter(book_of):
    path = book_of(Dossiers=[{}], Membres=[{}])
    book = load_workbook(path)
    book.create_chartsheet("Dossiers en images", 0)
    book["Membres"].sheet_state = "hidden"
    book["Dossiers"].row_dimensions[2].hidden = True
    book.save(path)
    content = read_workbook(path)
    assert (len(content.dossiers), len(content.members)) == (1, 1)


def test_a_merged_cell_counts_once_where_it_begins(book_of):
    path = book_of(Dossiers=[{}, {"N° dossier": "2026-002"}])
    book = load_workbook(path)
    book["Dossiers"].merge_cells("B2:B3")
    book.save(path)
    content = read_workbook(path)
    assert [number for number, _sheet in content.dossiers] == [2]
    assert [(each.row, each.column) for each in content.refused] == [(3, "Entreprise")]


@pytest.mark.parametrize(("first", "second"), [("2026-001", "2026-001"), ("a-1", "A-1 ")])
def test_a_number_used_twice_refuses_the_second_row(read, first, second):
    content = read(Dossiers=[{"N° dossier": first}, {}, {"N° dossier": second}])
    if first == "2026-001":
        assert [row for row, _sheet in content.dossiers] == [2]
    refused = content.refused[-1]
    assert (refused.row, refused.column) == (4, "N° dossier")
    assert "ligne 2" in refused.reason


def test_a_number_is_used_even_by_a_row_that_is_refused(read):
    content = read(Dossiers=[{"SIREN": "123456789"}, {}])
    assert [(each.row, each.column) for each in content.refused] == [
        (2, "SIREN"),
        (3, "N° dossier"),
    ]


def test_dossiers_without_a_number_are_not_repeated(read):
    content = read(Dossiers=[{"N° dossier": None}, {"N° dossier": None}])
    assert len(content.dossiers) == 2


def test_the_size_that_a_sheet_declares_is_not_believed(book_of, rewritten):
    path = book_of(Dossiers=[{}])
    for lie in (b'<dimension ref="A1"/>', b'<dimension ref="A1:XFD1048576"/>', b""):
        copy = rewritten(path, SHEET, lambda xml, lie=lie: replaced_dimension(xml, lie))
        assert len(read_workbook(copy).dossiers) == 1


def replaced_dimension(xml, lie):
    start = xml.index(b"<dimension")
    return xml[:start] + lie + xml[xml.index(b"/>", start) + 2 :]


def test_array_formulas_and_data_tables_are_formulas_too(book_of, rewritten):
    path = book_of(Dossiers=[{"Avance demandée": 12321}])
    for formula in (
        b'<f t="array" ref="U2">SUM(1)</f>',
        b'<f t="dataTable" ref="U2:U3" dt2D="1" dtr="1" r1="A1" r2="A2"/>',
        b'<f t="shared" si="0" ref="U2:U3">1+1</f>',
        b'<f t="shared" si="9"/>',
    ):
        copy = rewritten(
            path,
            SHEET,
            lambda xml, formula=formula: xml.replace(b"<v>12321</v>", formula + b"<v>12321</v>"),
        )
        [refused] = read_workbook(copy).refused
        assert refused.column == "Avance demandée"
        assert "formule" in refused.reason


def test_a_text_longer_than_a_cell_is_refused(book_of, rewritten):
    path = book_of(Dossiers=[{"Objet du projet": "@@@@"}])
    copy = rewritten(path, SHEET, lambda xml: xml.replace(b"@@@@", b"x" * 32_768))
    [refused] = read_workbook(copy).refused
    assert refused.column == "Objet du projet"
    assert "trop long" in refused.reason


def test_a_number_that_is_not_one_is_refused(book_of, rewritten):
    path = book_of(Dossiers=[{"Coût du projet": 12321, "Effectif (ETP)": 12321}])
    copy = rewritten(path, SHEET, lambda xml: xml.replace(b"12321", b"1e999"))
    [refused] = read_workbook(copy).refused
    assert refused.column == "Effectif (ETP)"


def test_fifteen_digits_written_by_excel_are_read_as_they_show(book_of, rewritten):
    path = book_of(Dossiers=[{"Coût du projet": 12321}])
    copy = rewritten(path, SHEET, lambda xml: xml.replace(b"12321", b"1.1000000000000001"))
    [(_row, sheet)] = read_workbook(copy).dossiers
    assert sheet.financing.cost == Money(110)


def test_fourteen_hundred_dossiers_are_all_read(read):
    rows = [{"N° dossier": f"{number:04d}", "Remarque": "Agréé"} for number in range(1400)]
    content = read(Dossiers=rows)
    assert len(content.dossiers) == 1400


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_says_the_same(sample, faulty_sample, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(sample), str(faulty_sample)], check=True, capture_output=True, timeout=120
    )
    for path in (sample, faulty_sample):
        straight, content = read_workbook(path), read_workbook(tmp_path / path.name)
        assert content.dossiers == straight.dossiers
        assert content.members == straight.members
        assert content.partners == straight.partners
        assert content.refused == straight.refused


def test_dates_written_as_iso_texts_are_dates(tmp_path, usual):
    book = Workbook(iso_dates=True)
    sheet = book.worksheets[0]
    sheet.title = "Dossiers"
    sheet.append(list(usual["Dossiers"]))
    sheet.append(list(usual["Dossiers"].values()))
    book.save(tmp_path / "classeur.xlsx")
    [(_row, dossier)] = read_workbook(tmp_path / "classeur.xlsx").dossiers
    assert dossier.filed_on == usual["Dossiers"]["Date de dépôt"]
