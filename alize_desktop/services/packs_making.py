"""Copies of a pack, made one after the other from documents that are made ready once."""

import hashlib
import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.documents.packing.merging import made_whole
from alize_desktop.documents.packing.names import TypesetPack
from alize_desktop.documents.papers.pack import pack_pdf
from alize_desktop.files import fill_atomic
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.packs import PackPaper, PackRecord
from alize_desktop.models.records.papers import PackCopy
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.mails import file_name
from alize_desktop.services.packs_copies import next_number, write_copy
from alize_desktop.services.packs_joining import JoinedDocuments, writing
from alize_desktop.services.packs_reading import PackOffice, Shown, WantedCopy, read_pack_office
from alize_desktop.services.plain import writable_text
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.packs import copy_file_name, copy_text

_AROUND: Final = 3
"""Steps of a copy beside its points: its first pages, its page numbers, its writing."""


class PackMaking:
    """One work: the documents first, then each copy.

    Others go on working in the registry meanwhile. When a copy was overtaken, its number
    given to another or a dossier to be withheld since, it is made again before it is written.

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
        self._shown = shown
        self._steps = len(office.record.points) + _AROUND

    def run(self) -> Generator[Progress, None, tuple[PackPaper, ...]]:
        """Make every copy, one part a step.

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
            for wanted in self._wanted:
                paper = None
                while paper is None:
                    paper = yield from self._copy(wanted, joined, done, total)
                made.append(paper)
                done += self._steps
                yield Progress(done, total, copy_text(paper.copy.number))
        return tuple(made)

    def _dossiers_read(self) -> frozenset[UUID]:
        """Return the dossiers that one copy at least shows."""
        dossiers = frozenset(each.line.dossier for each in self._office.record.dossiers)
        withheld = (self._office.withheld(each.member_id, self._shown) for each in self._wanted)
        return dossiers - frozenset.intersection(dossiers, *withheld)

    def _copy(
        self, wanted: WantedCopy, joined: JoinedDocuments, done: int, total: int
    ) -> Generator[Progress, None, PackPaper | None]:
        """Typeset a copy, join its documents, write it; return None when it was overtaken."""
        with self._registry.read() as session:
            number, withheld = self._standing(session, wanted)
        record = self._office.copy(
            number, wanted.member_id, withheld, joined.attachments, joined.remarks
        )
        typeset = yield from _watched(record, done, total)
        with writing(joined.binder.folder):
            whole = made_whole(typeset, joined.binder)
        return self._keep(wanted, record, withheld, whole)

    def _standing(self, session: Session, wanted: WantedCopy) -> tuple[int, frozenset[UUID]]:
        """Return the number of a copy and what is withheld in it, as things stand now.

        What was withheld when the work began stays so: its dossier may have left the agenda.
        """
        meeting = self._office.record.row.id
        dossiers = frozenset(each.line.dossier for each in self._office.record.dossiers)
        now = read_pack_office(session, meeting).withheld(wanted.member_id, self._shown)
        before = self._office.withheld(wanted.member_id, self._shown)
        return next_number(session, meeting), before | (now & dossiers)

    def _keep(
        self, wanted: WantedCopy, record: PackRecord, withheld: frozenset[UUID], whole: Path
    ) -> PackPaper | None:
        """Write a copy and remember it, together or not at all; None when it was overtaken."""
        path = _path(wanted, record)
        with whole.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        paper = Paper(writable_text(str(path)), digest, whole.stat().st_size)
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
        slips = [each.number for each in record.entries if each.point is None]
        with ExitStack() as undo:
            with self._registry.write() as session:
                number, to_withhold = self._standing(session, wanted)
                if number != record.number or not to_withhold <= withheld:
                    return None
                write_copy(self._registry, session, paper, copy, slips)
                with whole.open("rb") as file:
                    fill_atomic(path, partial(shutil.copyfileobj, file))
                undo.callback(path.unlink, missing_ok=True)
            undo.pop_all()
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
