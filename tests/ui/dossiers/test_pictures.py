"""The screen looked at: nothing is cut, in both themes, at both sizes and at 130 %."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.chip import Chip
from alize_desktop.ui.widgets.labels import ElidedLabel
from alize_desktop.ui.widgets.pill import Pill

pytestmark = pytest.mark.retold

PANES = (
    "company",
    "project",
    "financing",
    "jobs",
    "skills",
    "opinion",
    "documents",
    "decision",
    "schedule",
    "journal",
)


def cut(screen):
    """Texts that do not fit in the label, the pill or the button that shows them."""
    found = []
    for each in screen.findChildren(QWidget):
        if not each.isVisible() or isinstance(each, ElidedLabel):
            continue
        if isinstance(each, QLabel) and each.wordWrap():
            if each.heightForWidth(each.width()) > each.height():
                found.append(each.text())
        elif isinstance(each, QLabel | KeyButton | Chip | Pill):
            wanted = each.sizeHint()
            if each.width() < wanted.width() or each.height() < wanted.height():
                found.append((repr(each), each.size(), wanted))
    return found


def settle(qtbot, screen):
    """Let the layouts settle; what is still cut after that is really cut."""
    for _ in range(20):
        qtbot.wait(5)
        if not cut(screen):
            return


@pytest.mark.dressed
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1182, 688), (1736, 1000)])
@pytest.mark.parametrize("scale", [100, 130])
def test_nothing_is_cut(qtbot, theme, desk, details, grab, scheme, size, scale):
    theme.set_scheme(scheme)
    theme.set_text_scale(scale)
    desk.screen.resize(*size)
    desk.open("2026-002")
    for key in PANES:
        desk.editor.panes.show_pane(key)
        settle(qtbot, desk.screen)
        grab(desk.screen, f"dossier-{key}-{scheme.value}-{scale}-{size[0]}")
        assert not cut(desk.screen), key


@pytest.mark.dressed
def test_what_is_unsaved_is_seen(qtbot, theme, desk, grab):
    desk.open("2026-002")
    desk.type("company.siren", "123456789")
    desk.editor.save()
    settle(qtbot, desk.screen)
    grab(desk.screen, "dossier-unsaved")
    assert not cut(desk.screen)


@pytest.mark.dressed
def test_an_empty_registry_is_seen(qtbot, theme, open_desk, grab):
    desk = open_desk()
    settle(qtbot, desk.screen)
    grab(desk.screen, "dossiers-empty")
    assert not cut(desk.screen)


@pytest.mark.dressed
def test_no_result_and_the_filters_are_seen(qtbot, theme, desk, grab):
    desk.browser._filters_button.setChecked(True)
    desk.browser.set_search("introuvable")
    settle(qtbot, desk.screen)
    grab(desk.screen, "dossiers-no-result")
    assert not cut(desk.screen)
