"""What an edit of a dossier may and may not change."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import ItemStep, Sector

ONE, TWO = "2026-001", "2026-002"


@pytest.fixture
def dossiers(office):
    return office.services.dossiers


def with_company(sheet, **changes):
    return replace(sheet, company=replace(sheet.company, **changes))


def save(office, number, **changes):
    detail = office.detail(number)
    sheet = with_company(detail.sheet, **changes)
    office.services.dossiers.save(detail.id, sheet, detail.revision)
    return office.detail(number).sheet.company


class TestTheNumber:
    @pytest.mark.parametrize("number", [TWO, "2026-900"])
    def test_it_never_changes_once_given(self, office, dossiers, refused, number):
        detail = office.detail(ONE)
        with refused(ErrorCode.DOSSIER_NUMBER_KEPT, office, number=ONE):
            dossiers.save(detail.id, replace(detail.sheet, number=number), 1)

    def test_it_is_never_given_twice(self, office, dossiers, new_sheet):
        for number in ("2026-0101", "2026-0102"):
            dossiers.create(new_sheet(number=number))
        first, _ = dossiers.create(new_sheet())
        second, _ = dossiers.create(new_sheet())
        assert dossiers.detail(first).sheet.number == "2026-103"
        assert dossiers.detail(second).sheet.number == "2026-104"


class TestTheSector:
    def test_it_follows_the_naf_code_that_gave_it(self, office):
        assert save(office, ONE, naf_code="25.62B", sector=None).sector is Sector.INDUSTRY
        assert save(office, ONE, naf_code="43.21A").sector is Sector.CONSTRUCTION
        assert save(office, ONE, naf_code="47.11B").sector is Sector.TRADE

    def test_chosen_by_hand_it_stays(self, office):
        save(office, ONE, naf_code="25.62B", sector=None)
        save(office, ONE, sector=Sector.SERVICES)
        assert save(office, ONE, naf_code="43.21A").sector is Sector.SERVICES

    def test_chosen_with_the_new_code_it_stays(self, office):
        save(office, ONE, naf_code="25.62B", sector=None)
        company = save(office, ONE, naf_code="43.21A", sector=Sector.TRADE)
        assert company.sector is Sector.TRADE

    def test_chosen_before_any_code_it_stays(self, office):
        save(office, ONE, naf_code="", sector=Sector.TRADE)
        assert save(office, ONE, naf_code="43.21A").sector is Sector.TRADE

    def test_a_code_taken_away_leaves_it(self, office):
        save(office, ONE, naf_code="25.62B", sector=None)
        assert save(office, ONE, naf_code="").sector is Sector.INDUSTRY


class TestDuringTheVote:
    def step(self, office, step):
        """Bring the dossier to a step of its examination."""
        meeting = office.hold(ONE)
        if step is ItemStep.PRESENTED:
            return office.present(meeting, ONE)
        if step is ItemStep.BALLOT_OPEN:
            return office.ballot(meeting, ONE)
        item = office.vote(meeting, ONE)
        if step is ItemStep.PROCLAIMED:
            office.services.voting.proclaim(item)
        return item

    @pytest.mark.parametrize(
        "step", [ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED, ItemStep.PROCLAIMED]
    )
    def test_what_the_committee_saw_does_not_change(self, office, refused, step):
        self.step(office, step)
        with refused(ErrorCode.DOSSIER_BEING_VOTED, office, number=ONE):
            save(office, ONE, town="Toul")

    def test_presented_only_it_may_still_be_corrected(self, office):
        self.step(office, ItemStep.PRESENTED)
        assert save(office, ONE, town="Toul").town == "Toul"

    def test_nothing_changed_is_no_edit(self, office):
        self.step(office, ItemStep.BALLOT_OPEN)
        assert save(office, ONE) == office.detail(ONE).sheet.company

    def test_a_document_is_added_and_none_is_taken_away(self, office, dossiers, refused, tmp_path):
        path = tmp_path / "bilan.txt"
        path.write_text("Bilan", encoding="utf-8")
        self.step(office, ItemStep.BALLOT_OPEN)
        dossiers.attach(office.dossier(ONE), path)
        (document,) = office.detail(ONE).documents
        with refused(ErrorCode.DOSSIER_BEING_VOTED, office, number=ONE):
            dossiers.remove_document(document.id)

    def test_deferred_it_may_be_corrected_again(self, office):
        meeting = office.hold(ONE)
        office.present(meeting, ONE)
        office.defer(meeting, ONE)
        assert save(office, ONE, town="Toul").town == "Toul"
