"""The dialog of payment files, about a fund with advances to pay."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.ui.payments.dialog import PaymentFileDialog
from alize_desktop.ui.payments.tools import PaymentTools
from alize_desktop.ui.registry_pool import RegistryPool
from tests.advance_records import RULES
from tests.services.conftest import Office, granted, imported  # noqa: F401  # fixtures

ONE, BLOCKED, SHORT = "2026-013", "2026-014", "2026-019"
SIGNED, PAID = date(2026, 12, 1), date(2026, 12, 10)
IBAN = "FR7630006000011234567890189"


def _december():
    return datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def signed(granted, tmp_path_factory) -> Path:  # noqa: F811  # the fixture
    """Three agreements are signed, one of them with a condition that comes first."""
    path = tmp_path_factory.mktemp("signed") / "signed.alize"
    shutil.copy(granted, path)
    with Registry.open(path, _december) as registry:
        services = Services(registry)
        services.money_rules.adopt(RULES)
        for number in (ONE, BLOCKED, SHORT):
            dossier = services.advances.by_number(number)
            services.advances.sign(dossier, SIGNED, PAID, "Odile Perrin")
            siren = services.advances.detail(dossier, SIGNED).row.siren
            account = BankAccount(UUID(int=0), siren, "Menuiserie Œillet", IBAN)
            services.advances.save_account(account)
    return path


@dataclass
class Desk:
    """The dialog, what it is built with, and where its files go."""

    office: Office
    dialog: PaymentFileDialog
    tools: PaymentTools
    folder: Path

    @property
    def content(self):
        return self.dialog.content

    def type_day(self, text):
        self.content.day.edit.setText(text)

    def references(self):
        model = self.content.table.model()
        return [each.line.reference for each in model.rows]


@pytest.fixture
def open_desk(qtbot, signed, tmp_path, window_settings):
    """Show the dialog; a second call shows another, as a second day would."""
    path = tmp_path / "signed.alize"
    shutil.copy(signed, path)
    with Registry.open(path, _december) as registry:
        office = Office(registry, Services(registry), _december)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window_settings.setValue("payments/folder", str(tmp_path))
        tools = PaymentTools(
            office.services.payments,
            window_settings,
            lambda: SIGNED,
            tmp_path / "alize.log",
            RegistryPool(),
        )

        def shown():
            dialog = PaymentFileDialog(tools, window)
            dialog.open()
            return Desk(office, dialog, tools, tmp_path)

        yield shown


@pytest.fixture
def desk(open_desk):
    return open_desk()


@pytest.fixture
def written(qtbot):
    """Write what is ticked, wait for the end."""

    def write(desk, name):
        desk.dialog.write(desk.folder / name)
        qtbot.waitUntil(lambda: not desk.dialog.worker.is_busy)

    return write
