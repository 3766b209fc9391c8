"""Dossiers: filed, edited, moved from state to state, with their documents."""

import hashlib
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DossierState, Sector
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import RequestDetails
from alize_desktop.models.values import Money
from alize_desktop.services import supporting_documents

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"  # THREE asks for days only


@pytest.fixture
def dossiers(office):
    return office.services.dossiers


def with_company(sheet, **changes):
    return replace(sheet, company=replace(sheet.company, **changes))


class TestFiling:
    def test_a_new_sheet_is_dated_today_where_the_office_is(self, office, dossiers, clock):
        clock.now = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # past midnight in Paris
        sheet = dossiers.new_sheet()
        assert (sheet.number, sheet.filed_on) == ("", date(2027, 1, 1))
        assert sheet.basin == "Côte-d'Or"

    def test_a_dossier_takes_the_next_number_of_its_year(self, office, dossiers, new_sheet):
        first, changes = dossiers.create(new_sheet())
        assert changes == Changes(dossiers=frozenset({first}))
        assert dossiers.detail(first).sheet.number == "2026-025"
        other, _ = dossiers.create(new_sheet(filed_on=date(2027, 1, 4)))
        assert dossiers.detail(other).sheet.number == "2027-001"
        assert dossiers.by_number(" 2027-001 ") == other

    def test_a_number_of_one_s_own_is_kept(self, office, dossiers, new_sheet):
        mine, _ = dossiers.create(new_sheet(number=" B-7 "))
        assert dossiers.detail(mine).sheet.number == "B-7"

    def test_a_number_is_used_once(self, office, dossiers, new_sheet, refused):
        with refused(ErrorCode.DOSSIER_NUMBER_TAKEN, office, number=ONE):
            dossiers.create(new_sheet(number=ONE))

    def test_numbers_go_on_after_a_thousand(self, office, dossiers, new_sheet):
        for number in ("2026-999", "2026-1000", "2026-X9"):
            dossiers.create(new_sheet(number=number))
        new, _ = dossiers.create(new_sheet())
        assert dossiers.detail(new).sheet.number == "2026-1001"

    def test_a_sector_is_proposed_from_the_naf_code(self, office, dossiers, new_sheet):
        new, _ = dossiers.create(with_company(new_sheet(), naf_code="2562b"))
        company = dossiers.detail(new).sheet.company
        assert (company.naf_code, company.sector) == ("25.62B", Sector.INDUSTRY)

    def test_a_naf_code_is_not_compulsory(self, office, dossiers, new_sheet):
        new, _ = dossiers.create(new_sheet())
        assert dossiers.detail(new).sheet.company.sector is None

    def test_what_is_wrong_is_said_before_anything_is_written(
        self, office, dossiers, new_sheet, refused
    ):
        wrong = with_company(new_sheet(), siren="123456789", name=" ")
        assert [each.field for each in dossiers.problems(wrong)] == [
            "company.name",
            "company.siren",
        ]
        with refused(ErrorCode.TEXT_MISSING, office):
            dossiers.create(wrong)
        assert dossiers.problems(new_sheet()) == ()

    def test_everything_that_was_filed_is_given_back(self, office, dossiers):
        sheet = office.detail(ONE).sheet
        full = replace(
            with_company(sheet, headcount=Decimal("12.50"), founded_on=date(1998, 3, 1)),
            number="",
            extra=(("Observations", "à revoir\navec la banque"),),
        )
        copy, _ = dossiers.create(full)
        assert dossiers.detail(copy).sheet == replace(full, number="2026-025")


class TestSaving:
    def test_each_field_that_changed_has_its_two_values_in_the_journal(self, office, dossiers):
        detail = office.detail(ONE)
        sheet = with_company(detail.sheet, town="Dijon", headcount=Decimal("7.5"))
        sheet = replace(sheet, request=replace(sheet.request, amount=Money(600_000)))
        changes = dossiers.save(detail.id, sheet, detail.revision)
        assert changes == Changes(dossiers=frozenset({detail.id}))
        after = dossiers.detail(detail.id)
        assert (after.sheet, after.revision) == (sheet, 2)
        assert after.journal[0].action == "dossier.saved"
        assert after.journal[0].details["changes"] == {
            "company.town": ["Bar-le-Duc", "Dijon"],
            "company.headcount": [str(detail.sheet.company.headcount), "7.5"],
            "request.amount": ["5500.00", "6000.00"],
        }

    def test_nothing_is_written_when_nothing_changed(self, office, dossiers):
        detail, before = office.detail(ONE), office.actions()
        assert dossiers.save(detail.id, detail.sheet, detail.revision) == Changes()
        spaced = with_company(detail.sheet, siren="999 631 708", sector=None)
        unsector = replace(spaced, company=replace(spaced.company, sector=None))
        proposed = Sector.SERVICES
        assert detail.sheet.company.sector is proposed
        assert dossiers.save(detail.id, unsector, detail.revision) == Changes()
        assert office.actions() == before

    def test_a_number_left_out_is_kept(self, office, dossiers):
        detail = office.detail(ONE)
        dossiers.save(detail.id, with_company(replace(detail.sheet, number=""), town="Toul"), 1)
        assert office.detail(ONE).sheet.company.town == "Toul"

    def test_a_sheet_that_is_out_of_date_is_refused(self, office, dossiers, refused):
        detail = office.detail(ONE)
        dossiers.save(detail.id, with_company(detail.sheet, town="Toul"), 1)
        with refused(ErrorCode.DOSSIER_CHANGED_MEANWHILE, office, number=ONE):
            dossiers.save(detail.id, with_company(detail.sheet, town="Nancy"), 1)
        assert office.detail(ONE).sheet.company.town == "Toul"

    def test_a_decided_dossier_stays_as_the_committee_saw_it(self, office, dossiers, refused):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        detail = office.detail(ONE)
        assert not detail.is_editable
        with refused(ErrorCode.DOSSIER_DECIDED, office, number=ONE):
            dossiers.save(detail.id, with_company(detail.sheet, town="Toul"), detail.revision)

    def test_an_unknown_one_is_not_found(self, office, dossiers, new_sheet, refused):
        unknown = office.registry.new_id()
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            dossiers.save(unknown, new_sheet(), 1)
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            dossiers.detail(unknown)
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office, number="2031-001"):
            dossiers.by_number("2031-001")

    def test_two_dossiers_of_one_company_keep_each_their_own(self, office, dossiers, new_sheet):
        first, _ = dossiers.create(new_sheet())
        second, _ = dossiers.create(new_sheet())
        dossiers.save(second, with_company(dossiers.detail(second).sheet, town="Dole"), 1)
        assert dossiers.detail(first).sheet.company.town == ""


class TestStates:
    def test_a_dossier_goes_forward_and_its_journal_tells_it(self, office, dossiers):
        office.complete(ONE)
        detail = office.detail(ONE)
        assert detail.state is DossierState.COMPLETE
        assert detail.next_states == (
            DossierState.UNDER_APPRAISAL,
            DossierState.AWAITING_DOCUMENTS,
            DossierState.WITHDRAWN,
        )
        assert detail.journal[0].details == {
            "from": "under_appraisal",
            "to": "complete",
            "reason": "",
        }

    def test_waiting_needs_a_reason(self, office, dossiers, refused):
        with refused(ErrorCode.REASON_MISSING, office):
            dossiers.change_state(office.dossier(ONE), DossierState.AWAITING_DOCUMENTS, "  ")
        dossiers.change_state(office.dossier(ONE), DossierState.AWAITING_DOCUMENTS, " Kbis ")
        assert office.detail(ONE).state_reason == "Kbis"

    @pytest.mark.parametrize(
        "state", [DossierState.SCHEDULED, DossierState.DECIDED, DossierState.DEFERRED]
    )
    def test_what_an_agenda_or_a_decision_gives_is_not_given_by_hand(
        self, office, dossiers, refused, state
    ):
        office.complete(ONE)
        with refused(ErrorCode.TRANSITION_REFUSED, office, after=state):
            dossiers.change_state(office.dossier(ONE), state)

    def test_a_dossier_leaves_its_agenda_first(self, office, dossiers, refused):
        office.prepare(ONE)
        assert office.detail(ONE).next_states == ()
        with refused(ErrorCode.TRANSITION_REFUSED, office):
            dossiers.change_state(office.dossier(ONE), DossierState.WITHDRAWN, "Vendue")

    def test_a_step_is_not_jumped(self, office, dossiers, refused):
        with refused(ErrorCode.TRANSITION_REFUSED, office):
            dossiers.change_state(office.dossier(ONE), DossierState.COMPLETE)


class TestTheDetail:
    def test_it_shows_the_schedule_of_what_is_asked(self, office):
        detail = office.detail(ONE)
        assert detail.schedule.terms.paid_on == detail.sheet.filed_on
        assert detail.schedule.total == Money(5_500_00)
        assert detail.schedule_refusal is None

    def test_days_only_have_none(self, office):
        detail = office.detail(THREE)
        assert (detail.schedule, detail.schedule_refusal) == (None, None)

    def test_terms_that_make_none_say_why(self, office, dossiers, new_sheet):
        sheet = new_sheet(request=RequestDetails(Money(18), months=12, deferral=0, every=1))
        new, _ = dossiers.create(sheet)
        detail = dossiers.detail(new)
        assert detail.schedule is None
        assert detail.schedule_refusal.code is ErrorCode.LAST_INSTALMENT_NOT_POSITIVE

    def test_an_approval_of_days_only_has_none(self, office):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE, amount=Money(0))
        assert office.detail(ONE).schedule is None

    def test_its_journal_is_the_newest_first(self, office):
        office.complete(ONE)
        actions = [each.action for each in office.detail(ONE).journal]
        assert actions == ["dossier.state_changed", "dossier.state_changed", "dossier.filed"]

    def test_it_costs_the_same_whatever_it_holds(self, office, dossiers, tmp_path, statements):
        with statements(office.registry) as few:
            office.services.dossiers.detail(office.dossier(TWO))
        for name in ("un.txt", "deux.txt", "trois.txt"):
            (tmp_path / name).write_text(name)
            dossiers.attach(office.dossier(ONE), tmp_path / name)
        office.end(office.open(ONE))
        office.approve(office.hold(ONE, complete=False), ONE)
        with statements(office.registry) as many:
            office.services.dossiers.detail(office.dossier(ONE))
        assert len(few) == len(many) <= 9


class TestDocuments:
    @pytest.fixture
    def paper(self, tmp_path):
        path = tmp_path / "Bilan 2025 & annexes.pdf"
        path.write_bytes(b"%PDF-1.7 bilan")
        return path

    def test_a_file_is_kept_with_its_hash(self, office, dossiers, paper, clock):
        dossiers.attach(office.dossier(ONE), paper)
        (row,) = office.detail(ONE).documents
        assert (row.name, row.media_type, row.size) == (paper.name, "application/pdf", 14)
        assert row.sha256 == hashlib.sha256(b"%PDF-1.7 bilan").hexdigest()
        assert row.added_at == clock()
        paper.unlink()
        assert dossiers.document(row.id) == (row, b"%PDF-1.7 bilan")

    def test_the_same_bytes_are_kept_once(self, office, dossiers, paper):
        size = office.registry.path.stat
        paper.write_bytes(os.urandom(2_000_000))
        dossiers.attach(office.dossier(ONE), paper)
        office.services.dossiers.attach(office.dossier(TWO), paper)
        (first,), (second,) = office.detail(ONE).documents, office.detail(TWO).documents
        assert (first.sha256, first.id != second.id) == (second.sha256, True)
        dossiers.remove_document(first.id)
        assert dossiers.document(second.id)[1] == paper.read_bytes()
        office.registry.close()
        assert size().st_size < 3_500_000

    def test_a_removed_one_is_gone_from_the_dossier(self, office, dossiers, paper, refused):
        dossiers.attach(office.dossier(ONE), paper)
        (row,) = office.detail(ONE).documents
        assert dossiers.remove_document(row.id).dossiers == {office.dossier(ONE)}
        assert office.detail(ONE).documents == ()
        assert [each.action for each in office.detail(ONE).journal[:2]] == [
            "document.removed",
            "document.attached",
        ]
        with refused(ErrorCode.DOCUMENT_NOT_FOUND, office):
            dossiers.document(row.id)
        with refused(ErrorCode.DOCUMENT_NOT_FOUND, office):
            dossiers.remove_document(row.id)

    def test_what_the_committee_saw_stays(self, office, dossiers, paper, refused):
        dossiers.attach(office.dossier(ONE), paper)
        office.approve(office.hold(ONE), ONE)
        (row,) = office.detail(ONE).documents
        with refused(ErrorCode.DOSSIER_DECIDED, office, number=ONE):
            dossiers.remove_document(row.id)

    def test_a_file_that_is_too_large_is_refused(
        self, office, dossiers, paper, refused, monkeypatch
    ):
        monkeypatch.setattr(supporting_documents, "LARGEST", 1024 * 1024)
        paper.write_bytes(bytes(1024 * 1024 + 1))
        with refused(ErrorCode.DOCUMENT_TOO_LARGE, office, name=paper.name, megabytes=1):
            dossiers.attach(office.dossier(ONE), paper)

    def test_what_is_no_file_is_refused(self, office, dossiers, tmp_path, refused):
        for path in (tmp_path / "absent.pdf", tmp_path):
            with refused(ErrorCode.FILE_NOT_READABLE, office, path=str(path)):
                dossiers.attach(office.dossier(ONE), path)

    def test_a_name_that_is_no_text_is_kept_as_it_can_be(self, office, dossiers, tmp_path):
        path = tmp_path / os.fsdecode(b"d\xe9claration.zzz")
        path.write_bytes(b"x")
        dossiers.attach(office.dossier(ONE), path)
        (row,) = office.detail(ONE).documents
        assert (row.name, row.media_type) == ("d?claration.zzz", "application/octet-stream")

    def test_a_dossier_must_be_there(self, office, dossiers, paper, refused):
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            dossiers.attach(office.registry.new_id(), paper)


def test_a_failure_while_saving_leaves_nothing(office, dossiers, monkeypatch):
    detail, before = office.detail(ONE), len(office.journal())
    monkeypatch.setattr("alize_desktop.models.store.registry.Registry.journal", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        dossiers.save(detail.id, with_company(detail.sheet, town="Toul"), 1)
    monkeypatch.undo()
    assert office.detail(ONE) == detail
    assert len(office.journal()) == before
