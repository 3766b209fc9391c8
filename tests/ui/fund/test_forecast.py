"""The page Prévision: the chart is walked by keys, the question answered as it is typed."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

KEY = Qt.Key


@pytest.fixture
def page(desk):
    page = desk.page("forecast")
    page.take_keyboard()
    return page


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.chart, key)


def ask(page, text):
    page.question.edit.clear()
    QTest.keyClicks(page.question.edit, text)
    return page.question.answer.text()


def test_the_arrows_walk_the_months_whose_text_is_beneath(page):
    press(page, KEY.Key_Right, KEY.Key_Right, KEY.Key_Right)
    assert page.chart.month.month == date(2027, 2, 1)
    assert page.month.text().startswith("Février 2027\u00a0: il entre 5\u202f000\u00a0€")
    assert page.chart.accessibleDescription() == page.month.text()
    press(page, KEY.Key_Left)
    assert page.chart.month.month == date(2027, 1, 1)


def test_the_reader_stays_within_the_sixty_months(page):
    press(page, KEY.Key_Home, KEY.Key_Left)
    assert page.chart.month.month == date(2026, 11, 1)
    press(page, KEY.Key_PageDown)
    assert page.chart.month.month == date(2027, 11, 1)
    press(page, KEY.Key_End, KEY.Key_Right)
    assert page.chart.month.month == date(2031, 10, 1)


def test_a_click_goes_to_the_month_beneath_it(page, qtbot):
    qtbot.waitUntil(lambda: page.chart._plot is not None)
    x = int(page.chart._plot.x(12))
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    assert page.chart.month.month == date(2027, 11, 1)


def test_the_question_is_answered_at_each_keystroke(page):
    assert page.question.answer.text().startswith("Dès maintenant")
    assert ask(page, "34000").startswith("En février 2027")
    assert ask(page, "36000").startswith("Pas dans les soixante mois")
    assert ask(page, "rien") == "Tapez un montant."


def test_another_forecast_keeps_the_month_of_the_reader(page):
    press(page, KEY.Key_PageDown)
    page.refresh()
    assert page.chart.month.month == date(2027, 11, 1)


@pytest.mark.parametrize("width", [400, 1900])
def test_it_is_painted_at_any_width(page, width):
    page.resize(width, 400)
    assert not page.grab().isNull()
