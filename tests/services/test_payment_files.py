"""Payment files: shown with their totals, checked against their schemas, written once."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sepaxml.validation import try_valid_xml

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AdvanceEventKind, DecisionOutcome
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.money_rules import BankAccount, MoneyRules
from alize_desktop.models.values import Money

ONE, TWO, SHORT = "2026-013", "2026-014", "2026-019"
SIGNED, PAID = date(2026, 12, 1), date(2026, 12, 10)
FIRST, SECOND = date(2027, 1, 11), date(2027, 2, 10)  # 10 January 2027 is a Sunday
IBANS = ("FR7630006000011234567890189", "FR7630001007941234567890185")
RULES = MoneyRules(
    payment_files=True,
    creditor_name="Alizé Côte-d’Or & Cie",
    creditor_iban="FR7630001007941234567890185",
    creditor_bic="BDFEFRPP",
    creditor_identifier="FR72ZZZ123456",
)


def drained(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def on(office, day):
    """Make it another day."""
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def siren_of(office, number):
    return office.services.advances.detail(office.dossier(number), PAID).row.siren


def know(office, number, iban=IBANS[0], **more):
    """Tell the account of a company."""
    holder = more.pop("holder", "Menuiserie Œillet")
    account = BankAccount(UUID(int=0), siren_of(office, number), holder, iban, **more)
    office.services.advances.save_account(account)


def pay(office, number, amount, day=PAID):
    on(office, max(day, office.clock.now.date()))
    draft = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, day, Money(amount * 100), author="Odile Perrin"
    )
    office.services.advances.record(office.dossier(number), draft)


def refusals(preview):
    return {each.number: each.refusal.code for each in preview.left_out}


def found(tag, content):
    return re.findall(f"<{tag}>([^<]*)</{tag}>", content)


def offer_payments(office):
    """Sign two agreements, offer payment files."""
    office.services.money_rules.adopt(RULES)
    on(office, SIGNED)
    for number in (ONE, SHORT):
        office.services.advances.sign(office.dossier(number), SIGNED, PAID, "Odile Perrin")


@pytest.fixture
def bank(lending):
    """Two agreements are signed, payment files are offered."""
    lending.after(offer_payments)
    return lending


@pytest.fixture
def payments(bank):
    return bank.services.payments


@pytest.fixture
def lent(bank):
    """The shorter advance was paid, and may be debited."""
    know(bank, SHORT, mandate="M 2026/019", mandate_on=SIGNED)
    pay(bank, SHORT, 5_000)
    return bank


def test_nothing_is_offered_until_the_rules_say_so(lending, refused):
    for asked in (lending.services.payments.disbursements, lending.services.payments.debits):
        with refused(ErrorCode.PAYMENT_FILES_OFF, lending):
            asked(PAID)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"creditor_iban": ""}, ErrorCode.CREDITOR_ACCOUNT_MISSING),
        ({"creditor_name": " "}, ErrorCode.CREDITOR_ACCOUNT_MISSING),
        ({"creditor_identifier": ""}, ErrorCode.CREDITOR_IDENTIFIER_INVALID),
        ({"creditor_identifier": "FR00ZZZ123456"}, ErrorCode.CREDITOR_IDENTIFIER_INVALID),
    ],
)
def test_the_account_of_the_fund_is_needed(bank, refused, changes, code):
    bank.services.money_rules.adopt(replace(RULES, **changes))
    with refused(code, bank):
        bank.services.payments.debits(FIRST)
    if code is ErrorCode.CREDITOR_IDENTIFIER_INVALID:
        assert bank.services.payments.disbursements(PAID).left_out


def test_what_is_left_to_pay_is_shown_with_its_total(bank, payments):
    know(bank, ONE)
    pay(bank, ONE, 2_000)
    preview = payments.disbursements(PAID)
    assert (preview.count, preview.total) == (1, Money(10_000_00))
    (line,) = preview.lines
    assert (line.number, line.reference, line.amount) == (ONE, ONE, Money(10_000_00))
    assert line.text == "AVANCE REMBOURSABLE 2026-013"
    assert refusals(preview) == {SHORT: ErrorCode.ACCOUNT_MISSING}
    know(bank, SHORT)
    assert payments.disbursements(PAID).total == Money(15_000_00)


def test_an_advance_that_is_blocked_is_left_out_with_its_reason(bank, payments):
    bank.services.advances.sign(bank.dossier(TWO), SIGNED, PAID, "Odile Perrin")
    know(bank, TWO)
    left_out = {each.number: each for each in payments.disbursements(PAID).left_out}
    assert left_out[TWO].refusal.code is ErrorCode.RELEASE_BLOCKED
    assert "Accord de prêt bancaire" in str(left_out[TWO].refusal.params["reason"])


@pytest.mark.parametrize("amount", [None, 6_000])
def test_no_more_is_offered_than_the_decision_in_force_grants(bank, payments, amount):
    know(bank, ONE)
    pay(bank, ONE, 4_000)
    day = date(2026, 12, 15)
    meeting = bank.hold(ONE, complete=False, held_on=day)
    if amount:
        bank.approve(meeting, ONE, amount=Money(amount * 100), conditions=())
    else:
        given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        bank.services.decisions.record(bank.item(meeting, ONE), given_up)
    bank.services.committee.close(meeting)
    on(bank, day)
    preview = payments.disbursements(day)
    if amount:
        assert preview.total == Money(2_000_00)
    else:
        assert (preview.lines, refusals(preview)[ONE]) == ((), ErrorCode.RELEASE_BLOCKED)


def test_transfers_are_valid_against_their_schema(bank, payments, tmp_path):
    know(bank, ONE, holder="L’Œuvre & Fils <SARL>", bic="AGRIFRPP")
    know(bank, SHORT, IBANS[1], holder="شركة")
    preview, lines = payments.disbursements(PAID), len(bank.journal())
    path = tmp_path / "virements.xml"
    paper = drained(payments.write(preview, path))
    assert paper.size == path.stat().st_size
    content = path.read_text(encoding="utf-8")
    try_valid_xml(path.read_bytes(), "pain.001.001.09")
    assert found("CtrlSum", content) == ["17000.00", "17000.00"]
    assert found("NbOfTxs", content) == ["2", "2"]
    assert found("EndToEndId", content) == [ONE, SHORT]
    assert found("Nm", content)[-2:] == ["L'OEuvre + Fils SARL", SHORT]
    assert found("Nm", content)[0] == "Alize Cote-d'Or + Cie"
    assert found("IBAN", content) == [IBANS[1], IBANS[0], IBANS[1]]
    assert found("Dt", content) == ["2026-12-10"]
    assert found("CreDtTm", content) == ["2026-12-01T10:00:00"]
    assert found("MsgId", content) == found("PmtInfId", content)
    assert bank.actions(lines) == ["payment_file.exported"]
    assert len(bank.services.advances.detail(bank.dossier(ONE), PAID).events) == 1


def test_instalments_of_a_day_are_debited_and_valid_against_their_schema(lent, tmp_path):
    payments = lent.services.payments
    preview = payments.debits(FIRST)
    assert (preview.count, preview.total) == (1, Money(500_00))
    path = tmp_path / "prelevements.xml"
    drained(payments.write(preview, path))
    content = path.read_text(encoding="utf-8")
    try_valid_xml(path.read_bytes(), "pain.008.001.08")
    assert found("EndToEndId", content) == [f"{SHORT}-1"]
    assert found("Ustrd", content) == ["AVANCE 2026-019 ECHEANCE 1"]
    assert found("MndtId", content) == ["M 2026/019"]
    assert found("DtOfSgntr", content) == ["2026-12-01"]
    assert found("ReqdColltnDt", content) == ["2027-01-11"]
    assert found("SeqTp", content) == ["RCUR"]
    assert "FR72ZZZ123456" in content
    assert payments.debits(date(2027, 1, 12)).count == 0


def test_what_was_paid_before_is_not_debited_again(lent):
    on(lent, FIRST)
    draft = AdvanceEventDraft(
        AdvanceEventKind.REPAYMENT, FIRST, Money(700_00), author="Odile Perrin"
    )
    lent.services.advances.record(lent.dossier(SHORT), draft)
    assert lent.services.payments.debits(FIRST).count == 0
    assert lent.services.payments.debits(SECOND).total == Money(300_00)


@pytest.mark.parametrize(
    ("mandate", "code"),
    [
        ({"mandate": ""}, ErrorCode.MANDATE_MISSING),
        ({"mandate": "M1"}, ErrorCode.MANDATE_MISSING),
        ({"mandate": "M" * 36, "mandate_on": SIGNED}, ErrorCode.TEXT_TOO_LONG),
    ],
)
def test_a_company_is_debited_with_its_mandate_only(lent, mandate, code):
    know(lent, SHORT, **mandate)
    preview = lent.services.payments.debits(FIRST)
    assert refusals(preview) == {SHORT: code}
    assert (preview.count, preview.total) == (0, Money(0))


def test_a_mandate_is_signed_before_it_is_entered_and_before_it_is_used(lent, refused):
    day = date(2027, 1, 12)
    with refused(ErrorCode.EVENT_DATE_IN_FUTURE, lent, day=day):
        know(lent, SHORT, mandate="M1", mandate_on=day)
    on(lent, day)
    know(lent, SHORT, mandate="M1", mandate_on=day)
    on(lent, FIRST)  # the clock was wrong, and is right again
    assert refusals(lent.services.payments.debits(FIRST)) == {SHORT: ErrorCode.MANDATE_TOO_RECENT}
    assert lent.services.payments.debits(SECOND).count == 1


def test_nothing_is_debited_during_a_moratorium(lent):
    on(lent, date(2026, 12, 20))
    draft = AdvanceEventDraft(
        AdvanceEventKind.MORATORIUM,
        date(2026, 12, 20),
        author="Odile Perrin",
        note="Sinistre",
        until=date(2027, 1, 31),
    )
    lent.services.advances.record(lent.dossier(SHORT), draft)
    preview = lent.services.payments.debits(FIRST)
    assert refusals(preview) == {SHORT: ErrorCode.ADVANCE_STEP_REFUSED}
    assert lent.services.payments.debits(SECOND).count == 1


def test_a_file_never_takes_the_place_of_another(bank, payments, tmp_path, refused):
    know(bank, ONE)
    preview, path = payments.disbursements(PAID), tmp_path / "virements.xml"
    path.write_bytes(b"already at the bank")
    with refused(ErrorCode.FILE_EXISTS, bank, path=str(path)):
        drained(payments.write(preview, path))
    assert path.read_bytes() == b"already at the bank"
    late = tmp_path / "autre.xml"
    steps = payments.write(preview, late)
    next(steps)
    late.write_bytes(b"came meanwhile")
    with refused(ErrorCode.FILE_EXISTS, bank):
        drained(steps)
    assert late.read_bytes() == b"came meanwhile"


def test_only_what_was_shown_is_written(bank, payments, tmp_path, refused):
    know(bank, ONE)
    know(bank, SHORT)
    preview, path = payments.disbursements(PAID), tmp_path / "virements.xml"
    drained(payments.write(preview, path, {bank.dossier(SHORT)}))
    assert found("EndToEndId", path.read_text(encoding="utf-8")) == [SHORT]
    with refused(ErrorCode.PAYMENT_FILE_EMPTY, bank):
        drained(payments.write(preview, tmp_path / "rien.xml", set()))
    pay(bank, SHORT, 5_000)
    with refused(ErrorCode.PAYMENTS_CHANGED_MEANWHILE, bank):
        drained(payments.write(preview, tmp_path / "trop-tard.xml"))
    assert sorted(each.name for each in tmp_path.glob("*.xml")) == ["virements.xml"]


def test_a_file_that_is_cancelled_leaves_nothing(bank, payments, tmp_path):
    know(bank, ONE)
    lines = len(bank.journal())
    steps = payments.write(payments.disbursements(PAID), tmp_path / "virements.xml")
    next(steps)
    steps.close()
    assert not list(tmp_path.glob("*.xml"))
    assert len(bank.journal()) == lines


def test_a_file_written_before_tells_what_it_asked_of_the_bank(bank, payments, tmp_path):
    assert payments.written() == ()
    know(bank, ONE)
    know(bank, SHORT)
    preview = payments.disbursements(PAID)
    days = [SIGNED, date(2026, 12, 2), date(2026, 12, 3)]
    paths = [tmp_path / name for name in ("un.xml", "deux.xml", "trois.xml")]
    for day, path, chosen in zip(days, paths, (None, {bank.dossier(ONE)}, None), strict=True):
        on(bank, day)
        drained(payments.write(preview, path, chosen))
    paths[0].unlink()
    paths[2].write_bytes(b"changed")
    assert [(Path(each.path).name, each.on, each.references) for each in payments.written()] == [
        ("trois.xml", days[2], None),
        ("deux.xml", days[1], frozenset({ONE})),
        ("un.xml", days[0], None),
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2027, 12, 2), date(9999, 12, 31)])
def test_no_bank_is_asked_for_the_past_or_for_a_far_day(bank, payments, refused, day):
    limits = {"least": SIGNED, "most": date(2027, 12, 1)}
    for asked in (payments.disbursements, payments.debits):
        with refused(ErrorCode.PAYMENT_DAY_REFUSED, bank, day=day, **limits):
            asked(day)
    assert payments.disbursements(limits["most"]).on == limits["most"]


def test_what_was_repaid_since_its_day_is_not_debited(lent, tmp_path, refused):
    payments, shown = lent.services.payments, lent.services.payments.debits(FIRST)
    assert (shown.count, payments.next_debit()) == (1, FIRST)
    late = date(2027, 1, 12)
    on(lent, late)
    draft = AdvanceEventDraft(AdvanceEventKind.REPAYMENT, late, Money(500_00), author="Odile")
    lent.services.advances.record(lent.dossier(SHORT), draft)
    with refused(ErrorCode.PAYMENT_DAY_REFUSED, lent):
        payments.debits(FIRST)
    with refused(ErrorCode.PAYMENT_DAY_REFUSED, lent):
        drained(payments.write(shown, tmp_path / "prelevements.xml"))
    assert payments.next_debit() == SECOND
