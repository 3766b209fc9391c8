"""Signatures: they hold for pyHanko and for poppler, and whatever is changed is told."""

import socket
import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pikepdf
import pkcs11
import pytest
from asn1crypto.keys import PrivateKeyInfo
from pyhanko.pdf_utils.generic import StreamObject, pdf_name
from pyhanko_certvalidator import ValidationContext
from reportlab.pdfgen.canvas import Canvas

from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.documents.parts.seal import fingerprint
from alize_desktop.documents.signing import cards as signing_cards
from alize_desktop.documents.signing.cards import open_card
from alize_desktop.documents.signing.certificates import readable
from alize_desktop.documents.signing.keys import open_key_file
from alize_desktop.documents.signing.library import (
    IncrementalPdfFileWriter,
    PdfFileReader,
    PdfSignatureMetadata,
    PdfSigner,
    SimpleSigner,
    Unreachable,
)
from alize_desktop.documents.signing.printed import printed_fingerprints
from alize_desktop.documents.signing.reading import read_pdf
from alize_desktop.documents.signing.writing import sign
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.verification import PdfFindings, SignatureFlaw, TokenAccess


@pytest.fixture(scope="module")
def now(signers):
    return signers.NOW


@pytest.fixture(scope="module")
def odile(signers):
    return signers.person("Odile Perrin", with_rsa=True)


@pytest.fixture(scope="module")
def marc(signers):
    return signers.person("Marc Œillet", authority=signers.person("Autorité d’essai"))


@pytest.fixture
def signed_by(signers, now):
    """Return a function: bytes, person, hours later → signed bytes."""

    def call(content, holder, hours=0, name=""):
        key = open_key_file(holder.p12(), signers.PASSPHRASE, "clé.p12")
        return sign(content, key, name, now + timedelta(hours=hours)).content

    return call


@pytest.fixture
def minutes(record, drain):
    return drain(minutes_pdf(record))[1]


@pytest.fixture
def small():
    """A PDF of one word, which is quick to read."""
    return small_pdf("Bonjour")


@pytest.fixture
def refusal():
    """Return a function that calls another, and returns the code of its refusal."""

    def call(function, *arguments, **named):
        with pytest.raises(UserError) as caught:
            function(*arguments, **named)
        return caught.value.code

    return call


def small_pdf(text):
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 720, text)
    canvas.save()
    return buffer.getvalue()


def pdfsig(content, path):
    """Return what poppler says of each signature, line by line."""
    path.write_bytes(content)
    told = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout
    return [part.splitlines() for part in told.split("Signature #")[1:]]


def pyhanko_status(content, *roots):
    """Return what pyHanko says of each signature when some authorities are trusted."""
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415 - once loaded

    reader = PdfFileReader(BytesIO(content))
    return [
        validate_pdf_signature(
            each,
            ValidationContext(
                trust_roots=[root.asn1 for root in roots],
                allow_fetching=False,
                revocation_mode="soft-fail",
                moment=each.self_reported_timestamp,
            ),
        )
        for each in reader.embedded_regular_signatures
    ]


@pytest.mark.retold
class TestASignedPaper:
    def test_it_holds_for_pyhanko(self, minutes, signed_by, marc):
        (status,) = pyhanko_status(signed_by(minutes, marc), marc.authority)
        assert (status.intact, status.valid, status.trusted) == (True, True, True)
        assert status.bottom_line
        assert status.coverage.name == "ENTIRE_FILE"

    def test_it_holds_for_poppler_which_says_that_all_is_signed(
        self, minutes, signed_by, marc, tmp_path
    ):
        (lines,) = pdfsig(signed_by(minutes, marc), tmp_path / "a.pdf")
        assert "  - Signature Validation: Signature is Valid." in lines
        assert "  - Total document signed" in lines
        assert "  - Signature Type: ETSI.CAdES.detached" in lines
        assert "  - Signer Certificate Common Name: Marc Œillet" in lines

    def test_it_holds_for_us_and_says_who_and_when(self, minutes, signed_by, marc, now):
        found = read_pdf(signed_by(minutes, marc, name="M. Marc Œillet"))
        assert found.signatures_hold
        (signature,) = found.signatures
        assert (signature.signer, signature.declared_name) == ("Marc Œillet", "M. Marc Œillet")
        assert (signature.declared_at, signature.issuer) == (now, "Autorité d’essai")
        assert (signature.is_self_signed, signature.was_valid) == (False, True)
        assert signature.certificate == marc.asn1.sha256.hex()

    def test_it_begins_with_the_paper_itself(self, minutes, signed_by, marc):
        assert signed_by(minutes, marc).startswith(minutes)

    def test_nothing_is_drawn_and_its_properties_stay(self, minutes, signed_by, marc, read_pdf):
        before = read_pdf(minutes)
        told, text = before.properties, before.flow
        after = read_pdf(signed_by(minutes, marc))
        assert after.flow == text
        changed = {name for name in told if after.properties[name] != told[name]}
        assert changed <= {"Form", "File size", "PDF version"}

    def test_it_stays_compliant(self, minutes, signed_by, odile, marc, verapdf, tmp_path):
        once, twice = tmp_path / "once.pdf", tmp_path / "twice.pdf"
        once.write_bytes(signed_by(minutes, odile))
        twice.write_bytes(signed_by(once.read_bytes(), marc, hours=1))
        checks = [(flavour, path) for flavour in ("2a", "ua1") for path in (once, twice)]
        assert verapdf(checks) == {}

    def test_its_syntax_is_sound(self, minutes, signed_by, odile, marc, tmp_path):
        path = tmp_path / "a.pdf"
        path.write_bytes(signed_by(signed_by(minutes, odile), marc))
        assert (
            subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode
            == 0
        )

    def test_the_same_hour_and_key_give_the_same_bytes(self, minutes, signed_by, odile):
        assert signed_by(minutes, odile) == signed_by(minutes, odile)
        assert signed_by(minutes, odile) != signed_by(minutes, odile, hours=1)

    def test_a_second_signature_keeps_the_first(self, minutes, signed_by, odile, marc, tmp_path):
        once = signed_by(minutes, odile)
        twice = signed_by(once, marc, hours=1)
        assert twice.startswith(once)
        first, second = pdfsig(twice, tmp_path / "a.pdf")
        for lines in (first, second):
            assert "  - Signature Validation: Signature is Valid." in lines
        assert "  - Total document signed" in second
        assert all(each.bottom_line for each in pyhanko_status(twice, odile, marc.authority))
        found = read_pdf(twice)
        assert found.signatures_hold
        assert [each.signer for each in found.signatures] == ["Odile Perrin", "Marc Œillet"]
        assert [each.covers_whole_file for each in found.signatures] == [False, True]

    def test_five_people_may_sign(self, small, signed_by, odile):
        content = small
        for hour in range(5):
            content = signed_by(content, odile, hours=hour)
        found = read_pdf(content)
        assert found.signatures_hold
        assert len(found.signatures) == 5

    def test_its_first_signature_certifies_it(self, minutes, signed_by, odile, marc):
        reader = PdfFileReader(BytesIO(signed_by(signed_by(minutes, odile), marc)))
        first, second = reader.embedded_regular_signatures
        assert first.docmdp_level.name == "FILL_FORMS"
        assert reader.root["/Perms"]["/DocMDP"].get_object() == first.sig_object
        assert "/TransformMethod" not in str(second.sig_object.get("/Reference", ""))


@pytest.mark.retold
class TestWhatWasChanged:
    def test_one_changed_byte_is_told_wherever_it_is(self, small, signed_by, odile):
        signed = signed_by(small, odile)
        for place in range(0, len(signed), 7):
            changed = bytearray(signed)
            changed[place] ^= 1
            assert not read_pdf(bytes(changed)).signatures_hold, place

    def test_one_changed_byte_is_told_for_poppler_too(self, minutes, signed_by, odile, tmp_path):
        signed = bytearray(signed_by(minutes, odile))
        signed[len(minutes) // 2] ^= 1
        (lines,) = pdfsig(bytes(signed), tmp_path / "a.pdf")
        assert "  - Signature Validation: Digest Mismatch." in lines
        (found,) = read_pdf(bytes(signed)).signatures
        assert found.flaw is SignatureFlaw.ALTERED

    def test_a_change_of_the_first_revision_condemns_both_signatures(
        self, small, signed_by, odile, marc
    ):
        twice = signed_by(signed_by(small, odile), marc)
        changed = twice.replace(b"ReportLab", b"Reportlab", 1)
        assert [each.flaw for each in read_pdf(changed).signatures] == [SignatureFlaw.ALTERED] * 2

    def test_a_revision_added_afterwards_is_told(self, small, signed_by, odile, tmp_path):
        signed = signed_by(small, odile)
        longer = with_revision(signed)
        (lines,) = pdfsig(longer, tmp_path / "a.pdf")
        assert "  - Signature Validation: Signature is Valid." in lines  # for poppler, it is
        assert "  - Not total document signed" in lines
        found = read_pdf(longer)
        assert found.bytes_after == len(longer) - len(signed)
        assert found.signatures[0].flaw is SignatureFlaw.CHANGED_AFTER
        assert not found.signatures_hold

    @pytest.mark.parametrize("added", [b"\n", b"%%EOF\n", b"x" * 5000])
    def test_bytes_added_afterwards_are_told(self, small, signed_by, odile, added):
        found = read_pdf(signed_by(small, odile) + added)
        assert not found.signatures_hold
        assert found.bytes_after == len(added) or not found.is_pdf

    def test_a_revision_between_two_signatures_is_told(self, small, signed_by, odile, marc):
        longer = with_revision(signed_by(small, odile))
        found = read_pdf(signed_anyway(longer, marc))
        assert [each.flaw for each in found.signatures] == [SignatureFlaw.CHANGED_AFTER, None]

    def test_a_signature_cut_off_is_told(self, small, signed_by, odile):
        signed = signed_by(small, odile)
        found = read_pdf(signed.replace(b"/AcroForm", b"/AcroFrom"))
        assert (found.signatures, found.has_lost_signature) == ((), True)
        assert not found.signatures_hold

    def test_digits_written_another_way_are_told(self, small, signed_by, odile):
        signed = signed_by(small, odile)
        start = signed.index(b"/Contents <") + len(b"/Contents <")
        end = signed.index(b">", start)
        digits = signed[start:end]
        place = next(i for i, each in enumerate(digits) if each in b"ABCDEF")
        mixed = digits[:place] + digits[place : place + 1].lower() + digits[place + 1 :]
        (found,) = read_pdf(signed[:start] + mixed + signed[end:]).signatures
        assert found.flaw is SignatureFlaw.PARTIAL
        lower = signed[:start] + digits.lower() + signed[end:]
        assert read_pdf(lower).signatures_hold  # nothing says that it was not written so

    def test_a_weak_digest_proves_nothing(self, small, signers, now, odile):
        (found,) = read_pdf(signed_anyway(small, odile, "sha1")).signatures
        assert found.flaw is SignatureFlaw.WEAK

    def test_a_certificate_that_had_expired_is_told(self, small, signers, now):
        late = signers.person("Claire Vidal", days=(-400, -30))
        key = open_key_file(late.p12(), signers.PASSPHRASE, "a.p12")
        signed = sign(small, key, "", now, accept_expired=True).content
        found = read_pdf(signed)
        assert found.signatures_hold
        assert not found.signatures[0].was_valid

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-1.4 /ByteRange startxref 0 %%EOF"]
    )
    def test_what_is_damaged_is_said_to_be(self, content):
        lost = b"/ByteRange" in content
        assert read_pdf(content) == PdfFindings(
            is_pdf=False, is_damaged=True, has_lost_signature=lost
        )

    def test_half_a_paper_is_damaged_or_unsigned(self, minutes, signed_by, odile):
        signed = signed_by(minutes, odile)
        for part in range(1, 8):
            assert not read_pdf(signed[: len(signed) * part // 8]).signatures_hold


def with_revision(signed):
    """Write another word on the first page, behind a signed paper."""
    writer = IncrementalPdfFileWriter(BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[pdf_name("/Contents")] = writer.add_object(StreamObject(stream_data=b"0 0 99 99 re f"))
    writer.update_container(page)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def signed_anyway(content, holder, digest="sha256"):
    """Sign as another program would, which does not look at what it signs."""
    key = SimpleSigner.load_pkcs12_data(holder.p12("x"), [], b"x")
    metadata = PdfSignatureMetadata(field_name="Autre", md_algorithm=digest)
    writer = IncrementalPdfFileWriter(BytesIO(content))
    return PdfSigner(metadata, key).sign_pdf(writer).getvalue()


class TestAKeyFile:
    def test_its_passphrase_may_have_accents_or_be_empty(self, signers, odile):
        assert open_key_file(odile.p12("Noël à Œuilly"), "Noël à Œuilly", "a").signing_cert
        assert open_key_file(odile.p12(""), "", "a").signing_cert

    def test_what_is_wrong_with_it_is_told(self, signers, odile, refusal):
        whole = odile.p12()
        assert refusal(open_key_file, whole, "été", "a") is ErrorCode.CERTIFICATE_PASSPHRASE_WRONG
        assert refusal(open_key_file, whole, "", "a") is ErrorCode.CERTIFICATE_PASSPHRASE_WRONG
        assert (
            refusal(open_key_file, whole, "\udce9", "a") is ErrorCode.CERTIFICATE_PASSPHRASE_WRONG
        )
        for damaged in (b"", b"x", whole[:900], whole + b"x", b"%PDF-1.7"):
            code = refusal(open_key_file, damaged, signers.PASSPHRASE, "a")
            assert code is ErrorCode.CERTIFICATE_FILE_DAMAGED

    def test_a_changed_byte_never_opens_it(self, signers, odile):
        whole = odile.p12()
        for place in range(0, len(whole), 97):
            changed = bytearray(whole)
            changed[place] ^= 0x55
            with pytest.raises(UserError):
                open_key_file(bytes(changed), signers.PASSPHRASE, "a")

    def test_a_certificate_comes_with_its_own_key(self, signers, odile, marc, refusal):
        alone = odile.p12(with_key=False)
        code = refusal(open_key_file, alone, signers.PASSPHRASE, "a")
        assert code is ErrorCode.CERTIFICATE_WITHOUT_KEY

    def test_a_certificate_that_may_not_sign_is_refused(self, small, signers, now, refusal):
        for usages, code in (
            (signers.ENCRYPTING, ErrorCode.CERTIFICATE_NOT_FOR_SIGNING),
            (signers.NAMING, None),
            (None, None),
        ):
            holder = signers.person("Odile Perrin", usages=usages)
            key = open_key_file(holder.p12(), signers.PASSPHRASE, "a")
            if code:
                assert refusal(sign, small, key, "", now, accept_expired=True) is code
            else:
                assert read_pdf(sign(small, key, "", now).content).signatures_hold

    def test_a_certificate_out_of_its_days_signs_only_when_confirmed(
        self, small, signers, now, refusal
    ):
        for days, code in (
            ((-400, -30), ErrorCode.CERTIFICATE_EXPIRED),
            ((30, 400), ErrorCode.CERTIFICATE_NOT_YET_VALID),
        ):
            holder = signers.person("Odile Perrin", days=days)
            key = open_key_file(holder.p12(), signers.PASSPHRASE, "a")
            assert refusal(sign, small, key, "", now) is code
            assert sign(small, key, "", now, accept_expired=True).name == "Odile Perrin"

    def test_a_key_of_somebody_else_signs_nothing(self, small, signers, now, odile, refusal):
        other = open_key_file(signers.person("X", with_rsa=True).p12(), signers.PASSPHRASE, "a")
        key = open_key_file(odile.p12(), signers.PASSPHRASE, "a")
        key.signing_key = PrivateKeyInfo.load(other.signing_key.dump())
        assert refusal(sign, small, key, "", now) is ErrorCode.SIGNATURE_NOT_MADE


class TestACard:
    @pytest.fixture
    def access(self, signers):
        return TokenAccess(signers.SOFTHSM, "Carte Perrin", signers.PIN)

    def test_it_signs_with_the_certificate_that_commits(
        self, minutes, cards, access, now, tmp_path
    ):
        with open_card(access, now) as key:
            signed = sign(minutes, key, "", now)
        assert signed.certificate == cards.asn1.sha256.hex()
        assert read_pdf(signed.content).signatures_hold
        (lines,) = pdfsig(signed.content, tmp_path / "a.pdf")
        assert "  - Total document signed" in lines
        assert pyhanko_status(signed.content, cards)[0].bottom_line

    def test_another_certificate_may_be_named(self, small, cards, signers, now):
        access = TokenAccess(signers.SOFTHSM, "Carte Perrin", signers.PIN, "authentification")
        with open_card(access, now) as key:
            assert sign(small, key, "", now).certificate != cards.asn1.sha256.hex()

    def test_its_key_may_be_elliptic(self, small, cards, signers, now, tmp_path):
        access = TokenAccess(signers.SOFTHSM, "Carte Vidal", signers.PIN)
        with open_card(access, now) as key:
            signed = sign(small, key, "", now)
        assert signed.name == "Claire Vidal"
        (lines,) = pdfsig(signed.content, tmp_path / "a.pdf")
        assert "  - Signature Validation: Signature is Valid." in lines

    def test_what_is_wrong_with_it_is_told(self, cards, signers, now, tmp_path):
        library, label, pin = signers.SOFTHSM, "Carte Perrin", signers.PIN
        text = tmp_path / "pilote.so"
        text.write_text("not a library")
        for access, code in (
            (TokenAccess(library, label, "9999"), ErrorCode.TOKEN_PIN_WRONG),
            (TokenAccess(library, label, ""), ErrorCode.TOKEN_PIN_WRONG),
            (TokenAccess(library, label, "9" * 300), ErrorCode.TOKEN_PIN_WRONG),
            (TokenAccess(library, "Autre carte", pin), ErrorCode.TOKEN_NOT_FOUND),
            (TokenAccess(library, "Carte vide", pin), ErrorCode.TOKEN_WITHOUT_CERTIFICATE),
            (TokenAccess(library, label, pin, "autre"), ErrorCode.TOKEN_WITHOUT_CERTIFICATE),
            (TokenAccess(tmp_path / "x.so", label, pin), ErrorCode.TOKEN_LIBRARY_NOT_FOUND),
            (TokenAccess(text, label, pin), ErrorCode.TOKEN_LIBRARY_NOT_FOUND),
        ):
            with pytest.raises(UserError) as caught, open_card(access, now):
                pass
            assert caught.value.code is code, access

    @pytest.mark.parametrize(
        ("answer", "code"),
        [
            (pkcs11.PinLocked, ErrorCode.TOKEN_PIN_LOCKED),
            (pkcs11.DeviceRemoved, ErrorCode.TOKEN_NOT_FOUND),
            (pkcs11.DeviceError, ErrorCode.TOKEN_FAILED),
        ],
    )
    def test_what_only_a_real_card_answers_is_told(self, access, now, monkeypatch, answer, code):
        def refuse(**_named):
            raise answer

        card = SimpleNamespace(open=refuse)
        monkeypatch.setattr(signing_cards, "_token", lambda _access: card)
        with pytest.raises(UserError) as caught, open_card(access, now):
            pass
        assert caught.value.code is code

    def test_a_card_taken_away_while_it_signs_is_told(self, cards, access, now):
        with pytest.raises(UserError) as caught, open_card(access, now):
            raise pkcs11.DeviceRemoved
        assert caught.value.code is ErrorCode.TOKEN_NOT_FOUND

    def test_its_code_is_never_shown(self, access, signers):
        assert signers.PIN not in repr(access)


class TestWhatCannotBeSigned:
    @pytest.mark.parametrize("content", [b"", b"PK\3\4 a workbook", b"%PDF-1.7\n%%EOF"])
    def test_what_is_no_pdf_is_refused(self, content, signers, odile, now, refusal):
        key = open_key_file(odile.p12(), signers.PASSPHRASE, "a")
        assert refusal(sign, content, key, "", now) is ErrorCode.PAPER_NOT_SIGNABLE

    def test_an_encrypted_pdf_is_refused(self, small, signers, odile, now, refusal):
        buffer = BytesIO()
        with pikepdf.open(BytesIO(small)) as pdf:
            pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
        key = open_key_file(odile.p12(), signers.PASSPHRASE, "a")
        assert refusal(sign, buffer.getvalue(), key, "", now) is ErrorCode.PAPER_NOT_SIGNABLE


class TestPrintedFingerprints:
    def test_that_of_the_minutes_is_read(self, minutes, record):
        assert printed_fingerprints(minutes) == (fingerprint(record.journal_head),)

    def test_a_paper_may_print_none(self, small):
        assert printed_fingerprints(small) == ()

    def test_the_last_page_that_prints_some_is_read(self):
        buffer = BytesIO()
        canvas = Canvas(buffer, invariant=1)
        own, other = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX", "2345-EFGH-IJKL-MNOP-QRST-UVWX"
        for line in (other, f"{own} {own}", "Fin"):
            canvas.drawString(72, 720, line)
            canvas.showPage()
        canvas.save()
        assert printed_fingerprints(buffer.getvalue()) == (own,)

    def test_one_in_a_form_is_read(self):
        buffer = BytesIO()
        canvas = Canvas(buffer, invariant=1)
        canvas.beginForm("seal")
        canvas.drawString(72, 720, "ABCD-EFGH-IJKL-MNOP-QRST-UVWX")
        canvas.endForm()
        canvas.doForm("seal")
        canvas.save()
        assert printed_fingerprints(buffer.getvalue()) == ("ABCD-EFGH-IJKL-MNOP-QRST-UVWX",)

    def test_forms_that_draw_each_other_again_and_again_are_read_once(self):
        """Each draws the next sixty times: to draw them all would take days."""
        pdf, form = pikepdf.new(), None
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for _depth in range(8):
            inside = {} if form is None else {"/F": form}
            form = pdf.make_stream(
                b"BT /H 9 Tf (ABCD-EFGH-IJKL-MNOP-QRST-UVWX) Tj ET " + b"/F Do " * 60,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 10, 10],
                Resources=pikepdf.Dictionary(
                    XObject=pikepdf.Dictionary(inside), Font=pikepdf.Dictionary(H=helvetica)
                ),
            )
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(b"/F Do " * 60)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        assert printed_fingerprints(saved(pdf)) == ("ABCD-EFGH-IJKL-MNOP-QRST-UVWX",)

    def test_a_page_that_would_fill_the_memory_is_not_read(self):
        pdf = pikepdf.new()
        for _page in range(40):
            page = pdf.add_blank_page().obj
            page.Contents = pdf.make_stream(b"BT (ABCD) Tj ET\n" * 200_000)
        assert printed_fingerprints(saved(pdf)) == ()

    @pytest.mark.parametrize("is_compressed", [True, False])
    def test_a_page_in_parts_is_read_compressed_or_not(self, is_compressed):
        pdf = pikepdf.new()
        page = pdf.add_blank_page().obj
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(H=pikepdf.Dictionary()))
        parts = (b"BT /H 9 Tf (ABCD-EFGH-IJKL-) Tj", b"(MNOP-QRST-UVWX) Tj ET")
        page.Contents = pikepdf.Array([pdf.make_stream(each) for each in parts])
        content = saved(pdf, compress_streams=is_compressed)
        assert printed_fingerprints(content) == ("ABCD-EFGH-IJKL-MNOP-QRST-UVWX",)

    def test_what_is_written_otherwise_is_not_read(self):
        pdf = pikepdf.new()
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(b"00>", Filter=pikepdf.Name.ASCIIHexDecode)
        assert printed_fingerprints(saved(pdf)) == ()


def saved(pdf, *, compress_streams=True):
    buffer = BytesIO()
    pdf.save(buffer, compress_streams=compress_streams)
    return buffer.getvalue()


class TestTheLibrary:
    def test_nothing_that_reaches_a_network_is_loaded(self):
        assert "aiohttp" not in sys.modules
        assert "requests" not in sys.modules
        with pytest.raises(RuntimeError):
            Unreachable()

    def test_signing_and_reading_call_nobody(self, small, signed_by, marc, monkeypatch):
        def refuse(*_arguments):
            pytest.fail("somebody is called")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        assert read_pdf(signed_by(small, marc)).signatures_hold

    def test_names_that_others_wrote_fit_on_a_line(self):
        assert readable("Odile\n\u202ePerrin\x1b[31m") == "Odile Perrin[31m"
        assert len(readable("x" * 900)) == 160
