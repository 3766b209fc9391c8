"""What the papers of one mission say: read once, then typeset."""

from dataclasses import dataclass
from datetime import date

from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.missions import (
    LegalDoubt,
    MissionAccount,
    MissionEvent,
    MissionEventDraft,
    MissionRow,
)


@dataclass(frozen=True, slots=True)
class MissionAmendment:
    """An amendment that a paper tells.

    Attributes:
        draft: What changes; recorded, or about to be signed.
        before: The mission without it.
    """

    draft: MissionEventDraft
    before: MissionAccount


@dataclass(frozen=True, slots=True)
class MissionPaperRecord:
    """Everything that the papers of one mission say.

    Attributes:
        paper: Who writes, about which dossier; ``partner`` is the lender of the mission.
        events: Those that nothing took back, in order of their day.
        doubts: What the labour code asks and is unknown or not met; never printed.
        approved_on: Day of an approval that was taken over; None for one voted here.
        amendment: None for a paper about the mission as it stands.
    """

    paper: DossierPaperRecord
    mission: MissionRow
    events: tuple[MissionEvent, ...] = ()
    doubts: tuple[LegalDoubt, ...] = ()
    approved_on: date | None = None
    amendment: MissionAmendment | None = None
