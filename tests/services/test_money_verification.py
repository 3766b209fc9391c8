"""Money rewritten behind the program's back is found, and named."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind, RegisterStatus
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.store.money_ledgers import OF_ADVANCES, OF_AID, OF_FUND
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money

pytestmark = pytest.mark.retold

NUMBER, AUTHOR, TODAY = "2026-013", "Odile Perrin", date(2026, 11, 23)
EVENTS = "Les mouvements des avances"
SCHEDULES = "Les échéanciers figés"
ACCOUNTS = "Les comptes bancaires"
MOVEMENTS = "Les mouvements du fonds"
CLOSINGS = "Les arrêtés des comptes"
FUNDERS = "Les financeurs"
EXPECTED = "Les prévisions du fonds"
RULES = "Les règles du fonds"
RATES = "Les taux de base"
PAST = "Les aides déclarées"
GRANTS = "Les aides enregistrées"
REGISTER = "Les déclarations au registre national"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Where the registry of ``told`` is kept once it was made."""
    return tmp_path_factory.mktemp("kept") / "registre.alize"


@pytest.fixture
def told(kept, request, tmp_path):
    """The path of a registry in which money used everything that a ledger keeps."""
    if not kept.exists():
        office = request.getfixturevalue("lending")
        lend(office)
        feed(office)
        office.registry.copy(kept)
    return Path(shutil.copy(kept, tmp_path / "copie.alize"))


def lend(office):
    advances, aid, dossier = office.services.advances, office.services.aid, office.dossier(NUMBER)
    siren = office.detail(NUMBER).sheet.company.siren
    aid.enter_rate(date(2027, 1, 1), date(2027, 12, 31), Decimal("2.05"), "Lu le 5 janvier")
    known = aid.new_past_aid(siren, date(2025, 3, 1), Money(5_000_00))
    aid.save_past_aid(known)
    aid.save_past_aid(replace(known, granter="Région"))
    removed = aid.new_past_aid(siren, date(2025, 4, 1), Money(1_000_00))
    aid.save_past_aid(removed)
    aid.remove_past_aid(removed.id)
    advances.save_account(
        BankAccount(office.registry.new_id(), siren, "Mavic", "FR7630006000011234567890189")
    )
    advances.sign(dossier, TODAY, TODAY, AUTHOR)
    advances.record(
        dossier,
        AdvanceEventDraft(
            AdvanceEventKind.DISBURSEMENT, TODAY, Money(12_000_00), "VIR 1", author=AUTHOR
        ),
    )
    (grant,) = aid.register(2026)
    aid.declare(grant.id, RegisterStatus.DECLARED, "PAE-1", TODAY, AUTHOR)


def feed(office):
    fund, rules = office.services.fund, office.services.money_rules
    fund.save_funder(None, "Région", is_public=True)
    (region,) = fund.funders()
    fund.save_funder(region, "Région Bourgogne", is_public=True)
    fund.record(
        FundMovementDraft(
            FundMovementKind.CONTRIBUTION, TODAY, Money(50_000_00), region.id, author=AUTHOR
        )
    )
    fund.save_expectation(FundMovementKind.CONTRIBUTION, date(2027, 6, 1), Money(10_000_00))
    fund.save_expectation(FundMovementKind.FEE, date(2027, 7, 1), Money(100_00))
    fund.remove_expectation(fund.expectations()[1].id)
    fund.close(date(2026, 10, 31), AUTHOR)
    rules.adopt(replace(rules.in_force().rules, reminder_days=10))


REWRITTEN = [
    ("UPDATE advance_event SET amount = amount - 1 WHERE kind = 'disbursement'", EVENTS, 1),
    ("UPDATE advance_event SET value_on = '2026-12-01'", EVENTS, 2),
    ("DELETE FROM advance_event WHERE kind = 'disbursement'", EVENTS, 1),
    ("UPDATE advance_event SET import_key = 'a' WHERE kind = 'disbursement'", EVENTS, 1),
    ("UPDATE advance_event SET sequence = 3 - sequence + 10", EVENTS, 2),
    ("UPDATE advance_event SET entered_at = '2026-12-01T09:00:00.000000Z'", EVENTS, 2),
    ("UPDATE schedule_version SET made_at = '2026-12-01T09:00:00.000000Z'", SCHEDULES, 1),
    ("UPDATE fund_movement SET sequence = 7", MOVEMENTS, 1),
    ("UPDATE fund_closing SET closed_at = '2026-12-01T09:00:00.000000Z'", CLOSINGS, 1),
    ("UPDATE money_rules SET adopted_at = '2026-12-01T09:00:00.000000Z'", RULES, 1),
    ("UPDATE base_rate SET entered_at = '2026-12-01T09:00:00.000000Z'", RATES, 1),
    ("UPDATE aid_grant SET recorded_at = '2026-12-01T09:00:00.000000Z'", GRANTS, 1),
    ("UPDATE register_entry SET sequence = 4", REGISTER, 1),
    ("UPDATE schedule_version SET rows = '[]'", SCHEDULES, 1),
    ("UPDATE schedule_version SET version = 2", SCHEDULES, 1),
    ("UPDATE bank_account SET iban = 'FR00'", ACCOUNTS, 1),
    ("UPDATE fund_movement SET amount = amount + 1", MOVEMENTS, 1),
    ("DELETE FROM fund_movement", MOVEMENTS, 1),
    ("UPDATE fund_closing SET statement = '{}'", CLOSINGS, 1),
    ("UPDATE fund_closing SET through = '2020-01-01'", CLOSINGS, 1),
    ("UPDATE funder SET is_public = 0", FUNDERS, 1),
    ("UPDATE fund_expectation SET amount = amount + 1", EXPECTED, 1),
    ("UPDATE money_rules SET rules = '{}'", RULES, 1),
    ("UPDATE base_rate SET percent = 0", RATES, 1),
    ("UPDATE past_aid SET grant_equivalent = 1", PAST, 1),
    ("DELETE FROM past_aid", PAST, 1),
    ("UPDATE aid_grant SET grant_equivalent = 1", GRANTS, 1),
    ("UPDATE aid_grant SET basis = '{}'", GRANTS, 1),
    ("UPDATE register_entry SET reference = 'PAE-2'", REGISTER, 1),
]


@pytest.mark.parametrize(("statement", "name", "count"), REWRITTEN)
def test_money_that_was_rewritten_is_named(told, clock, statement, name, count):
    tamper(told, statement)
    with Registry.open(told, clock) as registry:
        found = registry.verify()
    verb = "diffère" if count == 1 else "diffèrent"
    sentence = f"{name} ne correspondent plus au journal\u00a0: {count} en {verb}."
    assert found.integrity_problems == (sentence,)


def test_every_ledger_of_the_money_was_rewritten():
    named = {name for _statement, name, _count in REWRITTEN}
    assert named == {each.name for each in (*OF_ADVANCES, *OF_FUND, *OF_AID)}


def tamper(path, statement):
    """Change a file as somebody would who took its triggers away first."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%search%'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
