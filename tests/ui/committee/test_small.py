"""Finding members, numbers typed, keys, tiles in a grid, words of the facts."""

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from alize_desktop.models.enums import AttendanceKind, DecisionOutcome, ItemStep, VoteChoice
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import (
    attendance_sign,
    outcome_sign,
    recusal_sign,
    step_sign,
    vote_sign,
)
from alize_desktop.ui.committee.facts import asked_text, every_text, months_text
from alize_desktop.ui.committee.grid import VoteGrid, mesh
from alize_desktop.ui.committee.keys import ActionButton, as_digits, is_typing, key_of
from alize_desktop.ui.committee.number import NumberTyped
from alize_desktop.ui.committee.people import find, full_name, short_name
from alize_desktop.ui.committee.picker import MemberPicker
from alize_desktop.ui.widgets.flow import FlowLayout

MODIFIER = Qt.KeyboardModifier


@pytest.mark.dressed
@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("lev", [2]), ("LÉV", [2]), ("brien", [3]), ("4", [4]), ("us 5", [5]), ("", []),
        ("zzz", []), ("(", [5]), ("&é", []), ("'", [4]), ("è", []),
    ],
)  # fmt: skip
def test_a_member_is_found_by_three_letters_or_by_number(make, text, seats):
    members = [make.member(seat) for seat in range(1, 6)]
    assert [each.seat for each in find(members, text)] == seats


@pytest.mark.dressed
def test_the_row_of_digits_of_a_french_keyboard_makes_digits_without_shift():
    assert as_digits("&é\"'(-è_çà") == "1234567890"
    assert as_digits("É’ÈÇÀ") == "24790"


@pytest.mark.dressed
def test_names_carry_their_civility(make):
    assert full_name(make.member(1)) == "Mme\u00a0Inès Martin"
    assert short_name(make.member(2)) == "M.\u00a0Lévêque"


@pytest.mark.dressed
def test_digits_make_a_number_until_a_letter_or_a_pause(qtbot):
    gone = []

    def go(number):
        gone.append(number)
        return number <= 17

    lost = []
    typed = NumberTyped(go, lambda: lost.append(gone[-1]))
    for digit in "12":
        typed.type(digit)
    assert gone == [1, 12]
    typed.end()
    typed.type("3")
    assert gone[-1] == 3
    assert not lost
    typed.type("9")  # 39 leads nowhere, and never to 9
    assert gone[-1] == 39
    assert lost == [39]


@pytest.mark.dressed
@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Qt.Key.Key_P, MODIFIER.NoModifier, "p", "P"),
        (Qt.Key.Key_P, MODIFIER.ShiftModifier, "P", "P"),
        (Qt.Key.Key_7, MODIFIER.KeypadModifier, "7", "7"),
        (Qt.Key.Key_Z, MODIFIER.ControlModifier, "\x1a", "Ctrl+Z"),
        (Qt.Key.Key_Left, MODIFIER.NoModifier, "", "Left"),
        (Qt.Key.Key_Space, MODIFIER.NoModifier, " ", "Space"),
        (Qt.Key.Key_Apostrophe, MODIFIER.NoModifier, "’", "'"),
        (Qt.Key.Key_Enter, MODIFIER.KeypadModifier, "\r", "Enter"),
    ],
)
def test_a_key_has_one_name_whatever_the_keyboard(key, modifiers, text, name):
    assert key_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == name


@pytest.mark.dressed
def test_letters_are_text_while_a_line_has_the_keyboard(show):
    window = QWidget()
    line = QLineEdit(window)
    show(window)
    assert not is_typing(window)
    line.setFocus()
    assert is_typing(window)


@pytest.mark.dressed
def test_a_double_click_asks_once(qtbot, show):
    button = show(ActionButton("Clore", "Space"))
    asked = []
    button.clicked.connect(lambda: asked.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert asked == [1]


@pytest.mark.dressed
@pytest.mark.parametrize("count", range(1, 24))
@pytest.mark.parametrize("size", [(1040, 440), (1300, 720), (960, 330)])
def test_every_tile_is_inside_the_grid(count, size):
    room, least = QSize(*size), QSize(168, 44)
    plan = mesh(count, room, 8, least)
    rows = -(-count // plan.columns)
    assert plan.columns * plan.width + 8 * (plan.columns - 1) <= room.width()
    assert rows * plan.height + 8 * (rows - 1) <= room.height()
    assert plan.width >= least.width()
    assert plan.height >= least.height()


@pytest.mark.dressed
def test_a_grid_too_small_scrolls_with_the_lowest_tiles():
    plan = mesh(40, QSize(400, 100), 8, QSize(168, 44))
    assert (plan.columns, plan.height) == (2, 44)


@pytest.mark.dressed
def test_a_grid_walks_from_tile_to_tile(show, make):
    grid = show(VoteGrid())
    grid.shift(1)
    assert grid.current() is None
    voters = (make.tile(3), make.tile(1, VoteChoice.FOR), make.tile(2, holder=True), make.tile(2))
    grid.show_tiles(voters)
    assert [tile.mark for tile in grid.tiles()] == ["1", "2", "2’", "3"]
    grid.choose_next_empty()
    assert grid.current().number == 2
    grid.choose_next_empty(-1)
    assert grid.current().number == 3
    grid.shift(-1)
    assert grid.current().holder_id is not None
    assert grid.choose_number(2)
    assert grid.current().holder_id is None
    assert grid.choose_proxy()
    assert grid.choose_proxy()
    assert not grid.choose_number(40)
    assert grid.choose_number(1)
    assert not grid.choose_proxy()
    assert grid.missing() == 3


@pytest.mark.dressed
def test_every_state_has_a_word(make):
    signs = [vote_sign(each) for each in VoteChoice]
    signs += [attendance_sign(each) for each in (*AttendanceKind, None)]
    signs += [outcome_sign(each) for each in DecisionOutcome]
    assert all(sign.word for sign in signs)
    assert recusal_sign().word == "Déport"
    assert step_sign(ItemStep.BALLOT_OPEN).word == "vote ouvert"
    assert step_sign(ItemStep.PENDING).word == ""


@pytest.mark.dressed
def test_facts_are_told_in_few_words():
    assert asked_text(Money(15_000_00), 6) == "15\u202f000\u00a0€ · 6 jours"
    assert asked_text(ZERO, 0) == "rien de chiffré"
    assert months_text(48) == "48 mois"
    assert every_text(3) == "chaque trimestre"
    assert every_text(4) == "tous les 4 mois"


@pytest.mark.dressed
def test_the_picker_takes_the_first_on_enter_and_arrows_choose(qtbot, show, make, press):
    picker = show(MemberPicker("Qui ?", "who"))
    members = [make.member(seat) for seat in range(1, 6)]
    picker.ask("Qui tient le pouvoir ?", members)
    with qtbot.assertNotEmitted(picker.picked):
        press(picker, Qt.Key.Key_Return)  # nothing typed: nobody is chosen by mistake
    press(picker, "us")
    with qtbot.waitSignal(picker.picked) as picked:
        press(picker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert picked.args[0].seat == 2
    with qtbot.waitSignal(picker.cancelled):
        press(picker, Qt.Key.Key_Escape)
    picker.set_members(members[:1])
    with qtbot.waitSignal(picker.picked) as picked:
        picker.list.itemClicked.emit(picker.list.item(0))
    assert picked.args[0].seat == 1


@pytest.mark.dressed
def test_a_name_that_is_nobody_s_is_said(qtbot, show, make, press):
    picker = show(MemberPicker("Qui ?", "who"))
    picker.ask("Qui tient le pouvoir ?", [make.member(1)])
    press(picker, "zzz")
    assert picker.list.item(0).text() == "Aucun membre de ce nom ni de ce numéro."
    with qtbot.assertNotEmitted(picker.picked):
        press(picker, Qt.Key.Key_Down, Qt.Key.Key_Return)
        item = picker.list.visualItemRect(picker.list.item(0)).center()
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=item)


@pytest.mark.dressed
def test_a_large_word_shrinks_rather_than_being_cut(show):
    word = show(BigWord(60), 300, 90)
    word.show_word("Agréé pour un montant réduit par la voix prépondérante")
    word.grab()
    assert word.text().startswith("Agréé")


@pytest.mark.dressed
def test_buttons_flow_to_a_second_line(show):
    owner = QWidget()
    flow = FlowLayout(owner)
    for text in ("Présent", "À distance", "Excusé", "Absent"):
        flow.addWidget(ActionButton(text, "P"))
    show(owner, 300, 200)
    tops = {flow.itemAt(place).geometry().top() for place in range(flow.count())}
    assert len(tops) > 1
    assert flow.itemAt(9) is None
    assert flow.takeAt(0) is not None
    assert flow.takeAt(9) is None
