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
    desk.screen.deeds.show_statement(path, desk.screen._rows)
    return desk.dialog()


@pytest.fixture
def answer():
    """Answer the question that is open over a dialog; return what it said."""

    def press(dialog, words):
        (box,) = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
        told = box.text()
        next(each for each in box.buttons() if each.text() == words).click()
        return told

    return press


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
    desk.screen.deeds.show_statement(tmp_path / "relevé.csv", desk.screen._rows)
    again = desk.dialog()
    assert [each.match.is_known for each in again.lines()] == [True, False, False]
    again.reject()


def test_another_advance_may_be_chosen_by_arrows_or_in_the_list(desk, statement, press, answer):
    statement.table.setFocus()
    press(KEY.Key_Down, KEY.Key_Down)
    statement.other.set_value(desk.id(LATE))
    statement.other.edited.emit(desk.id(LATE))
    press(KEY.Key_Space)
    statement.every.click()
    assert statement.save.label() == "Enregistrer 3 encaissements"
    statement.save.click()
    assert statement.author.error()
    press(KEY.Key_Escape)
    assert answer(statement, "Continuer") == "Fermer sans rien enregistrer\u00a0?"
    assert statement.isVisible()
    statement.reject()
    answer(statement, "Fermer")
    assert not statement.isVisible()


def test_a_line_that_is_refused_is_named_and_chosen(desk, statement):
    statement.author.set_value("Odile")
    statement.every.click()
    line = statement.lines()[1].match.line
    desk.services.bank.accept([(line, desk.id(PAID))], "Claire")
    statement.table.choose(statement.lines()[0].match.line.key)
    statement.save.click()
    assert statement._refusal.text().startswith(
        "«\u00a0VIR IMPRIMERIE YVOIRE\u00a0», 600\u00a0€ du 11"
    )
    assert statement.table.chosen() == line.key


def test_a_statement_nobody_touched_closes_at_once(statement):
    statement.reject()
    assert not statement.isVisible()


def test_the_folder_of_statements_is_remembered(desk, statement, tmp_path):
    statement.reject()
    files = desk.screen.deeds.ask_statement(())
    files.fileSelected.emit(str(tmp_path / "relevé.csv"))
    files.reject()
    desk.dialog().reject()
    files = desk.screen.deeds.ask_statement(())
    assert files.directory().path() == str(tmp_path)
    files.reject()


def test_a_file_that_is_no_statement_is_refused(desk, tmp_path, qtbot):
    path = tmp_path / "lettre.csv"
    path.write_text("Bonjour\n", encoding="utf-8")
    desk.screen.deeds.show_statement(path, ())
    qtbot.waitUntil(lambda: bool(desk.screen.findChildren(QMessageBox)))
    (box,) = desk.screen.findChildren(QMessageBox)
    assert "lettre.csv" in box.text()
