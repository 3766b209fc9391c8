import csv
import io

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.ui.theme.theme import Scheme


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def count(services):
    return services.dossiers.search(DossierQuery()).totals.count


def words_in(widget):
    return plain(" ".join(each.text() for each in widget.findChildren(QLabel)))


def box_of(dialog):
    return next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())


def test_enter_presses_the_button_that_has_the_ring(dialog, read, sample, qtbot):
    read(dialog, sample)
    buttons = [each for each in dialog.preview.findChildren(QPushButton) if each.isVisible()]
    other = next(each for each in buttons if each is not dialog.preview.accept)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        other.setFocus()
        with qtbot.waitSignal(other.clicked):
            QTest.keyClick(other, key)
    assert dialog.step is dialog.preview


def test_a_workbook_is_seen_before_anything_is_written(dialog, read, services, sample):
    read(dialog, sample)
    assert dialog.step is dialog.preview
    summary = plain(dialog.preview.summary.text())
    assert summary == "24 dossiers, 18 membres et 12 partenaires prêts ; 0 ligne refusée."
    assert dialog.preview.accept.label() == "Importer les 24 dossiers"
    assert dialog.preview.ready.rowCount() == 24
    assert dialog.preview.tabs.current() == "ready"
    assert not dialog.preview.copy.isVisible()
    assert count(services) == 0


def test_accepting_writes_everything_and_says_so(qtbot, dialog, read, services, sample, bus):
    read(dialog, sample)
    with (
        qtbot.waitSignal(bus.changed, timeout=30_000) as said,
        qtbot.waitSignal(dialog.imported, timeout=30_000),
    ):
        qtbot.mouseClick(dialog.preview.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._task is None)
    assert count(services) == 24
    assert len(services.people.members()) == 18
    changes = said.args[0]
    assert len(changes.dossiers) == 24
    assert dialog.step is dialog.done_step
    sentence = plain(dialog.done_step.sentence.text())
    assert sentence == "C’est fait : 24 dossiers, 18 membres et 12 partenaires dans le registre."
    assert not dialog.done_step.rest.text()
    qtbot.mouseClick(dialog.done_step.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_refused_rows_are_told_and_left_out(
    dialog, read, finished, services, workbook, good, wrong, qtmodeltester
):
    read(dialog, workbook(good, wrong))
    preview = dialog.preview
    qtmodeltester.check(preview.refused)
    assert preview.tabs.current() == "refused"
    cells = [preview.refused.index(0, column).data() for column in range(4)]
    assert cells[:3] == ["Dossiers", "3", "SIREN"]
    assert "SIREN" in cells[3]
    assert preview.accept.label() == "Importer la ligne valide"
    finished(dialog, dialog.write)
    assert count(services) == 1
    assert plain(dialog.done_step.rest.text()) == "Une ligne refusée n’a pas été importée."


def test_unknown_columns_and_missing_sheets_are_told(dialog, read, workbook, good):
    read(dialog, workbook(good))
    said = plain(dialog.preview.remarks.text())
    assert "pas de feuille « Membres » ni « Partenaires »" in said
    assert "gardées à part dans chaque dossier : « Couleur »" in said


def test_nothing_to_import_cannot_be_accepted(dialog, read, services, workbook, wrong):
    read(dialog, workbook(wrong))
    assert plain(dialog.preview.summary.text()) == "Rien à importer : 1 ligne refusée."
    assert not dialog.preview.accept.isEnabled()
    dialog.preview.tabs.requested.emit("ready")
    assert "Aucun dossier à importer." in words_in(dialog.preview)


def test_no_refused_row_is_a_sentence(dialog, read, workbook, good):
    read(dialog, workbook(good))
    dialog.preview.tabs.requested.emit("refused")
    assert "Aucune ligne refusée." in words_in(dialog.preview)


def test_refused_rows_are_copied_as_they_are_shown(qtbot, dialog, read, workbook, wrong, good):
    read(dialog, workbook(good, wrong, (*wrong[:2], "1", *wrong[3:])))
    qtbot.mouseClick(dialog.preview.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Feuille\tLigne\tColonne\tMotif"
    assert len(lines) > 2
    dialog.preview._refused_table.selectRow(0)
    dialog.preview.copy_refused()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_the_list_of_refused_rows_is_saved_for_excel(
    qtbot, dialog, read, workbook, wrong, tmp_path
):
    read(dialog, workbook(wrong))
    qtbot.mouseClick(dialog.preview.save, Qt.MouseButton.LeftButton)
    files = next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())
    files.fileSelected.emit(str(tmp_path / "refus.csv"))
    files.done(1)
    content = (tmp_path / "refus.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Feuille", "Ligne", "Colonne", "Motif"]
    assert rows[1][:3] == ["Dossiers", "2", "SIREN"]


def test_a_list_that_cannot_be_saved_is_told(dialog, read, workbook, wrong, tmp_path):
    dialog.save_refused(tmp_path / "x.csv")
    read(dialog, workbook(wrong))
    dialog.save_refused(tmp_path / "no" / "x.csv")
    assert box_of(dialog).text()
    assert not (tmp_path / "x.csv").exists()


def test_a_file_that_is_no_workbook_is_told_and_another_can_be_chosen(
    qtbot, dialog, read, services, tmp_path, workbook, good
):
    broken = tmp_path / "texte.xlsx"
    broken.write_text("bonjour")
    read(dialog, broken)
    assert dialog.step is dialog.choosing
    assert box_of(dialog).text()
    box_of(dialog).accept()
    read(dialog, workbook(good))
    assert dialog.step is dialog.preview


def test_a_write_that_fails_writes_nothing_and_comes_back(
    dialog, read, finished, services, sample, monkeypatch
):
    read(dialog, sample)

    def full(_content):
        raise UserError(ErrorCode.DISK_FULL, path="/")

    monkeypatch.setattr(services.importing, "accept", full)
    finished(dialog, dialog.write)
    assert dialog.step is dialog.preview
    assert box_of(dialog).text()
    assert count(services) == 0


def test_a_workbook_is_chosen_from_a_dialog(qtbot, dialog, finished, workbook, good):
    qtbot.mouseClick(dialog.choosing.choose, Qt.MouseButton.LeftButton)
    files = next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())
    finished(dialog, lambda: files.fileSelected.emit(str(workbook(good))))
    assert dialog.step is dialog.preview
    files.done(1)


def test_another_workbook_can_be_chosen_after_a_look(qtbot, dialog, read, workbook, good):
    read(dialog, workbook(good))
    qtbot.mouseClick(dialog.preview.other, Qt.MouseButton.LeftButton)
    assert any(each.isVisible() for each in dialog.findChildren(QFileDialog))


def dropped(kind, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none)
    event.data = data  # the event does not keep it
    return event


def test_one_file_is_dropped_never_a_folder_or_two(
    qtbot, dialog, finished, workbook, good, tmp_path
):
    path = workbook(good)
    for refused in ([tmp_path], [path, path]):
        entering = dropped(QDragEnterEvent, refused)
        entering.ignore()
        dialog.choosing.dragEnterEvent(entering)
        assert not entering.isAccepted()
    entering = dropped(QDragEnterEvent, [path])
    dialog.choosing.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.assertNotEmitted(dialog.choosing.file_dropped):
        dialog.choosing.dropEvent(dropped(QDropEvent, [tmp_path]))
    finished(dialog, lambda: dialog.choosing.dropEvent(dropped(QDropEvent, [path])))
    assert dialog.step is dialog.preview


def test_reading_is_stopped_by_escape_and_forgotten(qtbot, dialog, sample, services):
    dialog.read(sample)
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._task is None, timeout=30_000)
    assert dialog.step is dialog.choosing
    dialog.reject()
    assert not dialog.isVisible()


def test_closing_the_window_while_it_reads_stops_the_reading_first(qtbot, dialog, sample):
    dialog.read(sample)
    event = QCloseEvent()
    dialog.closeEvent(event)
    assert not event.isAccepted()
    qtbot.waitUntil(lambda: dialog._task is None, timeout=30_000)
    event = QCloseEvent()
    dialog.closeEvent(event)
    assert event.isAccepted()


def test_writing_cannot_be_interrupted_nor_asked_twice(qtbot, dialog, read, services, sample):
    read(dialog, sample)
    dialog.write()
    dialog.write()
    dialog.reject()
    dialog.waiting.cancel_requested.emit()
    qtbot.waitUntil(lambda: dialog._task is None, timeout=30_000)
    assert dialog.step is dialog.done_step
    assert count(services) == 24


def test_writing_before_a_look_does_nothing(dialog):
    dialog.write()
    assert dialog.step is dialog.choosing


@pytest.fixture
def books(workbook, good, wrong, sample):
    return workbook(good, wrong), sample


@pytest.fixture(params=[(Scheme.LIGHT, 100), (Scheme.DARK, 100), (Scheme.LIGHT, 130)])
def dressed(theme, request):
    theme.set_scheme(request.param[0])
    theme.set_text_scale(request.param[1])
    return "{}-{}".format(*request.param)


def test_the_dialog_is_seen(qtbot, dressed, dialog, read, finished, grab, books):
    faulty, sample = books
    grab(dialog, f"import-choose-{dressed}")
    read(dialog, faulty)
    qtbot.wait(20)
    grab(dialog, f"import-refused-{dressed}")
    read(dialog, sample)
    qtbot.wait(20)
    grab(dialog, f"import-preview-{dressed}")
    finished(dialog, dialog.write)
    qtbot.wait(20)
    grab(dialog, f"import-done-{dressed}")
    assert dialog.step is dialog.done_step
