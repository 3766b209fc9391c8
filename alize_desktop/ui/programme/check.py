"""The check of the whole registry, and its verdict."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.journal import Verification
from alize_desktop.services.programme import ProgrammeService
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate


class RegistryCheck(QWidget):
    """Reads everything again in the background, and says what was found.

    Args:
        programme: Verifies the registry.
        log_file: Named when a bug is shown.
        parent: Parent widget.
    """

    def __init__(
        self, programme: ProgrammeService, log_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._log_file = log_file
        self._task: Task[Verification] | None = None
        self.button = KeyButton(self.tr("Vérifier le registre"), icon="check")
        self.button.clicked.connect(lambda *_: self.start())
        self.verdict = label("", Level.STRONG, wraps=True)
        self.detail = label("", Level.SMALL, wraps=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = ProgressStrip()
        promise = self.tr(
            "La vérification relit tout le fichier\u00a0: intégrité, liens, chaîne du journal."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(label(promise, Level.SOFT, wraps=True))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.progress)
        column.addWidget(self.verdict)
        column.addWidget(self.detail)

    def start(self) -> None:
        """Begin the check, unless it runs already."""
        if self._task is not None:
            return
        self.button.setEnabled(False)
        self._say("", "", None)
        # not a child: it outlives this screen when another registry is opened meanwhile
        task: Task[Verification] = Task(self._verified, QCoreApplication.instance())
        task.succeeded.connect(self._on_verified)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        self.progress.watch(task, self.tr("Vérification du registre…"))
        task.start()

    def _verified(self) -> Generator[Progress, None, Verification]:
        yield Progress(0, 1, translate("check", "Lecture du fichier…"))
        return self._programme.verify()

    def _say(self, verdict: str, detail: str, role: Role | None) -> None:
        self.verdict.setText(verdict)
        self.detail.setText(detail)
        set_role(self.verdict, role)

    def _on_verified(self, found: Verification) -> None:
        if found.is_sound:
            lines = counted(found.lines, "ligne")
            sentence = self.tr("✔ Registre intègre\u00a0: {lines} de journal, chaîne complète.")
            head = self.tr("Tête de la chaîne\u00a0: {head}").format(head=found.head)
            self._say(sentence.format(lines=lines), head, Role.GOOD)
            return
        problems = [*found.integrity_problems, *found.foreign_key_problems]
        if found.first_broken_line is not None:
            broken = self.tr("La chaîne du journal est rompue à la ligne {number}.")
            problems.insert(0, broken.format(number=found.first_broken_line))
        sentence = self.tr("✖ Registre abîmé\u00a0: n’écrivez plus dedans.")
        self._say(sentence, "\n".join(problems), Role.BAD)

    def _on_failed(self, error: Exception) -> None:
        show_error(self.window(), error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None
        self.button.setEnabled(True)
