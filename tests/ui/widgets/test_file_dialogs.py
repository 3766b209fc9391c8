"""Qt's own file dialog speaks French, whole."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from alize_desktop.ui.theme.language import speak_french as load_french
from alize_desktop.ui.widgets.file_dialogs import speak_french

MODE = QFileDialog.FileMode


@pytest.mark.parametrize(
    ("mode", "name"), [(MODE.ExistingFile, "&Nom de fichier"), (MODE.Directory, "&Dossier")]
)
def test_no_word_of_a_file_dialog_is_english(qapp, qtbot, mode, name):
    french = load_french(qapp)
    files = QFileDialog()
    qtbot.addWidget(files)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setFileMode(mode)
    speak_french(files).show()
    qapp.removeTranslator(french)
    labels = {each.text() for each in files.findChildren(QLabel)} - {""}
    assert {f"{name}\u00a0:", "&Dans\u00a0:", "&Type de fichiers\u00a0:"} == labels
    told = [each.text() or each.toolTip() for each in files.findChildren(QAbstractButton)]
    assert "Annuler" in told
    assert not {"Cancel", "&Open", "&Choose", "Back", "Parent Directory"} & set(told)
