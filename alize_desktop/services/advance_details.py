"""Everything the screen of one advance shows, read in one transaction."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import UserError
from alize_desktop.models.records.advances import AdvanceDetail, ScheduleVersion
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.rules.ageing import last_step, next_step
from alize_desktop.services.advance_grants import Grant
from alize_desktop.services.advance_reading import read_advance
from alize_desktop.services.advance_release import released_by
from alize_desktop.services.advance_signing import Payment, contract
from alize_desktop.services.schedule_versions import read_versions
from alize_desktop.wording.advances import sentence


def read_detail(session: Session, dossier_id: UUID, on: date) -> AdvanceDetail:
    """Return everything about an advance, as it stands on a day.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
    """
    advance = read_advance(session, dossier_id, on)
    versions = read_versions(session, dossier_id)
    row = advance.row()
    taken = last_step(row.position, advance.events)
    following = next_step(row.position, advance.events, advance.rules)
    return AdvanceDetail(
        row=row,
        decision_number=advance.grant.decision_number,
        versions=versions,
        planned=() if advance.version else _planned(session, advance.grant),
        events=advance.events,
        blocking=tuple(sentence(each) for each in released_by(session, advance)),
        left_to_disburse=advance.left_to_release(),
        amending_decisions=unused_decisions(advance.grant, versions),
        granted_by=advance.grant.granted_by,
        last_step=taken.kind if taken else None,
        last_step_on=taken.on if taken else None,
        next_step=following.kind if following else None,
        next_step_on=following.on if following else None,
    )


def unused_decisions(
    grant: Grant, versions: tuple[ScheduleVersion, ...]
) -> tuple[tuple[UUID, str], ...]:
    """Return the *décisions modificatives* that no version follows yet, oldest first.

    Those of before the agreement was signed are in it already.
    """
    numbers = [number for _id, number in grant.approvals]
    followed = {each.decision_number for each in versions}
    known = [numbers.index(each) for each in followed if each in numbers]
    signed = max(known, default=len(numbers))
    return tuple(each for each in grant.approvals[signed + 1 :] if each[1] not in followed)


def _planned(session: Session, grant: Grant) -> tuple[Instalment, ...]:
    """Return the rows counted from the grant, none for terms that make no schedule."""
    try:
        return contract(session, grant, Payment(grant.granted_on)).rows
    except UserError:
        return ()
