"""An office that lent, and the screen of its advances. Times are told by hand."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from alize_desktop.models.enums import AdvanceEventKind, DossierState, VoteChoice
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.advances.screen import AdvancesScreen
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.theme.theme import Scheme
from tests.clocks import TickingClock
from tests.ui.dressing import worn

GRANTED, SIGNED, PAID, LATE, REPAID, LOST = (
    "2026-001",
    "2026-007",
    "2026-002",
    "2026-013",
    "2026-014",
    "2026-019",
)
NUMBERS = (GRANTED, SIGNED, PAID, LATE, REPAID, LOST)
WHO = "Odile Perrin"
SIGNED_ON, PAID_ON = date(2026, 12, 1), date(2026, 12, 10)
TODAY = date(2027, 8, 20)
Kind = AdvanceEventKind


def decide(services, meeting, number, **terms):
    """Vote for a dossier of an open meeting, and record what it is granted."""
    agenda = services.meetings.detail(meeting).agenda
    item = next(each.id for each in agenda if each.number == number)
    services.committee.begin_item(item)
    services.voting.open_ballot(item)
    services.voting.cast_remaining(item, VoteChoice.FOR)
    services.voting.close_ballot(item)
    services.voting.proclaim(item)
    draft = replace(services.decisions.proposal(item), **terms)
    services.decisions.record(item, draft)


def hold(services, numbers, day, **terms):
    """Hold a meeting that approves dossiers."""
    ids = [services.dossiers.by_number(each) for each in numbers]
    draft = MeetingDraft(day, time(9, 0), "Dijon", None, "Claire Roussel")
    meeting, _changes = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, ids)
    services.committee.open(meeting)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    for each in numbers:
        decide(services, meeting, each, **terms)
    services.committee.close(meeting)


@pytest.fixture(scope="session")
def stored_office(tmp_path_factory):
    """Six advances: granted, signed, paid, late, repaid, lost."""
    path = tmp_path_factory.mktemp("office") / "office.alize"
    clock = TickingClock(2026, 11, 2, 9)
    programme = Programme(basin="Côte-d’Or", operator="CCI Côte-d’Or")
    with Registry.create(path, programme, clock) as registry:
        services = Services(registry)
        services.importing.accept(
            services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
        )
        clock.set(date(2026, 11, 23))
        for number in NUMBERS:
            dossier = services.dossiers.by_number(number)
            for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
                services.dossiers.change_state(dossier, state)
        hold(services, NUMBERS, date(2026, 11, 23))
        live(services, clock)
    return path


def live(services, clock):
    """Let eighteen months pass."""
    for number in NUMBERS[1:]:
        clock.set(SIGNED_ON)
        dossier = services.advances.by_number(number)
        services.advances.sign(dossier, SIGNED_ON, PAID_ON, WHO, "C-1")
    for number in NUMBERS[2:]:
        dossier = services.advances.by_number(number)
        left = services.advances.detail(dossier, PAID_ON).left_to_disburse
        record(services, clock, number, Kind.DISBURSEMENT, PAID_ON, left)
    record(services, clock, PAID, Kind.REPAYMENT, date(2027, 3, 10), Money(600_00))
    record(services, clock, PAID, Kind.REPAYMENT, date(2027, 6, 10), Money(600_00))
    record(services, clock, LATE, Kind.REPAYMENT, date(2027, 3, 10), Money(1_000_00))
    record(services, clock, REPAID, Kind.REPAYMENT, date(2027, 4, 5), Money(19_550_00))
    record(services, clock, LOST, Kind.REPAYMENT, date(2027, 4, 12), Money(400_00))
    record(services, clock, LOST, Kind.LOSS, date(2027, 7, 3), Money(9_600_00), note="Liquidation")
    clock.set(TODAY)


def record(services, clock, number, kind, day, amount, **more):
    """Record an event on its day."""
    clock.set(day)
    draft = AdvanceEventDraft(kind, day, amount, number, author=WHO, **more)
    services.advances.record(services.advances.by_number(number), draft)


@dataclass
class Desk:
    """The screen, what it is built with, and what it said."""

    screen: AdvancesScreen
    services: Services
    clock: TickingClock
    authors: list
    papers: list

    @property
    def pane(self):
        return self.screen.pane

    def id(self, number):
        return self.services.advances.by_number(number)

    def show(self, number):
        self.screen.show_advance(self.id(number))

    def detail(self, number):
        return self.services.advances.detail(self.id(number), TODAY)

    def dialog(self):
        """Return the dialog that is open."""
        found = [each for each in self.screen.findChildren(QDialog) if each.isVisible()]
        assert len(found) == 1
        return found[0]


@pytest.fixture
def theme(qapp, request):
    font, palette = QFont(qapp.font()), QPalette(qapp.palette())
    theme = worn(qapp, request)
    theme.set_scheme(Scheme.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def clock():
    return TickingClock(2027, 8, 20, 9)


@pytest.fixture
def open_desk(qtbot, theme, tmp_path, clock, window_settings):
    """Show the screen on a registry, with the keyboard in it."""
    opened = []

    def shown(registry):
        services, authors, papers = Services(registry), [""], []
        tools = AdvanceTools(
            services=services,
            bus=Bus(),
            window=window_settings,
            zone=ZoneInfo("Europe/Paris"),
            today=lambda: clock().date(),
            author=lambda: authors[-1],
            keep_author=authors.append,
            log_file=tmp_path / "alize.log",
            pool=RegistryPool(at_once=60_000),
        )
        screen = AdvancesScreen(tools)
        qtbot.addWidget(screen)
        screen.paper_asked.connect(lambda name, export: papers.append((name, export)))
        screen.resize(1182, 688)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.take_keyboard()
        opened.append(screen)
        return Desk(screen, services, clock, authors, papers)

    yield shown
    for each in opened:
        each.hide()


@pytest.fixture
def desk(open_desk, stored_office, tmp_path, clock):
    path = tmp_path / "office.alize"
    shutil.copy(stored_office, path)
    with Registry.open(path, clock) as registry:
        yield open_desk(registry)


@pytest.fixture
def max_lists(desk, monkeypatch):
    """Check that the whole list is read no more often than said."""
    service, read = desk.services.advances, []
    ask = service.list

    def noted(query):
        read.append(query)
        return ask(query)

    monkeypatch.setattr(service, "list", noted)

    @contextmanager
    def allow(most):
        read.clear()
        yield
        assert len(read) == most

    return allow


@pytest.fixture
def amendable(desk, clock):
    """The desk, once the committee decided that the late advance may be modified."""
    clock.set(date(2027, 8, 10))
    hold(desk.services, [LATE], date(2027, 8, 10))
    clock.set(TODAY)
    desk.screen.refresh()
    desk.show(LATE)
    return desk


@pytest.fixture
def press():
    """Press keys one after the other where the keyboard is."""

    def pressed(*keys):
        for key in keys:
            target = QApplication.focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, *key)
            else:
                QTest.keyClick(target, key)
            QTest.qWait(1)

    return pressed


CTRL = Qt.KeyboardModifier.ControlModifier
