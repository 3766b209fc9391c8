"""A report against the bare SQL aggregates of the same figures, and its growth.

In processor time, one after the other: the machine may be busy with something else.
"""

import gc
import statistics
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from history import import_into
from measures import Measure, utc_now

from alize_desktop.models.records.report import ReportScope
from alize_desktop.models.store import driver
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained

FEW, TIMES, TURNS = 1_400, 100, 9
"""Dossiers of the past; how many times more; runs of each, ours and bare in turn."""

SLOWEST_STEP = 300
"""Milliseconds between two steps of progress, at most: a cancel waits for no more."""

WHOLE = ReportScope()
YEAR = ReportScope(date(2007, 1, 1), date(2007, 12, 31))
"""A period that leaves nearly every dossier out: all are read all the same."""

RETAINED = """FROM dossier JOIN history_record ON history_record.dossier_id = dossier.id
WHERE history_record.outcome IN ('approved', 'approved_with_conditions', 'approved_reduced')"""
OBSERVED = """FROM dossier JOIN history_record ON history_record.dossier_id = dossier.id
JOIN job_observation ON job_observation.dossier_id = dossier.id
WHERE history_record.outcome IN ('approved', 'approved_with_conditions', 'approved_reduced')
AND reverses_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM job_observation AS back WHERE back.reverses_id = job_observation.id)"""
LENT = """FROM mission JOIN dossier ON dossier.id = mission.dossier_id
JOIN partner ON partner.id = mission.partner_id
JOIN mission_event ON mission_event.mission_id = mission.id AND kind = 'days_done'"""
AGGREGATES = (
    "SELECT outcome, count(*) FROM history_record GROUP BY outcome",
    f"SELECT count(*), sum(amount), avg(amount), sum(dossier.jobs_created) {RETAINED}",
    f"SELECT sum(created), sum(maintained), sum(sustained) {OBSERVED}",
    f"SELECT company_sector, count(*) {RETAINED} GROUP BY company_sector",
    f"SELECT project_kind, count(*) {RETAINED} GROUP BY project_kind",
    f"SELECT project_purpose, count(*) {RETAINED} GROUP BY project_purpose",
    f"SELECT skills_category, count(*), sum(skills_days) {RETAINED} GROUP BY skills_category",
    f"""SELECT project_need_expressed, project_need_diagnosed, count(*) {RETAINED}
    GROUP BY project_need_expressed, project_need_diagnosed""",
    f"SELECT company_headcount, count(*) {RETAINED} GROUP BY company_headcount ORDER BY 1",
    f"SELECT history_record.partner, sum(skills_days) {RETAINED} GROUP BY history_record.partner",
    """SELECT basin, count(*), sum(history_record.amount) FROM dossier
    JOIN history_record ON history_record.dossier_id = dossier.id GROUP BY basin""",
    f"SELECT basin, sum(created) {OBSERVED} GROUP BY basin",
    """SELECT substr(decided_on, 1, 4), count(*), sum(amount) FROM history_record
    GROUP BY substr(decided_on, 1, 4)""",
    f"SELECT substr(decided_on, 1, 4), sum(created) {OBSERVED} GROUP BY substr(decided_on, 1, 4)",
    """SELECT julianday(decided_on) - julianday(filed_on), count(*) FROM dossier
    JOIN history_record ON history_record.dossier_id = dossier.id GROUP BY 1 ORDER BY 1""",
    f"SELECT mission.category, count(*), sum(planned_days), sum(days) {LENT} GROUP BY 1",
    f"SELECT partner.name, sum(planned_days), sum(days) {LENT} GROUP BY 1",
    "SELECT count(DISTINCT siren) FROM partner",
    "SELECT count(*) FROM meeting WHERE state IN ('closed', 'approved')",
)

COPIED = ("dossier", "history_record", "mission", "mission_event", "job_observation")
REFERENCES = ("id", "dossier_id", "mission_id")
OWN = ("serial", "sequence")
"""Columns that the file numbers by itself."""


def measure():
    """Return the lines of the report: against SQL, its growth, its slowest step."""
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.alize"
        import_into(few)
        many = Path(folder) / "many.alize"
        copy_many(few, many)
        gc.disable()  # as in the program, which collects between two events
        ratio = against_sql(few)
        grown = growth(few, many)
        gc.enable()
        return [ratio, *grown]


def against_sql(path):
    """Return the ratio of a report and of the aggregates that it is made of."""
    with Registry.open(path, utc_now) as registry:
        reports = Services(registry).reports
        ours, bare = [], []
        for _turn in range(TURNS + 1):
            ours.append(processor_ms(lambda: drained(reports.figures(ReportScope()))))
            bare.append(processor_ms(lambda: aggregates(registry)))
    one, other = statistics.median(ours[1:]), statistics.median(bare[1:])
    detail = f"{one:.1f} ms against {other:.1f} ms, {len(AGGREGATES)} statements"
    return Measure(f"report of {FEW} dossiers against bare SQL", one / other, 5, "×", detail)


def aggregates(registry):
    with registry.look() as connection:
        for each in AGGREGATES:
            connection.execute(each).fetchall()


def growth(few, many):
    """Return how much longer a report of many dossiers takes, and its slowest steps."""
    once, steps = spent_on(few, TURNS)
    times, steps = spent_on(many, 3)
    detail = f"{times:.0f} ms for {FEW * TIMES} against {once:.1f} ms for {FEW}"
    ratio = Measure(f"report of {TIMES} times as many", times / once / TIMES, 1, "×", detail)
    return [ratio, slowest("every year", steps), slowest("one year", spent_on(many, 1, YEAR)[1])]


def slowest(period, steps):
    name = f"slowest step of {FEW * TIMES} dossiers, {period}"
    return Measure(name, max(steps), SLOWEST_STEP, "ms", f"{len(steps)} steps")


def spent_on(path, turns, scope=WHOLE):
    """Return the median of some runs, and what each step of the last one took."""
    with Registry.open(path, utc_now) as registry:
        reports = Services(registry).reports
        spent = []
        for _turn in range(turns + 1):
            start, steps = time.process_time(), []
            making = reports.figures(scope)
            before = start
            for _progress in making:
                now = time.process_time()
                steps.append((now - before) * 1000)
                before = now
            steps.append((time.process_time() - before) * 1000)
            spent.append((time.process_time() - start) * 1000)
    return statistics.median(spent[1:]), steps


def copy_many(few, many):
    """Make a registry with every dossier of another, and what became of it, many times."""
    with Registry.open(few, utc_now) as registry:
        registry.copy(many)
    with closing(driver.connect(many, synchronous="off")) as connection:
        connection.execute("BEGIN")
        connection.execute("CREATE TEMP TABLE copies (serial_of_copy INTEGER)")
        turns = [(turn,) for turn in range(1, TIMES)]
        connection.executemany("INSERT INTO copies VALUES (?)", turns)
        for table in COPIED:
            connection.execute(copy_of(connection, table))
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


def copy_of(connection, table):
    """Return the statement that copies the rows of a table under other identifiers."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names = [name for name in columns if name not in OWN]
    values = ", ".join(copied(table, name) for name in names)
    into = f"INSERT INTO {table} ({', '.join(names)})"
    return f"{into} SELECT {values} FROM {table}, copies ORDER BY copies.serial_of_copy"  # noqa: S608  # names of ours


def copied(table, name):
    if name in REFERENCES:
        return f"printf('%08x', copies.serial_of_copy) || substr({table}.{name}, 9)"
    if name == "number":
        return f"{table}.number || '-' || copies.serial_of_copy"
    return f"{table}.{name}"


def processor_ms(action):
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    print(*measure(), sep="\n")
