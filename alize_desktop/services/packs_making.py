"""Copies of a pack, made one after the other from documents that are made ready once."""

import hashlib
import tempfile
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.documents.packing.merging import put_end_to_end, write_pack
from alize_desktop.documents.packing.names import TypesetPack
from alize_desktop.documents.papers.pack import pack_pdf
from alize_desktop.files import fill_atomic
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.packs import PackPaper, PackRecord
from alize_desktop.models.records.papers import PackCopy
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.mails import file_name
from alize_desktop.services.packs_copies import write_copy
from alize_desktop.services.packs_joining import JoinedDocuments, writing
from alize_desktop.services.packs_reading import PackOffice, Shown, WantedCopy
from alize_desktop.services.plain import writable_text
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.packs import copy_file_name, copy_text

_AROUND: Final = 3
"""Steps of a copy beside its points: its first pages, its page numbers, its writing."""


class PackMaking:
    """One work: the documents first, then each copy.

    Args:
        registry: The registry.
        office: The meeting.
        wanted: Copies, in their order.
        shown: Ties that do not make a member step aside.
    """

    def __init__(
        self, registry: Registry, office: PackOffice, wanted: Sequence[WantedCopy], shown: Shown
    ) -> None:
        self._registry, self._office, self._wanted = registry, office, wanted
        self._withheld = [office.withheld(each.member_id, shown) for each in wanted]
        self._steps = len(office.record.points) + _AROUND

    def run(
        self, new_number: Callable[[], int]
    ) -> Generator[Progress, None, tuple[PackPaper, ...]]:
        """Make every copy, one part a step.

        Args:
            new_number: Gives the number of each copy when its turn comes.

        Raises:
            UserError: A file cannot be written: those written before stay.
        """
        read = self._dossiers_read()
        done = sum(len(self._office.documents[each]) for each in read)
        total = done + len(self._wanted) * self._steps
        made: list[PackPaper] = []
        with (
            writing(Path(tempfile.gettempdir())),
            tempfile.TemporaryDirectory(prefix="alize-", ignore_cleanup_errors=True) as folder,
        ):
            joined = JoinedDocuments(self._registry, Path(folder))
            yield from joined.join(self._office, read, total)
            for wanted, withheld in zip(self._wanted, self._withheld, strict=True):
                number = new_number()
                record = self._office.copy(
                    number, wanted.member_id, withheld, joined.attachments, joined.remarks
                )
                made.append((yield from self._copy(wanted, record, joined, done, total)))
                done += self._steps
        return tuple(made)

    def _dossiers_read(self) -> frozenset[UUID]:
        """Return the dossiers that one copy at least shows."""
        dossiers = frozenset(each.line.dossier for each in self._office.record.dossiers)
        return dossiers - frozenset.intersection(dossiers, *self._withheld)

    def _copy(
        self,
        wanted: WantedCopy,
        record: PackRecord,
        joined: JoinedDocuments,
        done: int,
        total: int,
    ) -> Generator[Progress, None, PackPaper]:
        """Typeset a copy, join its documents, write it, remember it."""
        name = copy_text(record.number)
        typeset = yield from _watched(record, done, total)
        path = _path(wanted, record)
        binder = joined.binder
        with writing(binder.folder):
            end_to_end = put_end_to_end(typeset, binder)
        fill = partial(write_pack, end_to_end=end_to_end, typeset=typeset, binder=binder)
        fill_atomic(path, fill)
        paper = self._remember(wanted, record, path)
        yield Progress(done + self._steps, total, name)
        return paper

    def _remember(self, wanted: WantedCopy, record: PackRecord, path: Path) -> PackPaper:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        paper = Paper(writable_text(str(path)), digest, path.stat().st_size)
        slips = [each.number for each in record.entries if each.point is None]
        withheld = {
            each.line.dossier for each in self._office.record.dossiers if each.line.number in slips
        }
        copy = PackCopy(
            id=self._registry.new_id(),
            meeting_id=record.meeting.row.id,
            number=record.number,
            paper_id=self._registry.new_id(),
            made_at=self._registry.clock(),
            journal_head=record.meeting.journal_head,
            member_id=wanted.member_id,
            withheld=tuple(sorted(withheld)),
        )
        with self._registry.write() as session:
            write_copy(self._registry, session, paper, copy, slips)
        return PackPaper(paper.path, paper.sha256, paper.size, copy, record.remarks)


def _watched(record: PackRecord, done: int, total: int) -> Generator[Progress, None, TypesetPack]:
    """Typeset a copy; its own steps are told as those of the whole work."""
    steps = pack_pdf(record)
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            typeset: TypesetPack = stop.value
            return typeset
        what = f"{copy_text(record.number)}{NO_BREAK}: {step.what}"
        yield Progress(done + step.done, total, what)


def _path(wanted: WantedCopy, record: PackRecord) -> Path:
    """Return where a copy goes: in a folder, its number and its reader name it."""
    if not wanted.is_folder:
        return wanted.path
    reader = record.reader.sheet.full_name if record.reader else ""
    name = copy_file_name(record.meeting.row.number, record.number, file_name(reader))
    return wanted.path / f"{name}.pdf"
