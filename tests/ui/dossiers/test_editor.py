from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.values import Money
from alize_desktop.ui.dossiers.sheets import with_value
from alize_desktop.ui.dossiers.state_dialog import StateReasonDialog


def stored(desk, number):
    return desk.services.dossiers.detail(desk.id_of(number))


def test_typing_in_a_field_and_ctrl_s_saves(qtbot, desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    assert desk.editor.is_dirty
    assert desk.editor.savebar.isVisible()
    with qtbot.waitSignal(desk.bus.changed) as said:
        desk.keys(desk.screen, "Ctrl+S")
    assert said.args[0].dossiers == {desk.id_of("2026-002")}
    assert stored(desk, "2026-002").sheet.company.town == "Beaune"
    assert not desk.editor.is_dirty
    assert not desk.editor.savebar.isVisible()
    assert desk.editor.toast.text() == "Dossier enregistré"
    assert "Beaune" in desk.editor.header.facts.text()


@pytest.mark.parametrize(
    ("officer", "said"),
    [
        ("Mme Roussel", " · rapporteure Mme\u00a0Roussel"),
        ("M. Petit", " · rapporteur M.\u00a0Petit"),
        ("", ""),
    ],
)
def test_the_head_says_who_reports_on_the_dossier_and_its_staff(desk, officer, said):
    desk.open("2026-002")
    detail = stored(desk, "2026-002")
    company = replace(detail.sheet.company, headcount=Decimal("12.5"))
    opinion = replace(detail.sheet.opinion, case_officer=officer)
    sheet = replace(detail.sheet, company=company, opinion=opinion)
    desk.editor.header.show_dossier(replace(detail, sheet=sheet))
    facts = desk.editor.header.facts.text()
    assert "12,5\u00a0ETP" in facts
    assert facts.rpartition("déposé le")[2].partition("2026")[2] == said


def test_nothing_is_written_before_the_save(desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    assert stored(desk, "2026-002").sheet.company.town == "Dijon"


def test_ctrl_z_takes_the_edit_back_in_whatever_field(qtbot, desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.type("jobs.created", "9")
    town, jobs = desk.field("company.town"), desk.field("jobs.created")
    desk.keys(jobs.edit, "Ctrl+Z")
    assert jobs.value() == 2
    desk.keys(jobs.edit, "Ctrl+Z")
    assert town.value() == "Dijon"
    assert not desk.editor.is_dirty
    desk.keys(jobs.edit, "Ctrl+Y")
    desk.keys(jobs.edit, "Ctrl+Shift+Z")
    assert (town.value(), jobs.value()) == ("Beaune", 9)


def test_a_long_text_is_typed_undone_and_saved(qtbot, desk):
    desk.open("2026-002")
    desk.type("project.aim", "Une halle neuve")
    assert desk.editor.is_dirty
    desk.keys(desk.field("project.aim").edit, "Ctrl+Z")
    assert not desk.editor.is_dirty
    desk.type("project.aim", "Une halle neuve")
    with qtbot.waitSignal(desk.editor.changed):
        desk.keys(desk.screen, "Ctrl+S")
    assert stored(desk, "2026-002").sheet.project.aim == "Une halle neuve"


def test_a_wrong_value_is_told_at_its_field_and_not_saved(desk):
    desk.open("2026-002")
    desk.type("company.siren", "123456789")
    desk.editor.panes.show_pane("jobs")
    desk.editor.save()
    field = desk.field("company.siren")
    assert "SIREN" in field.error()
    assert field.edit.hasFocus()
    assert desk.editor.panes.tabs.current() == "company"
    assert "▲" in desk.editor.panes.tabs.bar.tabText(0)
    assert stored(desk, "2026-002").sheet.company.siren == "999449390"
    desk.type("company.siren", "999 449 390")
    assert desk.editor.save()
    assert not field.error()
    assert "▲" not in desk.editor.panes.tabs.bar.tabText(0)


def test_a_text_that_cannot_be_read_stays_and_is_not_saved(desk):
    desk.open("2026-002")
    desk.type("request.amount", "beaucoup")
    assert not desk.editor.save()
    field = desk.field("request.amount")
    assert field.edit.text() == "beaucoup"
    assert field.error()
    assert desk.editor.is_dirty
    desk.keys(field.edit, "Ctrl+Z")
    assert field.value() == Money(1_500_000)
    assert field.edit.text().replace("\u202f", "") == "15000"
    assert not desk.editor.is_dirty


def test_typing_again_what_was_there_mends_a_text_that_could_not_be_read(desk):
    desk.open("2026-002")
    shown = desk.field("request.amount").edit.text()
    desk.type("request.amount", "beaucoup")
    desk.editor.save()
    desk.type("request.amount", shown)
    assert desk.editor.save()
    assert not desk.field("request.amount").error()
    assert not desk.editor.is_dirty


def test_a_problem_without_a_field_is_told_above(desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    error = UserError(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, value="x")
    desk.editor.form._check = lambda _sheet: (FieldProblem("extra.Couleur", error),)
    assert not desk.editor.save()
    assert desk.editor.banner.sentence()


def test_leaving_what_is_typed_is_asked(qtbot, desk, dialog_of, press):
    left = []
    desk.open("2026-002")
    desk.screen.try_leave(lambda: left.append("clean"))
    desk.type("company.town", "Beaune")
    desk.screen.try_leave(lambda: left.append("stayed"))
    press(dialog_of(desk.screen, QMessageBox), "Rester")
    assert left == ["clean"]
    assert desk.editor.is_dirty
    desk.screen.try_leave(lambda: left.append("saved"))
    press(dialog_of(desk.screen, QMessageBox), "Enregistrer")
    assert left == ["clean", "saved"]
    assert stored(desk, "2026-002").sheet.company.town == "Beaune"
    desk.type("company.town", "Toul")
    desk.screen.try_leave(lambda: left.append("abandoned"))
    press(dialog_of(desk.screen, QMessageBox), "Abandonner")
    assert left == ["clean", "saved", "abandoned"]
    assert stored(desk, "2026-002").sheet.company.town == "Beaune"
    assert not desk.editor.is_dirty


def test_a_save_that_is_refused_does_not_leave(desk, dialog_of, press):
    left = []
    desk.open("2026-002")
    desk.type("company.siren", "1")
    desk.screen.try_leave(lambda: left.append("left"))
    press(dialog_of(desk.screen, QMessageBox), "Enregistrer")
    assert not left
    assert desk.editor.is_dirty


def test_escape_gives_up_after_a_question(desk, dialog_of, press):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.keys(desk.field("company.town").edit, "Esc")
    box = dialog_of(desk.screen, QMessageBox)
    press(box, "Continuer la saisie")
    assert desk.field("company.town").edit.text() == "Beaune"
    desk.editor.abandon()
    press(dialog_of(desk.screen, QMessageBox), "Abandonner")
    assert desk.field("company.town").value() == "Dijon"
    assert not desk.editor.is_dirty


def test_nothing_to_give_up_asks_nothing(desk):
    desk.open("2026-002")
    desk.editor.abandon()
    assert not desk.screen.findChildren(QMessageBox)


def test_a_new_dossier_is_typed_in_the_same_panes(qtbot, desk):
    desk.keys(desk.screen, "Ctrl+N")
    qtbot.waitUntil(lambda: desk.editor.is_new)
    assert desk.editor.header.title.text() == "Nouveau dossier"
    assert desk.field("company.name").edit.hasFocus()
    assert not desk.editor.save()
    assert desk.field("company.name").error()
    assert desk.field("company.siren").error()
    desk.type("company.name", "Verrerie du Sânon")
    desk.type("company.siren", "999 449 390")
    with qtbot.waitSignal(desk.editor.created) as said:
        desk.keys(desk.screen, "Ctrl+S")
    assert not desk.editor.is_new
    detail = desk.services.dossiers.detail(said.args[0])
    assert detail.sheet.company.name == "Verrerie du Sânon"
    assert detail.sheet.company.siren == "999449390"
    assert desk.browser.table.chosen() == said.args[0]
    assert desk.browser.model.rowCount() == 13


def test_a_new_dossier_given_up_leaves_nothing(desk, dialog_of, press):
    desk.screen.new_dossier()
    desk.type("company.name", "Verrerie")
    desk.editor.abandon()
    press(dialog_of(desk.screen, QMessageBox), "Abandonner")
    assert not desk.editor.is_new
    assert desk.services.dossiers.search(DossierQuery()).totals.count == 12


def test_a_new_dossier_nobody_typed_in_is_given_up_without_a_question(desk):
    desk.screen.new_dossier()
    desk.editor.abandon()
    assert not desk.editor.is_new
    assert not desk.screen.findChildren(QMessageBox)


def test_another_dossier_is_shown_from_its_top(desk):
    desk.open("2026-002")
    bar = desk.editor.panes._stack.currentWidget().verticalScrollBar()
    bar.setRange(0, 200)
    bar.setValue(200)
    desk.editor.refresh()
    assert bar.value() == 200
    desk.open("2026-001")
    assert bar.value() == 0


def test_what_was_typed_survives_a_change_made_meanwhile(desk):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.type("company.phone", "06 00 00 00 00")
    elsewhere = stored(desk, "2026-002")
    other = with_value(elsewhere.sheet, "company.phone", "07 00 00 00 00")
    desk.services.dossiers.save(
        elsewhere.id, with_value(other, "company.bank", "Val"), elsewhere.revision
    )
    assert not desk.editor.save()
    assert "Votre saisie est conservée" in desk.editor.banner.sentence()
    assert "Téléphone" in desk.editor.banner.sentence()
    assert "Commune" not in desk.editor.banner.sentence()
    assert desk.field("company.town").value() == "Beaune"
    assert desk.editor.is_dirty
    assert desk.editor.save()
    sheet = stored(desk, "2026-002").sheet
    assert (sheet.company.town, sheet.company.phone, sheet.company.bank) == (
        "Beaune",
        "06 00 00 00 00",
        "Val",
    )
    assert not desk.editor.banner.sentence()


def test_a_save_that_the_disk_refuses_keeps_what_was_typed(desk, dialog_of, monkeypatch):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")

    def full(*_args):
        raise UserError(ErrorCode.DISK_FULL, path="/")

    monkeypatch.setattr(desk.services.dossiers, "save", full)
    assert not desk.editor.save()
    assert dialog_of(desk.screen, QMessageBox).text()
    assert desk.editor.is_dirty
    assert desk.field("company.town").value() == "Beaune"


def test_a_state_is_changed_from_the_menu(desk):
    desk.open("2026-002")
    menu = desk.editor.header.state_menu()
    states = {action.data(): action for action in menu.actions()}
    assert DossierState.DECIDED not in states
    states[DossierState.UNDER_APPRAISAL].trigger()
    assert stored(desk, "2026-002").state is DossierState.UNDER_APPRAISAL
    assert desk.editor.header.pill.text() == "En instruction"


def test_a_reason_is_asked_when_the_rules_want_one(desk, dialog_of, qtbot, write):
    desk.open("2026-002")
    desk.editor.header.state_requested.emit(DossierState.WITHDRAWN)
    dialog = dialog_of(desk.screen, StateReasonDialog)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.reason.error()
    assert stored(desk, "2026-002").state is DossierState.FILED
    write(dialog.reason.edit, "L’entreprise renonce.")
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    detail = stored(desk, "2026-002")
    assert (detail.state, detail.state_reason) == (
        DossierState.WITHDRAWN,
        "L’entreprise renonce.",
    )
    assert "L’entreprise renonce." in desk.editor.header.reason.text()
    assert not desk.editor.form.is_editable


def test_changing_the_state_asks_about_what_is_typed_first(desk, dialog_of, press):
    desk.open("2026-002")
    desk.type("company.town", "Beaune")
    desk.editor.header.state_requested.emit(DossierState.UNDER_APPRAISAL)
    press(dialog_of(desk.screen, QMessageBox), "Enregistrer")
    detail = stored(desk, "2026-002")
    assert detail.state is DossierState.UNDER_APPRAISAL
    assert detail.sheet.company.town == "Beaune"


def test_a_state_that_is_refused_meanwhile_is_told(desk, dialog_of):
    desk.open("2026-002")
    desk.services.dossiers.change_state(desk.id_of("2026-002"), DossierState.UNDER_APPRAISAL)
    desk.editor.header.state_requested.emit(DossierState.UNDER_APPRAISAL)
    assert dialog_of(desk.screen, QMessageBox).text()


def test_panes_are_built_when_they_are_first_shown(desk):
    desk.open("2026-002")
    assert set(desk.editor.panes._panes) == {"company"}
    desk.editor.panes.show_pane("journal")
    assert set(desk.editor.panes._panes) == {"company", "journal"}


def test_only_the_pane_in_sight_is_filled(desk):
    desk.open("2026-002")
    desk.editor.panes.show_pane("journal")
    journal = desk.editor.panes.pane("journal")
    desk.editor.panes.show_pane("company")
    desk.type("company.town", "Beaune")
    desk.editor.save()
    before = journal.model.rowCount()
    desk.editor.panes.show_pane("journal")
    assert journal.model.rowCount() == before + 1


def test_no_signal_comes_out_while_a_dossier_is_shown(qtbot, desk):
    desk.open("2026-002")
    for key in ("company", "project", "financing", "jobs", "skills", "opinion"):
        desk.editor.panes.show_pane(key)
    with (
        qtbot.assertNotEmitted(desk.editor.changed),
        qtbot.assertNotEmitted(desk.editor.form.field_changed),
        qtbot.assertNotEmitted(desk.bus.changed),
    ):
        desk.open("2026-003")
        desk.open("2026-004")
    assert not desk.editor.is_dirty


@pytest.mark.parametrize("path", ["company.sector", "request.every"])
def test_a_choice_is_an_edit_like_another(qtbot, desk, path):
    desk.open("2026-002")
    box = desk.field(path).box
    before = desk.editor.form.value(path)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    box.activated.emit(box.currentIndex())
    assert desk.editor.form.value(path) != before
    desk.editor.undo()
    assert desk.editor.form.value(path) == before


def test_a_dossier_that_went_away_is_told(desk, dialog_of, monkeypatch):
    desk.open("2026-002")

    def gone(_id):
        raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number="2026-002")

    monkeypatch.setattr(desk.services.dossiers, "detail", gone)
    desk.screen.refresh()
    assert dialog_of(desk.screen, QMessageBox).text()
    assert desk.editor.detail is None


def test_a_detail_keeps_the_title_of_its_meeting(desk, details):
    detail = details(1, state=DossierState.SCHEDULED, meeting_number="CA-2026-01")
    desk.editor.header.show_dossier(replace(detail, state_reason=""))
    assert desk.editor.header.pill.text() == "Inscrit à la séance CA-2026-01"
