"""A workbook brought in: previewed without a write, then written whole or not at all."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.imports import ImportReport, RefusedRow, WorkbookContent
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules.text import search_key
from alize_desktop.services.dossiers import file_dossier
from alize_desktop.services.people import (
    read_members,
    read_partners,
    write_member,
    write_partner,
)
from alize_desktop.wording.errors import message_of


class ImportService:
    """Previews a workbook, then writes what was accepted in one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def preview(self, path: Path) -> WorkbookContent:
        """Read a workbook and say what would be refused. Writes nothing; may be long.

        Members and partners who are in the registry already, unchanged, are left
        out in silence; a dossier number that is taken refuses its row.

        Raises:
            UserError: The file cannot be read as a workbook of dossiers.
        """
        from alize_desktop.spreadsheets.reading import (  # noqa: PLC0415  # openpyxl on first use
            read_workbook,
        )

        with self._registry.read() as session:
            members = read_members(session)
        full = [each.sheet.full_name for each in members if each.alternate_of_id is None]
        content = read_workbook(path, full)
        with self._registry.read() as session:
            return _without_taken(session, _without_known(session, content))

    def accept(self, content: WorkbookContent) -> tuple[ImportReport, Changes]:
        """Write every accepted row, or none.

        Raises:
            UserError: ``DOSSIER_NUMBER_TAKEN`` when a number was taken since the
                preview.
        """
        with self._registry.write() as session:
            self._write_people(session, content)
            numbered_first = sorted(content.dossiers, key=lambda each: not each[1].number)
            written = frozenset(
                file_dossier(self._registry, session, sheet, source=content.name)
                for _row, sheet in numbered_first
            )
            details: dict[str, object] = {
                "workbook": content.name,
                "sha256": content.sha256,
                "dossiers": len(content.dossiers),
                "members": len(content.members),
                "partners": len(content.partners),
                "refused": [
                    {"sheet": each.sheet, "row": each.row, "column": each.column}
                    for each in content.refused
                ],
            }
            self._registry.journal(session, "workbook.imported", "registry", None, details)
        report = ImportReport(
            len(content.dossiers), len(content.members), len(content.partners), content.refused
        )
        people = bool(content.members or content.partners)
        return report, Changes(dossiers=written, people=people)

    def _write_people(self, session: Session, content: WorkbookContent) -> None:
        members = {search_key(each.sheet.full_name): each.id for each in read_members(session)}
        alternates_last = sorted(content.members, key=lambda each: bool(each[1].alternate_of))
        for _row, member in alternates_last:
            known_as = members.get(search_key(member.full_name))
            write_member(self._registry, session, known_as, member)
        partners = {_site(each.sheet): each.id for each in read_partners(session)}
        for _row, partner in content.partners:
            write_partner(self._registry, session, partners.get(_site(partner)), partner)


def _site(partner: PartnerSheet) -> tuple[str, str, str]:
    """Return what tells a partner from another: a company may have several sites."""
    return partner.siren, search_key(partner.name), search_key(partner.basin)


def _without_known(session: Session, content: WorkbookContent) -> WorkbookContent:
    members = {each.sheet for each in read_members(session)}
    partners = {each.sheet for each in read_partners(session)}
    return replace(
        content,
        members=tuple(each for each in content.members if each[1] not in members),
        partners=tuple(each for each in content.partners if each[1] not in partners),
    )


def _without_taken(session: Session, content: WorkbookContent) -> WorkbookContent:
    taken = set(session.scalars(select(StoredDossier.number)))
    refused = tuple(
        RefusedRow(
            sheet="Dossiers",
            row=row,
            column="N° dossier",
            reason=message_of(UserError(ErrorCode.DOSSIER_NUMBER_TAKEN, number=sheet.number)),
        )
        for row, sheet in content.dossiers
        if sheet.number in taken
    )
    if not refused:
        return content
    return replace(
        content,
        dossiers=tuple(each for each in content.dossiers if each[1].number not in taken),
        refused=tuple(
            sorted((*content.refused, *refused), key=lambda each: (each.sheet, each.row))
        ),
    )
