"""Decision packs: what a copy holds, for whom, and what could not be joined to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.papers import PackCopy, PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.state_aid import AidSheet, AidWeighing


class JoiningFlaw(StrEnum):
    """What was found in a document that goes into a pack."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NOT_A_PICTURE = "not_a_picture"
    UNKNOWN_KIND = "unknown_kind"
    LONG = "long"
    REPAIRED = "repaired"
    PROGRAM_REMOVED = "program_removed"
    FILE_REMOVED = "file_removed"
    TURNED = "turned"
    REDUCED = "reduced"
    MADE_OPAQUE = "made_opaque"
    FONTS_OUTSIDE = "fonts_outside"


LEFT_OUT: Final = frozenset(
    [
        JoiningFlaw.ENCRYPTED,
        JoiningFlaw.DAMAGED,
        JoiningFlaw.NOT_A_PICTURE,
        JoiningFlaw.UNKNOWN_KIND,
    ]
)
"""Flaws for which a document is not in the pack."""

_WIDEST: Final = 620.0
"""Widest page that is not turned, in points: a little more than a sheet."""


@dataclass(frozen=True, slots=True)
class JoiningRemark:
    """What must be said of a document of a dossier.

    Attributes:
        dossier: Number of the dossier.
        document: Name of the file.
        about: What the sentence needs: a number of pages or of megapixels, names of fonts.
    """

    dossier: str
    document: str
    flaw: JoiningFlaw
    about: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether the document is not in the pack."""
        return self.flaw in LEFT_OUT


@dataclass(frozen=True, slots=True)
class JoinedPage:
    """A page of a document, ready to stand in a pack.

    Attributes:
        place: Of the page among all those that are ready, from 0.
        box: Left, bottom, right, top of what it shows, in points.
    """

    place: int
    box: tuple[float, float, float, float]

    @property
    def is_turned(self) -> bool:
        """Whether it lies on its side, too wide to be read upright on a sheet."""
        left, bottom, right, top = self.box
        return right - left > max(_WIDEST, 1.05 * (top - bottom))


@dataclass(frozen=True, slots=True)
class PackAttachment:
    """A document of a dossier that stands in the pack.

    Attributes:
        name: Of its file.
        pages: At least one.
    """

    name: str
    pages: tuple[JoinedPage, ...]


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A point of the agenda as a copy shows it.

    Attributes:
        position: Its number of passage.
        number: Of the dossier; empty for a standing point.
        point: All that is known of it; None when the reader steps aside from it.
        aid: State aid of what is asked, as if granted on the day of the meeting, with what
            counts with it; None of a standing point and of a slip.
        aid_sheet: The same as a sheet of its own; None when nothing of it is aid.
    """

    position: int
    number: str
    point: PaperPoint | None
    aid: AidWeighing | None = None
    aid_sheet: AidSheet | None = None
    attachments: tuple[PackAttachment, ...] = ()

    @property
    def sheet(self) -> DossierSheet | None:
        """The dossier; None for a standing point and for a slip."""
        return self.point.sheet if self.point else None


@dataclass(frozen=True, slots=True)
class PackRecord:
    """Everything that one copy says: what its reader may not see is not in it.

    Attributes:
        meeting: Its points are those that the copy shows.
        number: Of the copy, from 1.
        reader: Whose copy it is; None for the operator's own.
        entries: The agenda, by number of passage.
        remarks: About the documents of the dossiers it shows.
    """

    meeting: MeetingPapersRecord
    identity: PaperIdentity
    number: int
    reader: Member | None
    entries: tuple[PackEntry, ...]
    remarks: tuple[JoiningRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPaper(Paper):
    """A copy that was written.

    Attributes:
        copy: Its number, its reader, what was withheld.
        remarks: What must be said of the documents joined to it, or left out.
    """

    copy: PackCopy
    remarks: tuple[JoiningRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy as the register of copies lists it.

    Attributes:
        reader: Name on it; empty for the operator's own.
        withheld: Numbers of the dossiers whose place is taken by a slip.
        path: Where it was written.
        warning: That its dossiers or its agenda changed since; empty when they did not.
    """

    copy: PackCopy
    reader: str
    withheld: tuple[str, ...]
    path: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Withholding:
    """A dossier that a member is not to read.

    Attributes:
        reason: What ties the member to it.
        is_declared: False for a tie that only the data show, to be confirmed.
    """

    member_id: UUID
    dossier_id: UUID
    number: str
    reason: str
    is_declared: bool
