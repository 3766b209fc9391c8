"""Importing ten years of a programme, against openpyxl merely reading the workbook.

Both in processor time, one after the other: the machine may be busy with something else.
"""

import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

from measures import Measure, utc_now
from openpyxl import load_workbook

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

BOOK = Path(__file__).parents[1] / "cases" / "programme-historique.xlsx"
TURNS = 5


def measure():
    """Return the line of the import of a past."""
    ours, bare = [], []
    gc.disable()  # as in the program, which collects between two events
    for _turn in range(TURNS + 1):
        bare.append(processor_ms(read_bare))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "past.alize"
            ours.append(processor_ms(lambda path=path: import_into(path)))
        gc.collect()
    gc.enable()
    one, other = statistics.median(ours[1:]), statistics.median(bare[1:])
    detail = f"{one:.0f} ms against {other:.0f} ms, 1400 rows"
    return Measure("import of a past against openpyxl reading", one / other, 6, "×", detail)


def processor_ms(action):
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def read_bare():
    """Read every cell as openpyxl does fastest."""
    book = load_workbook(BOOK, read_only=True)
    for sheet in book:
        for _row in sheet.iter_rows(values_only=True):
            pass
    book.close()


def import_into(path):
    """Make a registry, preview the workbook and accept it: all that a person waits for."""
    with Registry.create(path, Programme("Lorraine"), utc_now) as registry:
        importing = Services(registry).importing
        content = importing.preview(BOOK)
        report, _changes = importing.accept(content)
    if (report.dossiers, report.history, content.refused) != (1400, 1400, ()):
        sys.exit("the past was not taken over whole")


if __name__ == "__main__":
    print(measure())
