"""The screen of the fund, on a registry that holds a little money."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.settings import Settings
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.fund.screen import FundScreen
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool

TODAY = date(2026, 11, 23)


def _morning():
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def fed(tmp_path_factory):
    """20 000 euros at the start, 10 000 of a region, 5 000 to come."""
    path = tmp_path_factory.mktemp("fund") / "fund.alize"
    programme = Programme("Vosges", fund_amount=Money(20_000_00))
    with Registry.create(path, programme, _morning) as registry:
        fund = Services(registry).fund
        fund.save_funder(None, "Région", is_public=True)
        region = fund.funders()[0].id
        given, day = FundMovementKind.CONTRIBUTION, date(2026, 3, 2)
        draft = FundMovementDraft(given, day, Money(10_000_00), region, author="Odile Perrin")
        fund.record(draft)
        fund.save_expectation(given, date(2027, 2, 1), Money(5_000_00), region)
    return path


@dataclass
class Desk:
    """Services, and what the screen tells."""

    services: Services
    preferences: Preferences
    screen: FundScreen
    said: list[str]

    def page(self, key):
        self.screen.show_page(key)
        return self.screen.page(key)


@pytest.fixture
def desk(qtbot, fed, tmp_path, window_settings):
    path = tmp_path / "fund.alize"
    shutil.copy(fed, path)
    with Registry.open(path, _morning) as registry:
        services = Services(registry)
        preferences = Preferences(Settings(author="Odile Perrin"), tmp_path / "settings.toml")
        screen = FundScreen(
            FundTools(
                services.fund,
                services.money_rules,
                services.money_papers,
                preferences,
                Bus(),
                window_settings,
                ZoneInfo("Europe/Paris"),
                lambda: TODAY,
                tmp_path / "log",
                RegistryPool(at_once=60_000),
            )
        )
        qtbot.addWidget(screen)
        screen.resize(1182, 694)
        said = []
        screen.said.connect(said.append)
        screen.show()
        yield Desk(services, preferences, screen, said)


@pytest.fixture
def dialog(desk):
    """Return the dialog of a kind that is open."""

    def found(kind):
        (one,) = [each for each in desk.screen.findChildren(kind) if each.isVisible()]
        return one

    return found
