"""A workbook brought in: previewed without a write, then written whole or not at all."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MemberOffice


@pytest.fixture
def importing(empty):
    return empty.services.importing


@pytest.fixture
def edited(workbook, tmp_path):
    """Return the office's workbook after an edit of its sheets."""

    def make(edit):
        book = load_workbook(workbook)
        edit(book)
        book.save(tmp_path / "modifié.xlsx")
        return tmp_path / "modifié.xlsx"

    return make


def counts(content):
    return len(content.dossiers), len(content.members), len(content.partners)


class TestThePreview:
    def test_it_writes_nothing(self, empty, importing, workbook):
        content = importing.preview(workbook)
        assert counts(content) == (24, 18, 12)
        assert content.refused == ()
        assert empty.actions() == ["registry.created"]

    def test_faulty_rows_are_listed(self, importing, faulty_workbook):
        content = importing.preview(faulty_workbook)
        assert (len(content.dossiers), len(content.refused)) == (8, 10)
        assert [each.row for each in content.refused] == list(range(10, 20))
        assert content.missing_sheets == ("Membres", "Partenaires")

    def test_what_is_there_already_is_not_taken_twice(self, office, workbook):
        content = office.services.importing.preview(workbook)
        assert counts(content) == (0, 0, 0)
        assert len(content.refused) == 24
        assert content.refused[0].column == "N° dossier"
        assert content.refused[0].reason == (
            "Le numéro «\u00a02026-001\u00a0» est déjà celui d’un autre dossier."
        )

    def test_an_alternate_may_replace_somebody_of_the_registry(self, office, workbook, tmp_path):
        book = load_workbook(workbook)
        del book["Membres"], book["Partenaires"]
        book["Dossiers"].delete_rows(2, 100)
        members = book.create_sheet("Membres")
        members.append(["Civilité", "Prénom", "Nom", "Suppléant de"])
        members.append(["Mme", "Ève", "Nouvelle", "ines leveque d."])
        members.append(["M.", "Jean", "Perdu", "Personne Inconnue"])
        book.save(tmp_path / "membres.xlsx")
        content = office.services.importing.preview(tmp_path / "membres.xlsx")
        assert [each.full_name for _row, each in content.members] == ["Ève Nouvelle"]
        assert [each.row for each in content.refused] == [3]
        office.services.importing.accept(content)
        assert office.member(19).alternate_of_id == office.member(4).id

    def test_what_is_no_workbook_is_refused(self, empty, importing, tmp_path, refused):
        path = tmp_path / "faux.xlsx"
        path.write_text("pas un classeur")
        with refused(ErrorCode.WORKBOOK_NOT_READABLE, empty, path=str(path)):
            importing.preview(path)


class TestAccepting:
    def test_everything_is_written_in_one_transaction(self, empty, importing, workbook):
        report, changes = importing.accept(importing.preview(workbook))
        assert (report.dossiers, report.members, report.partners) == (24, 18, 12)
        assert (len(changes.dossiers), changes.people) == (24, True)
        actions = empty.actions()
        assert actions.count("dossier.filed") == 24
        assert actions.count("member.saved") == 18
        assert actions.count("partner.saved") == 12
        assert actions[-1] == "workbook.imported"
        members = empty.services.people.members()
        assert sum(each.has_seat for each in members) == 17
        (alternate,) = [each for each in members if each.sheet.office is MemberOffice.ALTERNATE]
        assert alternate.alternate_of_id == members[2].id
        assert alternate.sheet.alternate_of == "Fabrice Thiébaut C."

    def test_only_valid_rows_of_a_faulty_workbook_are(self, empty, importing, faulty_workbook):
        report, changes = importing.accept(importing.preview(faulty_workbook))
        assert (report.dossiers, len(report.refused), changes.people) == (8, 10, False)

    def test_a_number_taken_meanwhile_writes_nothing_at_all(
        self, empty, importing, workbook, new_sheet, refused
    ):
        content = importing.preview(workbook)
        empty.services.dossiers.create(new_sheet(number="2026-024"))
        with refused(ErrorCode.DOSSIER_NUMBER_TAKEN, empty, number="2026-024"):
            importing.accept(content)
        assert empty.services.people.members() == ()
        assert empty.services.people.partners() == ()

    def test_a_dossier_without_number_takes_none_of_the_others(self, empty, importing, workbook):
        content = importing.preview(workbook)
        (row, first), *others = content.dossiers
        nameless = replace(first, number="")
        content = replace(content, dossiers=((row, nameless), *others))
        importing.accept(content)
        assert empty.detail("2026-025").sheet.company.name == first.company.name

    def test_a_member_who_changed_is_updated(self, office, edited):
        def edit(book):
            book["Membres"]["D3"] = "Nouvelle Banque"

        content = office.services.importing.preview(edited(edit))
        assert counts(content)[1] == 1
        before = office.member(2)
        office.services.importing.accept(content)
        after = office.member(2)
        assert after.id == before.id
        assert "Nouvelle Banque" in (after.sheet.organisation, before.sheet.organisation)
        assert len(office.services.people.members()) == 18

    def test_two_sites_of_one_partner_stay_two(self, empty, importing, edited):
        def edit(book):
            sheet = book["Partenaires"]
            row = [cell.value for cell in sheet[2]]
            row[0] = "Groupe Île-Verte 1 – Beaune"
            sheet.append(row)

        path = edited(edit)
        importing.accept(importing.preview(path))
        assert len(empty.services.people.partners()) == 13

        def again(book):
            edit(book)
            sheet = book["Partenaires"]
            headers = [cell.value for cell in sheet[1]]
            days = headers.index("Jours offerts par an") + 1
            for row in (2, 14):
                sheet.cell(row, days, 40 + row)

        content = importing.preview(edited(again))
        assert counts(content)[2] == 2
        importing.accept(content)
        partners = empty.services.people.partners()
        assert len(partners) == 13
        found = {
            each.sheet.name: each.sheet.days_per_year
            for each in partners
            if each.sheet.name.startswith("Groupe Île-Verte 1")
        }
        assert found == {"Groupe Île-Verte 1": 42, "Groupe Île-Verte 1 – Beaune": 54}

    def test_a_failure_leaves_nothing(self, empty, importing, workbook, monkeypatch):
        content = importing.preview(workbook)
        monkeypatch.setattr("alize_desktop.services.importing.write_partner", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            importing.accept(content)
        assert empty.actions() == ["registry.created"]
        assert empty.services.people.members() == ()
