"""Views of state aid, on a registry of three dossiers: asked, granted, without an advance."""

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import DossierState, VoteChoice
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.settings import Settings
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool

TODAY = date(2026, 11, 23)
GRANTED, ASKED, WITHOUT = "2026-013", "2026-001", "2026-003"


def _morning():
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def stored_aid(tmp_path_factory):
    """A meeting that granted 12 000 euros; nothing is signed."""
    path = tmp_path_factory.mktemp("aid") / "aid.alize"
    with Registry.create(path, Programme("Vosges"), _morning) as registry:
        services = Services(registry)
        book = resource("samples", "bassin-dossiers.xlsx")
        services.importing.accept(services.importing.preview(book))
        dossier = services.dossiers.by_number(GRANTED)
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
        grant(services, dossier)
    return path


def grant(services, dossier):
    draft = MeetingDraft(TODAY, time(14, 0), "Épinal", None, "Odile Perrin")
    meeting, _ = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, [dossier])
    services.committee.open(meeting)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    item = services.meetings.detail(meeting).agenda[0].id
    services.committee.begin_item(item)
    services.voting.open_ballot(item)
    services.voting.cast_remaining(item, VoteChoice.FOR)
    services.voting.close_ballot(item)
    services.voting.proclaim(item)
    terms = {"amount": Money(12_000_00), "months": 48, "deferral": 12, "every": 3}
    services.decisions.record(item, replace(services.decisions.proposal(item), **terms))
    services.committee.close(meeting)


@dataclass
class Desk:
    """Services, what views are built with, and the window they stand in."""

    services: Services
    tools: AidTools
    window: QWidget

    def show(self, view):
        """Put a view in the window; return it."""
        view.setParent(self.window)
        view.resize(self.window.size())
        view.show()
        return view

    def id(self, number):
        return self.services.dossiers.by_number(number)

    def dialog(self, kind):
        """Return the dialog of a kind that is open."""
        (one,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return one


@pytest.fixture
def desk(qtbot, stored_aid, tmp_path, window_settings):
    path = tmp_path / "aid.alize"
    shutil.copy(stored_aid, path)
    with Registry.open(path, _morning) as registry:
        services = Services(registry)
        preferences = Preferences(Settings(author="Odile Perrin"), tmp_path / "settings.toml")
        zone = ZoneInfo("Europe/Paris")
        pool = RegistryPool(at_once=60_000)
        today, log = (lambda: TODAY), tmp_path / "log"
        tools = AidTools(services.aid, preferences, Bus(), window_settings, zone, today, log, pool)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(720, 700)
        window.show()
        yield Desk(services, tools, window)
