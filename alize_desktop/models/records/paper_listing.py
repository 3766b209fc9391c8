"""The papers of a meeting or of a dossier as a screen lists them: made, to make, too old."""

from dataclasses import dataclass

from alize_desktop.models.records.papers import PaperRow


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper that was made, or that may be.

    Attributes:
        name: Where it stands in the folder of its meeting; its path for one made elsewhere.
        who: Name of the member it was made for; empty for everybody.
        paper: The last one that was made; None while it never was.
        is_there: Whether its file is where it was written.
        is_stale: Whether what it says changed since.
        is_planned: Whether it can be made under this name now.
    """

    name: str
    who: str = ""
    paper: PaperRow | None = None
    is_there: bool = False
    is_stale: bool = False
    is_planned: bool = False
