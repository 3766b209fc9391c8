"""Answers to the notice are entered by a letter each; the quorum they promise is live."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AnswerKind, MemberOffice
from alize_desktop.ui.meetings import writer
from alize_desktop.ui.meetings.questions import PickDialog
from tests.ui.meetings.test_life import child

KEY = Qt.Key


@pytest.fixture
def errors(monkeypatch):
    shown = []
    monkeypatch.setattr(writer, "show_error", lambda _parent, error, _log: shown.append(error.code))
    return shown


@pytest.fixture
def table(desk):
    """The answers of a meeting that is convened, the keyboard on the first member."""
    desk.meeting = desk.convened("2026-006", "2026-003")
    desk.screen = desk.open_screen()
    desk.screen.pane.show_tab("answers")
    table = child(desk.screen, "answers")
    table.setFocus()
    return table


def given(desk):
    answers = desk.detail(desk.meeting).answers
    return [each.kind for each in answers if each.kind is not None]


def test_letters_answer_and_go_to_the_next_member(desk, table):
    assert child(desk.screen, "answers_counts").text() == "0 réponse sur 17"
    for key in (KEY.Key_V, KEY.Key_D, KEY.Key_E):
        QTest.keyClick(table, key)
    assert given(desk) == [AnswerKind.ATTENDS, AnswerKind.REMOTE, AnswerKind.EXCUSED]
    assert child(desk.screen, "answers_counts").text() == "3 réponses sur 17"
    assert table.currentIndex().row() == 3
    QTest.keyClick(table, KEY.Key_Up)
    QTest.keyClick(table, KEY.Key_Delete)
    assert given(desk) == [AnswerKind.ATTENDS, AnswerKind.REMOTE]


@pytest.mark.dressed
def test_the_forecast_follows_each_answer(desk, table):
    sentence = child(desk.screen, "forecast_sentence")
    assert "0 sur 17" in sentence.text()
    for _each in range(9):
        QTest.keyClick(table, KEY.Key_V)
    assert sentence.text() == "Quorum prévu\u00a0: 9 sur 17, il en faut 9."
    forecasts = child(desk.screen, "forecasts")
    assert forecasts.model().rowCount() == 3
    forecasts.setFocus()
    QTest.keyClick(forecasts, KEY.Key_Down)
    assert "Quorum prévu" in sentence.text()
    desk.screen.grab()


def test_a_proxy_asks_who_holds_it(desk, table):
    QTest.keyClick(table, KEY.Key_P)
    dialog = desk.screen.findChild(PickDialog)
    members = child(dialog, "pick_list")
    assert members.count() == 16
    QTest.keyClicks(child(dialog, "pick_line"), "leveque")
    assert 0 < members.count() < 16
    QTest.keyClick(child(dialog, "pick_line"), KEY.Key_Down)
    QTest.keyClick(child(dialog, "pick_line"), KEY.Key_Up)
    QTest.keyClick(child(dialog, "pick_line"), KEY.Key_Return)
    first = desk.detail(desk.meeting).answers[0]
    assert first.kind is AnswerKind.PROXY
    holder = next(each for each in desk.seated() if each.id == first.holder_id)
    assert holder.sheet.last_name.startswith("Lévêque")
    assert holder.sheet.full_name in table.model().index(0, 2).data()


def test_nobody_is_chosen_when_no_name_answers(desk, table):
    QTest.keyClick(table, KEY.Key_P)
    dialog = desk.screen.findChild(PickDialog)
    QTest.keyClicks(child(dialog, "pick_line"), "zzzz")
    QTest.keyClick(child(dialog, "pick_line"), KEY.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert given(desk) == []


def test_a_second_proxy_in_one_hand_is_refused_with_its_rule(desk, table, errors):
    holder = desk.seated()[5].id
    for _each in range(2):
        QTest.keyClick(table, KEY.Key_P)
        desk.screen.findChildren(PickDialog)[-1].chosen.emit(holder)
    assert errors == [ErrorCode.PROXY_TOO_MANY]
    assert given(desk) == [AnswerKind.PROXY]


def test_buttons_show_the_keys_and_do_the_same(desk, table):
    child(desk.screen, "answer_attends").click()
    assert given(desk) == [AnswerKind.ATTENDS]
    assert desk.screen.window().focusWidget() is table


def test_an_alternate_can_be_announced(desk, table):
    replaced = {each.alternate_of_id for each in desk.services.people.members()}
    place = next(row for row, each in enumerate(desk.seated()) if each.id in replaced)
    for _each in range(place):
        QTest.keyClick(table, KEY.Key_Down)
    QTest.keyClick(table, KEY.Key_S)
    assert given(desk) == [AnswerKind.SUBSTITUTE]
    offices = {each.sheet.office for each in desk.services.people.members()}
    assert MemberOffice.ALTERNATE in offices


def test_answers_wait_for_the_notice(desk):
    desk.prepare("2026-006")
    screen = desk.open_screen()
    screen.pane.show_tab("answers")
    assert "une fois la séance convoquée" in child(screen, "answers_why").text()
    assert not child(screen, "answer_attends").isVisible()
    table = child(screen, "answers")
    table.setFocus()
    QTest.keyClick(table, KEY.Key_V)
    QTest.keyClick(table, KEY.Key_Down)
    detail = desk.detail(screen.pane.meeting_id)
    assert all(each.kind is None for each in detail.answers)


def test_the_roll_call_takes_the_place_of_the_answers(desk):
    meeting = desk.convened("2026-006")
    desk.services.committee.open(meeting)
    screen = desk.open_screen()
    screen.pane.show_tab("answers")
    assert "l’appel remplace" in child(screen, "answers_why").text()
