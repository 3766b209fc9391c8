"""Qt's own words are French."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.theme.language import speak_french


def test_the_words_of_qt_are_french(qapp):
    french = speak_french(qapp)
    assert french is not None
    told = QCoreApplication.translate("QFileDialog", "File &name:")
    qapp.removeTranslator(french)
    assert told == "&Nom de fichier\u00a0:"
