"""Ballots without names: a show of hands, a secret ballot, a consensus."""

from dataclasses import replace
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.counting import checked_protocol, everybody_for
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import ballot_ending
from alize_desktop.services.agenda_steps import read_dossier_point
from alize_desktop.services.ballot_access import check_counted, meeting_in_session, open_ballot
from alize_desktop.services.ballot_electorate import followed_ballot
from alize_desktop.services.counts import write_count
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import frozen_electorate


class CountedVotingService:
    """Records what was counted. One method, one transaction.

    Of a secret ballot the file keeps what was counted and nothing else: no name, no
    order, no hour of a vote.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record_counts(self, item_id: UUID, protocol: CountProtocol) -> Changes:
        """Record what was counted in the open ballot of a dossier; a new revision each time.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``BALLOT_NOT_OPEN``;
                ``BALLOT_NAMED``; ``BALLOT_CONSENSUS``; ``COUNT_NEGATIVE``;
                ``COUNTS_EXCEED_VOTERS``; of a secret ballot ``SCRUTINEERS_MISSING`` and
                ``PAPERS_MISCOUNTED``.
        """
        for name in protocol.scrutineers:
            check_text(name)
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            ballot = open_ballot(session, item_id)
            check_counted(ballot.form)
            if ballot.form is BallotForm.CONSENSUS:
                raise UserError(ErrorCode.BALLOT_CONSENSUS)
            who = frozen_electorate(held, item_id, ballot)
            kept = checked_protocol(protocol, ballot.form, who.voters)
            if kept == ballot.count:
                return Changes()
            write_count(self._registry, session, ballot.id, kept)
            details: dict[str, object] = {"protocol": plain(kept)}
            self._registry.journal(session, "ballot.counted", "ballot", ballot.id, details)
        return Changes(meetings=frozenset({point.meeting_id}))

    def no_objection(self, item_id: UUID) -> Changes:
        """Record that nobody objects, and close the ballot: every voter is for.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``BALLOT_NOT_OPEN``;
                ``BALLOT_NOT_CONSENSUS``; ``QUORUM_NOT_REACHED``;
                ``PRESIDING_MEMBER_ABSENT``.
        """
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            ballot = followed_ballot(self._registry, session, held, point)
            if ballot.form is not BallotForm.CONSENSUS:
                raise UserError(ErrorCode.BALLOT_NOT_CONSENSUS)
            who = frozen_electorate(held, item_id, ballot)
            agreed = everybody_for(who.voters)
            write_count(self._registry, session, ballot.id, agreed)
            details: dict[str, object] = {"protocol": plain(agreed)}
            self._registry.journal(session, "ballot.counted", "ballot", ballot.id, details)
            counted = replace(ballot, count=agreed)
            ballot_ending.close(self._registry, session, held, point, counted)
        return Changes(meetings=frozenset({point.meeting_id}))
