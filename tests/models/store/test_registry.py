"""The life of a file: made, opened, held, closed; and what is refused."""

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import creation
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.programme import StoredProgramme
from alize_desktop.models.values import Money


def programme_of(registry):
    with registry.read() as session:
        return session.scalars(select(StoredProgramme)).one()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def refused(code, action, *args, **kwargs):
    with pytest.raises(UserError) as refusal:
        action(*args, **kwargs)
    assert refusal.value.code is code
    return refusal.value.params


def test_a_new_registry_holds_its_programme_and_says_so_in_its_journal(path, clock):
    programme = Programme(
        basin="La Réunion",
        operator="Plate-forme",
        calendar=HolidayCalendar.REUNION,
        fund_amount=Money(50_000_000),
        is_demonstration=True,
    )
    with Registry.create(path, programme, clock) as registry:
        row = programme_of(registry)
        found = registry.verify()
    assert (row.basin, row.calendar, row.fund_amount, row.is_demonstration) == (
        "La Réunion",
        HolidayCalendar.REUNION,
        Money(50_000_000),
        True,
    )
    assert found.is_sound
    assert found.lines == 1


def test_a_closed_registry_is_a_single_file(path, programme, clock):
    with Registry.create(path, programme, clock) as registry:
        assert len(names(path.parent)) > 1
        registry.close()
        assert names(path.parent) == [path.name]
    assert names(path.parent) == [path.name]


def test_a_new_file_may_be_read_by_whom_the_system_says(path, programme, clock):
    mask = os.umask(0o027)
    try:
        Registry.create(path, programme, clock).close()
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_was_written_is_there_when_the_file_is_opened_again(path, programme, clock):
    with Registry.create(path, programme, clock) as registry, registry.write() as session:
        session.get_one(StoredProgramme, 1).operator = "Plate-forme"
    with Registry.open(path, clock) as registry:
        assert programme_of(registry).operator == "Plate-forme"


def test_an_existing_file_is_never_replaced(path, programme, clock):
    path.write_bytes(b"precious")
    refused(ErrorCode.REGISTRY_EXISTS, Registry.create, path, programme, clock)
    assert path.read_bytes() == b"precious"
    assert names(path.parent) == [path.name]


def test_a_registry_that_fails_half_way_leaves_nothing(path, programme, clock, monkeypatch):
    def fail(_connection):
        raise RuntimeError

    monkeypatch.setattr(creation, "create_all", fail)
    with pytest.raises(RuntimeError):
        Registry.create(path, programme, clock)
    assert names(path.parent) == []


def test_a_folder_that_does_not_exist_is_not_made(tmp_path, programme, clock):
    path = tmp_path / "nowhere" / "a.alize"
    params = refused(ErrorCode.FOLDER_NOT_WRITABLE, Registry.create, path, programme, clock)
    assert params == {"path": str(path.parent)}


def test_a_file_that_is_not_there_is_not_made(path, clock):
    refused(ErrorCode.REGISTRY_NOT_FOUND, Registry.open, path, clock)
    assert names(path.parent) == []


def test_a_registry_is_opened_once_even_in_one_process(registry, clock):
    params = refused(ErrorCode.REGISTRY_IN_USE, Registry.open, registry.path, clock)
    assert params["pid"] == str(os.getpid())
    params = refused(ErrorCode.REGISTRY_IN_USE, Registry.open, registry.path, clock, read_only=True)
    assert registry.verify().is_sound


def test_two_names_of_one_file_have_one_lock(registry, clock, tmp_path):
    other = tmp_path / "other.alize"
    other.symlink_to(registry.path)
    refused(ErrorCode.REGISTRY_IN_USE, Registry.open, other, clock)


def test_closing_a_registry_lets_others_open_it(registry, clock):
    registry.close()
    with Registry.open(registry.path, clock) as other:
        registry.close()
        refused(ErrorCode.REGISTRY_IN_USE, Registry.open, other.path, clock)


def test_a_lock_file_that_was_left_behind_refuses_nobody(path, programme, clock):
    Registry.create(path, programme, clock).close()
    path.with_name(f"{path.name}.lock").write_text("1 elsewhere\n")
    with Registry.open(path, clock) as registry:
        assert registry.verify().is_sound
    assert names(path.parent) == [path.name]


def test_a_registry_opened_to_be_read_cannot_be_written(path, programme, clock):
    Registry.create(path, programme, clock).close()
    before = path.read_bytes()
    with Registry.open(path, clock, read_only=True) as registry:
        assert programme_of(registry).basin == programme.basin
        with pytest.raises(UserError) as refusal, registry.write() as session:
            session.get_one(StoredProgramme, 1).operator = "other"
        assert refusal.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert path.read_bytes() == before
