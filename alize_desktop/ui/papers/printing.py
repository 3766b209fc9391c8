"""Printing PDFs: Qt sends none to a printer, so each page is drawn, then painted.

This module brings QtPdf and QtPrintSupport in: import it when something is printed.
"""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress

translate = QCoreApplication.translate

FINEST: Final = 300
"""Dots per inch of what is drawn: finer would take memory, and nobody would see it."""

_POINTS: Final = 72

_BAND: Final = 320
"""Rows painted at once: painting a whole page would hold the window for a quarter of a second."""

_OVERLAP: Final = 2
"""Rows painted twice: without them, a white hair could be seen between two bands."""


def printing(
    printer: QPrinter, paths: Sequence[Path], current: int = 1
) -> Generator[Progress, None, int]:
    """Print files, each as a job of its own.

    Runs on any thread, provided that nothing else uses the printer meanwhile. Cancelled
    between two pages, the job under way is given up; those before it went out.

    Args:
        printer: Set by the dialog: range, copies, order, both sides.
        paths: PDF files, in the order wanted.
        current: Page shown, from 1, when only that one is asked.

    Yields:
        One step a page.

    Returns:
        How many pages were printed, copies counted.

    Raises:
        UserError: ``FILE_NOT_READABLE``; ``PRINTER_FAILED``.
    """
    jobs = [(path, _opened(path)) for path in paths]
    wanted = [_sequence(printer, document.pageCount(), current) for _path, document in jobs]
    total, done = sum(len(each) for each in wanted), 0
    target = printer.outputFileName()
    for (path, document), pages in zip(jobs, wanted, strict=True):
        if target and len(paths) > 1:
            printer.setOutputFileName(str(_beside(Path(target), path)))
        printer.setDocName(path.stem)
        for number in _painted(printer, document, pages, path.name):
            done += 1
            words = translate("printing", "{name}\u00a0: page {page} sur {pages}")
            what = words.format(name=path.stem, page=number, pages=len(pages))
            yield Progress(done, total, what)
    return done


def page_count(paths: Sequence[Path]) -> int:
    """Return how many pages the longest of some files has.

    Raises:
        UserError: ``FILE_NOT_READABLE``.
    """
    return max((_opened(path).pageCount() for path in paths), default=0)


def _opened(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    if document.load(str(path)) is not QPdfDocument.Error.None_:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path))
    return document


def _beside(target: Path, path: Path) -> Path:
    """Return where a file is written when several are printed to one."""
    return target.with_name(f"{target.stem} - {path.stem}{target.suffix}")


def _sequence(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return the pages to print, from 0, with the copies that the printer does not make."""
    pages = list(range(count))
    asked = printer.printRange()
    if asked is QPrinter.PrintRange.CurrentPage:
        pages = [min(current, count) - 1]
    elif asked is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [each for each in pages if ranges.isEmpty() or ranges.contains(each + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return pages * copies
    return [each for each in pages for _copy in range(copies)]


def _painted(
    printer: QPrinter, document: QPdfDocument, pages: Sequence[int], name: str
) -> Iterator[int]:
    """Paint the pages of one job; yield how many are done."""
    printer.setResolution(min(printer.resolution(), FINEST))
    printer.setFullPage(True)
    painter, is_whole = QPainter(), False
    if not pages or not painter.begin(printer):
        raise UserError(ErrorCode.PRINTER_FAILED, name=name)
    try:
        for done, page in enumerate(pages, start=1):
            if done > 1 and not printer.newPage():
                raise UserError(ErrorCode.PRINTER_FAILED, name=name)
            _paint(printer, painter, document, page)
            yield done
        is_whole = True
    finally:
        if not is_whole:
            printer.abort()
        painter.end()
        if not is_whole and printer.outputFileName():
            Path(printer.outputFileName()).unlink(missing_ok=True)


def _paint(printer: QPrinter, painter: QPainter, document: QPdfDocument, page: int) -> None:
    """Paint a page at its own size, or smaller on smaller paper, turned as the paper is."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    image = _drawn(document, page, printer.resolution(), paper.size())
    sheet = QRect(0, 0, paper.width(), paper.height())
    place = QRect(0, 0, image.width(), image.height())
    place.moveCenter(sheet.center())
    origin = printer.pageRect(QPrinter.Unit.DevicePixel).toRect().topLeft()
    corner = place.topLeft() - origin
    for top in range(0, image.height(), _BAND):
        band = QRect(0, top, image.width(), min(_BAND + _OVERLAP, image.height() - top))
        painter.drawImage(corner + band.topLeft(), image, band)


def _drawn(document: QPdfDocument, page: int, resolution: int, paper: QSize) -> QImage:
    points = document.pagePointSize(page)
    size = (points * resolution / _POINTS).toSize()
    is_turned = (size.width() > size.height()) is not (paper.width() > paper.height())
    room = paper.transposed() if is_turned else paper
    if size.width() > room.width() or size.height() > room.height():
        size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    over = QPainter(image)
    over.drawImage(0, 0, document.render(page, size))
    over.end()
    return image.transformed(QTransform().rotate(90)) if is_turned else image
