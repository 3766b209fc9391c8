"""What every paper has in common is typed, seen on a letter, and adopted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alize_desktop.models.records.papers import PaperIdentity

PATIENCE = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(screen):
    screen.identity.take_keyboard()
    return screen.identity


def test_looks_are_typed_and_adopted_with_a_key(desk, screen, pane, qtbot):
    QTest.keyClicks(pane.address.edit, "12 rue X")
    QTest.keyClicks(pane.signatory.edit, "Claire Roussel")
    QTest.keyClicks(pane.footer.edit, "SIREN 999 482 137")
    assert screen.is_dirty
    with qtbot.waitSignal(screen.said):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    kept = desk.services.templates.identity()
    assert (kept.address, kept.signatory) == ("12 rue X", "Claire Roussel")
    assert not screen.is_dirty


@pytest.mark.dressed
def test_a_pale_colour_is_refused_under_its_field(desk, pane):
    pane.accent.take("#fafafa")
    assert "trop pâle" in pane.accent.field.error()
    pane.adopt.click()
    assert desk.services.templates.identity().accent == PaperIdentity().accent
    assert pane.accent.field.edit.hasFocus()


@pytest.mark.dressed
def test_a_colour_is_chosen_in_a_window_that_waits_for_nobody(pane):
    dialog = pane.accent.ask()
    dialog.setCurrentColor(QColor("#7a1f3d"))
    dialog.accept()
    assert pane.identity().accent == "#7a1f3d"


@pytest.mark.dressed
def test_a_logo_is_chosen_shown_adopted_and_taken_away(desk, screen, pane, picture, qtbot):
    dialog = pane.logo.ask()
    dialog.fileSelected.emit(str(picture))
    dialog.close()
    qtbot.waitUntil(lambda: pane.identity().logo is not None, timeout=PATIENCE)
    pane.adopt.click()
    assert desk.services.templates.identity().logo is not None
    assert not screen.is_dirty
    assert not pane.grab().isNull()
    pane.logo.remove.click()
    pane.adopt.click()
    assert desk.services.templates.identity().logo is None


def test_a_file_that_is_no_picture_is_refused_with_its_sentence(pane, tmp_path, qtbot):
    path = tmp_path / "logo.png"
    path.write_text("not a picture", encoding="utf-8")
    pane.logo.read(path)
    qtbot.waitUntil(lambda: "pas une image" in pane.logo.error(), timeout=PATIENCE)
    assert pane.identity().logo is None
    pane.logo.read(path)
    pane.logo.read(tmp_path / "missing.png")  # the last one chosen is the one that is meant
    qtbot.waitUntil(lambda: "missing.png" in pane.logo.error(), timeout=PATIENCE)


def test_looks_are_abandoned_with_escape(pane):
    QTest.keyClicks(pane.address.edit, "12 rue X")
    QTest.keyClick(pane.address.edit, Qt.Key.Key_Escape)
    assert not pane.is_dirty
    assert pane.address.edit.toPlainText() == ""


def test_the_letter_follows_what_is_typed(desk, screen, pane, qtbot):
    qtbot.waitUntil(lambda: screen.page.pages > 0, timeout=PATIENCE)
    before = screen.page.content
    QTest.keyClicks(pane.address.edit, "12 rue X")
    qtbot.waitUntil(lambda: screen.page.content != before, timeout=PATIENCE)
    pane.accent.field.edit.setText("#fafafa")
    qtbot.waitUntil(lambda: "trop pâle" in screen.page.refusal, timeout=PATIENCE)


def test_looks_in_force_are_shown(desk, screen, pane):
    adopted = replace(desk.services.templates.identity(), signatory="Anne Weiss")
    desk.bus.changed.emit(desk.services.templates.adopt_identity(adopted), None)
    assert pane.signatory.edit.text() == "Anne Weiss"
