"""The view paints the next picture aside, turns pages, and fits any size."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomLine, RoomState
from alize_desktop.ui.room.view import LARGEST_ZOOM, PAGE_SECONDS, SMALLEST_ZOOM
from alize_desktop.ui.theme.tokens import DARK

WELCOME = RoomState(RoomLayout.WELCOME, heading="Comité d’agrément Alizé", day="lundi")


def a_list(count=40, layout=RoomLayout.AGENDA, called=None):
    lines = tuple(
        RoomLine(str(each), f"Société {each}", "Dijon", is_current=each == called)
        for each in range(1, count + 1)
    )
    return RoomState(layout, body="Comité", day="lundi", heading="Liste", lines=lines)


def ground(view):
    return view.picture().toImage().pixelColor(2, 2)


def test_the_picture_is_whole_before_it_is_shown(qtbot, view):
    seen = []
    view.picture_changed.connect(lambda picture: seen.append((picture, view.composition.spoken())))
    view.show_state(WELCOME)
    (picture, spoken), *more = seen
    assert more == []
    assert picture.toImage() == view.picture().toImage()
    assert "Comité d’agrément Alizé" in spoken
    assert view.accessibleDescription() == spoken
    assert view.accessibleName() == "Écran de la salle"


def test_the_window_paints_that_very_picture(qtbot, view):
    view.show_state(WELCOME)
    assert view.grab().toImage() == view.picture().toImage()


def test_the_same_state_is_not_painted_again(qtbot, view):
    view.show_state(WELCOME)
    with qtbot.assertNotEmitted(view.picture_changed):
        view.show_state(replace(WELCOME))


def test_black_is_black_and_all_else_is_dark(view):
    assert ground(view) == QColor("black")
    view.show_state(WELCOME)
    assert ground(view) == QColor(DARK.bg)


def test_a_resized_room_is_drawn_again(view):
    view.show_state(WELCOME)
    view.resize(1920, 1080)
    view.show()
    assert view.picture().size() == QSize(1920, 1080)


def test_the_same_picture_is_given_at_any_size(view):
    view.show_state(a_list())
    view.turn_page(1)
    assert view.picture(view.size()) is view.picture()
    large = view.picture(QSize(1920, 1080))
    assert large.size() == QSize(1920, 1080)
    small = view.picture(QSize(320, 180))
    assert small.size() == QSize(320, 180)
    assert view.composition.page == 1


def test_pages_turn_in_a_ring(view):
    view.show_state(a_list())
    last = view.composition.pages - 1
    assert last > 1
    view.turn_page(-1)
    assert view.composition.page == last
    view.turn_page(1)
    assert view.composition.page == 0


def test_a_single_page_does_not_turn(qtbot, view):
    view.show_state(WELCOME)
    with qtbot.assertNotEmitted(view.picture_changed):
        view.turn_page(1)
    assert not view._timer.isActive()


def test_pages_turn_by_themselves(qtbot, view):
    view.show_state(a_list())
    assert view._timer.isActive()
    assert view._timer.interval() == PAGE_SECONDS * 1000
    view._timer.timeout.emit()
    assert view.composition.page == 1


def test_the_page_of_who_is_called_stays(view):
    view.show_state(a_list(60, RoomLayout.ROLL_CALL, called=40))
    assert view.composition.page > 0
    assert not view._timer.isActive()
    view.show_state(a_list(60, RoomLayout.ROLL_CALL, called=1))
    assert view.composition.page == 0
    view.show_state(a_list(60, RoomLayout.ROLL_CALL))
    assert view._timer.isActive()


def test_a_list_that_goes_on_stays_at_its_page_and_another_begins(view):
    view.show_state(a_list(40))
    view.turn_page(1)
    view.show_state(a_list(39))
    assert view.composition.page == 1
    view.show_state(replace(a_list(40), layout=RoomLayout.SUMMARY))
    assert view.composition.page == 0
    view.turn_page(-1)
    view.show_state(replace(a_list(6), layout=RoomLayout.SUMMARY))
    assert view.composition.page == view.composition.pages - 1


def test_zoom_enlarges_texts_within_bounds_and_comes_back(qtbot, view):
    view.show_state(a_list())
    usual = view.composition.pages
    view.change_zoom(1)
    assert view.zoom == pytest.approx(1.1)
    for _each in range(20):
        view.change_zoom(1)
    assert view.zoom == LARGEST_ZOOM
    assert view.composition.pages > usual
    with qtbot.assertNotEmitted(view.picture_changed):
        view.change_zoom(1)
    view.change_zoom(0)
    assert (view.zoom, view.composition.pages) == (1.0, usual)
    for _each in range(20):
        view.change_zoom(-1)
    assert view.zoom == SMALLEST_ZOOM


def test_a_rehearsal_looks_different(view):
    view.show_state(WELCOME)
    usual = view.picture().toImage()
    view.show_state(replace(WELCOME, is_rehearsal=True))
    assert view.picture().toImage() != usual
    middle = view.picture().toImage().pixelColor(640, 360)
    assert middle != QColor("black")
