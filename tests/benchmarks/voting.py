"""Recording one vote, durable, against a bare insert through the same driver."""

from datetime import date, time

from measures import Measure, median_ms, utc_now
from sqlcipher3 import dbapi2

from alize_desktop.models.enums import DossierState, VoteChoice
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

RUNS = 400
INSERT = "INSERT INTO vote (ballot, member, revision, choice, at) VALUES (?, ?, ?, ?, ?)"
ROW = ("0" * 36, "1" * 36, 1, "for", "2026-05-19T14:00:00.000000Z")


def measure(path, folder):
    """Return the ratio of both, measured on the same disk in the same run."""
    with Registry.open(path, utc_now) as registry:
        services = Services(registry)
        item, member = open_ballot(services)
        cast = median_ms(lambda: services.voting.cast(item, member, VoteChoice.FOR), RUNS)
    with BareInsert(folder / "bare.db") as driver:
        bare = median_ms(driver.insert, RUNS)
    detail = f"{cast:.2f} ms against {bare:.2f} ms bare, {RUNS} runs"
    return Measure("one vote recorded, durable", cast / bare, 4, "×", detail)


def open_ballot(services):
    """Hold a meeting until its first ballot is open."""
    dossier = services.dossiers.search(DossierQuery()).rows[0].id
    services.dossiers.change_state(dossier, DossierState.UNDER_APPRAISAL)
    services.dossiers.change_state(dossier, DossierState.COMPLETE)
    draft = MeetingDraft(date(2026, 5, 19), time(14), secretary="Odile Perrin")
    meeting, _changes = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, [dossier])
    services.committee.open(meeting)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    state = services.committee.state(meeting)
    item = state.agenda[0].id
    services.committee.begin_item(item)
    services.voting.open_ballot(item)
    return item, state.attendance[0].member.id


class BareInsert:
    """One committed insert at a time, with the pragmas of the program and nothing else."""

    def __init__(self, path):
        self._connection = dbapi2.connect(str(path), isolation_level=None)
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE vote (ballot TEXT, member TEXT, revision INT, choice TEXT, at TEXT)"
        )

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._connection.close()

    def insert(self):
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(INSERT, ROW)
        self._connection.execute("COMMIT")
