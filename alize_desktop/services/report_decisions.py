"""What was decided on each dossier until a day, read by the driver alone, in bulk."""

from typing import Any, Final, NamedTuple, TypeAlias

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.store.driver import DriverConnection
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.wording.standard_texts import refusal_reason

Row: TypeAlias = tuple[Any, ...]
"""A row of the driver: identifiers and days are texts, amounts are centimes."""

_VOTED: Final = """
SELECT decision.dossier_id, meeting.held_on, decision.outcome, decision.amount, decision.days,
    decision.skill_category, COALESCE(partner.name, ''), decision.jobs_created,
    decision.jobs_maintained, decision.grounds, decision.amends_id IS NOT NULL
FROM decision
JOIN meeting ON meeting.id = decision.meeting_id
LEFT JOIN partner ON partner.id = decision.partner_id
WHERE meeting.held_on <= ?
ORDER BY meeting.held_on, decision.sequence"""

_RULING: Final = APPROVALS | {DecisionOutcome.WITHDRAWN}
"""What an amendment may make of a dossier; refused or deferred, it makes nothing of it."""


class Ruling(NamedTuple):
    """The decision that counts for a dossier, its later amendments included.

    A tuple, which is made faster than a record: there is one a dossier.

    Attributes:
        decided_on: ISO date of the decision itself.
        amount: Centimes.
        reason: Of a refusal only.
        sustained: Jobs asked for of a dossier taken over; a vote names none.
    """

    decided_on: str
    outcome: DecisionOutcome
    amount: int
    days: int
    skill: str
    partner: str
    jobs: int
    maintained: int
    reason: str = ""
    sustained: int = 0


def read_rulings(connection: DriverConnection, until: str) -> dict[str, Ruling]:
    """Return the last decision voted here until a day, by dossier, as its amendments left it.

    An amendment changes the terms when it approves. One that withdraws the dossier ends its
    approval, on its own day; any other leaves everything as it was.

    Args:
        connection: In a transaction.
        until: ISO date.
    """
    first: dict[str, Row] = {}
    terms: dict[str, Row] = {}
    for row in connection.execute(_VOTED, (until,)):
        dossier, outcome, is_amendment = row[0], row[2], row[-1]
        if is_amendment and outcome in APPROVALS and _is_approved(first.get(dossier)):
            terms[dossier] = row
        elif outcome in _RULING or not is_amendment:
            first[dossier] = terms[dossier] = row
    return {dossier: _ruling(row, terms[dossier]) for dossier, row in first.items()}


def reason_of(grounds: str) -> str:
    """Return the reason of the closed list that grounds begin with, or else the grounds."""
    return refusal_reason(grounds) or grounds.strip()


def _is_approved(row: Row | None) -> bool:
    return row is not None and row[2] in APPROVALS


def _ruling(decision: Row, terms: Row) -> Ruling:
    _dossier, held_on, outcome, *_terms, grounds, _is_amendment = decision
    amount, days, skill, partner, jobs, maintained = terms[3:9]
    return Ruling(
        decided_on=held_on,
        outcome=DecisionOutcome(outcome),
        amount=amount,
        days=days,
        skill=skill,
        partner=partner,
        jobs=jobs,
        maintained=maintained,
        reason=reason_of(grounds) if outcome == DecisionOutcome.REJECTED else "",
    )
