"""Cards of charts: the table in place of the chart, the copies for slides and spreadsheets."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from alize_desktop.models.records.charts import ChartCell
from alize_desktop.models.records.report import Counted
from alize_desktop.ui.charts.cards import ChartCard, TableCard
from alize_desktop.ui.charts.columns import CardColumns
from alize_desktop.ui.charts.copies import chart_picture
from alize_desktop.ui.charts.table import CellTable
from alize_desktop.ui.theme.look import font
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.theme.tokens import LIGHT, SPACE
from alize_desktop.wording.report_comparison import COMPARISON_HEADS, comparison_rows
from tests.report_records import REPORT
from tests.ui.charts.test_view import chart

ROOT = Path(__file__).parents[3]
ENDING = """
from PySide6.QtWidgets import QApplication
from alize_desktop.models.records.charts import ChartCell
from alize_desktop.ui.charts.copies import copy_table, table_data
application = QApplication([])
copy_table(table_data(("Nom",), [(ChartCell("un", "un"),)]))
copy_table(table_data(("Nom",), [(ChartCell("deux", "deux"),)]))
"""


@pytest.fixture
def card(qtbot, theme):
    made = ChartCard(chart("jobs"), "Bilan du programme, depuis le début")
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    return made


@pytest.fixture
def said(card):
    heard = []
    card.said.connect(heard.append)
    return heard


def texts(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_table_takes_the_place_of_the_chart_and_gives_it_back(card):
    assert not card.is_table_shown
    card.toggle.click()
    table = card.findChild(CellTable)
    assert card.is_table_shown
    assert not card.view.isVisible()
    assert texts(table)[0] == ["Créés", "5", "2", "2", "66,7\u00a0%"]
    assert card.toggle.label() == "Voir le graphique"
    card.toggle.click()
    assert card.view.isVisible()
    assert not table.isVisible()


def test_what_must_be_known_to_read_a_chart_stands_under_it(card):
    words = [each.text() for each in card.findChildren(QLabel)]
    assert "Promis, pas encore constatés\u00a0: créés, 2." in words


def test_the_table_ends_with_its_total(qtbot, theme):
    made = ChartCard(chart("sectors"), "")
    qtbot.addWidget(made)
    made.show_table(shown=True)
    assert texts(made.findChild(CellTable))[-1] == ["Total", "3", "100\u00a0%"]


def test_a_long_table_scrolls_inside_its_card(qtbot, theme):
    aims = tuple(Counted(f"But {number}", 90 - number) for number in range(60))
    made = ChartCard(chart("aims", replace(REPORT, aim=aims)), "")
    qtbot.addWidget(made)
    made.show_table(shown=True)
    table = made.findChild(CellTable)
    assert table.model().rowCount() == 61
    assert table.height() < 600


def test_the_picture_is_sharp_light_and_told(card, said):
    card.picture.click()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1920
    assert image.pixelColor(2, 2) == QColor(LIGHT.surface)
    assert said == ["Image copiée"]


def test_the_picture_of_a_chart_stays_light_in_the_dark(theme):
    theme.set_scheme(Scheme.DARK)
    image = chart_picture(chart("sectors"), "")
    assert image.pixelColor(2, 2) == QColor(LIGHT.surface)
    assert image.devicePixelRatio() == 2


def test_the_table_pastes_as_figures_and_as_a_table(card, said):
    card.cells.click()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[:3] == ["Emplois", "Promis", "Constatés"]
    assert lines[1].split("\t") == ["Créés", "5", "2", "2", "66,7\u00a0%"]
    assert '<td align="right">66,7\u00a0%</td>' in data.html()
    assert said == ["Tableau copié"]


def test_names_are_never_read_as_markup_nor_as_columns(qtbot, theme):
    cells = [(ChartCell("<b>R&D\t2</b>", "<b>R&D\t2</b>"), ChartCell("1", "1"))]
    made = TableCard("Un tableau", ("Nom", "Nombre"), cells, "Une note.")
    qtbot.addWidget(made)
    heard = []
    made.said.connect(heard.append)
    made.cells.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[1] == "<b>R&D 2</b>\t1"
    assert "&lt;b&gt;R&amp;D" in data.html()
    assert heard == ["Tableau copié"]


@pytest.mark.parametrize("percent", [100, 130])
def test_heads_and_cells_of_a_comparison_are_read_whole(qtbot, theme, percent):
    theme.set_text_scale(percent)
    rows = [tuple(ChartCell(x, x) for x in row) for row in comparison_rows(REPORT)]
    card = TableCard("Comparaison", COMPARISON_HEADS, rows)
    qtbot.addWidget(card)
    card.resize(1182, 900)
    card.show()
    table, header = card.table, card.table.horizontalHeader()
    heads, cells = QFontMetricsF(header.font()), QFontMetricsF(font())
    for column, head in enumerate(COMPARISON_HEADS):
        room = table.columnWidth(column) - 2 * SPACE.cell
        assert heads.horizontalAdvance(head) <= room
        assert max(cells.horizontalAdvance(row[column].text) for row in rows) <= room


def test_the_program_ends_well_with_a_table_on_the_clipboard():
    ended = subprocess.run(
        [sys.executable, "-c", ENDING], check=False, cwd=ROOT, capture_output=True
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_cards_stand_side_by_side_where_there_is_room(qtbot, theme):
    made = CardColumns([ChartCard(chart(key), "") for key in ("jobs", "sectors", "skills")])
    qtbot.addWidget(made)
    made.resize(1182, 800)
    made.show()
    QTest.qWait(1)
    assert made.columns == 2
    lefts = {each.x() for each in made.findChildren(ChartCard)}
    assert len(lefts) == 2
    made.resize(700, 800)
    QTest.qWait(1)
    assert made.columns == 1
    assert len({each.x() for each in made.findChildren(ChartCard)}) == 1


def test_a_card_alone_has_the_whole_width(qtbot, theme):
    made = CardColumns([QWidget()])
    qtbot.addWidget(made)
    made.resize(1182, 300)
    made.show()
    assert made.columns == 1
