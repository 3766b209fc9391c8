"""Each step alone: what it asks, what the large button says, which keys act."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotOutcome,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    ItemStep,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts, Motion
from alize_desktop.models.records.committee import ClosingCheck
from alize_desktop.models.records.decisions import Consequences, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import (
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.values import Money
from alize_desktop.ui.committee.steps.ballot import BallotStep
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.steps.closed import ClosedStep
from alize_desktop.ui.committee.steps.closing import ClosingStep
from alize_desktop.ui.committee.steps.decision import DecisionStep
from alize_desktop.ui.committee.steps.opening import OpeningStep
from alize_desktop.ui.committee.steps.presentation import PresentationStep
from alize_desktop.ui.committee.steps.quorum import QuorumStep
from alize_desktop.ui.committee.steps.recusals import RecusalsStep
from alize_desktop.ui.committee.steps.result import ResultStep
from alize_desktop.ui.committee.steps.roll_call import RollCallStep
from alize_desktop.ui.committee.steps.standing import StandingStep

KEY = Qt.Key
NOW = datetime(2026, 3, 24, 15, 5, tzinfo=UTC)


def says(pane):
    """Return what the large button says, with ordinary spaces, and whether it is ready."""
    step = pane.next_step()
    return step.label.replace("\u00a0", " "), step.is_ready


def called(state, *kinds):
    lines = [replace(line, kind=kind) for line, kind in zip(state.attendance, kinds, strict=False)]
    return replace(state, attendance=(*lines, *state.attendance[len(lines) :]))


# opening


def test_a_meeting_without_dossier_does_not_open(make, show):
    pane = show(OpeningStep())
    pane.show_state(make.state())
    assert says(pane) == ("Ouvrir la séance", True)
    assert "quorum à 3" in pane.note()
    pane.show_state(make.state(agenda=(), presiding=None))
    assert says(pane) == ("Ouvrir la séance : aucun dossier à l’ordre du jour", False)


def test_opening_counts_dossiers_apart_from_other_points(make, show):
    pane = show(OpeningStep())
    state = make.state()
    pane.show_state(state)
    told = {each.text().replace("\u00a0", " ") for each in pane.findChildren(QLabel)}
    assert f"{len(state.agenda)} dossiers" in told
    last = replace(state.agenda[-1], dossier_id=None)
    pane.show_state(replace(state, agenda=(*state.agenda, last, last)))
    told = {each.text().replace("\u00a0", " ") for each in pane.findChildren(QLabel)}
    assert f"{len(state.agenda)} dossiers, 2 autres points" in told
    pane.show_state(replace(state, agenda=(last,)))
    told = {each.text().replace("\u00a0", " ") for each in pane.findChildren(QLabel)}
    assert "1 point" in told


def test_opening_asks_to_open(qtbot, make, show):
    pane = show(OpeningStep())
    pane.show_state(make.state())
    with qtbot.waitSignal(pane.open_asked):
        pane.advance()


# roll call


@pytest.fixture
def roll(make, show):
    pane = show(RollCallStep())
    pane.show_alternates([make.member(8, alternate_of_id=make.member(3).id)])
    pane.show_state(make.state(quorum_at=None))
    return pane


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("p", AttendanceKind.PRESENT),
        ("d", AttendanceKind.REMOTE),
        ("e", AttendanceKind.EXCUSED),
        ("a", AttendanceKind.ABSENT),
    ],
)
def test_a_letter_answers_for_the_member_called(qtbot, make, roll, press, key, kind):
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, key)
    assert asked.args == [make.member(1).id, kind, None, ""]


def test_an_answer_is_asked_once_until_the_file_is_read(qtbot, roll, press):
    press(roll, "p")
    with qtbot.assertNotEmitted(roll.attendance_asked):
        press(roll, "p", "e")


def test_the_roll_goes_on_to_the_next_member(qtbot, make, roll, press):
    press(roll, "p")
    roll.show_state(called(make.state(quorum_at=None), AttendanceKind.PRESENT))
    assert says(roll) == ("Clore l’appel : 4 membres à appeler", False)
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, "a")
    assert asked.args[0] == make.member(2).id


def test_a_number_and_arrows_go_to_a_member(qtbot, make, roll, press):
    press(roll, "4", KEY.Key_Right, KEY.Key_Left, KEY.Key_Up)
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, "p")
    assert asked.args[0] == make.member(3).id


def test_only_a_member_with_an_alternate_is_substituted(qtbot, make, roll, press):
    with qtbot.assertNotEmitted(roll.attendance_asked):
        press(roll, "s")
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, "3", "s")
    assert asked.args[:2] == [make.member(3).id, AttendanceKind.SUBSTITUTED]


def test_a_proxy_asks_for_its_holder_and_letters_are_text_meanwhile(qtbot, make, roll, press):
    press(roll, "r")
    with qtbot.assertNotEmitted(roll.attendance_asked):
        press(roll, "wei")
    with qtbot.assertNotEmitted(roll.attendance_asked):
        press(roll, KEY.Key_Return, "p", " ")  # how the proxy came is asked first
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, "1")
    holder = make.member(4).id
    told = "reçu par courriel"
    assert asked.args == [make.member(1).id, AttendanceKind.REPRESENTED, holder, told]
    shown = called(make.state(quorum_at=None), AttendanceKind.REPRESENTED)
    held = replace(shown.attendance[0], holder_id=make.member(4).id)
    roll.show_state(replace(shown, attendance=(held, *shown.attendance[1:])))
    press(roll, KEY.Key_Left)
    assert roll.window().focusWidget() is roll


def test_escape_leaves_the_question_of_the_holder(roll, press):
    assert not roll.leave()
    press(roll, "r", KEY.Key_Escape)
    assert not roll.leave()
    assert roll.window().focusWidget() is roll


def test_a_proxy_whose_paper_is_still_to_come_is_given_with_enter(qtbot, make, roll, press):
    press(roll, "r", "wei", KEY.Key_Return)
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, KEY.Key_Return)
    assert asked.args[2:] == [make.member(4).id, ""]


def test_escape_leaves_the_question_of_the_paper(roll, press):
    press(roll, "r", "wei", KEY.Key_Return, KEY.Key_Escape)
    assert roll.window().focusWidget() is roll
    assert not roll.leave()


def test_everybody_left_is_present_but_the_numbers_typed(qtbot, make, roll, press):
    press(roll, "t", "2 x4")
    names = roll.findChild(object, "except_names").text().replace("\u00a0", " ")
    assert names == "Tous présents sauf M. Lévêque et M. Weiß."
    assert says(roll) == ("Tous présents sauf 2 membres", True)
    with qtbot.waitSignal(roll.all_present_asked) as asked:
        press(roll, KEY.Key_Return)
    assert asked.args == [(make.member(2).id, make.member(4).id)]
    left = AttendanceKind.PRESENT
    roll.show_state(called(make.state(quorum_at=None), left, None, left, None, left))
    with qtbot.waitSignal(roll.attendance_asked) as asked:
        press(roll, "e")
    assert asked.args[0] == make.member(2).id


def test_once_some_are_called_the_others_are_counted(make, roll, press):
    button = roll.findChild(object, "attendance_all")
    assert button.label().startswith("Tous présents sauf")
    excused = called(make.state(quorum_at=None), AttendanceKind.EXCUSED)
    roll.show_state(excused)
    assert button.label() == "Les 4 autres présents sauf… (4 à appeler)"
    press(roll, "t")
    assert says(roll) == ("Les 4 autres présents : clore l’appel", True)
    press(roll, "2")
    names = roll.findChild(object, "except_names").text()
    assert names.startswith("Les 4 autres présents sauf ")
    press(roll, KEY.Key_Escape)
    one_left = [AttendanceKind.EXCUSED, *[AttendanceKind.PRESENT] * 3]
    roll.show_state(called(make.state(quorum_at=None), *one_left))
    assert button.label().replace("\u00a0", " ") == "Dernier membre : présent"


def test_a_number_that_is_nobody_s_ends_no_list(qtbot, roll, press):
    with qtbot.assertNotEmitted(roll.all_present_asked):
        press(roll, "t", "2 19", KEY.Key_Return)
    assert "numéro 19" in roll.findChild(object, "except_names").text()
    assert not says(roll)[1]
    press(roll, KEY.Key_Escape)
    assert says(roll) == ("Clore l’appel : 5 membres à appeler", False)


def test_everybody_left_is_present_and_the_roll_is_over(qtbot, make, roll, press):
    everybody = called(make.state(quorum_at=None), *[AttendanceKind.PRESENT] * 5)
    roll.all_present_asked.connect(lambda _absent: roll.show_state(everybody))
    press(roll, "t")
    assert says(roll) == ("Tous présents : clore l’appel", True)
    with qtbot.waitSignal(roll.finished), qtbot.waitSignal(roll.all_present_asked):
        press(roll, " ")
    assert says(roll) == ("Clore l’appel et vérifier le quorum", True)
    with qtbot.assertNotEmitted(roll.all_present_asked):
        press(roll, "t")


def test_the_last_one_to_call_is_present_without_a_question(qtbot, make, roll, press):
    roll.show_state(called(make.state(quorum_at=None), *[AttendanceKind.PRESENT] * 4))
    with qtbot.waitSignal(roll.all_present_asked) as asked:
        press(roll, "t")
    assert asked.args == [()]


def test_the_roll_taken_again_goes_back_to_the_meeting(make, roll):
    roll.show_state(called(make.state(), *[AttendanceKind.PRESENT] * 5))
    assert says(roll) == ("Reprendre la séance", True)


# quorum


def test_the_quorum_says_how_many_are_missing(qtbot, make, show):
    pane = show(QuorumStep())
    assert not says(pane)[1]
    pane.show_state(make.state(quorum=make.quorum(1)))
    assert says(pane) == ("Constater le quorum : il manque 2 membres", False)
    pane.show_state(make.state())
    assert says(pane) == ("Constater le quorum", True)
    assert "appel" in pane.note()
    with qtbot.waitSignal(pane.quorum_asked):
        pane.advance()


# between


def test_the_next_dossier_is_announced_and_arrows_take_another(qtbot, make, show, press):
    pane = show(BetweenStep())
    pane.show_state(make.state())
    assert says(pane) == ("Présenter Société 1", True)
    assert pane.note() == "2 dossiers à examiner."
    press(pane, KEY.Key_Down, KEY.Key_Down)
    assert says(pane)[0] == "Présenter Société 2"
    pane.show_state(make.state())  # another screen changed something: the choice is kept
    with qtbot.waitSignal(pane.item_asked) as asked:
        pane.advance()
    assert asked.args == [make.id("item 2")]
    pane.take(make.id("item 1"))
    assert says(pane)[0] == "Présenter Société 1"


def test_the_next_name_is_whole_on_a_short_page(make, show):
    pane = show(BetweenStep())
    pane.show_state(make.state())
    pane.resize(700, 120)
    assert pane._company.height() >= pane._company.sizeHint().height()


def test_when_all_is_examined_the_meeting_may_close(qtbot, make, show):
    pane = show(BetweenStep())
    decided = make.line(1, ItemStep.DECIDED, company="C" * 60)
    pane.show_state(make.state(agenda=(decided,)))
    assert says(pane) == ("Passer à la levée de la séance", True)
    assert pane.title() == "Ordre du jour épuisé"
    with qtbot.waitSignal(pane.closing_asked):
        pane.advance()


def test_a_long_name_does_not_widen_the_button(make, show):
    pane = show(BetweenStep())
    pane.show_state(make.state(agenda=(make.line(1, company="C" * 60),)))
    assert len(says(pane)[0]) < 50


def test_what_was_just_decided_is_said(make, show):
    pane = show(BetweenStep())
    draft = DecisionDraft(DecisionOutcome.APPROVED, Money(15_000_00))
    pane.show_state(make.state())
    decision = Decision(make.id("d"), "2026-D001", "CA-2026-01", NOW, draft, "", "")
    pane.show_decision(decision, "Électricité Saint-Éloi")
    sentence = pane.findChild(object, "decided_sentence").text()
    assert sentence.startswith("Décision 2026-D001. Agréé")


# presentation


def test_a_presentation_goes_on_to_the_recusals_or_defers(qtbot, make, show, press):
    pane = show(PresentationStep())
    pane.show_state(make.state())  # nothing under examination: nothing to show
    pane.show_state(make.state(make.item()))
    assert pane.title() == "Électricité Saint-Éloi"
    assert says(pane) == ("Passer aux déports", True)
    with qtbot.waitSignal(pane.recusals_asked):
        pane.advance()
    with qtbot.waitSignal(pane.deferral_asked):
        press(pane, "j")


def test_a_bare_dossier_is_presented_too(make, show, press):
    pane = show(PresentationStep(), 700, 300)
    sheet = make.sheet(
        project=ProjectDetails(),
        financing=FinancingDetails(),
        request=RequestDetails(),
        jobs=JobsDetails(),
        skills=SkillsDetails(),
        opinion=OpinionDetails(),
    )
    pane.show_state(make.state(make.item(sheet=sheet)))
    assert pane.area.verticalScrollBar().value() == 0
    press(pane, KEY.Key_PageDown)
    assert pane.area.verticalScrollBar().value() > 0
    press(pane, KEY.Key_PageUp)
    assert pane.area.verticalScrollBar().value() == 0


# standing points


@pytest.mark.parametrize("kind", [ItemKind.MINUTES_APPROVAL, ItemKind.RATIFICATION])
def test_the_large_button_adopts_no_point_for_the_committee(qtbot, make, show, press, kind):
    pane = show(StandingStep())
    line = make.line(1, dossier_id=None, kind=kind)
    pane.show_state(make.state(standing=line))
    assert says(pane) == ("Adopté, rejeté ou reporté ? A, R ou J", False)
    with qtbot.assertNotEmitted(pane.conclusion_asked):
        press(pane, " ")
        pane.advance()
    with qtbot.waitSignal(pane.conclusion_asked) as asked:
        press(pane, "a")
    assert asked.args == [line.id, ItemConclusion.ADOPTED, ""]


def test_an_information_is_noted_by_the_large_button(qtbot, make, show):
    pane = show(StandingStep())
    line = make.line(1, dossier_id=None, kind=ItemKind.INFORMATION)
    pane.show_state(make.state(standing=line))
    assert says(pane) == ("Prendre acte et passer à la suite", True)
    with qtbot.waitSignal(pane.conclusion_asked) as asked:
        pane.advance()
    assert asked.args[1] is ItemConclusion.NOTED


# recusals


@pytest.fixture
def recusals(make, show):
    pane = show(RecusalsStep())
    pane.show_state(make.state())
    suggested = ((make.member(1).id, "Banque du Val est la banque"), (make.id("gone"), "absent"))
    pane.show_state(make.state(make.item(suggested_recusals=suggested)))
    return pane


def test_a_suggested_recusal_must_be_answered_before_the_deliberation(qtbot, make, recusals, press):
    assert says(recusals) == ("Délibérer : répondre d’abord à 1 intérêt déclaré", False)
    with qtbot.waitSignal(recusals.setting_aside_asked) as asked:
        press(recusals, "n")
    assert asked.args == [make.id("item 1"), make.member(1).id]
    recusals.show_state(make.state(aside(make)))
    assert says(recusals) == ("Passer à la délibération", True)
    with qtbot.waitSignal(recusals.deliberation_asked):
        recusals.advance()


def aside(make, step=ItemStep.PRESENTED, **more):
    """Return the dossier once its suggestion was answered « non »."""
    suggested = ((make.member(1).id, "Banque du Val est la banque"),)
    kept = {"suggested_recusals": suggested, "set_aside": frozenset({make.member(1).id})}
    return make.item(step, line=make.line(1, step), **kept, **more)


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (ItemStep.BALLOT_OPEN, "Reprendre le vote"),
        (ItemStep.PROCLAIMED, "Revenir au résultat"),
    ],
)
def test_a_recusal_announced_later_goes_back_where_one_was(
    qtbot, make, recusals, press, step, label
):
    recusals.show_state(make.state(aside(make, step, ballot=make.ballot())))
    assert says(recusals) == (label, True)
    with qtbot.waitSignal(recusals.return_asked):
        recusals.advance()
    with qtbot.assertNotEmitted(recusals.deferral_asked):
        press(recusals, "j")  # a ballot is under way: nothing is deferred without it


def test_a_recused_chair_hands_the_dossier_on_in_a_sentence(make, recusals):
    recused = make.tile(1, is_recused=True, recusal_reason="parente")
    item = make.item(tiles=(recused, make.tile(2)))
    recusals.show_state(make.state(item, presiding=make.member(2)))
    told = recusals.findChild(object, "recusal_presiding").text().replace("\u00a0", " ")
    assert told == (
        "Mme Inès Martin, présidente, se déporte : M. Bruno Lévêque préside ce dossier."
    )
    recusals.show_state(make.state(item, presiding=None))
    told = recusals.findChild(object, "recusal_presiding").text()
    assert told.endswith("personne ne préside ce dossier.")


def test_yes_records_the_recusal_with_its_reason_once(qtbot, make, recusals, press):
    with qtbot.waitSignal(recusals.recusal_asked) as asked:
        press(recusals, "o")
    assert asked.args == [make.id("item 1"), make.member(1).id, "Banque du Val est la banque"]
    with qtbot.assertNotEmitted(recusals.recusal_asked):
        press(recusals, "o")


def test_a_recusal_is_added_by_letters_and_a_reason(qtbot, make, recusals, press):
    press(recusals, "d", "brien", KEY.Key_Return, "parente")
    with (
        qtbot.assertNotEmitted(recusals.deliberation_asked),
        qtbot.waitSignal(recusals.recusal_asked) as asked,
    ):
        press(recusals, KEY.Key_Return)
    assert asked.args == [make.id("item 1"), make.member(3).id, "parente"]
    recused = make.tile(3, is_recused=True, recusal_reason="parente")
    recusals.show_state(make.state(make.item(tiles=(make.tile(1), recused))))
    assert recusals.window().focusWidget() is recusals
    with qtbot.waitSignal(recusals.lifting_asked) as asked:
        press(recusals, KEY.Key_Delete)
    assert asked.args == [make.id("item 1"), make.member(3).id]


def test_enter_without_a_reason_asks_once_more(qtbot, recusals, press):
    press(recusals, "d", "brien", KEY.Key_Return)
    with qtbot.assertNotEmitted(recusals.recusal_asked):
        press(recusals, KEY.Key_Return, "parente")
    line = recusals.window().focusWidget()
    assert (line.objectName(), line.text()) == ("recusal_reason", "parente")
    press(recusals, (KEY.Key_A, Qt.KeyboardModifier.ControlModifier), KEY.Key_Delete)
    with qtbot.assertNotEmitted(recusals.recusal_asked):
        press(recusals, KEY.Key_Return)
    assert "Pas de motif" in recusals.findChild(QLabel, "recusal_hint").text()
    with qtbot.waitSignal(recusals.recusal_asked) as asked:
        press(recusals, KEY.Key_Return)
    assert asked.args[2] == ""


def test_escape_leaves_who_and_why(recusals, press):
    assert not recusals.leave()
    press(recusals, "d", KEY.Key_Escape)
    assert not recusals.leave()
    press(recusals, "d", "brien", KEY.Key_Return, KEY.Key_Escape)
    assert not recusals.leave()
    press(recusals, "d")
    assert recusals.leave()


def test_a_dossier_is_deferred_without_a_vote(qtbot, make, recusals, press):
    recusals.show_state(make.state(make.item(quorum=make.quorum(1))))
    with qtbot.waitSignal(recusals.deferral_asked):
        press(recusals, "j")


def test_arrows_move_between_suggestions(qtbot, make, recusals, press):
    suggested = ((make.member(1).id, "un"), (make.member(3).id, "deux"))
    recusals.show_state(make.state(make.item(suggested_recusals=suggested)))
    assert says(recusals)[0].endswith("2 intérêts déclarés")
    with qtbot.waitSignal(recusals.recusal_asked) as asked:
        press(recusals, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Down, "o")
    assert asked.args[2] == "deux"


# ballot


@pytest.fixture
def ballot(make, show):
    pane = show(BallotStep())
    pane.show_state(make.state())
    pane.show_state(open_ballot(make))
    return pane


def open_ballot(make, **choices):
    tiles = [make.tile(1), make.tile(2), make.tile(2, holder=True), make.tile(3)]
    tiles = [replace(tile, choice=choices.get(f"m{tile.member.seat}")) for tile in tiles]
    item = make.item(ItemStep.BALLOT_OPEN, tiles=tuple(tiles), ballot=make.ballot())
    return make.state(item)


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        ("p", VoteChoice.FOR),
        ("c", VoteChoice.AGAINST),
        ("a", VoteChoice.ABSTENTION),
        ("n", VoteChoice.NOT_PARTICIPATING),
    ],
)
def test_a_letter_votes_for_the_tile_selected(qtbot, make, ballot, press, key, choice):
    with qtbot.waitSignal(ballot.vote_asked) as asked:
        press(ballot, key)
    assert asked.args == [make.id("item 1"), make.member(1).id, choice]


def test_a_second_letter_waits_for_what_the_file_holds(qtbot, make, ballot, press):
    press(ballot, "p")
    with qtbot.assertNotEmitted(ballot.vote_asked):
        press(ballot, "c", "t")
    assert not any(tile.isEnabled() for tile in ballot.grid.tiles())
    ballot.show_state(open_ballot(make, m1=VoteChoice.FOR))
    assert ballot.grid.current().number == 2


def test_a_number_and_r_reach_a_proxy(qtbot, make, ballot, press):
    with qtbot.waitSignal(ballot.vote_asked) as asked:
        press(ballot, "2", "r", "a")
    assert asked.args[1] == make.member(9).id


def test_the_digits_of_a_french_keyboard_need_no_shift(qtbot, make, ballot):
    with qtbot.waitSignal(ballot.vote_asked) as asked:
        for key, text in ((Qt.Key.Key_QuoteDbl, '"'), (Qt.Key.Key_C, "c")):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    ballot, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
                )
    assert asked.args[1] == make.member(3).id


def test_a_number_that_is_nobody_s_votes_for_nobody(qtbot, ballot, press):
    with qtbot.assertNotEmitted(ballot.vote_asked, wait=20):
        press(ballot, "9", "9", "c")
    assert ballot.grid.current() is None


def test_tab_goes_to_the_next_empty_tile_and_shift_tab_back(ballot, press):
    press(ballot, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab)
    assert ballot.grid.current().number == 3
    press(ballot, (KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier))
    assert ballot.grid.current().holder_id is not None
    press(ballot, KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down)


def test_the_button_says_how_many_voices_are_missing(qtbot, make, ballot):
    assert says(ballot) == ("Clore le vote : 4 voix manquent", False)
    votes = {"m1": VoteChoice.FOR, "m2": VoteChoice.FOR, "m9": VoteChoice.FOR}
    ballot.show_state(open_ballot(make, **votes))
    assert says(ballot) == ("Clore le vote : 1 voix manque", False)
    ballot.show_state(open_ballot(make, **votes, m3=VoteChoice.AGAINST))
    assert says(ballot) == ("Clore le vote", True)
    with qtbot.waitSignal(ballot.closing_asked):
        ballot.advance()


def test_everybody_left_is_for_and_it_can_be_taken_back(qtbot, make, ballot, press):
    with qtbot.waitSignal(ballot.remaining_asked) as asked:
        press(ballot, "t")
    assert asked.args == [make.id("item 1"), VoteChoice.FOR]
    everybody = dict.fromkeys(("m1", "m2", "m9", "m3"), VoteChoice.FOR)
    ballot.show_state(open_ballot(make, **everybody))
    taken = []

    def write(_item, member_id, choice):
        taken.append((member_id, choice))
        gone = {f"m{seat}" for seat in (1, 2, 3, 9) if make.member(seat).id in dict(taken)}
        left = {name: vote for name, vote in everybody.items() if name not in gone}
        ballot.show_state(open_ballot(make, **left))

    ballot.vote_asked.connect(write)
    press(ballot, (KEY.Key_Z, Qt.KeyboardModifier.ControlModifier))
    qtbot.waitUntil(lambda: len(taken) == 4)
    assert {choice for _, choice in taken} == {None}


def test_taking_back_gives_the_answer_before(qtbot, make, ballot, press):
    ballot.show_state(open_ballot(make, m1=VoteChoice.FOR))
    press(ballot, "1", "p")  # the same answer: nothing to write
    press(ballot, "1", "c")
    ballot.show_state(open_ballot(make, m1=VoteChoice.AGAINST))
    with qtbot.waitSignal(ballot.vote_asked) as asked:
        press(ballot, (KEY.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert asked.args[1:] == [make.member(1).id, VoteChoice.FOR]


def test_another_ballot_forgets_what_could_be_taken_back(qtbot, make, ballot, press):
    press(ballot, "p")
    state = open_ballot(make, m1=VoteChoice.FOR)
    other = replace(state.current, ballot=make.ballot(id=make.id("other")))
    ballot.show_state(replace(state, current=other))
    with qtbot.assertNotEmitted(ballot.vote_asked):
        press(ballot, (KEY.Key_Z, Qt.KeyboardModifier.ControlModifier))


def test_a_tile_is_chosen_with_the_mouse_and_a_button_votes(qtbot, make, ballot):
    qtbot.mouseClick(ballot.grid.tiles()[3], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(ballot.vote_asked) as asked:
        qtbot.mouseClick(ballot.findChild(object, "vote_against"), Qt.MouseButton.LeftButton)
    assert asked.args[1:] == [make.member(3).id, VoteChoice.AGAINST]


def test_a_recused_member_is_asked_for_so_that_the_rule_is_named(qtbot, make, ballot, press):
    tiles = (make.tile(1, VoteChoice.FOR), make.tile(2, is_recused=True, recusal_reason="banque"))
    item = make.item(ItemStep.BALLOT_OPEN, tiles=tiles, ballot=make.ballot())
    ballot.show_state(make.state(item))
    assert says(ballot) == ("Clore le vote", True)
    with qtbot.waitSignal(ballot.vote_asked):
        press(ballot, "2", "p")


# result


def closed_ballot(make, outcome, **more):
    result = make.result(counts=Counts(2, 1, 1), outcome=outcome, remaining=0, base=3, needed=2)
    ballot = make.ballot(closed_at=NOW, result=replace(result, **more), missing=0)
    tiles = (
        make.tile(1, VoteChoice.FOR),
        make.tile(2, VoteChoice.FOR),
        make.tile(2, VoteChoice.AGAINST, holder=True),
        make.tile(3, VoteChoice.ABSTENTION),
        make.tile(4, is_recused=True),
    )
    return make.item(ItemStep.BALLOT_CLOSED, ballot=ballot, tiles=tiles)


def test_the_result_is_proclaimed_then_decided(qtbot, make, show):
    pane = show(ResultStep())
    assert pane.title() == ""
    item = closed_ballot(make, BallotOutcome.ADOPTED)
    pane.show_state(make.state(item))
    assert pane.findChild(object, "outcome_word").text() == "Adopté"
    assert says(pane) == ("Proclamer le résultat", True)
    assert "pas encore" in pane.note()
    with qtbot.waitSignal(pane.proclamation_asked) as asked:
        pane.advance()
    assert asked.args == [make.id("item 1"), None]
    proclaimed = replace(item, ballot=replace(item.ballot, proclaimed_at=NOW))
    pane.show_state(make.state(proclaimed))
    assert says(pane) == ("Passer à la décision", True)
    with qtbot.waitSignal(pane.decision_asked):
        pane.advance()


@pytest.mark.parametrize(
    ("key", "choice"),
    [("p", VoteChoice.FOR), ("c", VoteChoice.AGAINST), ("a", VoteChoice.ABSTENTION)],
)
def test_a_tie_waits_for_the_presiding_member(qtbot, make, show, press, key, choice):
    pane = show(ResultStep())
    sentence = pane.findChild(object, "result_sentence")
    question = pane.findChild(object, "casting_question")
    item = closed_ballot(make, BallotOutcome.TIE, casting_vote_open=True)
    pane.show_state(make.state(item))
    assert says(pane) == ("Proclamer : la voix prépondérante est attendue", False)
    assert "attendue" in sentence.text()
    assert "comment tranche" in question.text()
    press(pane, key)
    assert says(pane) == ("Proclamer le résultat", True)
    assert "attendue" not in sentence.text()
    assert "comment tranche" not in question.text()
    words = {VoteChoice.FOR: "Adopté", VoteChoice.AGAINST: "Rejeté"}
    outcome = pane.findChild(object, "outcome_word").text()
    assert outcome == words.get(choice, "Partage des voix")
    with qtbot.waitSignal(pane.proclamation_asked) as asked:
        pane.advance()
    assert asked.args[1] is choice


def test_without_a_tie_nobody_has_a_casting_vote(make, show, press):
    pane = show(ResultStep())
    pane.show_state(make.state(closed_ballot(make, BallotOutcome.REJECTED)))
    press(pane, "p")
    assert says(pane) == ("Proclamer le résultat", True)


# decision


@pytest.fixture
def decision(make, show):
    pane = show(DecisionStep())
    item = adopted(make)
    pane.draft_changed.connect(lambda *_: pane.show_consequences(free()))
    pane.show_state(make.state(item))
    pane.show_proposal(proposal(), ())
    return pane


def adopted(make, **ballot):
    item = closed_ballot(make, BallotOutcome.ADOPTED)
    return replace(
        item,
        line=make.line(1, ItemStep.PROCLAIMED),
        ballot=replace(item.ballot, proclaimed_at=NOW, **ballot),
    )


def free():
    left = (Money(105_000_00), Decimal(58), Money(5_000_00))
    return Consequences(Money(1_250_00), 12, *left, last=Money(1_250_00))


def proposal(outcome=DecisionOutcome.APPROVED):
    return DecisionDraft(outcome, Money(15_000_00), days=6, jobs_created=3)


def test_what_is_proposed_can_be_recorded_at_once(qtbot, make, decision):
    assert says(decision) == ("Enregistrer l’agrément", True)
    with qtbot.waitSignal(decision.recording_asked) as asked:
        decision.advance()
    assert asked.args == [make.id("item 1"), proposal()]
    with qtbot.assertNotEmitted(decision.recording_asked):
        decision.advance()


def test_the_decision_that_holds_the_keyboard_has_a_name(decision):
    assert decision.accessibleName() == "Décision"


def test_less_than_asked_is_a_reduced_approval_as_it_is_typed(decision, press):
    press(decision, "m")
    decision.window().focusWidget().selectAll()
    press(decision, "12000")
    draft = decision.draft()
    assert draft.amount == Money(12_000_00)
    assert draft.outcome is DecisionOutcome.APPROVED_REDUCED
    assert "12\u202f000,00" in decision.foot.findChild(object, "decision_sentence").text()


@pytest.mark.parametrize(
    ("regular", "count", "last", "text"),
    [
        (1_250_00, 12, 1_250_00, "12 × 1 250,00 €"),
        (208_33, 24, 208_41, "23 × 208,33 €, puis 208,41 €"),
        (5_000_00, 1, 5_000_00, "1 × 5 000,00 €"),
    ],
)
def test_the_instalments_shown_add_up_to_the_advance(decision, regular, count, last, text):
    shown = replace(free(), regular=Money(regular), count=count, last=Money(last))
    decision.show_consequences(shown)
    found = decision.findChild(object, "consequence_instalments").text()
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == text


def test_without_an_advance_there_is_no_instalment(decision):
    decision.show_consequences(replace(free(), regular=None, count=0, last=None))
    assert decision.findChild(object, "consequence_instalments").text() == "—"


def test_days_alone_are_an_approval_and_nothing_at_all_is_not(decision, press):
    press(decision, "m")
    decision.window().focusWidget().selectAll()
    press(decision, KEY.Key_Delete)
    assert says(decision) == ("Enregistrer l’agrément", True)
    decision.setFocus()
    press(decision, "d")
    decision.window().focusWidget().selectAll()
    press(decision, "0")
    assert says(decision) == ("Enregistrer l’agrément : ni avance ni jours", False)


def test_more_than_was_asked_is_refused_in_a_sentence(decision, press):
    press(decision, "m")
    decision.window().focusWidget().selectAll()
    press(decision, "15000,01")
    assert says(decision) == ("Enregistrer l’agrément : plus que l’avance demandée", False)
    assert "demande une proposition votée" in obstacle(decision)


def test_another_amount_than_the_one_that_was_voted_is_refused(make, decision, press):
    item = adopted(make, motion=Motion("Moins", 12_000_00))
    decision.show_state(make.state(item))
    assert says(decision) == ("Enregistrer l’agrément : ce n’est pas le montant voté", False)
    assert "Le comité a adopté une avance de 12" in obstacle(decision)
    press(decision, "m")
    decision.window().focusWidget().selectAll()
    press(decision, "12000")
    assert says(decision) == ("Conditions conformes à la proposition adoptée ?", True)
    assert obstacle(decision) == ""


def test_a_motion_adopted_in_words_is_recalled_and_its_terms_confirmed(
    qtbot, make, decision, press
):
    assert not told(decision)
    item = adopted(make, motion=Motion("3 jours au lieu de 6", None, make.id("rejected")))
    decision.show_state(make.state(item))
    assert told(decision) == "Contre-proposition : 3 jours au lieu de 6"
    asked = ("Conditions conformes à la proposition adoptée ?", True)
    assert says(decision) == asked
    with qtbot.assertNotEmitted(decision.recording_asked):
        decision.advance()
    assert says(decision) == ("Enregistrer l’agrément", True)
    press(decision, "d")
    decision.window().focusWidget().selectAll()
    press(decision, "3")
    assert says(decision) == asked, "other terms are other words to compare"
    decision.advance()
    with qtbot.waitSignal(decision.recording_asked) as recorded:
        decision.advance()
    assert recorded.args[1].days == 3


def test_a_deferral_grants_no_terms_to_compare_with_the_motion(make, decision, press):
    decision.show_state(make.state(adopted(make, motion=Motion("3 jours au lieu de 6"))))
    press(decision, "j", "bilan attendu")
    assert says(decision) == ("Enregistrer l’ajournement", True)


def told(pane):
    return pane.findChild(object, "decision_motion").text().replace("\u00a0", " ")


def test_a_dossier_that_comes_back_tells_what_was_granted(make, decision):
    item = adopted(make)
    before = {"before_number": "2026-D001", "before_amount": Money(5_000_00), "before_months": 48}
    decision.show_state(make.state(replace(item, line=replace(item.line, **before))))
    told = decision.findChild(object, "decision_before")
    assert told.isVisible()
    assert told.text().endswith("sur 48 mois, décision 2026-D001.")
    decision.show_state(make.state(item))
    assert not told.isVisible()


def test_a_result_to_examine_again_grants_nothing(make, decision, press):
    decision.show_state(make.state(adopted(make, reexamination="Résultat à réexaminer.")))
    assert says(decision) == ("Enregistrer l’agrément : résultat à réexaminer", False)
    assert "votez de nouveau" in obstacle(decision)
    press(decision, "j", "bilan attendu")
    assert says(decision) == ("Enregistrer l’ajournement", True)


def obstacle(pane):
    return pane.foot.findChild(object, "decision_obstacle").text()


def test_enter_on_empty_grounds_of_a_deferral_keeps_the_keyboard(decision, press):
    press(decision, "j", KEY.Key_Return, "t")
    written = decision.window().focusWidget()
    assert (written.objectName(), written.toPlainText().strip()) == ("decision_grounds", "t")
    assert decision.draft().outcome is DecisionOutcome.DEFERRED


def test_a_condition_makes_the_approval_conditional(decision, press):
    press(decision, "i", "accord de la banque")
    draft = decision.draft()
    assert draft.outcome is DecisionOutcome.APPROVED_WITH_CONDITIONS
    assert draft.conditions[0].text == "accord de la banque"
    assert draft.conditions[0].kind is ConditionKind.PRECEDENT
    due = decision.findChild(object, "condition_due_1")
    due.setFocus()
    press(decision, "31/02/2027")
    decision.setFocus()
    assert says(decision) == ("Enregistrer l’agrément : un champ est à corriger", False)
    decision.findChild(object, "condition_remove_1").click()
    assert decision.draft().outcome is DecisionOutcome.APPROVED


def test_letters_are_text_while_an_amount_is_typed(decision, press):
    press(decision, "m", "j")
    assert decision.draft().outcome is not DecisionOutcome.DEFERRED


def test_terms_that_make_no_schedule_are_refused_in_a_sentence(decision):
    decision.draft_changed.disconnect()
    decision.show_consequences(UserError(ErrorCode.DEFERRAL_TOO_LONG, deferral=48, months=48))
    text, is_ready = says(decision)
    assert (text, is_ready) == ("Enregistrer l’agrément : durée ou échéances à revoir", False)
    assert "différé" in decision.foot.findChild(object, "decision_obstacle").text()


def test_more_than_the_fund_can_lend_asks_for_its_reason(decision, press):
    left = {"amount": Money(15_000_00), "left": Money(9_000_00)}
    missing = UserError(ErrorCode.ENVELOPE_REASON_MISSING, **left)
    decision.draft_changed.disconnect()
    decision.draft_changed.connect(
        lambda _item, draft: decision.show_consequences(
            replace(free(), over_envelope=None if draft.grounds else missing, asks_reason=True)
        )
    )

    def captions():
        return [each.text() for each in decision.findChildren(QLabel)]

    assert "Motif du dépassement du fonds" not in captions()
    decision.show_consequences(replace(free(), over_envelope=missing, asks_reason=True))
    assert "Motif du dépassement du fonds" in captions()
    assert says(decision) == ("Enregistrer l’agrément : il manque le motif", False)
    assert "Écrivez le motif" in obstacle(decision)
    press(decision, "g", "la region abonde le fonds")
    assert says(decision) == ("Enregistrer l’agrément", True)
    assert "Motif du dépassement du fonds" in captions()
    decision.show_consequences(free())
    assert "Motif du dépassement du fonds" not in captions()
    exceeded = UserError(ErrorCode.ENVELOPE_EXCEEDED, **left)
    decision.show_consequences(replace(free(), over_envelope=exceeded))
    refused = ("Enregistrer l’agrément : plus que le fonds ne peut prêter", False)
    assert says(decision) == refused


def test_a_deferral_needs_its_grounds(qtbot, decision, press):
    press(decision, "j")
    assert says(decision) == ("Enregistrer l’ajournement : il manque le motif", False)
    press(decision, "bilan attendu")  # the keyboard is where words are needed
    assert says(decision) == ("Enregistrer l’ajournement", True)
    with qtbot.waitSignal(decision.recording_asked) as asked:
        decision.advance()
    draft = asked.args[1]
    assert (draft.outcome, draft.grounds) == (DecisionOutcome.DEFERRED, "bilan attendu")
    assert draft.amount == Money(0)


def test_an_outcome_the_ballot_forbids_is_not_offered(decision, press):
    press(decision, "r")
    assert decision.draft().outcome is DecisionOutcome.APPROVED
    assert decision.findChild(object, "outcome_rejected").isHidden()
    press(decision, "t")
    assert says(decision) == ("Enregistrer le retrait", True)
    press(decision, "i", "m")  # no terms to write in a withdrawal
    assert decision.window().focusWidget() is decision


def test_a_refusal_follows_a_rejected_ballot(make, decision, press):
    item = closed_ballot(make, BallotOutcome.REJECTED)
    item = replace(item, ballot=replace(item.ballot, proclaimed_at=NOW))
    decision.show_state(make.state(item))
    decision.show_proposal(DecisionDraft(DecisionOutcome.REJECTED), ())
    assert says(decision) == ("Enregistrer le refus : il manque le motif", False)


# closing


def check(sentence, *, blocks=True, **more):
    return ClosingCheck(sentence, blocks, **more)


def test_what_blocks_comes_first_and_a_digit_leads_there(qtbot, make, show, press):
    pane = show(ClosingStep())
    agenda = (
        make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.APPROVED),
        make.line(2),
        make.line(3, ItemStep.PRESENTED),
        make.line(4, ItemStep.DECIDED, dossier_id=None, conclusion=ItemConclusion.NOTED),
    )
    pane.show_state(make.state(agenda=agenda))
    pane.show_checks(
        (
            check("Pouvoir sans document.", blocks=False, member_id=make.member(2).id),
            check("Société 2 : aucune issue.", item_id=make.id("item 2")),
            check("Société 3 : aucune issue.", item_id=make.id("item 3")),
            check("Prochaine date.", blocks=False),
        )
    )
    assert says(pane) == ("Lever la séance : 2 points à régler", False)
    assert pane.note()
    with qtbot.waitSignal(pane.item_asked) as asked:
        press(pane, "1")
    assert asked.args == [make.id("item 2")]
    with qtbot.waitSignal(pane.item_asked) as asked:
        press(pane, "2")
    assert asked.args == [None]
    with qtbot.waitSignal(pane.roll_asked):
        qtbot.mouseClick(pane.findChild(object, "jump_3"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(pane.item_asked), qtbot.assertNotEmitted(pane.roll_asked):
        press(pane, "4", "7")


def test_closing_shows_what_was_granted_beside_the_outcome(make, show):
    pane = show(ClosingStep())
    lines = (
        make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.APPROVED_REDUCED),
        make.line(2, ItemStep.DECIDED, outcome=DecisionOutcome.DEFERRED),
    )
    reduced = DecisionDraft(DecisionOutcome.APPROVED_REDUCED, Money(9_000_00), days=2)
    deferred = DecisionDraft(DecisionOutcome.DEFERRED, grounds="À revoir")
    decisions = tuple(
        (line.id, Decision(make.id(line.company), "2026-D001", "CA-2026-01", NOW, draft, "", ""))
        for line, draft in zip(lines, (reduced, deferred), strict=True)
    )
    pane.show_state(make.state(agenda=lines, decisions=decisions))
    told = [
        each.text().replace("\u202f", " ").replace("\u00a0", " ")
        for each in pane.findChildren(QLabel)
    ]
    assert "9 000 € · 2 jours" in told
    assert "15 000 € · 6 jours" in told  # deferred: what is asked is still asked


def test_a_meeting_where_nothing_blocks_closes(qtbot, make, show):
    pane = show(ClosingStep())
    decided = make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.DEFERRED)
    pane.show_state(make.state(agenda=(decided,)))
    pane.show_checks((check("La date de la prochaine séance n’est pas fixée.", blocks=False),))
    assert "vérifier" in pane.findChild(object, "closing_check").text()
    pane.show_checks(())
    assert says(pane) == ("Lever la séance", True)
    with qtbot.waitSignal(pane.closing_asked):
        pane.advance()


def test_a_closed_meeting_exports_its_minutes(qtbot, make, show):
    pane = show(ClosedStep(ZoneInfo("Europe/Paris")))
    pane.show_state(make.state())
    decided = make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.DEFERRED)
    pane.show_state(make.state(agenda=(decided,), closed_at=NOW))
    assert says(pane) == ("Exporter le procès-verbal", True)
    assert pane.note()
    with qtbot.waitSignal(pane.minutes_asked):
        pane.advance()


def test_a_bare_pane_has_nothing_to_leave(show, press):
    pane = show(StepPane())
    assert pane.title() == ""
    assert not pane.leave()
    assert not pane.press("P")
    assert pane.note() == ""
    with pytest.raises(NotImplementedError):
        pane.next_step()
    with pytest.raises(NotImplementedError):
        pane.advance()
