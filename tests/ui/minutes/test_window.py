"""Minutes are written beside their page: kept as they are typed, closed to typing once signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from alize_desktop.models.enums import MinutesBlock, MinutesStage
from alize_desktop.services.minutes_texts import LONGEST
from alize_desktop.ui.minutes.bank import sentences_of

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def field_of(window, block):
    return next(each for each in window.parts.fields() if each.block is block)


@pytest.fixture
def opening(window):
    """The first place, the keyboard in it."""
    field = field_of(window, MinutesBlock.OPENING)
    field.edit.setFocus()
    return field


def test_every_part_is_there_with_what_the_program_says(window):
    titles = [each.title for each in window.parts.parts]
    assert titles[0] == "Ouverture de la séance"
    assert sum(each.startswith("Dossier 2026-") for each in titles) == 2
    said = [each.text() for each in window.findChildren(QLabel, "minutes_said")]
    assert any("17 membres en exercice" in each for each in said)
    assert window.rail.count() == len(titles)


def test_what_is_typed_is_kept_after_a_pause_without_a_key(desk, opening, qtbot):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    assert opening.is_pending
    qtbot.waitUntil(lambda: desk.text(MinutesBlock.OPENING) == "Bienvenue.", timeout=PATIENCE)
    assert not opening.is_pending


def test_what_is_typed_is_kept_when_the_keyboard_leaves(desk, window, opening):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    press(KEY.Key_Tab)
    assert desk.text(MinutesBlock.OPENING) == "Bienvenue."
    assert not opening.edit.hasFocus()


def test_a_text_of_a_point_is_kept_for_that_point(desk, window, qtbot):
    heard = field_of(window, MinutesBlock.DISCUSSION)
    heard.edit.setFocus()
    QTest.keyClicks(heard.edit, "Le dirigeant repond.")
    assert window.keep()
    assert desk.text(MinutesBlock.DISCUSSION, heard.item_id) == "Le dirigeant repond."
    assert window.rail.currentItem().text().startswith("Dossier 2026-006")


def test_another_window_does_not_take_what_is_being_typed_away(desk, window, opening):
    QTest.keyClicks(opening.edit, "Bien")
    desk.services.minutes_texts.write(desk.meeting, MinutesBlock.CLOSING, "Fin.")
    desk.bus.changed.emit(
        desk.services.minutes_texts.write(desk.meeting, MinutesBlock.OPENING, "Autre"), None
    )
    assert opening.text() == "Bien"
    assert field_of(window, MinutesBlock.CLOSING).text() == "Fin."


def test_a_text_that_is_refused_says_why_and_holds_the_window(desk, window, opening, answer):
    opening.edit.setPlainText("x" * (LONGEST + 1))
    press(KEY.Key_W, CTRL)
    assert "Fermer sans lui" in answer(window, "Corriger")
    assert window.isVisible()
    assert opening.refusal()
    assert desk.text(MinutesBlock.OPENING) == ""
    assert not window.stage.button(MinutesStage.REVIEWED).isEnabled()
    window.stage.stage_asked.emit(MinutesStage.REVIEWED, "")  # nothing while a text is refused
    window.close()
    answer(window, "Fermer sans lui")
    assert not window.isVisible()


def test_a_window_is_closed_with_a_key_and_keeps_what_is_typed(desk, window, opening):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    press(KEY.Key_W, CTRL)
    assert not window.isVisible()
    assert desk.text(MinutesBlock.OPENING) == "Bienvenue."


def test_going_to_another_window_keeps_what_is_typed(desk, window, opening, qtbot):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: desk.text(MinutesBlock.OPENING) == "Bienvenue.", timeout=PATIENCE)


def test_a_standard_sentence_is_written_at_the_cursor_with_a_key(window, opening):
    QTest.keyClicks(opening.edit, "Bon.Fin.")
    cursor = opening.edit.textCursor()
    cursor.setPosition(4)
    opening.edit.setTextCursor(cursor)
    press(KEY.Key_I, CTRL)
    bank = window.findChild(QWidget, "sentence_bank")
    assert bank.list.currentItem().text().startswith("La présidence souhaite la bienvenue")
    QTest.keyClick(bank.list, KEY.Key_Down)
    chosen = bank.list.currentItem().text()
    QTest.keyClick(bank.list, KEY.Key_Return)
    assert opening.text() == f"Bon. {chosen}Fin."
    assert not bank.isVisible()


def test_the_sentences_of_the_place_come_first(window):
    closing = field_of(window, MinutesBlock.CLOSING)
    closing.edit.setFocus()
    bank = window.open_bank()
    assert bank.list.item(0).text() == "Clôture de la séance"
    QTest.keyClick(bank.list, KEY.Key_Up)
    bank.list.take()
    assert closing.text() == "L’ordre du jour étant épuisé, la séance est levée."


def test_the_sentences_may_stand_under_no_heading():
    assert sentences_of("- Un\n- Deux\n\n# Fin\n\n- Trois") == (
        ("", ("Un", "Deux")),
        ("Fin", ("Trois",)),
    )


def test_the_arrows_of_the_rail_go_to_a_part_and_enter_writes_in_it(window):
    window.rail.setFocus()
    press(KEY.Key_End)
    assert window.rail.currentItem().text() == "Clôture de la séance"
    press(KEY.Key_Return)
    assert field_of(window, MinutesBlock.CLOSING).edit.hasFocus()


def test_a_field_is_as_tall_as_what_is_typed(opening):
    before = opening.edit.height()
    opening.edit.setPlainText("\n".join("abcdefgh"))
    grown = opening.edit.height()
    opening.edit.setPlainText("\n" * 200)
    assert before < grown < opening.edit.height() < 600


def test_no_break_spaces_are_kept(desk, opening):
    opening.edit.setPlainText("Bienvenue\u00a0!")
    opening.keep()
    assert desk.text(MinutesBlock.OPENING) == "Bienvenue\u00a0!"


def test_a_step_says_why_it_must_wait(window):
    button = window.stage.button(MinutesStage.REVIEWED)
    assert not button.isEnabled()
    assert "n’est pas levée" in button.toolTip()
    assert "n’est pas levée" in window.stage.sentence()


def test_minutes_are_reviewed_signed_and_approved(desk, window, tmp_path, answer):
    desk.close_meeting()
    window.stage.by.setText("Mme Roussel")
    window.stage.button(MinutesStage.REVIEWED).click()
    assert desk.record().stages[-1].by == "Mme Roussel"
    assert window.stage.button(MinutesStage.DRAFT).isVisible()
    window.stage.button(MinutesStage.SIGNED).click()
    assert "PDF" in answer(window, "Fermer")
    desk.export(tmp_path / "pv.pdf")
    window.stage.button(MinutesStage.SIGNED).click()
    assert all(each.edit.isReadOnly() for each in window.parts.fields())
    assert "signé" in window.stage.sentence()
    assert window.open_bank() is None
    assert not window.bank.isEnabled()
    window.stage.button(MinutesStage.APPROVED).click()
    assert desk.record().stages[-1].stage is MinutesStage.APPROVED
    assert not window.stage.by.isVisible()


def test_a_text_changed_makes_reviewed_minutes_a_draft_again(desk, window):
    desk.close_meeting()
    window.stage.button(MinutesStage.REVIEWED).click()
    opening = field_of(window, MinutesBlock.OPENING)
    QTest.keyClicks(opening.edit, "Bienvenue.")
    opening.keep()
    assert desk.record().stages[-1].stage is MinutesStage.DRAFT
    assert window.stage.button(MinutesStage.REVIEWED).isVisible()


def test_the_page_follows_what_is_typed(window, opening, qtbot):
    qtbot.waitUntil(lambda: window.page.pages > 0, timeout=PATIENCE)
    before = window.page.content
    QTest.keyClicks(opening.edit, "Bienvenue.")
    qtbot.waitUntil(lambda: window.page.content != before, timeout=PATIENCE)


def test_the_pdf_is_asked_for_with_a_key_once_the_text_is_kept(desk, window, opening, qtbot):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    with qtbot.waitSignal(window.export_requested) as asked:
        press(KEY.Key_P, CTRL)
    assert asked.args == [desk.meeting]
    assert desk.text(MinutesBlock.OPENING) == "Bienvenue."


def test_the_parts_follow_the_meeting(desk, window, opening):
    QTest.keyClicks(opening.edit, "Bienvenue.")
    opening.edit.moveCursor(QTextCursor.MoveOperation.End)
    before = window.findChildren(QLabel, "minutes_said")[0].text()
    desk.close_meeting()
    assert window.findChildren(QLabel, "minutes_said")[0].text() != before
    assert opening.text() == "Bienvenue."


def test_the_splitter_is_remembered(desk, window):
    window._splitter.setSizes([200, 700, 466])
    window._splitter.splitterMoved.emit(200, 1)
    again = desk.open_window()
    assert again._splitter.sizes() == window._splitter.sizes()
