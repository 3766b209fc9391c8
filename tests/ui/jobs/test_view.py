"""The jobs of a dossier on the screen: what is shown, what each button writes."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.models.enums import (
    AdvanceEventKind,
    JobContract,
    JobEvidence,
    JobKind,
    MilestoneState,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobCounts
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.values import Money
from alize_desktop.rules.jobs import milestones
from alize_desktop.services.work import drained
from alize_desktop.ui.jobs.agenda_dialog import AgendaDialog
from alize_desktop.ui.jobs.diagnosis_dialog import DiagnosisDialog
from alize_desktop.ui.jobs.observe_dialog import ObserveDialog
from alize_desktop.ui.jobs.opening_dialog import OpeningDialog
from alize_desktop.ui.jobs.promise_dialog import PromiseDialog
from alize_desktop.ui.jobs.reversal_dialog import ReversalDialog
from tests.job_records import MONTHS, make_facts, make_seen
from tests.ui.jobs.conftest import AUTHOR, FILED, FOLLOWED, HELD, PROMISED, TODAY


def words_of(widget):
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_a_dossier_that_is_not_written_yet_asks_to_be(desk):
    desk.view.show_dossier(None)
    assert "Enregistrez d’abord le dossier" in words_of(desk.view)
    assert not desk.view.need.isVisible()
    assert desk.view.detail is None


def test_a_dossier_that_is_not_approved_says_what_will_come(desk):
    view = desk.show(FILED)
    assert "n’a pas agréé ce dossier" in words_of(view)
    assert view.need.isVisible()
    assert not view.follow_up.isVisible()


def test_an_unknown_dossier_is_told(desk):
    desk.view.show_dossier(desk.services.meetings.rows()[0].id)
    assert desk.view.detail is None
    (box,) = [each for each in desk.window.findChildren(QMessageBox) if each.isVisible()]
    assert "dossier" in box.text()


def test_before_the_payment_the_milestones_wait_for_it(desk):
    view = desk.show(PROMISED)
    assert "partiront du premier versement" in words_of(view)
    assert not view.follow_up.timeline.isVisible()
    assert not view.follow_up.missed.isVisible()
    assert "Rien n’a encore été constaté" in words_of(view)
    assert "la décision du comité vaut promesse" in words_of(view)


def test_the_payment_starts_the_milestones_without_asking(desk):
    view = desk.show(PROMISED)
    dossier, advances = desk.id(PROMISED), desk.services.advances
    kind = AdvanceEventKind.DISBURSEMENT
    changes = advances.record(
        dossier, AdvanceEventDraft(kind, TODAY, Money(12_000_00), author=AUTHOR)
    )
    desk.tools.bus.changed.emit(replace(changes, money=True), None)
    assert view.follow_up.timeline.isVisible()
    assert view.follow_up.timeline.chosen() == 6


def test_another_day_is_caught_up_with_when_the_tab_is_shown_again(desk):
    days = [HELD]
    desk.view._tools = replace(desk.tools, today=lambda: days[-1])
    desk.show(FOLLOWED)
    read = desk.view.detail
    desk.view.hide()
    desk.view.show()
    assert desk.view.detail is read
    desk.view.hide()
    days.append(TODAY)
    desk.view.show()
    assert desk.view.detail is not read


def test_what_is_followed_is_told_with_its_figures_and_its_warnings(desk):
    view = desk.show(FOLLOWED)
    told = words_of(view).replace("\u00a0", " ")
    for said in (
        "60 %",
        "15 ETP",
        "L’effectif constaté ne dépasse celui du dépôt que de 1 ETP",
        "Promesse manquée au jalon de 12 mois : il manque 2 emplois à créer.",
        "La croissance passe par deux recrutements",
        "Note du 30 novembre 2027, Odile Perrin",
    ):
        assert said in told, told
    states = [each.state for each in view.detail.milestones]
    assert states[:3] == [MilestoneState.MET, MilestoneState.MISSED, MilestoneState.TO_COME]


def test_lines_that_do_not_add_up_are_told(desk):
    jobs = desk.jobs()
    desk.services.jobs.save_promises(desk.id(FOLLOWED), jobs.promises[:1], 1)
    assert "la décision dit 5 emplois à créer" in words_of(desk.show(FOLLOWED))


class TestTimeline:
    def test_arrows_go_through_the_milestones_and_enter_asks_for_one(self, desk):
        timeline = desk.show(FOLLOWED).follow_up.timeline
        assert (timeline.chosen(), timeline.timely()) == (12, 12)
        timeline.setFocus()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            QTest.keyClick(timeline, key)
        assert timeline.chosen() == 6
        assert "Tenu" in timeline.accessibleName()
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        assert "Manqué" in timeline.accessibleName()
        for _ in range(5):
            QTest.keyClick(timeline, Qt.Key.Key_Down)
        assert (timeline.chosen(), timeline.timely()) == (36, None)
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        assert desk.dialog(ObserveDialog).milestone.value() == 36

    def test_a_click_chooses_and_a_double_click_asks(self, desk):
        timeline = desk.show(FOLLOWED).follow_up.timeline
        boxes = timeline._plot(timeline.width()).boxes()
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=boxes[1].center().toPoint())
        assert timeline.chosen() == 6
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=boxes[0].center().toPoint())
        assert timeline.chosen() == 6
        QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=boxes[2].center().toPoint())
        assert desk.dialog(ObserveDialog).isVisible()

    def test_the_milestone_that_is_due_is_proposed(self, desk):
        desk.services.jobs.reverse(desk.jobs().observations[-1].id, "Erreur", AUTHOR)
        follow_up = desk.show(FOLLOWED).follow_up
        assert follow_up.timeline.chosen() == 6
        follow_up.observe.click()
        assert desk.dialog(ObserveDialog).milestone.value() == 6

    def test_of_several_that_are_due_the_last_one_is_proposed(self, desk):
        for each in desk.jobs().observations:
            desk.services.jobs.reverse(each.id, "Erreur", AUTHOR)
        assert desk.show(FOLLOWED).follow_up.timeline.timely() == 12

    def test_it_goes_down_where_there_is_little_room(self, desk):
        timeline = desk.show(FOLLOWED).follow_up.timeline
        assert timeline.heightForWidth(400) > timeline.heightForWidth(800)
        assert timeline.minimumSizeHint().height() == timeline.heightForWidth(timeline.width())
        timeline.show_milestones(None, ())
        assert timeline.heightForWidth(400) == 0
        assert (timeline.chosen(), timeline.timely()) == (None, None)
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        QTest.keyClick(timeline, Qt.Key.Key_A)

    @pytest.mark.dressed
    @pytest.mark.parametrize("width", [480, 900])
    def test_each_state_has_a_colour_of_the_theme(self, desk, theme, width):
        desk.window.resize(width, 1600)
        desk.view.resize(width, 1600)
        timeline = desk.show(FOLLOWED).follow_up.timeline
        timeline.setFocus()
        picture = timeline.grab().toImage()
        found = {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert {theme.colours.bad.upper(), theme.colours.good.upper()} <= found


class TestNotes:
    def test_a_note_is_written_and_the_one_before_stays(self, desk):
        view = desk.show(FOLLOWED)
        view.need.write.click()
        dialog = desk.dialog(DiagnosisDialog)
        assert dialog.note.value().startswith("La croissance")
        dialog.note.set_value("Un commercial, puis un technicien.")
        desk.confirm(dialog)
        assert view.detail.diagnosis[0].note.startswith("Un commercial")
        assert "Note précédente, du 30 novembre 2027" in words_of(view)
        assert desk.said == ["Note enregistrée"]

    def test_a_dossier_without_a_note_says_what_one_is_for(self, desk):
        assert "Aucune note de diagnostic" in words_of(desk.show(FILED))


class TestPromises:
    def test_a_line_is_added_changed_and_taken_away(self, desk, answer):
        follow_up = desk.show(PROMISED).follow_up
        assert not follow_up.edit_line.isEnabled()
        follow_up.add_line.click()
        dialog = desk.dialog(PromiseDialog)
        assert dialog.kind.value() is JobKind.CREATED
        dialog.persons.set_value(3)
        dialog.fte.set_value(Decimal("2.5"))
        dialog.due_on.set_value(date(2028, 1, 1))
        desk.confirm(dialog)
        (line,) = desk.jobs(PROMISED).promises
        assert (line.persons, line.fte, line.due_on) == (3, Decimal("2.5"), date(2028, 1, 1))
        follow_up.edit_line.click()
        dialog = desk.dialog(PromiseDialog)
        assert dialog.persons.value() == 3
        dialog.kind.set_value(JobKind.SUSTAINED)
        dialog.contract.set_value(JobContract.FIXED_TERM)
        desk.confirm(dialog)
        (line,) = desk.jobs(PROMISED).promises
        assert (line.kind, line.contract) == (JobKind.SUSTAINED, JobContract.FIXED_TERM)
        follow_up.remove_line.click()
        assert "Retirer cette promesse" in answer(desk.window, "Retirer")
        assert desk.jobs(PROMISED).promises == ()
        assert desk.said == ["Promesse enregistrée", "Promesse enregistrée", "Promesse retirée"]

    def test_too_many_full_time_equivalents_are_refused_and_the_dialog_stays(self, desk):
        desk.show(FOLLOWED).follow_up.promises.table.row_opened.emit(0)
        dialog = desk.dialog(PromiseDialog)
        dialog.fte.set_value(Decimal(9))
        desk.confirm(dialog)
        assert "dépassent 2 personnes" in dialog.refusal()
        assert dialog.isVisible()

    def test_lines_changed_meanwhile_are_not_written_over(self, desk, answer):
        follow_up = desk.show(FOLLOWED).follow_up
        desk.services.jobs.save_promises(desk.id(FOLLOWED), (), 1)
        follow_up.remove_line.click()
        answer(desk.window, "Retirer")
        assert desk.jobs().promises_revision == 2
        assert desk.said == []


class TestObservations:
    def test_what_is_seen_is_recorded_with_its_evidence(self, desk, tmp_path):
        proof = tmp_path / "dsn-novembre.pdf"
        proof.write_bytes(b"%PDF-1.4")
        desk.services.dossiers.attach(desk.id(FOLLOWED), proof)
        view = desk.show(FOLLOWED)
        view.follow_up.observe.click()
        dialog = desk.dialog(ObserveDialog)
        assert dialog.observed_on.value() == TODAY
        dialog.milestone.set_value(12)
        dialog.persons[JobKind.CREATED].set_value(5)
        dialog.persons[JobKind.MAINTAINED].set_value(2)
        dialog.fte[JobKind.CREATED].set_value(Decimal("4.5"))
        dialog.headcount.set_value(Decimal(20))
        dialog.evidence.set_value(JobEvidence.STAFF_REGISTER)
        dialog.document.set_value(desk.services.dossiers.detail(desk.id(FOLLOWED)).documents[-1].id)
        desk.confirm(dialog)
        seen = view.detail.observations[0].draft
        assert (seen.created, seen.created_fte, seen.author) == (5, Decimal("4.5"), AUTHOR)
        assert seen.evidence is JobEvidence.STAFF_REGISTER
        index = view.follow_up.observations.table.model().index(0, 1)
        assert "dsn-novembre.pdf" in index.data(Qt.ItemDataRole.ToolTipRole)
        assert view.detail.proposals == ()
        assert not view.follow_up.missed.isVisible()
        assert desk.said == ["Constat enregistré"]

    def test_the_past_is_no_evidence_that_one_enters(self, desk):
        desk.show(FOLLOWED).follow_up.observe.click()
        box = desk.dialog(ObserveDialog).evidence.box
        told = [box.itemText(each) for each in range(box.count())]
        assert "Extrait de DSN" in told
        assert "Reprise du passé" not in told

    def test_a_day_before_the_decision_is_refused(self, desk):
        desk.show(FOLLOWED).follow_up.observe.click()
        dialog = desk.dialog(ObserveDialog)
        dialog.persons[JobKind.CREATED].set_value(1)
        dialog.observed_on.set_value(date(2026, 11, 1))
        desk.confirm(dialog)
        assert "trop tôt" in dialog.refusal()

    def test_an_observation_is_taken_back_for_a_reason_and_is_struck(self, desk):
        view = desk.show(FOLLOWED)
        view.follow_up.reverse.click()
        dialog = desk.dialog(ReversalDialog)
        desk.confirm(dialog)
        assert dialog.isVisible()
        dialog.reason.set_value("Compté deux fois")
        desk.confirm(dialog)
        assert [each.is_reversed for each in view.detail.observations] == [True, False]
        assert not view.follow_up.reverse.isEnabled()
        view.follow_up.observations.table.row_opened.emit(None)
        assert [each for each in desk.window.findChildren(ReversalDialog) if each.isVisible()] == []
        assert desk.said == ["Constat annulé"]


class TestThePast:
    def show_past(self, desk, today):
        follow_up = desk.show(FOLLOWED).follow_up
        past = make_seen(date(2026, 3, 15), 5, evidence=JobEvidence.HISTORY)
        facts = make_facts(observations=(past,), decided=JobCounts(5), is_history=True)
        stones = milestones(facts, MONTHS, today)
        follow_up.show_jobs(replace(desk.view.detail, milestones=stones), {})
        return follow_up

    def test_one_line_of_the_past_is_told_once_for_all_milestones(self, desk):
        follow_up = self.show_past(desk, date(2029, 4, 1))
        assert not follow_up.timeline.isVisible()
        told = words_of(follow_up)
        assert (
            "un seul constat, le 15 mars 2026, pour les jalons de 6, 12, 24 et 36\u00a0mois" in told
        )

    def test_milestones_to_come_stay_beside_what_the_past_says(self, desk):
        follow_up = self.show_past(desk, date(2027, 4, 1))
        assert follow_up.timeline.isVisible()
        assert follow_up.timeline.chosen() == 24
        assert "pour les jalons de 6 et 12\u00a0mois" in words_of(follow_up)


class TestOpenings:
    def test_a_job_is_offered_filled_and_taken_away(self, desk, answer):
        view = desk.show(PROMISED)
        assert "Aucun emploi n’est proposé" in words_of(view)
        view.follow_up.add_opening.click()
        dialog = desk.dialog(OpeningDialog)
        dialog.title.set_value("Soudeur")
        desk.confirm(dialog)
        assert desk.said == ["Offre d’emploi enregistrée"]
        view.follow_up.edit_opening.click()
        dialog = desk.dialog(OpeningDialog)
        assert dialog.title.value() == "Soudeur"
        dialog.filled.set_value(1)
        dialog.filled_on.set_value(TODAY)
        desk.confirm(dialog)
        (opening,) = view.detail.openings
        assert (opening.filled, opening.filled_on) == (1, TODAY)
        view.follow_up.remove_opening.click()
        assert "Soudeur" in answer(desk.window, "Retirer")
        assert view.detail.openings == ()

    def test_the_partner_is_named(self, desk):
        table = desk.show(FOLLOWED).follow_up.openings.table
        partner = desk.services.people.partners()[0].sheet.name
        assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == partner
        table.row_opened.emit(None)
        assert desk.dialog(OpeningDialog).partner.value() is not None


class TestMissedPromise:
    def press(self, desk, what):
        desk.show(FOLLOWED).follow_up.missed.buttons[what].click()

    def test_a_reminder_is_written_where_the_user_says(self, desk, tmp_path):
        self.press(desk, "reminder")
        ((name, write),) = desk.papers
        assert name == f"rappel-emplois-{FOLLOWED}.pdf"
        drained(write(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")

    def test_an_amendment_is_decided_at_a_meeting(self, desk):
        self.press(desk, "amendment")
        assert desk.places == ["meetings"]
        assert "son avenant s’y décide" in desk.said[0]

    def test_without_a_meeting_to_come_one_is_to_be_prepared(self, desk):
        self.press(desk, "agenda")
        assert desk.places == ["meetings"]
        assert "Aucune séance n’est prévue" in desk.said[0]

    def test_the_missed_promise_is_put_on_the_next_agenda(self, desk):
        for day in (date(2028, 2, 1), date(2028, 1, 10)):
            draft = MeetingDraft(day, time(14, 0), "Épinal", None, AUTHOR)
            desk.services.meetings.create(draft)
        self.press(desk, "agenda")
        dialog = desk.dialog(AgendaDialog)
        meeting = dialog.meeting.value()
        assert "10 janvier 2028" in dialog.meeting.box.currentText()
        assert FOLLOWED in dialog.title.value()
        desk.confirm(dialog)
        (point,) = desk.services.meetings.detail(meeting).agenda
        assert FOLLOWED in point.company
        assert desk.said == ["Inscrit à l’ordre du jour"]


@pytest.mark.dressed
def test_lists_show_their_rows_whole_when_the_text_grows(desk, theme):
    table = desk.show(FOLLOWED).follow_up.promises.table
    before = table.height()
    theme.set_text_scale(150)
    QTest.qWait(1)
    assert table.height() > before
    assert not table.verticalScrollBar().isVisible()
    theme.set_text_scale(100)


def test_the_view_reads_again_what_others_wrote_once_it_is_seen(desk):
    view = desk.show(FOLLOWED)
    view.hide()
    desk.services.jobs.save_promises(desk.id(FOLLOWED), (), 1)
    desk.tools.bus.changed.emit(Changes(results=True), None)
    assert view.detail.promises
    view.show()
    assert view.detail.promises == ()


def test_the_day_of_the_decision_is_the_start_when_only_days_were_granted(desk):
    assert desk.jobs().released_on == HELD
