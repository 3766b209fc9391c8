"""What the letter about promised jobs says: read once, then typeset."""

from dataclasses import dataclass

from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.jobs import JobsDetail


@dataclass(frozen=True, slots=True)
class JobsPaperRecord:
    """Everything that the letter about promised jobs says.

    Attributes:
        paper: Who writes, to whom; ``taken`` is the approval that holds, None for a dossier
            taken over from the past.
        detail: The jobs on the day of the letter.
    """

    paper: DossierPaperRecord
    detail: JobsDetail
