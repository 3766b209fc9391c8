"""What the benchmarks share: a large registry, medians, a line of the report."""

import itertools
import statistics
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.services.dossiers import file_dossier

DOSSIERS = 2_000


@dataclass(frozen=True)
class Measure:
    """One line of the report.

    Attributes:
        value: Ratio, or milliseconds.
        bound: Largest value accepted.
        detail: The figures it comes from.
    """

    name: str
    value: float
    bound: float
    unit: str
    detail: str

    @property
    def holds(self) -> bool:
        return self.value <= self.bound

    def __str__(self) -> str:
        verdict = "ok  " if self.holds else "OVER"
        return (
            f"{verdict} {self.name:<46} {self.value:6.2f} {self.unit}"
            f" (at most {self.bound:g})   {self.detail}"
        )


def spent_ms(action, runs):
    """Return how long each run of ``action`` took, in milliseconds."""
    spent = []
    for _run in range(runs):
        start = time.perf_counter()
        action()
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def median_ms(action, runs):
    """Return the median of several runs of ``action``, in milliseconds."""
    return statistics.median(spent_ms(action, runs))


def utc_now():
    return datetime.now(UTC)


def make_registry(path, dossiers=DOSSIERS):
    """Make a registry of the sample's members, with many dossiers like the sample's."""
    with Registry.create(
        path, Programme("Côte-d’Or", fund_amount=Money(9_000_000_00)), utc_now
    ) as registry:
        services = Services(registry)
        content = services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
        services.importing.accept(content)
        sheets = itertools.cycle([sheet for _row, sheet in content.dossiers])
        with registry.write() as session:
            for number in range(dossiers - len(content.dossiers)):
                sheet = next(sheets)
                company = replace(sheet.company, name=f"{sheet.company.name} {number}")
                file_dossier(
                    registry,
                    session,
                    replace(sheet, number=f"2025-{number + 1:04d}", company=company),
                    source="mesure",
                )
