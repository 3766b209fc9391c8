"""A search that was about to be asked is forgotten with its line."""

from PySide6.QtTest import QTest

from alize_desktop.ui.widgets.search import SearchField


def test_nothing_is_searched_once_the_line_is_hidden(qtbot):
    line = SearchField("Rechercher")
    qtbot.addWidget(line)
    line.show()
    QTest.keyClicks(line, "dijon")
    with qtbot.assertNotEmitted(line.searched, wait=150):
        line.hide()
