"""State aid: rates entered, aids declared, sheets, aids recorded, the register."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import openpyxl
import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AidMethod,
    GrantDateRule,
    PaperKind,
    RegisterStatus,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.money_rules import CEILING, MoneyRules
from alize_desktop.models.records.state_aid import PastAid
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.state_aid import BASE_RATES
from alize_desktop.services.aid_reading import grant_in
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.wording.register_words import HEADERS

ONE, TWO = "2026-013", "2026-014"
DECIDED, SIGNED = date(2026, 11, 23), date(2026, 12, 1)
WHO = "Odile Perrin"
SOURCE = "Site de la Commission, lu le 2 janvier 2027"


def sheet(office, number=ONE):
    return office.services.aid.sheet(office.dossier(number))


def siren(office, number=ONE):
    return office.detail(number).sheet.company.siren


def declared(office, euros, day=date(2025, 3, 3), number=ONE, **more):
    aid = office.services.aid.new_past_aid(siren(office, number), day, Money(euros * 100))
    aid = replace(aid, **more)
    office.services.aid.save_past_aid(aid)
    return aid


def adopt(office, **changes):
    office.services.money_rules.adopt(replace(MoneyRules(), **changes))


def grant(office, number=ONE, signed_on=SIGNED):
    with office.registry.write() as session:
        return grant_in(office.registry, session, office.dossier(number), signed_on)


def go_to(office, day):
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


class TestRates:
    def test_the_program_comes_with_some(self, lending):
        assert lending.services.aid.rates() == BASE_RATES

    def test_one_that_is_entered_wins_and_keeps_its_source(self, lending):
        aid, year = lending.services.aid, (date(2026, 7, 1), date(2026, 12, 31))
        assert aid.enter_rate(*year, Decimal("9.99"), "Erreur").money
        aid.enter_rate(*year, Decimal("2.55"), f"  {SOURCE} ")
        *_usual, wrong, right = aid.rates()
        assert (wrong.percent, right.percent, right.source) == (
            Decimal("9.99"),
            Decimal("2.55"),
            SOURCE,
        )
        basis = sheet(lending).basis
        assert (basis.base_percent, basis.reference_percent) == (Decimal("2.55"), Decimal("6.55"))
        assert (basis.discount_percent, basis.source) == (Decimal("3.55"), SOURCE)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"last": date(2026, 12, 31)}, ErrorCode.RATE_DAYS_REVERSED),
            ({"last": date(2126, 12, 31)}, ErrorCode.DATE_INVALID),
            ({"percent": Decimal("25.01")}, ErrorCode.RATE_OUT_OF_RANGE),
            ({"percent": Decimal("-5.01")}, ErrorCode.RATE_OUT_OF_RANGE),
            ({"percent": Decimal("2.195")}, ErrorCode.NUMBER_INVALID),
            ({"percent": Decimal("NaN")}, ErrorCode.NUMBER_INVALID),
            ({"source": " "}, ErrorCode.RATE_SOURCE_MISSING),
            ({"source": "a\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ],
    )
    def test_one_that_nobody_publishes_is_refused(self, lending, refused, changes, code):
        usual = {
            "first": date(2027, 1, 1),
            "last": date(2027, 12, 31),
            "percent": Decimal("2.05"),
            "source": SOURCE,
        }
        with refused(code, lending):
            lending.services.aid.enter_rate(**usual | changes)


class TestDeclaredAids:
    def test_they_are_kept_changed_and_removed(self, lending):
        aid = lending.services.aid
        late = declared(lending, 2_000, date(2026, 1, 5), granter="Région")
        early = declared(lending, 1_000, undertaking="Filiale")
        assert aid.past_aids(siren(lending)) == (early, late)
        assert not aid.save_past_aid(early).money
        changed = replace(early, grant_equivalent=Money(1_500_00))
        assert aid.save_past_aid(changed).money
        assert aid.past_aids(siren(lending)) == (changed, late)
        assert aid.remove_past_aid(changed.id).money
        assert not aid.remove_past_aid(changed.id).money
        assert aid.past_aids(siren(lending)) == (late,)
        assert aid.past_aids("") == ()

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"siren": ""}, ErrorCode.TEXT_MISSING),
            ({"siren": "123456789"}, ErrorCode.SIREN_INVALID),
            ({"granted_on": date(2026, 11, 24)}, ErrorCode.EVENT_DATE_IN_FUTURE),
            ({"granted_on": date(1026, 11, 24)}, ErrorCode.DATE_INVALID),
            ({"grant_equivalent": ZERO}, ErrorCode.AMOUNT_NOT_POSITIVE),
            ({"measure": "a" * 32_768}, ErrorCode.TEXT_TOO_LONG),
        ],
    )
    def test_one_that_cannot_be_is_refused(self, lending, refused, changes, code):
        aid = PastAid(UUID(int=7), siren(lending), date(2026, 1, 5), Money(1_00))
        with refused(code, lending):
            lending.services.aid.save_past_aid(replace(aid, **changes))


class TestTheSheet:
    def test_it_says_the_aid_and_what_it_was_reckoned_with(self, lending):
        found = sheet(lending)
        assert (found.granted_on, found.window_from) == (DECIDED, date(2023, 11, 24))
        assert found.amount == Money(12_000_00)
        assert found.basis.method is AidMethod.A
        assert found.basis.base_from == date(2026, 1, 1)
        assert ZERO < found.grant_equivalent < found.amount
        assert found.total == found.past_total + found.grant_equivalent
        assert found.left == CEILING - found.total
        assert found.is_allowed
        assert not found.is_confirmed
        assert found.grant is None

    def test_it_is_confirmed_by_the_holder_of_the_fund(self, lending):
        adopt(lending, confirmed_by="Le département", confirmed_on=DECIDED)
        assert sheet(lending).is_confirmed

    def test_what_is_only_asked_is_reckoned_as_if_granted_today(self, office):
        go_to(office, date(2026, 12, 3))
        found = sheet(office, "2026-020")
        assert found.granted_on == date(2026, 12, 3)
        assert found.amount == office.detail("2026-020").sheet.request.amount

    def test_the_rules_of_the_money_are_followed(self, lending):
        usual = sheet(lending).grant_equivalent
        adopt(lending, public_percent=Decimal(60), ceiling=Money(1_000_00))
        found = sheet(lending)
        assert abs(found.grant_equivalent.minor - usual.minor * 6 // 10) <= 1
        assert found.ceiling == Money(1_000_00)
        assert found.is_allowed is (found.total <= found.ceiling)
        adopt(lending, aid_method=AidMethod.B)
        assert sheet(lending).grant_equivalent > usual

    def test_lent_days_count_when_the_rules_say_so(self, lending):
        usual, days = sheet(lending).grant_equivalent, lending.detail(ONE).decision.draft.days
        adopt(lending, counts_days=True)
        found = sheet(lending)
        assert found.grant_equivalent == usual + found.basis.days_value
        assert found.basis.days_value == Money(800_00) * days

    def test_aids_declared_by_date_take_the_place_of_the_total_of_the_dossier(self, lending):
        whole = lending.detail(TWO).sheet.financing.past_de_minimis
        (before,) = sheet(lending, TWO).past
        assert (before.grant_equivalent, before.measure) == (
            whole,
            "Total déclaré au dépôt du dossier 2026-014",
        )
        counted = declared(lending, 7_000, date(2023, 11, 24), TWO)
        declared(lending, 90_000, date(2023, 11, 23), TWO)
        assert sheet(lending, TWO).past == (counted,)

    def test_a_day_that_no_rate_covers_gives_no_total(self, office):
        go_to(office, date(2027, 2, 1))
        found = sheet(office, "2026-020")
        assert found.grant_equivalent is None
        assert found.basis is None
        assert found.total is None
        assert found.left is None
        assert not found.is_allowed

    def test_over_the_ceiling_nothing_is_left_and_nothing_is_cut(self, lending):
        declared(lending, 299_900)
        found = sheet(lending)
        assert not found.is_allowed
        assert found.left is None
        assert found.total == Money(299_900_00) + found.grant_equivalent


class TestAidsRecorded:
    def test_the_signature_records_what_the_sheet_says(self, lending):
        told, recorded = sheet(lending), grant(lending)
        assert recorded.identifier == "2026-013-1"
        assert recorded.granted_on == DECIDED
        assert recorded.grant_equivalent == told.grant_equivalent
        assert recorded.basis == told.basis
        assert recorded.status is RegisterStatus.TO_DECLARE
        assert sheet(lending).grant == recorded
        assert grant(lending) == recorded
        lending.services.aid.record_grant(lending.dossier(ONE))
        assert lending.services.aid.register(2026) == (recorded,)

    def test_what_is_recorded_no_longer_moves_with_the_rules(self, lending):
        recorded = grant(lending)
        adopt(lending, aid_method=AidMethod.B)
        assert sheet(lending).grant_equivalent == recorded.grant_equivalent
        lending.services.aid.record_grant(lending.dossier(ONE))
        (again,) = lending.services.aid.register(2026)
        assert again.identifier == "2026-013-2"
        assert again.grant_equivalent > recorded.grant_equivalent
        assert sheet(lending).grant == again

    def test_the_day_of_the_signature_may_be_the_one_that_counts(self, lending, refused):
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        with refused(ErrorCode.ADVANCE_NOT_SIGNED, lending):
            lending.services.aid.record_grant(lending.dossier(ONE))
        assert sheet(lending).granted_on == DECIDED
        assert grant(lending).granted_on == SIGNED
        with refused(ErrorCode.AID_RATE_UNKNOWN, lending, day=date(2027, 1, 4)):
            grant(lending, TWO, date(2027, 1, 4))

    def test_an_aid_recorded_at_its_signature_no_longer_moves_either(self, lending):
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        recorded = grant(lending)
        adopt(lending, grant_date=GrantDateRule.SIGNATURE, aid_method=AidMethod.B)
        assert sheet(lending).basis == recorded.basis
        assert grant(lending).identifier == "2026-013-2"

    def test_what_was_decided_later_counts_at_a_signature(self, office):
        company = office.detail(ONE).sheet.company
        other = office.detail(TWO)
        office.services.dossiers.save(
            office.dossier(TWO), replace(other.sheet, company=company), other.revision
        )
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        office.approve(meeting, TWO)
        assert sheet(office, TWO).past[-1].measure == "Avance du dossier 2026-013"
        assert "Avance" not in "".join(each.measure for each in sheet(office).past)
        adopt(office, grant_date=GrantDateRule.SIGNATURE)
        assert sheet(office).past[-1].measure == "Avance du dossier 2026-014"

    def test_the_ceiling_refuses_the_whole_aid(self, lending, refused):
        declared(lending, 299_900)
        total = sheet(lending).total
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, lending, total=total, ceiling=CEILING):
            grant(lending)

    def test_an_activity_out_of_scope_is_refused(self, office, refused):
        detail = office.detail(ONE)
        changed = replace(detail.sheet, company=replace(detail.sheet.company, naf_code="01.13Z"))
        office.services.dossiers.save(office.dossier(ONE), changed, detail.revision)
        office.approve(office.hold(ONE), ONE)
        with refused(ErrorCode.ACTIVITY_OUT_OF_SCOPE, office):
            grant(office)

    def test_nothing_is_recorded_of_what_was_not_granted(self, lending, refused):
        with refused(ErrorCode.ADVANCE_NOT_FOUND, lending):
            grant(lending, "2026-020")


class TestWhatPapersTell:
    def test_the_signature_records_the_aid_of_the_schedule_that_is_signed(self, lending):
        planned = sheet(lending).grant_equivalent
        go_to(lending, SIGNED)
        lending.services.advances.sign(lending.dossier(ONE), SIGNED, SIGNED, WHO, in_fine=True)
        (recorded,) = lending.services.aid.register(2026)
        assert recorded.grant_equivalent > planned
        assert sheet(lending).grant_equivalent == recorded.grant_equivalent

    def test_a_signature_that_is_taken_back_leaves_what_was_decided(self, lending):
        planned = sheet(lending).grant_equivalent
        go_to(lending, SIGNED)
        advances, dossier = lending.services.advances, lending.dossier(ONE)
        advances.sign(dossier, SIGNED, SIGNED, WHO, in_fine=True)
        (event,) = advances.detail(dossier, SIGNED).events
        back = AdvanceEventDraft(AdvanceEventKind.REVERSAL, SIGNED, author=WHO, note="Erreur")
        advances.reverse(event.id, back)
        lending.services.aid.record_grant(dossier)
        assert sheet(lending).grant_equivalent == planned

    def test_a_signature_over_the_ceiling_writes_nothing(self, lending, refused):
        declared(lending, 299_900)
        go_to(lending, SIGNED)
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, lending):
            lending.services.advances.sign(lending.dossier(ONE), SIGNED, SIGNED, WHO)

    def test_minutes_keep_to_what_was_known_at_their_closing(self, lending):
        meeting = lending.services.meetings.by_number(lending.detail(ONE).meeting_number)
        before = lending.services.minutes.record(meeting).items[0].aid
        lending.clock.advance(60)
        gone = declared(lending, 7_000)
        adopt(lending, aid_method=AidMethod.B, ceiling=Money(1_00))
        lending.services.aid.enter_rate(DECIDED, DECIDED, Decimal("9.99"), SOURCE)
        assert lending.services.minutes.record(meeting).items[0].aid == before
        assert sheet(lending).past == (gone,)
        assert sheet(lending).basis.base_percent == Decimal("9.99")

    def test_minutes_tell_the_aids_declared_before_their_closing(self, office):
        kept, gone = declared(office, 7_000), declared(office, 9_000)
        office.services.aid.remove_past_aid(gone.id)
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        office.services.committee.close(meeting)
        office.clock.advance(60)
        office.services.aid.remove_past_aid(kept.id)
        assert office.services.minutes.record(meeting).items[0].aid.declared == Money(7_000_00)

    def test_a_letter_tells_the_aid_as_it_was_recorded(self, lending):
        recorded = grant(lending)
        adopt(lending, aid_method=AidMethod.B)
        with lending.registry.read() as session:
            paper = read_dossier_paper(session, lending.dossier(ONE), PaperKind.DE_MINIMIS, DECIDED)
        assert paper.aid.new.grant_equivalent == recorded.grant_equivalent
        assert paper.aid.new.basis.method is AidMethod.A


class TestTheRegister:
    @pytest.fixture
    def one(self, lending):
        grant(lending)
        return lending.services.aid.register(2026)[0]

    def test_an_aid_is_declared_with_its_reference(self, lending, one, refused):
        aid = lending.services.aid
        for reference, on in (("", DECIDED), ("PAE-1", None)):
            with refused(ErrorCode.REGISTER_REFERENCE_MISSING, lending):
                aid.declare(one.id, RegisterStatus.DECLARED, reference, on, WHO)
        with refused(ErrorCode.EVENT_DATE_IN_FUTURE, lending):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", date(2030, 1, 1), WHO)
        early = date(2026, 11, 22)
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, lending, day=early, limit=DECIDED):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", early, WHO)
        with refused(ErrorCode.EVENT_AUTHOR_MISSING, lending):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", DECIDED, " ")
        with refused(ErrorCode.AID_GRANT_NOT_FOUND, lending):
            aid.declare(UUID(int=9), RegisterStatus.NOT_CONCERNED, "", None, WHO)
        aid.declare(one.id, RegisterStatus.NOT_CONCERNED, "", None, WHO)
        aid.declare(one.id, RegisterStatus.DECLARED, " PAE-1 ", DECIDED, WHO)
        (told,) = aid.register(2026)
        assert (told.status, told.register_reference, told.register_on) == (
            RegisterStatus.DECLARED,
            "PAE-1",
            DECIDED,
        )
        assert aid.register(2025) == ()

    def test_the_file_names_every_field_in_french(self, lending, one, tmp_path):
        lending.services.fund.save_funder(None, "=Département", is_public=True)
        paper = lending.services.aid.export_register(2026, tmp_path / "registre.csv")
        content = (tmp_path / "registre.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert paper.size == len(content)
        headers, line = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        assert tuple(headers) == HEADERS
        told = dict(zip(headers, line, strict=True))
        assert told["Identifiant unique de l’aide"] == "2026-013-1"
        assert told["Date d’octroi"] == "23/11/2026"
        amount = told["Montant de l’aide, équivalent-subvention brut (€)"]
        assert amount == str(one.grant_equivalent).replace(".", ",")
        assert told["Financeur public"] == "'=Département"
        assert told["Taux de référence (%)"] == "6,19"
        assert told["Statut au registre national"] == "À déclarer"
        assert told["Date de déclaration"] == ""
        assert all(told[each] for each in HEADERS[:10])

    def test_the_workbook_says_the_same(self, lending, one, tmp_path):
        path = tmp_path / "registre.xlsx"
        lending.services.aid.export_register(2026, path)
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == ["Registre", "Calcul"]
        row = [each.value for each in book["Registre"][5]]
        assert row[0] == one.identifier
        assert row[3] == pytest.approx(one.grant_equivalent.minor / 100)
        assert [each.value for each in book["Calcul"][5]][8] == pytest.approx(6.19)
        lending.services.aid.export_register(2020, path)
        assert openpyxl.load_workbook(path)["Registre"]["A2"].value == "Aucune aide enregistrée."
