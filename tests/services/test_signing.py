"""Signatures of papers: kept, journaled, and told from what is not this registry's."""

import hashlib
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pyhanko.pdf_utils.generic import StreamObject, pdf_name
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from alize_desktop.documents.parts.seal import fingerprint
from alize_desktop.documents.signing.keys import open_key_file
from alize_desktop.documents.signing.library import IncrementalPdfFileWriter
from alize_desktop.documents.signing.writing import sign as sign_pdf
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind, SignatureKind
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.verification import RecordedAs, TokenAccess
from alize_desktop.models.store import driver
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.services import papers, signing
from alize_desktop.services.bundle import Services
from alize_desktop.services.paper_verification import is_pdf, verify
from alize_desktop.services.work import drained
from alize_desktop.wording.verification import doubt, verification_lines

pytestmark = pytest.mark.retold

ONE, TWO = "2026-001", "2026-002"


def approving(office):
    """Hold a meeting that approves a dossier, and close it."""
    held = office.hold(ONE)
    office.approve(held, ONE)
    office.services.committee.close(held)
    return held


@pytest.fixture
def meeting(office):
    return office.after(approving)


@pytest.fixture
def minutes(office, meeting, tmp_path):
    """The minutes, and their identifier."""
    path = tmp_path / "pv.pdf"
    drained(office.services.minutes.export(meeting, path))
    return path, paper_id(office, path)


@pytest.fixture
def key(signers, tmp_path):
    """A file that signs for Odile Perrin."""
    path = tmp_path / "perrin.p12"
    path.write_bytes(signers.person("Odile Perrin").p12())
    return path


@pytest.fixture
def sign(office, minutes, key, signers, tmp_path):
    """Return a function that signs the minutes; what is not said is as it should be."""

    def call(source=None, target="signé.pdf", passphrase=None, certificate=None, **more):
        return office.services.signing.sign_pkcs12(
            minutes[1],
            source or minutes[0],
            tmp_path / target,
            certificate or key,
            signers.PASSPHRASE if passphrase is None else passphrase,
            **more,
        )

    return call


def redrawn(content):
    """Return a PDF to which somebody added another first page, over the one it begins with."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    drawn = StreamObject(stream_data=b"q 1 1 1 rg 0 0 600 850 re f Q")
    page[pdf_name("/Contents")] = writer.add_object(drawn)
    writer.update_container(page)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def paper_id(office, path) -> UUID:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with office.registry.read() as session:
        return session.scalar(select(StoredPaper.id).where(StoredPaper.sha256 == digest))


class TestSigning:
    def test_the_papers_of_a_meeting_and_of_a_dossier_are_listed(
        self, office, meeting, minutes, tmp_path
    ):
        dossier = office.dossier(TWO)
        path, again = tmp_path / "a.pdf", tmp_path / "encore.pdf"
        papers.keep(office.registry, PaperKind.NOTIFICATION, path, a_pdf(), dossier_id=dossier)
        office.clock.advance(60)
        drained(office.services.minutes.export(meeting, again))
        of_meeting = office.services.signing.papers(meeting)
        assert [each.path for each in of_meeting] == [str(again), str(minutes[0])]
        assert (of_meeting[1].id, of_meeting[1].meeting_id) == (minutes[1], meeting)
        (of_dossier,) = office.services.signing.papers(dossier)
        assert (of_dossier.kind, of_dossier.dossier_id) == (PaperKind.NOTIFICATION, dossier)
        assert of_dossier.sha256 == hashlib.sha256(a_pdf()).hexdigest()

    def test_a_signature_is_kept(self, office, minutes, sign, tmp_path):
        row = sign(signer="Mme Odile Perrin")
        content = (tmp_path / "signé.pdf").read_bytes()
        assert (row.kind, row.signer) == (SignatureKind.CERTIFICATE, "Mme Odile Perrin")
        assert row.declared_at == office.clock()
        assert row.sha256 == hashlib.sha256(content).hexdigest()
        assert Path(row.path) == tmp_path / "signé.pdf"
        assert len(row.certificate) == 64
        assert office.services.signing.signatures(minutes[1]) == (row,)

    def test_it_is_journaled_with_its_meeting(self, office, meeting, minutes, sign):
        row = sign()
        line = office.journal()[-1]
        assert (line.action, line.subject_kind, line.subject_id) == (
            "paper.signed",
            "meeting",
            meeting,
        )
        for told in (str(minutes[1]), row.sha256, row.certificate, "Odile Perrin", "signé.pdf"):
            assert told in line.details

    def test_a_paper_of_a_dossier_is_journaled_with_it(self, office, key, signers, tmp_path):
        dossier, path = office.dossier(TWO), tmp_path / "lettre.pdf"
        papers.keep(office.registry, PaperKind.NOTIFICATION, path, a_pdf(), dossier_id=dossier)
        office.services.signing.sign_pkcs12(
            paper_id(office, path), path, path, key, signers.PASSPHRASE
        )
        line = office.journal()[-1]
        assert (line.subject_kind, line.subject_id) == ("dossier", dossier)

    def test_the_name_of_the_certificate_is_taken_when_none_is_typed(self, sign):
        assert sign().signer == "Odile Perrin"

    def test_several_people_sign_in_turn(self, office, minutes, sign, signers, tmp_path, clock):
        sign()
        other = tmp_path / "vidal.p12"
        other.write_bytes(signers.person("Claire Vidal").p12())
        clock.advance(3600)
        sign(tmp_path / "signé.pdf", "deux.pdf", certificate=other)
        names = [each.signer for each in office.services.signing.signatures(minutes[1])]
        assert names == ["Odile Perrin", "Claire Vidal"]
        found = office.services.signing.verify(tmp_path / "deux.pdf")
        assert found.holds
        assert [each.signer for each in found.pdf.signatures] == names

    def test_a_card_signs(self, office, minutes, cards, signers, tmp_path):
        access = TokenAccess(signers.SOFTHSM, "Carte Perrin", signers.PIN)
        row = office.services.signing.sign_token(
            minutes[1], minutes[0], tmp_path / "signé.pdf", access
        )
        assert (row.kind, row.signer) == (SignatureKind.TOKEN, "PERRIN Odile")
        assert row.certificate == cards.asn1.sha256.hex()
        assert office.services.signing.verify(tmp_path / "signé.pdf").holds

    def test_a_signed_file_may_take_the_place_of_the_unsigned_one(self, office, minutes, sign):
        sign(target=minutes[0].name)
        assert office.services.signing.verify(minutes[0]).holds


class TestRefusals:
    @pytest.fixture
    def nothing_written(self, tmp_path, office, minutes, key, refused):
        """Return a context: refused, and no file is there that was not before."""
        before = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
        yield lambda code, **params: refused(code, office, **params)
        after = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
        registry = office.registry.path.name
        kept = {path for path in after if not path.name.startswith(registry)}
        assert kept == {path for path in before if not path.name.startswith(registry)}

    def test_a_wrong_passphrase(self, nothing_written, sign):
        with nothing_written(ErrorCode.CERTIFICATE_PASSPHRASE_WRONG, name="perrin.p12"):
            sign(passphrase="Dijon")  # noqa: S106 - it opens nothing

    def test_a_file_that_is_no_certificate(self, nothing_written, sign, minutes):
        with nothing_written(ErrorCode.CERTIFICATE_FILE_DAMAGED, name="pv.pdf"):
            sign(certificate=minutes[0])

    def test_a_certificate_that_is_not_there(self, nothing_written, sign, tmp_path):
        with nothing_written(ErrorCode.FILE_NOT_READABLE):
            sign(certificate=tmp_path / "absent.p12")

    def test_an_expired_certificate_until_it_is_confirmed(
        self, office, refused, minutes, sign, signers, tmp_path
    ):
        late = tmp_path / "tard.p12"
        late.write_bytes(signers.person("Odile Perrin", days=(-400, -30)).p12())
        with refused(ErrorCode.CERTIFICATE_EXPIRED, office, name="Odile Perrin"):
            sign(certificate=late)
        assert sign(certificate=late, accept_expired=True).signer == "Odile Perrin"

    def test_a_paper_that_was_changed(self, nothing_written, sign, minutes):
        minutes[0].write_bytes(minutes[0].read_bytes() + b"\n")
        with nothing_written(ErrorCode.PAPER_NOT_RECORDED, path=str(minutes[0])):
            sign()

    def test_a_file_of_another_paper(self, office, nothing_written, sign, meeting, tmp_path):
        other = tmp_path / "pv.pdf"
        papers.keep(office.registry, PaperKind.PACK, other, a_pdf(), meeting_id=meeting)
        with nothing_written(ErrorCode.PAPER_NOT_RECORDED):
            sign(other)

    def test_a_paper_that_is_not_in_the_registry(self, office, refused, minutes, tmp_path):
        service, unknown = office.services.signing, UUID(int=7)
        access = TokenAccess(Path("x"), "x", "x")
        with refused(ErrorCode.PAPER_NOT_FOUND, office):
            service.sign_pkcs12(unknown, minutes[0], tmp_path / "a", minutes[0], "x")
        with refused(ErrorCode.PAPER_NOT_FOUND, office):
            service.sign_token(unknown, minutes[0], tmp_path / "a", access)
        with refused(ErrorCode.PAPER_NOT_FOUND, office):
            service.attach_scan(unknown, minutes[0])

    def test_a_workbook(self, office, refused, key, signers, tmp_path):
        path = tmp_path / "a.xlsx"
        papers.keep(
            office.registry, PaperKind.SCHEDULE, path, b"PK\3\4", dossier_id=office.dossier(ONE)
        )
        with refused(ErrorCode.PAPER_NOT_SIGNABLE, office):
            office.services.signing.sign_pkcs12(
                paper_id(office, path), path, tmp_path / "b", key, signers.PASSPHRASE
            )

    def test_the_registry_as_a_target(self, office, nothing_written, sign):
        with nothing_written(ErrorCode.REGISTRY_EXISTS):
            sign(target=office.registry.path.name)

    def test_a_folder_that_is_not_there(self, nothing_written, sign):
        with nothing_written(ErrorCode.FOLDER_NOT_WRITABLE):
            sign(target="absent/a.pdf")

    def test_a_target_that_another_program_holds(self, nothing_written, sign, minutes, monkeypatch):
        def refuse(_self, _target):
            raise PermissionError

        monkeypatch.setattr(Path, "replace", refuse)
        with nothing_written(ErrorCode.FILE_IN_USE, path=str(minutes[0])):
            sign(target=minutes[0].name)

    def test_a_full_disk(self, nothing_written, sign, monkeypatch):
        def refuse(path, _content):
            raise UserError(ErrorCode.DISK_FULL, path=str(path))

        monkeypatch.setattr(signing, "write_atomic", refuse)
        with nothing_written(ErrorCode.DISK_FULL):
            sign()

    def test_a_signature_that_cannot_be_remembered(
        self, nothing_written, sign, minutes, monkeypatch
    ):
        def refuse(*_arguments):
            raise UserError(ErrorCode.DISK_FULL, path="registre")

        monkeypatch.setattr(signing.signature_records, "record", refuse)
        before = minutes[0].read_bytes()
        for target in ("signé.pdf", minutes[0].name):
            with nothing_written(ErrorCode.DISK_FULL):
                sign(target=target)
        assert minutes[0].read_bytes() == before

    def test_a_name_that_cannot_be_printed(self, nothing_written, sign):
        with nothing_written(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS):
            sign(signer="Odile\x00")

    def test_a_card_that_is_not_there(self, nothing_written, office, minutes, cards, signers):
        access = TokenAccess(signers.SOFTHSM, "Carte absente", signers.PIN)
        with nothing_written(ErrorCode.TOKEN_NOT_FOUND, label="Carte absente"):
            office.services.signing.sign_token(minutes[1], minutes[0], Path("x.pdf"), access)


class TestInk:
    @pytest.fixture
    def scan(self, tmp_path):
        path = tmp_path / "scan.png"
        path.write_bytes(b"\x89PNG\r\n\x1a\n a picture")
        return path

    def test_a_scan_is_kept_with_its_digest(self, office, minutes, scan):
        row = office.services.signing.attach_scan(minutes[1], scan, "Mme Perrin")
        assert (row.kind, row.signer, row.certificate) == (SignatureKind.INK, "Mme Perrin", "")
        assert row.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
        assert office.services.signing.signatures(minutes[1]) == (row,)
        assert office.services.signing.scan(row.id) == scan.read_bytes()
        assert office.actions()[-1] == "paper.signed"

    def test_the_same_scan_is_kept_once(self, office, minutes, scan):
        for _time in range(2):
            office.services.signing.attach_scan(minutes[1], scan)
        assert len(office.services.signing.signatures(minutes[1])) == 2

    def test_what_is_no_scan_is_refused(self, office, minutes, scan, refused, tmp_path):
        (tmp_path / "a.txt").write_text("signé")
        for path in (minutes[0], tmp_path / "a.txt"):
            with refused(ErrorCode.SCAN_REFUSED, office, name=path.name):
                office.services.signing.attach_scan(minutes[1], path)
        with refused(ErrorCode.FILE_NOT_READABLE, office):
            office.services.signing.attach_scan(minutes[1], tmp_path / "absent.png")

    def test_a_scan_is_no_file_to_sign(self, office, minutes, scan, sign, refused):
        office.services.signing.attach_scan(minutes[1], scan)
        with refused(ErrorCode.PAPER_NOT_RECORDED, office):
            sign(scan)

    def test_a_signature_without_a_scan_has_none(self, office, sign):
        row = sign()
        with pytest.raises(UserError) as caught:
            office.services.signing.scan(row.id)
        assert caught.value.code is ErrorCode.DOCUMENT_NOT_FOUND

    def test_a_scan_is_known(self, office, minutes, scan):
        office.services.signing.attach_scan(minutes[1], scan, "Mme Perrin")
        found = office.services.signing.verify(scan)
        assert found.holds
        assert found.registry.recorded.state is RecordedAs.SCAN


class TestVerification:
    def test_the_paper_itself_is_known_and_sealed(self, office, minutes):
        found = office.services.signing.verify(minutes[0])
        assert found.holds
        assert (found.registry.recorded.state, found.registry.recorded.kind) == (
            RecordedAs.PAPER,
            PaperKind.MINUTES,
        )
        (seal,) = found.registry.seals
        assert fingerprint(office.journal()[seal.line - 1].hash) == seal.fingerprint

    def test_a_signed_paper_is_known(self, office, sign, tmp_path):
        sign(signer="Mme Perrin")
        found = office.services.signing.verify(tmp_path / "signé.pdf")
        assert found.holds
        assert found.registry.recorded.state is RecordedAs.SIGNED
        assert found.registry.recorded.signer == "Mme Perrin"

    def test_a_paper_signed_elsewhere_begins_with_known_bytes(
        self, office, minutes, key, signers, tmp_path, clock
    ):
        office.registry.copy(tmp_path / "copie.alize")
        elsewhere = tmp_path / "ailleurs.pdf"
        with Registry.open(tmp_path / "copie.alize", clock) as copy:
            Services(copy).signing.sign_pkcs12(
                minutes[1], minutes[0], elsewhere, key, signers.PASSPHRASE
            )
        found = office.services.signing.verify(elsewhere)
        assert found.registry.recorded.state is RecordedAs.EARLIER_REVISION
        assert found.pdf.signatures_hold
        assert not found.holds
        assert doubt(found) == ("signé hors de ce registre, par un certificat que rien n’atteste")

    def test_a_page_redrawn_after_the_recorded_bytes_is_told(
        self, office, minutes, signers, tmp_path
    ):
        forged = redrawn(minutes[0].read_bytes())
        path = tmp_path / "faux.pdf"
        path.write_bytes(forged)
        found = office.services.signing.verify(path)
        assert found.registry.recorded.state is RecordedAs.EARLIER_REVISION
        assert not found.holds
        assert doubt(found) == "la suite du papier a été ajoutée hors de ce registre"

        forger = open_key_file(signers.person("Un faussaire").p12(), signers.PASSPHRASE, "x.p12")
        path.write_bytes(sign_pdf(forged, forger, "Odile Perrin", office.clock()).content)
        found = office.services.signing.verify(path)
        assert found.pdf.signatures_hold
        assert not found.holds
        assert "hors de ce registre" in doubt(found)

    def test_a_page_redrawn_after_a_recorded_signature_is_told(self, office, sign, tmp_path):
        sign()
        path = tmp_path / "signé.pdf"
        path.write_bytes(redrawn(path.read_bytes()))
        found = office.services.signing.verify(path)
        assert not found.holds
        assert doubt(found) == "une signature ne tient pas"

    def test_one_changed_byte_is_told(self, office, minutes, sign, tmp_path):
        sign()
        for path in (minutes[0], tmp_path / "signé.pdf"):
            content = bytearray(path.read_bytes())
            content[2000] ^= 1
            changed = tmp_path / "modifié.pdf"
            changed.write_bytes(content)
            found = office.services.signing.verify(changed)
            assert not found.holds
            assert found.registry.recorded.state is RecordedAs.UNKNOWN
            assert doubt(found)

    def test_a_paper_of_another_registry_is_told(self, minutes, sign, tmp_path, clock):
        sign()
        programme = Programme(basin="Toul")
        with Registry.create(tmp_path / "toul.alize", programme, clock) as other:
            services = Services(other)
            for path in (minutes[0], tmp_path / "signé.pdf"):
                found = services.signing.verify(path)
                assert found.registry.recorded.state is RecordedAs.UNKNOWN
                assert [each.line for each in found.registry.seals] == [None]
                assert not found.holds
                assert doubt(found) == "ce registre ne le connaît pas"

    def test_a_copy_of_the_registry_knows_its_papers(self, office, minutes, sign, tmp_path, clock):
        sign()
        office.registry.copy(tmp_path / "copie.alize")
        with Registry.open(tmp_path / "copie.alize", clock) as copy:
            assert Services(copy).signing.verify(tmp_path / "signé.pdf").holds

    def test_what_a_pack_attaches_is_not_its_own(self, office, meeting, tmp_path):
        path = tmp_path / "dossier.pdf"
        content = a_pdf("ABCD-EFGH-IJKL-MNOP-QRST-UVWX")
        papers.keep(office.registry, PaperKind.PACK, path, content, meeting_id=meeting)
        found = office.services.signing.verify(path)
        assert found.holds
        assert [each.fingerprint for each in found.registry.seals] == [""]

    def test_a_paper_that_prints_nothing_is_sealed_by_what_was_recorded(
        self, office, meeting, tmp_path
    ):
        path = tmp_path / "liste.pdf"
        papers.keep(office.registry, PaperKind.DECISION_LIST, path, a_pdf(), meeting_id=meeting)
        (seal,) = office.services.signing.verify(path).registry.seals
        assert (seal.fingerprint, seal.line) == ("", len(office.journal()) - 1)

    def test_a_file_that_is_no_pdf_may_be_known(self, office, tmp_path):
        path = tmp_path / "a.xlsx"
        papers.keep(
            office.registry, PaperKind.SCHEDULE, path, b"PK\3\4", dossier_id=office.dossier(ONE)
        )
        found = office.services.signing.verify(path)
        assert found.holds
        assert not found.pdf.is_pdf

    def test_without_a_registry_only_the_signature_is_told(self, minutes, sign, tmp_path):
        sign()
        found = verify(tmp_path / "signé.pdf", None)
        assert (found.holds, found.registry) == (True, None)
        assert not verify(minutes[0], None).holds

    def test_a_registry_that_was_edited_proves_nothing(self, office, minutes):
        with driver.connect(office.registry.path) as connection:
            connection.execute("DROP TRIGGER journal_refuses_update")
            (details,) = connection.execute(
                "SELECT details FROM journal WHERE sequence = 3"
            ).fetchone()
            connection.execute("UPDATE journal SET details = '{}' WHERE sequence = 3")
            connection.commit()
            found = office.services.signing.verify(minutes[0])
            connection.execute("UPDATE journal SET details = ? WHERE sequence = 3", (details,))
            connection.commit()
        assert (found.holds, found.registry.journal_is_sound) == (False, False)

    def test_a_signature_that_was_edited_proves_nothing(self, office, minutes, sign):
        sign(signer="Mme Perrin")
        assert office.registry.verify().is_sound
        with driver.connect(office.registry.path) as connection:
            connection.execute("DROP TRIGGER signature_refuses_update")
            connection.execute("UPDATE signature SET signer = 'M. Vidal'")
            connection.commit()
            found = office.services.signing.verify(minutes[0])
            connection.execute("UPDATE signature SET signer = 'Mme Perrin'")
            connection.commit()
        assert not found.registry.journal_is_sound

    def test_what_is_not_there_is_refused(self, office, tmp_path):
        with pytest.raises(UserError) as caught:
            office.services.signing.verify(tmp_path / "absent.pdf")
        assert caught.value.code is ErrorCode.FILE_NOT_READABLE

    def test_a_pdf_is_known_by_its_beginning(self, minutes, office, tmp_path):
        assert is_pdf(minutes[0])
        assert not is_pdf(office.registry.path)
        assert not is_pdf(tmp_path / "absent.pdf")

    def test_everything_is_told_in_french(self, office, sign, tmp_path):
        sign(signer="Mme Perrin")
        lines = verification_lines(office.services.signing.verify(tmp_path / "signé.pdf"))
        assert lines[0] == ("Signature\u00a0: Odile Perrin. Elle tient, et couvre tout le fichier.")
        assert any("Aucune autorité ne l’atteste." in each for each in lines)


def a_pdf(text="Bonjour") -> bytes:
    """Return a PDF of one page."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 720, text)
    canvas.save()
    return buffer.getvalue()
