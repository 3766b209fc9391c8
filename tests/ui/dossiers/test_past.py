"""Dossiers taken over from the past of a programme, on the screen."""

from functools import partial

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.models.enums import DossierState
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.table_model import NOTE_ROLE

HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Commune", "Date de dépôt", "Avance demandée"),
    *("Durée (mois)", "Différé (mois)", "Périodicité (mois)", "Décision", "Date de décision"),
    *("Avance accordée", "Emplois créés constatés", "Jours réalisés", "Entreprise partenaire"),
)
COMPANY = ("999631708", "Longwy", "01/03/2001", 10_000, 48, 12, 3)
APPROVED, DEFERRED, ORDINARY = "2001-001", "2001-002", "2001-003"
CONDITIONAL = "2001-004"
NOTHING = (None,) * 4
DAY = "02/04/2001"
ROWS = (
    (APPROVED, "Fonderie", *COMPANY, "Agréé", DAY, 8_000, 3, "6,5", "Groupe Écho"),
    (DEFERRED, "Verrerie", *COMPANY, "Ajourné", DAY, *NOTHING),
    (ORDINARY, "Scierie", *COMPANY, None, None, *NOTHING),
    (CONDITIONAL, "Tannerie", *COMPANY, "Agréé sous conditions", DAY, *NOTHING),
)


@pytest.fixture
def past(services, open_desk, tmp_path):
    """The screen on three dossiers of the past and one of today."""
    book = Workbook()
    book.worksheets[0].title = "Dossiers"
    for row in (HEADERS, *ROWS):
        book.worksheets[0].append(row)
    partners = book.create_sheet("Partenaires")
    partners.append(("Entreprise", "SIREN", "Bassin"))
    partners.append(("Groupe Écho", "999524614", "Longwy"))
    path = tmp_path / "passé.xlsx"
    book.save(path)
    services.importing.accept(services.importing.preview(path))
    return open_desk()


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def words_in(widget):
    return plain(" ".join(each.text() for each in widget.findChildren(QLabel)))


def decision_of(desk, number):
    desk.open(number)
    desk.editor.panes.show_pane("decision")
    return desk.editor.panes.pane("decision")


def fits(pill):
    return pill.width() >= pill.sizeHint().width()


def test_the_list_marks_what_was_taken_over(past):
    model = past.browser.model
    column = [each.key for each in model.columns].index("state")
    marks = {
        row.number: model.index(at, column).data(NOTE_ROLE) for at, row in enumerate(model.rows)
    }
    assert marks == {APPROVED: "Reprise", DEFERRED: "Reprise", ORDINARY: "", CONDITIONAL: "Reprise"}


def test_the_head_of_a_dossier_marks_it(past):
    past.open(APPROVED)
    header = past.editor.header
    assert (header.pill.text(), header.past.text()) == ("Agréé", "Reprise")
    assert header.past.isVisible()
    past.open(ORDINARY)
    assert not header.past.isVisible()


def test_the_decision_is_told_as_the_past_told_it(past):
    said = words_in(decision_of(past, APPROVED))
    for words in ("8 000 €", "6,5 jours", "Groupe Écho", "Agréé le 2 avril 2001."):
        assert words in said
    assert (
        "Décision reprise du passé du programme, non votée ici (classeur « passé.xlsx »)." in said
    )
    assert "elle n’entre ni dans le fonds, ni dans les avances suivies." in said


@pytest.mark.parametrize(
    ("number", "words"),
    [(APPROVED, "connue que par son montant"), (DEFERRED, "n’accorde pas d’avance")],
)
def test_its_schedule_says_why_there_is_none(past, number, words):
    past.open(number)
    past.editor.panes.show_pane("schedule")
    assert words in past.editor.panes.pane("schedule").sentence()


def test_its_aid_is_not_reckoned(past):
    past.open(APPROVED)
    past.editor.panes.show_pane("aid")
    said = words_in(past.editor.panes.pane("aid"))
    assert "son aide n’est pas calculée" in said
    assert "La signature de la convention" not in said


def test_its_journal_is_in_words(past):
    past.open(APPROVED)
    past.editor.panes.show_pane("journal")
    pane = past.editor.panes.pane("journal")
    texts = [
        str(pane.model.index(row, column).data(role))
        for role in (Qt.ItemDataRole.DisplayRole, NOTE_ROLE)
        for row in range(pane.model.rowCount())
        for column in range(pane.model.columnCount())
    ]
    assert "Décision reprise du passé" in texts
    assert "Agréé le 02/04/2001, classeur passé.xlsx" in texts
    assert not [each for each in texts if each.startswith("history.")]


def test_one_that_was_deferred_is_put_back_to_appraisal(past, qtbot):
    view = decision_of(past, DEFERRED).past
    assert not view.reopen.isHidden()
    with qtbot.waitSignal(past.editor.changed):
        view.reopen.click()
    detail = past.editor.detail
    assert detail.state is DossierState.UNDER_APPRAISAL
    assert not past.editor.header.past.isVisible()
    again = past.editor.panes.pane("decision").past
    assert again.reopen.isHidden()


def test_one_that_was_put_back_meanwhile_says_so(past, services, dialog_of):
    view = decision_of(past, DEFERRED).past
    services.history.reopen(past.id_of(DEFERRED))
    view.reopen.click()
    assert "n’a pas été ajourné" in dialog_of(past.screen, QMessageBox).text()


def test_no_other_is(past):
    assert decision_of(past, APPROVED).past.reopen.isHidden()
    assert decision_of(past, ORDINARY).past is None


@pytest.mark.dressed
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1182, 688), (1736, 1000)])
def test_it_is_looked_at(past, qtbot, theme, grab, scheme, size):
    theme.set_scheme(scheme)
    past.screen.resize(*size)
    for number in (APPROVED, DEFERRED):
        view = decision_of(past, number).past
        pill = past.editor.header.pill
        qtbot.waitUntil(view.isVisible)
        qtbot.waitUntil(partial(fits, pill))
        grab(past.screen, f"past-{number}-{scheme.value}-{size[0]}")
