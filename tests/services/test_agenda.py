"""The agenda point by point: standing points, late ones, and what is proposed."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    DossierState,
    ItemKind,
    LateItemRule,
    MeetingKind,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft

ONE, TWO, THREE, FOUR = "2026-001", "2026-002", "2026-003", "2026-004"
NEWS = ItemDraft(ItemKind.INFORMATION, " Point  sur le fonds ")
FOLLOW_UP = ItemDraft(ItemKind.CONDITIONS)


@pytest.fixture
def agenda(office):
    return office.services.agenda


def lines(office, meeting):
    return office.services.meetings.detail(meeting).agenda


def titles(office, meeting):
    return [each.number or each.company for each in lines(office, meeting)]


def adopt(office, rule):
    rules = replace(CommitteeRules(), late_items=rule)
    office.services.regulations.adopt(RulesDraft("Règlement", date(2026, 1, 1), rules))


def convened(office, *numbers):
    meeting = office.prepare(
        *numbers, place="Dijon", held_on=date(2026, 12, 14), presiding_member_id=office.member(1).id
    )
    office.services.life.convene(meeting)
    return meeting


class TestStandingPoints:
    def test_they_are_added_at_the_end_and_numbered_with_the_rest(self, office, agenda):
        meeting = office.prepare(ONE, TWO)
        item, changes = agenda.add(meeting, NEWS)
        assert changes == Changes(meetings=frozenset({meeting}))
        line = lines(office, meeting)[-1]
        assert (line.id, line.kind, line.company) == (
            item,
            ItemKind.INFORMATION,
            "Point sur le fonds",
        )
        assert (line.position, line.turn, line.dossier_id, line.is_late) == (3, 3, None, False)

    def test_dossiers_may_be_added_one_by_one(self, office, agenda):
        meeting = office.prepare(ONE)
        office.complete(TWO)
        _item, changes = agenda.add(
            meeting, ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(TWO))
        )
        assert changes.dossiers == {office.dossier(TWO)}
        assert titles(office, meeting) == [ONE, TWO]
        assert office.detail(TWO).state is DossierState.SCHEDULED

    def test_a_dossier_is_added_once(self, office, agenda, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.DOSSIER_ON_OTHER_AGENDA, office, number=ONE):
            agenda.add(meeting, ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(ONE)))
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            agenda.add(meeting, ItemDraft(ItemKind.DOSSIER))

    def test_the_follow_up_of_conditions_has_its_title_and_is_added_once(
        self, office, agenda, refused
    ):
        meeting = office.prepare(ONE)
        agenda.add(meeting, FOLLOW_UP)
        agenda.add(meeting, NEWS)
        assert titles(office, meeting)[1:] == ["Suivi des conditions", "Point sur le fonds"]
        with refused(ErrorCode.ITEM_TWICE, office, title="Suivi des conditions"):
            agenda.add(meeting, FOLLOW_UP)
        with refused(ErrorCode.ITEM_TWICE, office, title="Point sur le fonds"):
            agenda.add(meeting, NEWS)
        agenda.add(meeting, replace(NEWS, title="Autre chose"))

    def test_an_information_has_a_title_that_can_be_printed(self, office, agenda, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.TEXT_MISSING, office):
            agenda.add(meeting, ItemDraft(ItemKind.INFORMATION, "  "))
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            agenda.add(meeting, replace(NEWS, title="a\x07"))

    def test_choosing_dossiers_keeps_them_in_their_place(self, office, agenda):
        meeting = office.prepare(ONE, TWO)
        first, _ = agenda.add(meeting, NEWS)
        agenda.reorder(meeting, [first, office.item(meeting, ONE), office.item(meeting, TWO)])
        last, _ = agenda.add(meeting, FOLLOW_UP)
        office.complete(THREE)
        one = office.item(meeting, ONE)
        office.services.meetings.set_agenda(
            meeting, [office.dossier(each) for each in (THREE, ONE)]
        )
        found = lines(office, meeting)
        assert titles(office, meeting) == [
            "Point sur le fonds",
            THREE,
            ONE,
            "Suivi des conditions",
        ]
        assert [each.position for each in found] == [each.turn for each in found] == [1, 2, 3, 4]
        assert (found[0].id, found[2].id, found[3].id) == (first, one, last)

    def test_dossiers_that_are_more_follow_the_last_one(self, office, agenda):
        meeting = office.prepare(ONE)
        agenda.add(meeting, NEWS)
        office.complete(TWO, THREE)
        wanted = [office.dossier(each) for each in (ONE, TWO, THREE)]
        office.services.meetings.set_agenda(meeting, wanted)
        assert titles(office, meeting) == [ONE, TWO, THREE, "Point sur le fonds"]
        office.services.meetings.set_agenda(meeting, [])
        assert titles(office, meeting) == ["Point sur le fonds"]
        office.services.meetings.set_agenda(meeting, wanted[:1])
        assert titles(office, meeting) == ["Point sur le fonds", ONE]


class TestTheOrder:
    def test_points_are_taken_off_and_the_rest_is_numbered_again(self, office, agenda):
        meeting = office.prepare(ONE, TWO)
        news, _ = agenda.add(meeting, NEWS)
        changes = agenda.remove(office.item(meeting, ONE))
        assert changes.dossiers == {office.dossier(ONE)}
        assert office.detail(ONE).state is DossierState.COMPLETE
        assert [each.position for each in lines(office, meeting)] == [1, 2]
        assert agenda.remove(news).dossiers == frozenset()
        assert titles(office, meeting) == [TWO]

    def test_what_the_operator_noted_goes_with_the_point(self, office, agenda):
        meeting = office.prepare(ONE)
        item, _ = agenda.add(meeting, NEWS)
        office.services.notes.write(meeting, item, "Demander le solde")
        agenda.remove(item)
        assert office.services.notes.read(meeting) == {}

    def test_another_order_is_chosen(self, office, agenda):
        meeting = office.prepare(ONE, TWO)
        before = [each.id for each in lines(office, meeting)]
        assert agenda.reorder(meeting, before[::-1]).meetings == {meeting}
        assert titles(office, meeting) == [TWO, ONE]
        told = office.actions()
        assert agenda.reorder(meeting, before[::-1]) == Changes()
        assert office.actions() == told

    def test_an_order_of_other_points_is_refused(self, office, agenda, refused):
        meeting = office.prepare(ONE, TWO)
        before = [each.id for each in lines(office, meeting)]
        for wrong in (before[:1], [*before, before[0]], [before[0], office.registry.new_id()]):
            with refused(ErrorCode.AGENDA_CHANGED_MEANWHILE, office):
                agenda.reorder(meeting, wrong)

    def test_a_point_that_is_not_there_is_not_found(self, office, agenda, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            agenda.remove(office.registry.new_id())

    def test_the_notice_freezes_it(self, office, agenda, refused):
        meeting = convened(office, ONE, TWO)
        items = [each.id for each in lines(office, meeting)]
        with refused(ErrorCode.AGENDA_FROZEN, office, number="CA-2026-01"):
            agenda.remove(items[0])
        with refused(ErrorCode.AGENDA_FROZEN, office):
            agenda.reorder(meeting, items[::-1])
        with refused(ErrorCode.AGENDA_FROZEN, office):
            office.services.meetings.set_agenda(meeting, [])

    def test_so_does_the_opening(self, office, agenda, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            agenda.remove(office.item(meeting, ONE))


class TestLatePoints:
    def test_the_rules_may_refuse_them(self, office, agenda, refused):
        adopt(office, LateItemRule.REFUSED)
        meeting = convened(office, ONE)
        with refused(ErrorCode.LATE_ITEM_REFUSED, office):
            agenda.add(meeting, replace(NEWS, consented=True))

    @pytest.mark.parametrize("rule", [LateItemRule.UNANIMOUS, LateItemRule.MAJORITY])
    def test_the_rules_may_ask_for_an_agreement(self, office, agenda, refused, rule):
        adopt(office, rule)
        meeting = convened(office, ONE)
        with refused(ErrorCode.LATE_ITEM_WITHOUT_CONSENT, office, rule=rule):
            agenda.add(meeting, NEWS)
        agenda.add(meeting, replace(NEWS, consented=True))
        assert lines(office, meeting)[-1].is_late

    def test_they_are_numbered_and_taken_last(self, office, agenda):
        meeting = office.hold(ONE, TWO)
        office.services.committee.move_to_end(office.item(meeting, ONE))
        office.complete(THREE)
        late = ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(THREE), consented=True)
        agenda.add(meeting, late)
        line = lines(office, meeting)[-1]
        assert (line.number, line.position, line.is_late) == (THREE, 3, True)
        assert titles(office, meeting) == [TWO, ONE, THREE]

    def test_none_is_added_to_a_meeting_that_is_over(self, office, agenda, refused):
        meeting = office.hold(ONE)
        office.defer(meeting, ONE)
        office.services.committee.close(meeting)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            agenda.add(meeting, replace(NEWS, consented=True))
        assert agenda.proposals(meeting) == ()


class TestProposals:
    def close(self, office, *numbers, **draft):
        meeting = office.hold(*numbers, **draft)
        for each in numbers:
            office.defer(meeting, each)
        office.services.committee.close(meeting)
        return meeting

    def test_a_first_meeting_has_none(self, office, agenda):
        assert agenda.proposals(office.prepare(ONE)) == ()

    def test_minutes_to_approve_are_proposed_until_they_are(self, office, agenda, refused):
        first = self.close(office, ONE)
        second = office.prepare(TWO, held_on=date(2027, 1, 11))
        proposal = agenda.proposals(second)[0]
        assert proposal.label == (
            "Approbation du procès-verbal de la séance CA-2026-01 du 23 novembre 2026"
        )
        assert proposal.reason == "Séance du 23 novembre 2026, procès-verbal à approuver."
        agenda.add(second, proposal.draft)
        assert lines(office, second)[-1].source_id == first
        assert proposal not in agenda.proposals(second)
        with refused(ErrorCode.ITEM_TWICE, office):
            agenda.add(second, replace(proposal.draft, title="Le même"))

    def test_a_consultation_is_ratified_not_approved(self, office, agenda, refused):
        written = self.close(office, ONE, kind=MeetingKind.WRITTEN, replies_by=date(2026, 11, 30))
        meeting = office.prepare(TWO, held_on=date(2027, 1, 11))
        proposal = agenda.proposals(meeting)[0]
        assert (proposal.draft.kind, proposal.draft.source_id) == (ItemKind.RATIFICATION, written)
        assert (
            proposal.reason == "Consultation écrite du 23 novembre 2026, à ratifier par le comité."
        )
        with refused(ErrorCode.ITEM_SOURCE_REFUSED, office):
            agenda.add(meeting, replace(proposal.draft, kind=ItemKind.MINUTES_APPROVAL))
        item, _ = agenda.add(meeting, replace(proposal.draft, title=""))
        line = next(each for each in lines(office, meeting) if each.id == item)
        assert (
            line.company == "Ratification de la consultation écrite CA-2026-01 du 23 novembre 2026"
        )

    def test_only_a_closed_meeting_has_minutes_to_approve(self, office, agenda, refused):
        other = office.prepare(ONE)
        meeting = office.prepare(TWO)
        for source in (None, meeting, other):
            with refused(ErrorCode.ITEM_SOURCE_REFUSED, office):
                agenda.add(meeting, ItemDraft(ItemKind.MINUTES_APPROVAL, source_id=source))

    def test_what_stands_on_another_agenda_is_not_proposed_twice(self, office, agenda):
        self.close(office, ONE)
        second = office.prepare(TWO, held_on=date(2027, 1, 11))
        third = office.prepare(THREE, held_on=date(2027, 2, 8))
        agenda.add(second, agenda.proposals(second)[0].draft)
        kinds = [each.draft.kind for each in agenda.proposals(third)]
        assert kinds == [ItemKind.DOSSIER]

    def test_deferred_dossiers_come_back_with_what_was_asked(self, office, agenda):
        self.close(office, ONE, TWO)
        office.services.dossiers.change_state(office.dossier(TWO), DossierState.COMPLETE)
        meeting = office.prepare(held_on=date(2027, 1, 11))
        _minutes, *dossiers = agenda.proposals(meeting)
        assert [(each.draft.dossier_id, each.reason) for each in dossiers] == [
            (
                office.dossier(ONE),
                "Ajourné le 23 novembre 2026\u00a0; pièces demandées\u00a0: Bilan 2025.",
            ),
            (office.dossier(TWO), "Ajourné le 23 novembre 2026, pièces reçues."),
        ]
        assert dossiers[0].label.startswith(f"{ONE} ")
        agenda.add(meeting, dossiers[0].draft)
        assert len(agenda.proposals(meeting)) == 2

    def test_a_dossier_that_awaits_documents_does_not_come_back_yet(self, office, agenda):
        self.close(office, ONE)
        awaiting = DossierState.AWAITING_DOCUMENTS
        office.services.dossiers.change_state(office.dossier(ONE), awaiting, "Bilan 2025")
        meeting = office.prepare(held_on=date(2027, 1, 11))
        assert [each.draft.kind for each in agenda.proposals(meeting)] == [
            ItemKind.MINUTES_APPROVAL
        ]
