"""Registry files chosen in a dialog, or dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from alize_desktop.ui.widgets.file_dialogs import ask_then

translate = QCoreApplication.translate

SUFFIX = ".alize"


def registry_filter() -> str:
    """Return the filter of file dialogs."""
    return translate("registry_files", "Registre Alizé (*.alize)")


def choose_registry(
    parent: QWidget, folder: Path, on_chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for an existing registry and return at once.

    Args:
        parent: Window that asks.
        folder: Where the dialog begins.
        on_chosen: Called with the file, if one is chosen.

    Returns:
        The dialog, already open.
    """
    files = QFileDialog(parent, translate("registry_files", "Ouvrir un registre"), str(folder))
    files.setNameFilter(registry_filter())
    files.setFileMode(QFileDialog.FileMode.ExistingFile)
    return ask_then(files, on_chosen)


class RegistryDrop(QObject):
    """Lets a registry file be dropped on a window.

    Signals:
        dropped: Arg: the path of the registry.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # a file that enters is one too
            return super().eventFilter(watched, event)
        path = registry_in(event.mimeData())
        if path is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def registry_in(data: QMimeData) -> Path | None:
    """Return the first registry among what is dragged, None when there is none."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((each for each in files if each.suffix.lower() == SUFFIX), None)
