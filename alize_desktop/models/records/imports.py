"""What reading a workbook gives, before anything is written."""

from dataclasses import dataclass, field

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.people import MemberSheet, PartnerSheet


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken.

    Attributes:
        sheet: Name of the sheet.
        row: Number of the row as the workbook shows it, from 1.
        column: Header of the column at fault; empty when the whole row is.
        reason: One French sentence.
    """

    sheet: str
    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What a workbook holds.

    Attributes:
        name: File name, without its folder.
        sha256: Hexadecimal digest of the file that was read.
        dossiers: (row number, sheet) of each valid row.
        members: The same for the sheet Membres.
        partners: The same for the sheet Partenaires.
        refused: Rows refused, by sheet then by row.
        unknown_columns: Headers kept aside: (sheet, header).
        missing_sheets: Sheets that are not there, among Membres and Partenaires.
        members_updated: How many of ``members`` the registry knows under another
            form; 0 until the registry was asked.
        partners_updated: The same for ``partners``.
        history: (row number, end) of each valid dossier decided in the past.
    """

    name: str
    sha256: str
    dossiers: tuple[tuple[int, DossierSheet], ...]
    members: tuple[tuple[int, MemberSheet], ...] = ()
    partners: tuple[tuple[int, PartnerSheet], ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    unknown_columns: tuple[tuple[str, str], ...] = ()
    missing_sheets: tuple[str, ...] = field(default_factory=tuple)
    members_updated: int = 0
    partners_updated: int = 0
    history: tuple[tuple[int, HistorySheet], ...] = ()

    @property
    def past_advances(self) -> int:
        """How many dossiers decided in the past were granted an advance."""
        return sum(bool(end.amount) for _row, end in self.history)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was written.

    Attributes:
        dossiers: Dossiers written.
        members: Members written, added or brought up to date.
        partners: Partner companies written, likewise.
        refused: Rows left out.
        members_updated: How many of ``members`` were in the registry.
        partners_updated: How many of ``partners`` were.
        history: How many of ``dossiers`` came with their decision.
        past_advances: How many of these were granted an advance.
    """

    dossiers: int
    members: int
    partners: int
    refused: tuple[RefusedRow, ...]
    members_updated: int = 0
    partners_updated: int = 0
    history: int = 0
    past_advances: int = 0
