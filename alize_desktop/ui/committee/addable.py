"""Which points may be added while the meeting is held."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import DossierState, ItemKind
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.meetings import AgendaProposal, ItemDraft
from alize_desktop.ui.committee.services import CommitteeServices

translate = QCoreApplication.translate


def addable(services: CommitteeServices, meeting_id: UUID) -> tuple[AgendaProposal, ...]:
    """Return what the program proposes, then the complete dossiers of no meeting.

    Args:
        services: Agenda and list of dossiers.
        meeting_id: The meeting held.
    """
    proposed = services.agenda.proposals(meeting_id)
    known = {each.draft.dossier_id for each in proposed}
    complete = services.finder.search(DossierQuery(states=frozenset({DossierState.COMPLETE})))
    reason = translate("addable", "Dossier complet, à l’ordre du jour d’aucune séance.")
    urgent = tuple(
        AgendaProposal(
            ItemDraft(ItemKind.DOSSIER, dossier_id=each.id),
            f"{each.number} {each.company}",
            reason,
        )
        for each in complete.rows
        if not each.meeting_number and each.id not in known
    )
    return proposed + urgent
