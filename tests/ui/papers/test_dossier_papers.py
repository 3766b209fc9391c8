"""The papers of a dossier: what can be made, why not the others, one key each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import DossierState, PaperKind
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.ui.papers.dossier_window import DossierPapersWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WITHDRAWN = "2026-001"


@pytest.fixture
def window(desk, opened):
    """The papers of a dossier that its company took back: there is a letter to send."""
    desk.services.templates.adopt_identity(
        PaperIdentity(address="1 rue de l’Exemple", signatory="Claire Roussel, directrice")
    )
    dossier = desk.dossier(WITHDRAWN)
    desk.services.dossiers.change_state(dossier, DossierState.WITHDRAWN, "Projet abandonné")
    made = opened(DossierPapersWindow(dossier, desk.tools))
    made.take_keyboard()
    return made


def free(window):
    return lambda: not window.worker.is_busy


def why(window):
    return window.findChild(QLabel, "dossier_paper_why").text()


def test_the_paper_that_can_be_made_is_chosen_first(window):
    assert window.table.chosen() == PaperKind.NOTIFICATION
    assert why(window) == ""
    assert window._buttons["make"].isEnabled()


def test_a_paper_that_cannot_be_made_says_why_and_a_key_makes_nothing(window, desk):
    window.table.choose(PaperKind.AGREEMENT)
    assert why(window)
    assert not window._buttons["make"].isEnabled()
    QTest.keyClick(window.table, KEY.Key_Return)
    assert not window.worker.is_busy


def test_a_letter_is_made_by_a_key_shown_and_listed(window, desk, qtbot, monkeypatch):
    QTest.keyClick(window.table, KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(desk.shown), timeout=20_000)
    qtbot.waitUntil(free(window))
    path = desk.tools.usual_folder / WITHDRAWN / f"Lettre de notification {WITHDRAWN}.pdf"
    assert desk.shown == [path]
    assert window._line().listed.is_there
    QTest.keyClick(window.table, KEY.Key_Return)
    assert desk.shown == [path, path]
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    QTest.keyClick(window.table, KEY.Key_D, CTRL)
    assert Path(opened[0].toLocalFile()) == path.parent
    QTest.keyClick(window.table, KEY.Key_G, CTRL)
    dialog = window.findChild(object, "signing")
    assert dialog.isVisible()
    dialog.reject()


def test_a_letter_older_than_the_dossier_is_said_so(window, desk, qtbot):
    window.make()
    qtbot.waitUntil(lambda: bool(desk.shown), timeout=20_000)
    qtbot.waitUntil(free(window))
    dossier = desk.services.dossiers.detail(desk.dossier(WITHDRAWN))
    changes = desk.services.dossiers.change_state(dossier.id, dossier.next_states[0], "Erreur")
    desk.tools.bus.changed.emit(changes, None)
    assert window._line().listed.is_stale


def test_a_folder_that_cannot_be_made_is_told(window, desk, boxes):
    desk.tools.usual_folder.write_text("un fichier")
    window.make()
    assert boxes(window)
    assert not window.worker.is_busy
