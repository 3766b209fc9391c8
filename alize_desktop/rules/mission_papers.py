"""Which papers a mission may have, and why not otherwise."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind, MissionState, PaperKind
from alize_desktop.models.records.mission_papers import MissionAmendment, MissionPaperRecord
from alize_desktop.models.records.missions import MissionEvent, MissionRow
from alize_desktop.rules.dossier_papers import check_paper, is_given_up
from alize_desktop.rules.missions import account

MISSION_PAPERS: Final = (
    PaperKind.SECONDMENT,
    PaperKind.MISSION_AMENDMENT,
    PaperKind.MISSION_SHEET,
)
"""Every paper of a mission, in the order they are needed."""

_STATES: Final = {
    PaperKind.SECONDMENT: frozenset(MissionState) - {MissionState.GIVEN_UP},
    PaperKind.MISSION_AMENDMENT: frozenset(MissionState)
    - {MissionState.PLANNED, MissionState.GIVEN_UP},
    PaperKind.MISSION_SHEET: frozenset(MissionState) - {MissionState.GIVEN_UP},
}


def check_mission_paper(kind: PaperKind, record: MissionPaperRecord) -> None:
    """Refuse a paper that would say what is not.

    Args:
        kind: One of ``MISSION_PAPERS``.
        record: What it would say.

    Raises:
        UserError: ``MISSION_IS_HISTORY``; ``MISSION_STEP_REFUSED`` in a state without such
            a paper; ``MISSION_NOT_AMENDED``; ``PAPER_AFTER_WITHDRAWAL``; what
            ``rules.dossier_papers.check_paper`` refuses of a loan.
    """
    mission, paper = record.mission, record.paper
    if mission.is_history:
        raise UserError(ErrorCode.MISSION_IS_HISTORY, number=mission.number)
    state = mission.account.state
    if state not in _STATES[kind]:
        raise UserError(
            ErrorCode.MISSION_STEP_REFUSED, kind=kind, number=mission.number, state=state
        )
    if kind is PaperKind.MISSION_AMENDMENT and record.amendment is None:
        raise UserError(ErrorCode.MISSION_NOT_AMENDED, number=mission.number)
    if record.approved_on is None:
        check_paper(PaperKind.SECONDMENT, paper)
    elif is_given_up(paper):
        raise UserError(ErrorCode.PAPER_AFTER_WITHDRAWAL, number=paper.sheet.number)


def last_amendment(
    mission: MissionRow, known: Sequence[MissionEvent], on: date
) -> MissionAmendment | None:
    """Return the last amendment of a mission, with the mission as it was before; None without.

    Args:
        mission: The mission.
        known: Its events in force, in order of their day.
        on: Day on which the mission is looked at.
    """
    amended = [each for each in known if each.draft.kind is MissionEventKind.AMENDED]
    if not amended:
        return None
    last = amended[-1]
    others = [each for each in known if each is not last]
    return MissionAmendment(last.draft, account(mission.sheet, others, on))
