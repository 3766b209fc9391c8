"""The meeting as it was last read, so that a vote costs one ballot and not a meeting.

Everything that is written leaves a line in the journal, but where the operator's
screen stands, which is read with the lines. While nothing but answers to its open ballot
was written since a meeting was read, reading that ballot again is reading the meeting again.
"""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.committee import CommitteeState, ScreenPosition
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.screen import StoredPosition
from alize_desktop.services.committee_reading import read_state
from alize_desktop.services.current_item import answered_again
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_meeting
from alize_desktop.services.votes import CAST

_SINCE: Final = (
    select(
        StoredPosition.step,
        StoredPosition.item_id,
        StoredLine.sequence,
        StoredLine.action,
        StoredLine.subject_id,
    )
    .select_from(StoredMeeting)
    .outerjoin(StoredPosition, StoredPosition.meeting_id == StoredMeeting.id)
    .outerjoin(StoredLine, StoredLine.sequence > bindparam("seen"))
    .where(StoredMeeting.id == bindparam("meeting"))
    .order_by(StoredLine.sequence)
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A meeting that was read.

    Attributes:
        held: The meeting, as its services reason with it.
        state: The same, as screens show it.
        seen: Last line of the journal when it was read.
    """

    held: HeldMeeting
    state: CommitteeState
    seen: int


def read_again(session: Session, meeting_id: UUID, before: Remembered | None) -> Remembered:
    """Return a meeting as the file holds it.

    Args:
        session: Only read.
        meeting_id: The meeting.
        before: What was last read of any meeting; None when nothing holds of it.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    if before is not None and before.held.row.id == meeting_id:
        after = _after_votes(session, before)
        if after is not None:
            return after
    held = read_meeting(session, meeting_id)
    return Remembered(held, *read_state(session, held))


def _after_votes(session: Session, before: Remembered) -> Remembered | None:
    """Return the meeting when nothing but votes of its ballot were written, else None."""
    current = before.state.current
    if current is None or current.ballot is None or current.ballot.closed_at is not None:
        return None
    asked = {"seen": before.seen, "meeting": before.held.row.id}
    found = session.connection().execute(_SINCE, asked).all()
    lines = [each for each in found if each.sequence is not None]
    if not found or any(each[3:] != (CAST, current.ballot.id) for each in lines):
        return None
    position = ScreenPosition(found[0].step, found[0].item_id) if found[0].step else None
    state = replace(before.state, position=position)
    if not lines:
        return replace(before, state=state)
    item = answered_again(session, before.held, current)
    return replace(before, state=replace(state, current=item), seen=lines[-1].sequence)
