"""The windows of papers: opened by a key from a meeting or a dossier, closed with the registry."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from alize_desktop.ui.papers.dossier_window import DossierPapersWindow
from alize_desktop.ui.papers.meeting_window import MeetingPapersWindow
from alize_desktop.ui.papers.verification import VerificationDialog

NOBODY = UUID("00000000-0000-7000-8000-000000000000")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(window, qtbot):
    """Press the key of the papers; return the window that opens."""

    def open_one(kind):
        QTest.keyClick(window, Qt.Key.Key_J, CTRL)
        (made,) = window.findChildren(kind)
        qtbot.waitUntil(made.isVisible)
        return made

    return open_one


def test_the_papers_of_a_meeting_open_by_a_key_once(window, a_meeting, opened):
    a_meeting()
    window.go_to("meetings")
    shown = opened(MeetingPapersWindow)
    assert shown.focusWidget() is shown.papers.table
    shown.close()
    window.activateWindow()
    assert opened(MeetingPapersWindow) is shown  # read again, not built again


def test_the_papers_of_a_dossier_open_by_a_key(window, services, screen_of, opened):
    screen_of(window).show_dossier(services.dossiers.by_number("2026-002"))
    assert "2026-002" in opened(DossierPapersWindow).windowTitle()


def test_a_meeting_that_is_gone_is_told(window, services, boxes):
    window.papers.show_meeting(services, NOBODY)
    assert boxes(window)
    assert not window.findChildren(MeetingPapersWindow)


def test_every_window_of_papers_goes_with_the_registry(window, a_meeting, opened, qtbot):
    a_meeting()
    window.go_to("meetings")
    shown = opened(MeetingPapersWindow)
    gone = []
    shown.destroyed.connect(lambda: gone.append(True))
    window.let_go()
    assert not shown.isVisible()
    qtbot.waitUntil(lambda: bool(gone))


def test_a_file_is_verified_from_anywhere_by_a_key(window, qtbot, tmp_path):
    QTest.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    (files,) = (each for each in window.findChildren(QFileDialog) if each.isVisible())
    path = tmp_path / "autre.pdf"
    path.write_text("rien")
    files.fileSelected.emit(str(path))
    files.close()
    dialog = window.findChild(VerificationDialog)
    qtbot.waitUntil(lambda: not dialog.worker.is_busy, timeout=20_000)


def test_a_paper_is_shown_from_the_window_of_a_meeting(window, a_meeting, opened, qtbot):
    a_meeting()
    window.go_to("meetings")
    shown = opened(MeetingPapersWindow)
    shown.papers.table.choose("2 En séance/Conducteur.pdf")
    shown.papers.make()
    qtbot.waitUntil(lambda: window.papers._preview is not None, timeout=20_000)
    assert window.papers._preview.pages
    qtbot.waitUntil(lambda: not shown.worker.is_busy)
