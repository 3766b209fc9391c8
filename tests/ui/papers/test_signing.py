"""A paper is signed by a certificate, by a card or in ink; a file is verified."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from alize_desktop.models.enums import SignatureKind
from alize_desktop.services.work import drained
from alize_desktop.ui.papers.meeting_window import MeetingPapersWindow
from alize_desktop.ui.papers.signing import SigningDialog
from alize_desktop.ui.papers.verification import VerificationDialog, ask_and_verify

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHEET = "2 En séance/Feuille de présence.pdf"


@pytest.fixture
def window(desk, opened):
    desk.tools.usual_folder.mkdir()
    drained(desk.services.paper_lists.make(desk.meeting, SHEET, desk.tools.usual_folder))
    made = opened(MeetingPapersWindow(desk.meeting, desk.tools))
    made.papers.table.choose(SHEET)
    return made


@pytest.fixture
def paper(window):
    return window.papers.table.paper().paper


@pytest.fixture
def dialog(window, qtbot):
    """The dialog, opened by its key."""
    QTest.keyClick(window.papers.table, KEY.Key_G, CTRL)
    made = window.findChild(SigningDialog)
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def certificate(signers, tmp_path):
    def write(name="perrin.p12", **more):
        path = tmp_path / name
        path.write_bytes(signers.person("Odile Perrin", **more).p12())
        return path

    return write


def signed(desk, paper, count=1):
    return lambda: len(desk.services.signing.signatures(paper.id)) == count


def free(dialog):
    return lambda: not dialog.worker.is_busy


def text_of(dialog, name):
    return dialog.findChild(QLabel, name).text()


def test_the_hour_is_said_to_be_declared_by_this_computer(dialog):
    told = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "que déclare cet ordinateur" in told
    assert "Personne n’a encore signé" in text_of(dialog, "signatures")


def test_a_certificate_signs_and_its_passphrase_is_forgotten(
    dialog, desk, paper, certificate, signers, qtbot
):
    dialog.certificate.file.field.edit.setText(str(certificate()))
    dialog.certificate.passphrase.edit.setText(signers.PASSPHRASE)
    QTest.keyClick(dialog, KEY.Key_Return, CTRL)
    dialog.reject()  # not while a signature is being made
    assert dialog.isVisible()
    qtbot.waitUntil(signed(desk, paper), timeout=30_000)
    qtbot.waitUntil(free(dialog))
    (row,) = desk.services.signing.signatures(paper.id)
    assert row.kind is SignatureKind.CERTIFICATE
    assert Path(row.path).name == "Feuille de présence-signé.pdf"
    assert "Odile Perrin" in text_of(dialog, "signatures")
    assert "Signature enregistrée" in text_of(dialog, "signing_said")
    assert dialog.certificate.passphrase.edit.text() == ""


def test_a_second_person_signs_the_file_that_the_first_signed(
    dialog, desk, paper, certificate, signers, qtbot
):
    for count in (1, 2):
        dialog.certificate.file.field.edit.setText(str(certificate()))
        dialog.certificate.passphrase.edit.setText(signers.PASSPHRASE)
        dialog.sign.click()
        qtbot.waitUntil(signed(desk, paper, count), timeout=30_000)
        qtbot.waitUntil(free(dialog))
    last = desk.services.signing.signatures(paper.id)[-1]
    assert Path(last.path).name == "Feuille de présence-signé-2.pdf"
    assert len(desk.services.signing.verify(Path(last.path)).pdf.signatures) == 2


def test_a_wrong_passphrase_is_told_and_nothing_is_signed(
    dialog, desk, paper, certificate, boxes, qtbot
):
    dialog.certificate.file.field.edit.setText(str(certificate()))
    dialog.certificate.passphrase.edit.setText("autre")
    dialog.sign.click()
    qtbot.waitUntil(lambda: bool(boxes(dialog)), timeout=30_000)
    assert "phrase secrète" in boxes(dialog)[0].text()
    assert desk.services.signing.signatures(paper.id) == ()


def test_an_expired_certificate_signs_only_once_it_is_confirmed(
    dialog, desk, paper, certificate, signers, boxes, qtbot
):
    path = certificate(days=(-400, -30))
    dialog.certificate.file.field.edit.setText(str(path))
    dialog.certificate.passphrase.edit.setText(signers.PASSPHRASE)
    dialog.sign.click()
    qtbot.waitUntil(lambda: bool(boxes(dialog)), timeout=30_000)
    qtbot.waitUntil(free(dialog))
    box = boxes(dialog)[0]
    next(each for each in box.buttons() if each.text() == "Signer malgré tout").click()
    qtbot.waitUntil(signed(desk, paper), timeout=30_000)
    qtbot.waitUntil(free(dialog))


def test_what_is_missing_is_said_beside_its_field(dialog):
    dialog.sign.click()
    assert dialog.certificate.file.field.error()
    dialog.show_means("card")
    dialog.sign.click()
    assert dialog.card.library.field.error()
    assert dialog.card.name.error()
    dialog.show_means("ink")
    dialog.sign.click()
    assert dialog.ink.scan.field.error()
    assert not dialog.worker.is_busy


def test_a_card_signs_and_its_library_is_proposed_again(
    dialog, desk, paper, cards, signers, qtbot, window
):
    dialog.show_means("card")
    dialog.card.library.field.edit.setText(str(signers.SOFTHSM))
    dialog.card.name.edit.setText("Carte Perrin")
    dialog.card.pin.edit.setText(signers.PIN)
    dialog.sign.click()
    qtbot.waitUntil(signed(desk, paper), timeout=30_000)
    qtbot.waitUntil(free(dialog))
    assert desk.services.signing.signatures(paper.id)[0].kind is SignatureKind.TOKEN
    assert dialog.card.pin.edit.text() == ""
    assert desk.tools.card_library() == str(signers.SOFTHSM)


def test_the_scan_of_a_paper_signed_in_ink_is_attached(dialog, desk, paper, tmp_path, qtbot):
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    dialog.show_means("ink")
    files = dialog.ink.scan.ask()
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(scan))
    files.close()
    dialog.signer.edit.setText("Odile Perrin")
    dialog.sign.click()
    qtbot.waitUntil(signed(desk, paper), timeout=30_000)
    qtbot.waitUntil(free(dialog))
    assert "À l’encre" in text_of(dialog, "signatures")


def verified(window, qtbot):
    dialog = window.findChild(VerificationDialog)
    qtbot.waitUntil(lambda: not dialog.worker.is_busy, timeout=30_000)
    return dialog


def test_a_file_is_verified_in_french(window, desk, paper, qtbot):
    files = ask_and_verify(desk.tools, window)
    files.fileSelected.emit(paper.path)
    files.close()
    dialog = verified(window, qtbot)
    assert "Fichier authentique" in text_of(dialog, "verification_verdict")
    assert "Ces octets sont ceux que le registre a enregistrés" in text_of(
        dialog, "verification_lines"
    )
    dialog.close()


def test_a_file_that_was_changed_proves_nothing(window, desk, paper, tmp_path, qtbot):
    changed = tmp_path / "autre.pdf"
    changed.write_bytes(Path(paper.path).read_bytes() + b"\n% ajout")
    VerificationDialog(changed, desk.tools, window).open()
    dialog = verified(window, qtbot)
    assert "ne prouve rien" in text_of(dialog, "verification_verdict")


def test_a_file_that_is_gone_is_told(window, desk, tmp_path, qtbot, boxes):
    VerificationDialog(tmp_path / "absent.pdf", desk.tools, window).open()
    dialog = verified(window, qtbot)
    assert "n’a pas pu être vérifié" in text_of(dialog, "verification_verdict")
    assert boxes(dialog)
