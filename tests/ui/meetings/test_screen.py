"""Meetings are prepared: fields, agenda, order, roles, and what is missing."""

import os
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.ui.meetings import deeds, writer
from alize_desktop.ui.meetings import screen as screen_module
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.fields.hours import read_hour

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def child(widget, name):
    found = widget.findChild(object, name)
    assert found is not None
    return found


def choose(shown, *rows):
    shown.clearSelection()
    for row in rows:
        shown.item(row).setSelected(True)
    shown.setCurrentRow(rows[-1], shown.selectionModel().SelectionFlag.NoUpdate)
    shown.setFocus()


def type_in(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_Return)


@pytest.fixture
def errors(monkeypatch):
    shown = []

    def show(_parent, error, _log):
        shown.append(error)

    for module in (screen_module, deeds, writer):
        monkeypatch.setattr(module, "show_error", show)
    return shown


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("14 h 30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("9h", time(9)),
        ("9", time(9)),
        ("0930", time(9, 30)),
        ("14\u00a0h\u00a005", time(14, 5)),
        ("8.15", time(8, 15)),
    ],
)
def test_an_hour_is_read_as_people_write_it(text, hour):
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["25 h", "14 h 75", "midi", "14 h 30 s", ""])
def test_an_hour_no_clock_shows_is_refused(text):
    with pytest.raises(UserError) as refused:
        read_hour(text)
    assert refused.value.code is ErrorCode.HOUR_INVALID


def test_an_office_without_meeting_prepares_the_first(qtbot, desk):
    screen = desk.open_screen()
    assert not screen.list.isVisible()
    with qtbot.waitSignal(desk.bus.changed):
        child(screen, "meeting_first").click()
    rows = desk.services.meetings.rows()
    assert [row.draft.held_on for row in rows] == [date(2026, 11, 2)]
    assert rows[0].draft.starts_at == time(14, 0)
    assert screen.list.isVisible()
    assert screen.window().focusWidget() is child(screen, "meeting_date")


def test_a_new_meeting_is_asked_by_its_key(qtbot, desk):
    desk.prepare(place="Dijon, salle de la Chambre", secretary="Mme Roussel")
    screen = desk.open_screen()
    QTest.keyClick(screen, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(desk.services.meetings.rows()) == 2)
    latest = [row.draft for row in desk.services.meetings.rows() if row.draft.held_on.day == 2]
    assert latest[0].place == "Dijon, salle de la Chambre"
    assert latest[0].secretary == "Mme Roussel"


def test_the_newest_meeting_is_shown_first_and_another_on_demand(qtbot, desk):
    old = desk.prepare(held_on=date(2026, 3, 24))
    new = desk.prepare(held_on=date(2026, 11, 23))
    screen = desk.open_screen()
    assert screen.pane.meeting_id == new
    screen.list.table.setFocus()
    QTest.keyClick(screen.list.table, KEY.Key_Down)
    assert screen.pane.meeting_id == old
    screen.show_meeting(new)
    assert screen.pane.meeting_id == new
    with qtbot.waitSignal(screen.committee_requested) as asked:
        QTest.keyClick(screen.list.table, KEY.Key_Return)
    assert asked.args == [new]


def test_each_field_is_written_when_it_is_left(desk):
    meeting = desk.prepare()
    screen = desk.open_screen()
    type_in(child(screen, "meeting_date"), "24/11/2026")
    type_in(child(screen, "meeting_hour"), "9h30")
    type_in(child(screen, "meeting_place"), "Toul")
    type_in(child(screen, "meeting_secretary"), "Odile Perrin")
    box = child(screen, "meeting_presiding")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    draft = desk.services.meetings.detail(meeting).row.draft
    assert (draft.held_on, draft.starts_at) == (date(2026, 11, 24), time(9, 30))
    assert (draft.place, draft.secretary) == ("Toul", "Odile Perrin")
    seats = {each.id: each.seat for each in desk.services.people.members()}
    assert seats[draft.presiding_member_id] == 2


def test_what_cannot_be_read_is_said_at_the_field_and_not_written(desk):
    meeting = desk.prepare()
    screen = desk.open_screen()
    before = desk.services.meetings.detail(meeting).row.draft
    type_in(child(screen, "meeting_hour"), "midi")
    field = child(screen, "meeting_hour").parentWidget()
    assert "heure" in field.error()
    type_in(child(screen, "meeting_date"), "31/02/2026")
    assert desk.services.meetings.detail(meeting).row.draft == before


def answer(screen, text):
    (box,) = [each for each in screen.window().findChildren(QMessageBox) if each.isVisible()]
    button = next(each for each in box.buttons() if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.qWait(1)


def test_a_date_that_cannot_be_read_stays_while_other_fields_are_written(desk):
    meeting = desk.prepare()
    screen = desk.open_screen()
    type_in(child(screen, "meeting_date"), "31/02/2026")
    type_in(child(screen, "meeting_hour"), "midi")
    type_in(child(screen, "meeting_place"), "Toul")
    assert desk.services.meetings.detail(meeting).row.draft.place == "Toul"
    assert child(screen, "meeting_date").text() == "31/02/2026"
    assert child(screen, "meeting_hour").text() == "midi"
    assert child(screen, "meeting_hour").parentWidget().error()


def test_an_hour_that_cannot_be_read_is_not_left_without_a_word(desk):
    desk.prepare()
    screen = desk.open_screen()
    before = child(screen, "meeting_hour").text()
    left = []
    screen.try_leave(lambda: left.append("at once"))
    child(screen, "meeting_hour").setFocus()
    child(screen, "meeting_hour").setText("midi")
    screen.try_leave(lambda: left.append("asked"))
    assert left == ["at once"]
    answer(screen, "Corriger")
    assert left == ["at once"]
    assert child(screen, "meeting_hour").text() == "midi"
    screen.try_leave(lambda: left.append("asked"))
    answer(screen, "Quitter sans l’écrire")
    assert left == ["at once", "asked"]
    assert child(screen, "meeting_hour").text() == before


def test_another_meeting_is_shown_once_the_unread_date_is_given_up(desk):
    first = desk.prepare()
    second = desk.prepare()
    screen = desk.open_screen()
    shown = screen.pane.meeting_id
    other = second if shown == first else first
    type_in(child(screen, "meeting_date"), "31/02/2026")
    screen.list.meeting_chosen.emit(other)
    assert screen.pane.meeting_id == shown
    answer(screen, "Quitter sans l’écrire")
    assert screen.pane.meeting_id == other


def test_what_is_missing_before_opening_is_said(desk):
    desk.prepare()
    screen = desk.open_screen()
    missing = child(screen, "meeting_missing").text()
    assert "ordre du jour est vide" in missing
    assert "secrétaire" in missing


def test_dossiers_go_on_the_agenda_and_come_back(desk):
    meeting = desk.prepare("2026-006")
    screen = desk.open_screen()
    candidates, agenda = child(screen, "candidates"), child(screen, "agenda")
    assert candidates.count() == 3
    choose(candidates, 0, 1)
    QTest.keyClick(candidates, KEY.Key_Return)
    assert len(desk.agenda(meeting)) == 3
    choose(candidates, 0)
    child(screen, "agenda_add").click()
    assert len(desk.agenda(meeting)) == 4
    assert candidates.count() == 0
    choose(agenda, 0)
    QTest.keyClick(agenda, KEY.Key_Delete)
    assert "2026-006" not in desk.agenda(meeting)
    choose(agenda, 0, 1)
    child(screen, "agenda_remove").click()
    assert len(desk.agenda(meeting)) == 1
    assert child(screen, "agenda_totals").text().startswith("1 dossier · ")


def test_the_order_changes_by_keys_and_by_buttons(desk):
    meeting = desk.prepare("2026-006", "2026-003", "2026-013")
    screen = desk.open_screen()
    agenda = child(screen, "agenda")
    choose(agenda, 2)
    QTest.keyClick(agenda, KEY.Key_Up, ALT)
    assert desk.agenda(meeting) == ["2026-006", "2026-013", "2026-003"]
    QTest.keyClick(agenda, KEY.Key_Up, ALT)  # it stays selected, so it goes on
    assert desk.agenda(meeting) == ["2026-013", "2026-006", "2026-003"]
    QTest.keyClick(agenda, KEY.Key_Up, ALT)
    assert desk.agenda(meeting) == ["2026-013", "2026-006", "2026-003"]
    child(screen, "agenda_down").click()
    assert desk.agenda(meeting) == ["2026-006", "2026-013", "2026-003"]
    choose(agenda, 0, 1)
    child(screen, "agenda_down").click()
    assert desk.agenda(meeting) == ["2026-003", "2026-006", "2026-013"]
    child(screen, "agenda_up").click()
    assert desk.agenda(meeting) == ["2026-006", "2026-013", "2026-003"]


def test_what_is_dropped_is_written_in_the_order_shown(qtbot, desk):
    meeting = desk.prepare("2026-006", "2026-003")
    screen = desk.open_screen()
    agenda, candidates = child(screen, "agenda"), child(screen, "candidates")
    moved = agenda.takeItem(1)
    agenda.insertItem(0, moved)
    drop(qtbot, agenda)
    qtbot.waitUntil(lambda: desk.agenda(meeting) == ["2026-003", "2026-006"])
    candidates.addItem(agenda.takeItem(0))
    drop(qtbot, candidates)
    qtbot.waitUntil(lambda: desk.agenda(meeting) == ["2026-006"])


def drop(qtbot, shown):
    """Drop nothing: what matters is that the list then says its order."""
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.IgnoreAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(shown.dropped):
        shown.dropEvent(event)


def test_nothing_selected_changes_nothing(desk):
    meeting = desk.prepare("2026-006")
    screen = desk.open_screen()
    for name in ("agenda_add", "agenda_remove", "agenda_up"):
        child(screen, name).click()
    QTest.keyClick(child(screen, "agenda"), KEY.Key_Delete)
    QTest.keyClick(child(screen, "agenda"), KEY.Key_Home)
    assert desk.agenda(meeting) == ["2026-006"]


def test_a_refusal_is_told_and_the_file_is_shown(desk, errors):
    meeting = desk.prepare("2026-006", secretary="Mme Roussel")
    screen = desk.open_screen()
    desk.services.committee.open(meeting)
    type_in(child(screen, "meeting_place"), "Toul")
    assert [error.code for error in errors] == [ErrorCode.MEETING_NOT_IN_PREPARATION]
    assert child(screen, "meeting_place").text() == ""
    assert child(screen, "meeting_place").isReadOnly()


def test_a_new_meeting_that_is_refused_is_told(desk, errors, monkeypatch):
    desk.prepare()
    screen = desk.open_screen()

    def refuse(_draft):
        raise UserError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(desk.services.meetings, "create", refuse)
    child(screen, "meeting_new").click()
    assert [error.code for error in errors] == [ErrorCode.DISK_FULL]


def test_an_open_meeting_is_taken_up_again_and_only_read(qtbot, desk):
    meeting = desk.prepare("2026-006", secretary="Mme Roussel")
    desk.services.committee.open(meeting)
    screen = desk.open_screen()
    button = child(screen, "meeting_committee")
    assert button.label() == "Reprendre la séance"
    assert not child(screen, "candidates").isVisible()
    assert not child(screen, "agenda").dragEnabled()
    choose(child(screen, "agenda"), 0)
    QTest.keyClick(child(screen, "agenda"), KEY.Key_Delete)
    QTest.keyClick(child(screen, "agenda"), KEY.Key_Up, ALT)
    assert desk.agenda(meeting) == ["2026-006"]
    with qtbot.waitSignal(screen.minutes_requested) as asked:
        child(screen, "meeting_minutes").click()
    assert asked.args == [meeting]
    with qtbot.waitSignal(screen.committee_requested) as asked:
        button.click()
    assert asked.args == [meeting]


def test_a_closed_meeting_offers_its_minutes(qtbot, desk):
    meeting = desk.prepare("2026-006", secretary="Mme Roussel")
    close(desk, meeting)
    screen = desk.open_screen()
    assert child(screen, "meeting_committee").label() == "Revoir la séance"
    with qtbot.waitSignal(screen.minutes_requested) as asked:
        child(screen, "meeting_minutes").click()
    assert asked.args == [meeting]


def close(desk, meeting):
    committee = desk.services.committee
    committee.open(meeting)
    committee.all_present(meeting)
    committee.establish_quorum(meeting)
    item = committee.state(meeting).agenda[0].id
    committee.begin_item(item)
    draft = DecisionDraft(DecisionOutcome.DEFERRED, grounds="bilan attendu")
    desk.services.decisions.record(item, draft)
    committee.close(meeting)
    assert committee.state(meeting).row.state is MeetingState.CLOSED


def test_the_roster_says_roles_and_voting_rights(desk):
    desk.prepare()
    screen = desk.open_screen()
    screen.pane.show_tab("roster")
    model = screen.pane.roster.table.model()
    cells = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert len(cells) == 18
    assert any("Président" in cell for cell in cells[0])
    assert any("supplée" in cell for cell in cells[-1])


def test_what_others_change_is_read_again(desk):
    meeting = desk.prepare()
    screen = desk.open_screen()
    desk.services.meetings.set_agenda(meeting, [desk.dossier("2026-006")])
    desk.bus.changed.emit(Changes(programme=True), None)
    assert child(screen, "agenda").count() == 0
    desk.bus.changed.emit(Changes(meetings=frozenset({meeting})), None)
    assert child(screen, "agenda").count() == 1


def test_the_splitter_is_remembered(desk):
    desk.prepare()
    screen = desk.open_screen()
    splitter = child(screen, "meetings_splitter")
    splitter.setSizes([500, 682])
    splitter.splitterMoved.emit(500, 1)
    other = desk.open_screen()
    again = child(other, "meetings_splitter")
    assert again.sizes() == splitter.sizes()


@pytest.mark.dressed
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1182, 718), (1736, 1030)])
def test_the_screen_is_shown_whole(desk, theme, scheme, size):
    theme.set_scheme(scheme)
    desk.prepare("2026-006", "2026-003", place="Dijon")
    screen = desk.open_screen(*size)
    assert screen.size().width() == size[0]
    picture = screen.grab()
    folder = os.environ.get("ALIZE_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert picture.save(str(Path(folder) / f"meetings-{scheme}-{size[0]}.png"))
