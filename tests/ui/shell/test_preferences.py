"""What the user prefers: taken at once, written, never in the way of the work."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from alize_desktop.settings import Settings, read_settings
from alize_desktop.ui.preferences import Preferences


def test_a_choice_is_written_and_told(qtbot, preferences, tmp_path):
    wanted = replace(preferences.settings, theme="dark")
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.set(wanted)
    assert told.args == [wanted]
    assert read_settings(tmp_path / "settings.toml").settings == wanted


def test_the_same_choice_again_is_neither_written_nor_told(qtbot, preferences, tmp_path):
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.set(preferences.settings)
    assert not (tmp_path / "settings.toml").exists()


def test_a_file_that_cannot_be_written_does_not_stop_the_work(qapp, tmp_path, caplog):
    (tmp_path / "folder").write_text("un fichier")
    preferences = Preferences(Settings(), tmp_path / "folder" / "settings.toml")
    with caplog.at_level(logging.WARNING):
        preferences.remember(tmp_path / "a.alize")
    assert preferences.settings.recent == (str(tmp_path / "a.alize"),)
    assert "preferences not written" in caplog.text


def test_registries_that_are_gone_are_not_proposed(preferences, tmp_path):
    for name in ("a.alize", "b.alize"):
        (tmp_path / name).touch()
        preferences.remember(tmp_path / name)
    (tmp_path / "b.alize").unlink()
    assert preferences.recent() == (tmp_path / "a.alize",)


def test_a_folder_that_may_not_be_looked_into_proposes_nothing(preferences, monkeypatch):
    def refuse(_path, **_more):
        raise PermissionError

    preferences.remember(Path("/coffre/a.alize"))
    monkeypatch.setattr(Path, "exists", refuse)
    assert preferences.recent() == ()


@pytest.mark.parametrize("collapsed", [True, False])
def test_the_width_of_the_navigation_is_remembered(preferences, collapsed):
    preferences.set_navigation_collapsed(collapsed)
    assert preferences.navigation_collapsed() is collapsed


def test_who_recorded_something_last_is_remembered(preferences):
    assert preferences.author() == ""
    preferences.remember_author("Mme Roussel")
    assert preferences.author() == "Mme Roussel"
