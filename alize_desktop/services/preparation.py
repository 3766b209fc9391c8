"""« Tout préparer »: every paper of a meeting in one folder, a manifest, one ZIP.

A paper that cannot be made is told with its reason; the others are made all the same.
Cancelled between two papers, those already made stay, without a manifest. Made again, the
folder holds what the meeting has now: what it no longer has is taken away.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import fill_atomic, make_folder, put_back_on_failure
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.preparation import PreparedFolder, RefusedPaper
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.plain import writable_text
from alize_desktop.services.preparation_plan import PlannedPaper, PreparationPlan

MANIFEST: Final = "manifeste.sha256"
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


class PreparationService:
    """Makes the whole folder of a meeting."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._plan = PreparationPlan(registry)

    def folder_name(self, meeting_id: UUID) -> str:
        """Return the name of the folder: « 2026-03-24_comité ».

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        return self._plan.folder_name(meeting_id)

    def prepare(
        self, meeting_id: UUID, folder: Path, *, with_copies: bool = True
    ) -> Generator[Progress, None, PreparedFolder]:
        """Make every paper that the state of a meeting allows.

        Args:
            meeting_id: Any meeting.
            folder: Where the folder of the meeting is made; it must exist.
            with_copies: Whether each member gets a numbered copy of the pack.

        Yields:
            One step a paper.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``DISK_FULL``: nothing more can be written;
                ``FOLDER_NOT_WRITABLE``.
        """
        target = folder / self._plan.folder_name(meeting_id)
        planned = self._plan.planned(meeting_id, with_copies=with_copies)
        earlier = _take_away_seals(target)
        made: list[Paper] = []
        refused: list[RefusedPaper] = []
        for done, each in enumerate(planned, start=1):
            try:
                make_folder((target / each.name).parent)
                made += yield from _watched(each, target, done, len(planned))
            except UserError as error:
                if error.code is ErrorCode.DISK_FULL:
                    raise
                refused.append(RefusedPaper(each.name, error))
            yield Progress(done, len(planned), each.name)
        _take_away(target, earlier, {_inside(each, target) for each in made})
        manifest = self._write_manifest(meeting_id, target, made)
        archive = self._write_archive(meeting_id, target, [*made, manifest])
        return PreparedFolder(target, tuple(made), tuple(refused), manifest, archive)

    def _write_manifest(self, meeting_id: UUID, target: Path, made: Sequence[Paper]) -> Paper:
        make_folder(target)
        lines = [f"{each.sha256}  {_inside(each, target)}\n" for each in made]
        content = "".join(lines).encode()
        kind = PaperKind.MANIFEST
        path = target / MANIFEST
        return papers.keep(self._registry, kind, path, content, meeting_id=meeting_id)

    def _write_archive(self, meeting_id: UUID, target: Path, inside: Sequence[Paper]) -> Paper:
        path = _archive_of(target)
        papers.check_target(self._registry, path)
        with put_back_on_failure(path):
            fill_atomic(path, partial(_zip, target=target, inside=inside))
            with path.open("rb") as written:
                digest = hashlib.file_digest(written, "sha256").hexdigest()
            archive = Paper(writable_text(str(path)), digest, path.stat().st_size)
            papers.remember(self._registry, PaperKind.ARCHIVE, archive, meeting_id=meeting_id)
        return archive


def _watched(
    planned: PlannedPaper, target: Path, done: int, total: int
) -> Generator[Progress, None, tuple[Paper, ...]]:
    """Make one paper; its own steps are told as those of the whole."""
    steps = planned.make(target / planned.name)
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            result: tuple[Paper, ...] = stop.value
            return result
        yield Progress(done - 1, total, f"{planned.name} : {step.what}")


def _inside(paper: Paper, target: Path) -> str:
    """Return the name of a paper in the folder, which may itself have no name in text."""
    return Path(paper.path).relative_to(writable_text(str(target))).as_posix()


def _take_away_seals(target: Path) -> dict[str, str]:
    """Remove the manifest and the archive of an earlier run; return what they vouched for.

    They must never stand beside papers that they do not tell.
    """
    manifest = target / MANIFEST
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
        manifest.unlink(missing_ok=True)
        _archive_of(target).unlink(missing_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(target)) from error
    parted = [each.split("  ", 1) for each in lines]
    return {each[1]: each[0] for each in parted if len(each) == 2}


def _take_away(target: Path, earlier: dict[str, str], made: set[str]) -> None:
    """Remove the papers of an earlier run that this one no longer has, unless changed since."""
    for name, digest in earlier.items():
        path = target / name
        is_inside = path.resolve().is_relative_to(target.resolve())
        is_left = name not in made and is_inside and path.is_file()
        if is_left and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            path.unlink()


def _archive_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.zip")


def _zip(file: BinaryIO, target: Path, inside: Sequence[Paper]) -> None:
    """Write the same bytes for the same files, whatever the hour and the machine."""
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(_inside(each, target) for each in inside):
            entry = zipfile.ZipInfo(f"{target.name}/{name}", _NO_DATE)
            entry.create_system = 0
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            with (target / name).open("rb") as source, archive.open(entry, "w") as kept:
                shutil.copyfileobj(source, kept)
