"""The page Règles du suivi: a new version is adopted, what is refused is told at once."""

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.records.follow_up import FollowUpRules


@pytest.fixture
def page(desk):
    return desk.page("rules")


def type_in(page, key, text):
    field = page.form.field(key)
    field.edit.setText(text)
    field.edit.textEdited.emit(text)
    field.commit()
    field.edit.editingFinished.emit()


def test_the_rules_in_force_can_be_changed_and_adopted(desk, page, answer):
    type_in(page, "milestones", "12;48")
    type_in(page, "remind_days", "15")
    assert page.state.text() == "2 réglages changés"
    page.adopt.click()
    told = answer(page.window(), "Adopter").replace("\u00a0", " ")
    assert "• Jalons : 6, 12, 24, 36 → 12, 48" in told
    assert "• Prévenir : 30 → 15" in told
    rules = desk.services.follow_up.rules()
    assert rules == FollowUpRules(milestones=(12, 48), remind_days=15)
    assert desk.said == ["Règles adoptées"]
    assert page.model.rowCount() == 2
    assert not page.is_dirty


def test_no_milestone_at_all_may_be_adopted(desk, page, answer):
    type_in(page, "milestones", "")
    page.adopt.click()
    assert "→ —" in answer(page.window(), "Adopter").replace("\u00a0", " ")
    assert desk.services.follow_up.rules().milestones == ()


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("milestones", "12, 6", "Les jalons se suivent"),
        ("milestones", "6, 130", "Jalons : 130 est hors des limites, de 1 à 120."),
        ("milestones", "six", "n’est pas un nombre"),
        ("mission_months", "40", "Durée la plus longue : 40 est hors des limites, de 1 à 36."),
        ("remind_days", "", "Prévenir"),
    ],
)
def test_what_is_refused_is_told_while_it_is_typed(page, key, text, told):
    usual = page.form.field(key).edit.text()
    type_in(page, key, text)
    assert told in page.state.text().replace("\u00a0", " ")
    assert not page.adopt.isEnabled()
    type_in(page, key, usual)
    assert page.state.text() == "Identiques aux règles en vigueur"
    assert page.form.field(key).error() == ""


def test_leaving_changed_rules_asks_first(desk, page, answer):
    typed = []
    desk.screen.typing_changed.connect(typed.append)
    type_in(page, "dossier_days", "20")
    desk.screen.tabs.requested.emit("due")
    assert desk.screen.tabs.current() == "rules"
    answer(page.window(), "Rester")
    assert page.is_dirty
    page.refresh()
    assert page.is_dirty
    desk.screen.tabs.requested.emit("due")
    answer(page.window(), "Abandonner")
    assert desk.screen.tabs.current() == "due"
    assert typed == [True, False]


def test_a_version_replaced_is_read_and_not_changed(qtbot, desk, page, answer):
    type_in(page, "dossier_days", "20")
    page.adopt.click()
    answer(page.window(), "Adopter")
    page.take_keyboard()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert "n’est plus en vigueur" in page.state.text()
    assert page.form.field("dossier_days").edit.isReadOnly()
    assert page.form.rules() == FollowUpRules()


def test_another_version_waits_until_what_is_typed_is_given_up(qtbot, desk, page, answer):
    type_in(page, "dossier_days", "20")
    page.adopt.click()
    answer(page.window(), "Adopter")
    type_in(page, "dossier_days", "25")
    page.take_keyboard()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    answer(page.window(), "Rester")
    qtbot.waitUntil(lambda: page.table.chosen() == 1)
    assert page.is_dirty
