"""A text of papers is worded, checked as it is typed, seen as a page, adopted, given back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from alize_desktop.models.enums import TemplateKey
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.raw_text import raw_text

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
REFUSED = TemplateKey.NOTIFICATION_REFUSED
PATIENCE = 30_000


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def worded(screen):
    """The screen on a text, the keyboard in it."""
    screen.show_template(REFUSED)
    screen.text.take_keyboard()
    return screen


def type_at_end(screen, text):
    screen.text.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(screen.text.edit, text)


def entry(screen, key=REFUSED):
    return next(each for each in screen.list.entries() if each.key is key)


def test_every_text_is_listed_after_what_papers_have_in_common(screen):
    assert [each.key for each in screen.list.entries()] == [None, *TemplateKey]
    assert entry(screen).detail == "texte d’origine"


def test_the_arrows_run_along_the_list(screen):
    screen.take_keyboard()
    press(KEY.Key_Down)
    assert screen.text.template.key is TemplateKey.NOTICE
    assert screen.text.findChild(QLabel, "template_title").text() == "Convocation"


def test_a_text_is_adopted_with_a_key_and_keeps_its_no_break_spaces(desk, worded, qtbot):
    before = desk.services.templates.shipped_text(REFUSED)
    assert "\u00a0" in before
    type_at_end(worded, "Merci.")
    assert worded.is_dirty
    with qtbot.waitSignal(worded.said):
        press(KEY.Key_S, CTRL)
    assert desk.services.templates.text(REFUSED) == f"{before}Merci.\n"
    assert entry(worded).detail == "version\u00a01 du 3 mars 2026"
    assert not worded.is_dirty
    assert not worded.text.adopt.isEnabled()


def test_an_unknown_field_is_named_as_it_is_typed(worded):
    type_at_end(worded, "{entreprize}")
    assert "entreprize" in worded.text.error()
    assert "entreprise" in worded.text.error()
    assert len(worded.text.edit.extraSelections()) == 1
    assert not worded.text.adopt.isEnabled()
    for _each in range(3):
        press(KEY.Key_Backspace)
    QTest.keyClicks(worded.text.edit, "se}")
    assert worded.text.error() == ""
    assert worded.text.edit.extraSelections() == []
    assert worded.text.adopt.isEnabled()


def test_a_broken_field_is_told_with_its_line(worded):
    worded.text.edit.replace_text("Bonjour.\n\nVotre {entreprise")
    assert worded.text.error().startswith("Ligne 3")


def test_a_field_is_inserted_where_the_cursor_is(worded):
    worded.text.edit.replace_text("Bonjour ")
    worded.text.edit.moveCursor(QTextCursor.MoveOperation.End)
    press(KEY.Key_I, CTRL)
    assert worded.text.fields.hasFocus()
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    chosen = worded.text.fields.fields()[1].name
    assert raw_text(worded.text.edit) == f"Bonjour {{{chosen}}}"
    assert worded.text.edit.hasFocus()


def test_escape_comes_back_from_the_fields(worded):
    press(KEY.Key_I, CTRL)
    press(KEY.Key_Escape)
    assert worded.text.edit.hasFocus()
    press(KEY.Key_I, CTRL)
    press(KEY.Key_End)
    assert worded.text.fields.currentRow() > 0


def test_a_text_without_fields_offers_none(screen):
    screen.show_template(TemplateKey.STANDARD_SENTENCES)
    assert not screen.text.fields.isVisible()
    assert not screen.text.insert.isVisible()


def test_what_is_typed_is_abandoned_and_can_be_had_again(worded):
    type_at_end(worded, "Merci.")
    press(KEY.Key_Escape)
    assert not worded.is_dirty
    press(KEY.Key_Z, CTRL)
    assert worded.is_dirty


def test_the_text_of_the_program_comes_back_and_so_does_the_other(desk, worded, qtbot):
    desk.services.templates.adopt(REFUSED, "Refus\u00a0: {motif}")
    worded.show_template(REFUSED)
    with qtbot.waitSignal(worded.said):
        worded.text.restore.click()
    assert desk.services.templates.text(REFUSED) == desk.services.templates.shipped_text(REFUSED)
    assert not worded.text.restore.isEnabled()
    worded.text.versions.click()
    (menu,) = worded.text.findChildren(QMenu)
    (version,) = menu.actions()
    assert version.text() == "Version\u00a01 du 3 mars 2026"
    version.trigger()
    menu.close()
    press(KEY.Key_S, CTRL)
    assert desk.services.templates.text(REFUSED) == "Refus\u00a0: {motif}\n"
    assert entry(worded).detail.startswith("version\u00a03")


def test_leaving_asks_before_what_is_typed_is_lost(worded, answer):
    heard = []
    worded.typing_changed.connect(heard.append)
    type_at_end(worded, "Merci.")
    worded.take_keyboard()
    press(KEY.Key_Down)
    assert "Abandonner" in answer(worded, "Rester")
    assert worded.text.template.key is REFUSED
    assert worded.list.currentItem().text().startswith("Notification d’un refus")
    left = []
    worded.try_leave(lambda: left.append(True))
    answer(worded, "Abandonner")
    assert left == [True]
    assert heard == [True, False]


def test_a_refusal_of_the_service_is_shown(desk, worded, answer):
    type_at_end(worded, "Merci.")
    worded.text.adopt_asked.emit("{inconnu}")
    assert "inconnu" in answer(worded, "Fermer")
    assert worded.is_dirty


def test_the_page_follows_what_is_typed(worded, qtbot):
    qtbot.waitUntil(lambda: worded.page.pages > 0, timeout=PATIENCE)
    before = worded.page.content
    type_at_end(worded, "Merci.")
    qtbot.waitUntil(lambda: worded.page.content != before, timeout=PATIENCE)
    type_at_end(worded, "{inconnu}")
    qtbot.waitUntil(lambda: "inconnu" in worded.page.refusal, timeout=PATIENCE)
    press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: worded.page.refusal == "", timeout=PATIENCE)


def test_another_screen_s_change_is_read_again_unless_something_is_typed(desk, worded):
    changes = desk.services.templates.adopt(REFUSED, "Refus")
    desk.bus.changed.emit(changes, None)
    assert raw_text(worded.text.edit) == "Refus\n"
    type_at_end(worded, "e")
    desk.bus.changed.emit(desk.services.templates.adopt(REFUSED, "Autre"), None)
    assert worded.is_dirty


def test_the_marks_follow_the_theme(worded, theme, qtbot):
    worded.text.edit.replace_text("[[{inconnu}]]")
    theme.set_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: len(worded.text.edit.extraSelections()) == 1)


def test_the_splitter_is_remembered(desk, screen, qtbot):
    screen._splitter.setSizes([200, 600, 382])
    screen._splitter.splitterMoved.emit(200, 1)
    again = desk.open_screen()
    assert again._splitter.sizes() == screen._splitter.sizes()
