"""Schedule workbooks: the terms of one dossier's advance, written as XLSX."""

from collections.abc import Generator
from pathlib import Path
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper, ScheduleRecord
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records, papers
from alize_desktop.services.advance_terms import advance_of, is_approval
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.programme import read_programme


class ScheduleService:
    """Reads what a schedule says, and writes it as a workbook."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record(self, dossier_id: UUID) -> ScheduleRecord:
        """Return everything the schedule workbook of a dossier says.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``NO_ADVANCE``; terms that make no
                schedule.
        """
        with self._registry.read() as session:
            row = read_dossier(session, dossier_id)
            programme = read_programme(session)
            last = decision_records.last_of_dossier(session, dossier_id)
        sheet = to_sheet(row)
        terms = advance_of(sheet, row["state"], last, programme)
        if terms is None:
            raise UserError(ErrorCode.NO_ADVANCE, number=sheet.number)
        return ScheduleRecord(
            programme=programme,
            number=sheet.number,
            sheet=sheet,
            decision=last.decision if last else None,
            schedule=schedule(terms),
            is_decided=is_approval(last),
            paid_on=terms.paid_on,
        )

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
