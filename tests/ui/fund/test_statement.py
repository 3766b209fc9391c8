"""The page Situation: figures, the equation, closings, the workbook."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from alize_desktop.models.values import Money
from alize_desktop.ui.fund.closings import ClosingDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def labels(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_each_figure_of_today_is_told_with_what_it_is(desk):
    page = desk.page("statement")
    assert page.figures[0].accessibleName().startswith("Trésorerie, 30\u202f000,00\u00a0€, Ce qui")
    assert "✔ Les deux côtés sont égaux\u00a0: 30\u202f000,00\u00a0€." in labels(page.equation)


def test_its_key_exports_from_the_day_that_has_the_keyboard(desk, qtbot):
    page = desk.page("statement")
    page.take_keyboard()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CONTROL)
    asked.ignore()
    QApplication.sendEvent(page.day.edit, asked)
    assert not asked.isAccepted()
    copied = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_A, CONTROL)
    QApplication.sendEvent(page.day.edit, copied)
    assert copied.isAccepted()


def test_another_day_shows_the_fund_as_it_was(desk):
    page = desk.page("statement")
    page.day.edit.setText("1/3/2026")
    page.day.commit()
    assert "20\u202f000,00\u00a0€" in page.figures[0].accessibleName()
    page.day.edit.setText("")
    page.day.commit()
    assert page.day.value() == date(2026, 11, 23)
    assert "30\u202f000,00\u00a0€" in page.figures[0].accessibleName()


def test_accounts_are_closed_once_the_question_is_answered(desk, dialog, answer):
    page = desk.page("statement")
    page.close_accounts.click()
    asked = dialog(ClosingDialog)
    assert asked.through.value() == date(2026, 10, 31)
    asked.action.click()
    assert desk.services.fund.closings() == ()
    told = answer(asked, "Arrêter les comptes")
    assert "ne se rouvrent pas" in told
    assert "Trésorerie 30 000,00 €, disponible " in told
    (closing,) = desk.services.fund.closings()
    assert (closing.through, closing.author) == (date(2026, 10, 31), "Odile Perrin")
    assert closing.statement.cash == Money(30_000_00)
    assert page.closings.model().rowCount() == 1
    assert desk.said == ["Comptes arrêtés"]


def test_a_day_to_come_is_refused_in_the_dialog(desk, dialog, answer):
    desk.page("statement").close_accounts.click()
    asked = dialog(ClosingDialog)
    asked.through.edit.setText("31/12/2026")
    asked.action.click()
    answer(asked, "Arrêter les comptes")
    assert "n’est pas encore venu" in asked.refusal()
    assert asked.isVisible()
    assert desk.services.fund.closings() == ()


@pytest.mark.parametrize(("name", "begins"), [("fonds.xlsx", b"PK"), ("fonds.pdf", b"%PDF")])
def test_the_statement_of_the_day_is_written_as_a_paper_or_a_workbook(
    desk, dialog, qtbot, tmp_path, name, begins
):
    page = desk.page("statement")
    page.export.click()
    files = dialog(QFileDialog)
    assert files.selectedFiles()[0].endswith("etat-du-fonds-2026-11-23.pdf")
    files.filterSelected.emit(files.nameFilters()[1])
    assert files.selectedFiles()[0].endswith("etat-du-fonds-2026-11-23.xlsx")
    files.reject()
    with qtbot.waitSignal(page.writing.exported):
        page.writing.export(date(2026, 11, 23), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert desk.said == ["État du fonds enregistré"]


def test_a_day_to_come_shows_what_is_known_today_and_says_so(desk):
    page = desk.page("statement")
    page.day.edit.setText("31/12/2027")
    page.day.commit()
    assert page.not_come.isVisible()
    assert page.not_come.text().startswith("Le 31 décembre 2027 n’est pas encore venu")
    assert page._day() == date(2026, 11, 23)
    page.day.edit.setText("")
    page.day.commit()
    assert page.not_come.isHidden()


def test_a_second_export_is_told_that_one_is_being_made(desk, qtbot, tmp_path):
    page = desk.page("statement")
    with qtbot.waitSignal(page.writing.exported):
        page.writing.export(date(2026, 11, 23), tmp_path / "un.xlsx")
        page.writing.export(date(2026, 11, 23), tmp_path / "deux.xlsx")
    assert desk.said[0] == "Un papier est déjà en préparation."
    assert not (tmp_path / "deux.xlsx").exists()


def test_an_export_ends_with_its_registry(desk, qtbot, tmp_path):
    page = desk.page("statement")
    page.writing.export(date(2026, 11, 23), tmp_path / "un.xlsx")
    page._tools.pool.close()
    assert page._tools.pool.activeThreadCount() == 0
    qtbot.waitUntil(lambda: not page.worker.is_busy)
