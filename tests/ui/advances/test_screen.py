"""The screen of advances: the list, one advance, what can be done with it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QWidget

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.ui.advances.actions import AdvanceAction, next_action, offered
from alize_desktop.ui.advances.papers import paper_choices
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.table_model import NOTE_ROLE, STRUCK_ROLE

A = AdvanceAction
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
GRANTED, SIGNED, PAID, LATE, REPAID, LOST = (
    "2026-001",
    "2026-007",
    "2026-002",
    "2026-013",
    "2026-014",
    "2026-019",
)


def listed(desk):
    return [each.number for each in desk.screen.list.model.rows]


def texts(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


class TestTheList:
    def test_it_tells_what_is_owed_late_and_next(self, desk):
        shown = {row[0]: row[1:] for row in texts(desk.screen.list.table)}
        late = [each.replace("\u202f", " ") for each in shown[LATE]]
        assert late == [
            "Nettoyage Kermadec",
            "En retard",
            "19 500\u00a0€",
            "2 416,66\u00a0€",
            "10/09/2027",
        ]
        assert shown[LOST][1:] == ["Perte", "—", "—", "—"]
        assert "6 avances" in desk.screen.list.foot.count.text()

    def test_its_usual_columns_stay_beside_a_scroll_bar(self, desk):
        table = desk.screen.list.table
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        table.resize(642, 200)
        assert "next" in table.visible_columns()

    def test_states_ages_and_words_narrow_it(self, desk, qtbot):
        found = desk.screen.list
        found.states.chip(AdvanceState.RUNNING).click()
        assert listed(desk) == [PAID, LATE]
        found.ages.chip(AgeingBucket.FROM_90).click()
        assert listed(desk) == [LATE]
        assert "2\u202f416,66" in found.ages.chip(AgeingBucket.FROM_90).text()
        assert desk.pane.dossier_id == desk.id(LATE)
        found.search.setText("yvoire")
        found.search._ask()
        assert listed(desk) == []
        found._nothing.button.click()
        assert len(listed(desk)) == 6

    def test_a_header_sorts_it(self, desk):
        desk.screen.list.table.sort_requested.emit("late", True)
        assert listed(desk)[0] == LATE

    def test_the_arrows_move_from_one_advance_to_the_next(self, desk, press):
        press(KEY.Key_Down)
        assert desk.pane.dossier_id == desk.id(PAID)
        press(KEY.Key_Return)
        assert desk.pane.isAncestorOf(desk.screen.focusWidget())

    def test_without_advances_it_says_what_to_do(self, open_desk, tmp_path, clock, qtbot):
        with Registry.create(tmp_path / "vide.alize", Programme("Vide"), clock) as registry:
            desk = open_desk(registry)
            assert desk.screen._empty.isVisible()
            with qtbot.waitSignal(desk.screen.meetings_asked):
                desk.screen._empty.button.click()


class TestOneAdvance:
    @pytest.mark.parametrize(
        ("number", "first", "others"),
        [
            (GRANTED, None, {A.PAPERS, A.ACCOUNT}),
            (SIGNED, A.DISBURSE, {A.REVERSE}),
            (PAID, A.REPAY, {A.REJECT, A.REVERSE, A.MORATORIUM, A.LITIGATION, A.WAIVE, A.LOSE}),
            (LATE, A.LADDER, {A.REPAY, A.REJECT, A.REVERSE}),
            (REPAID, A.REFUND, {A.REPAY, A.REVERSE}),
            (LOST, A.RECOVER, {A.REVERSE}),
        ],
    )
    def test_it_offers_what_its_state_allows_the_next_thing_first(
        self, desk, number, first, others
    ):
        detail = desk.detail(number)
        assert next_action(detail) is first
        assert others <= set(offered(detail))

    def test_its_head_tells_its_amounts_and_its_situation_what_presses(self, desk):
        desk.show(LATE)
        head = desk.pane.head
        assert head.disbursed.accessibleName().replace("\u202f", " ") == "Versé 20 500\u00a0€"
        assert head.outstanding.accessibleName().replace("\u202f", " ") == "Reste dû 19 500\u00a0€"
        assert desk.pane.situation.sentences()[1] == "Prochaine étape\u00a0: relance."
        desk.show(REPAID)
        assert any("Trop-perçu" in each for each in desk.pane.situation.sentences())

    def test_its_rows_and_its_events_have_their_states(self, desk):
        desk.show(LATE)
        rows = texts(desk.pane.schedule.table)
        assert [row[-1] for row in rows[:3]] == ["Retard 163\u00a0j", "Retard 71\u00a0j", "À venir"]
        events = texts(desk.pane.history.table)
        assert [row[1] for row in events] == ["Encaissement", "Versement", "Convention signée"]

    def test_papers_say_why_they_cannot_be_made(self, desk):
        desk.show(PAID)
        choices = paper_choices(desk.pane.detail, desk.services)
        menu = desk.screen.deeds.papers_menu(desk.pane.detail, choices)
        refused = [each for each in menu.actions() if "pas possible" in each.text()]
        assert refused[0].text() == "Relance · pas possible\u00a0: pourquoi\u00a0?"
        refused[0].trigger()
        (box,) = desk.screen.findChildren(QMessageBox)
        assert "Relance" in box.text()
        assert desk.papers == []
        menu.actions()[0].trigger()
        assert desk.papers[0][0] == f"echeancier-{PAID}.xlsx"

    def test_the_report_on_what_is_late_and_every_schedule_are_asked_for(self, desk, qtbot):
        report, schedules = desk.screen._exports.menu().actions()
        report.trigger()
        assert desk.papers[0][0] == "retards-2027-08-20.xlsx"
        with qtbot.waitSignal(desk.screen.schedules_asked):
            schedules.trigger()

    @pytest.mark.dressed
    @pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
    def test_it_is_drawn_in_both_themes(self, desk, theme, scheme):
        theme.set_scheme(scheme)
        desk.show(LATE)
        for tab in ("situation", "schedule", "history"):
            desk.pane.show_tab(tab)
            assert not desk.screen.grab().isNull()


class TestWhatIsRecorded:
    def test_money_received_is_recorded_with_a_few_keys(self, desk, press, qtbot):
        desk.show(LATE)
        press((KEY.Key_E, CTRL))
        dialog = desk.dialog()
        assert dialog.amount.value().minor == 241_666
        assert not dialog.early.isVisible()
        dialog.author.edit.setText("Odile")
        with qtbot.waitSignal(desk.screen.said):
            press(KEY.Key_Return)
        assert desk.detail(LATE).row.position.overdue.minor == 0
        assert desk.authors[-1] == "Odile"
        assert desk.pane.head.outstanding.accessibleName().endswith("17\u202f083,34\u00a0€")

    def test_what_is_wrong_is_said_while_it_is_typed(self, desk):
        desk.show(LATE)
        desk.screen.deeds.do(A.REPAY, desk.pane.detail)
        dialog = desk.dialog()
        dialog.day.edit.setText("21/08/2027")
        assert "pas encore venu" in dialog.refusal()
        dialog.day.edit.setText("20/08/2027")
        assert dialog.refusal() == ""
        dialog.amount.edit.setText("5000")
        assert dialog.early.isVisible()
        dialog.reject()
        desk.screen.deeds.do(A.WAIVE, desk.pane.detail)
        dialog = desk.dialog()
        dialog.amount.edit.setText("30000")
        assert "19\u202f500" in dialog.refusal()

    def test_giving_up_a_debt_is_asked_twice(self, desk, qtbot):
        desk.show(LATE)
        desk.screen.deeds.do(A.LOSE, desk.pane.detail)
        dialog = desk.dialog()
        dialog.note.set_value("Liquidation")
        dialog.author.set_value("Odile")
        dialog.action.click()
        box = dialog.findChild(QMessageBox)
        assert "19\u202f500" in box.text()
        assert desk.detail(LATE).row.position.state is AdvanceState.RUNNING
        with qtbot.waitSignal(desk.screen.said):
            next(each for each in box.buttons() if each.text() == "Constater la perte").click()
        assert desk.detail(LATE).row.position.state is AdvanceState.LOST

    def test_more_than_all_that_is_owed_is_told_and_asked(self, desk, qtbot):
        desk.show(LATE)
        desk.screen.deeds.do(A.REPAY, desk.pane.detail)
        dialog = desk.dialog()
        dialog.amount.edit.setText("25000")
        assert "Trop-perçu\u00a0: 5\u202f500\u00a0€" in dialog._more.text()
        dialog.author.set_value("Odile")
        dialog.action.click()
        box = dialog.findChild(QMessageBox)
        assert box.text() == "Enregistrer un trop-perçu de 5\u202f500\u00a0€\u00a0?"
        assert not desk.detail(LATE).row.position.credit
        with qtbot.waitSignal(desk.screen.said):
            next(each for each in box.buttons() if each.text() == "Enregistrer").click()
        assert desk.detail(LATE).row.position.credit.minor == 550_000

    @pytest.mark.parametrize("action", [A.REPAY, A.REVERSE])
    def test_a_day_of_closed_accounts_is_refused_while_it_is_typed(self, desk, action):
        desk.services.fund.close(date(2027, 7, 31), "Odile")
        desk.show(LATE)
        desk.screen.deeds.do(action, desk.pane.detail)
        dialog = desk.dialog()
        dialog.day.edit.setText("31/07/2027")
        assert "arrêtés au 31/07/2027" in dialog.refusal()
        dialog.day.edit.setText("01/08/2027")
        assert dialog.refusal() == ""

    def test_a_debt_is_called_before_its_time_with_a_reason(self, desk, qtbot):
        desk.show(PAID)
        assert A.ACCELERATE in desk.pane.actions_bar.rare()
        desk.screen.deeds.do(A.ACCELERATE, desk.pane.detail)
        dialog = desk.dialog()
        dialog.author.set_value("Odile")
        dialog.action.click()
        assert dialog.note.error()
        dialog.note.edit.setText("Liquidation judiciaire")
        with qtbot.waitSignal(desk.screen.said):
            dialog.action.click()
        assert desk.detail(PAID).row.position.state is AdvanceState.ACCELERATED

    def test_a_movement_taken_back_is_struck_and_told(self, desk, qtbot):
        desk.show(LATE)
        desk.pane.history.event_opened.emit(desk.pane.detail.events[-1].id)
        dialog = desk.dialog()
        dialog.reason.set_value("Erreur de compte")
        dialog.author.set_value("Odile")
        with qtbot.waitSignal(desk.screen.said):
            dialog.action.click()
        words = [row[1] for row in texts(desk.pane.history.table)]
        assert words[:2] == ["Annulation", "Encaissement (annulé)"]
        notes = [desk.pane.history.model.index(0, 1).data(NOTE_ROLE)]
        assert notes == ["Encaissement du 10/03/2027 · Erreur de compte"]
        assert desk.pane.history.model.index(1, 1).data(STRUCK_ROLE)

    def test_what_changes_elsewhere_is_read_when_it_is_looked_at(self, desk, max_lists):
        changes = Changes(money=True)
        desk.screen.hide()
        with max_lists(0):
            desk.screen._tools.bus.changed.emit(changes, None)
        with max_lists(1):
            desk.screen.show()
        with max_lists(1):
            desk.screen._tools.bus.changed.emit(changes, None)

    def test_a_step_of_the_ladder_proposes_its_letter(self, desk, qtbot):
        desk.show(LATE)
        desk.screen.deeds.do(A.LADDER, desk.pane.detail)
        dialog = desk.dialog()
        dialog.author.set_value("Odile")
        with qtbot.waitSignal(desk.screen.paper_asked):
            dialog.action.click()
        assert desk.papers[0][0] == f"relance-{LATE}.pdf"

    def test_a_signature_shows_the_schedule_it_freezes(self, desk, clock, qtbot):
        clock.set(desk.detail(GRANTED).row.granted_on)
        desk.screen.refresh()
        desk.show(GRANTED)
        assert desk.pane.head._state.text() == "Accordée"
        desk.screen.deeds.do(A.SIGN, desk.pane.detail)
        dialog = desk.dialog()
        assert "30 échéances" in dialog.preview.text()
        dialog.in_fine.box.click()
        assert dialog.preview.text().startswith("Une échéance de 5\u00a0500,00\u00a0€, le ")
        dialog.in_fine.box.click()
        dialog.first_due.edit.setText("15/06/2027")
        assert ", du 15/06/2027 au " in dialog.preview.text()
        dialog.paid_on.edit.setText("01/01/2026")
        dialog.author.set_value("Odile")
        dialog.action.click()
        assert dialog.refusal()
        dialog.paid_on.edit.setText("30/11/2026")
        with qtbot.waitSignal(desk.screen.said):
            dialog.action.click()
        assert desk.pane.head._state.text() == "Convention signée"
        first = desk.detail(GRANTED).versions[0].rows[0]
        assert first.due == date(2027, 6, 15)

    def test_the_account_of_a_company_is_kept(self, desk, qtbot):
        desk.show(PAID)
        desk.screen.deeds.do(A.ACCOUNT, desk.pane.detail)
        dialog = desk.dialog()
        dialog.iban.edit.setText("FR76 0000")
        dialog.action.click()
        assert "IBAN" in dialog.refusal()
        dialog.iban.edit.setText("FR14 2004 1010 0505 0001 3M02 606")
        with qtbot.waitSignal(desk.screen.said):
            dialog.action.click()
        assert desk.services.advances.account(desk.pane.detail.row.siren) is not None


def test_an_amendment_shows_the_new_rows_beside_the_old_ones(amendable, qtbot):
    desk = amendable
    desk.screen.deeds.do(A.AMEND, desk.pane.detail)
    dialog = desk.dialog()
    words = [row[-1] for row in texts(dialog.comparison)]
    assert words[:2] == ["Réduite au payé", "Changée"]
    dialog.count.edit.setText("60")
    assert dialog.refusal().endswith("À ce rythme, 26 échéances au plus.")
    assert dialog.comparison.pairs() == ()
    dialog.count.edit.setText("8")
    assert dialog.refusal() == ""
    dialog.author.set_value("Odile")
    with qtbot.waitSignal(desk.screen.said):
        dialog.action.click()
    schedule = desk.pane.schedule
    assert schedule.compare.isVisibleTo(schedule)
    desk.pane.show_tab("schedule")
    schedule.compare.click()
    assert schedule.comparison.isVisible()
    assert texts(schedule.comparison)[0][-1] == "Réduite au payé"


class TestTheKeyboard:
    def test_everything_it_reaches_has_a_name(self, desk):
        desk.show(LATE)
        for tab in ("situation", "schedule", "history"):
            desk.pane.show_tab(tab)
            reached = (
                each
                for each in desk.screen.findChildren(QWidget)
                if each.isVisible() and each.focusPolicy().value & 1 and not each.focusProxy()
            )
            nameless = [
                each
                for each in reached
                if not each.accessibleName() and not isinstance(each.parent(), QLineEdit)
            ]
            assert nameless == []

    def test_what_has_no_button_is_in_a_menu(self, desk):
        desk.show(LATE)
        texts_shown = [each.text() for each in desk.pane.actions_bar.menu().actions()]
        assert texts_shown[:2] == [
            "Avenant\u00a0: il suit une décision modificative du comité",
            "Moratoire…",
        ]
        first = [each.split("\u00a0")[0].rstrip("…") for each in texts_shown]
        for number, line in enumerate(desk.pane.actions_bar.menu().actions()):
            if not line.isEnabled():
                continue
            desk.pane.actions_bar.menu().actions()[number].trigger()
            dialog = desk.dialog()
            assert dialog.windowTitle().endswith("Nettoyage Kermadec")
            dialog.reject()
        desk.show(REPAID)
        lines = desk.pane.actions_bar.menu().actions()
        assert [each.text().split("\u00a0")[0].rstrip("…") for each in lines] == first
        assert lines[2].text() == "Contentieux\u00a0: rien n’est dû"
        assert not lines[2].isEnabled()

    def test_a_step_that_is_to_come_says_from_when(self, desk, press, qtbot):
        desk.services.advances.record(
            desk.services.advances.by_number(LATE),
            AdvanceEventDraft(AdvanceEventKind.REMINDER, date(2027, 8, 20), author="Odile"),
        )
        desk.screen.refresh()
        desk.show(LATE)
        ladder = desk.pane.actions_bar.button(A.LADDER)
        assert (ladder.isVisible(), ladder.label()) == (True, "Mettre en demeure…")
        with qtbot.waitSignal(desk.screen.said) as heard:
            press((KEY.Key_R, CTRL))
        assert heard.args[0].startswith("Prochaine étape\u00a0: mise en demeure, à partir du ")

    def test_court_asks_its_reason_and_once_more(self, desk):
        desk.show(PAID)
        desk.screen.deeds.do(A.LITIGATION, desk.pane.detail)
        dialog = desk.dialog()
        dialog.author.set_value("Odile")
        dialog.action.click()
        assert dialog.note.error()
        dialog.note.edit.setText("Assignation")
        dialog.action.click()
        assert "contentieux" in dialog.findChild(QMessageBox).text()
        assert desk.detail(PAID).row.position.state is AdvanceState.RUNNING

    def test_a_loss_leaves_the_debt(self, desk):
        desk.show(LATE)
        desk.screen.deeds.do(A.LOSE, desk.pane.detail)
        dialog = desk.dialog()
        dialog.note.edit.setText("Liquidation")
        dialog.author.set_value("Odile")
        dialog.action.click()
        assert "reste due" in dialog.findChild(QMessageBox).informativeText()

    def test_its_pages_are_reached_by_keys(self, desk, press):
        desk.show(LATE)
        press((KEY.Key_Tab, CTRL))
        assert desk.screen.focusWidget() is desk.pane.schedule.table
        press((KEY.Key_Tab, CTRL))
        assert desk.screen.focusWidget() is desk.pane.history.table
        press(KEY.Key_Up, KEY.Key_Return)
        assert desk.dialog().event_taken.value() is not None

    def test_the_papers_open_under_their_button(self, desk, press):
        desk.show(LATE)
        press((KEY.Key_J, CTRL))
        menu = desk.screen.findChildren(QMenu)[-1]
        assert menu.activeAction().text() == "Échéancier (classeur)"
        menu.close()
