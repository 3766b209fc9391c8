"""The table: rows are chosen and sorts asked for; it does neither by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.theme.tokens import DARK, LIGHT
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import (
    KEY_ROLE,
    NOTE_ROLE,
    QUIET_ROLE,
    ROOT,
    STATE_ROLE,
    STRUCK_ROLE,
    Column,
    RecordTableModel,
)


@pytest.fixture
def table(show, model):
    return show(RecordTable(model, "Dossiers", several=True), 760, 400)


@pytest.fixture
def heard(table):
    heard = []
    table.row_chosen.connect(lambda key: heard.append(("chosen", key)))
    table.row_opened.connect(lambda key: heard.append(("opened", key)))
    table.rows_selected.connect(lambda keys: heard.append(("selected", keys)))
    table.sort_requested.connect(lambda key, down: heard.append(("sort", key, down)))
    table.columns_changed.connect(lambda keys: heard.append(("columns", keys)))
    return heard


def header_place(table, key):
    keys = [column.key for column in table.model().columns]
    header = table.horizontalHeader()
    return QPoint(header.sectionViewportPosition(keys.index(key)) + 20, header.height() // 2)


def click_header(qtbot, table, key):
    place = header_place(table, key)
    qtbot.mouseClick(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_model_keeps_the_promises_of_a_model(model, qtmodeltester):
    qtmodeltester.check(model)
    model.set_rows(())
    qtmodeltester.check(model)


def test_a_cell_says_its_text_its_note_and_its_state(model, rows):
    cell = model.index(1, 1)
    assert cell.data() == rows[1].company
    assert cell.data(NOTE_ROLE) == rows[1].town
    assert cell.data(KEY_ROLE) == rows[1].number
    assert cell.data(STATE_ROLE) is None
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{rows[1].company}, {rows[1].town}"
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == rows[1].number
    assert model.index(1, 4).data(STATE_ROLE) == (rows[1].role, rows[1].shape)
    assert model.data(QModelIndex()) is None
    assert model.index(1, 0).data(Qt.ItemDataRole.EditRole) is None


def test_headers_are_aligned_as_their_column(model):
    def header(section, role):
        return model.headerData(section, Qt.Orientation.Horizontal, role)

    assert header(2, Qt.ItemDataRole.DisplayRole) == "Avance"
    assert header(2, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert header(1, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert header(1, Qt.ItemDataRole.ToolTipRole) is None
    assert header(99, Qt.ItemDataRole.DisplayRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) is None


def test_one_row_is_replaced_without_touching_the_others(qtbot, model, rows):
    with qtbot.waitSignal(model.dataChanged) as said:
        model.update_row(replace(rows[2], state="Décidé"))
    assert (said.args[0].row(), said.args[1].column()) == (2, len(model.columns) - 1)
    assert model.index(2, 4).data() == "Décidé"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.update_row(replace(rows[2], number="1999-001"))


def test_pages_are_fetched_until_one_is_empty(qtbot, rows):
    asked = []

    def fetch(start):
        asked.append(start)
        return [replace(rows[0], number=str(n)) for n in range(start, min(start + 2, 5))]

    model = RecordTableModel((Column("n", "N", lambda row: row.number),), lambda row: row.number)
    model.set_rows(fetch(0), fetch)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    model.fetchMore(ROOT)
    assert asked == [0, 2, 4, 5]
    assert [row.number for row in model.rows] == ["0", "1", "2", "3", "4"]
    assert model.row_of("4") == 4
    assert model.record(4).number == "4"


def test_the_arrows_move_and_enter_opens(qtbot, table, heard, rows):
    assert table.choose("2026-014")
    heard.clear()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [each for each in heard if each[0] != "selected"] == [
        ("chosen", "2026-015"),
        ("opened", "2026-015"),
    ]
    assert table.chosen() == "2026-015"


def test_enter_on_an_empty_table_opens_nothing(qtbot, table, heard, model):
    model.set_rows(())
    heard.clear()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard == []
    assert table.chosen() is None


def test_a_double_click_opens_once(qtbot, table, heard):
    place = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.count(("opened", "2026-017")) == 1


def test_several_rows_are_selected_from_top_to_bottom(qtbot, table, heard):
    table.choose("2026-017")
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_keys() == ("2026-015", "2026-017")
    assert heard[-1] == ("selected", ("2026-015", "2026-017"))


def test_a_row_that_is_chosen_while_a_key_is_held_stands_alone(qtbot, table):
    table.choose("2026-017")
    qtbot.keyPress(table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    table.choose("2026-015")
    qtbot.keyRelease(table, Qt.Key.Key_S)
    assert (table.chosen(), table.selected_keys()) == ("2026-015", ("2026-015",))


def test_choosing_what_is_not_there_leaves_nothing_chosen(table):
    table.choose("2026-014")
    assert not table.choose("1999-001")
    assert table.chosen() is None
    assert table.selected_keys() == ()


def test_a_header_asks_for_a_sort_and_the_window_shows_it(qtbot, table, heard):
    table.choose("2026-017")
    heard.clear()
    click_header(qtbot, table, "company")
    assert heard == [("sort", "company", False)]
    assert table.horizontalHeader().sortIndicatorSection() == -1
    table.set_sort("company")
    assert table.horizontalHeader().sortIndicatorSection() == 1
    click_header(qtbot, table, "company")
    assert heard[-1] == ("sort", "company", True)
    table.set_sort("company", descending=True)
    assert table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    click_header(qtbot, table, "company")
    assert heard[-1] == ("sort", "company", False)


def test_a_column_that_does_not_sort_asks_nothing(qtbot, table, heard):
    table.choose("2026-017")
    heard.clear()
    click_header(qtbot, table, "jobs")
    assert heard == []


def test_columns_are_ticked_in_a_menu_and_remembered(table, heard):
    assert "town" not in table.visible_columns()
    menu = table.column_menu()
    ticked = {action.data(): action for action in menu.actions()}
    ticked["town"].trigger()
    assert heard[-1] == ("columns", (*[c.key for c in table.model().columns],))
    ticked["jobs"].trigger()
    assert "jobs" not in heard[-1][1]
    menu.aboutToHide.emit()


def test_the_last_column_cannot_be_hidden(table):
    table.set_visible_columns(["company", "unknown"])
    assert table.visible_columns() == ("company",)
    enabled = {a.data(): a.isEnabled() for a in table.column_menu().actions()}
    assert not enabled["company"]
    assert enabled["state"]


def test_unknown_columns_alone_give_the_usual_ones(table):
    usual = table.visible_columns()
    table.set_visible_columns(["unknown"])
    assert table.visible_columns() == usual


def test_the_menu_opens_on_a_right_click_of_the_header(qtbot, table):
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    from_header = table.findChildren(type(table.column_menu()))
    assert any(menu.isVisible() for menu in from_header)
    for menu in from_header:
        menu.close()


def test_one_column_takes_the_room_that_is_left(qtbot, table):
    table.resize(1000, 400)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    table.setColumnWidth(0, 200)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(300, 400)
    qtbot.waitUntil(lambda: table.columnWidth(1) == 180)


def test_rows_and_columns_grow_with_the_text_size(qtbot, table, theme):
    assert (table.rowHeight(0), table.columnWidth(0)) == (54, 96)
    theme.set_text_scale(150)
    assert (table.rowHeight(0), table.columnWidth(0)) == (81, 144)
    theme.set_text_scale(100)
    assert (table.rowHeight(0), table.columnWidth(0)) == (54, 96)


def test_a_table_of_single_lines_has_lower_rows(show, rows):
    model = RecordTableModel((Column("n", "N", lambda row: row.number),), lambda row: row.number)
    model.set_rows(rows)
    assert show(RecordTable(model, "Liste")).rowHeight(0) == 40


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_selected_row_shows_without_colour_too(qtbot, table, theme, palette):
    theme.set_scheme(Scheme.DARK if palette is DARK else Scheme.LIGHT)
    table.choose("2026-015")
    image = table.viewport().grab().toImage()
    middle = table.rowViewportPosition(1) + 27
    assert image.pixelColor(2, middle).name().upper() == palette.primary
    assert image.pixelColor(5, middle).name().upper() == palette.primary_ground


def ask_for_help(table, row, column):
    index = table.model().index(row, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    option.widget = table
    place = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    table.itemDelegate().helpEvent(event, table, option, index)
    return QToolTip.text()


def test_a_text_that_is_cut_is_whole_in_a_tooltip(table, rows):
    table.resize(300, 400)
    table.setColumnWidth(1, 180)
    assert ask_for_help(table, 0, 0) == ""
    assert ask_for_help(table, 3, 1) == f"{rows[3].company}\n{rows[3].town}"
    table.setColumnWidth(4, 60)
    assert ask_for_help(table, 3, 4) == "Pièces attendues"


def test_other_help_is_left_to_qt(table):
    option = QStyleOptionViewItem()
    event = QHelpEvent(QEvent.Type.WhatsThis, QPoint(), QPoint())
    assert not table.itemDelegate().helpEvent(event, table, option, QModelIndex())


def test_a_cell_asks_for_the_width_of_its_longest_line(table, rows):
    option = QStyleOptionViewItem()
    wide = table.itemDelegate().sizeHint(option, table.model().index(3, 1))
    narrow = table.itemDelegate().sizeHint(option, table.model().index(0, 1))
    assert wide.width() > narrow.width() > 100


@pytest.mark.parametrize(("name", "role"), [("struck", STRUCK_ROLE), ("quiet", QUIET_ROLE)])
def test_a_text_struck_or_quiet_is_drawn_otherwise(show, rows, name, role):
    plain = Column("company", "Entreprise", lambda row: row.company)
    pictures = []
    for column in (plain, replace(plain, **{name: lambda _row: True})):
        model = RecordTableModel([column], lambda row: row.number)
        model.set_rows(rows)
        pictures.append(show(RecordTable(model, "Dossiers"), 400, 200).grab().toImage())
    assert model.index(0, 0).data(role)
    assert pictures[0] != pictures[1]
