"""The sheets Membres and Partenaires."""

from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from alize_desktop.errors import UserError
from alize_desktop.models.enums import Agreement, Civility, MemberCollege, MemberOffice
from alize_desktop.spreadsheets.reading import read_workbook


@pytest.mark.parametrize(
    ("column", "written", "field", "value"),
    [
        ("Civilité", "Mme", "civility", Civility.MADAME),
        ("Collège", "etat", "college", MemberCollege.STATE),
        ("Collège", "Expert comptable", "college", MemberCollege.ACCOUNTANT),
        ("Collège", "Collectivité territoriale", "college", MemberCollege.LOCAL_AUTHORITY),
        ("Collège", None, "college", MemberCollege.OTHER),
        ("Qualité", "PRÉSIDENTE", "office", MemberOffice.CHAIR),
        ("Qualité", "vice présidente", "office", MemberOffice.VICE_CHAIR),
        ("Qualité", None, "office", MemberOffice.MEMBER),
        ("Voix", 1.5, "weight", Decimal("1.5")),
        ("Voix", "2 voix", "weight", Decimal(2)),
        ("Voix", None, "weight", Decimal(1)),
        ("Intérêts déclarés", "Banque du Val\nAudit Est", "interests", "Banque du Val\nAudit Est"),
    ],
)
def test_a_member_is_understood(member_of, column, written, field, value):
    assert getattr(member_of({column: written}), field) == value


def test_a_guest_has_no_voice(member_of, refusal_of):
    assert member_of({"Qualité": "Invitée", "Voix": None}).weight == 0
    assert refusal_of({"Qualité": "Invité", "Voix": 1}, "Membres").column == "Voix"


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("Civilité", None),
        ("Civilité", "Docteur"),
        ("Nom", None),
        ("Nom", "=1+1"),
        ("Collège", "Syndicat"),
        ("Qualité", "Secrétaire"),
        ("Voix", -1),
        ("Voix", "une"),
        ("Voix", 0.125),
        ("Courriel", "membre"),
        ("Suppléant de", "Personne d'ici"),
        ("Organisation", "_x0007_"),
        ("Intérêts déclarés", "_x001B_"),
    ],
)
def test_a_wrong_member_is_refused(refusal_of, column, written):
    assert refusal_of({column: written}, "Membres").column == column


ALTERNATE = {"Prénom": "Odile", "Nom": "Vial", "Qualité": "Suppléante", "Voix": 0}


@pytest.mark.parametrize("name", ["Bruno Martin A.", "bruno  MARTIN a.", "Martin A. Bruno"])
def test_an_alternate_names_a_member_of_the_sheet(read, name):
    content = read(Dossiers=[], Membres=[{**ALTERNATE, "Suppléant de": name}, {}])
    assert content.refused == ()
    assert content.members[0][1].alternate_of == "Bruno Martin A."


def test_an_alternate_may_name_a_member_of_the_registry(book_of):
    path = book_of(Dossiers=[], Membres=[{**ALTERNATE, "Suppléant de": "inès lévêque d."}])
    content = read_workbook(path, known_members=["Inès Lévêque D."])
    assert content.members[0][1].alternate_of == "Inès Lévêque D."


def test_an_alternate_of_a_refused_member_is_refused(read):
    rows = [{"Courriel": "faux"}, {**ALTERNATE, "Suppléant de": "Bruno Martin A."}]
    content = read(Dossiers=[], Membres=rows)
    assert content.members == ()
    assert [(each.row, each.column) for each in content.refused] == [
        (2, "Courriel"),
        (3, "Suppléant de"),
    ]


def test_an_alternate_does_not_replace_an_alternate(read):
    rows = [
        {},
        {**ALTERNATE, "Suppléant de": "Bruno Martin A."},
        {**ALTERNATE, "Nom": "Autre", "Suppléant de": "Odile Vial"},
    ]
    assert [each.row for each in read(Dossiers=[], Membres=rows).refused] == [4]


def test_an_alternate_says_of_whom(refusal_of):
    assert refusal_of(ALTERNATE, "Membres").column == "Suppléant de"


def test_whoever_names_a_member_is_an_alternate_without_a_voice(read):
    row = {**ALTERNATE, "Qualité": None, "Voix": 1, "Suppléant de": "Bruno Martin A."}
    [_full, (_row, alternate)] = read(Dossiers=[], Membres=[{}, row]).members
    assert alternate.office is MemberOffice.ALTERNATE
    assert alternate.weight == 0


def test_the_same_member_twice_refuses_the_second(read):
    content = read(Dossiers=[], Membres=[{}, {"Nom": "MARTIN A."}])
    [refused] = content.refused
    assert (refused.row, refused.column) == (3, "Nom")
    assert "ligne 2" in refused.reason


@pytest.mark.parametrize(
    ("written", "agreement"),
    [
        ("oui", Agreement.YES),
        ("OUI", Agreement.YES),
        ("Non", Agreement.NO),
        (True, Agreement.YES),
        (False, Agreement.NO),
        ("?", Agreement.UNKNOWN),
        (None, Agreement.UNKNOWN),
    ],
)
def test_a_large_group_is_yes_no_or_unknown(partner_of, written, agreement):
    row = {"Groupe d'au moins 5 000 salariés": written}
    assert partner_of(row).large_group is agreement


@pytest.mark.parametrize(
    "header",
    ["Groupe d’au moins 5\u202f000 salaries", "GROUPE D'AU MOINS 5000 SALARIÉS", "Grand groupe"],
)
def test_the_header_of_a_large_group_may_have_any_space(table_of, usual, tmp_path, header):
    book = load_workbook(table_of([list(usual["Dossiers"])]))
    sheet = book.create_sheet("Partenaires")
    large = "Groupe d'au moins 5 000 salariés"
    sheet.append([header if each == large else each for each in usual["Partenaires"]])
    sheet.append(list(usual["Partenaires"].values()))
    book.save(tmp_path / "groupes.xlsx")
    [(_row, partner)] = read_workbook(tmp_path / "groupes.xlsx").partners
    assert partner.large_group is Agreement.YES


def test_skills_are_separated_by_semicolons_commas_or_lines(partner_of):
    row = {"Compétences proposées": "Qualité;Numérique , Organisation\nQualité ; "}
    assert partner_of(row).skills == ("Qualité", "Numérique", "Organisation")
    assert partner_of({"Compétences proposées": None}).skills == ()


def test_a_partner_with_a_spaced_siren_is_understood(partner_of):
    assert partner_of({"SIREN": "999 524 614"}).siren == "999524614"


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("Entreprise", None),
        ("SIREN", None),
        ("SIREN", "999524615"),
        ("SIREN", "=A1"),
        ("Groupe d'au moins 5 000 salariés", "peut-être"),
        ("Compétences proposées", "Qualité; Num_x0007_érique"),
        ("Compétences proposées", "=A1"),
        ("Jours offerts par an", -1),
        ("Jours offerts par an", 2.5),
        ("Courriel", "rh@"),
        ("Bassin", "_x0000_"),
    ],
)
def test_a_wrong_partner_is_refused(refusal_of, column, written):
    assert refusal_of({column: written}, "Partenaires").column == column


def test_two_sites_of_one_partner_are_two_partners(read):
    content = read(Dossiers=[], Partenaires=[{}, {"Bassin": "Meuse"}])
    assert len(content.partners) == 2


def test_the_same_partner_twice_refuses_the_second(read):
    content = read(Dossiers=[], Partenaires=[{}, {"SIREN": "999 524 614"}])
    assert [(each.row, each.column) for each in content.refused] == [(3, "Entreprise")]


def test_sheets_that_are_not_there_are_reported(read):
    assert read(Dossiers=[{}]).missing_sheets == ("Membres", "Partenaires")
    assert read(Dossiers=[{}], Membres=[]).missing_sheets == ("Partenaires",)


def test_a_sheet_without_one_cell_is_empty(tmp_path, book_of):
    book = load_workbook(book_of(Dossiers=[{}]))
    book.create_sheet("Membres")
    book.create_sheet("Partenaires")
    book.save(tmp_path / "vide.xlsx")
    content = read_workbook(tmp_path / "vide.xlsx")
    assert content.missing_sheets == ()
    assert (content.members, content.partners) == ((), ())


@pytest.mark.parametrize(
    ("sheet", "column"), [("Membres", "Nom"), ("Membres", "Civilité"), ("Partenaires", "SIREN")]
)
def test_a_missing_column_names_its_sheet(table_of, usual, tmp_path, sheet, column):
    book = Workbook()
    book.worksheets[0].title = "Dossiers"
    book.worksheets[0].append(list(usual["Dossiers"]))
    book.create_sheet(sheet).append([header for header in usual[sheet] if header != column])
    path = tmp_path / "classeur.xlsx"
    book.save(path)
    with pytest.raises(UserError) as refusal:
        read_workbook(path)
    assert refusal.value.params == {"sheet": sheet, "column": column}


def test_refusals_come_by_sheet_then_by_row(read):
    content = read(
        Partenaires=[{"SIREN": "1"}],
        Membres=[{"Nom": None}, {}, {"Courriel": "x", "Nom": "Weiß"}],
        Dossiers=[{"SIREN": "1"}, {}],
    )
    assert [(each.sheet, each.row) for each in content.refused] == [
        ("Dossiers", 2),
        ("Dossiers", 3),
        ("Membres", 2),
        ("Membres", 4),
        ("Partenaires", 2),
    ]
