"""A file that is not ours is refused, and not a byte of it or beside it changes."""

import sqlite3

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.form import APPLICATION_ID, SCHEMA_VERSION
from alize_desktop.models.store.registry import Registry


def another_base(path, application_id=0, version=0):
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA journal_mode = wal; PRAGMA application_id = {application_id};"
        f"PRAGMA user_version = {version}; CREATE TABLE dossier (id);"
    )
    connection.close()


MAKERS = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Alizé\n" * 200),
    "short": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "pdf": lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(500)),
    "zip": lambda path: path.write_bytes(b"PK\3\4" + bytes(500)),
    "other base": another_base,
    "base of another program": lambda path: another_base(path, 0x12345678, 1),
}


def state(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_another_kind_is_refused_untouched(path, clock, kind, read_only):
    MAKERS[kind](path)
    before = state(path.parent)
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock, read_only=read_only)
    assert refusal.value.code is ErrorCode.NOT_A_REGISTRY
    assert state(path.parent) == before


def test_a_folder_is_not_a_registry(path, clock):
    path.mkdir()
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.NOT_A_REGISTRY
    assert list(path.parent.iterdir()) == [path]


def test_a_registry_of_a_newer_program_is_refused_untouched(path, programme, clock):
    Registry.create(path, programme, clock).close()
    content = bytearray(path.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.REGISTRY_TOO_NEW
    assert refusal.value.params["version"] == 9999
    assert state(path.parent) == {path.name: bytes(content)}


def test_a_newer_version_that_only_the_write_ahead_log_knows_is_refused(path, programme, clock):
    """A newer program was stopped before its log went into the file."""
    Registry.create(path, programme, clock).close()
    before = path.read_bytes()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.commit()
    log = path.with_name(f"{path.name}-wal").read_bytes()
    connection.close()
    path.write_bytes(before)
    path.with_name(f"{path.name}-wal").write_bytes(log)
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.REGISTRY_TOO_NEW


def test_a_file_that_was_cut_is_said_to_be_damaged(path, programme, clock):
    Registry.create(path, programme, clock).close()
    content = path.read_bytes()[:-5000]
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.REGISTRY_DAMAGED
    assert state(path.parent) == {path.name: content}


def test_a_file_that_cannot_be_read_says_so(path, programme, clock, monkeypatch):
    Registry.create(path, programme, clock).close()

    def refuse(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.FILE_NOT_READABLE


def test_the_file_says_what_it_is_to_any_tool(path, programme, clock):
    Registry.create(path, programme, clock).close()
    header = path.read_bytes()[:100]
    assert header[68:72] == b"Aliz" == APPLICATION_ID.to_bytes(4, "big")
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
