from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout, QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.dossiers.screen import DossierScreen


def test_an_empty_registry_says_what_to_do_first(qtbot, open_desk):
    desk = open_desk()
    empty = desk.screen._empty
    assert empty.isVisible()
    with qtbot.waitSignal(desk.screen.import_requested):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.screen.demonstration_requested):
        qtbot.mouseClick(empty.second, Qt.MouseButton.LeftButton)


def test_the_first_dossier_may_be_typed_without_any_workbook(qtbot, open_desk):
    desk = open_desk()
    desk.screen.activateWindow()
    qtbot.waitUntil(desk.screen.isActiveWindow)
    qtbot.keyClick(desk.screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen.editor.is_new
    assert not desk.screen._empty.isVisible()


def test_the_first_dossier_takes_the_place_of_the_empty_sentence(qtbot, open_desk):
    desk = open_desk()
    desk.screen.new_dossier()
    assert not desk.screen._empty.isVisible()
    desk.type("company.name", "Verrerie")
    desk.type("company.siren", "999449390")
    with qtbot.waitSignal(desk.screen.count_changed) as said:
        assert desk.editor.save()
    assert said.args == [1]
    assert not desk.screen._empty.isVisible()


def test_a_change_made_elsewhere_is_shown(qtbot, desk):
    desk.open("2026-002")
    dossier_id = desk.id_of("2026-002")
    changes = desk.services.dossiers.change_state(dossier_id, DossierState.UNDER_APPRAISAL)
    desk.bus.changed.emit(changes, None)
    assert desk.editor.header.pill.text() == "En instruction"
    row = desk.browser.model.row_of(dossier_id)
    assert desk.browser.model.record(row).state is DossierState.UNDER_APPRAISAL


def test_its_own_changes_and_those_of_other_rooms_are_not_read_again(desk, max_queries):
    changes = Changes(dossiers=frozenset({desk.id_of("2026-002")}))
    with max_queries(0):
        desk.bus.changed.emit(Changes(people=True), None)
        desk.bus.changed.emit(changes, desk.screen)


def test_a_change_made_elsewhere_keeps_what_is_typed(desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.screen.refresh()
    assert desk.field("company.town").edit.text() == "Beaune"
    assert desk.editor.is_dirty


def test_choosing_in_the_list_shows_the_dossier(qtbot, desk):
    desk.browser.table.choose(desk.id_of("2026-004"))
    assert desk.editor.detail.sheet.number == "2026-004"
    desk.browser.table.setFocus()
    qtbot.keyClick(desk.browser.table, Qt.Key.Key_Down)
    assert desk.editor.detail.sheet.number == "2026-005"
    assert desk.editor.header.title.text() == "Textiles Œillet"


def test_enter_goes_to_the_panes_and_escape_comes_back(qtbot, desk):
    desk.browser.table.choose(desk.id_of("2026-004"))
    desk.browser.table.setFocus()
    qtbot.keyClick(desk.browser.table, Qt.Key.Key_Return)
    assert desk.field("company.name").edit.hasFocus()
    desk.keys(desk.field("company.name").edit, "Esc")
    assert desk.browser.table.hasFocus()


def test_enter_goes_to_the_tabs_of_a_dossier_that_cannot_be_typed_in(qtbot, desk):
    desk.services.dossiers.change_state(desk.id_of("2026-004"), DossierState.WITHDRAWN, "non")
    desk.screen.refresh()
    desk.browser.table.choose(desk.id_of("2026-004"))
    desk.browser.table.row_opened.emit(desk.id_of("2026-004"))
    assert desk.editor.panes.tabs.bar.hasFocus()


def test_ctrl_f_searches_and_escape_clears(qtbot, desk):
    desk.browser.table.setFocus()
    desk.keys(desk.browser.table, "Ctrl+F")
    assert desk.screen.search_field.hasFocus()
    desk.screen.set_search("menuiserie")
    assert desk.browser.model.rowCount() == 1
    desk.browser.table.setFocus()
    desk.keys(desk.browser.table, "Esc")
    assert desk.browser.model.rowCount() == 12


def test_another_dossier_is_not_shown_before_what_is_typed_is_settled(
    qtbot, desk, dialog_of, press
):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.browser.table.choose(desk.id_of("2026-004"))
    box = dialog_of(desk.screen, QMessageBox)
    qtbot.waitUntil(lambda: desk.browser.table.chosen() == desk.id_of("2026-002"))
    press(box, "Rester")
    assert desk.editor.detail.sheet.number == "2026-002"
    desk.browser.table.choose(desk.id_of("2026-004"))
    press(dialog_of(desk.screen, QMessageBox), "Enregistrer")
    assert desk.editor.detail.sheet.number == "2026-004"
    qtbot.waitUntil(lambda: desk.browser.table.chosen() == desk.id_of("2026-004"))


def test_a_dossier_that_is_gone_is_told(desk, dialog_of):
    desk.screen.show_dossier(UUID(int=1))
    assert dialog_of(desk.screen, QMessageBox).text()


def test_the_splitter_is_remembered(qtbot, desk, tools):
    desk.screen._splitter.setSizes([500, 680])
    desk.screen._on_splitter_moved(500, 1)
    again = DossierScreen(tools)
    qtbot.addWidget(again)
    again.resize(1182, 688)
    again.show()
    qtbot.waitExposed(again)
    assert abs(again._splitter.sizes()[0] - 500) < 30


def test_the_list_gives_way_before_the_panes(qtbot, desk):
    wide = desk.screen._splitter.sizes()
    desk.screen.resize(1000, 688)
    qtbot.waitUntil(lambda: sum(desk.screen._splitter.sizes()) < 1000)
    narrow = desk.screen._splitter.sizes()
    assert wide[1] - narrow[1] <= 1
    assert wide[0] - narrow[0] > 150


def test_the_search_field_may_stand_in_another_place(qtbot, desk):
    top = QWidget()
    qtbot.addWidget(top)
    QVBoxLayout(top).addWidget(desk.screen.search_field)
    desk.screen.search_field.searched.emit("menuiserie")
    assert desk.browser.model.rowCount() == 1


def test_the_schedule_is_exported_where_the_user_says(qtbot, desk, dialog_of, tmp_path):
    desk.open("2026-002")
    desk.editor.panes.show_pane("schedule")
    qtbot.mouseClick(desk.editor.panes.pane("schedule").export, Qt.MouseButton.LeftButton)
    dialog = dialog_of(desk.screen, QFileDialog)
    path = tmp_path / "échéancier.xlsx"
    with qtbot.waitSignal(desk.screen.side.schedule_export.exported, timeout=20_000):
        dialog.fileSelected.emit(str(path))
        dialog.done(1)
    assert path.stat().st_size > 1000
    assert desk.editor.toast.text() == "Échéancier enregistré"


def test_a_schedule_that_cannot_be_written_is_told(qtbot, desk, dialog_of, tmp_path):
    desk.open("2026-002")
    with qtbot.waitSignal(desk.screen.side.running.idle, timeout=20_000):
        desk.screen.side.schedule_export.export(desk.id_of("2026-002"), tmp_path / "no" / "e.xlsx")
    assert dialog_of(desk.screen, QMessageBox).text()


def test_one_long_work_at_a_time(qtbot, desk, tmp_path):
    def slow():
        yield from ()
        return 1

    running = desk.screen.side.running
    with qtbot.waitSignal(running.idle):
        assert running.start(slow, "…", lambda _result: None)
        assert running.is_busy
        assert not running.start(slow, "…", lambda _result: None)
    assert not running.is_busy
