"""A workbook of the past of a programme, in the dialog."""

import pytest
from openpyxl import Workbook

from alize_desktop.ui.theme.theme import Scheme

HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Commune", "Date de dépôt", "Avance demandée"),
    *("Durée (mois)", "Différé (mois)", "Périodicité (mois)", "Décision", "Date de décision"),
    *("Avance accordée", "Emplois créés constatés", "Jours réalisés", "Entreprise partenaire"),
)
COMPANY = ("999631708", "Longwy", "01/03/2001", 10_000, 48, 12, 3)
ROWS = (
    ("2001-001", "Fonderie", *COMPANY, "Agréé", "02/04/2001", 8_000, 3, 6, "Groupe Écho"),
    ("2001-002", "Verrerie", *COMPANY, "Ajourné", "02/04/2001", None, None, None, None),
    ("2001-003", "Scierie", *COMPANY, None, None, None, None, None, None),
    ("2001-004", "Tannerie", *COMPANY, "Peut-être", None, None, None, None, None),
)


@pytest.fixture
def past(tmp_path):
    """The path of a workbook with two decisions, a dossier without and one that is wrong."""
    book = Workbook()
    book.worksheets[0].title = "Dossiers"
    for row in (HEADERS, *ROWS):
        book.worksheets[0].append(row)
    partners = book.create_sheet("Partenaires")
    partners.append(("Entreprise", "SIREN", "Bassin"))
    partners.append(("Groupe Écho", "999524614", "Longwy"))
    book.save(tmp_path / "passé.xlsx")
    return tmp_path / "passé.xlsx"


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


SAID = (
    "2 décisions reprises du passé, non votées ici ; l’avance accordée, connue par son seul "
    "montant, n’entre ni dans le fonds, ni dans les avances suivies."
)


@pytest.mark.dressed
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_preview_says_what_is_taken_over(dialog, read, past, theme, grab, scheme):
    theme.set_scheme(scheme)
    read(dialog, past)
    dialog.preview.tabs.requested.emit("ready")
    dialog.preview.tabs.set_current("ready")
    grab(dialog, f"import-past-{scheme.value}")
    assert plain(dialog.preview.remarks.text()).startswith(SAID)
    model = dialog.preview.ready
    column = [each.key for each in model.columns].index("decision")
    assert [model.index(row, column).data() for row in range(3)] == ["Agréé", "Ajourné", ""]
    assert not dialog.preview._ready_table.isColumnHidden(column)


def test_a_workbook_without_past_shows_no_column_of_decisions(dialog, read, sample):
    read(dialog, sample)
    column = [each.key for each in dialog.preview.ready.columns].index("decision")
    assert dialog.preview._ready_table.isColumnHidden(column)
    assert "reprise" not in dialog.preview.remarks.text()


def test_the_end_says_what_was_taken_over(dialog, read, finished, past, grab):
    read(dialog, past)
    finished(dialog, dialog.write)
    grab(dialog, "import-past-done")
    assert plain(dialog.done_step.rest.text()) == f"{SAID} Une ligne refusée n’a pas été importée."
