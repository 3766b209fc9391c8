"""A chart on screen: walked by the arrows, told aloud, whole in its width, in both themes."""

from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from alize_desktop.models.records.report import Counted
from alize_desktop.rules.charts import programme_charts
from alize_desktop.ui.charts.view import ChartView
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.theme.tokens import DARK, LIGHT
from alize_desktop.wording.report_charts import chart_of
from tests.report_records import REPORT
from tests.rules.test_charts import years

KEY = Qt.Key


def chart(key, report=REPORT):
    (found,) = [each for each in programme_charts(report) if each.key == key]
    return chart_of(found)


@pytest.fixture
def view(qtbot, theme):
    made = ChartView(chart("jobs"))
    qtbot.addWidget(made)
    made.resize(520, made.sizeHint().height())
    made.show()
    return made


def test_it_says_its_title_and_every_figure_before_it_is_walked(view):
    assert view.accessibleName() == "Emplois promis et constatés, en personnes"
    assert "Créés, promis 5, constatés 2" in view.accessibleDescription()


def test_the_arrows_walk_its_bars_and_never_leave_it(view):
    title = "Emplois promis et constatés, en personnes."
    for key, number in (
        (KEY.Key_Down, 0),
        (KEY.Key_Right, 1),
        (KEY.Key_Down, 1),
        (KEY.Key_Up, 0),
        (KEY.Key_Left, 0),
        (KEY.Key_End, 1),
        (KEY.Key_Home, 0),
    ):
        QTest.keyClick(view, key)
        assert view.chosen == number
    assert view.accessibleName() == f"{title} Créés, promis 5, constatés 2"


def test_another_key_is_left_to_the_page(view):
    QTest.keyClick(view, KEY.Key_A)
    assert view.chosen == -1


def test_a_click_chooses_the_bar_under_it(view):
    place = QPoint(200, view.height() - 8)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.chosen == view.bar_at(QPointF(place)) == 1
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 2))
    assert view.chosen == 1


def test_a_bar_under_the_pointer_says_its_whole_name_as_it_is_written(qtbot, theme):
    name = "<b>R&D</b> et une compétence dont le nom est trop long pour tenir à gauche"
    made = ChartView(chart("aims", replace(REPORT, aim=(Counted(name, 3),))))
    qtbot.addWidget(made)
    made.resize(360, made.sizeHint().height())
    made.show()
    for place in (QPoint(20, 500), QPoint(20, 10)):
        asked = QHelpEvent(QEvent.Type.ToolTip, place, made.mapToGlobal(place))
        QApplication.sendEvent(made, asked)
    assert QToolTip.text() == f"<qt>{escape(name)}, 3 (100\u00a0%)</qt>"


@pytest.mark.parametrize("key", [each.key for each in programme_charts(REPORT)])
def test_it_is_as_tall_as_its_bars(qtbot, theme, key):
    made = ChartView(chart(key))
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.show()
    assert made.minimumSizeHint().height() == made.sizeHint().height() == made.height()


def colours_in(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_it_is_painted_in_the_colours_of_the_theme(view, theme):
    assert {LIGHT.primary, LIGHT.primary_ground} <= colours_in(view)
    theme.set_scheme(Scheme.DARK)
    QTest.qWait(1)
    found = colours_in(view)
    assert DARK.primary in found
    assert QColor(LIGHT.primary).name().upper() not in found


def test_a_line_is_painted_with_its_points(qtbot, theme):
    made = ChartView(chart("job_years", replace(REPORT, by_year=years(4, 8, 6))))
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.show()
    made.setFocus()
    QTest.keyClick(made, KEY.Key_Right)
    assert LIGHT.primary in colours_in(made)
    assert made.accessibleName().endswith("2000, 4")
