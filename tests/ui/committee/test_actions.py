"""The registry of actions: which key does what, when, and how often."""

from datetime import UTC

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from shiboken6 import delete

from alize_desktop.ui.committee.actions import ActionRegistry, CommitteeAction, Scope
from alize_desktop.ui.committee.key_guard import KeyGuard
from alize_desktop.ui.committee.keys import acts_while_typing, key_of
from alize_desktop.ui.committee.panes import StepStack
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.suspension import SuspensionPage

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def an_action(identifier, done, *keys, **more):
    return CommitteeAction(identifier, identifier, lambda: done.append(identifier), keys, **more)


def an_event(key, text="", kind=PRESS, *, repeated=False, at=0, scan=0, modifiers=NONE):
    """Return a key event as a platform would send it."""
    event = QKeyEvent(kind, key, modifiers, scan, 0, 0, text, repeated)
    event.setTimestamp(at)
    return event


def space(**more):
    return an_event(KEY.Key_Space, " ", **more)


@pytest.fixture
def done():
    return []


def test_a_key_does_the_action_it_belongs_to(done):
    registry = ActionRegistry([an_action("vote.for", done, "P"), an_action("undo", done, "Ctrl+Z")])
    assert registry.press(an_event(KEY.Key_P, "p"), is_typing=False).is_known
    registry.press(an_event(KEY.Key_Z, "\x1a", modifiers=CTRL), is_typing=False)
    assert not registry.press(an_event(KEY.Key_Q, "q"), is_typing=False).is_known
    assert done == ["vote.for", "undo"]


def test_an_action_that_cannot_be_done_is_refused_with_its_reason(done):
    action = an_action("vote.for", done, "P", is_possible=lambda: False, why_not=lambda: "Déport.")
    answer = ActionRegistry([action]).press(an_event(KEY.Key_P, "p"), is_typing=False)
    assert answer.is_known
    assert answer.refused.why_not() == "Déport."
    assert done == []


def test_letters_and_space_are_text_while_one_types(done):
    registry = ActionRegistry(
        [an_action("next", done, "Space", "Ctrl+Return"), an_action("room.black", done, "B")]
    )
    assert not registry.press(space(), is_typing=True).is_known
    assert not registry.press(an_event(KEY.Key_B, "b"), is_typing=True).is_known
    registry.press(an_event(KEY.Key_Return, "\r", modifiers=CTRL), is_typing=True)
    assert done == ["next"]


@pytest.mark.parametrize("key", ["F6", "Shift+F5", "Ctrl+K", "Alt+1", "Esc"])
def test_keys_that_are_never_text_always_act(key):
    assert acts_while_typing(key)


@pytest.mark.parametrize("key", ["F", "Space", "Return", "PgDown", "5", "'", "Shift+PgDown"])
def test_keys_that_may_be_text_do_not(key):
    assert not acts_while_typing(key)


def test_the_step_comes_before_the_window(done):
    window = ActionRegistry([an_action("room.applicant", done, "I", scope=Scope.WINDOW)])
    step = ActionRegistry([an_action("decision.condition", done, "I")])
    window.press(an_event(KEY.Key_I, "i"), is_typing=False)
    window.guard.forget()
    window.show_step(step)
    window.press(an_event(KEY.Key_I, "i"), is_typing=False)
    assert done == ["room.applicant", "decision.condition"]
    assert [each.identifier for each in window.actions()] == [
        "decision.condition",
        "room.applicant",
    ]
    assert window.action("decision.condition").key == "I"
    window.show_step(None)
    assert window.action("decision.condition") is None


def test_a_letter_of_the_step_that_cannot_act_does_not_fall_on_the_room(done):
    window = ActionRegistry([an_action("room.freeze", done, "F")])
    window.show_step(ActionRegistry([an_action("step", done, "F", is_possible=lambda: False)]))
    assert window.press(an_event(KEY.Key_F, "f"), is_typing=False).refused is not None
    assert done == []


def test_a_move_that_can_go_no_further_lets_the_window_act(done):
    window = ActionRegistry([an_action("meeting.next", done, "PgDown")])
    room_left = [True]
    scroll = an_action("scroll", done, "PgDown", is_move=True, is_possible=lambda: bool(room_left))
    window.show_step(ActionRegistry([scroll]))
    for _each in range(2):
        window.press(an_event(KEY.Key_PageDown), is_typing=False)
        window.guard.release(an_event(KEY.Key_PageDown, kind=RELEASE))
        room_left.clear()
    assert done == ["scroll", "meeting.next"]


def test_an_action_registered_again_takes_the_place_of_the_first(done):
    registry = ActionRegistry([an_action("a", done, "1"), an_action("b", done, "2")])
    registry.add(an_action("a", done, "3"))
    assert registry.find("1") is None
    assert registry.find("3").identifier == "a"
    assert [each.identifier for each in registry.actions()] == ["a", "b"]
    assert registry.conflicts() == ()


def test_two_actions_that_ask_for_a_key_are_named(done):
    registry = ActionRegistry([an_action("a", done, "1", "2"), an_action("b", done, "2")])
    assert registry.conflicts() == (("2", "a", "b"),)


def test_an_action_without_key_has_none_to_show(done):
    assert an_action("a", done).key == ""


# keys held down


def test_a_key_marked_as_repeated_does_not_act(done):
    registry = ActionRegistry([an_action("next", done, "Space")])
    assert registry.press(space(repeated=True), is_typing=False).is_known
    assert done == []


def test_a_key_held_down_acts_once_when_the_platform_marks_nothing(done):
    registry = ActionRegistry([an_action("next", done, "Space")])
    for _each in range(5):
        registry.press(space(), is_typing=False)
    assert done == ["next"]
    registry.guard.release(space(kind=RELEASE))
    registry.press(space(), is_typing=False)
    assert done == ["next", "next"]


def test_releases_marked_as_repeated_are_no_releases(done):
    registry = ActionRegistry([an_action("next", done, "Space")])
    registry.press(space(at=10, scan=65), is_typing=False)
    for at in (300, 330, 360):
        registry.guard.release(space(kind=RELEASE, repeated=True, at=at, scan=65))
        registry.press(space(repeated=True, at=at, scan=65), is_typing=False)
    assert done == ["next"]


def test_pairs_of_a_release_and_a_press_at_once_are_a_key_held_down(done):
    registry = ActionRegistry([an_action("next", done, "Space")])
    registry.press(space(at=10, scan=65), is_typing=False)
    for at in (300, 330, 360):  # what X11 sends, unmarked
        registry.guard.release(space(kind=RELEASE, at=at, scan=65))
        registry.press(space(at=at, scan=65), is_typing=False)
    assert done == ["next"]
    registry.guard.release(space(kind=RELEASE, at=400, scan=65))
    registry.press(space(at=480, scan=65), is_typing=False)
    assert done == ["next", "next"]


def test_a_pair_that_began_elsewhere_does_not_act_here(done):
    registry = ActionRegistry([an_action("next", done, "Return")])
    registry.guard.release(an_event(KEY.Key_Return, kind=RELEASE, at=300, scan=36))
    registry.press(an_event(KEY.Key_Return, at=300, scan=36), is_typing=False)
    assert done == []


def test_a_key_whose_release_was_lost_acts_again_after_a_while():
    guard = KeyGuard()
    assert guard.is_new_press(space(at=10, scan=65))
    assert not guard.is_new_press(space(at=400, scan=65))
    assert guard.is_new_press(space(at=4_000, scan=65))


def test_one_physical_key_is_one_key_whatever_shift_prints():
    guard = KeyGuard()
    assert guard.is_new_press(an_event(KEY.Key_Question, "?", at=10, scan=61))
    guard.release(an_event(KEY.Key_Slash, "/", kind=RELEASE, at=90, scan=61))
    assert guard.is_new_press(an_event(KEY.Key_Question, "?", at=250, scan=61))


def test_keys_of_macos_are_told_apart_without_scan_codes():
    guard = KeyGuard()
    first = QKeyEvent(PRESS, KEY.Key_A, NONE, 1, 12, 0, "a", False)
    second = QKeyEvent(PRESS, KEY.Key_B, NONE, 1, 13, 0, "b", False)
    assert guard.is_new_press(first)
    assert guard.is_new_press(second)


def test_arrows_may_be_held_down(done):
    registry = ActionRegistry([an_action("down", done, "Down", is_move=True)])
    for _each in range(3):
        registry.press(an_event(KEY.Key_Down, repeated=True), is_typing=False)
    assert done == ["down"] * 3


# panes


class Pane(StepPane):
    """A step with a letter, an arrow and a field."""

    def __init__(self, done):
        super().__init__()
        self.field = QLineEdit(self)
        self.can = True
        self.made = self.button("P", "Pour", lambda: done.append("P"), identifier="vote.for")
        self.bind("Down", "", lambda: done.append("Down"))
        self.bind(
            "C",
            "Contre",
            lambda: done.append("C"),
            when=lambda: self.can,
            why_not=lambda: "Le vote est clos.",
        )


def test_a_pane_registers_what_it_binds(done, show):
    pane = show(Pane(done))
    found = {each.identifier: each for each in pane.registry.actions()}
    assert set(found) == {"vote.for", "pane.down", "pane.c"}
    assert found["vote.for"].text == "Pour"
    assert found["pane.down"].is_move
    assert pane.registry.conflicts() == ()


def test_a_button_that_cannot_be_clicked_is_an_action_that_cannot_be_done(done, show, press):
    pane = show(Pane(done))
    action = pane.registry.action("vote.for")
    pane.made.setParent(pane)
    pane.made.show()
    press(pane, "p")
    pane.made.setEnabled(False)
    assert not action.is_possible()
    press(pane, "p")
    pane.made.setEnabled(True)
    pane.made.hide()
    assert not action.is_possible()
    assert done == ["P"]
    assert pane.press("P")
    assert not pane.press("Q")


def test_a_refused_key_is_told_by_the_pane(qtbot, done, show, press):
    pane = show(Pane(done))
    pane.can = False
    with qtbot.waitSignal(pane.refused) as told:
        press(pane, "c")
    assert told.args[0].why_not() == "Le vote est clos."


def test_a_pane_is_quiet_while_its_field_is_typed_in(done, show, press):
    pane = show(Pane(done))
    pane.field.setFocus()
    press(pane, "p")
    assert (done, pane.field.text()) == ([], "p")
    pane.setFocus()
    QTest.keyPress(pane, KEY.Key_P)
    QTest.keyPress(pane, KEY.Key_P)
    QTest.keyRelease(pane, KEY.Key_P)
    assert done == ["P"]


def test_a_button_that_is_gone_offers_nothing(done, show):
    pane = show(Pane(done))
    delete(pane.made)
    assert not pane.registry.action("vote.for").is_possible()


# the real window


def every_pane(window):
    stack = window.findChild(StepStack)
    return [stack.pane(step) for step in Step]


def test_no_two_actions_of_a_step_share_a_key(room):
    window = room.open_window()
    for pane in (*every_pane(window), SuspensionPage(UTC)):
        assert pane.registry.conflicts() == (), pane.objectName()
    window.registry.show_step(None)
    assert window.registry.conflicts() == ()


def test_identifiers_are_never_shared_between_a_step_and_the_window(room):
    window = room.open_window()
    window.registry.show_step(None)
    own = {each.identifier for each in window.registry.actions()}
    for pane in every_pane(window):
        assert not own & {each.identifier for each in pane.registry.actions()}


def test_every_action_that_is_listed_has_a_text_and_every_key_a_known_name(room):
    window = room.open_window()
    for pane in every_pane(window):
        window.registry.show_step(pane.registry)
        for each in window.registry.actions():
            assert each.identifier
            assert each.text or each.scope is Scope.STEP
            assert all(window.registry.find(key) is not None for key in each.shortcuts)


def test_the_name_of_a_key_is_the_one_the_registry_knows(done):
    pairs = (
        (an_event(KEY.Key_PageDown, modifiers=CTRL), "Ctrl+PgDown"),
        (an_event(KEY.Key_H, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier), "Ctrl+Shift+H"),
        (an_event(KEY.Key_Ampersand, modifiers=Qt.KeyboardModifier.AltModifier), "Alt+&"),
        (an_event(KEY.Key_Eacute, modifiers=Qt.KeyboardModifier.AltModifier), "Alt+É"),
        (an_event(KEY.Key_Plus, modifiers=CTRL), "Ctrl++"),
        (an_event(KEY.Key_F5), "F5"),
        (an_event(KEY.Key_Apostrophe, "’"), "'"),
    )
    assert [key_of(event) for event, _name in pairs] == [name for _event, name in pairs]
