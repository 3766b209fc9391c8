"""A workbook brought in again: nothing is doubled in silence."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MemberOffice

HEADERS = ["Civilité", "Prénom", "Nom", "Organisme", "Collège", "Fonction"]


@pytest.fixture
def nameless(workbook, tmp_path):
    """The office's workbook without any number."""
    book = load_workbook(workbook)
    sheet = book["Dossiers"]
    column = next(cell.column for cell in sheet[1] if cell.value == "N° dossier")
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = None
    book.save(tmp_path / "sans-numero.xlsx")
    return tmp_path / "sans-numero.xlsx"


def members_of(tmp_path, workbook, *rows):
    """Return a workbook of members alone."""
    book = load_workbook(workbook)
    del book["Membres"], book["Partenaires"]
    book["Dossiers"].delete_rows(2, 100)
    sheet = book.create_sheet("Membres")
    sheet.append(HEADERS)
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "membres.xlsx")
    return tmp_path / "membres.xlsx"


class TestRowsWithoutNumber:
    def test_they_are_taken_once(self, empty, nameless):
        importing = empty.services.importing
        first = importing.preview(nameless)
        assert (len(first.dossiers), first.refused) == (24, ())
        importing.accept(first)
        second = importing.preview(nameless)
        assert (len(second.dossiers), len(second.refused)) == (0, 24)
        refused = second.refused[0]
        assert (refused.sheet, refused.row, refused.column) == ("Dossiers", 2, "")
        filed = empty.detail("2026-001").sheet.filed_on
        assert refused.reason.startswith(
            f"Cette entreprise a déjà déposé ce projet le {filed:%d/%m/%Y}\u00a0: "
            "c’est le dossier 2026-001."
        )

    def test_a_preview_that_is_too_old_writes_nothing(self, empty, nameless, refused):
        importing = empty.services.importing
        content = importing.preview(nameless)
        importing.accept(content)
        with refused(ErrorCode.DOSSIER_ALREADY_FILED, empty, number="2026-001"):
            importing.accept(content)

    def test_another_project_or_another_day_is_another_dossier(self, empty, nameless):
        importing = empty.services.importing
        content = importing.preview(nameless)
        importing.accept(content)
        (row, sheet), (next_row, other), *_ = content.dossiers
        changed = (
            (row, replace(sheet, project=replace(sheet.project, aim="Tout autre chose"))),
            (next_row, replace(other, filed_on=other.filed_on.replace(day=1))),
        )
        report, _ = importing.accept(replace(content, dossiers=changed, members=(), partners=()))
        assert report.dossiers == 2

    def test_with_a_number_of_its_own_it_is_another_dossier(self, empty, nameless):
        importing = empty.services.importing
        content = importing.preview(nameless)
        importing.accept(content)
        (row, sheet), *_ = content.dossiers
        again = replace(content, dossiers=((row, replace(sheet, number="B-1")),))
        importing.accept(replace(again, members=(), partners=()))
        assert empty.detail("B-1").sheet.company == sheet.company


class TestPeople:
    def test_new_and_known_ones_are_told_apart(self, office, workbook, tmp_path):
        known = office.member(2).sheet
        path = members_of(
            tmp_path,
            workbook,
            ["M.", known.first_name, known.last_name, "Nouvelle Banque", None, None],
            ["Mme", "Ève", "Nouvelle", "Mairie", None, None],
        )
        importing = office.services.importing
        content = importing.preview(path)
        assert (len(content.members), content.members_updated) == (2, 1)
        report, _ = importing.accept(content)
        assert (report.members, report.members_updated) == (2, 1)
        assert (report.partners, report.partners_updated) == (0, 0)

    def test_a_first_import_updates_nobody(self, empty, workbook):
        importing = empty.services.importing
        content = importing.preview(workbook)
        assert (content.members_updated, content.partners_updated) == (0, 0)
        report, _ = importing.accept(content)
        assert (report.members_updated, report.partners_updated) == (0, 0)


class TestTheChair:
    def test_a_second_one_is_a_refused_row(self, empty, workbook, tmp_path):
        path = members_of(
            tmp_path,
            workbook,
            ["Mme", "Ève", "Un", "Mairie", None, "Présidente"],
            ["M.", "Paul", "Deux", "Banque", None, "Président"],
        )
        content = empty.services.importing.preview(path)
        assert [each.full_name for _row, each in content.members] == ["Ève Un"]
        (refused,) = content.refused
        assert (refused.sheet, refused.row, refused.column) == ("Membres", 3, "Fonction")
        assert "Ève Un" in refused.reason

    def test_a_workbook_hands_it_over(self, empty, workbook, tmp_path):
        importing = empty.services.importing
        first = [
            ["Mme", "Ève", "Un", "Mairie", None, "Présidente"],
            ["M.", "Paul", "Deux", "Banque", None, "Membre"],
        ]
        importing.accept(importing.preview(members_of(tmp_path, workbook, *first)))
        second = [
            ["M.", "Paul", "Deux", "Banque", None, "Président"],
            ["Mme", "Ève", "Un", "Mairie", None, "Membre"],
        ]
        importing.accept(importing.preview(members_of(tmp_path, workbook, *second)))
        offices = {
            each.sheet.last_name: each.sheet.office for each in empty.services.people.members()
        }
        assert offices == {"Un": MemberOffice.MEMBER, "Deux": MemberOffice.CHAIR}
