"""A file to name: typed, or chosen in a dialog."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.file_dialogs import speak_french


class FileField(QWidget):
    """A line for the path of a file, and a button that chooses it.

    Args:
        text: Label of the line.
        title: Of the dialog.
        kinds: Files that the dialog shows.
        parent: Parent widget.

    Signals:
        chosen: A file was chosen in the dialog.
    """

    chosen = Signal()

    def __init__(self, text: str, title: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._kinds = kinds
        self.field = TextField(text, required=True)
        choose = KeyButton(self.tr("Choisir…"))
        choose.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.related)
        row.addWidget(self.field, 1)
        row.addWidget(choose)
        row.setAlignment(choose, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self.field)

    def path(self) -> Path | None:
        """Return the file that is named; None when the line is empty, which is said."""
        return Path(self.field.value()) if self.field.commit() and self.field.value() else None

    def ask(self) -> QFileDialog:
        """Ask for the file, and return at once."""
        typed = self.field.value()
        files = QFileDialog(self.window(), self._title, str(Path(typed).parent) if typed else "")
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilter(self._kinds)
        files.fileSelected.connect(self._on_chosen)
        files.finished.connect(files.deleteLater)
        speak_french(files).open()
        return files

    def _on_chosen(self, path: str) -> None:
        self.field.set_value(path)
        self.chosen.emit()
