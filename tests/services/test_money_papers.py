"""The papers of advances: letters, orders of release, decisions; made, remembered, no more."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    AgeingBucket,
    PaperKind,
    TemplateKey,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.money_rules import BankAccount, MoneyRules
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.values import Money
from alize_desktop.wording.errors import message_of

ONE = "2026-013"
SIGNED, PAID, DUE = date(2026, 12, 1), date(2026, 12, 10), date(2028, 3, 10)
Kind = AdvanceEventKind


def drained(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def on(office, day):
    """Make it another day."""
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def record(office, kind, day, amount=0, **more):
    on(office, max(day, office.clock.now.date()))
    draft = AdvanceEventDraft(kind, day, Money(amount * 100), author="Odile Perrin", **more)
    office.services.advances.record(office.dossier(ONE), draft)
    events = office.services.advances.detail(office.dossier(ONE), day).events
    return next(each.id for each in reversed(events) if each.draft.kind is kind)


def words_of(path):
    command = ["pdftotext", "-raw", str(path), "-"]
    words = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return " ".join(words.split())


def refusals(office):
    offers = office.services.money_papers.available(office.dossier(ONE))
    return {each.kind: each.refusal and each.refusal.code for each in offers}


@pytest.fixture
def signed(lending):
    """The agreement of one advance is signed; the office has a name and an account."""
    services = lending.services
    programme = services.programme.programme()
    services.programme.save(replace(programme, operator="Alizé Côte-d’Or"))
    looks = PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice")
    services.templates.adopt_identity(looks)
    services.money_rules.adopt(MoneyRules(creditor_iban="FR7630001007941234567890185"))
    on(lending, SIGNED)
    services.advances.sign(lending.dossier(ONE), SIGNED, PAID, "Odile Perrin", "C-1")
    return lending


@pytest.fixture
def late(signed):
    """It was paid, and the first instalment is ten days late."""
    record(signed, Kind.DISBURSEMENT, PAID, 12_000, reference="VIR 1")
    on(signed, DUE + timedelta(days=10))
    return signed


@pytest.fixture
def make(tmp_path):
    """Make a paper; return the words of its pages."""

    def making(office, name, subject):
        path = tmp_path / f"{name}.pdf"
        paper = drained(getattr(office.services.money_papers, name)(subject, path))
        assert paper.size == path.stat().st_size
        return words_of(path)

    return making


def test_letters_come_in_their_turn(late):
    step = ErrorCode.ADVANCE_STEP_REFUSED
    assert refusals(late) == {
        PaperKind.REMINDER: None,
        PaperKind.FORMAL_NOTICE: step,
        PaperKind.ACCELERATION_NOTICE: step,
        PaperKind.RELEASE_ORDER: ErrorCode.DISBURSEMENT_TOO_LARGE,
    }
    on(late, DUE + timedelta(days=60))
    assert set(refusals(late).values()) == {None, ErrorCode.DISBURSEMENT_TOO_LARGE}


def test_a_letter_too_early_is_refused_in_french(late, refused, tmp_path):
    path, dossier = tmp_path / "mise-en-demeure.pdf", late.dossier(ONE)
    with refused(
        ErrorCode.ADVANCE_STEP_REFUSED,
        late,
        kind=PaperKind.FORMAL_NOTICE,
        state=AgeingBucket.UP_TO_29,
    ):
        drained(late.services.money_papers.formal_notice(dossier, path))
    assert not path.exists()
    refusal = late.services.money_papers.available(dossier)[1].refusal
    assert "Mise en demeure" in message_of(refusal)


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("reminder", PaperKind.REMINDER, "Il s’agit peut-être d’un simple oubli"),
        ("formal_notice", PaperKind.FORMAL_NOTICE, "nous vous mettons en demeure"),
        ("acceleration_notice", PaperKind.ACCELERATION_NOTICE, "exigible immédiatement"),
    ],
)
def test_a_letter_is_remembered_and_records_nothing_else(late, make, name, kind, said):
    on(late, DUE + timedelta(days=75))
    dossier = late.dossier(ONE)
    before, lines = late.services.advances.detail(dossier, DUE), len(late.journal())
    words = make(late, name, dossier)
    assert said in words
    assert "échéance n° 1, due le 10 mars 2028" in words
    assert late.actions(lines) == [f"{kind.value}.exported"]
    assert late.services.advances.detail(dossier, DUE).events == before.events


def test_the_text_of_the_office_is_used(late, make):
    from_us = "Bonjour {dirigeant},\n\nIl manque {total_en_retard}."
    late.services.templates.adopt(TemplateKey.REMINDER, from_us)
    assert "Il manque 1 000,00 €." in make(late, "reminder", late.dossier(ONE))


def test_an_order_is_made_before_the_payment_and_for_the_payment(signed, make):
    on(signed, PAID)
    account = BankAccount(
        uuid4(),
        signed.services.advances.detail(signed.dossier(ONE), PAID).row.siren,
        "Titulaire",
        "FR7630006000011234567890189",
    )
    signed.services.advances.save_account(account)
    planned = make(signed, "next_release_order", signed.dossier(ONE))
    paid = make(
        signed, "release_order", record(signed, Kind.DISBURSEMENT, PAID, 12_000, reference="VIR 1")
    )
    for words in (planned, paid):
        assert "Montant 12 000,00 €" in words
        assert "Douze mille euros" in words
        assert "IBAN FR76 3000 6000 0112 3456 7890 189" in words
    assert "VIR 1" in paid


def test_an_order_is_refused_while_money_must_not_leave(lending, refused, tmp_path):
    path = tmp_path / "ordre.pdf"
    dossier = lending.dossier(ONE)
    with refused(
        ErrorCode.RELEASE_BLOCKED, lending, number=ONE, reason="la convention n’est pas signée"
    ):
        drained(lending.services.money_papers.next_release_order(dossier, path))
    assert not path.exists()


def test_only_a_payment_that_holds_has_an_order(late, refused, tmp_path):
    papers, path = late.services.money_papers, tmp_path / "ordre.pdf"
    reminded = record(late, Kind.REMINDER, DUE + timedelta(days=10))
    for unknown in (uuid4(), reminded):
        with refused(ErrorCode.EVENT_NOT_FOUND, late):
            drained(papers.release_order(unknown, path))
    received = record(late, Kind.REPAYMENT, DUE + timedelta(days=10), 1_000)
    with refused(ErrorCode.EVENT_NOT_FOUND, late):
        drained(papers.advance_decision(received, path))
    undone = record(late, Kind.WAIVER, DUE + timedelta(days=10), 100, note="Geste du comité")
    taken_back = AdvanceEventDraft(
        Kind.REVERSAL, DUE + timedelta(days=11), author="Odile Perrin", note="Erreur"
    )
    on(late, DUE + timedelta(days=11))
    late.services.advances.reverse(undone, taken_back)
    with refused(ErrorCode.EVENT_ALREADY_REVERSED, late):
        drained(papers.advance_decision(undone, path))


def test_a_decision_tells_the_advance_as_it_stood_that_day(late, make):
    day = DUE + timedelta(days=80)
    decided = record(late, Kind.ACCELERATION, day, note="Mise en demeure sans effet")
    record(late, Kind.REPAYMENT, day + timedelta(days=5), 2_000)
    words = make(late, "advance_decision", decided)
    assert "Décision d’exigibilité" in words
    assert "12 000,00 € (douze mille euros)" in words
    assert "Mise en demeure sans effet." in words
    lost = record(late, Kind.LOSS, day + timedelta(days=9), 10_000, note="Liquidation")
    assert "Il ne reste plus rien dû." in make(late, "advance_decision", lost)
    state = late.services.advances.detail(late.dossier(ONE), day + timedelta(days=9)).row.position
    assert state.state is AdvanceState.LOST


def test_a_moratorium_stops_the_letters(late):
    record(
        late,
        Kind.MORATORIUM,
        DUE + timedelta(days=10),
        until=DUE + timedelta(days=100),
        note="Sinistre",
    )
    on(late, DUE + timedelta(days=70))
    assert refusals(late)[PaperKind.ACCELERATION_NOTICE] is ErrorCode.ADVANCE_STEP_REFUSED


def test_a_letter_is_never_older_than_the_data_nor_does_money_age_what_was_decided(late, make):
    dossier = late.dossier(ONE)
    meeting = late.services.meetings.rows()[0].id
    make(late, "reminder", dossier)
    folder = late.registry.path.parent / "papiers"
    folder.mkdir()
    drained(late.services.minutes.export(meeting, folder / "pv.pdf"))
    drained(late.services.schedules.export(dossier, folder / "echeancier.xlsx"))
    record(late, Kind.REMINDER, DUE + timedelta(days=10))
    of_dossier = {x.paper.kind: x.is_stale for x in late.services.paper_lists.of_dossier(dossier)}
    assert of_dossier == {PaperKind.REMINDER: False, PaperKind.SCHEDULE: True}
    listed = late.services.paper_lists.of_meeting(meeting, folder)
    of_meeting = {x.paper.kind: x.is_stale for x in listed if x.paper}
    assert of_meeting == {PaperKind.MINUTES: False, PaperKind.SCHEDULE: True}
