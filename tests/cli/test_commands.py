"""Each command: what it does, what it prints, what it refuses."""

import hashlib
import io
import json
import shutil
import zipfile
from contextlib import closing

import pytest
from openpyxl import load_workbook
from sqlcipher3 import dbapi2

from alize_desktop.models.store.registry import Registry


class TestNew:
    def test_it_makes_an_empty_registry(self, command, tmp_path):
        path = tmp_path / "toul.alize"
        answer = command("new", path, "--basin", " Toul ", "--operator", "CCI")
        assert (answer.status, answer.err) == (0, "")
        assert answer.out == f"Registre créé\u00a0: {path}\n"
        assert json.loads(command("list", path, "--json").out) == []

    def test_its_programme_is_what_was_said(self, command, tmp_path, workshop):
        command("new", tmp_path / "a.alize", "--basin", " Toul ", "--operator", " CCI ")
        with workshop.open(tmp_path / "a.alize") as services:
            programme = services.programme.programme()
        assert (programme.basin, programme.operator) == ("Toul", "CCI")

    def test_it_never_overwrites(self, refused, registry):
        before = registry.read_bytes()
        assert "existe déjà" in refused("new", registry, "--basin", "Toul")
        assert registry.read_bytes() == before

    @pytest.mark.parametrize("basin", ["", "  ", "a\x00b", "b\udce9"])
    def test_a_basin_has_a_name(self, refused, tmp_path, basin):
        refused("new", tmp_path / "a.alize", "--basin", basin)
        assert list(tmp_path.iterdir()) == []

    def test_its_folder_must_be_there(self, refused, tmp_path):
        assert "absent" in refused("new", tmp_path / "absent" / "a.alize", "--basin", "Toul")


class TestImport:
    def test_everything_is_written(self, command, registry, workbook):
        answer = command("import", registry, workbook)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out == (
            "Lus\u00a0: 24 dossiers, 18 membres, 12 partenaires\u00a0; 0 ligne refusée.\n"
            "Écrits\u00a0: 24 dossiers, 18 membres, 12 partenaires.\n"
        )
        assert len(json.loads(command("list", registry, "--json").out)) == 24

    def test_a_dry_run_writes_nothing(self, command, registry, workbook):
        answer = command("import", registry, workbook, "--dry-run")
        assert (answer.status, answer.err) == (0, "")
        assert "Rien n’a été écrit." in answer.out
        assert json.loads(command("list", registry, "--json").out) == []

    def test_it_answers_in_json(self, command, registry, workbook):
        answer = command("import", registry, workbook, "--json")
        assert json.loads(answer.out) == {
            "accepted": 24,
            "members": 18,
            "partners": 12,
            "members_updated": 0,
            "partners_updated": 0,
            "history": 0,
            "refused": [],
            "unknown_columns": [],
            "missing_sheets": [],
        }
        assert (answer.status, answer.err) == (0, "")

    def test_one_faulty_row_writes_nothing(self, command, refused, registry, faulty_workbook):
        answer = command("import", registry, faulty_workbook)
        lines = answer.out.splitlines()
        assert "Feuille Dossiers, ligne 10, colonne «\u00a0SIREN\u00a0»\u00a0: " in lines[1]
        assert lines[-1] == "Rien n’a été écrit."
        assert "Feuille absente\u00a0: Membres." in lines
        assert "rien n’a été écrit" in refused("import", registry, faulty_workbook)
        assert json.loads(command("list", registry, "--json").out) == []

    def test_faulty_rows_are_told_in_json_and_in_a_sentence(
        self, command, refused, registry, faulty_workbook
    ):
        answer = command("import", registry, faulty_workbook, "--json")
        told = json.loads(answer.out)
        assert (answer.status, told["accepted"], len(told["refused"])) == (1, 8, 10)
        assert [each["row"] for each in told["refused"]] == list(range(10, 20))
        assert all(each["reason"].endswith(".") and each["column"] for each in told["refused"])
        refused("import", registry, faulty_workbook, "--json", "--dry-run")

    def test_valid_rows_may_be_taken_alone(self, command, registry, faulty_workbook):
        answer = command("import", registry, faulty_workbook, "--accept-valid", "--json")
        assert (answer.status, answer.err) == (0, "")
        assert len(json.loads(command("list", registry, "--json").out)) == 8

    def test_a_name_that_looks_like_a_formula_stays_a_name(
        self, command, registry, faulty_workbook
    ):
        command("import", registry, faulty_workbook, "--accept-valid")
        rows = json.loads(command("list", registry, "--json").out)
        assert any(each["company"].startswith("=") for each in rows)

    def test_unknown_columns_are_reported(self, command, registry, workbook, tmp_path):
        book = load_workbook(workbook)
        book["Dossiers"].cell(1, book["Dossiers"].max_column + 1, "Humeur")
        book.save(tmp_path / "b.xlsx")
        answer = command("import", registry, tmp_path / "b.xlsx", "--dry-run")
        assert (
            "Colonne inconnue, gardée à part\u00a0: «\u00a0Humeur\u00a0» (feuille Dossiers)."
            in (answer.out)
        )

    def test_twice_is_refused(self, command, refused, registry, workbook):
        command("import", registry, workbook)
        refused("import", registry, workbook)
        assert len(json.loads(command("list", registry, "--json").out)) == 24

    def bad(self, tmp_path, content):
        (tmp_path / "mauvais.xlsx").write_bytes(content)
        return tmp_path / "mauvais.xlsx"

    def test_what_is_no_workbook_is_refused(self, refused, registry, workbook, tmp_path):
        before = registry.read_bytes()
        refused("import", registry, self.bad(tmp_path, b"not a zip"))
        refused("import", registry, self.bad(tmp_path, b""))
        refused("import", registry, self.bad(tmp_path, workbook.read_bytes()[:9_000]))
        refused("import", registry, tmp_path)
        refused("import", registry, tmp_path / "absent.xlsx")
        assert registry.read_bytes() == before

    def test_a_zip_bomb_is_refused(self, refused, registry, workbook, tmp_path):
        before = registry.read_bytes()
        bomb = io.BytesIO(workbook.read_bytes())
        with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet9.xml", bytes(300_000_000))
        assert "trop grand" in refused("import", registry, self.bad(tmp_path, bomb.getvalue()))
        assert registry.read_bytes() == before


class TestList:
    def test_each_dossier_is_an_object(self, command, held):
        rows = json.loads(command("list", held, "--json").out)
        assert len(rows) == 24
        assert rows[0] == {
            "number": "2026-001",
            "company": "Société Île-Verte",
            "siren": "999631708",
            "town": "Bar-le-Duc",
            "sector": "services",
            "kind": "development",
            "state": "decided",
            "outcome": "approved",
            "history": False,
            "requested_amount": "5500.00",
            "days": 2,
            "jobs_created": 5,
            "filed_on": "2026-08-18",
            "case_officer": "Mme Roussel",
            "meeting": "CA-2026-01",
        }
        assert (rows[1]["state"], rows[1]["outcome"]) == ("deferred", "deferred")
        assert (rows[2]["requested_amount"], rows[2]["outcome"]) == ("0.00", None)

    def test_it_is_read_by_people_too(self, command, filled):
        answer = command("list", filled)
        lines = answer.out.splitlines()
        assert len(lines) == 24
        assert lines[0].startswith("2026-001  ")
        assert lines[0].endswith("  Société Île-Verte")
        assert "5\u202f500,00\u00a0€" in lines[0]


class TestPapers:
    def test_minutes_are_written(self, command, held, tmp_path):
        path = tmp_path / "procès verbal.pdf"
        answer = command("minutes", held, "CA-2026-01", "--output", path)
        assert (answer.status, answer.err) == (0, "")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert answer.out == f"Procès-verbal écrit\u00a0: {path}\nSHA-256\u00a0: {digest}\n"
        again = tmp_path / "encore.pdf"
        command("minutes", held, "CA-2026-01", "--output", again)
        assert again.read_bytes() == path.read_bytes()

    def test_a_schedule_is_written(self, command, held, tmp_path):
        path = tmp_path / "échéancier.xlsx"
        answer = command("schedule", held, "2026-001", "--output", path)
        assert (answer.status, answer.err) == (0, "")
        assert load_workbook(path).sheetnames[:2] == ["Synthèse", "Échéancier"]

    def test_what_is_not_there_has_none(self, refused, held, tmp_path):
        path = tmp_path / "a.pdf"
        assert "CA-2031-09" in refused("minutes", held, "CA-2031-09", "--output", path)
        assert "2031-001" in refused("schedule", held, "2031-001", "--output", path)
        refused("schedule", held, "2026-003", "--output", path)
        assert not path.exists()

    def test_they_never_replace_the_registry(self, command, refused, held):
        refused("minutes", held, "CA-2026-01", "--output", held)
        assert command("verify", held).status == 0

    def test_their_folder_must_be_there(self, refused, held, tmp_path):
        refused("minutes", held, "CA-2026-01", "--output", tmp_path / "absent" / "a.pdf")


class TestVerify:
    def test_a_sound_registry_says_its_head(self, command, held, clock):
        answer = command("verify", held)
        with Registry.open(held, clock) as registry:
            found = registry.verify()
        assert (answer.status, answer.err) == (0, "")
        assert answer.out == (
            f"Registre intègre\u00a0: {found.lines} lignes de journal, chaîne complète.\n"
            f"Tête de la chaîne\u00a0: {found.head}\n"
        )

    def test_a_journal_edited_outside_is_told_with_its_line(self, refused, held):
        edit(
            held,
            "DROP TRIGGER journal_refuses_update",
            "UPDATE journal SET details = replace(details, '2026-001', '2026-009')"
            " WHERE action = 'dossier.filed' AND details LIKE '%2026-001%'",
        )
        assert "modifié à la ligne " in refused("verify", held)

    def test_a_link_cut_outside_is_told(self, command, refused, held):
        edit(held, "PRAGMA foreign_keys = off", "DELETE FROM meeting")
        assert "abîmé" in refused("verify", held)
        assert command("verify", held).out.startswith("Détail\u00a0: ")

    def test_another_file_is_no_registry(self, refused, workbook, tmp_path):
        assert "registre Alizé" in refused("verify", shutil.copy(workbook, tmp_path / "a.alize"))
        assert "introuvable" in refused("verify", tmp_path / "absent.alize")


def edit(path, *statements):
    with closing(dbapi2.connect(str(path))) as connection:
        for each in statements:
            connection.execute(each)
        connection.commit()


def test_a_registry_that_is_open_elsewhere_is_refused(refused, filled, clock):
    with Registry.open(filled, clock):
        for arguments in (["list", filled], ["verify", filled], ["import", filled, "a.xlsx"]):
            assert "déjà ouvert" in refused(*arguments)


def test_rules_are_answered_one_by_one(command, tmp_path):
    cases = [{"id": "a", "ask": "siren", "value": "732829320"}, {"id": "b", "ask": "?"}]
    (tmp_path / "cas.json").write_text(json.dumps(cases), encoding="utf-8")
    answer = command("rules", tmp_path / "cas.json")
    assert answer.status == 0
    assert [each["id"] for each in json.loads(answer.out)] == ["a", "b"]


@pytest.mark.retold
class TestPapersOfAMeeting:
    def test_the_whole_folder_is_written(self, command, held, tmp_path):
        answer = command("papers", held, "CA-2026-01", "--output", tmp_path / "papiers")
        folder = tmp_path / "papiers" / "2026-11-23_comité"
        assert f"dans {folder}" in answer.out
        assert (folder / "3 Après la séance" / "Relevé de décisions.pdf").exists()
        assert zipfile.is_zipfile(tmp_path / "papiers" / "2026-11-23_comité.zip")

    def test_what_is_missing_is_named_and_the_rest_is_written(self, command, held, tmp_path):
        answer = command("papers", held, "CA-2026-01", "--output", tmp_path)
        assert answer.status == 1
        (told,) = [line for line in answer.out.splitlines() if "Convention d’avance" in line]
        assert told.startswith("Non écrit\u00a0: 4 Dossiers/2026-001/")
        assert "il manque" in told

    def test_an_unknown_meeting_is_refused(self, refused, held, tmp_path):
        refused("papers", held, "CA-2026-09", "--output", tmp_path)
