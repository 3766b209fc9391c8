"""Conditions of earlier decisions, followed until they are met."""

from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import ConditionEventKind as Kind
from alize_desktop.models.enums import ConditionKind, DecisionOutcome, ItemKind
from alize_desktop.models.records.decisions import Condition

ONE, TWO = "2026-001", "2026-002"
JANUARY, MARCH = date(2027, 1, 15), date(2027, 3, 31)
LEASE = Condition("Bail signé", ConditionKind.PRECEDENT, MARCH)
HIRING = Condition("Embauche", ConditionKind.FOLLOW_UP, JANUARY)
REPORT = Condition("Rapport", ConditionKind.FOLLOW_UP)
SUBJECT_TO = {
    "outcome": DecisionOutcome.APPROVED_WITH_CONDITIONS,
    "conditions": (LEASE, HIRING, REPORT),
}


@pytest.fixture
def agenda(office):
    return office.services.agenda


@pytest.fixture
def meeting(office):
    return office.hold(ONE, TWO)


@pytest.fixture
def decision(office, meeting):
    return office.approve(meeting, ONE, **SUBJECT_TO)


def pending(office):
    return [each.condition for each in office.services.agenda.pending_conditions()]


def one(office, position):
    found = office.services.agenda.pending_conditions()
    return next(each for each in found if each.position == position)


def test_those_due_first_come_first_and_those_without_a_date_last(office, decision):
    assert pending(office) == [HIRING, LEASE, REPORT]
    found = one(office, 1)
    assert (found.decision_id, found.decision_number) == (decision.id, decision.number)
    assert (found.company, found.due_on, found.last) == ("Société Île-Verte", MARCH, None)


def test_a_refused_dossier_awaits_nothing(office, meeting):
    office.defer(meeting, TWO)
    assert pending(office) == []


@pytest.mark.parametrize("kind", [Kind.MET, Kind.WAIVED])
def test_met_or_waived_it_is_no_longer_awaited(office, agenda, decision, kind):
    changes = agenda.settle_condition(decision.id, 2, kind)
    assert changes.dossiers == {office.dossier(ONE)}
    assert changes.meetings == frozenset()
    assert pending(office) == [LEASE, REPORT]


def test_not_met_it_is_still_awaited(office, agenda, decision):
    agenda.settle_condition(decision.id, 2, Kind.NOT_MET, note="Pas encore")
    assert one(office, 2).last is Kind.NOT_MET


def test_extended_it_is_due_later(office, agenda, decision):
    agenda.settle_condition(decision.id, 2, Kind.EXTENDED, until=date(2027, 6, 30))
    assert (one(office, 2).due_on, one(office, 2).last) == (date(2027, 6, 30), Kind.EXTENDED)
    agenda.settle_condition(decision.id, 2, Kind.NOT_MET, until=date(2027, 1, 1))
    assert one(office, 2).due_on == date(2027, 6, 30)
    agenda.settle_condition(decision.id, 3, Kind.EXTENDED, until=JANUARY)
    assert one(office, 3).due_on == JANUARY


def test_an_extension_needs_a_later_date(office, agenda, decision, refused):
    with refused(ErrorCode.CONDITION_DATE_MISSING, office):
        agenda.settle_condition(decision.id, 2, Kind.EXTENDED)
    with refused(ErrorCode.CONDITION_DATE_EARLIER, office, until=JANUARY, due_on=JANUARY):
        agenda.settle_condition(decision.id, 2, Kind.EXTENDED, until=JANUARY)


def test_one_that_ended_is_taken_up_again_with_a_note_only(office, agenda, decision, refused):
    agenda.settle_condition(decision.id, 2, Kind.MET)
    with refused(ErrorCode.REASON_MISSING, office):
        agenda.settle_condition(decision.id, 2, Kind.NOT_MET, note=" ")
    agenda.settle_condition(decision.id, 2, Kind.NOT_MET, note="Notée par erreur")
    assert one(office, 2).last is Kind.NOT_MET


def test_what_is_not_there_is_not_found(office, agenda, decision, refused):
    for decision_id, position in ((decision.id, 4), (office.registry.new_id(), 1)):
        with refused(ErrorCode.CONDITION_UNKNOWN, office):
            agenda.settle_condition(decision_id, position, Kind.MET)


def test_a_note_can_be_printed(office, agenda, decision, refused):
    with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
        agenda.settle_condition(decision.id, 1, Kind.MET, note="a\x07")


def test_a_meeting_that_follows_it_is_open(office, agenda, meeting, decision, refused):
    changes = agenda.settle_condition(decision.id, 1, Kind.MET, meeting_id=meeting)
    assert changes.meetings == {meeting}
    office.defer(meeting, TWO)
    office.services.committee.close(meeting)
    with refused(ErrorCode.MEETING_NOT_OPEN, office):
        agenda.settle_condition(decision.id, 2, Kind.MET, meeting_id=meeting)


class TestTheNextAgenda:
    def point(self, office, held_on):
        meeting = office.prepare(held_on=held_on)
        found = office.services.agenda.proposals(meeting)
        return meeting, [each for each in found if each.draft.kind is ItemKind.CONDITIONS]

    def test_those_that_fall_due_make_one_point(self, office, decision):
        _, points = self.point(office, MARCH)
        assert [each.reason for each in points] == ["2 conditions à échéance le 31 mars 2027."]

    def test_those_that_are_late_are_counted(self, office, decision, clock):
        clock.advance(86_400 * 60)
        _, (point,) = self.point(office, MARCH)
        assert point.reason == "2 conditions à échéance le 31 mars 2027, dont 1 dépassée."

    def test_it_is_proposed_once_and_only_when_something_is_due(self, office, decision):
        meeting, (point,) = self.point(office, JANUARY)
        office.services.agenda.add(meeting, point.draft)
        kinds = [each.draft.kind for each in office.services.agenda.proposals(meeting)]
        assert ItemKind.CONDITIONS not in kinds
        assert self.point(office, date(2027, 1, 14))[1] == []
