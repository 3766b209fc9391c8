"""A new registry file: whole and durable, or not there at all."""

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from alize_desktop.files import write_atomic
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import journal
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.schema import create_all
from alize_desktop.models.store.unit_of_work import UnitOfWork
from alize_desktop.models.tables.programme import StoredProgramme


def make_file(path: Path, programme: Programme, clock: Clock) -> None:
    """Make a registry that holds its programme and the first line of its journal.

    It is made aside and takes its name when it is complete.

    Args:
        path: Absolute path of a file that does not exist, whose lock is held.
        programme: What the registry is about.
        clock: Gives the instant of the first line.

    Raises:
        UserError: ``DISK_FULL``; ``FOLDER_NOT_WRITABLE``.
    """
    with TemporaryDirectory(prefix="alize-") as folder:
        draft = Path(folder) / "registry"
        engine = make_engine(draft, create=True)
        try:
            with UnitOfWork(engine, path).write() as session:
                _fill(session, programme, clock)
        finally:
            engine.dispose()  # the last connection empties the write-ahead log
        write_atomic(path, draft.read_bytes())


def _fill(session: Session, programme: Programme, clock: Clock) -> None:
    amount = programme.fund_amount
    columns = asdict(programme) | {"fund_amount": amount}
    told = columns | {"fund_amount": None if amount is None else amount.minor}
    create_all(session.connection())
    session.add(StoredProgramme(**columns))
    journal.append(session, clock, "registry.created", "registry", None, {"programme": told})
