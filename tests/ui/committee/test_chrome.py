"""What stands around the step: room, note, timer, suspension, rehearsal, keys of the window."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from alize_desktop.models.enums import (
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    ItemStep,
    MeetingEventKind,
    RoomLayout,
)
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.values import Money
from alize_desktop.ui.committee.deeds import MeetingDeeds
from alize_desktop.ui.committee.notes import NoteCard
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.rail import AgendaRail
from alize_desktop.ui.committee.status import StatusLine
from alize_desktop.ui.committee.suspension import SuspensionPanel
from alize_desktop.ui.committee.timer import TimerCard
from alize_desktop.ui.committee.timing import minutes_late, phase_of

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
HUIS_CLOS = (KEY.Key_H, CTRL | SHIFT)
NOON = datetime(2026, 3, 24, 12, 0, tzinfo=UTC)


class Hands:
    """A clock that is put forward by hand."""

    def __init__(self, now=NOON):
        self.now = now

    def __call__(self):
        return self.now

    def after(self, **more):
        self.now += timedelta(**more)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(window, name):
    return plain(window.findChild(QWidget, name).text())


def to_presentation(window, press):
    press(window, " ", "t", " ", " ", " ")
    assert window.step is Step.PRESENTATION


def toast(window):
    return plain(window._toast.text())


# keys of the window


def test_a_space_held_down_takes_one_step(room):
    window = room.open_window()
    for _each in range(6):
        QTest.keyPress(window, KEY.Key_Space)
    assert window.step is Step.ROLL_CALL
    QTest.keyRelease(window, KEY.Key_Space)
    assert window.step is Step.ROLL_CALL


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_PageDown])
def test_every_advancing_key_acts_once_until_it_is_released(room, press, key):
    window = room.open_window()
    press(window, " ", "t", " ")
    assert window.step is Step.QUORUM
    for _each in range(4):
        QTest.keyPress(window, key)
    assert window.step is Step.BETWEEN
    QTest.keyRelease(window, key)
    QTest.keyClick(window, key)
    assert window.step is Step.PRESENTATION


def test_a_key_held_over_two_steps_stays_held(room, press):
    window = room.open_window()
    press(window, " ", *"p" * 17)
    pane = window.focusWidget()
    QTest.keyPress(pane, KEY.Key_Return)
    QTest.keyPress(window.focusWidget(), KEY.Key_Return)
    assert window.step is Step.QUORUM
    QTest.keyRelease(window.focusWidget(), KEY.Key_Return)
    QTest.keyPress(window.focusWidget(), KEY.Key_Return)
    assert window.step is Step.BETWEEN


def test_a_release_that_went_to_another_window_is_not_waited_for(room, press):
    window = room.open_window()
    QTest.keyPress(window, KEY.Key_Space)
    window.changeEvent(QEvent(QEvent.Type.ActivationChange))
    QTest.keyPress(window, KEY.Key_Space)
    assert window.step is Step.ROLL_CALL
    QTest.keyRelease(window, KEY.Key_Space)
    press(window, *"p" * 17)
    QTest.keyPress(window, KEY.Key_Space)
    assert window.step is Step.QUORUM


def test_a_presenters_remote_holds_the_meeting(room, press):
    window = room.open_window()
    press(window, " ", "t")
    press(window, KEY.Key_PageDown)
    assert window.step is Step.QUORUM
    press(window, KEY.Key_PageUp)
    assert window.step is Step.ROLL_CALL
    press(window, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageDown)
    assert window.step is Step.PRESENTATION
    while window.step is Step.PRESENTATION:  # its pages first, then the next step
        press(window, KEY.Key_PageDown)
    assert window.step is Step.RECUSALS
    press(window, ".")
    assert window.room.controls.is_black


def test_keys_of_the_room_window_act_here(room, press):
    window = room.open_window()
    window.press_key("B")
    window.press_key("F12 and more")
    assert window.room.controls.is_black
    window.press_key("PgDown")
    assert window.step is Step.ROLL_CALL
    press(window, "t")
    window.press_key("PgDown")  # at once: the key of the remote is held down
    assert window.step is Step.ROLL_CALL


def test_the_neighbour_that_waits_is_taken(room, press):
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    press(window, (KEY.Key_PageDown, CTRL), (KEY.Key_PageDown, CTRL))
    assert room.state().current is None
    press(window, (KEY.Key_PageUp, CTRL), " ")
    assert room.state().current.line.position == 2
    press(window, (KEY.Key_PageDown, CTRL))
    assert room.state().current.line.position == 3
    press(window, (KEY.Key_PageDown, CTRL))
    assert room.state().current.line.position == 3
    assert toast(window) == "Aucun dossier n’attend après celui-ci."
    press(window, (KEY.Key_PageUp, CTRL), (KEY.Key_PageUp, CTRL), (KEY.Key_PageUp, CTRL))
    assert room.state().current.line.position == 1
    assert toast(window) == "Aucun dossier n’attend avant celui-ci."


def test_a_dossier_in_its_ballot_is_not_left_for_another(room, press):
    window = room.open_window()
    press(window, (KEY.Key_PageDown, CTRL))
    assert toast(window) == "La séance n’est pas ouverte."
    press(window, " ", (KEY.Key_PageDown, CTRL))
    assert "quorum" in toast(window)
    press(window, "t", " ", " ", " ", " ", " ", " ")
    assert window.step is Step.BALLOT
    press(window, (KEY.Key_PageDown, CTRL))
    assert toast(window) == "Ce dossier doit d’abord recevoir sa décision."


def test_what_the_shell_does_is_asked_of_it(qtbot, room, press):
    window = room.open_window()
    window.show_views(["Dossiers", "Séances"])
    for signal, key in ((window.room_asked, KEY.Key_F5), (window.copy_asked, KEY.Key_F12)):
        with qtbot.waitSignal(signal):
            press(window, key)
    for key in ((KEY.Key_2, ALT), (KEY.Key_Eacute, ALT)):
        with qtbot.waitSignal(window.view_asked) as asked:
            press(window, key)
        assert asked.args == [2]
    with qtbot.assertNotEmitted(window.view_asked):
        press(window, (KEY.Key_3, ALT))
    assert window.registry.action("view.1").text == "Aller à\u00a0: Dossiers"


def test_full_screen_comes_and_goes(room, press):
    window = room.open_window()
    press(window, KEY.Key_F11)
    assert window.isFullScreen()
    press(window, KEY.Key_F11)
    assert not window.isFullScreen()


def test_letters_of_the_room_are_text_while_one_types(room, press):
    window = room.open_window()
    press(window, KEY.Key_F9, "bfli?")
    assert window.room.controls == replace(window.room.controls, is_black=False, layout=None)
    assert not window.room.is_frozen
    assert window.findChild(QWidget, "private_note").toPlainText() == "bfli?"
    assert window.findChild(QWidget, "keys_pill").text() == "saisie"
    press(window, KEY.Key_Escape)
    assert window.findChild(QWidget, "keys_pill").text() == "touches actives"


# the room


def test_the_room_follows_and_is_told_once(qtbot, room, press):
    window = room.open_window()
    assert window.room.shown.layout is RoomLayout.WELCOME
    seen = []
    window.room_changed.connect(seen.append)
    press(window, " ")
    assert seen[-1].layout is RoomLayout.ROLL_CALL
    press(window, "t", " ", " ", " ", " ", " ")
    assert seen[-1].layout is RoomLayout.DELIBERATION
    press(window, " ")
    assert seen[-1].layout is RoomLayout.VOTE
    seen.clear()
    press(window, "p", "c")  # votes that nobody proclaimed change nothing in the room
    assert seen == []


def test_black_freeze_and_closed_doors(qtbot, room, press):
    window = room.open_window()
    card = window.findChild(QWidget, "room_thumbnail")
    press(window, "b")
    assert window.room.shown.layout is RoomLayout.BLACK
    assert "Noir" in card.accessibleName()
    press(window, "b")
    with qtbot.waitSignal(window.room.frozen) as told:
        press(window, "f")
    assert told.args == [True]
    assert "FIGÉ" in card.accessibleName()
    assert window.findChild(QWidget, "room.freeze").isChecked()
    press(window, "f", HUIS_CLOS)
    assert window.room.controls.is_private
    assert "SUIT" in card.accessibleName()
    assert "Huis clos" in card.accessibleName()


def test_the_buttons_of_the_room_do_what_its_keys_do(qtbot, room):
    window = room.open_window()
    for name in ("room.black", "room.freeze", "room.private", "room.applicant"):
        qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)
    controls = window.room.controls
    assert controls.is_black
    assert controls.is_private
    assert controls.applicant_present
    assert window.room.is_frozen
    assert all(
        window.findChild(QWidget, name).isChecked() for name in ("room.black", "room.private")
    )


def test_another_layout_lasts_until_the_meeting_goes_on(room, press):
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    press(window, "l")
    assert window.room.controls.layout is RoomLayout.WELCOME
    assert "CHOISI" in window.findChild(QWidget, "room_thumbnail").accessibleName()
    press(window, "l")
    assert window.room.shown.layout is RoomLayout.AGENDA
    while window.room.controls.layout is not None:
        press(window, "l")
    press(window, "l", " ")
    assert window.room.controls.layout is None
    assert window.room.shown.layout is RoomLayout.DOSSIER


def test_text_and_pages_of_the_room(qtbot, room, press):
    window = room.open_window()
    zooms, pages = [], []
    window.room.zoomed.connect(zooms.append)
    window.room.paged.connect(pages.append)
    press(window, (KEY.Key_Plus, CTRL), (KEY.Key_Minus, CTRL), (KEY.Key_0, CTRL))
    press(window, (KEY.Key_PageDown, SHIFT), (KEY.Key_PageUp, SHIFT))
    assert (zooms, pages) == ([1, -1, 0], [1, -1])


def test_the_applicant_comes_in_is_timed_and_the_hour_is_kept(room, press):
    window = room.open_window()
    press(window, "i", "i")
    note = window.findChild(QWidget, "private_note")
    assert note.toPlainText() == ""
    to_presentation(window, press)
    press(window, KEY.Key_F7, "i")
    assert window.room.controls.applicant_present
    assert window.body.side.timer.is_running
    assert said(window, "timer_word").startswith("audition, 20 min prévues")
    press(window, "i")
    assert not window.room.controls.applicant_present
    lines = plain(note.toPlainText()).splitlines()
    assert [line.split(" : ")[1] for line in lines] == [
        "le porteur de projet entre.",
        "le porteur de projet sort.",
    ]
    assert all(line.startswith("14 h") for line in lines)


def test_the_letter_of_a_step_comes_before_that_of_the_room(room, press):
    window = room.open_window()
    button = window.findChild(QWidget, "room.applicant")
    assert button.accessibleDescription() == "I"
    to_presentation(window, press)
    press(window, " ", " ", " ", "t", " ", " ", " ")
    assert window.step is Step.DECISION
    assert button.accessibleDescription() == ""
    press(window, "i")
    assert not window.room.controls.applicant_present
    assert window.findChild(QWidget, "keys_pill").text() == "saisie"


@pytest.mark.dressed
def test_the_thumbnail_shows_the_picture_of_the_room(room):
    window = room.open_window()
    picture = QPixmap(1920, 1080)
    picture.fill(QColor("#123456"))
    card = window.body.side.room
    thumbnail = window.findChild(QWidget, "room_thumbnail")
    assert "fenêtre fermée" in thumbnail.accessibleName()
    card.show_open(is_open=True)
    card.show_picture(picture)
    assert "fermée" not in thumbnail.accessibleName()
    middle = thumbnail.grab().toImage().pixelColor(thumbnail.rect().center())
    assert middle.name() == "#123456"
    assert abs(thumbnail.width() * 9 / 16 - thumbnail.height()) < 3


def test_the_only_screen_has_the_safe_layouts(room):
    window = room.open_window()
    window.room.set_only_screen(is_only=True)
    assert window.room.controls.is_guarded


# private notes


def test_a_note_is_written_when_the_keyboard_leaves_it(qtbot, room, press):
    window = room.open_window()
    to_presentation(window, press)
    item = room.state().current.line.id
    press(window, KEY.Key_F9, "Demander le calendrier")
    with qtbot.waitSignal(window.note_written) as written:
        press(window, KEY.Key_Escape)
    assert written.args == [item, "Demander le calendrier"]
    with qtbot.assertNotEmitted(window.note_written):
        press(window, KEY.Key_F9, KEY.Key_Escape)


def test_a_note_is_written_after_a_rest(qtbot, make, show):
    card = show(NoteCard(), 300, 160)
    card.write()
    QTest.keyClicks(card.edit, "oui")
    assert card._rest.isActive()
    with qtbot.waitSignal(card.written) as written:
        card._rest.timeout.emit()
    assert written.args == [None, "oui"]


def test_each_dossier_has_its_note(qtbot, make, show):
    card = show(NoteCard(), 300, 160)
    first, second = make.id("one"), make.id("two")
    card.show_notes({None: "séance", first: "un"})
    assert card.edit.toPlainText() == "séance"
    card.show_item(first)
    assert card.edit.toPlainText() == "un"
    QTest.keyClicks(card.edit, "x")
    with qtbot.waitSignal(card.written) as written:
        card.show_item(second)
    assert written.args == [first, "xun"]
    assert card.edit.toPlainText() == ""
    card.show_item(first)
    assert card.edit.toPlainText() == "xun"


def test_what_is_being_typed_is_not_overwritten_by_the_file(make, show):
    card = show(NoteCard(), 300, 160)
    QTest.keyClicks(card.edit, "en cours")
    card.show_notes({None: "autre"})
    assert card.edit.toPlainText() == "en cours"


def test_closing_the_window_keeps_the_note(qtbot, room, press):
    window = room.open_window()
    press(window, KEY.Key_F9, "au revoir")
    with qtbot.waitSignal(window.note_written) as written:
        window.close()
    assert written.args == [None, "au revoir"]


def test_notes_on_file_are_shown(room, press):
    window = room.open_window()
    window.show_notes({None: "penser au quorum"})
    assert window.findChild(QWidget, "private_note").toPlainText() == "penser au quorum"


# the timer


@pytest.fixture
def timed(make, show):
    """A timer on a dossier, its clock, and its two labels."""
    hands = Hands()
    card = show(TimerCard(hands), 300, 90)
    card.show_step(make.state(make.item()), Step.PRESENTATION, applicant_present=False)

    def shown():
        labels = (card.findChild(QWidget, name) for name in ("timer_count", "timer_word"))
        return tuple(plain(each.text()) for each in labels)

    return card, hands, shown


def test_the_timer_counts_up_and_says_when_it_is_too_long(timed):
    card, hands, shown = timed
    assert shown() == ("00:00", "rapporteur, 10 min prévues")
    hands.after(seconds=75)
    card.tick()
    assert shown() == ("01:15", "rapporteur, 10 min prévues")
    for _each in range(9):
        hands.after(seconds=60)
        card.tick()
    assert shown() == ("10:15", "rapporteur, dépassé (10 min prévues)")
    assert card.findChild(QWidget, "timer_count").property("role") == "bad"
    card.toggle()
    assert shown()[1] == "rapporteur, dépassé (10 min prévues), en pause"
    hands.after(seconds=60)
    card.tick()
    assert shown()[0] == "10:15"


def test_each_part_of_a_dossier_has_its_own_time(timed, make):
    card, hands, shown = timed
    state = make.state(make.item())
    hands.after(seconds=60)
    card.show_step(state, Step.RECUSALS, applicant_present=False)
    assert shown() == ("00:00", "délibération, 15 min prévues")
    hands.after(seconds=30)
    card.show_step(state, Step.PRESENTATION, applicant_present=False)
    assert shown()[0] == "01:00"
    card.show_step(state, Step.PRESENTATION, applicant_present=True)
    assert shown() == ("00:00", "audition, 20 min prévues")


def test_a_clock_put_back_or_far_forward_counts_nothing(timed):
    card, hands, shown = timed
    hands.after(seconds=20)
    card.tick()
    hands.after(hours=-3)
    card.tick()
    hands.after(hours=6)
    card.tick()
    assert shown()[0] == "00:20"


def test_the_timer_stops_with_the_dossier(timed, make):
    card, _hands, shown = timed
    assert card.is_running
    card.show_step(make.state(), Step.BETWEEN, applicant_present=False)
    assert not card.is_running
    assert shown() == ("—", "aucun dossier en cours")
    card.start()
    assert not card.is_running
    assert not card.can_run()
    assert "aucun" in card.why_not()


def test_the_timer_goes_on_by_itself_once_the_dossier_is_back(timed, make):
    card, _hands, shown = timed
    state = make.state(make.item())
    card.show_step(state, Step.ROLL_CALL, applicant_present=False)
    assert shown() == ("—", "reprendra avec le dossier")
    card.show_step(state, Step.PRESENTATION, applicant_present=False)
    assert card.is_running
    card.toggle()
    card.show_step(state, Step.DELIBERATION, applicant_present=False)
    assert shown() == ("00:00", "délibération, 15 min prévues, en pause")


def test_the_timer_stops_while_the_meeting_is_suspended(timed, make):
    card, _hands, shown = timed
    event = MeetingEvent(MeetingEventKind.SUSPENDED, NOON, None, "")
    state = make.state(make.item(), suspension=event)
    card.show_step(state, Step.PRESENTATION, applicant_present=False)
    assert shown() == ("—", "séance suspendue")
    assert not card.is_running


def test_f7_starts_and_stops(room, press):
    window = room.open_window()
    press(window, KEY.Key_F7)
    assert "minuteur" in toast(window).lower()
    to_presentation(window, press)
    assert window.body.side.timer.is_running
    press(window, KEY.Key_F7)
    assert not window.body.side.timer.is_running
    press(window, KEY.Key_F7)
    assert window.body.side.timer.is_running


@pytest.mark.parametrize(
    ("minutes", "passed", "under_way", "late"),
    [
        (30, 0, True, 0),
        (45, 0, True, 0),
        (57, 0, True, 12),
        (44, 1, False, 0),
        (57, 1, False, 12),
        (57, 1, True, 0),
        (-10, 0, False, 0),
    ],
)
def test_lateness_is_told_against_the_timetable(minutes, passed, under_way, late):
    now = NOON + timedelta(minutes=minutes)
    assert minutes_late(now, NOON, passed, is_under_way=under_way) == late


def test_a_step_outside_of_a_dossier_is_not_timed():
    assert phase_of(Step.QUORUM, applicant_present=True) is None


# the status line


@pytest.fixture
def status(make, show):
    hands = Hands(datetime(2026, 3, 24, 14, 57, tzinfo=UTC))
    line = show(StatusLine(hands), 1366, 40)

    def hour(state):
        line.show_state(state)
        return line.findChild(QWidget, "status_hour").text()

    line.hands, line.hour = hands, hour
    return line


def test_the_status_line_reads_as_one_sentence(make, status):
    status.hands.now = NOON.replace(hour=14, minute=32)
    item = make.item()
    line = replace(item.line, recused=("M. Perrin",))
    status.show_state(make.state(replace(item, line=line)))
    words = [plain(each.text()) for each in status.findChildren(QWidget) if hasattr(each, "text")]
    assert " ".join(words) == (
        "Présents 4 · Pouvoirs 1 · Déports 1 · Voix 4 · Quorum 4 ≥ 3 ✔ · "
        "Enveloppe 120 000 € / 64 j 14:32 Quitter"
    )


def test_the_status_line_counts_no_proxy_of_who_steps_aside(make, status):
    tiles = (make.tile(1), make.tile(2, holder=True, is_recused=True))
    status.show_state(make.state(make.item(tiles=tiles), represented=1))
    assert plain(status.findChild(QWidget, "status_represented").text()) == "Pouvoirs 0"


def test_one_leaves_the_committee_mode_by_key_or_button_and_the_meeting_stays(qtbot, room, press):
    for leave in (
        lambda window: press(window, (KEY.Key_W, CTRL)),
        lambda window: window.findChild(QWidget, "status_leave").click(),
    ):
        window = room.open_window()
        press(window, " ")
        with qtbot.waitSignal(window.said) as told:
            leave(window)
        assert "elle reprendra à cette étape" in told.args[0]
        assert not window.isVisible()


def test_a_list_of_who_is_not_there_is_ended_by_enter(room, press):
    window = room.open_window()
    press(window, " ", "t")
    assert window.body.next.accessibleDescription() == "Entrée"
    press(window, "3", KEY.Key_Escape)
    assert window.body.next.accessibleDescription() == "Espace"


def test_days_are_told_without_a_fund(make, status):
    status.show_state(make.state(fund_left=None))
    assert plain(status.findChild(QWidget, "status_left").text()) == "Enveloppe 64 j"


def test_a_dossier_that_began_late_keeps_its_delay(make, status):
    done = replace(make.line(1, ItemStep.DECIDED), outcome=None)
    between = make.state(agenda=(done, make.line(2)))
    assert status.hour(between) == "14:57 (+57)"
    assert status.hour(make.state(make.item())) == "14:57 (+57)"
    status.hands.after(minutes=30)
    assert status.hour(make.state(make.item())) == "15:27 (+57)"


def test_a_dossier_found_under_way_is_late_past_its_time_alone(make, status):
    assert status.hour(make.state(make.item())) == "14:57 (+12)"


def test_another_day_has_no_timetable(make, status):
    status.hands.after(days=1)
    assert status.hour(make.state()) == "14:57"
    status.hands.after(days=-1)
    assert status.hour(make.state(opened_at=None)) == "14:57"


# the agenda


@pytest.mark.dressed
def test_standing_points_lost_quorums_and_turns_are_in_the_agenda(make, show):
    rail = show(AgendaRail(UTC), 273, 600)
    lost = make.quorum(2)
    minutes = make.line(
        3,
        ItemStep.DECIDED,
        kind=ItemKind.MINUTES_APPROVAL,
        company="Procès-verbal du 3 mars",
        conclusion=ItemConclusion.ADOPTED,
        dossier_id=None,
    )
    news = make.line(4, kind=ItemKind.INFORMATION, company="Nouvelles", dossier_id=None, turn=1)
    moved = make.line(1, turn=9)
    state = make.state(quorum=lost, agenda=(moved, make.line(2, turn=2), minutes, news))
    rail.show_state(state, Step.BETWEEN)
    points = {each.order: each for each in rail.stops() if each.order}
    assert [each.order for each in rail.stops() if each.order] == ["4", "2", "3", "1"]
    assert points["1"].warning == lost.sentence
    assert points["4"].warning == ""
    assert (points["3"].sign.letter, points["3"].detail) == ("A", "Adopté")
    assert points["4"].detail == "Information"
    assert rail.grab().width() == 273
    spoken = [each.accessibleName() for each in rail.findChildren(QWidget) if each.accessibleName()]
    assert any(lost.sentence in each for each in spoken)


def test_a_quorum_recorded_is_not_told_with_those_present_now(make, show):
    rail = show(AgendaRail(UTC), 273, 600)
    state = make.state(quorum_at=datetime(2026, 3, 24, 15, 5, tzinfo=UTC))
    rail.show_state(state, Step.BETWEEN)
    told = rail.stops()[0].detail
    assert plain(told).startswith("quorum constaté à ")
    rail.show_state(replace(state, quorum=make.quorum(2)), Step.BETWEEN)
    assert rail.stops()[0].detail == told


def test_a_decided_dossier_keeps_its_amount(make, show):
    rail = show(AgendaRail(UTC), 273, 600)
    line = make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.APPROVED)
    rail.show_state(make.state(agenda=(line,)), Step.BETWEEN)
    assert plain(rail.stops()[1].detail) == "15 000 € · 6 jours · agréé"


def test_an_approval_shows_what_was_granted(make, show):
    rail = show(AgendaRail(UTC), 273, 600)
    line = make.line(1, ItemStep.DECIDED, outcome=DecisionOutcome.APPROVED_REDUCED)
    draft = DecisionDraft(DecisionOutcome.APPROVED_REDUCED, Money(9_000_00), days=2)
    at = datetime(2026, 3, 24, 15, 5, tzinfo=UTC)
    decision = Decision(make.id("d"), "2026-D001", "CA-2026-01", at, draft, "", "")
    state = make.state(agenda=(line,), decisions=((line.id, decision),))
    rail.show_state(state, Step.BETWEEN)
    assert plain(rail.stops()[1].detail).startswith("9 000 € · 2 jours · ")


# suspension


def suspended(room, window):
    """Let the window see its meeting suspended."""
    state = room.state()
    event = MeetingEvent(
        MeetingEventKind.SUSPENDED,
        datetime(2026, 11, 23, 13, 30, tzinfo=UTC),
        datetime(2026, 11, 23, 13, 45, tzinfo=UTC),
        "Le porteur est attendu",
    )
    window._conductor.moved.emit(replace(state, suspension=event), window.step)
    window._conductor._state = replace(state, suspension=event)


def test_f8_asks_until_when_and_why(qtbot, room, press):
    window = room.open_window()
    press(window, KEY.Key_F8)
    assert toast(window) == "La séance n’est pas ouverte."
    press(window, " ", KEY.Key_F8)
    panel = window.findChild(QDialog, "suspension_panel")
    hour = panel.findChild(QWidget, "suspension_hour")
    before = plain(hour.text())
    QTest.keyClick(hour, KEY.Key_Up)
    QTest.keyClick(hour, KEY.Key_Up)
    QTest.keyClick(hour, KEY.Key_Down)
    assert plain(hour.text()) != before
    hour.selectAll()
    QTest.keyClicks(hour, "15:30")
    QTest.keyClicks(panel.findChild(QWidget, "suspension_reason"), "pause")
    with qtbot.waitSignal(window.suspension_asked) as asked:
        QTest.keyClick(hour, KEY.Key_Return)
    assert asked.args == [time(15, 30), "pause"]
    assert not panel.isVisible()


def test_an_hour_that_no_clock_shows_is_not_asked(qtbot, show):
    owner = show(QWidget())
    panel = SuspensionPanel(Hands(), owner)
    panel.show()
    hour = panel.findChild(QWidget, "suspension_hour")
    assert plain(hour.text()) == "12 h 15"
    hour.selectAll()
    QTest.keyClicks(hour, "25 h")
    with qtbot.assertNotEmitted(panel.suspension_asked):
        QTest.keyClick(hour, KEY.Key_Return)
    assert panel.isVisible()
    hour.clear()
    QTest.keyClick(hour, KEY.Key_Up)
    assert plain(hour.text()) == "12 h 15"
    hour.clear()
    with qtbot.waitSignal(panel.suspension_asked) as asked:
        qtbot.mouseClick(panel.findChild(QWidget, "suspend"), Qt.MouseButton.LeftButton)
    assert asked.args == [None, ""]


def test_while_suspended_only_the_resumption_is_offered(qtbot, room, press):
    window = room.open_window()
    press(window, " ")
    suspended(room, window)
    assert said(window, "step_title") == "Séance suspendue"
    assert "reprise prévue à 14 h 45" in said(window, "suspension_until")
    assert window.next_label == "Reprendre la séance"
    assert not window.findChild(QWidget, "header_attendance").isVisible()
    press(window, "p", "t", KEY.Key_F6, KEY.Key_Backspace, (KEY.Key_PageDown, CTRL))
    assert room.state().present == 0
    assert toast(window) == "La séance est suspendue."
    with qtbot.waitSignal(window.resumption_asked):
        press(window, " ")
    with qtbot.waitSignal(window.resumption_asked):
        press(window, KEY.Key_F8)
    press(window, "b")
    assert window.room.controls.is_black


def test_the_meeting_goes_on_where_it_was(room, press):
    window = room.open_window()
    press(window, " ", "p")
    label = window.next_label
    suspended(room, window)
    window._conductor.refresh()
    assert window.next_label == label
    press(window, "p")
    assert room.state().present == 2


# rehearsal


def test_a_rehearsal_is_marked_everywhere(room, press):
    window = room.open_window(is_rehearsal=True)
    assert window.findChild(QWidget, "rehearsal_pill").text() == "RÉPÉTITION"
    mark = window.findChild(QWidget, "rehearsal_mark")
    assert mark.isVisible()
    assert mark.size() == window.body.size()
    window.resize(1500, 800)
    assert mark.size() == window.body.size()
    assert window.room.controls.is_rehearsal
    assert window.room.shown.is_rehearsal
    assert mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    press(window, " ")
    assert window.step is Step.ROLL_CALL


def test_a_meeting_that_is_none_has_no_mark(room):
    window = room.open_window()
    assert window.findChild(QWidget, "rehearsal_mark") is None
    assert window.findChild(QWidget, "rehearsal_pill").text() == ""


# room for everything


def test_the_right_zone_folds_under_a_button(qtbot, room, press):
    window = room.open_window(1100, 700)
    side, button = window.findChild(QWidget, "side_zone"), window.findChild(QWidget, "header_side")
    assert not side.isVisible()
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert side.isVisible()
    assert not window.body.rail.isVisible()
    press(window, KEY.Key_F4)
    assert not side.isVisible()
    assert window.body.rail.isVisible()
    press(window, KEY.Key_F9)
    assert side.isVisible()
    window.resize(1366, 768)
    assert window.body.rail.isVisible()
    assert not button.isVisible()
    press(window, KEY.Key_Escape, KEY.Key_F4)
    assert "colonne" in toast(window)


def test_the_right_zone_stays_beside_the_ballot(room, press):
    window = room.open_window(1200, 700)
    to_presentation(window, press)
    press(window, " ", " ", " ")
    assert window.step is Step.BALLOT
    assert window.findChild(QWidget, "side_zone").isVisible()


def test_deeds_read_where_the_meeting_is(room):
    window = room.open_window()
    deeds = MeetingDeeds(window._conductor, lambda: window._pane, lambda _id: None)
    assert deeds.next().is_possible()
    assert deeds.attendance(lambda: None).why_not() == "La séance n’est pas ouverte."
    assert deeds.suspend(lambda: None).why_not() == "La séance n’est pas ouverte."


def test_a_key_that_says_nothing_goes_on(room):
    window = room.open_window()
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_F3, Qt.KeyboardModifier.NoModifier)
    event.accept()
    window.keyPressEvent(event)
    assert not event.isAccepted()


def test_what_comes_after_a_result_is_never_out_of_sight(room, press):
    window = room.open_window()
    to_presentation(window, press)
    while window.step is not Step.BALLOT:
        press(window, "n", " ")
    press(window, "t", " ", " ")
    for name in ("result_correct", "result_recusal"):
        button = window.findChild(QWidget, name)
        assert button.visibleRegion().boundingRect() == button.rect(), name
    private = window.findChild(QWidget, "room.private")
    assert private.accessibleDescription() == "Ctrl+Maj+H"


def test_a_message_covers_no_button(room, press):
    window = room.open_window()
    press(window, (KEY.Key_PageDown, CTRL))
    shown = window._toast.geometry()
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.inherits("QPushButton"):
            place = each.rect().translated(each.mapTo(window, each.rect().topLeft()))
            assert not place.intersects(shown), each.objectName()
