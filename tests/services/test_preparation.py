"""« Tout préparer »: every paper of a meeting at once, its manifest, one ZIP."""

import hashlib
import os
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.preparation import PreparedFolder
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.services.preparation import MANIFEST
from alize_desktop.services.work import drained
from tests.conftest import SteppingClock
from tests.services.conftest import Office

pytestmark = pytest.mark.retold

ONE, TWO = "2026-001", "2026-002"
BEFORE = "1 Avant la séance"


def close_a_meeting(office):
    """Hold a meeting that has every paper, and close it."""
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, operator="Chambre de commerce"))
    office.services.templates.adopt_identity(
        PaperIdentity(address="1 rue de l’Exemple", signatory="Claire Roussel, directrice")
    )
    meeting = office.hold(ONE, TWO)
    office.approve(meeting, ONE)
    office.defer(meeting, TWO)
    office.services.committee.close(meeting)
    return meeting


@pytest.fixture
def closed(office):
    return office.after(close_a_meeting)


@pytest.fixture(scope="module")
def made(imported, tmp_path_factory):
    """The registry of a closed meeting, that meeting, and its folder: to be copied or read only."""
    folder = tmp_path_factory.mktemp("prepared")
    path = folder / "bureau.alize"
    shutil.copy(imported, path)
    clock = SteppingClock()
    with Registry.open(path, clock) as registry:
        office = Office(registry, Services(registry), clock)
        meeting = close_a_meeting(office)
        prepared = prepare(office, meeting, folder, with_copies=False)
    return path, meeting, prepared


@pytest.fixture
def prepared(made):
    """The folder of a closed meeting, to be read only."""
    return made[2]


@pytest.fixture
def after_it(made, tmp_path, clock):
    """The office whose meeting was prepared, in a registry of its own, and that meeting."""
    path = Path(shutil.copy(made[0], tmp_path / "copie.alize"))
    with Registry.open(path, clock) as registry:
        yield Office(registry, Services(registry), clock), made[1]
        assert registry.verify().is_sound


def prepare(office, meeting, folder, **more) -> PreparedFolder:
    return drained(office.services.preparation.prepare(meeting, folder, **more))


def names(prepared):
    return [Path(each.path).relative_to(prepared.folder).as_posix() for each in prepared.papers]


class TestTheFolder:
    def test_it_is_named_after_the_day_and_holds_what_a_closed_meeting_has(self, made, prepared):
        assert prepared.folder == made[0].parent / "2026-11-23_comité"
        made = names(prepared)
        for expected in (
            "1 Avant la séance/Convocation 01 Bruno-Martin-A.pdf",
            "2 En séance/Feuille de présence.pdf",
            "2 En séance/Bulletins de vote.pdf",
            "3 Après la séance/Procès-verbal CA-2026-01.pdf",
            "3 Après la séance/Relevé de décisions.pdf",
            f"3 Après la séance/Extrait {ONE}.pdf",
            f"3 Après la séance/Échéancier {ONE}.xlsx",
            f"4 Dossiers/{ONE}/Convention d’avance {ONE}.pdf",
            f"4 Dossiers/{TWO}/Lettre de notification {TWO}.pdf",
        ):
            assert expected in made
        assert any(each.endswith(".eml") for each in made)
        assert any(each.endswith(".ics") for each in made)

    def test_before_the_meeting_only_what_comes_before_it(self, office, tmp_path):
        meeting = office.prepare(ONE)
        made = names(prepare(office, meeting, tmp_path, with_copies=False))
        assert "2 En séance/Conducteur.pdf" in made
        assert not any(each.startswith(("3", "4")) for each in made)

    def test_the_manifest_gives_the_digest_of_each_file(self, prepared):
        lines = (prepared.folder / MANIFEST).read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(prepared.papers)
        for line in lines:
            digest, name = line.split("  ", 1)
            content = (prepared.folder / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == digest

    def test_the_archive_holds_them_all_and_is_the_same_each_time(
        self, prepared, after_it, tmp_path
    ):
        first = prepared
        with zipfile.ZipFile(first.archive.path) as archive:
            assert archive.testzip() is None
            inside = {each.removeprefix(f"{first.folder.name}/") for each in archive.namelist()}
        assert inside == {*names(first), MANIFEST}
        again = tmp_path / "ailleurs"
        again.mkdir()
        kinds = {
            Path(each.path).name: each.sha256
            for each in prepare(*after_it, again, with_copies=False).papers
        }
        same = [each for each in first.papers if kinds[Path(each.path).name] == each.sha256]
        assert any(each.path.endswith("Relevé de décisions.pdf") for each in same)

    def test_each_file_is_remembered_with_its_digest(self, prepared, after_it):
        office, _meeting = after_it
        kinds = {PaperKind.MANIFEST, PaperKind.ARCHIVE, PaperKind.NOTICE, PaperKind.MINUTES}
        told = {action.removesuffix(".exported") for action in office.actions()}
        assert {each.value for each in kinds} <= told
        assert prepared.archive.sha256 == digest_of(prepared.archive.path)


class TestMadeAgain:
    def test_what_the_meeting_no_longer_has_is_taken_away(self, office, closed, tmp_path):
        first = prepare(office, closed, tmp_path, with_copies=True)
        copies = {each for each in names(first) if each.startswith(f"{BEFORE}/Dossiers de")}
        assert len(copies) == 17
        kept = first.folder / min(copies)
        kept.write_bytes(b"annote a la main")
        again = prepare(office, closed, tmp_path, with_copies=False)
        left = {
            each.relative_to(again.folder).as_posix()
            for each in again.folder.rglob("*")
            if each.is_file()
        }
        assert left == {*names(again), MANIFEST, kept.relative_to(again.folder).as_posix()}

    def test_cancelled_no_seal_stands_beside_other_papers(self, office, closed, tmp_path):
        first = prepare(office, closed, tmp_path, with_copies=False)
        steps = office.services.preparation.prepare(closed, tmp_path, with_copies=False)
        next(steps)
        steps.close()
        assert not (first.folder / MANIFEST).exists()
        assert not Path(first.archive.path).exists()

    def test_two_meetings_of_a_day_have_a_folder_each(self, office, closed, tmp_path):
        other = office.prepare("2026-003")
        service = office.services.preparation
        assert service.folder_name(closed) == "2026-11-23_comité_CA-2026-01"
        assert service.folder_name(other) == "2026-11-23_comité_CA-2026-02"

    def test_a_folder_without_a_name_in_text_has_its_papers(self, office, tmp_path):
        odd = tmp_path / os.fsdecode(b"caf\xe9")
        odd.mkdir()
        prepared = prepare(office, office.prepare(ONE), odd, with_copies=False)
        assert zipfile.is_zipfile(odd / "2026-11-23_comité.zip")
        assert prepared.refused == ()


class TestWhatCannotBeMade:
    def test_it_is_told_with_its_reason_and_the_others_are_made(self, office, closed, tmp_path):
        identity = office.services.templates.identity()
        office.services.templates.adopt_identity(replace(identity, signatory=""))
        prepared = prepare(office, closed, tmp_path, with_copies=False)
        refused = {each.name: each.error.code for each in prepared.refused}
        name = f"4 Dossiers/{ONE}/Convention d’avance {ONE}.pdf"
        assert refused[name] is ErrorCode.TEMPLATE_FIELD_EMPTY
        assert not (prepared.folder / name).exists()
        assert "3 Après la séance/Relevé de décisions.pdf" in names(prepared)

    def test_a_file_in_the_place_of_the_folder_is_told(self, office, closed, tmp_path):
        (tmp_path / "2026-11-23_comité").write_text("Déjà là", encoding="utf-8")
        with pytest.raises(UserError) as refused:
            prepare(office, closed, tmp_path, with_copies=False)
        assert refused.value.code is ErrorCode.FOLDER_NOT_WRITABLE
        assert (tmp_path / "2026-11-23_comité").read_text(encoding="utf-8") == "Déjà là"

    def test_cancelled_it_leaves_whole_papers_and_no_manifest(self, office, closed, tmp_path):
        steps = office.services.preparation.prepare(closed, tmp_path, with_copies=False)
        while True:
            step = next(steps)
            if step.done == 2:
                break
        steps.close()
        folder = tmp_path / "2026-11-23_comité"
        left = [each for each in folder.rglob("*") if each.is_file()]
        assert left
        assert all(each.read_bytes().startswith(b"%PDF") for each in left)
        assert not list(tmp_path.glob("*.zip"))

    def test_a_full_disk_stops_it_and_leaves_nothing_half_written(
        self, office, closed, tmp_path, monkeypatch
    ):
        real, written = os.fsync, []

        def full_after_three(handle):
            written.append(handle)
            if len(written) > 6:
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr("alize_desktop.files.os.fsync", full_after_three)
        with pytest.raises(UserError) as refused:
            prepare(office, closed, tmp_path, with_copies=False)
        assert refused.value.code is ErrorCode.DISK_FULL
        monkeypatch.undo()
        left = [each for each in (tmp_path / "2026-11-23_comité").rglob("*") if each.is_file()]
        assert all(each.read_bytes().startswith(b"%PDF") for each in left)


def digest_of(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
