from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox


@pytest.fixture
def opened(desk):
    """The desk on a dossier's documents; what the system is asked to show is noted."""
    desk.open("2026-002")
    desk.editor.panes.show_pane("documents")
    desk.shown = []
    desk.screen.side.documents._opener = lambda url: desk.shown.append(url) or True
    return desk


def documents(desk):
    return desk.services.dossiers.detail(desk.id_of("2026-002")).documents


@pytest.fixture
def attached(qtbot, opened, tmp_path):
    """One document in the registry."""
    file = tmp_path / "Extrait Kbis.pdf"
    file.write_bytes(b"%PDF-1.7 essai")
    with qtbot.waitSignal(opened.screen.side.documents.written):
        opened.screen.side.documents.add([file])
    return opened


def test_files_are_added_from_a_dialog(qtbot, opened, dialog_of, tmp_path):
    file = tmp_path / "Comptes 2025.pdf"
    file.write_bytes(b"%PDF-")
    opened.screen.side.documents.choose_files()
    dialog = dialog_of(opened.screen, QFileDialog)
    with qtbot.waitSignal(opened.bus.changed) as said:
        dialog.filesSelected.emit([str(file)])
    assert [row.name for row in documents(opened)] == ["Comptes 2025.pdf"]
    assert said.args[0].dossiers == {opened.id_of("2026-002")}
    assert opened.editor.panes.pane("documents").model.rowCount() == 1
    assert "Pièces 1" in opened.editor.panes.tabs.bar.tabText(6)


def test_files_dropped_while_others_are_added_come_after_them(qtbot, opened, tmp_path):
    files = [tmp_path / f"Pièce {number}.pdf" for number in (1, 2, 3)]
    for each in files:
        each.write_bytes(each.name.encode())
        opened.screen.side.documents.add([each])
    qtbot.waitUntil(lambda: len(documents(opened)) == len(files))
    qtbot.waitUntil(lambda: not opened.screen.side.running.is_busy)
    assert {row.name for row in documents(opened)} == {each.name for each in files}


def test_another_work_asked_meanwhile_is_refused_in_a_sentence(qtbot, attached, tmp_path):
    side, row = attached.screen.side, documents(attached)[0]
    with qtbot.waitSignal(side.running.idle):
        side.documents.open(row.id)
        side.documents.save_copy(row.id, tmp_path / "copie.pdf")
    assert "déjà en cours" in attached.editor.banner.sentence()
    assert not (tmp_path / "copie.pdf").exists()


def test_nothing_is_added_without_a_dossier_or_a_file(opened):
    opened.screen.side.documents.add([])
    opened.screen.side.documents.set_dossier(None)
    opened.screen.side.documents.add([Path("x")])
    assert not opened.screen.side.running.is_busy


def test_a_file_that_cannot_be_read_is_told(qtbot, opened, dialog_of, tmp_path):
    with qtbot.waitSignal(opened.screen.side.running.idle):
        opened.screen.side.documents.add([tmp_path / "absent.pdf"])
    assert dialog_of(opened.screen, QMessageBox).text()
    assert not documents(opened)


def test_a_document_is_opened_from_a_copy(qtbot, attached):
    row = documents(attached)[0]
    with qtbot.waitSignal(attached.screen.side.running.idle):
        attached.editor.panes.pane("documents").open_requested.emit(row.id)
    path = Path(attached.shown[0].toLocalFile())
    assert path.name == "Extrait Kbis.pdf"
    assert path.read_bytes() == b"%PDF-1.7 essai"
    with qtbot.waitSignal(attached.screen.side.running.idle):
        attached.screen.side.documents.open(row.id)
    assert attached.shown[1] == attached.shown[0]


def test_a_document_that_no_program_opens_is_told(qtbot, attached):
    attached.screen.side.documents._opener = lambda _url: False
    with qtbot.waitSignal(attached.screen.side.documents.refused):
        attached.screen.side.documents.open(documents(attached)[0].id)
    assert "Aucun logiciel" in attached.editor.banner.sentence()


def test_a_program_is_never_started_from_here(qtbot, opened, tmp_path):
    file = tmp_path / "facture.PDF.exe"
    file.write_bytes(b"MZ")
    with qtbot.waitSignal(opened.screen.side.documents.written):
        opened.screen.side.documents.add([file])
    with qtbot.waitSignal(opened.screen.side.documents.refused):
        opened.screen.side.documents.open(documents(opened)[0].id)
    assert not opened.shown
    assert "est un programme" in opened.editor.banner.sentence()


def test_a_copy_is_saved_where_the_user_says(qtbot, attached, dialog_of, tmp_path):
    row = documents(attached)[0]
    attached.screen.side.documents.choose_place(row)
    dialog = dialog_of(attached.screen, QFileDialog)
    place = tmp_path / "copie.pdf"
    with qtbot.waitSignal(attached.screen.side.running.idle):
        dialog.fileSelected.emit(str(place))
    assert place.read_bytes() == b"%PDF-1.7 essai"


def test_a_document_is_removed_after_a_question(qtbot, attached, dialog_of, press):
    row = documents(attached)[0]
    attached.screen.side.documents.ask_remove(row)
    press(dialog_of(attached.screen, QMessageBox), "Annuler")
    assert documents(attached)
    attached.screen.side.documents.ask_remove(row)
    with qtbot.waitSignal(attached.screen.side.documents.written):
        press(dialog_of(attached.screen, QMessageBox), "Retirer")
    assert not documents(attached)
    attached.editor.panes.show_pane("journal")
    journal = attached.editor.panes.pane("journal").model
    assert journal.index(0, 2).data() == "Pièce retirée"


def test_what_is_typed_stays_while_a_document_is_added(qtbot, opened, tmp_path):
    opened.type("company.town", "Beaune")
    file = tmp_path / "Kbis.pdf"
    file.write_bytes(b"%PDF-")
    with qtbot.waitSignal(opened.screen.side.documents.written):
        opened.screen.side.documents.add([file])
    assert opened.field("company.town").edit.text() == "Beaune"
    assert opened.editor.save()


def test_an_url_is_what_the_system_is_asked_to_show(qtbot, attached):
    with qtbot.waitSignal(attached.screen.side.running.idle):
        attached.screen.side.documents.open(documents(attached)[0].id)
    assert isinstance(attached.shown[0], QUrl)
