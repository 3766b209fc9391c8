"""What can be done with a mission as it stands, and what is usually done next."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import MissionAccount, MissionDetail
from alize_desktop.rules.mission_steps import possible
from alize_desktop.rules.missions import ENDED

translate = QCoreApplication.translate
Kind = MissionEventKind


class MissionAction(StrEnum):
    """A button of a mission."""

    SIGN = "sign"
    DAYS = "days"
    CONFIRM = "confirm"
    NOTE = "note"
    EVALUATE = "evaluate"
    AMEND = "amend"
    EDIT = "edit"
    CLOSE = "close"
    GIVE_UP = "give_up"


EVENTS: Final[Mapping[MissionAction, MissionEventKind]] = {
    MissionAction.SIGN: Kind.AGREEMENT_SIGNED,
    MissionAction.DAYS: Kind.DAYS_DONE,
    MissionAction.NOTE: Kind.NOTE,
    MissionAction.AMEND: Kind.AMENDED,
    MissionAction.CLOSE: Kind.CLOSED,
    MissionAction.GIVE_UP: Kind.GIVEN_UP,
}
"""Actions that record one event, asked in the same manner."""

KEYS: Final[Mapping[MissionAction, str]] = {
    MissionAction.SIGN: "Ctrl+G",
    MissionAction.DAYS: "Ctrl+D",
    MissionAction.CONFIRM: "Ctrl+R",
    MissionAction.NOTE: "Ctrl+T",
    MissionAction.EVALUATE: "Ctrl+U",
    MissionAction.EDIT: "Ctrl+E",
}


def action_text(action: MissionAction) -> str:
    """Return the label of the button of an action."""
    return {
        MissionAction.SIGN: translate("missions", "Convention signée…"),
        MissionAction.DAYS: translate("missions", "Jours faits…"),
        MissionAction.CONFIRM: translate("missions", "Confirmer…"),
        MissionAction.NOTE: translate("missions", "Note du mois…"),
        MissionAction.EVALUATE: translate("missions", "Évaluer…"),
        MissionAction.AMEND: translate("missions", "Avenant signé…"),
        MissionAction.EDIT: translate("missions", "Modifier…"),
        MissionAction.CLOSE: translate("missions", "Clore…"),
        MissionAction.GIVE_UP: translate("missions", "Abandonner…"),
    }[action]


def offered(detail: MissionDetail) -> frozenset[MissionAction]:
    """Return what can be done; nothing with a mission taken over from the past."""
    row = detail.row
    if row.is_history:
        return frozenset()
    stands, steps = row.account, possible(row.account)
    found = {action for action, kind in EVENTS.items() if kind in steps}
    if Kind.EVALUATED_BY_COMPANY in steps:
        found.add(MissionAction.EVALUATE)
    if Kind.CONFIRMED_BY_COMPANY in steps and _left(stands):
        found.add(MissionAction.CONFIRM)
    if stands.state not in ENDED:
        found.add(MissionAction.EDIT)
    return frozenset(found)


def next_action(detail: MissionDetail) -> MissionAction | None:
    """Return what is usually done next; None when nothing is expected any more."""
    stands = detail.row.account
    is_done = stands.done >= stands.planned or stands.state is MissionState.OVERDUE
    following: MissionAction | None = MissionAction.DAYS
    if stands.state is MissionState.PLANNED:
        following = MissionAction.SIGN
    elif stands.state in ENDED:
        is_rated = stands.company_rating is not None and stands.partner_rating is not None
        following = None if is_rated else MissionAction.EVALUATE
    elif is_done and stands.done:
        following = MissionAction.CONFIRM if _left(stands) else MissionAction.CLOSE
    return following if following in offered(detail) else None


def _left(stands: MissionAccount) -> bool:
    """Return whether days done wait for a side."""
    return stands.done > stands.confirmed
