"""The window of the minutes, on a meeting that is being held."""

import shutil
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from alize_desktop.models.enums import DecisionOutcome, DossierState, ItemKind
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.minutes.tools import MinutesTools
from alize_desktop.ui.minutes.window import MinutesWindow
from tests.clocks import TickingClock

NUMBERS = ("2026-006", "2026-003")


@pytest.fixture(scope="session")
def held_file(tmp_path_factory):
    """A meeting of two dossiers, its quorum established."""
    path = tmp_path_factory.mktemp("held") / "held.alize"
    with Registry.create(
        path, Programme(basin="Côte-d’Or"), TickingClock(2026, 11, 23, 13)
    ) as registry:
        services = Services(registry)
        importing = services.importing
        importing.accept(importing.preview(resource("samples", "bassin-dossiers.xlsx")))
        dossiers = [services.dossiers.by_number(each) for each in NUMBERS]
        for each in dossiers:
            for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
                services.dossiers.change_state(each, state)
        draft = MeetingDraft(date(2026, 11, 23), time(14, 0), "Dijon", None, "Claire Roussel")
        meeting, _changes = services.meetings.create(draft)
        services.meetings.set_agenda(meeting, dossiers)
        services.committee.open(meeting)
        services.committee.all_present(meeting)
        services.committee.establish_quorum(meeting)
    return path


@dataclass
class Desk:
    """Services, and what is done around the window."""

    services: Services
    bus: Bus
    meeting: UUID
    open_window: Any

    def record(self):
        return self.services.minutes.record(self.meeting)

    def text(self, block, item=None):
        return self.record().text(block, item)

    def close_meeting(self):
        for line in self.services.meetings.detail(self.meeting).agenda:
            if line.kind is ItemKind.DOSSIER:
                draft = DecisionDraft(DecisionOutcome.DEFERRED, documents_asked="Bilan")
                self.services.decisions.record(line.id, draft)
        self.bus.changed.emit(self.services.committee.close(self.meeting), None)

    def export(self, path):
        for _step in self.services.minutes.export(self.meeting, path):
            pass


@pytest.fixture
def desk(qtbot, theme, tmp_path, held_file, window_settings):
    path = tmp_path / "held.alize"
    shutil.copy(held_file, path)
    registry = Registry.open(path, TickingClock(2026, 11, 23, 13))
    services = Services(registry)
    bus = Bus()
    (row,) = services.meetings.rows()
    tools = MinutesTools(
        minutes=services.minutes,
        texts=services.minutes_texts,
        templates=services.templates,
        bus=bus,
        window=window_settings,
        log_file=tmp_path / "log",
    )

    def open_window(width=1366, height=768):
        window = MinutesWindow(row.id, tools)
        qtbot.addWidget(window, before_close_func=lambda each: each.give_up())
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield Desk(services, bus, row.id, open_window)
    registry.close()


@pytest.fixture
def window(desk):
    return desk.open_window()
