"""Which copies of the decision pack are right, and the work that makes and prints them."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from alize_desktop.files import make_folder
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.packs import CopyRow, Withholding
from alize_desktop.services.bundle import Services

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class PackReader:
    """Somebody who receives the pack of a meeting.

    Attributes:
        member_id: None for the operator's own copy.
        name: As it is listed.
        withheld: Dossiers that are not to be read by them, whose place a slip takes.
        numbers: Their numbers.
        copy: The last copy that was made for them; None without any.
    """

    member_id: UUID | None
    name: str
    withheld: frozenset[UUID] = frozenset()
    numbers: tuple[str, ...] = ()
    copy: CopyRow | None = None

    @property
    def is_there(self) -> bool:
        """Whether the file of the copy is where it was written."""
        return self.copy is not None and Path(self.copy.path).is_file()

    @property
    def is_right(self) -> bool:
        """Whether the copy may be handed out: there, up to date, nothing in it to be withheld."""
        if self.copy is None or not self.is_there or self.copy.warning:
            return False
        return self.withheld <= frozenset(self.copy.copy.withheld)


def readers_of(services: Services, meeting_id: UUID, own: str) -> tuple[PackReader, ...]:
    """Return who receives the pack, the operator's own copy first.

    Args:
        services: Of the registry.
        meeting_id: The meeting.
        own: What the operator's copy is called.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    members = services.meetings.detail(meeting_id).members
    last: dict[UUID | None, CopyRow] = {}
    for each in services.packs.copies(meeting_id):
        last[each.copy.member_id] = each
    withheld: dict[UUID, list[Withholding]] = {}
    for tie in services.packs.withholdings(meeting_id):
        withheld.setdefault(tie.member_id, []).append(tie)
    readers = [PackReader(None, own, copy=last.get(None))]
    for member in members:
        if member.has_seat:
            ties = withheld.get(member.id, [])
            readers.append(
                PackReader(
                    member.id,
                    f"{member.seat}. {member.sheet.full_name}",
                    frozenset(each.dossier_id for each in ties),
                    tuple(each.number for each in ties),
                    last.get(member.id),
                )
            )
    return tuple(readers)


def making(
    services: Services, meeting_id: UUID, folder: Path, readers: Sequence[PackReader]
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Make the copies of some readers that are not right; return a path for each reader.

    Raises:
        UserError: As ``PackService.packs``; ``FOLDER_NOT_WRITABLE``.
    """
    late = [each.member_id for each in readers if not each.is_right]
    paths = {each.member_id: Path(each.copy.path) for each in readers if each.copy}
    if late:
        make_folder(folder)
        for paper in (yield from services.packs.packs(meeting_id, folder, late)):
            paths[paper.copy.member_id] = Path(paper.path)
    return tuple(paths[each.member_id] for each in readers)


def making_and_printing(
    services: Services,
    meeting_id: UUID,
    folder: Path,
    readers: Sequence[PackReader],
    printer: "QPrinter",
) -> Generator[Progress, None, int]:
    """Make the copies that are not right, then print them all, a job each.

    Returns:
        How many copies went to the printer.

    Raises:
        UserError: As ``making`` and ``printing``.
    """
    from alize_desktop.ui.papers.printing import printing  # noqa: PLC0415  # QtPdf on demand

    paths = yield from making(services, meeting_id, folder, readers)
    yield from printing(printer, paths)
    return len(paths)
