"""The meeting held: opening, roll call, quorum, points in turn, closing.

Attendance is append-only: each thing said of a member is an event with its instant;
where a member stands is what the events come to. It moves at any moment while the
meeting is open, also while it is suspended or while a ballot is open: the electorate
of an open ballot follows, that of a closed one never changes.
"""

from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AttendanceKind, ItemConclusion, ItemStep
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import (
    CommitteeState,
    MovementPreview,
    ScreenPosition,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import agenda_turns, meeting_ends
from alize_desktop.services.agenda_steps import open_ballot_item, read_point
from alize_desktop.services.attendance import attendance_event, stamp
from alize_desktop.services.ballot_access import meeting_in_session, open_meeting
from alize_desktop.services.ballot_electorate import follow
from alize_desktop.services.committee_memory import Remembered, read_again
from alize_desktop.services.committee_reading import preview
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.roll import electorate_of
from alize_desktop.services.screen_position import write_position


class CommitteeService:
    """Holds a meeting. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._remembered: Remembered | None = None

    def state(self, meeting_id: UUID) -> CommitteeState:
        """Return everything the committee screen shows.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            found = read_again(session, meeting_id, self._remembered)
        self._remembered = found
        return found.state

    def open(self, meeting_id: UUID) -> Changes:
        """Open a meeting, convened or still in preparation: the roll call may begin.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``MEETING_ALREADY_OPEN`` for
                another one; ``MEETING_WITHOUT_DOSSIER``;
                ``PRESIDING_MEMBER_ABSENT`` when nobody presides;
                ``SECRETARY_MISSING``.
        """
        with self._registry.write() as session:
            meeting_ends.open_meeting(self._registry, session, meeting_id)
        return Changes(meetings=frozenset({meeting_id}))

    def record_attendance(
        self,
        meeting_id: UUID,
        member_id: UUID,
        kind: AttendanceKind,
        holder_id: UUID | None = None,
        document: str = "",
    ) -> Changes:
        """Record where a member stands; nothing is written when it is there already.

        A proxy stays on record: PRESENT, REMOTE and SUBSTITUTED suspend that of the
        member, DEPARTED brings it back, EXCUSED, ABSENT and PROXY_REVOKED end it. The
        electorate of an open ballot follows at once.

        Args:
            meeting_id: The meeting, open, suspended or not.
            member_id: A member with a seat.
            kind: PRESENT, REMOTE, EXCUSED, ABSENT, REPRESENTED, SUBSTITUTED, DEPARTED,
                PROXY_REVOKED or PROXY_DOCUMENTED.
            holder_id: Who holds the proxy; for REPRESENTED only.
            document: How the written proxy was received; for REPRESENTED and
                PROXY_DOCUMENTED.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEMBER_UNKNOWN``; ``MEMBER_NOT_VOTING``
                for somebody without a seat or without an alternate;
                ``MEMBER_NOT_PRESENT`` for a departure; ``PROXY_MISSING``; a proxy that
                the rules refuse; ``WRITTEN_CONSULTATION``; the document's text.
        """
        with self._registry.write() as session:
            held = open_meeting(session, meeting_id)
            now = self._registry.instant(session, held.latest)
            event = attendance_event(held, now, member_id, kind, holder_id, document)
            if event is None:
                return Changes()
            stamp(self._registry, session, meeting_id, event)
            self._follow(session, meeting_id)
        return Changes(meetings=frozenset({meeting_id}))

    def preview_attendance(
        self,
        meeting_id: UUID,
        member_id: UUID,
        kind: AttendanceKind,
        holder_id: UUID | None = None,
    ) -> MovementPreview:
        """Return what an attendance would change; nothing is written.

        Raises:
            UserError: As ``record_attendance``.
        """
        with self._registry.read() as session:
            held = open_meeting(session, meeting_id)
            document = "…" if kind is AttendanceKind.PROXY_DOCUMENTED else ""
            now = self._registry.clock()
            event = attendance_event(held, now, member_id, kind, holder_id, document)
            return preview(session, held, event)

    def all_present(self, meeting_id: UUID, except_ids: tuple[UUID, ...] = ()) -> Changes:
        """Record every member whom the roll has not reached as present.

        Args:
            meeting_id: The meeting, open.
            except_ids: Members who are left as they are.

        Raises:
            UserError: ``MEETING_NOT_OPEN``.
        """
        with self._registry.write() as session:
            held = open_meeting(session, meeting_id)
            now = self._registry.instant(session, held.latest)
            events = (
                attendance_event(held, now, each.member.id, AttendanceKind.PRESENT)
                for each in held.attendance()
                if each.kind is None and each.member.id not in except_ids
            )
            for event in filter(None, events):
                stamp(self._registry, session, meeting_id, event)
            self._follow(session, meeting_id)
        return Changes(meetings=frozenset({meeting_id}))

    def establish_quorum(self, meeting_id: UUID) -> Changes:
        """Record that the quorum is reached: points may be examined.

        A presiding member who is not there hands the meeting to a vice-chair who is.
        Established once, it is not established again. A second notice waives it when
        it brings dossiers back.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ROLL_CALL_INCOMPLETE``; ``PRESIDING_MEMBER_ABSENT``;
                ``QUORUM_NOT_REACHED``.
        """
        with self._registry.write() as session:
            held = meeting_in_session(session, meeting_id)
            if held.quorum_at is not None:
                return Changes()
            meeting_ends.establish_quorum(self._registry, session, held)
        return Changes(meetings=frozenset({meeting_id}))

    def begin_item(self, item_id: UUID) -> Changes:
        """Present a dossier or a standing point; another one presented waits again.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``QUORUM_NOT_REACHED`` or ``ROLL_CALL_INCOMPLETE`` before the quorum is
                established; ``BALLOT_OPEN`` or ``ITEM_UNDER_WAY`` while a dossier
                awaits its result or its decision; ``DECISION_EXISTS``.
        """
        with self._registry.write() as session:
            meeting_id = read_point(session, item_id).meeting_id
            held = meeting_in_session(session, meeting_id)
            agenda = read_agenda(session, held)
            line = next(each for each in agenda if each.id == item_id)
            if line.step is ItemStep.PRESENTED:
                return Changes()
            agenda_turns.begin(self._registry, session, held, agenda, line)
        return Changes(meetings=frozenset({meeting_id}))

    def conclude_item(self, item_id: UUID, conclusion: ItemConclusion, note: str = "") -> Changes:
        """Record how a standing point ends.

        Minutes that are adopted, a consultation that is ratified: their meeting is
        approved. A point may be put off without having been presented.

        Args:
            item_id: The standing point.
            conclusion: One that ``rules.standing_points.CONCLUSIONS`` allows.
            note: What is told of it, in the words of the operator.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``ITEM_IS_DOSSIER``;
                ``CONCLUSION_REFUSED``; ``ITEM_NOT_PRESENTED``; ``DECISION_EXISTS``;
                ``MEETING_NOT_CLOSED`` for the minutes of a meeting that is open; the
                note's text.
        """
        check_text(note, lines=True)
        with self._registry.write() as session:
            point = read_point(session, item_id)
            meeting_in_session(session, point.meeting_id)
            agenda_turns.conclude(self._registry, session, point, conclusion, note.strip())
        touched = {point.meeting_id, point.source_id or point.meeting_id}
        return Changes(meetings=frozenset(touched))

    def set_down(self, item_id: UUID) -> Changes:
        """Let a presented point wait again.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``BALLOT_OPEN``,
                ``BALLOT_CLOSED``, ``BALLOT_PROCLAIMED`` or ``DECISION_EXISTS``.
        """
        with self._registry.write() as session:
            point = read_point(session, item_id)
            meeting_in_session(session, point.meeting_id)
            if not agenda_turns.set_down(self._registry, session, point):
                return Changes()
        return Changes(meetings=frozenset({point.meeting_id}))

    def move_to_end(self, item_id: UUID) -> Changes:
        """Give a point the last turn; it keeps its number and waits.

        Raises:
            UserError: As ``set_down``.
        """
        with self._registry.write() as session:
            point = read_point(session, item_id)
            meeting_in_session(session, point.meeting_id)
            agenda_turns.move_to_end(self._registry, session, point)
        return Changes(meetings=frozenset({point.meeting_id}))

    def close(self, meeting_id: UUID) -> Changes:
        """Close the meeting. Decides nothing by itself.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``MEETING_DOSSIER_WITHOUT_OUTCOME`` while something blocks it.
        """
        with self._registry.write() as session:
            held = meeting_in_session(session, meeting_id)
            meeting_ends.close(self._registry, session, held)
        return Changes(meetings=frozenset({meeting_id}))

    def keep_position(self, meeting_id: UUID, position: ScreenPosition) -> None:
        """Keep where the operator is, to come back there after a stop. Told by no line.

        Raises:
            UserError: ``MEETING_NOT_FOUND`` for a meeting or a point that is not there.
        """
        with self._registry.write() as session:
            write_position(session, meeting_id, position)

    def _follow(self, session: Session, meeting_id: UUID) -> None:
        """Refuse what the rules refuse, then let an open ballot follow."""
        held = read_meeting(session, meeting_id)
        electorate_of(held)
        item_id = open_ballot_item(session, meeting_id)
        if item_id is not None:
            follow(self._registry, session, held, read_point(session, item_id))
