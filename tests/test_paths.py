"""Paths: the same resources from the sources, a wheel and a frozen bundle."""

import sys
from pathlib import Path

from alize_desktop import paths


def test_a_resource_is_found_from_the_sources():
    assert paths.resource("style", "tokens.toml").is_file()


def test_a_resource_of_an_installed_wheel_comes_first(tmp_path, monkeypatch):
    package = tmp_path / "alize_desktop"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resource("a", "b") == package / "_resources" / "a" / "b"


def test_a_resource_of_a_frozen_bundle_is_inside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("fonts") == tmp_path / "resources" / "fonts"


def test_settings_logs_and_registries_are_in_the_folders_of_the_user():
    home = Path.home()
    for place in (paths.settings_file(), paths.log_folder(), paths.data_folder()):
        assert place.is_relative_to(home)
    assert paths.settings_file().name == "settings.toml"
    assert paths.data_folder().name == "Alizé"


def test_the_program_runs_itself_again_as_it_was_run(monkeypatch):
    assert paths.program() == [sys.executable, "-m", "alize_desktop"]
    monkeypatch.setattr(sys, "_MEIPASS", "bundle", raising=False)
    assert paths.program() == [sys.executable]


def test_a_page_of_the_guide_is_found_from_the_sources():
    assert paths.guide("vote").read_text().startswith("# Le vote")


def test_a_page_of_the_guide_is_shipped_with_the_resources(tmp_path, monkeypatch):
    package = tmp_path / "alize_desktop"
    (package / "_resources" / "guide").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.guide("vote") == package / "_resources" / "guide" / "vote.md"
