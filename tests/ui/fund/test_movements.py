"""The page Mouvements: what is recorded, taken back, expected; the funders."""

from datetime import date

from PySide6.QtCore import Qt

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.values import Money
from alize_desktop.ui.fund.funder_dialog import FunderDialog
from alize_desktop.ui.fund.movement_dialogs import ExpectationDialog, MovementDialog, ReversalDialog
from alize_desktop.ui.widgets.table_model import NOTE_ROLE, STRUCK_ROLE


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def fill(dialog, **values):
    for name, value in values.items():
        getattr(dialog, name).set_value(None)
        getattr(dialog, name).edit.setText(value)


def test_a_movement_is_recorded_and_counts_in_the_total(desk, dialog):
    page = desk.page("movements")
    page.new.click()
    asked = dialog(MovementDialog)
    asked.kind.set_value(FundMovementKind.FEE)
    fill(asked, amount="120", value_on="1/6/2026", reference="Relevé 6", author="Ana Öztürk")
    asked.action.click()
    first = texts(page.model, 0)
    assert first[0:3] == ["01/06/2026", "Frais", "—"]
    assert first[3:] == ["−120,00\u00a0€", "Ana Öztürk"]
    assert page.total.text() == (
        "2 mouvements\u00a0: 9\u202f880,00\u00a0€, et 20\u202f000,00\u00a0€ au départ, "
        "soit 29\u202f880,00\u00a0€"
    )
    assert desk.preferences.author() == "Ana Öztürk"


def test_what_the_fund_has_not_does_not_leave_it(desk, dialog):
    page = desk.page("movements")
    page.new.click()
    asked = dialog(MovementDialog)
    asked.kind.set_value(FundMovementKind.WITHDRAWAL)
    fill(asked, amount="40 000")
    asked.action.click()
    assert "30\u202f000\u00a0€" in asked.refusal()
    assert page.model.rowCount() == 1


def test_a_movement_is_taken_back_and_stays_in_the_list(desk, dialog):
    page = desk.page("movements")
    page.reverse.click()
    asked = dialog(ReversalDialog)
    asked.action.click()
    assert asked.note.error()  # why it is taken back
    asked.note.edit.setPlainText("Saisi deux fois")
    asked.action.click()
    assert [texts(page.model, row)[1] for row in (0, 1)] == ["Annulation", "Abondement"]
    struck = [bool(page.model.index(row, 3).data(STRUCK_ROLE)) for row in (0, 1)]
    assert struck == [False, True]
    note = page.model.index(0, 2)
    assert note.data(Qt.ItemDataRole.ToolTipRole) == note.data(NOTE_ROLE)
    assert page.total.text().startswith("2 mouvements\u00a0: 0,00\u00a0€, et 20\u202f000")
    assert desk.said == ["Mouvement annulé"]
    assert not page.reverse.isEnabled()  # a reversal is not taken back
    page.table.choose(page.model.rows[1].movement.id)
    assert not page.reverse.isEnabled()  # nor what already was


def test_a_funder_is_added_then_corrected(desk, dialog):
    page = desk.page("movements")
    page.side.add_funder.click()
    asked = dialog(FunderDialog)
    fill(asked, name="Région")
    asked.action.click()
    assert "Il y a déjà un financeur" in asked.refusal()
    fill(asked, name="Département")
    asked.is_public.set_value(value=True)
    asked.action.click()
    assert [each.name for each in desk.services.fund.funders()] == ["Département", "Région"]
    page.side.funders.choose(desk.services.fund.funders()[0].id)
    page.side.edit_funder.click()
    asked = dialog(FunderDialog)
    fill(asked, name="Conseil départemental")
    asked.action.click()
    assert texts(page.side.funder_model, 0) == ["Conseil départemental", "Public"]


def test_what_is_expected_is_added_and_removed_once_it_is_confirmed(desk, dialog, answer):
    page = desk.page("movements")
    page.side.expect.click()
    asked = dialog(ExpectationDialog)
    asked.kind.set_value(FundMovementKind.WITHDRAWAL)
    fill(asked, amount="3 000", expected_on="1/1/2027")
    asked.action.click()
    assert texts(page.side.expectation_model, 0) == ["01/01/2027", "Retrait", "−3\u202f000\u00a0€"]
    page.side.expectations.choose(page.side.expectation_model.rows[0].id)
    page.side.forget.click()
    assert page.side.expectation_model.rowCount() == 2
    assert "3\u202f000\u00a0€ attendus le 1er janvier 2027" in answer(desk.screen, "Retirer")
    assert page.side.expectation_model.rowCount() == 1
    assert not page.side.forget.isEnabled()
    assert desk.said == ["Mouvement attendu ajouté", "Mouvement attendu retiré"]


def test_what_should_have_come_is_told_late(desk):
    fund = desk.services.fund
    fund.save_expectation(FundMovementKind.CONTRIBUTION, date(2026, 11, 22), Money(1_00))
    fund.save_expectation(FundMovementKind.CONTRIBUTION, date(2026, 11, 23), Money(1_00))
    model = desk.page("movements").side.expectation_model
    notes = [model.index(row, 0).data(NOTE_ROLE) for row in range(model.rowCount())]
    assert [each or "" for each in notes] == ["en retard", "", ""]
