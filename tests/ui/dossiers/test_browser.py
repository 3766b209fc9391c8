from datetime import date, time

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from alize_desktop.models.enums import DossierState, ProjectKind, Sector
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.ui.dossiers.browser import DossierBrowser
from alize_desktop.ui.dossiers.chips import StateChips
from alize_desktop.ui.dossiers.filters import Filters
from alize_desktop.ui.theme.look import scaled


@pytest.fixture
def browser(qtbot, theme, filed, services, window_settings):
    filed()
    browser = DossierBrowser(services.dossiers, window_settings)
    qtbot.addWidget(browser)
    browser.resize(660, 600)
    browser.show()
    browser.activateWindow()
    qtbot.waitActive(browser)
    browser.refresh()
    return browser


def companies(browser):
    return [row.company for row in browser.model.rows]


def counts(browser):
    return browser.foot.count.text(), browser.foot.totals.text().replace("\u202f", " ")


def test_the_list_has_a_sound_model(browser, qtmodeltester):
    qtmodeltester.check(browser.model)


def test_words_are_searched_without_accents_after_a_pause(qtbot, browser, write):
    write(browser.search_field, "electri eloi")
    qtbot.waitUntil(lambda: companies(browser) == ["Électricité Saint-Éloi"])
    assert browser.is_filtered()


def test_a_search_is_asked_once_for_a_burst_of_keys(qtbot, browser, write, monkeypatch):
    asked = []
    real = browser._finder.search
    monkeypatch.setattr(browser._finder, "search", lambda query: asked.append(query) or real(query))
    write(browser.search_field, "menuis")
    qtbot.waitUntil(lambda: asked != [])
    qtbot.wait(150)
    assert [query.text for query in asked] == ["menuis"]


def test_operators_of_the_index_are_only_words(browser):
    for text in ('"', "a OR b*", "-( :", "R&D <Équipements>"):
        browser.set_search(text)
    assert companies(browser) == ["R&D <Équipements> L’Étoile"]


def test_no_result_offers_to_clear_the_filters(qtbot, browser):
    browser.set_search("introuvable")
    assert browser._body.currentWidget() is browser._nothing
    qtbot.mouseClick(browser._nothing.button, Qt.MouseButton.LeftButton)
    assert len(companies(browser)) == 12
    assert browser.search_field.text() == ""
    assert not browser.is_filtered()


def test_chips_filter_by_state_and_keep_every_count(qtbot, browser, services):
    for row in browser.model.rows[:3]:
        services.dossiers.change_state(row.id, DossierState.UNDER_APPRAISAL)
    browser.refresh()
    chip = browser.chips.chip(DossierState.UNDER_APPRAISAL)
    assert chip.text() == "En instruction 3"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(companies(browser)) == 3
    assert chip.isChecked()
    assert browser.chips.chip(None).text() == "Tous 12"
    filed = browser.chips.chip(DossierState.FILED)
    qtbot.mouseClick(filed, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert len(companies(browser)) == 12
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not browser.query.states
    qtbot.mouseClick(filed, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(browser.chips.chip(None), Qt.MouseButton.LeftButton)
    assert not browser.query.states


def test_a_chip_answers_to_the_space_bar(qtbot, theme):
    chips = StateChips()
    qtbot.addWidget(chips)
    chips.show_counts({DossierState.FILED: 2}, frozenset())
    with qtbot.waitSignal(chips.states_requested) as said:
        qtbot.keyClick(chips.chip(DossierState.FILED), Qt.Key.Key_Space)
    assert said.args == [frozenset({DossierState.FILED})]
    assert not chips.chip(DossierState.FILED).isChecked()


def test_a_state_nobody_is_in_has_no_chip(browser):
    assert not browser.chips.chip(DossierState.DEFERRED).isVisible()


def test_chips_go_to_a_new_line_where_there_is_little_room(qtbot, theme):
    chips = StateChips()
    qtbot.addWidget(chips)
    chips.show_counts(dict.fromkeys(DossierState, 4), frozenset())
    layout = chips.layout()
    assert layout.heightForWidth(300) > layout.heightForWidth(2000)
    chips.resize(300, 200)
    chips.show()
    qtbot.waitExposed(chips)
    right = max(chip.geometry().right() for chip in chips._chips.values())
    assert right <= 300
    assert layout.itemAt(99) is None
    assert layout.takeAt(99) is None
    assert layout.takeAt(0) is not None


def test_filters_by_sector_kind_and_meeting(browser, services):
    draft = MeetingDraft(date(2026, 12, 3), time(14, 0), "Dijon")
    meeting_id, _ = services.meetings.create(draft)
    row = browser.model.rows[0]
    for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
        services.dossiers.change_state(row.id, state)
    services.meetings.set_agenda(meeting_id, [row.id])
    browser.set_meetings(services.meetings.rows())
    browser.filters.changed.emit(Filters(sector=Sector.CONSTRUCTION))
    assert companies(browser) == ["Menuiserie Noisetier"]
    browser.filters.changed.emit(Filters(kind=ProjectKind.TAKEOVER))
    assert {each.kind for each in browser.model.rows} == {ProjectKind.TAKEOVER}
    browser.filters.changed.emit(Filters(meeting_id=meeting_id))
    assert companies(browser) == [row.company]
    browser.filters.changed.emit(Filters())
    assert len(companies(browser)) == 12


def test_choosing_in_the_filter_lists_asks_for_them(qtbot, browser):
    qtbot.mouseClick(browser._filters_button, Qt.MouseButton.LeftButton)
    assert browser.filters.isVisible()
    box = browser.filters.sector.box
    with qtbot.waitSignal(browser.filters.changed) as said:
        qtbot.keyClick(box, Qt.Key.Key_Down)
        box.activated.emit(box.currentIndex())
    assert said.args == [Filters(sector=Sector.AGRICULTURE)]
    assert not said.args[0].are_empty
    assert Filters().are_empty


def test_a_header_sorts_in_sql_and_is_remembered(qtbot, browser, services, window_settings):
    browser.table.sort_requested.emit("company", False)
    assert companies(browser)[:3] == [
        "Brasserie du Sânon",
        "Conseil Val-de-Fer",
        "Électricité Saint-Éloi",
    ]
    browser.table.sort_requested.emit("company", True)
    assert companies(browser)[0] == "Traiteur Mirabelle"
    again = DossierBrowser(services.dossiers, window_settings)
    qtbot.addWidget(again)
    assert again.query == DossierQuery(sort="company", descending=True)


def test_the_foot_tells_the_list_or_the_selection(browser):
    assert counts(browser)[0] == "12 dossiers"
    assert "demandé 122 000\u00a0€" in counts(browser)[1]
    browser.table.setFocus()
    browser.table.choose(browser.model.rows[0].id)
    browser.table.selectRow(0)
    for row in (1, 2):
        browser.table.selectionModel().select(
            browser.model.index(row, 0),
            browser.table.selectionModel().SelectionFlag.Select
            | browser.table.selectionModel().SelectionFlag.Rows,
        )
    count, totals = counts(browser)
    assert count == "3 dossiers sélectionnés"
    assert totals == "demandé 27 000\u00a0€ · 6 emplois · 3 jours"
    browser.table.clearSelection()
    assert counts(browser)[0] == "12 dossiers"


def test_up_and_down_choose_and_enter_opens(qtbot, browser):
    browser.search_field.setFocus()
    with qtbot.waitSignal(browser.dossier_chosen) as said:
        qtbot.keyClick(browser.search_field, Qt.Key.Key_Down)
    assert said.args == [browser.model.rows[0].id]
    with qtbot.waitSignal(browser.dossier_chosen) as said:
        qtbot.keyClick(browser.table, Qt.Key.Key_Down)
    assert said.args == [browser.model.rows[1].id]
    with qtbot.waitSignal(browser.dossier_opened) as said:
        qtbot.keyClick(browser.table, Qt.Key.Key_Return)
    assert said.args == [browser.model.rows[1].id]


def test_the_chosen_dossier_stays_chosen_when_the_list_is_read_again(qtbot, browser):
    key = browser.model.rows[4].id
    browser.select(key)
    with qtbot.assertNotEmitted(browser.dossier_chosen):
        browser.refresh()
    assert browser.table.chosen() == key
    assert not browser.select(None)


def test_columns_and_widths_are_remembered(qtbot, browser, services, window_settings):
    browser.resize(1400, 600)
    menu = browser.table.column_menu()
    siren = next(each for each in menu.actions() if each.data() == "siren")
    siren.trigger()
    browser.table.horizontalHeader().resizeSection(0, scaled(150))
    again = DossierBrowser(services.dossiers, window_settings)
    qtbot.addWidget(again)
    again.resize(1400, 600)
    again.show()
    assert "siren" in again.table.visible_columns()
    qtbot.waitUntil(lambda: again.table.columnWidth(0) == scaled(150))


def test_widths_come_back_when_the_table_is_dressed_again(qtbot, browser, theme):
    browser.table.horizontalHeader().resizeSection(0, scaled(150))
    theme.set_text_scale(120)
    qtbot.waitUntil(lambda: browser.table.columnWidth(0) == scaled(150) > 150)


def test_lesser_columns_give_way_and_come_back(qtbot, browser):
    browser.resize(460, 600)
    qtbot.waitUntil(lambda: "jobs" not in browser.table.visible_columns())
    assert {"number", "company", "state"} <= set(browser.table.visible_columns())
    browser.resize(900, 600)
    qtbot.waitUntil(lambda: "jobs" in browser.table.visible_columns())


def test_a_column_that_gave_way_is_still_chosen(qtbot, browser, window_settings):
    browser.resize(460, 600)
    qtbot.waitUntil(lambda: "jobs" not in browser.table.visible_columns())
    browser.table.columns_changed.emit(("number", "company", "state", "siren"))
    chosen = str(window_settings.value("dossiers/list/columns"))
    assert "jobs" in chosen
    assert "siren" in chosen


def test_a_setting_nobody_can_read_is_forgotten(qtbot, theme, services, tmp_path):
    settings = QSettings(str(tmp_path / "broken.ini"), QSettings.Format.IniFormat)
    settings.setValue("dossiers/list/sort", "{")
    settings.setValue("dossiers/list/columns", "{")
    browser = DossierBrowser(services.dossiers, settings)
    qtbot.addWidget(browser)
    assert browser.query.sort == "number"
    assert "company" in browser.table.visible_columns()


@pytest.mark.dressed
def test_a_sort_on_a_column_that_no_longer_exists_is_forgotten(qtbot, theme, services, tmp_path):
    settings = QSettings(str(tmp_path / "old.ini"), QSettings.Format.IniFormat)
    settings.setValue("dossiers/list/sort", '["colour", true]')
    browser = DossierBrowser(services.dossiers, settings)
    qtbot.addWidget(browser)
    assert browser.query == DossierQuery()


def test_the_buttons_ask(qtbot, browser):
    with qtbot.waitSignal(browser.import_requested):
        qtbot.mouseClick(browser._import, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(browser.new_requested):
        qtbot.mouseClick(browser._new, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is not None


def test_tab_goes_from_top_to_bottom(qtbot, browser):
    browser.search_field.setFocus()
    visited = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    expected = [browser._filters_button, browser._import, browser._new]
    assert visited[:3] == expected
    assert visited[3] is browser.chips.chip(None)
    assert visited[-1] is browser.table
