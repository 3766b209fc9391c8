"""What each button of a mission asks and writes."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import (
    Agreement,
    ConflictKind,
    MissionEventKind,
    MissionState,
    PaperKind,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.services.work import drained
from alize_desktop.ui.missions.actions import MissionAction, next_action
from alize_desktop.ui.missions.amendment_dialog import AmendmentPaperDialog
from alize_desktop.ui.missions.confirm_dialog import BOTH, COMPANY, ConfirmDialog
from alize_desktop.ui.missions.evaluate_dialog import EvaluateDialog
from alize_desktop.ui.missions.event_dialog import EventDialog
from alize_desktop.ui.missions.mission_dialogs import EditDialog, PrepareDialog
from alize_desktop.ui.missions.paper_card import DRAFT
from tests.ui.missions.conftest import AUTHOR, FILED, GRANTED, LENT, PAST, TODAY, draft

Kind = MissionEventKind


def words_of(widget):
    told = " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())
    return told.replace("\u00a0", " ").replace("\u202f", " ")


def last(desk, number=LENT, mission=0):
    return desk.detail(number, mission).events[-1].draft


class TestPreparing:
    def test_the_partner_of_the_decision_is_proposed_with_its_reasons(self, desk):
        view = desk.show(GRANTED)
        view.prepare_button.click()
        dialog = desk.dialog(PrepareDialog)
        assert dialog.partner.value() == desk.services.people.partners()[0].id
        assert "nommé par la décision" in dialog.partner.box.currentText()
        assert "restent sur" in words_of(dialog)
        assert dialog.planned.value() == 8
        desk.confirm(dialog)
        (row,) = desk.rows(GRANTED)
        assert view.pane.mission_id == row.id
        assert desk.said == ["Mission préparée"]

    def test_another_partner_changes_what_was_not_typed(self, desk):
        view = desk.show(GRANTED)
        other = desk.services.people.partners()[4].id
        view.prepare(other)
        dialog = desk.dialog(PrepareDialog)
        assert dialog.partner.value() == other
        dialog.planned.set_value(Decimal("2.5"))
        dialog.fields["contributor"].set_value("Jean Petit")
        dialog.partner.box.setCurrentIndex(0)
        dialog.partner.box.activated.emit(0)
        assert dialog.partner.value() != other
        assert (dialog.planned.value(), dialog.sheet().contributor) == (
            Decimal("2.5"),
            "Jean Petit",
        )
        desk.confirm(dialog)
        assert desk.rows(GRANTED)[0].sheet.planned_days == Decimal("2.5")

    def test_a_partner_in_conflict_is_left_out_and_named(self, desk):
        first = desk.services.people.partners()[0]
        siren = desk.services.dossiers.detail(desk.id(GRANTED)).sheet.company.siren
        conflict = PartnerConflict(first.id, first.id, siren, ConflictKind.COMPETITOR)
        desk.services.partners.save_conflict(None, conflict)
        desk.show(GRANTED).prepare()
        dialog = desk.dialog(PrepareDialog)
        assert dialog.partner.value() != first.id
        assert f"Exclu : {first.sheet.name} (concurrent)." in words_of(dialog)

    def test_what_is_typed_is_not_lost_without_asking(self, desk, answer):
        desk.show(GRANTED).prepare()
        dialog = desk.dialog(PrepareDialog)
        dialog.fields["contributor"].set_value("Jean Petit")
        dialog.reject()
        assert "Abandonner ce que vous avez saisi" in answer(dialog, "Rester")
        assert dialog.isVisible()
        dialog.reject()
        left = []
        dialog.rejected.connect(lambda: left.append(True))
        answer(dialog, "Abandonner")
        assert left
        assert desk.rows(GRANTED) == ()

    def test_nothing_typed_leaves_at_once(self, desk):
        desk.show(GRANTED).prepare()
        dialog = desk.dialog(PrepareDialog)
        dialog.reject()
        assert not dialog.isVisible()

    def test_a_refused_sheet_keeps_the_dialog(self, desk):
        desk.show(GRANTED).prepare()
        dialog = desk.dialog(PrepareDialog)
        dialog.fields["ends_on"].set_value(date(2020, 1, 1))
        desk.confirm(dialog)
        assert dialog.isVisible()
        assert dialog.refusal()

    def test_a_dossier_that_is_not_written_prepares_nothing(self, desk):
        desk.view.show_dossier(None)
        desk.view.prepare()
        assert desk.said == []


class TestChanging:
    def test_the_sheet_is_changed_but_not_what_was_signed(self, desk):
        desk.show()
        desk.press(MissionAction.EDIT)
        dialog = desk.dialog(EditDialog)
        assert "ne changent plus que par un avenant" in words_of(dialog)
        assert not dialog.partner.box.isEnabled()
        dialog.fields["same_group"].set_value(Agreement.NO)
        desk.confirm(dialog)
        assert desk.detail().row.sheet.same_group is Agreement.NO

    def test_what_is_only_planned_may_be_changed_whole(self, desk):
        desk.show(mission=1)
        desk.press(MissionAction.EDIT)
        dialog = desk.dialog(EditDialog)
        dialog.planned.set_value(Decimal(3))
        dialog.fields["consent"].set_value(Agreement.YES)
        desk.confirm(dialog)
        sheet = desk.detail(mission=1).row.sheet
        assert (sheet.planned_days, sheet.consent) == (3, Agreement.YES)


class TestEvents:
    def test_a_planned_mission_is_signed(self, desk):
        view = desk.show(mission=1)
        assert next_action(desk.detail(mission=1)) is MissionAction.SIGN
        desk.press(MissionAction.SIGN)
        desk.confirm(desk.dialog(EventDialog))
        assert desk.detail(mission=1).row.account.state is MissionState.AGREED
        assert view.pane.head.state.text() == "Convention signée"
        assert desk.said == ["Signature enregistrée"]

    def test_days_are_done_by_halves(self, desk):
        desk.show()
        desk.press(MissionAction.DAYS)
        dialog = desk.dialog(EventDialog)
        dialog.days.set_value(Decimal("0.7"))
        desk.confirm(dialog)
        assert dialog.isVisible()
        dialog.days.set_value(Decimal("0.5"))
        dialog.text.set_value("Audit blanc")
        desk.confirm(dialog)
        done = last(desk)
        assert (done.kind, done.days, done.text) == (Kind.DAYS_DONE, Decimal("0.5"), "Audit blanc")
        assert (done.value_on, done.author) == (TODAY, AUTHOR)

    def test_a_note_needs_words(self, desk):
        desk.show()
        desk.press(MissionAction.NOTE)
        dialog = desk.dialog(EventDialog)
        desk.confirm(dialog)
        assert dialog.isVisible()
        dialog.text.set_value("Le manuel est relu.")
        desk.confirm(dialog)
        assert last(desk).text == "Le manuel est relu."

    def test_an_amendment_changes_days_and_end(self, desk):
        desk.show()
        desk.press(MissionAction.AMEND)
        dialog = desk.dialog(EventDialog)
        assert "Aujourd’hui le 31/03/2027" in words_of(dialog).replace("\u202f", " ")
        dialog.days.set_value(Decimal(6))
        dialog.ends_on.set_value(date(2027, 6, 30))
        desk.confirm(dialog)
        account = desk.detail().row.account
        assert (account.planned, account.ends_on) == (6, date(2027, 6, 30))
        assert "5 à l’origine" in words_of(desk.view)

    def test_a_planned_mission_is_given_up_with_a_reason(self, desk):
        view = desk.show(mission=1)
        desk.press(MissionAction.GIVE_UP)
        dialog = desk.dialog(EventDialog)
        dialog.text.set_value("Le partenaire renonce")
        desk.confirm(dialog)
        assert desk.detail(mission=1).row.account.state is MissionState.GIVEN_UP
        visible = {each for each in MissionAction if view.pane.bar.button(each).isVisible()}
        assert visible == {MissionAction.NOTE}
        assert next_action(desk.detail(mission=1)) is None

    def test_a_mission_closes_once_its_days_are_confirmed(self, desk):
        desk.show()
        desk.press(MissionAction.CLOSE)
        dialog = desk.dialog(EventDialog)
        assert "1 jour reste à confirmer." in words_of(dialog)
        desk.confirm(dialog)
        assert "ne sont pas confirmés" in dialog.refusal()
        desk.services.missions.confirm_all(desk.rows()[0].id, BOTH, TODAY, AUTHOR)
        desk.confirm(dialog)
        assert desk.detail().row.account.state is MissionState.CLOSED
        assert next_action(desk.detail()) is MissionAction.EVALUATE

    def test_an_event_is_taken_back_with_a_reason(self, desk):
        view = desk.show()
        assert view.pane.chosen_event().draft.kind is Kind.DAYS_DONE
        view.pane.reverse.click()
        dialog = desk.dialog(EventDialog)
        assert "Jours faits, 10 décembre 2026" in words_of(dialog)
        dialog.text.set_value("Saisi deux fois")
        desk.confirm(dialog)
        assert desk.detail().row.account.done == Decimal("1.5")
        assert desk.said == ["Événement annulé"]
        lines = view.pane.events.table.model().rows
        assert [each.is_back for each in lines].count(True) == 1
        reversal = next(each for each in lines if each.event.draft.kind is Kind.REVERSAL)
        view.pane.events.table.choose(reversal.event.id)
        assert not view.pane.reverse.isEnabled()
        view.pane.events.table.row_opened.emit(reversal.event.id)
        assert [each for each in desk.window.findChildren(EventDialog) if each.isVisible()] == []


class TestConfirming:
    def test_the_days_looked_at_are_proposed_for_both_sides(self, desk):
        desk.show()
        desk.press(MissionAction.CONFIRM)
        dialog = desk.dialog(ConfirmDialog)
        assert dialog.sides.value() == BOTH
        assert dialog.which.box.currentText().startswith("1\u00a0jour du 10/12/2026")
        desk.confirm(dialog)
        assert desk.detail().row.account.confirmed == Decimal("2.5")
        assert not desk.view.pane.bar.button(MissionAction.CONFIRM).isVisible()

    def test_one_side_confirms_every_day_and_the_other_is_awaited(self, desk):
        view = desk.show()
        desk.press(MissionAction.CONFIRM)
        dialog = desk.dialog(ConfirmDialog)
        dialog.sides.set_value(COMPANY)
        dialog.which.set_value(None)
        desk.confirm(dialog)
        row = view.pane.events.table.model().rows
        waiting = [each.sides for each in row if each.sides is not None]
        assert frozenset(COMPANY) in waiting
        desk.press(MissionAction.CONFIRM)
        dialog = desk.dialog(ConfirmDialog)
        assert dialog.sides.value() == (Kind.CONFIRMED_BY_PARTNER,)
        dialog.sides.set_value(BOTH)
        desk.confirm(dialog)
        assert desk.detail().row.account.confirmed == Decimal("2.5")

    def test_what_a_side_said_already_is_refused_when_it_says_it_again(self, desk):
        desk.services.missions.confirm_all(desk.rows()[0].id, COMPANY, TODAY, AUTHOR)
        desk.show()
        desk.press(MissionAction.CONFIRM)
        dialog = desk.dialog(ConfirmDialog)
        dialog.sides.set_value(COMPANY)
        dialog.which.set_value(desk.detail().events[5].id)
        desk.confirm(dialog)
        assert "déjà été confirmés" in dialog.refusal()


class TestEvaluating:
    def test_both_sides_evaluate_at_once(self, desk):
        desk.show()
        desk.press(MissionAction.EVALUATE)
        dialog = desk.dialog(EvaluateDialog)
        dialog.ratings[Kind.EVALUATED_BY_COMPANY].set_value(5)
        dialog.texts[Kind.EVALUATED_BY_COMPANY].set_value("Très utile")
        dialog.ratings[Kind.EVALUATED_BY_PARTNER].set_value(3)
        desk.confirm(dialog)
        account = desk.detail().row.account
        assert (account.company_rating, account.partner_rating) == (5, 3)
        assert "5 sur 5" in words_of(desk.view)

    def test_one_side_is_enough_but_none_is_not(self, desk):
        desk.show()
        desk.press(MissionAction.EVALUATE)
        dialog = desk.dialog(EvaluateDialog)
        desk.confirm(dialog)
        assert "note de 1 à 5" in dialog.refusal()
        dialog.ratings[Kind.EVALUATED_BY_PARTNER].set_value(4)
        desk.confirm(dialog)
        assert desk.detail().row.account.company_rating is None
        desk.press(MissionAction.EVALUATE)
        assert "Évaluation d’avant : 4 sur 5." in words_of(desk.dialog(EvaluateDialog))


class TestPapers:
    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            (PaperKind.SECONDMENT, "convention-2026-M001.pdf"),
            (PaperKind.MISSION_SHEET, "feuille-de-jours-2026-M001.pdf"),
        ],
    )
    def test_a_paper_is_written_where_the_user_says(self, desk, tmp_path, kind, name):
        view = desk.show()
        assert not view.pane.papers.buttons[PaperKind.MISSION_AMENDMENT].isVisible()
        view.pane.papers.buttons[kind].click()
        ((proposed, write),) = desk.papers
        assert proposed == name
        drained(write(tmp_path / proposed))
        assert (tmp_path / proposed).stat().st_size > 0

    def test_an_amendment_is_written_before_it_is_signed(self, desk, tmp_path):
        view = desk.show()
        view.pane.papers.buttons[DRAFT].click()
        dialog = desk.dialog(AmendmentPaperDialog)
        desk.confirm(dialog)
        assert dialog.refusal()
        dialog.ends_on.set_value(date(2027, 6, 30))
        before = len(desk.detail().events)
        desk.confirm(dialog)
        ((proposed, write),) = desk.papers
        assert proposed == "avenant-2026-M001.pdf"
        drained(write(tmp_path / proposed))
        assert len(desk.detail().events) == before

    def test_the_last_amendment_can_be_written_again(self, desk, tmp_path):
        amended = draft(Kind.AMENDED, TODAY, "6")
        desk.services.missions.record(desk.rows()[0].id, amended)
        view = desk.show()
        view.pane.papers.buttons[PaperKind.MISSION_AMENDMENT].click()
        ((proposed, write),) = desk.papers
        drained(write(tmp_path / proposed))

    def test_a_paper_that_cannot_be_made_says_why(self, desk):
        given_up = draft(Kind.GIVEN_UP, TODAY, text="Le partenaire renonce")
        desk.services.missions.record(desk.rows()[1].id, given_up)
        view = desk.show(mission=1)
        assert not view.pane.papers.buttons[PaperKind.SECONDMENT].isEnabled()
        assert "Convention" in words_of(view.pane.papers)


def test_what_others_change_is_read_again(desk):
    view = desk.show()
    desk.services.missions.record(desk.rows()[0].id, draft(Kind.DAYS_DONE, TODAY, "1"))
    desk.tools.bus.changed.emit(Changes(results=True), None)
    assert view.pane.detail.row.account.done == Decimal("3.5")
    desk.view.hide()
    desk.services.missions.record(desk.rows()[0].id, draft(Kind.DAYS_DONE, TODAY, "1"))
    desk.tools.bus.changed.emit(Changes(results=True), None)
    assert view.pane.detail.row.account.done == Decimal("3.5")
    desk.view.show()
    assert view.pane.detail.row.account.done == Decimal("4.5")


def test_a_mission_of_the_past_is_not_taken_back_by_enter(desk):
    view = desk.show(PAST)
    view.pane.events.table.row_opened.emit(view.pane.chosen_event().id)
    assert [each for each in desk.window.findChildren(EventDialog) if each.isVisible()] == []


def test_an_unknown_dossier_is_told(desk):
    desk.view.show_dossier(desk.services.meetings.rows()[0].id)
    assert "dossier" in desk.box()


class TestWithoutARank:
    def test_a_dossier_whose_need_is_unknown_lists_partners_by_name(self, desk):
        desk.show(PAST).prepare()
        dialog = desk.dialog(PrepareDialog)
        names = [dialog.partner.box.itemText(row) for row in range(dialog.partner.box.count())]
        assert len(names) == len(desk.services.people.partners())
        assert "besoin" in words_of(dialog)

    def test_a_dossier_without_days_says_so(self, desk):
        desk.show(FILED).prepare()
        assert FILED in desk.box()

    def test_without_a_partner_to_lend_the_place_of_partners_is_shown(self, desk):
        siren = desk.services.dossiers.detail(desk.id(GRANTED)).sheet.company.siren
        for each in desk.services.people.partners():
            conflict = PartnerConflict(each.id, each.id, siren, ConflictKind.OTHER)
            desk.services.partners.save_conflict(None, conflict)
        desk.show(GRANTED).prepare()
        assert desk.places == ["partners"]
        assert "Aucun partenaire" in desk.said[0]
