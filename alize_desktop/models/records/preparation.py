"""Papers made many at once, and what could not be."""

from dataclasses import dataclass
from pathlib import Path

from alize_desktop.errors import UserError
from alize_desktop.models.records.minutes import Paper


@dataclass(frozen=True, slots=True)
class RefusedPaper:
    """A paper that was not made; the others were.

    Attributes:
        name: Where it would have stood in the folder.
        error: Why not.
    """

    name: str
    error: UserError


@dataclass(frozen=True, slots=True)
class PreparedFolder:
    """What « Tout préparer » left.

    Attributes:
        folder: Named after the day of the meeting.
        papers: Those that were made, in their order.
        refused: Those that were not.
        manifest: Lines « SHA-256, two spaces, name », as sha256sum reads them.
        archive: One ZIP of the whole folder.
    """

    folder: Path
    papers: tuple[Paper, ...]
    refused: tuple[RefusedPaper, ...]
    manifest: Paper
    archive: Paper


@dataclass(frozen=True, slots=True)
class SchedulesFolder:
    """What the export of every schedule left.

    Attributes:
        papers: Workbooks that were made, by number of dossier.
        refused: Those that were not.
    """

    folder: Path
    papers: tuple[Paper, ...]
    refused: tuple[RefusedPaper, ...]
