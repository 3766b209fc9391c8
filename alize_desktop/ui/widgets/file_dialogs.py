"""File dialogs: made and opened alike, with a few words of French that Qt forgets."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate

_SUFFIX: Final = re.compile(r"\*\.(\w+)")


def file_to_write(
    parent: QWidget, title: str, kinds: Sequence[str] = (), folder: Path | None = None
) -> QFileDialog:
    """Return a dialog that asks where a file goes, to be opened with ``ask_then``.

    Args:
        parent: Window that it is asked from.
        title: What is to be written.
        kinds: Kinds of files, « Classeur Excel (*.xlsx) »: the name follows the one chosen.
        folder: Where it begins; None for where the last one was.
    """
    files = QFileDialog(parent, title, str(folder) if folder else "")
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    files.setFileMode(QFileDialog.FileMode.AnyFile)
    if kinds:
        files.setNameFilters(list(kinds))
        files.setDefaultSuffix(_suffix_of(kinds[0]))
        files.filterSelected.connect(partial(_take_suffix, files))
    return files


def ask_then(
    files: QFileDialog, on_chosen: Callable[[Path], object], name: str = ""
) -> QFileDialog:
    """Open a file dialog and return it at once; it goes when it is closed.

    Args:
        files: Its mode is set.
        on_chosen: Given the file or the folder that is chosen.
        name: Proposed for the file.
    """
    if name:
        files.selectFile(name)
    files.fileSelected.connect(lambda path: on_chosen(Path(path)))
    files.finished.connect(files.deleteLater)
    speak_french(files).open()
    return files


def speak_french(files: QFileDialog) -> QFileDialog:
    """Say the labels of a file dialog in French, once its mode is set; return it.

    The system's own dialog has its own words; Qt's shows these where there is none.
    """
    is_folder = files.fileMode() is QFileDialog.FileMode.Directory
    name = translate("files", "&Nom de fichier\u00a0:")
    if is_folder:
        name = translate("files", "&Dossier\u00a0:")
    labels = QFileDialog.DialogLabel
    files.setLabelText(labels.LookIn, translate("files", "&Dans\u00a0:"))
    files.setLabelText(labels.FileName, name)
    files.setLabelText(labels.FileType, translate("files", "&Type de fichiers\u00a0:"))
    return files


def _suffix_of(kind: str) -> str:
    found = _SUFFIX.search(kind)
    return found[1] if found else ""


def _take_suffix(files: QFileDialog, chosen: str) -> None:
    """Give the file the suffix of the kind that was chosen."""
    suffix = _suffix_of(chosen)
    files.setDefaultSuffix(suffix)
    for name in files.selectedFiles()[:1]:
        files.selectFile(Path(name).with_suffix(f".{suffix}").name)
