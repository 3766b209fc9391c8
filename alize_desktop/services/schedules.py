"""Schedule workbooks: the advance of one dossier, or all of them, written as XLSX."""

from collections.abc import Generator
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import make_folder
from alize_desktop.models.enums import AdvanceState, PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper, ScheduleRecord
from alize_desktop.models.records.preparation import RefusedPaper, SchedulesFolder
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.advance_reading import read_advances
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme import read_programme
from alize_desktop.services.programme_reading import current_programme
from alize_desktop.services.schedule_records import read_schedule_record

_WITHOUT: Final = frozenset({AdvanceState.LAPSED, AdvanceState.GIVEN_UP})


class ScheduleService:
    """Reads what a schedule says, and writes it as a workbook."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record(self, dossier_id: UUID) -> ScheduleRecord:
        """Return everything the schedule workbook of a dossier says today.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``NO_ADVANCE``; terms that make no
                schedule.
        """
        on = local_day(self._registry.clock(), current_programme(self._registry))
        with self._registry.read() as session:
            return read_schedule_record(session, dossier_id, on)

    def export(self, dossier_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the schedule of a dossier to ``path``.

        Returns:
            The file and its hash. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: See ``record``; the file cannot be written.
        """
        from alize_desktop.spreadsheets.schedule_workbook import (  # noqa: PLC0415  # on first use
            schedule_workbook,
        )

        record = self.record(dossier_id)
        yield Progress(1, 2, "Échéancier calculé")
        content = schedule_workbook(record)
        yield Progress(2, 2, "Classeur préparé")
        return papers.keep(self._registry, PaperKind.SCHEDULE, path, content, dossier_id=dossier_id)

    def export_all(self, folder: Path) -> Generator[Progress, None, SchedulesFolder]:
        """Write the schedule of every advance that is or was to be paid, one workbook each.

        One that lapsed, or that was given up, repays nothing and has none.

        One that cannot be made is told with its reason; the others are made all the same.
        Each takes its name once it is whole: cancelled between two, those already made stay
        and are remembered, nothing else is left.

        Args:
            folder: Where; made when it is not there. An earlier workbook of the same
                advance is replaced.

        Yields:
            One step an advance.

        Raises:
            UserError: ``DISK_FULL``: nothing more can be written; ``FOLDER_NOT_WRITABLE``.
        """
        with self._registry.read() as session:
            on = local_day(self._registry.clock(), read_programme(session))
            granted = [
                (each.grant.dossier_id, each.grant.number)
                for each in read_advances(session, on)
                if each.position().state not in _WITHOUT
            ]
        make_folder(folder)
        made: list[Paper] = []
        refused: list[RefusedPaper] = []
        for done, (dossier_id, number) in enumerate(granted, start=1):
            name = f"echeancier-{number}.xlsx"
            steps = self.export(dossier_id, folder / name)
            try:
                made.append((yield from _told(steps, done - 1, len(granted), name)))
            except UserError as error:
                if error.code is ErrorCode.DISK_FULL:
                    raise
                refused.append(RefusedPaper(name, error))
            yield Progress(done, len(granted), name)
        return SchedulesFolder(folder, tuple(made), tuple(refused))


def _told(
    steps: Generator[Progress, None, Paper], done: int, total: int, name: str
) -> Generator[Progress, None, Paper]:
    """Make one workbook; its own steps are told as those of the whole."""
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            result: Paper = stop.value
            return result
        yield Progress(done, total, f"{name}\u00a0: {step.what}")
