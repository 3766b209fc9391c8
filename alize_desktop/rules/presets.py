"""Ready-made rules a committee may start from."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from alize_desktop.models.enums import (
    LateItemRule,
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RulesPreset,
)
from alize_desktop.models.records.rules import HALF, CommitteeRules, Majority, QuorumRule

_ADMINISTRATION: Final = CommitteeRules(
    quorum=QuorumRule(kind=QuorumKind.AT_LEAST, share=HALF, counts_proxies=True),
    majority=Majority(MajorityKind.STRICT_HALF, MajorityBase.PRESENT_AND_REPRESENTED),
)
"""Code des relations entre le public et l'administration, art. R133-3 to R133-15.

Half of the members, remote ones and proxies included; majority of the voices of
those present or represented; one proxy; a notice of five days.
"""

_MUNICIPAL_COUNCIL: Final = CommitteeRules(
    quorum=QuorumRule(kind=QuorumKind.MORE_THAN, share=HALF, counts_proxies=False),
    remote_counts=False,
    second_notice_days=3,
    late_items=LateItemRule.REFUSED,
)
"""Code général des collectivités territoriales, art. L2121-10 to L2121-21.

More than half of the members in office in the room, proxies left out; strict half
of the votes cast; one proxy; a second notice after three days; nothing is decided
that the notice did not announce.
"""

_UNANIMITY: Final = CommitteeRules(
    majority=Majority(MajorityKind.UNANIMITY, MajorityBase.CAST), casting_vote=False
)
"""The model rules, where one vote against is enough to reject."""

PRESETS: Final[Mapping[RulesPreset, CommitteeRules]] = {
    RulesPreset.ALIZE: CommitteeRules(),
    RulesPreset.ADMINISTRATION: _ADMINISTRATION,
    RulesPreset.MUNICIPAL_COUNCIL: _MUNICIPAL_COUNCIL,
    RulesPreset.UNANIMITY: _UNANIMITY,
}
"""Rules of each preset. The name of the body is the model one: see ``started_from``."""


def started_from(preset: RulesPreset, rules: CommitteeRules) -> CommitteeRules:
    """Return a preset that keeps what is not procedure: body, jobs, validity.

    Args:
        preset: Ready-made rules.
        rules: Rules of the committee so far.
    """
    return replace(
        PRESETS[preset],
        body=rules.body,
        body_feminine=rules.body_feminine,
        minimum_jobs=rules.minimum_jobs,
        job_rule=rules.job_rule,
        money_requires_days=rules.money_requires_days,
        approval_months=rules.approval_months,
    )
