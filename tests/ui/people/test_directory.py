"""The directory of members: choosing, typing, saving, leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.people.members import MembersScreen
from alize_desktop.ui.people.partners import PartnersScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


def chosen(screen):
    """Return the name of the entry that the list shows as chosen, None for none."""
    row = screen.model.row_of(screen.table.chosen())
    return screen.model.record(row).sheet.full_name if row >= 0 else None


@pytest.fixture
def heard(members, bus):
    """What the screen said: the changes told, and the messages."""
    told = []
    bus.changed.connect(lambda changes, source: told.append((changes, source)))
    members.said.connect(told.append)
    return told


def test_the_first_entry_is_shown_and_nothing_can_be_saved(members):
    assert chosen(members) == "Bruno Martin A."
    assert members.editor.form.last_name.value() == "Martin A."
    assert not members.editor.save.isEnabled()
    assert not members.editor.abandon.isEnabled()


def test_a_list_with_nobody_says_what_to_do(show, nobody):
    screen = show(MembersScreen, nobody)
    assert not screen.table.isVisible()
    assert screen.editor.currentIndex() == 0
    assert screen.new.isEnabled()


def test_moving_in_the_list_shows_the_sheet(members, press):
    press(Qt.Key.Key_Down)
    assert members.editor.form.last_name.value() == "Martin B."
    assert not members.editor.save.isEnabled()


def test_enter_goes_from_the_list_to_the_sheet(members, press):
    press(Qt.Key.Key_Return)
    assert members.editor.form.civility.box.hasFocus()


def test_what_is_being_typed_can_be_saved_without_leaving_the_field(
    members, people, type_in, press, heard
):
    type_in(members.editor.form.organisation, "Verrerie du Val")
    assert members.editor.save.isEnabled()
    press(Qt.Key.Key_S, CONTROL)
    assert people.members()[0].sheet.organisation == "Verrerie du Val"
    assert not members.editor.save.isEnabled()
    assert heard == [(Changes(people=True), members), "Fiche enregistrée"]
    assert chosen(members) == "Bruno Martin A."


def test_what_is_typed_back_leaves_nothing_to_save(members, type_in, press):
    field = members.editor.form.organisation
    before = field.value()
    type_in(field, "Autre")
    type_in(field, before)
    press(Qt.Key.Key_Tab)
    assert not members.editor.save.isEnabled()


def test_several_lines_can_be_saved_too(members, people, type_in, press):
    type_in(members.editor.form.interests, "Crédit des Forges")
    press(Qt.Key.Key_S, CONTROL)
    assert people.members()[0].sheet.interests == "Crédit des Forges"


def test_typing_is_told_once_and_its_end_once(members, type_in, press):
    told = []
    members.typing_changed.connect(told.append)
    type_in(members.editor.form.organisation, "Verrerie")
    assert told == [True]
    press(Qt.Key.Key_S, CONTROL)
    assert told == [True, False]


# a new entry


def test_a_new_entry_is_saved_and_chosen(members, people, type_in, press, heard):
    press(Qt.Key.Key_N, CONTROL)
    assert chosen(members) is None
    assert not members.editor.save.isEnabled()
    type_in(members.editor.form.last_name, "Öztürk")
    press(Qt.Key.Key_S, CONTROL)
    assert people.members()[-1].sheet.last_name == "Öztürk"
    assert chosen(members) == "Öztürk"
    assert members.model.rowCount() == 19


def test_the_first_of_all_is_saved_and_chosen(show, nobody, type_in, press):
    screen = show(MembersScreen, nobody)
    screen.new.click()
    type_in(screen.editor.form.last_name, "Öztürk")
    press(Qt.Key.Key_S, CONTROL)
    assert chosen(screen) == "Öztürk"
    assert screen.table.isVisible()


def test_an_untouched_new_entry_is_left_without_a_question(members, press, boxes):
    press(Qt.Key.Key_N, CONTROL)
    press(Qt.Key.Key_Escape)
    assert boxes(members) == []
    assert chosen(members) == "Bruno Martin A."
    assert members.editor.form.last_name.value() == "Martin A."


def test_a_new_entry_given_up_where_nobody_is_shows_nothing(show, nobody, press):
    screen = show(MembersScreen, nobody)
    screen.new.click()
    press(Qt.Key.Key_Escape)
    assert screen.editor.currentIndex() == 0


def test_a_new_entry_without_a_name_says_so_at_the_field(members, type_in, press, people):
    press(Qt.Key.Key_N, CONTROL)
    type_in(members.editor.form.organisation, "Verrerie")
    press(Qt.Key.Key_S, CONTROL)
    assert members.editor.form.last_name.error() == "Ce champ est obligatoire."
    assert members.editor.form.last_name.edit.hasFocus()
    assert len(people.members()) == 18


# leaving what is typed


def test_the_list_stays_on_the_entry_that_is_typed(qtbot, members, type_in, boxes):
    type_in(members.editor.form.organisation, "Verrerie")
    members.table.setFocus()
    QTest.keyClick(members.table, Qt.Key.Key_Down)
    qtbot.wait(5)
    assert chosen(members) == "Bruno Martin A."
    boxes(members)[0].answer("Rester")
    assert chosen(members) == "Bruno Martin A."
    assert members.editor.form.organisation.value() == "Verrerie"


def test_giving_up_what_is_typed_goes_on(qtbot, members, type_in, boxes):
    type_in(members.editor.form.organisation, "Verrerie")
    members.table.setFocus()
    QTest.keyClick(members.table, Qt.Key.Key_Down)
    qtbot.wait(5)
    boxes(members)[0].answer("Abandonner")
    assert chosen(members) == "Céline Martin B."
    assert members.editor.form.last_name.value() == "Martin B."
    assert not members.editor.save.isEnabled()


def test_escape_asks_then_shows_the_sheet_as_it_is_written(members, type_in, press, boxes):
    before = members.editor.form.organisation.value()
    type_in(members.editor.form.organisation, "Verrerie")
    press(Qt.Key.Key_Escape)
    boxes(members)[0].answer("Abandonner")
    assert members.editor.form.organisation.edit.text() == before
    assert not members.editor.is_dirty


def test_a_text_that_cannot_be_read_is_typing_too(partners, type_in, boxes):
    type_in(partners.editor.form.siren, "123")
    left = []
    partners.try_leave(lambda: left.append(True))
    assert left == []
    boxes(partners)[0].answer("Abandonner")
    assert left == [True]
    assert partners.editor.form.siren.error() == ""


def test_what_others_change_is_shown_unless_something_is_typed(
    members, people, bus, type_in, a_sheet
):
    bus.changed.emit(people.save_member(None, a_sheet), None)
    assert members.model.rowCount() == 19
    type_in(members.editor.form.organisation, "Verrerie")
    bus.changed.emit(Changes(people=True), None)
    assert members.editor.form.organisation.edit.text() == "Verrerie"
    assert chosen(members) == "Bruno Martin A."
    bus.changed.emit(Changes(programme=True), None)
    assert members.editor.is_dirty


# the list itself


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lév", "Inès Lévêque D."),
        ("THI", "Fabrice Thiébaut C."),
        ("17", "Bruno Weiß Q."),
        ("credit des f", "Céline Lévêque J."),
        ("zzz", "Bruno Martin A."),
    ],
)
def test_typing_in_the_list_finds_a_name(members, typed, found):
    for each in typed:
        members.table.keyboardSearch(each)
    assert chosen(members) == found


def test_the_same_letter_again_goes_on_to_the_next(members):
    interval = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(0)
    try:
        QTest.keyClicks(members.table, "l")
        first = chosen(members)
        QTest.qWait(5)
        QTest.keyClicks(members.table, "l")
        assert chosen(members) != first
    finally:
        QApplication.setKeyboardInputInterval(interval)


def test_no_column_asks_to_be_sorted(members, partners):
    for screen in (members, partners):
        assert not any(column.sortable for column in screen.model.columns)


def test_lesser_columns_give_way_until_the_user_chooses(members, qtbot):
    members.table.resize(320, 400)
    assert members.table.visible_columns() == ("seat", "name")
    members.table.resize(900, 400)
    assert len(members.table.visible_columns()) == 5
    action = next(
        each for each in members.table.column_menu().actions() if each.data() == "college"
    )
    action.trigger()
    members.table.resize(320, 400)
    assert "office" in members.table.visible_columns()


def test_the_splitter_stays_where_it_was_put(show, people):
    screen = show(MembersScreen, people)
    screen._splitter.moveSplitter(500, 1)
    again = show(MembersScreen, people)
    assert again._splitter.sizes() == screen._splitter.sizes()


def test_the_model_keeps_its_promises(members, partners, qtmodeltester):
    qtmodeltester.check(members.model)
    qtmodeltester.check(partners.model)


def test_an_error_that_belongs_to_no_field_is_said_in_a_box(members, type_in, press, boxes):
    def refuse(*_arguments):
        raise UserError(ErrorCode.DISK_FULL)

    object.__setattr__(members._book, "save", refuse)
    type_in(members.editor.form.organisation, "Verrerie")
    press(Qt.Key.Key_S, CONTROL)
    assert "disque" in boxes(members)[0].text
    assert members.editor.is_dirty


@pytest.mark.parametrize("kind", [MembersScreen, PartnersScreen])
def test_showing_a_directory_tells_nobody(qtbot, show, people, bus, kind):
    with qtbot.assertNotEmitted(bus.changed):
        screen = show(kind, people)
        screen.refresh()
    assert not screen.editor.is_dirty
