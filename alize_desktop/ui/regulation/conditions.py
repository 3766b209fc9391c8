"""When a setting of the rules matters, and what keeps it from being changed."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MajorityKind, QuorumKind
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.outcomes import is_casting_majority

translate = QCoreApplication.translate


def has_quorum_share(rules: CommitteeRules) -> bool:
    """Return whether the quorum is a share of the seats."""
    return rules.quorum.kind is not QuorumKind.FIXED


def has_quorum_count(rules: CommitteeRules) -> bool:
    """Return whether the quorum is a fixed number."""
    return rules.quorum.kind is QuorumKind.FIXED


def has_proxies(rules: CommitteeRules) -> bool:
    """Return whether members may give proxies."""
    return rules.proxies_per_holder > 0


def has_majority_share(rules: CommitteeRules) -> bool:
    """Return whether the majority is a share."""
    return rules.majority.kind in (MajorityKind.AT_LEAST, MajorityKind.MORE_THAN)


def has_majority_base(rules: CommitteeRules) -> bool:
    """Return whether the majority is reckoned on something: a relative one is not."""
    return rules.majority.kind is not MajorityKind.RELATIVE


def can_tie(rules: CommitteeRules) -> bool:
    """Return whether equal voices are a tie, and not a rejection like another."""
    return is_casting_majority(rules.majority)


def why_no_casting_vote(rules: CommitteeRules) -> str:
    """Return why a casting vote cannot play; empty when it can."""
    if is_casting_majority(rules.majority):
        return ""
    return translate(
        "regulation",
        "Sans objet\u00a0: elle ne joue qu’à la majorité absolue des suffrages exprimés, "
        "ou à la majorité relative.",
    )
