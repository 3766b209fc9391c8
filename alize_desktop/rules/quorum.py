"""Whether the committee may vote: seats, never voices."""

from collections import Counter

from alize_desktop.models.enums import RecusalBase
from alize_desktop.models.records.ballots import QuorumResult
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.majority import seats_required


def quorum(who: Electorate, rules: CommitteeRules, *, second_notice: bool = False) -> QuorumResult:
    """Return the quorum of a dossier, or of the meeting when nobody is recused.

    Recused members are not counted present. Under ``UNCHANGED`` they stay among
    the seats in office; under ``REDUCED`` they leave both sides.

    Args:
        who: Voters of the dossier.
        rules: Rules of the committee.
        second_notice: Whether the dossier is carried over to a meeting called a
            second time, which waives the number as long as somebody is there.

    Source:
        Règles du comité, section 2: quorum, proxies, recusals, second notice.
    """
    rule = rules.quorum
    reduced = rule.recusal_base is RecusalBase.REDUCED
    in_office = len(who.in_office) - (len(who.recused) if reduced else 0)
    counted = who.voters if rule.counts_proxies else who.in_person
    present = len(who.in_person)
    required = seats_required(rule, in_office)
    by_college = Counter(voter.seat.college for voter in counted)
    missing = tuple(
        each.college for each in rule.per_college if by_college[each.college] < each.seats
    )
    enough = len(counted) >= required and not missing
    return QuorumResult(
        in_office=in_office,
        required=required,
        present=present,
        represented=len(counted) - present,
        counted=len(counted),
        recused=len(who.recused),
        reached=len(counted) > 0 and (enough or second_notice),
        missing_colleges=missing,
        waived=second_notice,
    )
