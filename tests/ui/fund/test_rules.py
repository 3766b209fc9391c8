"""The page Règles: a new version is adopted, a refused setting is told at once."""

import pytest

from alize_desktop.models.values import Money
from tests.advance_records import RULES


@pytest.fixture
def page(desk):
    return desk.page("rules")


def type_in(page, key, text):
    field = page.form.field(key)
    field.edit.setText(text)
    field.edit.textEdited.emit(text)
    field.commit()


def test_the_rules_in_force_can_be_changed_and_adopted(desk, page, answer):
    type_in(page, "planned_grant", "12 000")
    type_in(page, "meetings_a_year", "4")
    assert page.state.text() == "2 réglages changés"
    page.adopt.click()
    asked = answer(page.window(), "Adopter").replace(" ", " ").replace(" ", " ")
    assert "• Séances prévues : 3 → 4" in asked
    assert "→ 12 000,00 €" in asked
    version = desk.services.money_rules.in_force()
    assert (version.number, version.rules.meetings_a_year) == (1, 4)
    assert version.rules.planned_grant == Money(12_000_00)
    assert page.model.rowCount() == 2
    assert page.state.text() == "Identiques aux règles en vigueur"
    assert desk.said == ["Règles adoptées"]


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("day_of_month", "31", "Jour du mois des échéances : 31 est hors des limites"),
        ("notice_days", "3", "Mise en demeure : 3 est hors des limites, de 8 à 365."),
        ("creditor_iban", "FR76", "« FR76 » n’est pas un IBAN"),
        ("longest_months", "mois", "Durée la plus longue"),
    ],
)
def test_what_is_refused_is_told_while_it_is_typed(page, key, text, told):
    type_in(page, key, text)
    assert told in page.state.text().replace("\u00a0", " ")
    assert not page.adopt.isEnabled()
    type_in(page, key, {"longest_months": "84", "notice_days": "30"}.get(key, ""))
    assert page.state.text() == "Identiques aux règles en vigueur"
    assert page.form.field(key).error() == ""


def test_margins_are_typed_in_a_table(page):
    field = page.form.field("margins")
    cell = field._cells[2][2]
    cell.setText("x")
    cell.textEdited.emit("x")
    assert "points de base" in page.state.text()
    cell.setText("450")
    cell.textEdited.emit("450")
    assert page.form.rules().margins[2].low == 450
    assert page.state.text() == "1 réglage changé"


def test_leaving_changed_rules_asks_first(desk, page, answer):
    type_in(page, "meetings_a_year", "4")
    desk.screen.tabs.requested.emit("movements")
    assert desk.screen.tabs.current() == "rules"
    answer(page.window(), "Rester")
    assert page.is_dirty
    desk.screen.tabs.requested.emit("movements")
    answer(page.window(), "Abandonner")
    assert desk.screen.tabs.current() == "movements"
    assert not page.is_dirty


def test_a_version_replaced_is_read_and_not_changed(desk, page, answer):
    type_in(page, "meetings_a_year", "4")
    page.adopt.click()
    answer(page.window(), "Adopter")
    page.table.choose(0)
    assert page.form.field("meetings_a_year").value() == 3
    assert page.form.field("meetings_a_year").edit.isReadOnly()
    assert "ne se modifie pas" in page.state.text()
    assert not page.adopt.isEnabled()


def test_a_payment_file_is_offered_once_the_rules_say_so(desk):
    asked = []
    desk.screen.payments_asked.connect(lambda: asked.append("file"))
    assert desk.screen.payments.isHidden()
    desk.services.money_rules.adopt(RULES)
    desk.screen.show_page("rules")
    assert desk.screen.payments.isVisible()
    desk.screen.payments.click()
    assert asked == ["file"]
