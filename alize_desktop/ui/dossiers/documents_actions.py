"""What can be done with the documents of a dossier: add, open, save as, remove.

A document may weigh 50 MB, so everything that reads or writes one is a task.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.files import write_atomic
from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.dossiers import DocumentRow
from alize_desktop.services.dossiers import DossierService
from alize_desktop.ui.dossiers.panes.documents import DocumentsPane
from alize_desktop.ui.dossiers.running import Running
from alize_desktop.ui.tasks import Work
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write, speak_french

Opener = Callable[[QUrl], bool]

_RUNS: Final = frozenset(
    [
        *(".app", ".bat", ".cmd", ".com", ".cpl", ".desktop", ".exe", ".hta", ".jar", ".js"),
        *(".jse", ".lnk", ".msi", ".ps1", ".py", ".reg", ".scr", ".sh", ".url", ".vb", ".vbe"),
        *(".vbs", ".wsf"),
    ]
)
"""Files that a system runs instead of showing them: never opened from here."""


class DocumentsActions(QObject):
    """Does what the pane of documents asks, for the dossier that is shown.

    Args:
        dossiers: Reads and writes documents.
        running: Runs the long part, and shows it.
        window: Parent of the dialogs, and of this object.
        opener: Shows a file with the program the system has for it.

    Signals:
        written: Documents were added or removed. Arg: the ``Changes``.
        refused: Something cannot be done. Arg: the sentence.
    """

    written = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        dossiers: DossierService,
        running: Running,
        window: QWidget,
        opener: Opener = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._dossiers = dossiers
        self._running = running
        self._window = window
        self._opener = opener
        self._dossier_id: UUID | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._waiting: deque[tuple[UUID, tuple[Path, ...]]] = deque()
        running.idle.connect(self._add_waiting)

    def serve(self, pane: DocumentsPane) -> None:
        """Listen to a pane."""
        pane.add_requested.connect(self.choose_files)
        pane.files_dropped.connect(self.add)
        pane.open_requested.connect(self.open)
        pane.save_requested.connect(self.choose_place)
        pane.remove_requested.connect(self.ask_remove)

    def set_dossier(self, dossier_id: UUID | None) -> None:
        """Work on another dossier from now on."""
        self._dossier_id = dossier_id

    def choose_files(self) -> None:
        """Ask which files to add."""
        dialog = QFileDialog(self._window, self.tr("Ajouter des pièces"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.finished.connect(dialog.deleteLater)
        speak_french(dialog).open()

    def add(self, paths: Sequence[Path]) -> None:
        """Copy files into the registry, after the work that runs if there is one."""
        if self._dossier_id is not None and paths:
            self._waiting.append((self._dossier_id, tuple(paths)))
            self._add_waiting()

    def open(self, document_id: UUID) -> None:
        """Write a document to a temporary folder and let the system show it."""
        folder = self._temporary_folder()
        work = partial(_opening, self._dossiers, document_id, folder)
        self._start(work, self.tr("Ouverture de la pièce…"), self._show)

    def choose_place(self, row: DocumentRow) -> None:
        """Ask where to write a copy of a document."""
        files = file_to_write(self._window, self.tr("Enregistrer la pièce"))
        ask_then(files, partial(self.save_copy, row.id), row.name)

    def save_copy(self, document_id: UUID, path: Path) -> None:
        """Write a copy of a document."""
        work = partial(_copying, self._dossiers, document_id, path)
        self._start(work, self.tr("Copie de la pièce…"), _nothing)

    def ask_remove(self, row: DocumentRow) -> None:
        """Ask before taking a document off its dossier."""
        confirm(
            self._window,
            self.tr("Retirer la pièce « {name} » de ce dossier ?").format(name=row.name),
            self.tr("Retirer"),
            partial(self._remove, row.id),
            detail=self.tr(
                "Vous ne pourrez pas la remettre. Le journal garde la trace du retrait."
            ),
        )

    def _remove(self, document_id: UUID) -> None:
        work = partial(_removing, self._dossiers, document_id)
        self._start(work, self.tr("Retrait de la pièce…"), self.written.emit)

    def _start(self, work: Work[Any], what: str, on_done: Callable[[Any], None]) -> None:
        if not self._running.start(work, what, on_done):
            self.refused.emit(
                self.tr(
                    "Un travail est déjà en cours sur ce dossier\u00a0: recommencez quand il sera fini."
                )
            )

    def _add_waiting(self) -> None:
        if self._waiting and not self._running.is_busy:
            work = partial(_attaching, self._dossiers, *self._waiting.popleft())
            self._running.start(work, self.tr("Ajout des pièces…"), self.written.emit)

    def _show(self, path: Path) -> None:
        if path.suffix.lower() in _RUNS:
            sentence = self.tr(
                "« {name} » est un programme : il ne s’ouvre pas d’ici. Enregistrez-le si vous en avez besoin."
            )
            self.refused.emit(sentence.format(name=path.name))
        elif not self._opener(QUrl.fromLocalFile(str(path))):
            sentence = self.tr("Aucun logiciel de cet ordinateur n’ouvre « {name} ».")
            self.refused.emit(sentence.format(name=path.name))

    def _temporary_folder(self) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="alize-")
            self.destroyed.connect(self._folder.cleanup)
        return Path(self._folder.name)

    def _on_files_selected(self, names: list[str]) -> None:
        self.add([Path(name) for name in names])


def _attaching(
    dossiers: DossierService, dossier_id: UUID, paths: tuple[Path, ...]
) -> Generator[Progress, None, Changes]:
    for number, path in enumerate(paths):
        yield Progress(number, len(paths), path.name)
        dossiers.attach(dossier_id, path)
    return Changes(dossiers=frozenset({dossier_id}))


def _opening(
    dossiers: DossierService, document_id: UUID, folder: Path
) -> Generator[Progress, None, Path]:
    yield Progress(0, 1, "")
    row, content = dossiers.document(document_id)
    place = folder / str(row.id)
    place.mkdir(exist_ok=True)
    path = place / Path(row.name).name
    write_atomic(path, content)
    return path


def _copying(
    dossiers: DossierService, document_id: UUID, path: Path
) -> Generator[Progress, None, Path]:
    yield Progress(0, 1, path.name)
    _, content = dossiers.document(document_id)
    write_atomic(path, content)
    return path


def _removing(dossiers: DossierService, document_id: UUID) -> Generator[Progress, None, Changes]:
    yield Progress(0, 1, "")
    return dossiers.remove_document(document_id)


def _nothing(_result: object) -> None:
    """Do nothing more: the file is there."""
