"""The decision pack for several members at once: made, printed, nothing shown to the recused."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from alize_desktop.ui.papers.meeting_window import MeetingPapersWindow

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ONE, TWO = "2026-006", "2026-013"


@pytest.fixture
def recused(desk):
    """The second member has an interest in the company of a dossier, which the data show."""
    member = desk.seated()[1]
    company = desk.services.dossiers.detail(desk.dossier(TWO)).sheet.company
    sheet = replace(member.sheet, interests=company.name)
    desk.services.people.save_member(member.id, sheet)
    return member


@pytest.fixture
def window(desk, recused, opened):
    made = opened(MeetingPapersWindow(desk.meeting, desk.tools))
    made.show_tab("packs")
    return made


@pytest.fixture
def printer(tmp_path):
    """A printer that writes PDFs."""
    (tmp_path / "imprimante").mkdir()
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "imprimante" / "sortie.pdf"))
    return made


def choose(window, members):
    window.packs.table.clearSelection()
    window.packs._select(tuple(each.id for each in members))


def free(window):
    return lambda: not window.worker.is_busy


def text_of(path):
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def pages_of(path):
    """Return the pages of a PDF as small pictures."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return [document.render(each, QSize(150, 212)) for each in range(document.pageCount())]


def is_blank(image):
    lights = {
        image.pixelColor(x, y).lightness() for x in range(0, 150, 2) for y in range(0, 212, 2)
    }
    return max(lights) - min(lights) < 40


def copies(window):
    return {each.member_id: each.copy for each in window.packs._rows.rows}


def test_the_pack_of_three_members_is_printed_in_three_right_copies(
    window, desk, recused, printer, qtbot, tmp_path
):
    # what is printed is a picture: the text is checked in the PDF of each copy, then each
    # printed file has as many pages as its copy, none of them blank
    three = desk.seated()[:3]
    choose(window, three)
    window.packs.print_on(printer)
    assert window.worker.strip.isVisible()
    qtbot.waitUntil(free(window), timeout=120_000)
    assert "3 exemplaires envoyés" in window.findChild(QLabel, "pack_said").text()
    printed = sorted((tmp_path / "imprimante").glob("*.pdf"))
    assert len(printed) == 3
    made = copies(window)
    assert sorted(each.copy.number for each in made.values() if each) == [1, 2, 3]
    hidden = ("Certification ISO 9001", "Kermadec")
    for member in three:
        path = Path(made[member.id].path)
        words = text_of(path)
        assert member.sheet.full_name in words
        assert ONE in words
        assert [each in words for each in hidden] == [member.id != recused.id] * 2
        (output,) = (each for each in printed if each.stem.endswith(path.stem))
        pages = pages_of(output)
        assert len(pages) == len(pages_of(path))
        assert not any(is_blank(each) for each in pages)


def test_a_recusal_is_said_before_any_copy_is_made(window, recused):
    row = next(each for each in window.packs._rows.rows if each.member_id == recused.id)
    assert row.numbers == (TWO,)
    note = window.packs.table.model().columns[0].note(row)
    assert TWO in note


def test_copies_are_made_once_and_again_when_the_data_changed(window, desk, qtbot):
    first = desk.seated()[0]
    choose(window, [first])
    QTest.keyClick(window.packs.table, KEY.Key_Return, CTRL)
    qtbot.waitUntil(free(window), timeout=60_000)
    assert copies(window)[first.id].copy.number == 1
    choose(window, [first])
    window.packs.make()
    qtbot.waitUntil(free(window), timeout=60_000)
    assert copies(window)[first.id].copy.number == 1  # still right
    desk.tools.bus.changed.emit(desk.edit_dossier(ONE), None)
    choose(window, [first])
    window.packs.make()
    qtbot.waitUntil(free(window), timeout=60_000)
    assert copies(window)[first.id].copy.number == 2
    QTest.keyClick(window.packs.table, KEY.Key_E, CTRL)
    assert [each.name for each in desk.shown] == [Path(copies(window)[first.id].path).name]


def test_the_print_dialog_opens_for_those_chosen(window, qtbot):
    QTest.keyClick(window.packs.table, KEY.Key_A, CTRL)
    assert len(window.packs.chosen()) == window.packs._rows.rowCount()
    QTest.keyClick(window.packs.table, KEY.Key_P, CTRL)
    dialog = window.findChild(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert "exemplaires" in dialog.windowTitle()
    dialog.reject()
    window.packs.table.clearSelection()
    assert window.packs.ask_to_print() is None


def test_printing_is_stopped_and_the_copies_made_stay(window, desk, printer, qtbot):
    choose(window, desk.seated()[:2])
    said = []
    window.packs.print_on(printer)
    window.worker._task.progressed.connect(said.append)
    qtbot.waitUntil(lambda: any("\u00a0: page " in each.what for each in said), timeout=60_000)
    window.worker.cancel()
    qtbot.waitUntil(free(window), timeout=60_000)
    assert all(copies(window)[each.id] for each in desk.seated()[:2])
    assert window.findChild(QLabel, "pack_said").text() == ""
