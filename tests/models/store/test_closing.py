"""A closed registry is neither read nor written: others may hold it by then."""

import sqlite3
from contextlib import closing
from threading import Event, Thread

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.programme import StoredProgramme

LONG = 60
"""Seconds after which a thread is taken for hung: nothing is measured with it."""


def operator(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT operator FROM programme").fetchone()[0]


def write(registry):
    with registry.write() as session:
        session.get_one(StoredProgramme, 1).operator = "Ailleurs"


def read(registry):
    with registry.read() as session:
        session.get_one(StoredProgramme, 1)


def look(registry):
    with registry.look() as connection:
        connection.execute("SELECT 1")


@pytest.mark.parametrize("use", [write, read, look, Registry.verify])
@pytest.mark.parametrize("is_loaded", [True, False])
def test_nothing_goes_through_a_closed_registry(registry, path, use, is_loaded):
    if is_loaded:
        registry.load()
    registry.close()
    before = path.read_bytes()
    with pytest.raises(UserError) as refusal:
        use(registry)
    assert refusal.value.code is ErrorCode.REGISTRY_CLOSED
    assert refusal.value.params == {"path": str(path)}
    registry.load()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_write_under_way_is_waited_for_and_the_lock_released_after(registry, path, clock):
    order, writing, asked = [], Event(), Event()

    def act():
        with registry.write() as session:
            writing.set()
            assert asked.wait(LONG)
            with pytest.raises(UserError) as refusal:
                Registry.open(path, clock)
            order.append(refusal.value.code)
            session.get_one(StoredProgramme, 1).operator = "Plate-forme"
        order.append("written")

    def leave():
        registry.close()
        order.append("closed")

    writer, closer = Thread(target=act), Thread(target=leave)
    writer.start()
    assert writing.wait(LONG)
    closer.start()
    while not registry.is_closed:
        assert closer.is_alive()
    asked.set()
    for each in (writer, closer):
        each.join(LONG)
    assert order[0] is ErrorCode.REGISTRY_IN_USE
    assert sorted(order[1:]) == ["closed", "written"]
    assert operator(path) == "Plate-forme"
    Registry.open(path, clock).close()


def test_a_task_that_goes_on_after_the_closing_fails_and_writes_nothing(registry, path):
    first, closed, failures = Event(), Event(), []

    def task():
        write(registry)
        first.set()
        assert closed.wait(LONG)
        try:
            with registry.write() as session:
                session.get_one(StoredProgramme, 1).operator = "Trop tard"
        except UserError as error:
            failures.append(error.code)

    thread = Thread(target=task)
    thread.start()
    assert first.wait(LONG)
    registry.close()
    closed.set()
    thread.join(LONG)
    assert failures == [ErrorCode.REGISTRY_CLOSED]
    assert operator(path) == "Ailleurs"


def test_closing_in_the_middle_of_ones_own_reading_does_not_hang(registry):
    with registry.read():
        registry.close()
    assert registry.is_closed
