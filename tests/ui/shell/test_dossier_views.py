"""What a dossier shows of the other parts of the program, and where they lead."""

from datetime import UTC, datetime

import pytest

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.ui.meetings.screen import MeetingsScreen
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.shell.dossier_views import DossierViews
from alize_desktop.ui.shell.money_screens import MoneyScreens
from alize_desktop.ui.shell.surroundings import Surroundings


@pytest.fixture
def given(tmp_path, preferences, window_settings, bus):
    """The views of an empty registry, and what made them."""
    pool = RegistryPool()

    def clock():
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    around = Surroundings(preferences, window_settings, tmp_path / "log", bus, clock, pool)
    with Registry.create(tmp_path / "vide.alize", Programme("Vosges"), clock) as registry:
        views = DossierViews(around, MoneyScreens(around))
        yield views, {each.key: each for each in views.of(Services(registry))}


def test_each_view_shows_no_dossier_before_there_is_one(given, qtbot):
    _views, found = given
    assert {"jobs", "aid"} <= set(found)
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
