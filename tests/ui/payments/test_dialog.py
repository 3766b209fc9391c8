"""The dialog of payment files: seen first, ticked, written once, told afterwards."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money

ONE, BLOCKED, SHORT = "2026-013", "2026-014", "2026-019"


def words(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def asked_of_the_bank(path):
    return re.findall("<EndToEndId>([^<]*)<", path.read_text(encoding="utf-8"))


def test_totals_come_first_and_every_payment_is_ticked(desk):
    content = desk.content
    assert desk.references() == [ONE, SHORT]
    assert content.count.accessibleName() == "Paiements cochés, 2"
    assert content.sum.accessibleName() == "Somme, 17\u202f000,00\u00a0€"
    assert "FR76" in content.table.model().index(0, 4).data()
    assert content.kind.box.hasFocus()
    assert content.warning.isHidden()


def test_what_cannot_go_in_the_file_is_told_with_its_reason(desk):
    assert BLOCKED in words(desk.content.left_out)
    assert "Accord de prêt bancaire" in words(desk.content.left_out)


def test_a_payment_is_left_out_with_a_key_or_a_click(desk):
    table = desk.content.table
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert desk.content.count.accessibleName() == "Paiements cochés, 1, sur 2 possibles"
    assert desk.content.totals() == "1 paiement, 5\u202f000,00\u00a0€"
    QTest.keyClick(table, Qt.Key.Key_Down)
    second = table.visualRect(table.model().index(1, 0)).topLeft() + QPoint(20, 20)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert not desk.dialog.save.isEnabled()
    assert table.model().index(1, 0).data() == "Écarté"


def test_the_day_decides_what_is_debited(desk):
    desk.content.kind.box.setCurrentIndex(1)
    desk.content.kind.box.activated.emit(1)
    assert desk.references() == []
    assert "rien à payer ni à prélever" in words(desk.content.empty)
    assert not desk.dialog.save.isEnabled()
    assert desk.content.left_out.isHidden()
    desk.type_day("pas un jour")
    assert "rien à payer" not in words(desk.content.empty)
    desk.type_day("")
    assert "Tapez le jour" in words(desk.content.empty)
    desk.type_day("30/11/2026")
    assert "choisissez un jour du 01/12/2026 au 01/12/2027" in words(desk.content.empty)
    assert not desk.dialog.save.isEnabled()


def test_what_is_ticked_is_written_and_its_place_told(desk, written):
    QTest.keyClick(desk.content.table, Qt.Key.Key_Space)
    written(desk, "virements.xml")
    path = desk.folder / "virements.xml"
    assert asked_of_the_bank(path) == [SHORT]
    done = desk.dialog.done_page
    assert done.isVisible()
    assert done.said.text().endswith("1 paiement, 5\u202f000,00\u00a0€")
    assert done.path.value() == str(path)
    assert done.hash.value() == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "«\u00a0Verser\u00a0» dans Avances" in done.next.text()
    assert desk.dialog.save.isHidden()


def test_a_file_that_is_there_is_never_replaced(desk, written):
    path = desk.folder / "virements-2026-12-01.xml"
    path.write_bytes(b"already at the bank")
    files = desk.dialog.ask()
    assert files.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert files.selectedFiles() == [str(desk.folder / "virements-2026-12-01-2.xml")]
    files.close()
    QTest.keyClick(desk.content.table, Qt.Key.Key_Space)
    written(desk, path.name)
    (box,) = desk.dialog.findChildren(QMessageBox)
    assert "existe déjà" in box.text()
    box.close()
    assert path.read_bytes() == b"already at the bank"
    assert desk.content.isVisible()
    assert desk.content.totals().startswith("1 paiement,")


def test_a_payment_that_was_asked_before_is_told(open_desk, written):
    first = open_desk()
    QTest.keyClick(first.content.table, Qt.Key.Key_Space)
    written(first, "un.xml")
    first.dialog.reject()
    again = open_desk()
    assert "1 paiement coché est déjà dans un fichier" in again.content.warning.text()
    table = again.content.table
    assert "Déjà demandé le 01/12/2026, «\u00a0un.xml\u00a0»" in table.model().index(1, 1).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    table.choose(SHORT)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert again.content.warning.text() == (
        "Dernier fichier écrit le 01/12/2026\u00a0: «\u00a0un.xml\u00a0»."
    )
    (again.folder / "un.xml").unlink()
    again.content.read()
    assert "ne sont plus à leur place" in again.content.warning.text()


def test_payments_that_changed_meanwhile_are_shown_again(desk, written):
    draft = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, date(2026, 12, 1), Money(5_000_00), author="Odile Perrin"
    )
    desk.office.services.advances.record(desk.office.dossier(SHORT), draft)
    written(desk, "trop-tard.xml")
    desk.dialog.findChild(QMessageBox).close()
    assert desk.references() == [ONE]
    assert not (desk.folder / "trop-tard.xml").exists()


def test_instalments_are_debited_on_their_day(desk, written):
    advances, dossier = desk.office.services.advances, desk.office.dossier(SHORT)
    given = date(2026, 12, 1)
    draft = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, given, Money(5_000_00), author="Odile Perrin"
    )
    advances.record(dossier, draft)
    row = advances.detail(dossier, given).row
    mandate = {"mandate": "M-019", "mandate_on": given}
    advances.save_account(replace(advances.account(row.siren), **mandate))
    desk.content.kind.box.setCurrentIndex(1)
    desk.content.kind.box.activated.emit(1)
    desk.type_day(row.position.next_due.isoformat())
    assert desk.references() == [f"{SHORT}-1"]
    assert desk.content.totals() == "1 paiement, 500,00\u00a0€"
    written(desk, "prelevements.xml")
    assert asked_of_the_bank(desk.folder / "prelevements.xml") == [f"{SHORT}-1"]
    assert "«\u00a0Encaisser\u00a0» dans Avances" in desk.dialog.done_page.next.text()


def test_debits_are_proposed_on_the_day_of_the_next_instalments(desk):
    office = desk.office
    paid = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, date(2026, 12, 1), Money(5_000_00), author="Odile Perrin"
    )
    office.services.advances.record(office.dossier(SHORT), paid)
    due = office.services.payments.next_debit()
    kind = desk.content.kind.box
    for index, day in ((1, due), (0, date(2026, 12, 1)), (1, due)):
        kind.setCurrentIndex(index)
        kind.activated.emit(index)
        assert desk.content.day.value() == day
    desk.type_day("15/03/2027")
    kind.setCurrentIndex(0)
    kind.activated.emit(0)
    assert desk.content.day.edit.text() == "15/03/2027"
