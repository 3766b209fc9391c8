"""The settings: the programme's own, this computer's, and the check of the registry."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.journal import Verification
from alize_desktop.models.values import Money
from alize_desktop.settings import read_settings
from alize_desktop.ui.programme.check import RegistryCheck
from alize_desktop.ui.programme.form import ProgrammeForm

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def heard(screen, bus):
    """What the screen said: the changes told, and the messages."""
    told = []
    bus.changed.connect(lambda changes, source: told.append((changes, source)))
    screen.said.connect(told.append)
    return told


# the programme


def test_the_settings_are_shown_and_nothing_can_be_saved(screen):
    assert screen.form.basin.value() == "Côte-d’Or"
    assert screen.form.fund.edit.text() == "120\u202f000"
    assert not screen.save.isEnabled()
    assert not screen.abandon.isEnabled()


def test_what_is_being_typed_is_saved_without_leaving_the_field(
    screen, programme, type_in, press, heard
):
    type_in(screen.form.basin, "Bassin minier")
    assert screen.save.isEnabled()
    press(Qt.Key.Key_S, CONTROL)
    assert programme.programme().basin == "Bassin minier"
    assert not screen.save.isEnabled()
    assert heard == [(Changes(programme=True), screen), "Réglages enregistrés"]


def test_every_setting_is_written(screen, programme, type_in, choose_in, press):
    type_in(screen.form.operator, "Initiative")
    type_in(screen.form.body, "commission d’agrément")
    type_in(screen.form.fund, "90000")
    choose_in(screen.form.calendar, HolidayCalendar.ALSACE_MOSELLE)
    choose_in(screen.form.zone, "Indian/Reunion")
    press(Qt.Key.Key_S, CONTROL)
    saved = programme.programme()
    assert (saved.operator, saved.body_name) == ("Initiative", "commission d’agrément")
    assert saved.fund_amount == Money(90_000_00)
    assert (saved.calendar, saved.time_zone) == (HolidayCalendar.ALSACE_MOSELLE, "Indian/Reunion")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("basin", "", "obligatoire"),
        ("body", " ", "obligatoire"),
        ("fund", "beaucoup", "montant"),
        ("fund", "-5", "négatif"),
    ],
)
def test_what_is_refused_is_said_at_its_field(
    screen, programme, type_in, press, field, typed, sentence
):
    before = programme.programme()
    type_in(getattr(screen.form, field), typed)
    press(Qt.Key.Key_S, CONTROL)
    assert sentence in getattr(screen.form, field).error()
    assert getattr(screen.form, field).edit.hasFocus()
    assert programme.programme() == before


def test_a_time_zone_of_elsewhere_is_kept(qtbot, programme):
    abroad = replace(programme.programme(), time_zone="Pacific/Noumea")
    form = ProgrammeForm(abroad)
    qtbot.addWidget(form)
    assert form.read() == abroad
    assert not form.is_dirty


def test_typing_is_told_once_and_its_end_once(screen, type_in, press):
    told = []
    screen.typing_changed.connect(told.append)
    type_in(screen.form.operator, "Initiative")
    assert told == [True]
    press(Qt.Key.Key_S, CONTROL)
    assert told == [True, False]


def test_one_may_stay_with_what_is_typed(screen, type_in, answer):
    left = []
    type_in(screen.form.operator, "Initiative")
    screen.try_leave(lambda: left.append(True))
    answer(screen, "Rester")
    assert left == []
    assert screen.form.operator.value() == "Initiative"


def test_one_may_leave_what_is_typed_and_finds_it_as_it_is_written(screen, type_in, answer):
    left = []
    type_in(screen.form.fund, "12 0")
    screen.try_leave(lambda: left.append(True))
    answer(screen, "Abandonner")
    assert left == [True]
    assert screen.form.fund.edit.text() == "120\u202f000"
    assert screen.form.fund.error() == ""
    assert not screen.save.isEnabled()


def test_escape_asks_before_giving_up(screen, type_in, press, boxes, answer):
    press(Qt.Key.Key_Escape)
    assert boxes(screen) == []
    type_in(screen.form.operator, "Initiative")
    press(Qt.Key.Key_Escape)
    answer(screen, "Abandonner")
    assert screen.form.operator.value() == "CCI"


def test_what_others_change_is_shown_unless_something_is_typed(screen, programme, bus, type_in):
    changed = replace(programme.programme(), operator="Initiative")
    bus.changed.emit(programme.save(changed), None)
    assert screen.form.operator.value() == "Initiative"
    type_in(screen.form.basin, "Bassin minier")
    bus.changed.emit(programme.save(replace(changed, operator="CCI")), None)
    assert screen.form.operator.value() == "Initiative"
    assert screen.form.basin.edit.text() == "Bassin minier"


def test_an_error_that_belongs_to_no_field_is_said_in_a_box(
    screen, programme, monkeypatch, type_in, press, boxes
):
    def refuse(*_arguments):
        raise UserError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(programme, "save", refuse)
    type_in(screen.form.operator, "Initiative")
    press(Qt.Key.Key_S, CONTROL)
    assert "disque" in boxes(screen)[0].text()
    assert screen.form.is_dirty


def test_showing_the_settings_tells_nobody(qtbot, screen, bus):
    with qtbot.assertNotEmitted(bus.changed):
        screen.form.show_programme(screen.form.read())
    assert not screen.form.is_dirty


# this computer


def test_the_theme_acts_at_once_and_is_remembered(screen, theme, choose_in, tmp_path):
    choose_in(screen.computer.theme, "dark")
    assert theme.scheme == "dark"
    assert read_settings(tmp_path / "settings.toml").settings.theme == "dark"


def test_the_text_size_acts_at_once_and_is_remembered(screen, theme, choose_in, tmp_path):
    choose_in(screen.computer.scale, 130)
    assert theme.text_scale == 130
    assert read_settings(tmp_path / "settings.toml").settings.text_scale == 130
    assert not screen.save.isEnabled()


def test_a_text_size_typed_in_the_file_is_shown(screen, preferences):
    preferences.set(replace(preferences.settings, text_scale=95))
    assert screen.computer.scale.value() == 95


@pytest.mark.dressed
def test_the_page_grows_with_the_text(screen, choose_in):
    before = screen._content.maximumWidth()
    choose_in(screen.computer.scale, 150)
    assert screen._content.maximumWidth() > before


# the registry


def test_a_sound_registry_is_said_to_be_so(qtbot, screen, programme):
    screen.check.button.click()
    assert not screen.check.button.isEnabled()
    screen.check.start()  # asked twice, checked once
    qtbot.waitUntil(screen.check.button.isEnabled)
    assert screen.check.verdict.text().startswith("✔ Registre intègre\u00a0: 1 ligne de journal")
    assert programme.verify().head in screen.check.detail.text()
    assert not screen.check.progress.isVisible()


def test_a_broken_chain_is_said_to_be_so(qtbot, screen, programme, monkeypatch):
    found = Verification(7, "0" * 64, ("page 3",), ("vote",), 5)
    monkeypatch.setattr(programme, "verify", lambda: found)
    screen.check.start()
    qtbot.waitUntil(screen.check.button.isEnabled)
    assert screen.check.verdict.text().startswith("✖ Registre abîmé")
    lines = screen.check.detail.text().splitlines()
    assert lines == ["La chaîne du journal est rompue à la ligne 5.", "page 3", "vote"]


def test_a_damage_without_a_broken_chain_is_said_too(qtbot, screen, programme, monkeypatch):
    found = Verification(7, "0" * 64, ("page 3",), (), None)
    monkeypatch.setattr(programme, "verify", lambda: found)
    screen.check.start()
    qtbot.waitUntil(screen.check.button.isEnabled)
    assert screen.check.detail.text() == "page 3"


def test_a_check_that_fails_is_said_in_a_box(qtbot, screen, programme, monkeypatch, boxes):
    def fail():
        raise UserError(ErrorCode.DISK_FAILURE)

    monkeypatch.setattr(programme, "verify", fail)
    screen.check.start()
    qtbot.waitUntil(lambda: bool(boxes(screen)))
    assert "disque" in boxes(screen)[0].text()
    qtbot.waitUntil(screen.check.button.isEnabled)


def test_a_check_outlives_its_screen(qtbot, programme, monkeypatch, tmp_path):
    may_end = Event()
    verify = programme.verify
    monkeypatch.setattr(programme, "verify", lambda: may_end.wait(5) and verify())
    check = RegistryCheck(programme, tmp_path / "alize.log")
    check.start()
    task = check._task
    with qtbot.waitSignal(check.destroyed):
        check.deleteLater()
    with qtbot.waitSignal(task.finished):
        may_end.set()
