"""Papers asked from a screen: the file, the work, the preview."""

from functools import partial
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.preparation import RefusedPaper, SchedulesFolder

NOBODY = UUID("00000000-0000-7000-8000-000000000000")


@pytest.fixture
def heard(window):
    said = []
    window.papers.said.connect(said.append)
    return said


def preview_of(window):
    return window.papers._preview


def files_of(window):
    return [each for each in window.findChildren(QFileDialog) if each.isVisible()]


def test_the_minutes_are_written_where_one_said_and_shown(
    window, qtbot, a_meeting, heard, tmp_path
):
    window.committee.minutes_requested.emit(a_meeting())
    (files,) = files_of(window)
    assert Path(files.selectedFiles()[0]) == tmp_path / "papers" / "pv-CA-2026-01.pdf"
    files.fileSelected.emit(str(tmp_path / "pv.pdf"))
    assert window.body.progress.isVisible()
    qtbot.waitUntil(lambda: preview_of(window) is not None, timeout=20_000)
    assert heard == ["Enregistré\u00a0: pv.pdf"]
    assert (tmp_path / "pv.pdf").read_bytes().startswith(b"%PDF")
    assert preview_of(window).pages >= 1
    shown = preview_of(window)
    window.let_go()
    assert not shown.isVisible()


def test_minutes_of_a_meeting_that_is_gone_are_refused(window, boxes):
    window.papers.export_minutes(window._services, NOBODY)
    assert "séance" in boxes(window)[0].text
    assert files_of(window) == []


def test_a_folder_that_cannot_be_made_is_said(window, a_meeting, boxes, tmp_path):
    (tmp_path / "papers").write_text("un fichier")
    window.papers.export_minutes(window._services, a_meeting())
    assert "Impossible d’écrire" in boxes(window)[0].text


def test_a_workbook_that_a_screen_asks_for_is_written_and_not_opened(
    window, qtbot, services, heard, tmp_path
):
    export = partial(services.schedules.export, services.dossiers.by_number("2026-001"))
    window.stack.paper_asked.emit("echeancier.xlsx", export)
    (files,) = files_of(window)
    assert files.nameFilters() == ["Classeur Excel (*.xlsx)"]
    files.fileSelected.emit(str(tmp_path / "e.xlsx"))
    qtbot.waitUntil(lambda: heard == ["Enregistré\u00a0: e.xlsx"], timeout=20_000)
    assert preview_of(window) is None


def test_every_schedule_is_written_in_the_folder_that_one_said(
    window, qtbot, services, heard, tmp_path
):
    window.stack.schedules_asked.emit(services.schedules.export_all)
    (files,) = files_of(window)
    files.fileSelected.emit(str(tmp_path / "tous"))
    said = "0 échéancier écrit dans «\u00a0tous\u00a0»"
    qtbot.waitUntil(lambda: heard == [said], timeout=20_000)


def test_a_schedule_that_is_not_written_is_named(window, heard, tmp_path):
    refused = RefusedPaper("echeancier-1.xlsx", UserError(ErrorCode.DISK_FULL))
    window.papers._on_schedules(SchedulesFolder(tmp_path, (), (refused,)))
    assert heard[0].endswith("Non écrits\u00a0: echeancier-1.xlsx")


def test_one_paper_at_a_time(window, qtbot, heard, tmp_path):
    may_end = Event()

    def export(_path):
        yield Progress(0, 1, "…")
        may_end.wait(5)
        raise UserError(ErrorCode.DISK_FULL)

    window.papers.write(export, tmp_path / "a.pdf")
    window.papers.write(export, tmp_path / "b.pdf")
    assert heard == ["Un papier est déjà en préparation."]
    may_end.set()
    qtbot.waitUntil(lambda: window.papers._task is None)


def test_a_paper_that_cannot_be_written_is_said(window, qtbot, boxes, tmp_path):
    def export(_path):
        yield Progress(0, 1, "…")
        raise UserError(ErrorCode.DISK_FULL)

    window.papers.write(export, tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert "disque" in boxes(window)[0].text
    qtbot.waitUntil(lambda: not window.body.progress.isVisible())


def test_closing_stops_what_is_being_written_and_waits(window, qtbot, tmp_path):
    ended = []

    def export(_path):
        try:
            while True:
                yield Progress(0, 1, "…")
        finally:
            ended.append(True)

    window.papers.write(export, tmp_path / "a.pdf")
    qtbot.wait(20)
    window.close()
    assert ended == [True]
