"""What may change in the sheet of a mission, and what its agreement or its end settles."""

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.rules.mission_checks import check_period
from alize_desktop.rules.mission_steps import MissionFacts, check_not_before
from alize_desktop.rules.missions import ENDED


def check_change(sheet: MissionSheet, mission: MissionFacts) -> None:
    """Refuse to change in the sheet what an amendment changes, or what is over.

    Args:
        sheet: As it is to be; already checked by itself.
        mission: As it stands.

    Raises:
        UserError: ``MISSION_ENDED``; ``MISSION_AMENDMENT_NEEDED``; ``PERIOD_REVERSED``;
            ``MISSION_DATE_TOO_EARLY`` when days were done before the new start.
    """
    stands, before = mission.account, mission.sheet
    if stands.state in ENDED:
        raise UserError(ErrorCode.MISSION_ENDED, number=mission.number, state=stands.state)
    if stands.state is MissionState.PLANNED:
        return
    if _signed(sheet) != _signed(before):
        raise UserError(ErrorCode.MISSION_AMENDMENT_NEEDED, number=mission.number)
    check_period(sheet.starts_on, stands.ends_on)
    first = next(
        (each for each in mission.known if each.draft.kind is MissionEventKind.DAYS_DONE), None
    )
    if first is not None:
        check_not_before(first.draft.value_on, sheet.starts_on, mission.number)


def _signed(sheet: MissionSheet) -> tuple[object, ...]:
    """Return what the agreement settles, and only an amendment changes."""
    return sheet.partner_id, sheet.planned_days, sheet.ends_on
