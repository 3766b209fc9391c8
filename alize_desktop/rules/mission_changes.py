"""What may change in the sheet of a mission, and what its agreement or its end settles."""

from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.rules.field_checks import check_period
from alize_desktop.rules.mission_steps import MissionFacts, check_not_before
from alize_desktop.rules.missions import ENDED

_AMENDED: Final = frozenset({"planned_days", "ends_on"})
"""What an amendment changes once the agreement is signed."""

_AGREED: Final = frozenset({"partner_id", "category"})
"""What the agreement always says, beside that."""

_FILLED_IN: Final = frozenset(
    {"contributor", "position", "goals", "place", "calendar", "starts_on"}
)
"""What the agreement says too, or leaves blank: a blank may be filled in later."""


def settled_fields(sheet: MissionSheet) -> frozenset[str]:
    """Return the fields of a sheet that its signed agreement settles."""
    said = {each for each in _FILLED_IN if getattr(sheet, each)}
    return _AMENDED | _AGREED | said


def check_change(sheet: MissionSheet, mission: MissionFacts) -> None:
    """Refuse to change in the sheet what its agreement says, or what is over.

    Args:
        sheet: As it is to be; already checked by itself.
        mission: As it stands.

    Raises:
        UserError: ``MISSION_ENDED``; ``MISSION_AMENDMENT_NEEDED`` for the days or the end;
            ``MISSION_SIGNED`` for the rest of what was signed; ``PERIOD_REVERSED``;
            ``MISSION_DATE_TOO_EARLY`` when days were done before the new start.
    """
    stands, before = mission.account, mission.sheet
    if stands.state in ENDED:
        raise UserError(ErrorCode.MISSION_ENDED, number=mission.number, state=stands.state)
    if stands.state is MissionState.PLANNED:
        return
    changed = {
        each for each in settled_fields(before) if getattr(sheet, each) != getattr(before, each)
    }
    if changed & _AMENDED:
        raise UserError(ErrorCode.MISSION_AMENDMENT_NEEDED, number=mission.number)
    if changed:
        raise UserError(ErrorCode.MISSION_SIGNED, number=mission.number)
    check_period(sheet.starts_on, stands.ends_on)
    first = next(
        (each for each in mission.known if each.draft.kind is MissionEventKind.DAYS_DONE), None
    )
    if first is not None:
        check_not_before(first.draft.value_on, sheet.starts_on, mission.number)
