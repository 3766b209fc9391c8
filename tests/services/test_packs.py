"""Decision packs: whole copies, what a member may not read, the register of copies."""

import hashlib
import subprocess
import sys
import tempfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import Engine, event, select

from alize_desktop.documents.fonts import REGULAR, load_fonts
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemKind, MemberOffice
from alize_desktop.models.records.dossiers import FinancingDetails
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.records.packs import JoiningFlaw
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.tables.papers import StoredPackCopy, StoredPaper
from alize_desktop.models.values import Money
from alize_desktop.services.packs import PackService
from alize_desktop.wording.packs import remark_text

pytestmark = pytest.mark.retold

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"
AUDITOR = 10
"""Seat of a member whose office keeps the accounts of the first company."""


def drained(steps):
    """Run a generator to its end; return its steps and what it returned."""
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as stop:
            return told, stop.value


def words_of(path, first=1, last=9999):
    command = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return " ".join(text.replace("\u00a0", " ").split())


def scan(words, pages=1, size=(595, 842)):
    """Return a PDF with its fonts inside, that says some words on each page."""
    load_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, initialFontName=REGULAR)
    for page in range(1, pages + 1):
        canvas.setFont(REGULAR, 14)
        canvas.drawString(60, 60, f"{words}, feuille {page}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _file(office, name):
    return Path(office.registry.path).with_name(f"{name}.pdf")


@pytest.fixture
def attach(office, tmp_path):
    """Return a function that attaches a document to a dossier."""

    def put(number, name, content):
        path = tmp_path / name
        path.write_bytes(content)
        office.services.dossiers.attach(office.dossier(number), path)

    return put


@pytest.fixture
def meeting(office, attach):
    """A meeting prepared: two dossiers with documents, one without."""
    meeting = office.prepare(ONE, TWO, THREE)
    attach(ONE, "bilan de Dupré.pdf", scan("Bilan confidentiel", 3))
    attach(TWO, "devis.pdf", scan("Devis des machines", 2, (842, 595)))
    return meeting


@pytest.fixture
def auditor(office, meeting):
    """Who is not to read the first dossier."""
    tied = [each for each in office.services.packs.withholdings(meeting) if each.number == ONE]
    return next(each for each in office.services.people.members() if each.id == tied[0].member_id)


@pytest.fixture
def copied(office, meeting, tmp_path):
    """Return a function: a member → the copy made, and its path."""

    def make(member=None, **more):
        path = tmp_path / f"pack-{uuid4().hex}.pdf"
        steps = office.services.packs.pack(meeting, member and member.id, path, **more)
        return drained(steps)[1], path

    return make


def titles(item):
    return [item.title, *(title for kid in item.children for title in titles(kid))]


def outline(path):
    with pikepdf.open(path) as pdf, pdf.open_outline() as lines:
        return [title for item in lines.root for title in titles(item)]


class TestACopy:
    def test_it_has_everything_in_its_order(self, copied):
        _paper, path = copied()
        said = words_of(path)
        places = [
            said.index(each)
            for each in (
                "Exemplaire de l’instruction",
                "Table des matières",
                "Demande de l’entreprise",
                "Bilan confidentiel, feuille 1",
                "Bilan confidentiel, feuille 3",
                "Devis des machines, feuille 2",
            )
        ]
        assert places == sorted(places)

    def test_its_pages_follow_each_other_to_the_last(self, copied):
        _paper, path = copied()
        with pikepdf.open(path) as pdf:
            total = len(pdf.pages)
        for page in range(1, total + 1):
            assert f"page {page}/{total}" in words_of(path, page, page)

    def test_its_contents_give_the_page_of_each_part(self, copied):
        _paper, path = copied()
        contents = words_of(path, 2, 2)
        for title, said in (
            ("bilan de Dupré.pdf", "Bilan confidentiel, feuille 1"),
            ("devis.pdf", "Devis des machines, feuille 1"),
        ):
            number = int(contents.partition(title)[2].split()[0])
            assert said in words_of(path, number, number)

    def test_its_outline_has_each_dossier_and_each_document(self, copied):
        _paper, path = copied()
        assert "Pièce jointe\u00a0: bilan de Dupré.pdf" in outline(path)
        assert any(each.startswith(f"2. Dossier {TWO}") for each in outline(path))

    def test_each_attached_page_is_a_figure_with_what_it_is(self, copied):
        _paper, path = copied()
        with pikepdf.open(path) as pdf:
            told = [
                str(each.Alt)
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary)
                and each.get("/S") == "/Figure"
                and "/Alt" in each
            ]
        assert "Pièce jointe\u00a0: bilan de Dupré.pdf, page 2 sur 3" in told

    def test_the_logo_of_the_office_stands_once_on_its_cover(self, office, copied):
        logo = BytesIO()
        Image.new("RGB", (300, 80), (138, 21, 56)).save(logo, "PNG")
        office.services.templates.adopt_identity(PaperIdentity(), logo.getvalue())
        _paper, path = copied()
        command = ["pdfimages", "-list", "-f", "1", "-l", "2", str(path)]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert [each.split()[0] for each in listed.splitlines()[2:]] == ["1"]

    def test_the_plan_is_drawn_with_its_figures_told(self, office, meeting, copied):
        detail = office.detail(ONE)
        plan = FinancingDetails(Money(9_000_00), Money(4_000_00), None, Money(1_00))
        office.services.dossiers.save(
            detail.id, replace(detail.sheet, financing=plan), detail.revision
        )
        _paper, path = copied()
        assert "Avance Alizé demandée" in words_of(path)

    def test_long_texts_are_shortened_then_printed_whole(self, office, meeting, copied):
        detail = office.detail(ONE)
        project = replace(detail.sheet.project, aim="Un atelier neuf. " * 700 + "Fin du projet.")
        opinion = replace(detail.sheet.opinion, note="Solide. " * 300 + "Fin de l’avis.")
        sheet = replace(detail.sheet, project=project, opinion=opinion)
        office.services.dossiers.save(detail.id, sheet, detail.revision)
        _paper, path = copied()
        said = words_of(path)
        assert said.count("Le texte complet figure après la fiche de synthèse.") == 2
        assert "Fin du projet." in said
        assert "Fin de l’avis." in said

    def test_it_bears_the_name_of_its_reader_on_every_page(self, office, copied):
        member = office.member(3)
        _paper, path = copied(member)
        with pikepdf.open(path) as pdf:
            total = len(pdf.pages)
        for page in range(1, total + 1):
            assert f"{member.sheet.full_name}, Exemplaire n° 1" in words_of(path, page, page)

    def test_the_same_registry_gives_the_same_bytes_but_for_the_number(self, office, meeting):
        service = office.services.packs
        made = [drained(service.pack(meeting, None, _file(office, name)))[1] for name in "ab"]
        sizes = [each.size for each in made]
        assert abs(sizes[0] - sizes[1]) < 200
        assert made[0].sha256 != made[1].sha256

    def test_a_meeting_without_a_point_has_a_pack(self, office, tmp_path):
        meeting = office.prepare()
        drained(office.services.packs.pack(meeting, None, tmp_path / "vide.pdf"))
        assert "Aucun point n’est inscrit" in words_of(tmp_path / "vide.pdf")

    def test_a_standing_point_is_on_the_agenda_and_has_no_page(self, office, meeting, copied):
        draft = ItemDraft(ItemKind.INFORMATION, "Questions diverses")
        office.services.agenda.add(meeting, draft)
        _paper, path = copied()
        assert words_of(path).count("Questions diverses") == 1
        assert "4. Questions diverses" not in outline(path)

    def test_its_contents_go_on_over_pages(self, attach, copied):
        picture = BytesIO()
        Image.new("L", (20, 20), 90).save(picture, "PNG")
        for number in range(70):
            attach(THREE, f"photo {number}.png", picture.getvalue())
        _paper, path = copied()
        contents = words_of(path, 2, 3)
        assert "photo 0.png" in contents
        assert "photo 69.png" in contents


class TestWhatAMemberMayNotRead:
    def test_a_slip_stands_in_its_place(self, copied, auditor):
        paper, path = copied(auditor)
        said = words_of(path)
        assert f"Le dossier {ONE} n’est pas communiqué à" in said
        assert [str(each) for each in paper.copy.withheld] != []

    def test_nothing_of_it_is_anywhere_in_the_file(self, office, copied, auditor, attach):
        attach(ONE, "illisible Dupré.docx", b"PK rien")
        company = office.detail(ONE).sheet.company
        paper, path = copied(auditor)
        said = words_of(path) + " ".join(outline(path))
        with pikepdf.open(path) as pdf:
            inside = b" ".join(
                each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
            ).decode("latin-1")
            inside += "".join(repr(each) for each in pdf.objects)
        for secret in (company.name, company.manager_name, "Dupré", "Bilan confidentiel"):
            assert secret not in said
            assert secret not in inside
            assert secret.encode("utf-16-be").decode("latin-1") not in inside
        assert all(each.dossier != ONE for each in paper.remarks)
        assert "Devis des machines" in said

    def test_a_tie_that_was_looked_at_withholds_nothing(self, office, copied, auditor):
        shown = frozenset([(auditor.id, office.dossier(ONE))])
        paper, path = copied(auditor, shown=shown)
        assert paper.copy.withheld == ()
        assert "Bilan confidentiel" in words_of(path)

    def test_a_recusal_that_is_declared_cannot_be_passed_over(
        self, office, meeting, copied, tmp_path
    ):
        office.services.committee.open(meeting)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.present(meeting, TWO)
        member = office.member(5)
        office.services.recusals.declare(item, member.id, "Cliente")
        shown = frozenset([(member.id, office.dossier(TWO))])
        paper, path = copied(member, shown=shown)
        assert office.dossier(TWO) in paper.copy.withheld
        assert "Devis des machines" not in words_of(path)

    @pytest.mark.parametrize("copy", ["Exemplaire n°\u00a01", "Exemplaire n°\u00a02"])
    def test_a_recusal_declared_while_copies_are_made_is_in_those_left(
        self, office, attach, tmp_path, copy
    ):
        meeting = office.hold(ONE, TWO)
        attach(TWO, "devis.pdf", scan("Devis des machines"))
        recused = office.member(5)
        wanted = [office.member(3).id, recused.id]
        steps = office.services.packs.packs(meeting, tmp_path, wanted)
        while copy not in next(steps).what:
            pass
        office.services.recusals.declare(office.item(meeting, TWO), recused.id, "Cliente")
        others, made = drained(steps)[1]
        assert others.copy.withheld == ()
        assert made.copy.withheld == (office.dossier(TWO),)
        assert made.copy.number == 2
        assert "Devis des machines" not in words_of(made.path)
        assert office.detail(TWO).sheet.company.name not in words_of(made.path)

    def test_a_dossier_withheld_that_leaves_the_agenda_stays_withheld(
        self, office, meeting, auditor, tmp_path
    ):
        steps = office.services.packs.pack(meeting, auditor.id, tmp_path / "a.pdf")
        next(steps)
        office.services.meetings.set_agenda(meeting, [office.dossier(TWO)])
        assert drained(steps)[1].copy.withheld == (office.dossier(ONE),)

    def test_a_guest_who_works_for_the_bank_reads_nothing_of_it(self, office, meeting, tmp_path):
        detail = office.detail(TWO)
        sheet = replace(detail.sheet, company=replace(detail.sheet.company, bank="Banque du Val"))
        office.services.dossiers.save(detail.id, sheet, detail.revision)
        guest = replace(
            office.member(3).sheet,
            first_name="Zoé",
            last_name="Passante",
            organisation="Banque du Val",
            office=MemberOffice.GUEST,
            weight=Decimal(0),
        )
        office.services.people.save_member(None, guest)
        who = next(e for e in office.services.people.members() if e.sheet.last_name == "Passante")
        assert (who.id, TWO) in {
            (each.member_id, each.number) for each in office.services.packs.withholdings(meeting)
        }
        path = tmp_path / "guest.pdf"
        copy = drained(office.services.packs.pack(meeting, who.id, path))[1].copy
        assert detail.id in copy.withheld
        assert sheet.company.name not in words_of(path)
        conductor = tmp_path / "conducteur.pdf"
        drained(office.services.meeting_papers.conductor(meeting, conductor))
        assert "Passante" not in words_of(conductor)
        shown = frozenset([(who.id, detail.id)])
        copy = drained(office.services.packs.pack(meeting, who.id, path, shown=shown))[1].copy
        assert detail.id not in copy.withheld


class TestTheRegisterOfCopies:
    def test_a_number_is_never_given_twice(self, office, meeting, copied, auditor):
        copied()
        steps = office.services.packs.pack(meeting, None, _file(office, "given-up"))
        while "Exemplaire" not in next(steps).what:
            pass
        steps.close()
        assert not _file(office, "given-up").exists()
        copied(auditor)
        rows = office.services.packs.copies(meeting)
        assert [each.copy.number for each in rows] == [1, 2]
        assert [each.reader for each in rows] == ["", auditor.sheet.full_name]
        assert [each.withheld for each in rows] == [(), (ONE,)]

    def test_two_works_at_once_have_two_numbers(self, office, meeting, tmp_path):
        first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
        steps = office.services.packs.pack(meeting, None, first)
        while "Exemplaire" not in next(steps).what:
            pass
        made = drained(PackService(office.registry).pack(meeting, None, second))[1]
        overtaken = drained(steps)[1]
        assert (made.copy.number, overtaken.copy.number) == (1, 2)
        assert "Exemplaire n° 1" in words_of(second, 1, 1)
        assert "Exemplaire n° 2" in words_of(first)
        assert "Exemplaire n° 1" not in words_of(first)
        assert overtaken.sha256 == hashlib.sha256(first.read_bytes()).hexdigest()

    def test_a_copy_that_cannot_be_remembered_leaves_no_file(self, office, meeting, tmp_path):
        path = tmp_path / "a.pdf"

        def refuse(_connection):
            if path.exists():
                raise UserError(ErrorCode.DISK_FULL, path=str(tmp_path))

        event.listen(Engine, "commit", refuse)
        try:
            with pytest.raises(UserError):
                drained(office.services.packs.pack(meeting, None, path))
        finally:
            event.remove(Engine, "commit", refuse)
        assert not path.exists()
        assert office.services.packs.copies(meeting) == ()

    def test_a_copy_that_cannot_be_written_is_not_remembered(self, office, meeting, tmp_path):
        (tmp_path / "a.pdf").mkdir()
        with pytest.raises(UserError):
            drained(office.services.packs.pack(meeting, None, tmp_path / "a.pdf"))
        assert office.services.packs.copies(meeting) == ()

    def test_a_copy_is_a_paper_with_its_hash_and_one_line(self, office, copied, auditor):
        before = len(office.journal())
        paper, path = copied(auditor)
        assert paper.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert paper.size == path.stat().st_size
        with office.registry.read() as session:
            kept = session.scalars(select(StoredPaper)).one()
            copy = session.scalars(select(StoredPackCopy)).one()
            assert (kept.sha256, kept.member_id) == (paper.sha256, auditor.id)
            assert copy.paper_id == kept.id
            assert copy.journal_head == office.journal()[before - 1].hash
        assert office.actions(before) == ["pack.exported"]

    def test_it_is_stale_once_a_dossier_changed(self, office, meeting, copied, attach):
        paper, _path = copied()
        service = office.services.packs
        assert not service.is_stale(paper.copy.id)
        copied()
        office.edit_member(3, organisation="Ailleurs")
        office.services.dossiers.save(
            office.dossier("2026-005"),
            replace(office.detail("2026-005").sheet, basin="Autre"),
            office.detail("2026-005").revision,
        )
        assert not service.is_stale(paper.copy.id)
        assert [each.warning for each in service.copies(meeting)] == ["", ""]
        attach(THREE, "nouveau.pdf", scan("Nouveau"))
        assert service.is_stale(paper.copy.id)
        warning = "Dossier de séance plus ancien que les données."
        assert [each.warning for each in service.copies(meeting)] == [warning, warning]

    def test_it_is_stale_once_the_agenda_changed(self, office, meeting, copied):
        paper, _path = copied()
        office.services.meetings.set_agenda(meeting, [office.dossier(TWO), office.dossier(ONE)])
        assert office.services.packs.is_stale(paper.copy.id)

    def test_it_is_stale_once_somebody_stepped_aside(self, office, tmp_path):
        meeting = office.hold(ONE, TWO)
        path, reader = tmp_path / "a.pdf", office.member(3).id
        copy = drained(office.services.packs.pack(meeting, reader, path))[1].copy
        office.services.recusals.declare(office.item(meeting, TWO), reader, "Sa cousine")
        assert office.services.packs.is_stale(copy.id)

    def test_it_is_stale_once_a_point_came_on_the_agenda_or_left_it(self, office, meeting, copied):
        service = office.services.packs
        first = copied()[0].copy
        office.services.agenda.add(meeting, ItemDraft(ItemKind.INFORMATION, "Questions diverses"))
        assert service.is_stale(first.id)
        second = copied()[0].copy
        assert not service.is_stale(second.id)
        office.services.meetings.set_agenda(meeting, [office.dossier(ONE)])
        assert service.is_stale(second.id)

    def test_it_is_stale_once_whom_it_is_for_has_other_ties(self, office, copied):
        copy = copied(office.member(3))[0].copy
        office.edit_member(4, interests="Dupré")
        assert not office.services.packs.is_stale(copy.id)
        office.edit_member(3, interests="Dupré")
        assert office.services.packs.is_stale(copy.id)

    def test_a_vote_and_a_decision_leave_it_as_it_is(self, office, tmp_path):
        meeting = office.hold(ONE)
        copy = drained(office.services.packs.pack(meeting, None, tmp_path / "a.pdf"))[1].copy
        office.approve(meeting, ONE)
        assert not office.services.packs.is_stale(copy.id)

    def test_an_unknown_copy_is_refused(self, office, refused):
        with refused(ErrorCode.PAPER_NOT_FOUND, office):
            office.services.packs.is_stale(uuid4())


class TestSeveralCopies:
    def test_each_reader_has_a_file_of_a_name(self, office, meeting, auditor, tmp_path):
        folder = tmp_path / "copies"
        folder.mkdir()
        others = [office.member(seat).id for seat in (3, 4)]
        steps = office.services.packs.packs(meeting, folder, [auditor.id, *others])
        told, made = drained(steps)
        assert [each.done for each in told] == sorted(each.done for each in told)
        assert told[-1].done == told[-1].total
        assert len(list(folder.iterdir())) == len(made) == 3
        assert [each.copy.number for each in made] == [1, 2, 3]
        assert [Path(each.path).name.split(",")[1][:5] for each in made] == [
            " n° 1",
            " n° 2",
            " n° 3",
        ]
        assert "Bilan confidentiel" not in words_of(made[0].path)
        assert "Bilan confidentiel" in words_of(made[1].path)

    def test_cancelled_between_two_the_first_stays(self, office, meeting, tmp_path):
        folder = tmp_path / "copies"
        folder.mkdir()
        ids = [office.member(seat).id for seat in (3, 4)]
        steps = office.services.packs.packs(meeting, folder, ids)
        while "Exemplaire n°\u00a02" not in next(steps).what:
            pass
        steps.close()
        assert len(list(folder.iterdir())) == 1
        assert [each.copy.number for each in office.services.packs.copies(meeting)] == [1]

    def test_for_nobody_nothing_is_made(self, office, meeting, tmp_path):
        assert drained(office.services.packs.packs(meeting, tmp_path, []))[1] == ()


class TestWhatIsRefused:
    def test_an_unknown_meeting(self, office, refused, tmp_path):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            drained(office.services.packs.pack(uuid4(), None, tmp_path / "a.pdf"))

    def test_an_unknown_member(self, office, meeting, refused, tmp_path):
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            drained(office.services.packs.pack(meeting, uuid4(), tmp_path / "a.pdf"))

    def test_the_place_of_the_registry(self, office, meeting, refused):
        with refused(ErrorCode.REGISTRY_EXISTS, office):
            drained(office.services.packs.pack(meeting, None, office.registry.path))

    def test_a_folder_that_is_not_there(self, office, meeting, refused, tmp_path):
        with refused(ErrorCode.FOLDER_NOT_WRITABLE, office):
            drained(office.services.packs.pack(meeting, None, tmp_path / "no" / "a.pdf"))

    def test_a_temporary_folder_that_is_not_there(
        self, office, meeting, refused, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no"))
        with refused(ErrorCode.FOLDER_NOT_WRITABLE, office):
            drained(office.services.packs.pack(meeting, None, tmp_path / "a.pdf"))


class TestDocumentsThatCannotBeJoined:
    def test_the_rest_is_made_and_each_is_named(self, attach, copied):
        locked = BytesIO()
        with pikepdf.open(BytesIO(scan("Secret"))) as pdf:
            pdf.save(locked, encryption=pikepdf.Encryption(user="a", owner="b"))
        attach(ONE, "verrou.pdf", locked.getvalue())
        attach(ONE, "abîmé.pdf", b"%PDF-1.4 rien")
        attach(TWO, "lettre.docx", b"PK\x03\x04")
        attach(TWO, "photo.png", b"\x89PNG\r\n\x1a\n rien")
        paper, path = copied()
        said, flaws = words_of(path), {each.document: each.flaw for each in paper.remarks}
        assert flaws == {
            "verrou.pdf": JoiningFlaw.ENCRYPTED,
            "abîmé.pdf": JoiningFlaw.DAMAGED,
            "devis.pdf": JoiningFlaw.TURNED,
            "lettre.docx": JoiningFlaw.UNKNOWN_KIND,
            "photo.png": JoiningFlaw.NOT_A_PICTURE,
        }
        for remark in paper.remarks:
            assert remark_text(remark).replace("\u00a0", " ") in said
        assert "Devis des machines, feuille 2" in said

    def test_a_pdf_of_five_hundred_pages_is_joined_whole(self, attach, copied):
        attach(THREE, "long.pdf", scan("Longue étude", 500))
        _paper, path = copied()
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) > 505
        assert "Longue étude, feuille 500" in words_of(path, 500)

    @pytest.mark.parametrize("limit", [20_000, 90_000, 120_000, 125_000])
    def test_on_a_full_disk_nothing_is_left_and_it_is_said(
        self, office, meeting, attach, tmp_path, limit
    ):
        noise = BytesIO()
        Image.effect_noise((180, 180), 90).save(noise, "PNG")
        attach(ONE, "photo.png", noise.getvalue())
        office.registry.close()
        (tmp_path / "tmp").mkdir()
        done = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(office.registry.path), str(meeting), str(limit)],
            check=False,
            capture_output=True,
            text=True,
            env={"TMPDIR": str(tmp_path / "tmp"), "PYTHONPATH": str(Path.cwd())},
        )
        assert done.stdout.split() == ["disk_full"], done.stderr[-3000:]
        assert not list((tmp_path / "tmp").iterdir())
        assert not list(tmp_path.glob("*pack*"))


FULL_DISK = """
import resource, sys
from pathlib import Path
from uuid import UUID
from datetime import UTC, datetime
from alize_desktop.errors import UserError
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

path = Path(sys.argv[1])
with Registry.open(path, lambda: datetime.now(UTC)) as registry:
    limit = int(sys.argv[3])
    steps = Services(registry).packs.pack(UUID(sys.argv[2]), None, path.with_name("pack.pdf"))
    next(steps)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for _step in steps:
            pass
    except UserError as error:
        print(error.code.value)
"""


class TestConformance:
    def test_a_copy_without_foreign_pages_is_pdf_a_and_pdf_ua(
        self, office, attach, tmp_path, verapdf
    ):
        meeting = office.prepare(TWO, THREE)
        drawn = BytesIO()
        Image.new("RGBA", (300, 200), (200, 20, 20, 90)).save(drawn, "PNG")
        plain, pictures = tmp_path / "plain.pdf", tmp_path / "pictures.pdf"
        member = office.member(3).id
        drained(office.services.packs.pack(meeting, member, plain))
        attach(TWO, "logo.png", drawn.getvalue())
        drained(office.services.packs.pack(meeting, member, pictures))
        checks = [(each, path) for path in (plain, pictures) for each in ("2a", "ua1")]
        assert verapdf(checks) == {}
        for path in (plain, pictures):
            subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)

    def test_with_foreign_pages_it_keeps_its_structure_and_claims_nothing(self, copied):
        _paper, path = copied()
        with pikepdf.open(path) as pdf:
            packet = pdf.Root.Metadata.read_bytes()
            assert "/StructTreeRoot" in pdf.Root
            assert b"<pdfaid:part>" not in packet
            assert b"<pdfuaid:part>" not in packet
        subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
