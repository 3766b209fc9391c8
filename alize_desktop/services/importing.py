"""A workbook brought in: previewed without a write, then written whole or not at all."""

from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import MemberOffice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.imports import ImportReport, WorkbookContent
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.clock import local_day
from alize_desktop.services.dossier_filing import Filing, file_dossiers
from alize_desktop.services.history_writing import Ended, PartnerFinder, write_history
from alize_desktop.services.import_checks import (
    checked,
    known_members,
    known_partners,
    name_of,
    refuse_filed_again,
    site_of,
)
from alize_desktop.services.people import (
    read_members,
    read_partners,
    write_member,
    write_partner,
)
from alize_desktop.services.programme import read_programme


class ImportService:
    """Previews a workbook, then writes what was accepted in one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def preview(self, path: Path) -> WorkbookContent:
        """Read a workbook and say what would be refused. Writes nothing; may be long.

        Members and partners who are in the registry already, unchanged, are left
        out in silence; those who changed are counted as updated. A dossier number
        that is taken refuses its row, and so does a row without number whose
        company filed the same project on the same day; a second chair too.

        Raises:
            UserError: The file cannot be read as a workbook of dossiers.
        """
        from alize_desktop.spreadsheets.reading import (  # noqa: PLC0415  # openpyxl on first use
            read_workbook,
        )

        with self._registry.read() as session:
            members, partners = read_members(session), read_partners(session)
            today = local_day(self._registry.clock(), read_programme(session))
        full = [each.sheet.full_name for each in members if each.alternate_of_id is None]
        names = [each.sheet.name for each in partners]
        content = read_workbook(path, full, names, today)
        with self._registry.read() as session:
            return checked(session, content)

    def accept(self, content: WorkbookContent) -> tuple[ImportReport, Changes]:
        """Write every accepted row, or none.

        Raises:
            UserError: ``DOSSIER_NUMBER_TAKEN`` when a number was taken since the
                preview, ``DOSSIER_ALREADY_FILED`` when the same was filed since;
                ``HISTORY_PARTNER_UNKNOWN`` or ``HISTORY_PARTNER_AMBIGUOUS`` for partners
                that changed their names since;
                ``CHAIR_TWICE``; ``MEMBER_IN_MEETING`` for a seat that changes while
                a meeting is open.
        """
        with self._registry.write() as session:
            refuse_filed_again(session, content)
            updated = self._write_people(session, content)
            written = self._write_dossiers(session, content)
            details: dict[str, object] = {
                "workbook": content.name,
                "sha256": content.sha256,
                "dossiers": len(content.dossiers),
                "members": len(content.members),
                "partners": len(content.partners),
                "history": len(content.history),
                "refused": [
                    {"sheet": each.sheet, "row": each.row, "column": each.column}
                    for each in content.refused
                ],
            }
            self._registry.journal(session, "workbook.imported", "registry", None, details)
        report = ImportReport(
            len(content.dossiers),
            len(content.members),
            len(content.partners),
            content.refused,
            *updated,
            history=len(content.history),
            past_advances=content.past_advances,
        )
        people = bool(content.members or content.partners)
        return report, Changes(dossiers=written, people=people, results=bool(content.history))

    def _write_dossiers(self, session: Session, content: WorkbookContent) -> frozenset[UUID]:
        """Write the dossiers, those with a number first, and what the past made of them."""
        ends = dict(content.history)
        rows = sorted(content.dossiers, key=lambda each: not each[1].number)
        filings = [Filing(sheet, ends[row].outcome if row in ends else None) for row, sheet in rows]
        written = file_dossiers(self._registry, session, filings, source=content.name)
        if ends:
            partners = PartnerFinder(session)
            ended = [
                Ended(dossier, sheet, end, partners.find(end.partner, sheet.basin))
                for dossier, (row, sheet) in zip(written, rows, strict=True)
                if (end := ends.get(row)) is not None
            ]
            write_history(self._registry, session, ended, source=content.name)
        return frozenset(written)

    def _write_people(self, session: Session, content: WorkbookContent) -> tuple[int, int]:
        """Write the people; return how many members and partners were known."""
        members, partners = known_members(session), known_partners(session)
        chairs = {
            name_of(each.sheet)
            for each in read_members(session)
            if each.sheet.office is MemberOffice.CHAIR
        }

        def order(row: tuple[int, MemberSheet]) -> int:
            """A chair who hands over comes first, alternates last."""
            hands_over = row[1].office is not MemberOffice.CHAIR and name_of(row[1]) in chairs
            return 0 if hands_over else 1 + bool(row[1].alternate_of)

        for _row, member in sorted(content.members, key=order):
            known_as = members.get(name_of(member))
            write_member(self._registry, session, known_as, member)
        for _row, partner in content.partners:
            write_partner(self._registry, session, partners.get(site_of(partner)), partner)
        return (
            sum(name_of(each) in members for _row, each in content.members),
            sum(site_of(each) in partners for _row, each in content.partners),
        )
