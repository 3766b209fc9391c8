"""An office with a meeting to come, and what the windows of papers are built with."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.papers.tools import PaperTools
from tests.clocks import TickingClock

ONE, TWO = "2026-006", "2026-013"


@pytest.fixture(scope="session")
def stored_office(tmp_path_factory):
    """Dossiers of the sample workbook, and a convened meeting about two of them."""
    path = tmp_path_factory.mktemp("office") / "office.alize"
    programme = Programme(basin="Côte-d’Or", operator="CCI Côte-d’Or")
    with Registry.create(path, programme, TickingClock(2026, 11, 2, 8)) as registry:
        services = Services(registry)
        services.importing.accept(
            services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
        )
        ids = [services.dossiers.by_number(each) for each in (ONE, TWO)]
        for dossier in ids:
            for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
                services.dossiers.change_state(dossier, state)
        draft = MeetingDraft(date(2026, 11, 23), time(14, 0), "Dijon", None, "Claire Roussel")
        meeting, _changes = services.meetings.create(draft)
        services.meetings.set_agenda(meeting, ids)
        services.life.convene(meeting)
    return path


@dataclass
class Desk:
    """Services, a meeting, and what the windows are built with."""

    services: Services
    tools: PaperTools
    meeting: object
    shown: list

    def dossier(self, number):
        return self.services.dossiers.by_number(number)

    def seated(self):
        members = self.services.meetings.detail(self.meeting).members
        return [each for each in members if each.has_seat]

    def edit_dossier(self, number):
        detail = self.services.dossiers.detail(self.dossier(number))
        company = replace(detail.sheet.company, town="Beaune")
        sheet = replace(detail.sheet, company=company)
        return self.services.dossiers.save(detail.id, sheet, detail.revision)


@pytest.fixture
def desk(qtbot, theme, tmp_path, stored_office, window_settings):
    path = tmp_path / "office.alize"
    shutil.copy(stored_office, path)
    pool = QThreadPool()
    shown = []
    with Registry.open(path, TickingClock(2026, 11, 2, 8)) as registry:
        services = Services(registry)
        tools = PaperTools(
            services=services,
            bus=Bus(),
            window=window_settings,
            pool=pool,
            zone=ZoneInfo("Europe/Paris"),
            today=lambda: date(2026, 11, 2),
            usual_folder=tmp_path / "papiers",
            log_file=tmp_path / "log",
            show=shown.append,
        )
        yield Desk(services, tools, services.meetings.by_number("CA-2026-01"), shown)
        pool.waitForDone(20_000)


@pytest.fixture
def opened(qtbot):
    """Show a window and wait until it is active."""

    def show(window: QWidget):
        qtbot.addWidget(window)
        window.resize(1200, 700)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def boxes():
    """Return the texts of the message boxes that are open over a window."""

    def found(window):
        return [each for each in window.findChildren(QMessageBox) if each.isVisible()]

    return found
