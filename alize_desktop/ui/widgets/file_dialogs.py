"""The few words of Qt's own file dialog that its French translation forgets."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

translate = QCoreApplication.translate


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
