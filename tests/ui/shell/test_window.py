"""The window: where one goes, what is asked on the way, what the bars say."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.ui.importing.dialog import ImportDialog
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.meetings.screen import MeetingsScreen
from alize_desktop.ui.shell.notices import tell_settings_unread

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOBODY = UUID("00000000-0000-7000-8000-000000000000")


def said(window, name):
    return window.findChild(QLabel, name).text()


def committee_of(window):
    return window.committee._window


# the committee mode


def test_f5_goes_straight_into_the_meeting_that_is_held(window, services, a_meeting, press):
    services.committee.open(a_meeting())
    press(Qt.Key.Key_F5)
    assert committee_of(window).isVisible()


def test_f5_chooses_the_next_meeting_when_none_is_held(window, screen_of, a_meeting, press):
    a_meeting(date(2026, 10, 1), ["2026-004"])
    coming = a_meeting(date(2026, 11, 24), ["2026-002"])
    a_meeting(date(2026, 12, 15), ["2026-003"])
    press(Qt.Key.Key_F5)
    assert window.body.navigation.current() == "meetings"
    assert isinstance(screen_of(window), MeetingsScreen)
    assert screen_of(window).pane.meeting_id == coming
    assert committee_of(window) is None


def test_f5_chooses_a_meeting_that_is_convened(window, services, screen_of, a_meeting, press):
    convened = a_meeting(date(2026, 11, 30), ["2026-002"])
    services.life.convene(convened)
    a_meeting(date(2026, 12, 15), ["2026-003"])
    press(Qt.Key.Key_F5)
    assert screen_of(window).pane.meeting_id == convened


def test_f5_looks_at_the_latest_meeting_when_all_are_past(window, screen_of, a_meeting, press):
    latest = a_meeting(date(2026, 10, 1), ["2026-004"])
    a_meeting(date(2026, 9, 1), ["2026-002"])
    press(Qt.Key.Key_F5)
    assert screen_of(window).pane.meeting_id == latest


def test_f5_shows_the_meetings_when_there_is_none(window, press):
    press(Qt.Key.Key_F5)
    assert window.body.navigation.current() == "meetings"


def test_f5_among_the_meetings_opens_the_one_looked_at_once(window, qtbot, a_meeting, press):
    a_meeting()
    window.go_to("meetings")
    with qtbot.waitSignals([window.stack.committee_requested], order="strict"):
        press(Qt.Key.Key_F5)
    assert committee_of(window).isVisible()


def test_the_button_does_what_its_key_does(window, services, a_meeting, qtbot):
    services.committee.open(a_meeting())
    button = window.body.top.findChild(object, "committee_mode")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert committee_of(window).isVisible()


def test_f5_on_the_first_page_does_nothing(bare_window, press):
    press(Qt.Key.Key_F5)
    assert committee_of(bare_window) is None


def test_the_committee_mode_is_come_back_to(window, a_meeting):
    meeting_id = a_meeting()
    first = window.open_committee(meeting_id)
    assert window.open_committee(meeting_id) is first
    first.close()
    again = window.open_committee(meeting_id)
    assert again is not first
    assert again.isVisible()


def test_a_meeting_that_is_gone_is_said_and_leaves_the_other_open(window, a_meeting, boxes):
    first = window.open_committee(a_meeting())
    assert window.open_committee(NOBODY) is None
    assert "séance" in boxes(window)[0].text
    assert first.isVisible()


def test_another_registry_closes_the_committee_mode(window, services, registry, a_meeting):
    committee = window.open_committee(a_meeting())
    window.show_programme(services, registry.path)
    assert not committee.isVisible()


def test_closing_the_committee_mode_early_is_told_in_the_main_window(window, services, a_meeting):
    meeting_id = a_meeting()
    services.committee.open(meeting_id)
    window.open_committee(meeting_id).close()
    assert "rien n’est perdu" in window.toast.text()


def test_a_registry_of_days_to_come_is_told_at_its_opening(bare_window, services, registry, clock):
    clock.now -= timedelta(days=400)
    bare_window.show_programme(services, registry.path)
    assert "vérifiez l’horloge de l’ordinateur" in bare_window.toast.text()
    bare_window.let_go()


@pytest.mark.dressed
def test_a_message_covers_no_figure(window):
    window.resize(1366, 768)
    window.toast.show_message("Mouvement enregistré")
    place = window.toast.geometry()
    assert place.bottom() <= window.body.top.height()
    assert place.left() > window.body.top._search.geometry().right()


def test_control_q_closes_the_window(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isVisible())


def type_a_deferral(window, services, meeting_id):
    """Type the grounds of a deferral in the committee mode, without recording them."""
    services.committee.open(meeting_id)
    services.committee.all_present(meeting_id)
    services.committee.establish_quorum(meeting_id)
    services.committee.begin_item(services.committee.state(meeting_id).agenda[0].id)
    committee = window.open_committee(meeting_id)
    QTest.keyClicks(committee.focusWidget() or committee, "j")
    QTest.keyClicks(committee.findChild(QWidget, "decision_grounds"), "bilan attendu")
    return committee


def answer(window, text):
    boxes = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    next(each for each in boxes[0].buttons() if each.text() == text).click()


def test_the_window_does_not_close_on_a_decision_being_typed(window, services, a_meeting, qtbot):
    committee = type_a_deferral(window, services, a_meeting())
    assert not window.close()
    answer(committee, "Garder la fenêtre ouverte")
    assert committee.isVisible()
    assert not window.close()
    answer(committee, "Fermer sans enregistrer la décision")
    qtbot.waitUntil(lambda: not window.isVisible())


def test_another_meeting_does_not_lose_a_decision_being_typed(window, services, a_meeting):
    committee = type_a_deferral(window, services, a_meeting())
    other = a_meeting(date(2026, 12, 8), dossiers=("2026-006",))
    assert window.open_committee(other) is committee
    answer(committee, "Fermer sans enregistrer la décision")
    assert window.open_committee(other) is not committee


def test_the_committee_mode_shows_the_hours_of_the_programme(window, services, clock):
    programme = services.programme.programme()
    services.programme.save(replace(programme, time_zone="Indian/Reunion"))
    assert window.committee.now(services).hour == clock.now.hour + 4


# what is typed is asked about at every door


def open_another(window):
    window.ask_to_open(Path("autre.alize"))


DOORS = {
    "a place": lambda window: window.go_to("settings"),
    "another registry": open_another,
    "a new programme": lambda _window: QTest.keyClick(
        QApplication.activeWindow(), Qt.Key.Key_N, CONTROL | SHIFT
    ),
    "the demonstration": lambda window: window.stack.demonstration_requested.emit(),
    "the next meeting": lambda window: window.body.top.committee_requested.emit(),
    "the end": lambda window: window.close(),
}


@pytest.fixture
def gone(window):
    """What the window let happen."""
    heard = []
    window.open_requested.connect(heard.append)
    window.create_requested.connect(lambda: heard.append("create"))
    window.demonstration_requested.connect(lambda: heard.append("demonstration"))
    return lambda: [
        *heard,
        *(
            [window.body.navigation.current()]
            if window.body.navigation.current() != "members"
            else []
        ),
        *([] if window.isVisible() else ["closed"]),
    ]


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_one_may_stay_with_what_is_typed(window, dirty, boxes, gone, door):
    door(window)
    assert gone() == []
    (box,) = boxes(window)
    box.answer("Rester")
    assert gone() == []
    assert window.body.navigation.current() == "members"
    assert dirty.editor.form.last_name.edit.text().startswith("X")
    assert dirty.editor.is_dirty


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_one_may_leave_what_is_typed(window, dirty, boxes, gone, door):
    door(window)
    boxes(window)[0].answer("Abandonner")
    assert len(gone()) == 1
    assert not dirty.editor.is_dirty


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_nothing_is_asked_when_nothing_is_typed(window, boxes, gone, door):
    window.go_to("members")
    door(window)
    assert boxes(window) == []
    assert len(gone()) == 1


def test_a_dossier_half_typed_holds_the_window_too(window, screen_of, boxes):
    screen_of(window).new_dossier()
    QTest.keyClicks(QApplication.focusWidget(), "Verrerie")
    window.close()
    assert window.isVisible()
    boxes(window)[0].answer("Abandonner")
    assert not window.isVisible()


def test_the_place_one_is_in_asks_nothing(window, dirty, boxes):
    window.go_to("members")
    assert boxes(window) == []
    assert dirty.editor.is_dirty


def test_what_is_typed_in_a_meeting_is_written_before_another_registry(
    window, services, screen_of, a_meeting
):
    meeting_id = a_meeting()
    window.go_to("meetings")
    edit = screen_of(window).findChild(QLineEdit, "meeting_place")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Beaune")
    window.ask_to_open(Path("autre.alize"))
    assert services.meetings.detail(meeting_id).row.draft.place == "Beaune"


@pytest.mark.dressed
def test_the_window_is_found_where_it_was_left(window, qtbot, preferences, tmp_path, clock):
    window.resize(1200, 700)
    assert window.close()
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    again = MainWindow(preferences, geometry, tmp_path, tmp_path / "log", clock)
    qtbot.addWidget(again)
    assert again.size() != QSize(1366, 768)  # what a first run shows, larger than this screen


# keys, search, drop


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_2, "meetings"),
        (Qt.Key.Key_3, "members"),
        (Qt.Key.Key_4, "partners"),
        (Qt.Key.Key_5, "advances"),
        (Qt.Key.Key_6, "fund"),
        (Qt.Key.Key_7, "regulation"),
        (Qt.Key.Key_8, "templates"),
        (Qt.Key.Key_9, "settings"),
    ],
)
def test_each_place_has_its_key(window, press, key, place):
    press(key, ALT)
    assert window.body.navigation.current() == place


def test_searching_from_elsewhere_shows_the_dossiers_and_keeps_the_keyboard(
    window, qtbot, press, screen_of
):
    window.go_to("settings")
    press(Qt.Key.Key_F, CONTROL)
    field = window.stack.search_field()
    QTest.keyClicks(field, "yvoi")
    qtbot.waitUntil(lambda: window.body.navigation.current() == "dossiers")
    QTest.keyClicks(QApplication.focusWidget(), "re")
    qtbot.waitUntil(lambda: screen_of(window).browser.model.rowCount() == 1)
    assert field.text() == "yvoire"
    press(Qt.Key.Key_Down)
    assert screen_of(window).browser.table.hasFocus()


def test_enter_shows_again_what_was_searched(window, press):
    field = window.stack.search_field()
    field.setFocus()
    QTest.keyClicks(field, "yvoire")
    press(Qt.Key.Key_Return)
    window.go_to("partners")
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert window.body.navigation.current() == "dossiers"


def test_the_down_key_goes_from_the_search_to_the_list(window, press, screen_of):
    window.go_to("partners")
    window.stack.search_field().setFocus()
    press(Qt.Key.Key_Down)
    assert screen_of(window).browser.table.hasFocus()


def test_ctrl_o_asks_for_a_registry(window, qtbot, press, tmp_path):
    press(Qt.Key.Key_O, CONTROL)
    (files,) = window.findChildren(QFileDialog)
    chosen = tmp_path / "autre.alize"
    chosen.touch()
    with qtbot.waitSignal(window.open_requested) as asked:
        files.fileSelected.emit(str(chosen))
    assert asked.args == [chosen]


def dragged(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def drop(window, data):
    action, button, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(5, 5), action, data, button, plain)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, button, plain))
    return enter.isAccepted()


def test_a_registry_may_be_dropped_on_the_window(bare_window, qtbot):
    with qtbot.waitSignal(bare_window.open_requested) as asked:
        assert drop(bare_window, dragged("/bureau/lisez-moi.txt", "/bureau/Côte-d’Or.ALIZE"))
    assert asked.args == [Path("/bureau/Côte-d’Or.ALIZE")]


@pytest.mark.parametrize("data", [dragged("/bureau/budget.xlsx"), QMimeData()])
def test_anything_else_is_not_taken(bare_window, qtbot, data):
    with qtbot.assertNotEmitted(bare_window.open_requested):
        assert not drop(bare_window, data)


# what the bars say


def test_the_foot_names_the_registry_and_says_where_it_is(window, registry, qtbot):
    assert said(window, "status_state") == "Enregistré"
    assert said(window, "status_file") == "Programme «\u00a0Côte-d’Or 2026\u00a0»"
    name = window.findChild(QLabel, "status_file")
    name.grab()
    assert name.toolTip() == str(registry.path)


def test_the_foot_says_what_was_written_last_and_when(window):
    dossiers = frozenset({NOBODY, UUID(int=1)})
    window.bus.changed.emit(Changes(dossiers=dossiers, people=True), None)
    assert said(window, "status_last") == (
        "Dernière écriture à 10\u00a0h\u00a0: 2 dossiers et annuaire"
    )
    window.bus.changed.emit(Changes(), None)
    assert "2 dossiers" in said(window, "status_last")
    window.bus.changed.emit(Changes(meetings=frozenset({NOBODY}), programme=True), None)
    assert said(window, "status_last").endswith("1 séance et réglages")
    window.bus.changed.emit(Changes(rules=True), None)
    assert said(window, "status_last").endswith("\u00a0: règlement")
    window.bus.changed.emit(Changes(money=True), None)
    assert said(window, "status_last").endswith("\u00a0: fonds")


def test_the_foot_says_that_something_is_typed(window, qtbot, dirty, press):
    assert said(window, "status_state") == "Saisie non enregistrée"
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: said(window, "status_state") == "Enregistré")
    assert window.toast.text() == "Fiche enregistrée"


def test_a_dossier_being_typed_is_said_at_the_foot_too(window, screen_of, qtbot):
    screen = screen_of(window)
    screen.browser.new_requested.emit()
    QTest.keyClicks(QApplication.focusWidget(), "Verrerie")
    screen.setFocus()
    assert said(window, "status_state") == "Saisie non enregistrée"


def test_the_bar_shows_the_basin_as_soon_as_it_is_saved(window, qtbot, screen_of, press):
    window.go_to("settings")
    basin = screen_of(window).form.basin
    basin.focus_control()
    basin.edit.selectAll()
    QTest.keyClicks(basin.edit, "Bassin minier")
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: said(window, "programme_name") == "Bassin Bassin minier")
    assert window.toast.text() == "Réglages enregistrés"


def test_another_time_zone_builds_the_dossiers_again(window, services, screen_of, qtbot):
    before = window.stack.search_field()
    window.go_to("settings")
    programme = replace(services.programme.programme(), time_zone="Indian/Reunion")
    window.bus.changed.emit(services.programme.save(programme), None)
    after = window.stack.search_field()
    assert after is not before
    assert after.isVisible()
    assert window.body.navigation.current() == "settings"


def test_another_time_zone_reaches_the_advances_and_the_fund(window, services):
    shown = {}
    for place in ("advances", "fund"):
        window.go_to(place)
        shown[place] = window.stack.currentWidget()
    window.go_to("settings")
    programme = replace(services.programme.programme(), time_zone="Indian/Reunion")
    window.bus.changed.emit(services.programme.save(programme), None)
    for place, before in shown.items():
        window.go_to(place)
        assert window.stack.currentWidget() is not before


def test_money_alone_builds_nothing_again(window, services):
    before = window.stack.search_field()
    programme = replace(services.programme.programme(), fund_amount=Money(5))
    window.bus.changed.emit(services.programme.save(programme), None)
    assert window.stack.search_field() is before


def test_the_number_of_dossiers_stands_beside_their_place(window):
    assert window.body.navigation._items["dossiers"].accessibleName() == "Dossiers 24"


@pytest.mark.dressed
def test_large_text_in_a_small_window_leaves_the_navigation_its_icons(window, preferences):
    window.resize(1366, 768)
    assert not window.body.navigation.is_collapsed()
    preferences.set(replace(preferences.settings, text_scale=130))
    assert window.body.navigation.is_collapsed()
    preferences.set(replace(preferences.settings, text_scale=100))
    assert not window.body.navigation.is_collapsed()


def test_the_user_decides_how_wide_the_navigation_is(window, preferences, qtbot):
    window.resize(1366, 768)
    window.body.navigation._toggle.click()
    assert preferences.settings.navigation_collapsed
    window.resize(1400, 800)
    assert window.body.navigation.is_collapsed()


def test_what_changes_while_no_registry_is_open_is_ignored(bare_window):
    bare_window.bus.changed.emit(Changes(programme=True), None)
    bare_window.stack.show_place("dossiers")
    assert bare_window.stack.search_field() is None
    assert bare_window.open_committee(NOBODY) is None


def test_an_empty_registry_offers_to_bring_a_workbook_in(bare_window, tmp_path, clock):
    with Registry.create(tmp_path / "vide.alize", Programme("Vosges"), clock) as registry:
        bare_window.show_programme(Services(registry), registry.path)
        bare_window.stack.currentWidget().import_requested.emit()
        (dialog,) = bare_window.findChildren(ImportDialog)
        assert dialog.isVisible()
        dialog.reject()
        bare_window.show_welcome()


def test_settings_that_could_not_be_read_are_told(bare_window):
    tell_settings_unread(bare_window.toast)
    assert "l’ancien fichier est gardé" in bare_window.toast.text()
