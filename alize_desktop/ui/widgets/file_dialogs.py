"""What Qt's own file dialog forgets: a few words of French, the suffix of the kind chosen."""

import re
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

translate = QCoreApplication.translate

_SUFFIX: Final = re.compile(r"\*\.(\w+)")


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


def offer_kinds(files: QFileDialog, kinds: list[str]) -> None:
    """Offer kinds of files, « Classeur Excel (*.xlsx) »: the name follows the one chosen."""
    files.setNameFilters(kinds)
    _take_suffix(files, kinds[0])
    files.filterSelected.connect(partial(_take_suffix, files))


def _take_suffix(files: QFileDialog, chosen: str) -> None:
    """Give the file the suffix of the kind that was chosen."""
    found = _SUFFIX.search(chosen)
    suffix = found[1] if found else ""
    files.setDefaultSuffix(suffix)
    for name in files.selectedFiles()[:1]:
        files.selectFile(Path(name).with_suffix(f".{suffix}").name)
