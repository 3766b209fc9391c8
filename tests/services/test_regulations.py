"""Rules of procedure: dated versions, and the meetings that follow them."""

from dataclasses import replace
from datetime import date, time

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import QuorumKind, RulesPreset
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    QuorumRule,
    RulesDraft,
)
from alize_desktop.rules.presets import PRESETS

ONE = "2026-001"
MARCH = date(2026, 3, 3)
COUNCIL = PRESETS[RulesPreset.MUNICIPAL_COUNCIL]
DRAFT = RulesDraft("Règlement intérieur", MARCH, COUNCIL)
MEETING = MeetingDraft(date(2026, 12, 14), time(14, 30), "Dijon", secretary="Odile Perrin")


@pytest.fixture
def regulations(office):
    return office.services.regulations


def rules_of(office, meeting):
    office.services.committee.open(meeting)
    return office.state(meeting).rules


class TestVersions:
    def test_the_model_rules_govern_while_none_was_adopted(self, regulations):
        (model,) = regulations.versions()
        assert (model.id, model.number, model.adopted_at) == (None, 0, None)
        assert (model.draft.label, model.draft.rules) == ("Règlement type Alizé", CommitteeRules())
        assert regulations.in_force(date(1998, 1, 1)) == model

    def test_they_are_numbered_as_they_are_adopted(self, office, regulations):
        assert regulations.adopt(DRAFT) == Changes(rules=True)
        regulations.adopt(replace(DRAFT, rules=CommitteeRules(), effective_on=date(2027, 1, 1)))
        newest, first, _model = regulations.versions()
        assert (newest.number, first.number, first.draft) == (2, 1, DRAFT)
        assert first.adopted_at == office.clock()

    def test_the_last_one_adopted_of_those_in_force_governs(self, regulations):
        regulations.adopt(replace(DRAFT, effective_on=date(2027, 1, 1)))
        regulations.adopt(DRAFT)
        numbers = {
            day: regulations.in_force(day).number
            for day in (date(2026, 3, 2), MARCH, date(2027, 1, 1))
        }
        assert numbers == {date(2026, 3, 2): 0, MARCH: 2, date(2027, 1, 1): 2}
        regulations.adopt(replace(DRAFT, effective_on=date(2028, 1, 1)))
        assert regulations.in_force(date(2027, 6, 1)).number == 2

    def test_names_are_tidied(self, regulations):
        body = replace(COUNCIL, body="  commission  d’agrément ")
        regulations.adopt(replace(DRAFT, label=" Règlement\u00a0intérieur ", rules=body))
        kept = regulations.versions()[0].draft
        assert (kept.label, kept.rules.body) == ("Règlement intérieur", "commission d’agrément")

    def test_every_setting_comes_back_as_it_was_adopted(self, regulations):
        quorum = QuorumRule(
            kind=QuorumKind.FIXED, count=6, per_college=(CollegeMinimum("bank", 2),)
        )
        draft = replace(DRAFT, rules=replace(COUNCIL, quorum=quorum))
        regulations.adopt(draft)
        assert regulations.versions()[0].draft == draft

    def test_what_is_refused_names_the_rule_and_writes_nothing(self, office, regulations, refused):
        draft = replace(DRAFT, rules=replace(COUNCIL, proxies_per_holder=6))
        with refused(ErrorCode.RULE_OUT_OF_RANGE, office, rule="proxies_per_holder", most=5):
            regulations.adopt(draft)
        assert [each.field for each in regulations.problems(draft)] == ["proxies_per_holder"]
        assert len(regulations.versions()) == 1

    def test_what_deserves_a_second_look_is_told(self, regulations):
        quorum = QuorumRule(per_college=(CollegeMinimum("chamber", 50),))
        (told,) = regulations.remarks(replace(DRAFT, rules=CommitteeRules(quorum=quorum)))
        assert told.startswith("Collège «\u00a0Chambres consulaires\u00a0»")
        assert regulations.remarks(replace(DRAFT, rules=CommitteeRules())) == ()


class TestTheRulesOfAMeeting:
    def test_they_are_those_of_its_day(self, office, regulations):
        regulations.adopt(DRAFT)
        meeting = office.prepare(ONE)
        name = office.services.meetings.detail(meeting).rules_name
        assert name == "Règlement intérieur n°\u00a01, en vigueur depuis le 3 mars 2026"
        assert rules_of(office, meeting) == COUNCIL

    def test_without_any_they_are_the_model(self, office):
        meeting = office.prepare(ONE)
        assert office.services.meetings.detail(meeting).rules_name == "Règlement type Alizé"
        assert rules_of(office, meeting) == CommitteeRules()

    def test_they_follow_the_day_of_a_meeting_in_preparation(self, office, regulations):
        regulations.adopt(replace(DRAFT, effective_on=date(2027, 1, 1)))
        meeting, _ = office.services.meetings.create(MEETING)
        office.services.meetings.save(meeting, replace(MEETING, held_on=date(2027, 1, 11)))
        detail = office.services.meetings.detail(meeting)
        assert detail.rules_name.endswith("en vigueur depuis le 1er janvier 2027")

    def test_a_new_version_reaches_the_meetings_in_preparation(self, office, regulations):
        meeting, _ = office.services.meetings.create(MEETING)
        earlier, _ = office.services.meetings.create(replace(MEETING, held_on=date(2026, 1, 5)))
        assert regulations.adopt(DRAFT).meetings == {meeting}
        names = {
            each: office.services.meetings.detail(each).rules_name for each in (meeting, earlier)
        }
        assert names[meeting].startswith("Règlement intérieur n°\u00a01")
        assert names[earlier] == "Règlement type Alizé"

    def test_a_meeting_keeps_its_own_from_the_notice_on(self, office, regulations):
        meeting = office.prepare(
            ONE, place="Dijon", held_on=date(2026, 12, 14), presiding_member_id=office.member(2).id
        )
        office.services.life.convene(meeting)
        assert regulations.adopt(DRAFT).meetings == frozenset()
        assert rules_of(office, meeting) == CommitteeRules()
        assert office.state(meeting).rules_name == "Règlement type Alizé"

    def test_a_meeting_that_is_open_keeps_its_own(self, office, regulations):
        meeting = office.hold(ONE)
        regulations.adopt(DRAFT)
        assert office.state(meeting).rules == CommitteeRules()
