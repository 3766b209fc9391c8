"""The words that Qt itself shows, in French: file dialogs, menus of a text field."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication


def speak_french(application: QApplication) -> QTranslator | None:
    """Install Qt's own French words and return them; None when they are not shipped here."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_fr", folder):
        return None
    application.installTranslator(translator)
    return translator
