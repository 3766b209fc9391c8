"""What a dossier shows of the other parts of the program, and where they lead."""

from datetime import UTC, datetime

import pytest

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.ui.matching.view import MatchingView
from alize_desktop.ui.meetings.screen import MeetingsScreen
from alize_desktop.ui.people.partners import PartnersScreen
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.shell.dossier_views import DossierViews
from alize_desktop.ui.shell.mission_screens import MissionScreens
from alize_desktop.ui.shell.money_screens import MoneyScreens
from alize_desktop.ui.shell.surroundings import Surroundings
from alize_desktop.ui.widgets.fields.suggest import SuggestField


@pytest.fixture
def given(tmp_path, preferences, window_settings, bus):
    """The views of an empty registry, and what made them."""
    pool = RegistryPool()

    def clock():
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    around = Surroundings(preferences, window_settings, tmp_path / "log", bus, clock, pool)
    with Registry.create(tmp_path / "vide.alize", Programme("Vosges"), clock) as registry:
        views = DossierViews(around, MoneyScreens(around), MissionScreens(around))
        yield views, {each.key: each for each in views.of(Services(registry))}


def test_each_view_shows_no_dossier_before_there_is_one(given, qtbot):
    _views, found = given
    assert {"jobs", "skills", "missions", "aid"} <= set(found)
    for each in found.values():
        view = each.make()
        qtbot.addWidget(view)
        view.show_dossier(None)
        assert each.title


def test_what_the_jobs_ask_for_is_passed_on(given, qtbot):
    views, found = given
    view = found["jobs"].make()
    qtbot.addWidget(view)
    with qtbot.waitSignal(views.place_asked) as place:
        view.place_asked.emit("meetings")
    assert place.args == ["meetings"]
    with qtbot.waitSignal(views.paper_asked) as paper:
        view.paper_asked.emit("rappel.pdf", print)
    assert paper.args == ["rappel.pdf", print]


def test_a_missed_promise_leads_the_window_to_its_meetings(window):
    window.show()
    window.stack._builder.dossier_views.place_asked.emit("meetings")
    assert isinstance(window.stack.currentWidget(), MeetingsScreen)


@pytest.fixture
def matching(window, services):
    """The partners proposed for a dossier, in the window."""
    window.show()
    window.go_to("dossiers")
    screen = window.stack.currentWidget()
    screen.show_dossier(services.dossiers.by_number("2026-004"))
    screen.editor.panes.show_pane("skills")
    return screen.editor.panes.findChild(MatchingView)


def test_a_need_that_is_missing_leads_to_its_field(window, matching):
    panes = window.stack.currentWidget().editor.panes
    matching.field_asked.emit("project.need_diagnosed")
    assert panes.tabs.current() == "project"
    matching.field_asked.emit("skills.category")
    assert panes.tabs.current() == "skills"


def test_a_partner_proposed_is_shown_among_the_partners(window, matching):
    partner = matching.list.table.chosen()
    matching.partner.click()
    assert isinstance(window.stack.currentWidget(), PartnersScreen)
    assert window.stack.currentWidget().table.chosen() == partner


def test_a_mission_is_prepared_among_those_of_the_dossier(window, matching):
    matching.prepare.click()
    assert window.stack.currentWidget().editor.panes.tabs.current() == "missions"


def test_a_mission_of_a_partner_leads_to_its_dossier(window, services):
    window.show()
    window.go_to("partners")
    dossier = services.dossiers.by_number("2026-004")
    window.stack.currentWidget().dossier_asked.emit(dossier)
    editor = window.stack.currentWidget().editor
    assert editor.detail.id == dossier
    assert editor.panes.tabs.current() == "missions"


def test_the_categories_in_force_are_proposed_in_the_dossier(window, matching):
    panes = window.stack.currentWidget().editor.panes
    (field,) = panes.pane("skills").findChildren(SuggestField)
    assert "Ressources humaines" in field.suggestions()
