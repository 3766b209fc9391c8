"""What a file proves: whether its signatures hold, whether the registry knows it."""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.verification import Verification
from alize_desktop.services.signing import SigningService
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.file_dialogs import ask_then
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, set_role
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.verification import doubt, proof, verification_lines

translate = QCoreApplication.translate


class VerificationDialog(QDialog):
    """Verifies a file, then says what it proves. Open it with ``open``.

    Args:
        path: The file.
        tools: Services and surroundings.
        parent: The main window.
    """

    def __init__(self, path: Path, tools: PaperTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("verification")
        self.setWindowTitle(self.tr("Vérifier un PDF"))
        self.worker = Worker(self, tools.log_file, tools.pool)
        self._verdict = label(self.tr("Vérification en cours…"), Level.STRONG, wraps=True)
        self._verdict.setObjectName("verification_verdict")
        self._lines = label("", Level.BODY, wraps=True)
        self._lines.setObjectName("verification_lines")
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out(path)
        service = tools.services.signing
        words = self.tr("Vérification en cours…")
        self.worker.run(
            partial(_verifying, service, path), self._show, words, on_failed=self._on_failed
        )

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.worker.cancel()
        super().closeEvent(event)

    def _lay_out(self, path: Path) -> None:
        foot = QHBoxLayout()
        close = KeyButton(self.tr("Fermer"), kind=Kind.PRIMARY)
        close.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(close)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        inside.setSpacing(SPACE.card)
        inside.addWidget(ElidedLabel(path.name, Level.TITLE))
        inside.addWidget(self._verdict)
        inside.addWidget(scrolled(self._lines), 1)
        inside.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(inside)
        whole.addWidget(self.worker.strip)
        self.resize(scaled(640), scaled(460))

    def _show(self, found: Verification) -> None:
        reason = doubt(found)
        words = self.tr("▼ Ce fichier ne prouve rien\u00a0: {reason}.").format(reason=reason)
        self._verdict.setText(words if reason else f"▲\u00a0{proof(found)}")
        set_role(self._verdict, Role.BAD if reason else Role.GOOD)
        self._lines.setText("\n\n".join(verification_lines(found)))

    def _on_failed(self, error: Exception) -> None:
        self._verdict.setText(self.tr("Ce fichier n’a pas pu être vérifié."))
        self.worker.show_refusal(error)


def ask_and_verify(tools: PaperTools, parent: QWidget) -> QFileDialog:
    """Ask for a file, and return at once; what it proves is said in a dialog."""
    title = translate("verification", "Vérifier un PDF")
    files = QFileDialog(parent, title, str(tools.folder()))
    files.setFileMode(QFileDialog.FileMode.ExistingFile)
    files.setNameFilter(translate("verification", "Documents PDF (*.pdf);;Tous les fichiers (*)"))
    return ask_then(files, lambda path: VerificationDialog(path, tools, parent).open())


def _verifying(service: SigningService, path: Path) -> Generator[Progress, None, Verification]:
    found = service.verify(path)
    yield Progress(1, 1, path.name)
    return found
