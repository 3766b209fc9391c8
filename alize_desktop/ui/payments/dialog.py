"""The dialog of payment files: what is asked of the bank is seen, then written once."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.payment_files import PaymentPreview
from alize_desktop.ui.payments.done import PaymentFileDone
from alize_desktop.ui.payments.preview import PaymentsPreview
from alize_desktop.ui.payments.tools import PaymentTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.worker import WorkDialog

_MARGIN: Final = 40


class PaymentFileDialog(WorkDialog):
    """Shows what a file would hold, asks where it goes, tells where it is.

    Open it with ``open``; it forgets itself when it is closed.

    Args:
        tools: Services and surroundings.
        parent: Window that it is asked from.
    """

    def __init__(self, tools: PaymentTools, parent: QWidget) -> None:
        super().__init__(tools.log_file, tools.pool, parent)
        self._tools = tools
        self.setWindowTitle(self.tr("Fichier de paiement"))
        room = parent.window().size() - QSize(_MARGIN, _MARGIN)
        self.resize(QSize(scaled(1000), scaled(660)).boundedTo(room))
        self.content = PaymentsPreview(tools)
        self.done_page = PaymentFileDone()
        self.save = KeyButton(self.tr("Écrire le fichier…"), "Ctrl+Return", Kind.PRIMARY)
        self.save.setObjectName("payments_write")
        self.quit = KeyButton(self.tr("Fermer"), "Esc", handles_key=False)
        self._pages = QStackedWidget()
        self._lay_out()
        self.content.changed.connect(self._show_possible)
        self.save.clicked.connect(lambda *_: self.ask())
        self.quit.clicked.connect(self.reject)

    @override
    def open(self) -> None:
        self.content.read()
        super().open()
        self.content.take_keyboard()

    def ask(self) -> QFileDialog | None:
        """Ask where to write what is ticked; return the dialog, already open.

        It does not offer to replace a file: the one that is there may be at the bank.
        """
        preview = self.content.preview
        if preview is None or self.worker.is_busy:
            return None
        title = self.tr("Écrire le fichier de paiement")
        kinds = (self.tr("Fichier de paiement (*.xml)"),)
        files = file_to_write(self, title, kinds, self._tools.folder())
        files.setOption(QFileDialog.Option.DontConfirmOverwrite)
        return ask_then(files, self.write, _free_name(self._tools.folder(), preview))

    def write(self, path: Path) -> None:
        """Write what is ticked, then tell where it is."""
        preview = self.content.preview
        if preview is None:
            return
        work = partial(self._tools.payments.write, preview, path, self.content.chosen())
        done = partial(self._on_written, self.content.totals(), is_debit=preview.is_debit)
        busy = self.tr("Écriture du fichier de paiement…")
        self._pages.setEnabled(False)
        self.worker.run(work, done, busy, self._on_failed, self._on_end)
        self._show_possible()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        buttons.addWidget(self.save)
        self._pages.addWidget(self.content)
        self._pages.addWidget(self.done_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.tr("Fichier de paiement"), Level.HEADING))
        column.addWidget(self._pages, 1)
        column.addWidget(self.worker.strip)
        column.addLayout(buttons)

    def _show_possible(self) -> None:
        self.save.setEnabled(bool(self.content.chosen()) and not self.worker.is_busy)

    def _on_written(self, totals: str, paper: Paper, *, is_debit: bool) -> None:
        self._tools.remember_folder(Path(paper.path).parent)
        self.done_page.show_paper(paper, totals, is_debit=is_debit)
        self._pages.setCurrentWidget(self.done_page)
        self.save.hide()
        self.quit.set_kind(Kind.PRIMARY)
        self.quit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self.worker.show_refusal(error)
        if isinstance(error, UserError) and error.code is ErrorCode.PAYMENTS_CHANGED_MEANWHILE:
            self.content.read()

    def _on_end(self) -> None:
        self._pages.setEnabled(True)
        self._show_possible()


def _free_name(folder: Path, preview: PaymentPreview) -> str:
    """Return a name that no file of a folder has: « virements-2026-12-10-2.xml »."""
    stem = f"{'prelevements' if preview.is_debit else 'virements'}-{preview.on.isoformat()}"
    name, number = f"{stem}.xml", 1
    while (folder / name).exists():
        number += 1
        name = f"{stem}-{number}.xml"
    return name
