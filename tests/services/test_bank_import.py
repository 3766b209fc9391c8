"""Bank statements: what each line seems to repay, and what a person confirmed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.values import Money
from alize_desktop.wording.bank_matches import SEVERAL, UNKNOWN

ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"
DAY = date(2026, 11, 23)
WHO = "Odile Perrin"
Kind = AdvanceEventKind


def pay(office, number, amount):
    dossier = office.dossier(number)
    office.services.advances.sign(dossier, DAY, DAY, WHO)
    said = AdvanceEventDraft(Kind.DISBURSEMENT, DAY, Money(amount), author=WHO)
    office.services.advances.record(dossier, said)


@pytest.fixture
def bank(lending):
    pay(lending, ONE, 12_000_00)
    pay(lending, FOUR, 5_000_00)
    lending.clock.now = datetime(2028, 3, 31, 9, 0, tzinfo=UTC)
    return lending


@pytest.fixture
def preview(bank, tmp_path):
    def of(*rows):
        path = tmp_path / "releve.csv"
        path.write_text("\n".join(("Date;Libellé;Montant", *rows)), encoding="utf-8")
        return bank.services.bank.preview(path)

    return of


def position(office, number):
    today = office.clock.now.date()
    return office.services.advances.detail(office.dossier(number), today).row.position


def test_lines_are_matched_by_number_name_and_amount(bank, preview):
    one, four = bank.dossier(ONE), bank.dossier(FOUR)
    found = preview(
        "10/03/2028;VIR SEPA 2026 013 ECHEANCE;1 000,00",
        "11/03/2028;VIR USINAGE JOUVENCE;123,00",
        "11/03/2028;VIREMENT DIVERS;500,00",
        "12/03/2028;CHEQUE 123;77,00",
        "12/03/2028;FRAIS BANCAIRES;-3,00",
    )
    assert [each.dossier_id for each in found] == [one, four, four, None]
    assert [each.why for each in found] == [
        "On reconnaît le numéro\u00a02026-013 et le montant de 1\u202f000\u00a0€.",
        "On reconnaît le nom «\u00a0Usinage Jouvence\u00a0».",
        "On reconnaît le montant de 500\u00a0€.",
        UNKNOWN,
    ]
    assert not any(each.is_known for each in found)


def test_a_mandate_is_a_reference(bank, preview):
    siren = bank.services.advances.detail(bank.dossier(ONE), DAY).row.siren
    iban = "FR7630006000011234567890189"
    account = BankAccount(UUID(int=0), siren, "Kermadec", iban, mandate="ALZ-2026-7")
    bank.services.advances.save_account(account)
    (found,) = preview("10/03/2028;PRLV ALZ20267;12,00")
    assert found.dossier_id == bank.dossier(ONE)
    assert found.why == "On reconnaît le mandat\u00a0ALZ-2026-7."


def test_two_that_are_as_likely_are_left_to_the_person(bank, preview):
    (found,) = preview("10/03/2028;REMBOURSEMENT 2026-013 ET 2026-019;44,00")
    assert (found.dossier_id, found.why) == (None, SEVERAL)
    assert set(found.others) == {bank.dossier(ONE), bank.dossier(FOUR)}


def test_what_is_confirmed_is_recorded_once(bank, preview, refused):
    rules = bank.services.money_rules
    rules.adopt(replace(rules.in_force().rules, early=EarlyAllocation.LAST))
    (found,) = preview("10/03/2028;VIR 2026-013;3 000,00")
    choices = [(found.line, found.dossier_id)]
    changes = bank.services.bank.accept(choices, WHO)
    assert changes.dossiers == {bank.dossier(ONE)}
    kept = position(bank, ONE)
    assert kept.received == Money(3_000_00)
    assert [each.paid for each in kept.rows][-2:] == [Money(1_000_00)] * 2
    (again,) = preview("10/03/2028;VIR 2026-013;3 000,00")
    assert again.is_known
    with refused(ErrorCode.BANK_LINE_TAKEN, bank, label="VIR 2026-013"):
        bank.services.bank.accept(choices, WHO)


def test_all_the_lines_are_recorded_or_none(bank, preview, refused):
    first, second = preview("10/03/2028;VIR 2026-013;100,00", "10/04/2028;VIR 2026-019;50,00")
    choices = [(each.line, each.dossier_id) for each in (second, first)]
    with refused(ErrorCode.EVENT_DATE_IN_FUTURE, bank):
        bank.services.bank.accept(choices, WHO)
    assert position(bank, ONE).received == Money(0)
    assert bank.services.bank.accept((), WHO).money is False


def test_money_after_a_loss_is_recovered(bank, preview):
    lost = AdvanceEventDraft(
        Kind.LOSS, date(2028, 3, 1), Money(12_000_00), note="Liquidation", author=WHO
    )
    bank.services.advances.record(bank.dossier(ONE), lost)
    (found,) = preview("10/03/2028;MANDATAIRE 2026-013;250,00")
    bank.services.bank.accept([(found.line, found.dossier_id)], WHO)
    assert position(bank, ONE).recovered == Money(250_00)


def receive(office, day, amount, number=ONE):
    office.services.advances.receive(office.dossier(number), Money(amount), day, "VIR", WHO)


def accept(office, *found):
    office.services.bank.accept([(each.line, each.dossier_id) for each in found], WHO)


def test_money_that_was_typed_is_not_proposed_as_new(bank, preview):
    receive(bank, date(2028, 3, 8), 500_00)
    first, second, other, far = preview(
        "10/03/2028;VIR 2026-013;500,00",
        "11/03/2028;VIR 2026-013;500,00",
        "10/03/2028;VIR 2026-019;500,00",
        "14/03/2028;VIR 2026-013;500,00",
    )
    assert [each.is_doubtful for each in (first, second, other, far)] == [True, *[False] * 3]
    assert first.dossier_id == bank.dossier(ONE)
    assert first.why == (
        "Un encaissement de 500\u00a0€ du 08/03/2028 est déjà enregistré sur cette avance."
    )
    accept(bank, second)
    (unknown,) = preview("12/03/2028;REMISE CHEQUE;500,00")
    assert (unknown.dossier_id, unknown.is_doubtful) == (bank.dossier(ONE), True)


def test_a_line_whose_event_was_reversed_may_be_taken_again(bank, preview, refused):
    row = "10/03/2028;VIR 2026-013;500,00"
    one, four = bank.dossier(ONE), bank.dossier(FOUR)
    (found,) = preview(row)
    for stored, dossier in (("", four), ("#2", one), ("#3", four)):
        assert not preview(row)[0].is_known
        bank.services.bank.accept([(found.line, dossier)], WHO)
        events = bank.services.advances.detail(dossier, bank.clock.now.date()).events
        event = max(events, key=lambda each: each.sequence)
        assert event.draft.import_key == found.line.key + stored
        assert preview(row)[0].is_known
        with refused(ErrorCode.BANK_LINE_TAKEN, bank):
            bank.services.bank.accept([(found.line, one)], WHO)
        day = bank.clock.now.date()
        back = AdvanceEventDraft(Kind.REVERSAL, day, author=WHO, note="Mauvaise avance")
        bank.services.advances.reverse(event.id, back)
    assert position(bank, ONE).received == Money(0)


def test_a_debit_that_the_bank_rejected_takes_its_money_back(bank, preview, refused):
    paid, back = "10/03/2028;PRLV 2026-013;500,00", "13/03/2028;REJET PRLV 2026-013;-500,00"
    assert len(preview(paid, back)) == 1
    accept(bank, *preview(paid, back))
    known, found = preview(paid, back, "13/03/2028;FRAIS 2026-013;-3,00", "14/03/2028;VIDE;0,00")
    assert (known.is_known, found.is_known) == (True, False)
    assert found.dossier_id == bank.dossier(ONE)
    assert found.why == "Rejet\u00a0: annule l’encaissement de 500\u00a0€ du 10/03/2028."
    accept(bank, found)
    assert position(bank, ONE).received == Money(0)
    event = bank.services.advances.detail(bank.dossier(ONE), date(2028, 3, 31)).events[-1]
    assert (event.draft.kind, event.draft.reverses_id) == (Kind.REJECTED_DEBIT, found.rejects)
    assert [each.is_known for each in preview(paid, back)] == [True, True]
    with refused(ErrorCode.BANK_LINE_TAKEN, bank, label="REJET PRLV 2026-013"):
        accept(bank, found)
    with refused(ErrorCode.EVENT_NOT_FOUND, bank):
        accept(bank, replace(found, line=replace(found.line, key="x")))
