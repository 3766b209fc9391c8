"""The missions of a dossier on the screen: what is shown, what each button writes."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.ui.missions.actions import MissionAction, next_action
from alize_desktop.ui.missions.confirm_dialog import BOTH
from alize_desktop.ui.missions.event_dialog import EventDialog
from alize_desktop.ui.missions.mission_dialogs import EditDialog
from tests.ui.missions.conftest import AUTHOR, FILED, GRANTED, LENT, PAST, TODAY, draft

Kind = MissionEventKind


def words_of(widget):
    told = " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())
    return told.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_dossier_that_is_not_written_yet_asks_to_be(desk):
    desk.view.show_dossier(None)
    assert "Enregistrez d’abord le dossier" in words_of(desk.view)
    assert not desk.view.list.isVisible()


def test_a_dossier_without_days_says_what_will_come(desk):
    view = desk.show(FILED)
    assert "n’a pas accordé de jours" in words_of(view)
    assert not view.prepare_button.isVisible()
    assert not view.pane.isVisible()


def test_days_that_nothing_plans_ask_for_a_mission(desk):
    view = desk.show(GRANTED)
    told = words_of(view)
    assert "Aucune mission. Préparez-en une" in told
    assert "Le comité a accordé 8 jours ; aucune mission ne les prévoit encore." in told
    assert view.prepare_button.isVisible()


def test_the_chosen_mission_is_told_whole(desk):
    view = desk.show(LENT)
    told = words_of(view)
    for said in (
        "Sophie Garçon, Responsable qualité",
        "Écrire le manuel qualité",
        "Un jeudi sur deux",
        "1 jour reste à confirmer",
        "7 sont prévus, 1 reste à prévoir",
    ):
        assert said in told, said
    assert view.pane.head.state.text() == "En cours"
    visible = {each for each in MissionAction if view.pane.bar.button(each).isVisible()}
    assert visible == set(MissionAction) - {MissionAction.SIGN, MissionAction.GIVE_UP}


def test_a_mission_of_the_past_is_only_read(desk):
    view = desk.show(PAST)
    assert view.pane.head.past.text() == "Reprise"
    assert "elle ne se modifie pas" in words_of(view)
    assert not view.pane.bar.isVisible()
    assert not view.pane.papers.isVisible()
    assert not view.pane.reverse.isVisible()


def test_the_event_looked_at_is_told_whole(desk):
    view = desk.show(LENT)
    note = next(each for each in desk.detail().events if each.draft.text == "Le manuel avance.")
    view.pane.events.table.choose(note.id)
    assert view.pane.told.text() == "Le manuel avance. · Odile Perrin"


def test_what_is_usually_done_next_follows_the_mission(desk):
    missions, row = desk.services.missions, desk.rows()[0]
    assert next_action(desk.detail()) is MissionAction.DAYS
    missions.record(row.id, draft(Kind.DAYS_DONE, TODAY, "2.5"))
    assert next_action(desk.detail()) is MissionAction.CONFIRM
    missions.confirm_all(row.id, BOTH, TODAY, AUTHOR)
    assert next_action(desk.detail()) is MissionAction.CLOSE
    missions.record(row.id, draft(Kind.CLOSED, TODAY))
    missions.record(
        row.id,
        draft(Kind.EVALUATED_BY_COMPANY, TODAY, rating=4),
        draft(Kind.EVALUATED_BY_PARTNER, TODAY, rating=5),
    )
    assert next_action(desk.detail()) is None


def test_a_mission_without_an_end_is_amended_without_one_to_compare(desk):
    sheet = replace(desk.detail(mission=1).row.sheet, ends_on=None)
    desk.services.missions.save(desk.rows()[1].id, sheet, 1)
    desk.services.missions.record(desk.rows()[1].id, draft(Kind.AGREEMENT_SIGNED, TODAY))
    desk.show(mission=1)
    desk.press(MissionAction.AMEND)
    assert "Vide si elle ne change pas." in words_of(desk.dialog(EventDialog))


def test_a_competence_that_is_no_longer_offered_stays_chosen(desk):
    sheet = replace(desk.detail(mission=1).row.sheet, category="Soudure fine")
    desk.services.missions.save(desk.rows()[1].id, sheet, 1)
    desk.show(mission=1)
    desk.press(MissionAction.EDIT)
    assert desk.dialog(EditDialog).category.value() == "Soudure fine"
