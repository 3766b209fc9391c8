"""A bank statement: proposals confirmed by keys, nothing written before « Enregistrer »."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LATE, PAID = "2026-013", "2026-002"

STATEMENT = """Date;Libellé;Montant
10/08/2027;VIR NETTOYAGE KERMADEC 2026-013;1 708,33
11/08/2027;VIR IMPRIMERIE YVOIRE;600,00
12/08/2027;VIR INCONNU;12,34
"""


@pytest.fixture
def statement(desk, tmp_path):
    path = tmp_path / "relevé.csv"
    path.write_text(STATEMENT, encoding="utf-8")
    return desk.screen.deeds.show_statement(path, desk.screen._rows)


def test_each_proposal_is_confirmed_and_written_once(desk, statement, press, qtbot, tmp_path):
    before = desk.detail(LATE).row.position.received
    statement.author.set_value("Odile")
    statement.table.setFocus()
    assert [each.advance for each in statement.lines()] == [desk.id(LATE), desk.id(PAID), None]
    assert not statement.save.isEnabled()
    press(KEY.Key_Space)
    assert statement.save.label() == "Enregistrer 1 encaissement"
    assert desk.detail(LATE).row.position.received == before
    with qtbot.waitSignal(desk.screen.said):
        press((KEY.Key_Return, CTRL))
    assert (desk.detail(LATE).row.position.received - before).minor == 170_833
    again = desk.screen.deeds.show_statement(tmp_path / "relevé.csv", desk.screen._rows)
    assert [each.match.is_known for each in again.lines()] == [True, False, False]
    again.reject()


def test_another_advance_may_be_chosen_by_arrows_or_in_the_list(desk, statement, press):
    statement.table.setFocus()
    press(KEY.Key_Down, KEY.Key_Down)
    statement.other.set_value(desk.id(LATE))
    statement.other.edited.emit(desk.id(LATE))
    press(KEY.Key_Space)
    statement.every.click()
    assert statement.save.label() == "Enregistrer 3 encaissements"
    statement.save.click()
    assert statement.author.error()
    statement.reject()


def test_a_file_that_is_no_statement_is_refused(desk, tmp_path):
    path = tmp_path / "lettre.csv"
    path.write_text("Bonjour\n", encoding="utf-8")
    assert desk.screen.deeds.show_statement(path, ()) is None
    (box,) = desk.screen.findChildren(QMessageBox)
    assert "lettre.csv" in box.text()
