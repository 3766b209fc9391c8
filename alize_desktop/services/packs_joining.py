"""The documents of dossiers, read one by one and made ready on a disk."""

import contextlib
import errno
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.documents.packing.binder import Binder
from alize_desktop.documents.packing.found import CannotJoinError
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.packs import JoiningRemark, PackAttachment
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.packs_reading import PackOffice
from alize_desktop.services.supporting_documents import content_of
from alize_desktop.wording.amounts import NO_BREAK

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class JoinedDocuments:
    """The documents of the dossiers of a meeting, ready for every copy.

    Attributes:
        binder: Their pages.
        attachments: Those of each dossier.
        remarks: What must be said of those of each dossier.
    """

    def __init__(self, registry: Registry, folder: Path) -> None:
        self._registry, self._folder = registry, folder
        self.binder = Binder(folder)
        self.attachments: dict[UUID, tuple[PackAttachment, ...]] = {}
        self.remarks: dict[UUID, tuple[JoiningRemark, ...]] = {}

    def join(
        self, office: PackOffice, dossiers: frozenset[UUID], total: int
    ) -> Generator[Progress, None, None]:
        """Make the documents of some dossiers ready, one a step.

        Args:
            office: The meeting.
            dossiers: Those that one copy at least shows.
            total: Steps in all.

        Raises:
            UserError: ``DISK_FULL``; ``FOLDER_NOT_WRITABLE``.
        """
        done = 0
        for point in office.record.dossiers:
            dossier, number = point.line.dossier, point.line.number
            if dossier not in dossiers:
                continue
            for row in office.documents[dossier]:
                with writing(self._folder):
                    self._add(dossier, number, row.id)
                done += 1
                yield Progress(done, total, f"Dossier {number}{NO_BREAK}: {row.name}")

    def _add(self, dossier: UUID, number: str, document_id: UUID) -> None:
        with self._registry.read() as session:
            row, content = content_of(session, document_id)
        try:
            readied, pages = self.binder.add(content)
        except CannotJoinError as error:
            self._say(dossier, JoiningRemark(number, row.name, error.flaw))
            return
        for each in readied.findings:
            self._say(dossier, JoiningRemark(number, row.name, each.flaw, each.about))
        before = self.attachments.get(dossier, ())
        self.attachments[dossier] = (*before, PackAttachment(row.name, pages))

    def _say(self, dossier: UUID, remark: JoiningRemark) -> None:
        self.remarks[dossier] = (*self.remarks.get(dossier, ()), remark)


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Tell in words what the system refuses while files are written in a folder.

    Raises:
        UserError: ``DISK_FULL``; ``FOLDER_NOT_WRITABLE``.
    """
    try:
        yield
    except OSError as error:
        code = ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE
        raise UserError(code, path=str(folder)) from error
