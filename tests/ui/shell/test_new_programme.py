"""A new programme: what is typed, the file, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.ui.shell.new_programme import NewProgrammeDialog, file_name, with_suffix


@pytest.fixture
def dialog(qtbot, bare_window, tmp_path):
    dialog = NewProgrammeDialog(tmp_path / "Alizé", tmp_path / "log", bare_window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.basin.focus_control()
    yield dialog
    dialog.done(0)


@pytest.fixture
def chosen(dialog):
    heard = []
    dialog.chosen.connect(lambda *arguments: heard.append(arguments))
    return heard


def files_of(dialog):
    return dialog.findChildren(QFileDialog)


def test_enter_in_a_field_asks_for_the_file(dialog, tmp_path):
    QTest.keyClicks(dialog.basin.edit, "Vosges")
    QTest.keyClick(dialog.basin.edit, Qt.Key.Key_Return)
    (files,) = files_of(dialog)
    assert Path(files.selectedFiles()[0]) == tmp_path / "Alizé" / "Vosges.alize"
    assert files.testOption(QFileDialog.Option.DontConfirmOverwrite)


def test_a_basin_without_a_name_is_refused_at_its_field(dialog):
    QTest.keyClick(dialog.basin.edit, Qt.Key.Key_Return)
    assert dialog.basin.error() == "Ce champ est obligatoire."
    assert dialog.basin.edit.hasFocus()
    assert files_of(dialog) == []


def test_a_negative_fund_is_refused_at_its_field(dialog):
    QTest.keyClicks(dialog.basin.edit, "Vosges")
    dialog.fund.focus_control()
    QTest.keyClicks(dialog.fund.edit, "-5")
    QTest.keyClick(dialog.fund.edit, Qt.Key.Key_Return)
    assert "négatif" in dialog.fund.error()
    assert files_of(dialog) == []


def test_the_programme_is_what_was_typed(dialog, chosen, tmp_path):
    QTest.keyClicks(dialog.basin.edit, "  Vosges ")
    QTest.keyClicks(dialog.operator.edit, "CCI")
    QTest.keyClicks(dialog.fund.edit, "90 000")
    QTest.keyClick(dialog.fund.edit, Qt.Key.Key_Return)
    files_of(dialog)[0].fileSelected.emit(str(tmp_path / "v.alize"))
    wanted = Programme("Vosges", "CCI", fund_amount=Money(90_000_00))
    assert chosen == [(tmp_path / "v.alize", wanted)]
    assert dialog.isVisible()  # until the registry is made


def test_an_existing_file_is_never_overwritten(dialog, chosen, tmp_path, boxes):
    taken = tmp_path / "v.alize"
    taken.write_text("précieux")
    dialog.choose_file(taken)
    assert "existe déjà" in boxes(dialog)[0].text
    assert chosen == []
    assert taken.read_text() == "précieux"


def test_a_file_is_taken_under_the_name_it_will_have(dialog, chosen, tmp_path, boxes):
    (tmp_path / "v2.0.alize").touch()
    dialog.choose_file(tmp_path / "v2.0")
    assert "existe déjà" in boxes(dialog)[0].text
    assert chosen == []


def test_a_folder_that_cannot_be_made_is_said(dialog, tmp_path, boxes):
    (tmp_path / "Alizé").write_text("un fichier")
    QTest.keyClicks(dialog.basin.edit, "Vosges")
    QTest.keyClick(dialog.basin.edit, Qt.Key.Key_Return)
    assert "Impossible d’écrire" in boxes(dialog)[0].text
    assert files_of(dialog) == []


def test_enter_on_the_cancel_button_cancels(qtbot, dialog):
    dialog.fund.focus_control()
    QTest.keyClick(dialog.fund.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Annuler"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _is_open(dialog))


def _is_open(dialog):
    try:
        return dialog.isVisible()
    except RuntimeError:  # deleted once closed
        return False


@pytest.mark.dressed
def test_nothing_is_cut_in_large_text(qtbot, dialog, preferences, clipped):
    preferences.set(replace(preferences.settings, text_scale=130))
    qtbot.wait(1)
    assert clipped(dialog) == []


@pytest.mark.parametrize(
    ("basin", "name"),
    [
        ("Côte-d’Or", "Côte-d’Or.alize"),
        ("Vosges/Meuse : nord?", "Vosges-Meuse - nord.alize"),
        ("CON", "Programme CON.alize"),
        ("...", "Programme.alize"),
        ("Toul. ", "Toul.alize"),
    ],
)
def test_a_basin_gives_a_file_name_every_system_accepts(basin, name):
    assert file_name(basin) == name


@given(st.text(max_size=200))
def test_whatever_the_basin_the_file_name_is_possible(basin):
    name = file_name(basin)
    assert name.endswith(".alize")
    assert not set(name) & set('\\/:*?"<>|\n\t\x00')
    assert 0 < len(name.removesuffix(".alize").strip(" .")) <= 90


@pytest.mark.parametrize(
    ("typed", "taken"), [("a", "a.alize"), ("a.ALIZE", "a.ALIZE"), ("v2.0", "v2.0.alize")]
)
def test_the_suffix_is_added_when_it_is_not_there(typed, taken):
    assert with_suffix(Path(typed)) == Path(taken)
