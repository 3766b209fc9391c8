"""The print dialog of the system, then the work that prints. Nothing waits for it.

This module brings QtPrintSupport in: import it when something is printed.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

translate = QCoreApplication.translate


def ask_to_print(
    parent: QWidget,
    on_accepted: Callable[[QPrinter], None],
    name: str,
    pages: int,
    *,
    is_one: bool = True,
) -> QPrintDialog:
    """Open the dialog and return at once; the printer that was set is given to ``on_accepted``.

    Args:
        parent: Window that is printed from.
        on_accepted: Given the printer, ready to be painted on.
        name: Of the job, and of the file when it is printed to one.
        pages: Pages that may be chosen among.
        is_one: Whether one file is printed: a range of pages makes sense.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    if not QPrinterInfo.availablePrinterNames():
        printer.setOutputFileName(str(Path.home() / f"{name}.pdf"))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("printing", "Imprimer «\u00a0{name}\u00a0»").format(name=name))
    options = QPrintDialog.PrintDialogOption
    for each in (options.PrintPageRange, options.PrintCurrentPage):
        dialog.setOption(each, on=is_one)
    dialog.setOption(options.PrintSelection, on=False)
    if is_one:
        dialog.setMinMax(1, max(pages, 1))
    dialog.accepted.connect(partial(on_accepted, printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own asks for a receiver
    return dialog
