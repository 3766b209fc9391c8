"""The theme: everything on screen changes with it, also what paints itself."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from alize_desktop.ui.theme.look import font, palette_of, qt_palette, scale, scaled
from alize_desktop.ui.theme.theme import Scheme, Theme, dress
from alize_desktop.ui.theme.tokens import DARK, LIGHT, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.pill import Pill


def colours_of(widget):
    """The colours of a picture of ``widget``, the most frequent first."""
    image = widget.grab().toImage()
    seen = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(QPoint(x, y)).name().upper()
            seen[name] = seen.get(name, 0) + 1
    return sorted(seen, key=seen.__getitem__, reverse=True)


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    column = QVBoxLayout(window)
    window.words = QLabel("Bonjour")
    window.line = QLineEdit("12 000")
    window.button = KeyButton("Clore", kind=Kind.PRIMARY)
    window.pill = Pill("Agréé", Role.GOOD)
    for each in (window.words, window.line, window.button, window.pill):
        column.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    return window


def test_switching_repaints_everything_at_once(theme, window):
    for scheme, palette in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.set_scheme(scheme)
        assert colours_of(window)[0] == palette.bg
        assert colours_of(window.line)[0] == palette.surface
        assert colours_of(window.button)[0] == palette.primary
        assert colours_of(window.pill)[0] == palette.good_ground
        assert palette.text in colours_of(window.words)


def test_a_switch_is_said_once(theme, qtbot):
    theme.set_scheme(Scheme.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert theme.scheme is Scheme.DARK
    assert theme.colours == DARK


def test_the_system_is_followed_until_the_user_chooses(theme, qapp, monkeypatch):
    hints = qapp.styleHints()
    monkeypatch.setattr(theme, "_system_is_dark", lambda: True)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert palette_of(QWidget()) == DARK
    theme.set_scheme(Scheme.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert palette_of(QWidget()) == LIGHT


def test_the_user_may_follow_the_system_again(theme):
    theme.set_scheme(Scheme.DARK)
    theme.set_scheme(Scheme.SYSTEM)
    assert theme.scheme is Scheme.SYSTEM
    assert theme.colours == LIGHT


def test_nothing_is_dressed_before_it_is_asked(qapp):
    before = qapp.styleSheet()
    theme = Theme(qapp)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.styleSheet() == before
    theme.deleteLater()


def test_a_window_built_bare_is_dressed_when_it_is_seen(theme, qapp, qtbot):
    dressed = qapp.styleSheet()
    qapp.setStyleSheet("")
    later = Theme(qapp, sheet_later=True)
    later.apply()
    bare = QWidget()
    qtbot.addWidget(bare)
    later.put_on_with(bare)
    assert qapp.styleSheet() == ""
    bare.show()
    assert qapp.styleSheet() == dressed
    later.set_scheme(Scheme.DARK)
    assert qapp.styleSheet() != dressed
    later.deleteLater()


def test_a_window_may_be_dark_alone(theme, window, qtbot):
    theme.set_scheme(Scheme.LIGHT)
    room = QWidget()
    column = QVBoxLayout(room)
    pill, words = Pill("Agréé", Role.GOOD), QLabel("Bonjour")
    column.addWidget(pill)
    column.addWidget(words)
    qtbot.addWidget(room)
    dress(room, DARK)
    room.show()
    assert colours_of(room)[0] == DARK.bg
    assert colours_of(pill)[0] == DARK.good_ground
    assert DARK.text in colours_of(words)
    assert colours_of(window.pill)[0] == LIGHT.good_ground


def test_the_text_size_enlarges_everything(theme, window):
    before = window.button.sizeHint(), window.pill.sizeHint(), window.words.sizeHint()
    theme.set_text_scale(150)
    after = window.button.sizeHint(), window.pill.sizeHint(), window.words.sizeHint()
    for small, large in zip(before, after, strict=True):
        assert 1.3 < large.height() / small.height() < 1.6
    assert (scale(), scaled(10), font(12).pixelSize()) == (1.5, 15, 18)


@pytest.mark.parametrize(("asked", "given"), [(10, 90), (400, 150)])
def test_the_text_size_has_limits(theme, asked, given):
    theme.set_text_scale(asked)
    assert theme.text_scale == given


def test_disabled_words_are_still_readable(theme):
    theme.set_scheme(Scheme.LIGHT)
    label = QLabel("x")
    label.setEnabled(False)
    palette = qt_palette(LIGHT)
    shown = palette.color(palette.ColorGroup.Disabled, palette.ColorRole.WindowText)
    assert shown == QColor(LIGHT.soft)
