"""An office with dossiers, complete or not, and the screen of its meetings."""

import shutil
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSettings

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.meetings.screen import MeetingsScreen
from alize_desktop.ui.meetings.tools import MeetingTools
from tests.clocks import TickingClock

COMPLETE = ("2026-006", "2026-003", "2026-013", "2026-001")
TODAY = date(2026, 11, 2)


@pytest.fixture(scope="session")
def stored_office(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.alize"
    registry = Registry.create(path, Programme(basin="Côte-d’Or"), TickingClock(2026, 11, 2, 8))
    services = Services(registry)
    services.importing.accept(
        services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
    )
    for number in COMPLETE:
        dossier = services.dossiers.by_number(number)
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
    registry.close()
    return path


@dataclass
class Desk:
    """Services, the screen, and what it was built with."""

    services: Services
    bus: Bus
    settings: QSettings
    open_screen: object

    def prepare(self, *numbers, **draft):
        asked = {"held_on": date(2026, 11, 23), "starts_at": time(14, 0)} | draft
        meeting, _ = self.services.meetings.create(MeetingDraft(**asked))
        self.services.meetings.set_agenda(meeting, [self.dossier(each) for each in numbers])
        return meeting

    def convened(self, *numbers, **draft):
        ready = {"place": "Dijon", "secretary": "Claire Roussel"} | draft
        meeting = self.prepare(*numbers, **ready)
        self.services.life.convene(meeting)
        return meeting

    def seated(self):
        return [each for each in self.services.people.members() if each.has_seat]

    def detail(self, meeting):
        return self.services.meetings.detail(meeting)

    def dossier(self, number) -> UUID:
        return self.services.dossiers.by_number(number)

    def agenda(self, meeting):
        return [line.number for line in self.services.meetings.detail(meeting).agenda]


@pytest.fixture
def desk(qtbot, theme, tmp_path, stored_office, window_settings):
    path = tmp_path / "office.alize"
    shutil.copy(stored_office, path)
    registry = Registry.open(path, TickingClock(2026, 11, 2, 8))
    services = Services(registry)
    bus = Bus()

    def open_screen(width=1182, height=718):
        tools = MeetingTools(
            meetings=services.meetings,
            agenda=services.agenda,
            life=services.life,
            people=services.people,
            bus=bus,
            window=window_settings,
            zone=ZoneInfo("Europe/Paris"),
            today=lambda: TODAY,
            log_file=tmp_path / "log",
        )
        screen = MeetingsScreen(tools)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        qtbot.wait(1)
        return screen

    yield Desk(services, bus, window_settings, open_screen)
    registry.close()
