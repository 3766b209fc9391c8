"""One action, one transaction: all of it or nothing, and errors by their code."""

import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store import driver
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.store.unit_of_work import UnitOfWork
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.programme import StoredProgramme


@contextmanager
def statements(registry):
    seen = []

    def see(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(registry._engine, "before_cursor_execute", see)
    yield seen
    event.remove(registry._engine, "before_cursor_execute", see)


def pragma(registry, name):
    with registry.read() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("busy_timeout", 3000),
        ("query_only", 0),
    ],
)
def test_every_connection_follows_the_recipe(registry, name, value):
    assert pragma(registry, name) == value


def test_a_reader_begins_deferred_and_a_writer_takes_the_lock_at_once(registry):
    with statements(registry) as seen:
        with registry.read() as session:
            session.connection()
        with registry.write() as session:
            session.connection()
    assert seen == ["BEGIN DEFERRED", "BEGIN IMMEDIATE"]


def test_an_action_that_fails_leaves_nothing(registry):
    def act():
        with registry.write() as session:
            session.get_one(StoredProgramme, 1).operator = "other"
            registry.journal(session, "programme.saved", "programme", None, {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    with registry.read() as session:
        assert session.get_one(StoredProgramme, 1).operator == ""
    assert registry.verify().lines == 1


def test_what_a_reader_changes_is_not_kept(registry):
    with registry.read() as session:
        session.get_one(StoredProgramme, 1).operator = "other"
        session.flush()
    with registry.read() as session:
        assert session.get_one(StoredProgramme, 1).operator == ""


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(registry):
    count = select(func.count()).select_from(StoredLine)
    with registry.read() as reader:
        before = reader.scalar(count)
        with registry.write() as session:
            registry.journal(session, "a.b", "registry", None, {})
        assert reader.scalar(count) == before
    with registry.read() as reader:
        assert reader.scalar(count) == before + 1


def test_two_threads_write_one_after_the_other_and_lose_nothing(registry):
    def write():
        for number in range(25):
            with registry.write() as session:
                registry.journal(session, "a.b", "registry", None, {"number": number})

    threads = [threading.Thread(target=write) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    found = registry.verify()
    assert found.is_sound
    assert found.lines == 76


def test_a_broken_constraint_is_not_swallowed(registry):
    with pytest.raises(IntegrityError), registry.write() as session:
        session.add(StoredProgramme(id=1, basin="other"))


def test_a_writer_that_waits_too_long_is_told_so(registry, monkeypatch):
    monkeypatch.setattr(driver, "_WAIT", 50)
    other = UnitOfWork(make_engine(registry.path), registry.path)
    with registry.write() as session:
        session.connection()
        with pytest.raises(UserError) as refusal, other.write() as waiting:
            waiting.connection()
    other._engine.dispose()
    assert refusal.value.code is ErrorCode.REGISTRY_LOCKED


class DriverError(Exception):
    """An error of the driver, with its code."""

    def __init__(self, code):
        super().__init__("message that changes with every version")
        self.sqlite_errorcode = code


def failing(code, kind=OperationalError):
    return kind("COMMIT", {}, DriverError(code))


def fail(*_args, **_kwargs):
    raise failing(10)


@pytest.mark.parametrize(
    ("code", "told", "where"),
    [
        (5, ErrorCode.REGISTRY_LOCKED, "file"),
        (261, ErrorCode.REGISTRY_LOCKED, "file"),
        (6, ErrorCode.REGISTRY_LOCKED, "file"),
        (8, ErrorCode.FOLDER_NOT_WRITABLE, "folder"),
        (778, ErrorCode.DISK_FAILURE, "file"),
        (11, ErrorCode.REGISTRY_DAMAGED, "file"),
        (13, ErrorCode.DISK_FULL, "folder"),
        (14, ErrorCode.FOLDER_NOT_WRITABLE, "folder"),
        (26, ErrorCode.NOT_A_REGISTRY, "file"),
    ],
)
def test_a_failure_is_told_by_its_code_and_never_by_its_text(path, code, told, where):
    with pytest.raises(UserError) as refusal, naming(path):
        raise failing(code)
    assert refusal.value.code is told
    assert refusal.value.params == {"path": str(path if where == "file" else path.parent)}


def test_a_failure_of_the_driver_itself_is_told_too(path, programme, clock):
    Registry.create(path, programme, clock).close()
    with Registry.open(path, clock, read_only=True) as registry:
        with pytest.raises(UserError) as refusal, registry.write() as session:
            registry.journal(session, "a.b", "registry", None, {})
        assert refusal.value.code is ErrorCode.FOLDER_NOT_WRITABLE


@pytest.mark.parametrize("code", [1, 19, 21])
def test_a_failure_that_nobody_can_mend_is_a_bug(path, code):
    with pytest.raises(DatabaseError), naming(path):
        raise failing(code, DatabaseError)


def test_after_a_failing_disk_the_next_read_goes_through_a_new_connection(registry):
    def connection():
        with registry.read() as session:
            return session.connection().connection.dbapi_connection

    before = connection()
    assert connection() is before
    with pytest.raises(UserError) as refusal, registry.write():
        fail()
    assert refusal.value.code is ErrorCode.DISK_FAILURE
    assert connection() is not before


def test_a_log_that_cannot_be_emptied_is_kept_beside_the_file(path, programme, clock, caplog):
    registry = Registry.create(path, programme, clock)
    with registry.write() as session:
        registry.journal(session, "a.b", "registry", None, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry._engine, "connect", fail)
        registry.close()
    assert "stays beside" in caplog.text
    with Registry.open(path, clock) as again:
        assert again.verify().lines == 2
