"""The papers of a meeting are listed, made, shown, and made all at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.papers.meeting_window import MeetingPapersWindow
from alize_desktop.ui.papers.table import state_of, title_of

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CONDUCTOR = "2 En séance/Conducteur.pdf"


@pytest.fixture
def window(desk, opened):
    made = opened(MeetingPapersWindow(desk.meeting, desk.tools))
    made.take_keyboard()
    return made


@pytest.fixture
def line(window):
    """Return the line of a paper."""

    def find(name):
        return next(each for each in window.papers.table.papers() if each.name == name)

    return find


def free(window):
    return lambda: not window.worker.is_busy


def text_of(window, name):
    return window.findChild(QLabel, name).text()


def test_everything_that_may_be_made_is_listed_with_nothing_made(window, desk):
    listed = window.papers.table.papers()
    titles = [title_of(each) for each in listed]
    assert "Conducteur" in titles
    assert sum(each.startswith("Convocation") for each in titles) == len(desk.seated())
    assert {state_of(each) for each in listed} == {"À faire"}
    assert "2026-11-23_comité" in text_of(window, "paper_folder")


def test_one_paper_is_made_by_a_key_then_shown(window, desk, line, qtbot):
    window.papers.table.choose(CONDUCTOR)
    QTest.keyClick(window.papers.table, KEY.Key_Return, CTRL)
    assert window.worker.strip.isVisible()
    qtbot.waitUntil(lambda: bool(desk.shown), timeout=20_000)
    qtbot.waitUntil(free(window))
    made = desk.tools.usual_folder / "2026-11-23_comité" / CONDUCTOR
    assert desk.shown == [made]
    assert state_of(line(CONDUCTOR)) == "Fait"
    assert window.papers.table.chosen() == CONDUCTOR
    QTest.keyClick(window.papers.table, KEY.Key_Return)  # made: it is shown again
    assert desk.shown == [made, made]


def test_a_paper_older_than_the_data_is_said_so(window, desk, line, qtbot):
    window.papers.table.choose(CONDUCTOR)
    QTest.keyClick(window.papers.table, KEY.Key_Return)  # not made yet: it is made
    qtbot.waitUntil(lambda: bool(desk.shown), timeout=20_000)
    qtbot.waitUntil(free(window))
    desk.tools.bus.changed.emit(desk.edit_dossier("2026-006"), None)
    assert state_of(line(CONDUCTOR)) == "Plus ancien que les données"
    Path(line(CONDUCTOR).paper.path).unlink()
    desk.tools.bus.changed.emit(Changes(meetings=frozenset({desk.meeting})), None)
    assert state_of(line(CONDUCTOR)) == "Fichier absent"


def test_everything_is_prepared_and_the_refused_are_told_with_their_reason(
    window, desk, line, qtbot
):
    target = desk.tools.usual_folder / "2026-11-23_comité" / "2 En séance"
    (target / "Bulletins de vote.pdf").mkdir(parents=True)  # a folder stands in its place
    QTest.keyClick(window.papers.table, KEY.Key_T, CTRL)
    assert not window.papers.all.isEnabled()
    qtbot.waitUntil(free(window), timeout=120_000)
    assert window.papers.all.isEnabled()
    assert "1 papier n’a pas pu être fait" in text_of(window, "paper_prepared")
    (refused,) = window.papers.refusals.lines()
    assert refused.startswith("Bulletins de vote\u00a0: ")
    assert state_of(line(CONDUCTOR)) == "Fait"
    assert (target.parent.parent / "2026-11-23_comité.zip").is_file()


def test_a_preparation_is_stopped_and_what_was_made_stays(window, qtbot, desk):
    window.papers.prepare()
    qtbot.waitUntil(lambda: any(desk.tools.usual_folder.rglob("*.pdf")), timeout=20_000)
    window.worker.cancel()
    qtbot.waitUntil(free(window), timeout=20_000)
    states = [state_of(each) for each in window.papers.table.papers()]
    assert {"Fait", "À faire"} <= set(states)
    assert not list(desk.tools.usual_folder.glob("*.zip"))
    assert not window.papers.refusals.isVisible()


def test_a_folder_that_cannot_be_made_is_told(window, desk, boxes):
    desk.tools.usual_folder.write_text("un fichier")
    window.papers.prepare()
    assert "Impossible d’écrire" in boxes(window)[0].text()
    assert not window.worker.is_busy


def test_papers_go_to_another_folder_from_then_on(window, desk, tmp_path):
    files = window.papers.ask_folder()
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(tmp_path / "ailleurs"))
    assert str(tmp_path / "ailleurs") in text_of(window, "paper_folder")
    assert desk.tools.folder() == tmp_path / "ailleurs"
    files.close()


def test_a_folder_that_is_not_there_is_told(window, boxes):
    window.papers.open_folder()
    assert "papiers" in boxes(window)[0].text()


def test_the_folder_is_opened_by_the_system(window, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    (desk.tools.usual_folder / "2026-11-23_comité").mkdir(parents=True)
    window.papers.open_folder()
    assert [Path(each.toLocalFile()).name for each in opened] == ["2026-11-23_comité"]


def test_a_meeting_that_is_deleted_closes_its_window(window, desk):
    draft = desk.services.meetings.detail(desk.meeting).row.draft
    other, _changes = desk.services.meetings.create(draft)
    shown = MeetingPapersWindow(other, desk.tools)
    shown.show()
    changes = desk.services.life.delete(other)
    desk.tools.bus.changed.emit(changes, None)
    assert not shown.isVisible()
    shown.deleteLater()


def test_the_keyboard_goes_from_tab_to_tab_and_escape_closes(window, qtbot):
    QTest.keyClick(window, KEY.Key_Tab, CTRL)
    assert window.tabs.current() == "packs"
    QTest.keyClick(window, KEY.Key_Tab, CTRL)
    assert window.tabs.current() == "sendings"
    QTest.keyClick(window, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())
