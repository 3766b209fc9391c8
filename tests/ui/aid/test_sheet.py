"""The state-aid sheet of a dossier: figures, the ceiling, past aids, rates, the register."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.models.enums import Collateral, CreditRating, RegisterStatus
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import Money
from alize_desktop.ui.aid.declaring import DeclareDialog
from alize_desktop.ui.aid.past_aids import PastAidDialog, PastAidsDialog
from alize_desktop.ui.aid.rates import RateDialog, RatesDialog
from alize_desktop.ui.aid.sheet_view import AidView

GRANTED, ASKED, WITHOUT = "2026-013", "2026-001", "2026-003"


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def labels(widget):
    return [plain(each.text()) for each in widget.findChildren(QLabel)]


@pytest.fixture
def view(desk):
    view = desk.show(AidView(desk.tools))
    view.show_dossier(desk.id(GRANTED))
    return view


def test_the_sheet_tells_how_the_aid_was_reckoned(view):
    assert "1 736,51 €" in plain(view.summary.equivalent.accessibleName())
    told = labels(view.basis)
    assert "2,19 % au 1er janvier 2026" in told
    assert "400 points de base : notation satisfaisante (BB), sûreté faible" in told
    assert plain(view.summary.verdict.text()).startswith("✔ Sous le plafond : 1 736,51 €")
    assert "cette aide 1 736,51 €" in plain(view.summary.bar.accessibleName())


def test_the_method_has_to_be_confirmed_until_it_is(desk, view):
    assert view.to_confirm.isVisible()
    assert "confirmée par le détenteur du fonds" in view.to_confirm.text()
    rules = MoneyRules(confirmed_by="Région", confirmed_on=date(2026, 11, 1))
    desk.tools.bus.changed.emit(desk.services.money_rules.adopt(rules), desk.window)
    assert not view.to_confirm.isVisible()


def test_past_aids_are_added_and_removed_and_the_ceiling_follows(desk, view):
    view.past.click()
    listed = desk.dialog(PastAidsDialog)
    listed.add.click()
    asked = desk.dialog(PastAidDialog)
    asked.granted_on.edit.setText("2/4/2025")
    asked.amount.edit.setText("299 000")
    asked.granter.edit.setText("Région")
    asked.action.click()
    assert listed.model.rowCount() == 1
    assert "299 000,00 €" in plain(view.summary.past.accessibleName())
    assert plain(view.summary.verdict.text()).startswith("▼ Au-dessus du plafond : 300 736,51 €")
    assert not view.record.isEnabled()
    assert view.model.rowCount() == 1
    listed.table.choose(listed.model.rows[0].id)
    listed.remove.click()
    assert listed.model.rowCount() == 1
    (box,) = [each for each in listed.findChildren(QMessageBox) if each.isVisible()]
    assert "du 02/04/2025" in box.text()
    next(each for each in box.buttons() if each.text() == "Retirer").click()
    assert listed.model.rowCount() == 0
    assert plain(view.summary.verdict.text()).startswith("✔")


def test_a_rate_is_entered_with_its_source_and_wins(desk, view):
    view.rates.click()
    listed = desk.dialog(RatesDialog)
    assert listed.model.rowCount() == 2
    listed.add.click()
    asked = desk.dialog(RateDialog)
    asked.percent.edit.setText("3,05")
    asked.action.click()
    assert asked.source.error()
    asked.source.edit.setText("Commission, lu le 5 janvier 2026")
    asked.action.click()
    assert listed.model.rows[0].percent == Decimal("3.05")
    assert "Commission, lu le 5 janvier 2026" in labels(view.basis)


def test_the_rating_of_the_company_is_chosen_before_its_aid_is_recorded(desk, view):
    before = view.summary.equivalent.accessibleName()
    view.choices.rating.setCurrentIndex(1)
    view.choices.rating.activated.emit(1)
    view.choices.collateral.setCurrentIndex(0)
    view.choices.collateral.activated.emit(0)
    assert "75 points de base : notation bonne (BBB), sûreté élevée" in labels(view.basis)
    assert view.summary.equivalent.accessibleName() != before
    view.record.click()
    (grant,) = desk.services.aid.register(2026)
    assert (grant.basis.rating, grant.basis.collateral) == (CreditRating.GOOD, Collateral.HIGH)
    assert not view.choices.isEnabled()
    view.show_dossier(desk.id(ASKED))
    assert view.choices.isEnabled()
    assert view.choices.chosen() == (CreditRating.SATISFACTORY, Collateral.LOW)


def test_an_aid_is_recorded_then_declared(desk, view):
    said = []
    view.said.connect(said.append)
    assert not view.declare.isEnabled()
    view.record.click()
    assert "2026-013-1" in view.recorded.text()
    assert not view.record.isEnabled()  # it is, as it stands
    view.declare.click()
    asked = desk.dialog(DeclareDialog)
    assert asked.reference.edit.isReadOnly()
    asked.status.box.setCurrentIndex(1)
    asked.status.box.activated.emit(1)
    asked.action.click()
    assert asked.reference.error()
    asked.reference.edit.setText("FR-88-17")
    asked.action.click()
    (grant,) = desk.services.aid.register(2026)
    assert (grant.status, grant.register_reference) == (RegisterStatus.DECLARED, "FR-88-17")
    assert plain(view.recorded.text()).endswith(
        "Au registre : déclarée le 23 novembre 2026, référence FR-88-17."
    )
    assert said == ["Aide enregistrée", "Statut enregistré"]


def test_a_day_without_a_rate_makes_no_sheet_up(desk, view):
    sheet = desk.services.aid.sheet(desk.id(GRANTED))
    unknown = replace(
        sheet, basis=None, grant_equivalent=None, total=None, is_allowed=False, left=None
    )
    view._show(unknown)
    assert view.summary.verdict.text().startswith("● Taux de base inconnu")
    assert "inconnu" in view.summary.equivalent.accessibleName()
    assert not view.record.isEnabled()


def test_what_is_not_granted_yet_is_refused_with_its_reason(desk, view, qtbot):
    view.show_dossier(desk.id(ASKED))
    assert "n’est pas enregistrée" in view.recorded.text()
    view.record.click()
    qtbot.waitUntil(lambda: any("n’y a pas d’avance" in each for each in labels(desk.window)))


def test_a_dossier_that_is_not_written_has_no_aid(view):
    view.show_dossier(None)
    assert any("Enregistrez d’abord le dossier" in each for each in labels(view))


@pytest.mark.parametrize("past", [0, 250_000_00, 900_000_00])
def test_the_bar_is_painted_under_and_over_the_ceiling(desk, view, past):
    sheet = desk.services.aid.sheet(desk.id(GRANTED))
    view.summary.bar.show_sheet(replace(sheet, past_total=Money(past)))
    assert not view.summary.bar.grab().isNull()
