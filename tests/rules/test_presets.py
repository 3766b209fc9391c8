"""Ready-made rules: each is complete, accepted, and says what its source says."""

from datetime import date

import pytest

from alize_desktop.models.enums import (
    LateItemRule,
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RulesPreset,
)
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.models.values import Share
from alize_desktop.rules.majority import seats_required
from alize_desktop.rules.presets import PRESETS, started_from
from alize_desktop.rules.rules_checks import rules_problems


@pytest.mark.parametrize("preset", RulesPreset)
def test_every_preset_may_be_adopted_as_it_is(preset):
    draft = RulesDraft("Règlement intérieur", date(2026, 3, 3), PRESETS[preset])
    assert rules_problems(draft) == ()


def test_alize_is_the_model():
    assert PRESETS[RulesPreset.ALIZE] == CommitteeRules()


def test_an_administration_counts_those_present_and_represented():
    rules = PRESETS[RulesPreset.ADMINISTRATION]
    assert rules.majority.kind is MajorityKind.STRICT_HALF
    assert rules.majority.base is MajorityBase.PRESENT_AND_REPRESENTED
    assert (rules.quorum.kind, rules.quorum.share) == (QuorumKind.AT_LEAST, Share(1, 2))
    assert rules.quorum.counts_proxies
    assert rules.casting_vote
    assert (rules.notice_days, rules.second_notice_days) == (5, 5)


def test_a_municipal_council_asks_for_more_than_half_in_the_room():
    rules = PRESETS[RulesPreset.MUNICIPAL_COUNCIL]
    assert seats_required(rules.quorum, 10) == 6
    assert not rules.quorum.counts_proxies
    assert not rules.remote_counts
    assert rules.majority.base is MajorityBase.CAST
    assert rules.casting_vote
    assert (rules.proxies_per_holder, rules.second_notice_days) == (1, 3)
    assert rules.late_items is LateItemRule.REFUSED


def test_unanimity_has_no_casting_vote():
    rules = PRESETS[RulesPreset.UNANIMITY]
    assert rules.majority.kind is MajorityKind.UNANIMITY
    assert not rules.casting_vote


def test_a_preset_keeps_what_is_not_procedure():
    own = CommitteeRules(
        body="commission d’agrément", body_feminine=True, minimum_jobs=5, approval_months=12
    )
    started = started_from(RulesPreset.MUNICIPAL_COUNCIL, own)
    assert (started.body, started.body_feminine) == ("commission d’agrément", True)
    assert (started.minimum_jobs, started.approval_months) == (5, 12)
    assert started.quorum == PRESETS[RulesPreset.MUNICIPAL_COUNCIL].quorum
