"""Pages go to a printer: all of them or some, as many times as asked, and not blank."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QColor, QPageLayout, QPageRanges, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.services.work import drained
from alize_desktop.ui.papers.printing import page_count, printing

PORTRAIT, LANDSCAPE = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


@pytest.fixture
def written(qapp, tmp_path):
    """Write a PDF whose pages are grey, each lighter than the one before."""

    def write(name, pages=3, orientation=PORTRAIT, size=QPageSize.PageSizeId.A4):
        path = tmp_path / name
        writer = QPdfWriter(str(path))
        writer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF()))
        painter = QPainter(writer)
        for page in range(pages):
            if page:
                writer.newPage()
            painter.fillRect(painter.viewport(), QColor.fromHsl(0, 0, 40 + 50 * page))
        painter.end()
        return path

    return write


@pytest.fixture
def printer(qapp, tmp_path):
    """A printer that writes a PDF."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "sortie.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def greys(path):
    """Return the grey in the middle of each page, from 0 to 255."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    images = (document.render(each, QSize(100, 140)) for each in range(document.pageCount()))
    return [round(each.pixelColor(50, 70).lightness() / 10) * 10 for each in images]


def told(steps):
    said = []
    while True:
        try:
            said.append(next(steps))
        except StopIteration as stop:
            return said, stop.value


def test_every_page_is_printed_and_each_is_told(printer, written, tmp_path):
    said, pages = told(printing(printer, [written("pv.pdf")]))
    assert greys(tmp_path / "sortie.pdf") == [40, 90, 140]
    assert [each.what for each in said] == [f"pv\u00a0: page {each} sur 3" for each in (1, 2, 3)]
    assert [(each.done, each.total) for each in said] == [(1, 3), (2, 3), (3, 3)]
    assert pages == 3


def test_a_range_of_pages_is_printed(printer, written, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    printer.setPageRanges(ranges)
    drained(printing(printer, [written("pv.pdf")]))
    assert greys(tmp_path / "sortie.pdf") == [90, 140]


def test_the_page_in_sight_alone_is_printed(printer, written, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    drained(printing(printer, [written("pv.pdf")], current=2))
    assert greys(tmp_path / "sortie.pdf") == [90]


@pytest.mark.parametrize(
    ("collates", "expected"), [(True, [40, 90, 40, 90]), (False, [40, 40, 90, 90])]
)
def test_copies_that_the_printer_does_not_make_are_made(
    printer, written, tmp_path, collates, expected
):
    printer.setCopyCount(2)
    printer.setCollateCopies(collates)
    drained(printing(printer, [written("pv.pdf", pages=2)]))
    assert greys(tmp_path / "sortie.pdf") == expected


def test_the_last_page_comes_first_when_asked(printer, written, tmp_path):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    drained(printing(printer, [written("pv.pdf")]))
    assert greys(tmp_path / "sortie.pdf") == [140, 90, 40]


@pytest.mark.dressed
@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3])
def test_a_landscape_page_is_turned_and_a_large_one_made_to_fit(printer, written, tmp_path, size):
    drained(printing(printer, [written("plan.pdf", 1, LANDSCAPE, size)]))
    document = QPdfDocument()
    document.load(str(tmp_path / "sortie.pdf"))
    assert document.pagePointSize(0).toSize() == QSize(595, 842)
    image = document.render(0, QSize(100, 140))
    corners = [image.pixelColor(x, y).lightness() for x in (2, 97) for y in (3, 136)]
    assert all(30 <= each <= 50 for each in corners)


def test_several_files_are_several_jobs(printer, written, tmp_path):
    drained(printing(printer, [written("un.pdf", 1), written("deux.pdf", 2)]))
    assert greys(tmp_path / "sortie - un.pdf") == [40]
    assert greys(tmp_path / "sortie - deux.pdf") == [40, 90]
    assert page_count([tmp_path / "un.pdf", tmp_path / "deux.pdf"]) == 2


def test_a_job_that_is_stopped_leaves_nothing(printer, written, tmp_path):
    steps = printing(printer, [written("pv.pdf")])
    next(steps)
    steps.close()
    assert not (tmp_path / "sortie.pdf").exists()


def test_a_file_that_is_no_pdf_is_refused_before_anything_is_printed(printer, written, tmp_path):
    wrong = tmp_path / "faux.pdf"
    wrong.write_text("rien")
    with pytest.raises(UserError) as caught:
        drained(printing(printer, [written("pv.pdf"), wrong]))
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE
    assert not list(tmp_path.glob("sortie*"))


def test_a_printer_that_refuses_is_told(printer, written):
    printer.setOutputFileName(str(Path("/proc/nulle-part/sortie.pdf")))
    with pytest.raises(UserError) as caught:
        drained(printing(printer, [written("pv.pdf")]))
    assert caught.value.code is ErrorCode.PRINTER_FAILED
    assert caught.value.params == {"name": "pv.pdf"}
