"""A paper is turned, zoomed and copied; an unreadable one says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from alize_desktop.errors import ErrorCode
from alize_desktop.services.work import drained
from alize_desktop.ui.papers import preview as preview_module
from alize_desktop.ui.papers.preview import PdfPreview


@pytest.fixture
def paper(qapp, tmp_path):
    """Three pages of A4."""
    path = tmp_path / "pv-CA-2026-01.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    painter = QPainter(writer)
    for page in range(3):
        if page:
            writer.newPage()
        painter.drawText(100, 100, f"Page {page + 1}")
    painter.end()
    return path


@pytest.fixture
def preview(qtbot, paper):
    made = PdfPreview(paper)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.pages == 3)
    return made


def test_pages_are_turned_within_the_paper(qtbot, preview):
    label = preview.findChild(object, "preview_page")
    assert label.text() == "Page 1 sur 3"
    preview.turn(1)
    assert (preview.page, label.text()) == (2, "Page 2 sur 3")
    preview.turn(7)
    assert preview.page == 3
    preview.turn(-9)
    assert preview.page == 1
    preview.findChild(object, "preview_next").click()
    assert preview.page == 2


def test_zoom_stays_readable_and_goes_back_to_the_width(preview):
    preview.enlarge(2)
    first = preview.zoom
    preview.enlarge(2)
    assert preview.zoom == pytest.approx(min(first * 2, 4))
    preview.enlarge(100)
    assert preview.zoom == pytest.approx(4)
    preview.enlarge(0.0001)
    assert preview.zoom == pytest.approx(0.25)
    preview.fit_width()


def test_a_copy_is_saved_under_another_name(qtbot, preview, paper, tmp_path):
    dialog = preview.save_as()
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "copie.pdf"
    dialog.fileSelected.emit(str(target))
    assert target.read_bytes() == paper.read_bytes()
    dialog.close()


def test_a_copy_that_cannot_be_written_is_told(preview, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(preview_module, "show_error", lambda _w, error, _log: told.append(error))
    preview.copy_to(tmp_path / "absent" / "copie.pdf")
    assert [error.code for error in told] == [ErrorCode.FOLDER_NOT_WRITABLE]


def test_a_paper_that_is_gone_is_told(preview, paper, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(preview_module, "show_error", lambda _w, error, _log: told.append(error))
    paper.unlink()
    preview.copy_to(tmp_path / "copie.pdf")
    assert [error.code for error in told] == [ErrorCode.FILE_NOT_READABLE]


def test_a_file_that_is_no_paper_is_said_unreadable(qtbot, tmp_path):
    path = tmp_path / "faux.pdf"
    path.write_text("rien", encoding="utf-8")
    preview = PdfPreview(Path(path))
    qtbot.addWidget(preview)
    assert preview.pages == 0
    assert "ne peut pas être lu" in preview.findChild(object, "preview_page").text()
    preview.turn(1)


def test_escape_closes_the_preview(qtbot, preview):
    preview.activateWindow()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not preview.isVisible())


def found(preview):
    return preview.findChild(object, "preview_found").text()


def test_words_are_looked_for_counted_and_shown_one_after_the_other(qtbot, preview):
    QTest.keyClick(preview, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = preview.search.line
    assert preview.search.isVisible()
    QTest.keyClicks(line, "Page")
    qtbot.waitUntil(lambda: found(preview) == "1 sur 3 résultats")
    QTest.keyClick(line, Qt.Key.Key_F3)
    assert found(preview) == "2 sur 3 résultats"
    assert preview.page == 2
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert found(preview) == "1 sur 3 résultats"  # after the last comes the first
    QTest.keyClick(line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert found(preview) == "3 sur 3 résultats"
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert found(preview) == "2 sur 3 résultats"


def test_words_that_are_not_there_are_said_so_and_escape_closes_the_search_only(qtbot, preview):
    preview.search.open()
    QTest.keyClicks(preview.search.line, "introuvable")
    qtbot.waitUntil(lambda: found(preview) == "Aucun résultat")
    preview.search.go(1)
    QTest.keyClick(preview.search.line, Qt.Key.Key_Escape)
    assert not preview.search.isVisible()
    assert preview.isVisible()


def test_a_paper_without_titles_offers_no_outline(preview):
    assert not preview.findChild(object, "preview_titles").isVisible()


def test_the_print_dialog_opens_by_its_key(qtbot, preview):
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = preview.findChild(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.reject()


def test_a_paper_is_printed_and_told(qtbot, preview, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sortie.pdf"))
    preview.print_on(printer)
    assert preview.worker.strip.isVisible()
    qtbot.waitUntil(lambda: not preview.worker.is_busy, timeout=20_000)
    told = preview.findChild(object, "preview_page").text()
    assert told == "3 pages envoyées à l’imprimante."
    assert (tmp_path / "sortie.pdf").read_bytes().startswith(b"%PDF")


def test_the_titles_of_a_paper_go_to_their_pages(qtbot, desk, tmp_path):
    path = tmp_path / "dossier.pdf"
    drained(desk.services.packs.pack(desk.meeting, None, path))
    preview = PdfPreview(path)
    qtbot.addWidget(preview)
    preview.show()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    QTest.keyClick(preview, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    titles = preview.outline.model()
    assert titles.rowCount() > 1
    preview.outline.setCurrentIndex(titles.index(titles.rowCount() - 1, 0))
    preview.outline.activated.emit(preview.outline.currentIndex())
    qtbot.waitUntil(lambda: preview.page > 1)
    preview.outline.switch()
    assert not preview.outline.isVisible()
