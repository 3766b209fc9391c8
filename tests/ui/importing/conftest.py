"""A dialog on a real registry, and workbooks to bring in."""

import os
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from alize_desktop.models.records.programme import Programme
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.importing.dialog import ImportDialog

HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Date de dépôt", "Avance demandée"),
    *("Durée (mois)", "Différé (mois)", "Périodicité (mois)", "Emplois à créer", "Couleur"),
)
TERMS = (48, 12, 3, 2)
GOOD = ("2026-001", "Verrerie du Sânon", "999449390", "03/03/2026", "12 000,00 €", *TERMS, "bleu")
WRONG = ("2026-002", "Menuiserie", "123456789", "03/03/2026", 5000, *TERMS, "")


@pytest.fixture
def registry(shelf, tmp_path, clock):
    with shelf.new(tmp_path / "essai.alize", Programme("Côte-d’Or"), clock) as registry:
        yield registry


@pytest.fixture
def services(registry):
    return Services(registry)


@pytest.fixture
def sample():
    return resource("samples", "bassin-dossiers.xlsx")


@pytest.fixture
def workbook(tmp_path):
    """Write rows under the usual headers; return the path."""

    def write(*rows, name="classeur.xlsx"):
        book = Workbook()
        book.active.title = "Dossiers"
        for row in (HEADERS, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def good():
    return GOOD


@pytest.fixture
def wrong():
    return WRONG


@pytest.fixture
def dialog(qtbot, theme, services, bus, tmp_path):
    dialog = ImportDialog(services.importing, bus, tmp_path / "alize.log")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it after
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.resize(1040, 640)
    return dialog


@pytest.fixture
def finished(qtbot):
    """Do something that starts a task of the dialog, and wait for its end."""

    def done(dialog, act):
        act()
        qtbot.waitUntil(lambda: dialog._task is None, timeout=30_000)

    return done


@pytest.fixture
def read(finished):
    def reading(dialog, path):
        finished(dialog, lambda: dialog.read(path))

    return reading


@pytest.fixture
def grab():
    def kept(widget, name):
        folder = os.environ.get("ALIZE_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            widget.grab().save(str(Path(folder) / f"{name}.png"))

    return kept
