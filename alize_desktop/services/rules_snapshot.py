"""The committee's rules as a meeting keeps them: frozen in its row, read back exactly."""

from typing import Any

from alize_desktop.models.enums import (
    BallotForm,
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RecusalBase,
)
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    Majority,
    QuorumRule,
)
from alize_desktop.models.values import Share


def rules_of(snapshot: dict[str, Any]) -> CommitteeRules:
    """Return the rules that ``services.plain.plain`` wrote."""
    known = dict(snapshot)
    known["quorum"] = _quorum(known["quorum"])
    known["majority"] = _majority(known["majority"])
    known["ballot_form"] = BallotForm(known["ballot_form"])
    return CommitteeRules(**known)


def _quorum(snapshot: dict[str, Any]) -> QuorumRule:
    return QuorumRule(
        kind=QuorumKind(snapshot["kind"]),
        share=Share(*snapshot["share"]),
        count=snapshot["count"],
        counts_proxies=snapshot["counts_proxies"],
        recusal_base=RecusalBase(snapshot["recusal_base"]),
        per_college=tuple(CollegeMinimum(**each) for each in snapshot["per_college"]),
    )


def _majority(snapshot: dict[str, Any]) -> Majority:
    share = snapshot["share"]
    return Majority(
        kind=MajorityKind(snapshot["kind"]),
        base=MajorityBase(snapshot["base"]),
        share=None if share is None else Share(*share),
    )
