"""Who presides a dossier when the chair steps aside, in one sentence."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MemberOffice
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.people import full_name
from alize_desktop.wording.names import is_feminine

translate = QCoreApplication.translate


def presiding_text(state: CommitteeState) -> str:
    """Return who presides instead of a recused chair; empty when nobody handed on."""
    usual = _usual(state)
    if state.current is None or usual is None:
        return ""
    recused = {tile.member.id for tile in state.current.tiles if tile.is_recused}
    if usual.id not in recused:
        return ""
    if state.presiding is None or not is_presided(state):
        return translate(
            "presiding", "{chair} se déporte : personne ne préside ce dossier."
        ).format(chair=full_name(usual))
    title = translate("presiding", "président")
    if is_feminine(usual.sheet.civility):
        title = translate("presiding", "présidente")
    return translate(
        "presiding", "{chair}, {title}, se déporte : {instead} préside ce dossier."
    ).format(chair=full_name(usual), title=title, instead=full_name(state.presiding))


def is_presided(state: CommitteeState) -> bool:
    """Return whether somebody who takes part presides the dossier under way."""
    if state.current is None or state.presiding is None:
        return False
    recused = {tile.member.id for tile in state.current.tiles if tile.is_recused}
    return state.presiding.id not in recused


def _usual(state: CommitteeState) -> Member | None:
    """Return who presides the meeting: the member named for it, else the chair."""
    members = [each.member for each in state.attendance]
    named = state.row.draft.presiding_member_id
    if named is not None:
        return next((each for each in members if each.id == named), None)
    return next((each for each in members if each.sheet.office is MemberOffice.CHAIR), None)
