"""What was frozen is what panes and papers show, whatever is decided or adopted since."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AdvanceEventKind, PaperKind, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEventDraft, AmendmentDraft
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.values import Money
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.services.work import drained
from alize_desktop.wording.dossier_values import values_of

ONE = "2026-013"
DECIDED, PAID = date(2026, 11, 23), date(2026, 12, 10)
WHO = "Odile Perrin"
Kind = AdvanceEventKind


def later(office, day):
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def record(office, kind, day, amount):
    later(office, day)
    said = AdvanceEventDraft(kind, day, Money(amount * 100), author=WHO)
    office.services.advances.record(office.dossier(ONE), said)


def paper(office, kind):
    today = office.clock.now.date()
    with office.registry.read() as session:
        return read_dossier_paper(session, office.dossier(ONE), kind, today)


def refusal(office, kind):
    offers = office.services.dossier_papers.available(office.dossier(ONE))
    found = next(each.refusal for each in offers if each.kind is kind)
    return found.code if found else None


@pytest.fixture
def bureau(lending):
    """The office, with a name and somebody who signs."""
    programme = lending.services.programme.programme()
    lending.services.programme.save(replace(programme, operator="Alizé Côte-d’Or"))
    lending.services.templates.adopt_identity(
        PaperIdentity(address="1 place de la Libération\n21000 Dijon", signatory="Claire Roussel")
    )
    return lending


@pytest.fixture
def signed(bureau):
    bureau.services.advances.sign(bureau.dossier(ONE), DECIDED, PAID, WHO)
    return bureau


@pytest.fixture
def amended(signed):
    """Paid on another day than expected, an instalment received, then rescheduled."""
    record(signed, Kind.DISBURSEMENT, date(2026, 12, 15), 12_000)
    record(signed, Kind.REPAYMENT, date(2028, 3, 15), 1_000)
    meeting = signed.hold(ONE, complete=False, held_on=date(2028, 3, 27))
    decision = signed.approve(meeting, ONE, amount=Money(12_000_00), months=60, conditions=())
    signed.services.committee.close(meeting)
    later(signed, date(2028, 4, 3))
    said = AmendmentDraft(
        reason=ScheduleReason.RESCHEDULING,
        effective_on=date(2028, 4, 3),
        first_due=date(2028, 9, 11),
        count=4,
        every=6,
        decision_id=decision.id,
        author=WHO,
    )
    signed.services.advances.amend(signed.dossier(ONE), said)
    return signed


def test_before_the_signature_the_agreement_shows_what_is_planned(lending):
    found = paper(lending, PaperKind.AGREEMENT)
    assert found.taken.version is None
    assert found.taken.schedule.terms.paid_on == DECIDED
    assert values_of(found)["date_versement"] == "23 novembre 2026"
    assert lending.detail(ONE).version is None


def test_once_signed_it_shows_what_was_frozen(signed):
    found = paper(signed, PaperKind.AGREEMENT)
    (version,) = signed.services.advances.detail(signed.dossier(ONE), DECIDED).versions
    assert found.taken.schedule.rows == version.rows
    assert values_of(found)["date_versement"] == "10 décembre 2026"
    assert (signed.detail(ONE).version, signed.detail(ONE).schedule.rows) == (version, version.rows)
    letter = paper(signed, PaperKind.NOTIFICATION)
    assert letter.taken.schedule.terms.paid_on == DECIDED


def test_the_dossier_shows_the_version_in_force_and_the_agreement_the_contract(amended):
    contract, moved, rescheduled = amended.services.advances.detail(
        amended.dossier(ONE), date(2028, 4, 3)
    ).versions
    assert moved.reason is ScheduleReason.PAYMENT_DATE
    assert amended.detail(ONE).version == rescheduled
    assert paper(amended, PaperKind.AGREEMENT).taken.version == contract
    assert paper(amended, PaperKind.AMENDMENT).taken.version == rescheduled


def test_an_agreement_that_was_signed_may_be_made_again(signed):
    later(signed, date(2027, 12, 1))
    assert refusal(signed, PaperKind.AGREEMENT) is None


def test_one_that_was_not_lapses(bureau):
    later(bureau, date(2027, 12, 1))
    assert refusal(bureau, PaperKind.AGREEMENT) is ErrorCode.APPROVAL_LAPSED


def test_an_amendment_tells_what_is_left_and_since_when(amended, tmp_path):
    assert refusal(amended, PaperKind.AGREEMENT) is None
    values = values_of(paper(amended, PaperKind.AMENDMENT))
    assert values["date_effet"] == "3 avril 2028"
    assert values["echeances_restantes"].startswith(
        "4 échéances, la première due le 11 septembre 2028"
    )
    assert "nouvelles_echeances" not in values
    path = tmp_path / "avenant.pdf"
    made = drained(amended.services.dossier_papers.amendment(amended.dossier(ONE), path))
    assert made.path == str(path)
