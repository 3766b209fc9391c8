"""Decision packs: numbered copies, each with what its reader may see, and their register."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.packs import CopyRow, PackPaper, Withholding
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.packs_copies import is_stale_copy, read_copies, read_copy
from alize_desktop.services.packs_reading import Shown, WantedCopy, read_pack_office

_NOBODY: Final[Shown] = frozenset()


class PackService:
    """Makes the packs of a meeting. Making is a long work: run it in a task.

    A dossier that a member steps aside from, by a recusal declared or by a tie that the
    data show, is not in the member's copy, even when it is declared while copies are
    made. Cancelled or failed, a copy leaves no file and is not remembered.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def withholdings(self, meeting_id: UUID) -> tuple[Withholding, ...]:
        """Return who is not to read which dossier, and why, before any copy is made.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_pack_office(session, meeting_id).withholdings()

    def pack(
        self, meeting_id: UUID, member_id: UUID | None, path: Path, *, shown: Shown = _NOBODY
    ) -> Generator[Progress, None, PackPaper]:
        """Write one numbered copy.

        Args:
            meeting_id: The meeting.
            member_id: Whose copy it is; None for the operator's own, which holds everything.
            path: Where it goes; its folder must exist.
            shown: (member, dossier) whose tie was looked at and set aside.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``MEMBER_UNKNOWN``; ``REGISTRY_EXISTS``; the
                file cannot be written.
        """
        made = yield from self._make(meeting_id, [WantedCopy(member_id, path)], shown)
        return made[0]

    def packs(
        self,
        meeting_id: UUID,
        folder: Path,
        member_ids: Sequence[UUID | None],
        *,
        shown: Shown = _NOBODY,
    ) -> Generator[Progress, None, tuple[PackPaper, ...]]:
        """Write a numbered copy for each member; their documents are made ready once.

        Cancelled between two copies, those already written stay.

        Args:
            meeting_id: The meeting.
            folder: A folder that exists; each file is named after its copy and its reader.
            member_ids: Whose copies, in their order; None for the operator's own.
            shown: (member, dossier) whose tie was looked at and set aside.

        Raises:
            UserError: As ``pack``.
        """
        wanted = [WantedCopy(each, folder, is_folder=True) for each in member_ids]
        return (yield from self._make(meeting_id, wanted, shown))

    def copies(self, meeting_id: UUID) -> tuple[CopyRow, ...]:
        """Return the copies of a meeting, by number: who received which."""
        with self._registry.read() as session:
            return read_copies(session, meeting_id)

    def is_stale(self, copy_id: UUID) -> bool:
        """Return whether what a copy says changed since it was made, or whom it is for.

        Raises:
            UserError: ``PAPER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            copy = read_copy(session, copy_id)
            if copy is None:
                raise UserError(ErrorCode.PAPER_NOT_FOUND)
            return is_stale_copy(session, copy)

    def _make(
        self, meeting_id: UUID, wanted: Sequence[WantedCopy], shown: Shown
    ) -> Generator[Progress, None, tuple[PackPaper, ...]]:
        from alize_desktop.services.packs_making import (  # noqa: PLC0415  # reportlab on first use
            PackMaking,
        )

        with self._registry.read() as session:
            office = read_pack_office(session, meeting_id)
        for each in wanted:
            office.reader(each.member_id)
            papers.check_target(self._registry, each.path)
        making = PackMaking(self._registry, office, wanted, shown)
        return (yield from making.run())
