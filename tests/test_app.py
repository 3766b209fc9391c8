"""The composition root: registries, windows, and what the command line gets back."""

import gc
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from alize_desktop import app, paths
from alize_desktop.app import DEMONSTRATION, Desk, Workshop, has_display, play
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.settings import Settings, write_settings
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.shell.new_programme import NewProgrammeDialog
from alize_desktop.ui.shell.welcome import Welcome
from alize_desktop.ui.widgets.buttons import KeyButton

PROGRAMME = Programme("Vosges", "CCI")


@pytest.fixture
def undressed(qapp):
    """Give the application back its looks."""
    font, palette = QFont(qapp.font()), QPalette(qapp.palette())
    yield
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Keep settings, papers and logs in a folder of the test."""
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "Alizé")
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "logs")
    return tmp_path


@pytest.fixture
def workshop(clock):
    return Workshop(clock)


@pytest.fixture
def a_registry(workshop, home):
    """Make a registry; return its path."""

    def made(name="Vosges", **settings):
        path = home / f"{name}.alize"
        workshop.create(path, replace(PROGRAMME, basin=name, **settings))
        return path

    return made


@pytest.fixture
def desk(qtbot, undressed, home, clock):
    desk = Desk(clock)
    desk.window.show_welcome()
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()
    desk.window.deleteLater()


def title(desk):
    return desk.window.windowTitle()


def said(window):
    return [each.text() for each in window.findChildren(QMessageBox) if each.isVisible()]


def is_free(path, clock):
    try:
        Registry.open(path, clock).close()
    except UserError as error:
        return error.code is not ErrorCode.REGISTRY_IN_USE
    return True


# whether a window can be shown


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "minimal"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_a_screen_is_looked_for_where_qt_would(monkeypatch, environment, shown):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_display() is shown


def run_program(*arguments, **environment):
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "alize_desktop", *map(str, arguments)],
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_without_a_screen_the_window_is_refused_in_one_sentence():
    done = run_program()
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "Aucun écran n’est disponible ici\u00a0: la fenêtre ne peut pas s’ouvrir."
    )


def test_a_registry_that_is_not_there_is_refused_in_one_sentence(tmp_path):
    done = run_program(tmp_path / "rien.alize", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "introuvable" in done.stderr


def test_a_home_that_cannot_be_written_does_not_stop_a_command(tmp_path):
    (tmp_path / "state").write_text("un fichier")
    registry = tmp_path / "a.alize"
    done = run_program("new", registry, "--basin", "Vosges", XDG_STATE_HOME=str(tmp_path / "state"))
    assert (done.returncode, done.stderr) == (0, "")
    assert registry.exists()


# registries for the command line


def test_a_registry_is_made_and_left_to_others(workshop, tmp_path, clock):
    path = tmp_path / "a.alize"
    workshop.create(path, PROGRAMME)
    assert is_free(path, clock)
    with workshop.open(path) as services:
        assert services.programme.programme() == PROGRAMME
        assert not is_free(path, clock)
    assert is_free(path, clock)


def test_a_registry_is_never_made_over_another(workshop, tmp_path):
    path = tmp_path / "a.alize"
    workshop.create(path, PROGRAMME)
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        workshop.create(path, PROGRAMME)
    assert caught.value.code is ErrorCode.REGISTRY_EXISTS
    assert path.read_bytes() == before


def test_a_registry_is_left_to_others_even_after_a_failure(workshop, tmp_path, clock):
    path = tmp_path / "a.alize"
    workshop.create(path, PROGRAMME)
    with pytest.raises(ZeroDivisionError), workshop.open(path):
        raise ZeroDivisionError
    assert is_free(path, clock)


# the window for the command line


@pytest.fixture
def once_shown(qtbot, undressed, home):
    """Run something that shows the window; look at it, close it, return what was run gave."""

    def shown(run, look=lambda window: None):
        def look_and_close():
            for each in QApplication.topLevelWidgets():
                if isinstance(each, MainWindow) and each.isVisible():
                    look(each)
                    each.close()

        timer = QTimer(interval=50)
        timer.timeout.connect(look_and_close)
        timer.start()
        try:
            return run()
        finally:
            timer.stop()
            gc.unfreeze()

    return shown


@pytest.fixture
def show_window(once_shown, workshop):
    """Show the window as the command line does."""
    return lambda path, look=lambda window: None: once_shown(
        lambda: workshop.show_window(path), look
    )


def test_the_window_opens_on_the_registry_that_is_named(show_window, a_registry, clock):
    path = a_registry()
    titles = []
    assert show_window(path, lambda window: titles.append(window.windowTitle())) == 0
    assert titles == ["Vosges — Alizé"]
    assert is_free(path, clock)


def test_the_window_opens_on_the_last_registry(show_window, a_registry, home):
    write_settings(Settings().with_recent(a_registry()), home / "settings.toml")
    titles = []
    show_window(None, lambda window: titles.append(window.windowTitle()))
    assert titles == ["Vosges — Alizé"]


def test_a_registry_that_cannot_be_opened_stops_the_command(show_window, home):
    with pytest.raises(UserError) as caught:
        show_window(home / "rien.alize")
    assert caught.value.code is ErrorCode.REGISTRY_NOT_FOUND


def test_a_bug_is_told_while_the_window_runs_and_not_after(show_window, a_registry):
    before = sys.excepthook
    hooks = []
    show_window(a_registry(), lambda _window: hooks.append(sys.excepthook))
    assert hooks != [before]
    assert sys.excepthook is before


# the desk: one window, one registry at a time


def test_the_first_page_is_shown_where_nothing_was_opened(desk):
    desk.open_last()
    assert isinstance(desk.window.stack.currentWidget(), Welcome)
    assert said(desk.window) == []


def test_a_last_registry_that_is_refused_leaves_the_first_page_and_says_why(
    desk, a_registry, home, clock
):
    path = a_registry()
    desk.preferences.remember(path)
    with Registry.open(path, clock):
        desk.open_last()
    assert isinstance(desk.window.stack.currentWidget(), Welcome)
    assert "déjà ouvert" in said(desk.window)[0]


def test_opening_another_registry_lets_the_first_go(desk, a_registry, clock):
    first, second = a_registry("Vosges"), a_registry("Meuse")
    desk.window.open_requested.emit(first)
    desk.window.open_requested.emit(second)
    assert title(desk) == "Meuse — Alizé"
    assert is_free(first, clock)
    assert not is_free(second, clock)
    assert desk.preferences.recent() == (second, first)


def test_a_registry_that_is_refused_leaves_the_one_that_is_open(desk, a_registry, home, clock):
    path = a_registry()
    desk.window.open_requested.emit(path)
    alien = home / "lettre.alize"
    alien.write_text("Monsieur le Préfet,")
    desk.window.open_requested.emit(alien)
    assert "n’est pas un registre" in said(desk.window)[0]
    assert title(desk) == "Vosges — Alizé"
    assert not is_free(path, clock)
    assert desk.preferences.recent() == (path,)


def test_opening_the_registry_that_is_open_changes_nothing(desk, a_registry):
    path = a_registry()
    desk.window.open_requested.emit(path)
    shown = desk.window.stack.currentWidget()
    desk.window.open_requested.emit(path.parent / "." / path.name)
    assert desk.window.stack.currentWidget() is shown
    assert said(desk.window) == []


def test_closing_lets_the_registry_go_and_leaves_one_file(desk, a_registry, home, clock):
    path = a_registry()
    desk.open(path)
    desk.close()
    desk.close()
    assert is_free(path, clock)
    assert [each.name for each in home.glob("*.alize*")] == ["Vosges.alize"]


# a new programme


@pytest.fixture
def dialog(desk):
    desk.window.create_requested.emit()
    (dialog,) = desk.window.findChildren(NewProgrammeDialog)
    QTest.keyClicks(dialog.basin.edit, "Meuse")
    dialog.fund.set_value(Money(90_000_00))
    dialog.basin.commit()
    return dialog


def test_a_new_programme_opens_on_its_empty_dossiers(desk, dialog, home):
    dialog.choose_file(home / "Meuse.alize")
    assert title(desk) == "Meuse — Alizé"
    assert not dialog.isVisible()
    shown = desk.window.stack.currentWidget()
    buttons = [each.label() for each in shown.findChildren(KeyButton) if each.isVisible()]
    assert buttons == ["Importer un classeur…", "Ouvrir la démonstration"]
    assert desk.preferences.recent() == (home / "Meuse.alize",)


def test_a_programme_that_cannot_be_made_keeps_what_was_typed(desk, dialog, home):
    dialog.choose_file(home / "absent" / "Meuse.alize")
    assert "Impossible d’écrire" in said(dialog)[0]
    assert dialog.isVisible()
    assert dialog.basin.value() == "Meuse"
    assert title(desk) == "Alizé"


def test_a_new_programme_is_asked_after_what_is_typed(qtbot, desk, a_registry):
    desk.open(a_registry())
    desk.window.go_to("settings")
    basin = desk.window.stack.currentWidget().form.basin
    QTest.keyClicks(basin.edit, "X")
    desk.window.body.create_requested.emit()
    assert desk.window.findChildren(NewProgrammeDialog) == []
    assert "Abandonner" in said(desk.window)[0]


# the demonstration


def program(script):
    return [
        sys.executable,
        "-c",
        f"import sys, pathlib\nfolder = pathlib.Path(sys.argv[-1])\n{script}",
    ]


def test_the_demonstration_is_played_then_opened(qtbot, desk, a_registry, monkeypatch, home):
    made = a_registry("played", is_demonstration=True)
    script = f"folder.mkdir(parents=True)\npathlib.Path({str(made)!r}).rename(folder / {DEMONSTRATION!r})"
    monkeypatch.setattr(paths, "program", lambda: program(script))
    desk.window.demonstration_requested.emit()
    assert desk.window.body.progress.isVisible()
    qtbot.waitUntil(lambda: title(desk) == "demonstration — Alizé", timeout=20_000)
    qtbot.waitUntil(lambda: not desk.window.body.progress.isVisible())
    desk.window.show_welcome()
    desk.window.demonstration_requested.emit()  # it is there already
    assert said(desk.window) == []


def test_a_demonstration_that_fails_leaves_the_registry_that_is_open(
    qtbot, desk, a_registry, monkeypatch
):
    desk.open(a_registry())
    monkeypatch.setattr(paths, "program", lambda: program("sys.exit('Le disque est plein.')"))
    desk.window.demonstration_requested.emit()
    qtbot.waitUntil(lambda: bool(said(desk.window)), timeout=20_000)
    assert said(desk.window)[0].endswith("Le disque est plein.")
    assert title(desk) == "Vosges — Alizé"


@pytest.mark.parametrize("was_played", [False, True])
def test_the_demonstration_is_opened_in_a_window_when_there_is_a_screen(
    once_shown, workshop, a_registry, monkeypatch, home, was_played
):
    made = a_registry("played", is_demonstration=True)
    folder = home / "demo"
    script = f"folder.mkdir()\npathlib.Path({str(made)!r}).rename(folder / {DEMONSTRATION!r})"
    if was_played:
        folder.mkdir()
        made.rename(folder / DEMONSTRATION)
    monkeypatch.setattr(paths, "program", lambda: program(script))
    monkeypatch.setattr(app, "has_display", lambda: True)
    titles = []
    status = once_shown(
        lambda: workshop.demonstrate(folder, print, then_open=True),
        lambda window: titles.append(window.windowTitle()),
    )
    assert (status, titles) == (0, ["demonstration — Alizé"])


def refused(call):
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def offscreen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_a_demonstration_is_never_played_over_a_registry(home, a_registry, offscreen, clock):
    mine = a_registry("demonstration")
    before = mine.read_bytes()
    assert refused(lambda: play(home, print)) is ErrorCode.REGISTRY_EXISTS
    assert mine.read_bytes() == before
    assert is_free(mine, clock)


def test_a_demonstration_is_not_played_over_one_that_is_open(home, a_registry, offscreen, clock):
    with Registry.open(a_registry("demonstration", is_demonstration=True), clock):
        assert refused(lambda: play(home, print)) is ErrorCode.REGISTRY_IN_USE


def test_a_demonstration_needs_a_folder(home, workshop, offscreen):
    (home / "demo").write_text("un fichier")
    told = []
    code = refused(lambda: workshop.demonstrate(home / "demo", told.append, then_open=True))
    assert code is ErrorCode.FOLDER_NOT_WRITABLE
    assert told == ["Pas d’écran ici\u00a0: la démonstration est jouée hors écran."]
    assert refused(lambda: play(Path(home / "demo" / "x"), print)) is ErrorCode.FOLDER_NOT_WRITABLE
