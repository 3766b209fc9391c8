"""Workbooks made cell by cell, from a row that is valid."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.imports import RefusedRow, WorkbookContent
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.spreadsheets.reading import read_workbook

ROOT = Path(__file__).parent.parent.parent

DOSSIER = {
    "N° dossier": "2026-001",
    "Entreprise": "Société Île-Verte",
    "SIREN": "999631708",
    "Forme juridique": "EURL",
    "Code postal": "55000",
    "Commune": "Bar-le-Duc",
    "Bassin": "Côte-d'Or",
    "Code NAF": "49.41A",
    "Effectif (ETP)": 15,
    "Date de création": datetime.combine(date(1999, 1, 23), time()),
    "Dirigeant": "Hervé Öztürk",
    "Civilité": "M.",
    "Courriel": "contact@societe.example",
    "Téléphone": "03 80 67 44 39",
    "Objet du projet": "Site marchand et force de vente",
    "Type de projet": "Développement",
    "But du projet": "Augmentation des capacités de production",
    "Thème exprimé": "Investissement",
    "Besoin diagnostiqué": "Organisation",
    "Coût du projet": 35500,
    "Avance demandée": 5500,
    "Durée (mois)": 36,
    "Différé (mois)": 6,
    "Périodicité (mois)": 1,
    "Emplois à créer": 5,
    "Emplois maintenus": 6,
    "Contrat": "CDI",
    "Compétence demandée": "Numérique",
    "Jours demandés": 2,
    "Banque": "Caisse Rhénane",
    "Expert-comptable": "Cabinet Perrin",
    "Aides de minimis 3 ans": 12500,
    "Date de dépôt": date(2026, 8, 18),
    "Rapporteur": "Mme Roussel",
    "Avis de l'instructeur": "Favorable sous conditions",
}
MEMBER = {
    "Civilité": "M.",
    "Prénom": "Bruno",
    "Nom": "Martin A.",
    "Organisation": "Brasserie Noisetier",
    "Collège": "Entreprise",
    "Qualité": "Membre",
    "Voix": 1,
    "Suppléant de": None,
    "Courriel": "membre1@comite.example",
    "Intérêts déclarés": None,
}
PARTNER = {
    "Entreprise": "Groupe Île-Verte 1",
    "SIREN": "999524614",
    "Bassin": "Côte-d'Or",
    "Groupe d'au moins 5 000 salariés": "oui",
    "Compétences proposées": "Commercial et marketing; Organisation",
    "Jours offerts par an": 16,
    "Correspondant": "M. Correspondant",
    "Courriel": "rh1@partenaire.example",
}

Row = Mapping[str, object]


class Text(str):
    """A text that stays one in a workbook, whatever it starts with."""

    __slots__ = ()


def write_row(sheet: Worksheet, number: int, values: Sequence[object]) -> None:
    for column, value in enumerate(values, start=1):
        if value is None:
            continue
        cell = sheet.cell(number, column)
        cell.value = str(value) if isinstance(value, Text) else value
        if isinstance(value, Text):
            cell.data_type = "s"


def write_table(sheet: Worksheet, rows: Sequence[Row], usual: Row, first_row: int) -> None:
    headers = list(dict.fromkeys([*usual, *(header for row in rows for header in row)]))
    write_row(sheet, first_row, headers)
    for number, row in enumerate(rows, start=first_row + 1):
        write_row(sheet, number, [{**usual, **row}.get(header) for header in headers])


@pytest.fixture
def text() -> type[Text]:
    return Text


@pytest.fixture(scope="session")
def usual() -> Mapping[str, Row]:
    """The usual row of each sheet."""
    return {"Dossiers": DOSSIER, "Membres": MEMBER, "Partenaires": PARTNER}


@pytest.fixture
def book_of(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: ``book_of(Dossiers=[{}], Membres=[{"Nom": "Weiß"}])``.

    Each row is a valid one with some cells changed; a cell of ``None`` is empty.
    """

    def write(first_row: int = 1, **sheets: Sequence[Row]) -> Path:
        usual = {"Dossiers": DOSSIER, "Membres": MEMBER, "Partenaires": PARTNER}
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            write_table(book.create_sheet(name), rows, usual.get(name, {}), first_row)
        path = tmp_path / "classeur.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def table_of(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of one sheet from its rows as they stand, headers included."""

    def write(rows: Sequence[Sequence[object]], name: str = "Dossiers") -> Path:
        book = Workbook()
        book.worksheets[0].title = name
        for number, values in enumerate(rows, start=1):
            write_row(book.worksheets[0], number, values)
        path = tmp_path / "classeur.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def read(book_of: Callable[..., Path]) -> Callable[..., WorkbookContent]:
    """Write a workbook, then read it."""
    return lambda **sheets: read_workbook(book_of(**sheets))


@pytest.fixture
def dossier_of(read: Callable[..., WorkbookContent]) -> Callable[[Row], DossierSheet]:
    """Read one dossier that must be accepted."""

    def one(row: Row) -> DossierSheet:
        content = read(Dossiers=[row])
        assert content.refused == ()
        [(_number, sheet)] = content.dossiers
        return sheet

    return one


@pytest.fixture
def member_of(read: Callable[..., WorkbookContent]) -> Callable[[Row], MemberSheet]:
    """Read one member who must be accepted."""

    def one(row: Row) -> MemberSheet:
        content = read(Dossiers=[], Membres=[row])
        assert content.refused == ()
        [(_number, sheet)] = content.members
        return sheet

    return one


@pytest.fixture
def partner_of(read: Callable[..., WorkbookContent]) -> Callable[[Row], PartnerSheet]:
    """Read one partner that must be accepted."""

    def one(row: Row) -> PartnerSheet:
        content = read(Dossiers=[], Partenaires=[row])
        assert content.refused == ()
        [(_number, sheet)] = content.partners
        return sheet

    return one


@pytest.fixture
def refusal_of(read: Callable[..., WorkbookContent]) -> Callable[..., RefusedRow]:
    """Read one row that must be refused: a dossier, or a row of another sheet."""

    def one(row: Row, sheet: str = "Dossiers") -> RefusedRow:
        content = read(**{"Dossiers": [], sheet: [row]})
        assert (content.dossiers, content.members, content.partners) == ((), (), ())
        [refused] = content.refused
        assert (refused.sheet, refused.row) == (sheet, 2)
        return refused

    return one


@pytest.fixture(scope="session")
def sample() -> Path:
    return ROOT / "resources" / "samples" / "bassin-dossiers.xlsx"


@pytest.fixture(scope="session")
def faulty_sample() -> Path:
    return ROOT / "tests" / "cases" / "bassin-dossiers-fautifs.xlsx"


@pytest.fixture
def rewritten(tmp_path: Path) -> Callable[..., Path]:
    """Copy a workbook with one of its entries changed: ``rewritten(path, name, change)``."""

    def copy(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
        target = tmp_path / "modifié.xlsx"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copied:
            for entry in source.namelist():
                content = source.read(entry)
                copied.writestr(entry, change(content) if entry == name else content)
        return target

    return copy
