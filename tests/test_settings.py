"""Settings: what is written is read back, and a broken file costs nothing."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.settings import RECENT, VERSION, Settings, read_settings, write_settings

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "alize" / "settings.toml"


def test_without_a_file_the_defaults_are_used(path):
    loaded = read_settings(path)
    assert loaded.settings == Settings()
    assert loaded.kept_aside is None


@given(
    settings=st.builds(
        Settings,
        theme=st.sampled_from(["system", "light", "dark"]),
        text_scale=st.integers(90, 150),
        recent=st.lists(TEXTS, max_size=5).map(tuple),
        navigation_collapsed=st.booleans(),
        author=TEXTS,
    )
)
def test_what_is_written_is_read_back(tmp_path_factory, settings):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(settings, path)
    assert read_settings(path).settings == settings


def test_the_file_says_its_version(path):
    write_settings(Settings(), path)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["version"] == VERSION


def test_a_key_of_a_newer_version_is_kept(path):
    path.parent.mkdir()
    path.write_text(
        'theme = "dark"\nsound = true\nday = 2026-11-23\nratio = 1.5\n[room]\n"écran 2" = 3\n',
        encoding="utf-8",
    )
    write_settings(read_settings(path).settings.with_recent(Path("/a.alize")), path)
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    assert values["sound"] is True
    assert values["ratio"] == 1.5
    assert values["day"] == date(2026, 11, 23)
    assert values["room"] == {"écran 2": 3}
    assert values["recent"] == [str(Path("/a.alize"))]


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"[[[["])
def test_a_broken_file_is_kept_aside_and_the_defaults_are_used(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = read_settings(path)
    assert loaded.settings == Settings()
    assert loaded.kept_aside is not None
    assert loaded.kept_aside.read_bytes() == content
    assert not path.exists()


def test_a_broken_file_that_cannot_be_moved_stays_where_it_is(path, monkeypatch):
    path.parent.mkdir()
    path.write_text("[[[[", encoding="utf-8")
    path.with_name("settings.toml.illisible").mkdir()
    loaded = read_settings(path)
    assert loaded.kept_aside == path
    assert path.read_text(encoding="utf-8") == "[[[["


@pytest.mark.parametrize(
    "line",
    [
        'theme = "blue"',
        "theme = 3",
        'text_scale = "big"',
        "text_scale = true",
        'recent = "x"',
        "navigation_collapsed = 1",
        "author = 3",
    ],
)
def test_a_value_of_a_wrong_kind_is_replaced_by_its_default(path, line):
    path.parent.mkdir()
    path.write_text(line, encoding="utf-8")
    assert read_settings(path).settings == Settings()


@pytest.mark.parametrize(("written", "read"), [(10, 90), (400, 150), (110, 110)])
def test_the_text_size_stays_within_its_limits(path, written, read):
    path.parent.mkdir()
    path.write_text(f"text_scale = {written}", encoding="utf-8")
    assert read_settings(path).settings.text_scale == read


def test_the_registry_opened_last_comes_first_and_only_once():
    settings = Settings()
    for number in range(RECENT + 3):
        settings = settings.with_recent(Path(f"/{number}.alize"))
    settings = settings.with_recent(Path("/5.alize"))
    assert settings.recent[0] == str(Path("/5.alize"))
    assert len(settings.recent) == RECENT
    assert len(set(settings.recent)) == RECENT


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "alize").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        write_settings(Settings(), tmp_path / "alize" / "settings.toml")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
