"""The register of a year: statuses, the total, its file."""

import csv
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.ui.aid.declaring import DeclareDialog
from alize_desktop.ui.aid.rates import RatesDialog
from alize_desktop.ui.aid.register_page import RegisterPage

GRANTED = "2026-013"


@pytest.fixture
def page(desk):
    desk.services.aid.record_grant(desk.id(GRANTED))
    page = desk.show(RegisterPage(desk.tools))
    page.refresh()
    page.take_keyboard()
    return page


def test_the_aids_of_the_year_are_listed_with_their_total(page):
    assert page.model.rowCount() == 1
    row = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert row[2:] == ["2026-D001", "12\u202f000,00\u00a0€", "1\u202f736,51\u00a0€", "À déclarer"]
    assert page.total.text() == "1 aide, équivalent total 1\u202f736,51\u00a0€, 1 à déclarer"


def test_what_is_not_recorded_yet_is_told_above_the_list(desk):
    page = desk.show(RegisterPage(desk.tools))
    page.refresh()
    assert page.late.isVisible()
    assert page.late.text().startswith("● 1 aide accordée mais non enregistrée\u00a0: 2026-013.")
    desk.services.aid.record_grant(desk.id(GRANTED))
    page.refresh()
    assert not page.late.isVisible()


def test_another_year_has_none(page):
    page.year.setCurrentIndex(1)
    page.year.activated.emit(1)
    assert page.model.rowCount() == 0
    assert not page.export.isEnabled()
    assert not page.declare.isEnabled()


def test_a_status_is_recorded_from_the_list(desk, page):
    page.table.row_opened.emit(page.table.chosen())
    asked = desk.dialog(DeclareDialog)
    asked.status.box.setCurrentIndex(2)
    asked.status.box.activated.emit(2)
    asked.action.click()
    assert desk.services.aid.register(2026)[0].status is RegisterStatus.NOT_CONCERNED


def test_the_rates_are_reached_from_the_register(desk, page):
    page.rates.click()
    assert desk.dialog(RatesDialog).model.rowCount() == 2


def test_the_register_is_written_as_the_kind_that_is_chosen(desk, page, tmp_path, qtbot):
    page.export.click()
    files = desk.dialog(QFileDialog)
    files.filterSelected.emit("Classeur Excel (*.xlsx)")
    assert files.selectedFiles()[0].endswith("registre-des-aides-2026.xlsx")
    files.reject()
    path = tmp_path / "registre.csv"
    said = []
    page.said.connect(said.append)
    page.write(path)
    page.write(tmp_path / "autre.csv")
    qtbot.waitUntil(lambda: not page.worker.is_busy)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert any("2026-013-1" in cell for row in rows for cell in row)
    assert said == ["Un papier est déjà en préparation.", "Registre des aides enregistré"]


def test_the_folder_is_remembered(desk, page, tmp_path, qtbot):
    (tmp_path / "aides").mkdir()
    page.export.click()
    desk.dialog(QFileDialog).fileSelected.emit(str(tmp_path / "aides" / "registre.csv"))
    qtbot.waitUntil(lambda: not page.worker.is_busy)
    desk.dialog(QFileDialog).reject()
    page.export.click()
    assert desk.dialog(QFileDialog).directory().dirName() == "aides"
    desk.dialog(QFileDialog).reject()


def test_the_years_follow_the_day(page):
    page._tools = replace(page._tools, today=lambda: date(2027, 1, 4))
    page.refresh()
    assert (page.year.itemText(0), page.year.currentText()) == ("2027", "2027")
    page.year.setCurrentIndex(1)
    page._tools = replace(page._tools, today=lambda: date(2028, 1, 4))
    page.refresh()
    assert (page.year.itemText(0), page.year.currentText()) == ("2028", "2026")


def test_a_file_that_cannot_be_written_is_told(desk, page, tmp_path, qtbot):
    said = []
    page.said.connect(said.append)
    page.write(tmp_path / "absent" / "registre.csv")
    qtbot.waitUntil(lambda: not page.worker.is_busy)
    assert said == []
