"""How far a long work is, and the button that stops it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level


class ProgressStrip(QFrame):
    """A bar, the step just done, and « Annuler ». Hidden while nothing runs.

    Args:
        parent: Parent widget.
        may_cancel: Whether « Annuler » is there.

    Signals:
        cancel_requested: « Annuler » was pressed.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_cancel: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.BOTTOM.value)
        self._step = ElidedLabel("", Level.SOFT)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = KeyButton(self.tr("Annuler"), kind=Kind.GHOST)
        self._cancel.clicked.connect(self._on_cancel)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._step)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self._cancel.setVisible(may_cancel)
        self.hide()

    def watch(self, task: Task[Any], what: str) -> None:
        """Show a task until it is finished, and cancel it when asked."""
        self._step.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.cancel_requested.connect(task.cancel)
        task.progressed.connect(self.show_progress)
        task.finished.connect(self.hide)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._step.setText(progress.what)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._step.setText(self.tr("Arrêt en cours…"))
        self.cancel_requested.emit()
