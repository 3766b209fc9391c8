"""The screen of the follow-up, on an office that lent and prepares a meeting."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from alize_desktop.models.enums import AdvanceEventKind, DossierState, VoteChoice
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.follow_up.screen import FollowUpScreen
from alize_desktop.ui.follow_up.tools import FollowUpTools
from alize_desktop.ui.registry_pool import RegistryPool

NUMBER, WHO = "2026-013", "Odile Perrin"
HELD, TODAY = date(2026, 11, 23), date(2027, 2, 1)


def _then():
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def _now():
    return datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def lent(tmp_path_factory):
    """A registry where 5 000 euros are repaid by months, and a second meeting is prepared.

    On 1 February 2027 two repayments are late; the notice is due on the 15th.
    """
    path = tmp_path_factory.mktemp("follow_up") / "suivi.alize"
    programme = Programme(basin="Côte-d’Or", fund_amount=Money(100_000_00))
    with Registry.create(path, programme, _then) as registry:
        services = Services(registry)
        book = resource("samples", "bassin-dossiers.xlsx")
        services.importing.accept(services.importing.preview(book))
        dossier = services.dossiers.by_number(NUMBER)
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
        _approve(services, dossier)
        services.advances.sign(dossier, HELD, HELD, WHO)
        paid = AdvanceEventDraft(AdvanceEventKind.DISBURSEMENT, HELD, Money(5_000_00), author=WHO)
        services.advances.record(dossier, paid)
        services.meetings.create(MeetingDraft(date(2027, 2, 20), time(14), "Dijon"))
    return path


def _approve(services, dossier):
    """Hold a meeting that grants 5 000 euros over 10 months."""
    meeting, _ = services.meetings.create(MeetingDraft(HELD, time(14), "Dijon", secretary=WHO))
    services.meetings.set_agenda(meeting, [dossier])
    committee = services.committee
    committee.open(meeting)
    committee.all_present(meeting)
    committee.establish_quorum(meeting)
    (line,) = services.meetings.detail(meeting).agenda
    committee.begin_item(line.id)
    services.voting.open_ballot(line.id)
    services.voting.cast_remaining(line.id, VoteChoice.FOR)
    services.voting.close_ballot(line.id)
    services.voting.proclaim(line.id)
    services.decisions.record(line.id, _terms(services.decisions.proposal(line.id)))
    committee.close(meeting)


def _terms(proposal):
    terms = {"months": 10, "deferral": 0, "every": 1, "conditions": ()}
    return replace(proposal, amount=Money(5_000_00), **terms)


@dataclass
class Desk:
    """Services, the screen, and what it tells."""

    services: Services
    screen: FollowUpScreen
    bus: Any
    said: list[str] = field(default_factory=list)
    opened: list[Any] = field(default_factory=list)
    late: list[int] = field(default_factory=list)

    @property
    def due(self):
        return self.screen.due

    def page(self, key):
        self.screen.show_page(key)
        return self.screen.page(key)


@pytest.fixture
def desk_on(qtbot, tmp_path, window_settings, bus):
    """Return the desk of a registry that is open."""

    def on(registry, others=()):
        services = Services(registry)
        tools = FollowUpTools(
            services.follow_up,
            bus,
            window_settings,
            ZoneInfo("Europe/Paris"),
            lambda: TODAY,
            tmp_path / "log",
            RegistryPool(at_once=60_000),
        )
        screen = FollowUpScreen(tools, others)
        desk = Desk(services, screen, bus)
        qtbot.addWidget(screen)
        screen.said.connect(desk.said.append)
        screen.opened.connect(desk.opened.append)
        screen.late_counted.connect(desk.late.append)
        screen.resize(1182, 694)
        screen.show()
        return desk

    return on


@pytest.fixture
def desk(desk_on, lent, tmp_path):
    path = tmp_path / "suivi.alize"
    shutil.copy(lent, path)
    with Registry.open(path, _now) as registry:
        yield desk_on(registry)


@pytest.fixture
def new_desk(desk_on, tmp_path):
    """The screen of a registry that holds nothing."""
    with Registry.create(tmp_path / "vide.alize", Programme("Vosges"), _now) as registry:
        yield desk_on(registry)
