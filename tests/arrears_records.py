"""Reports on what is late, made by hand."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind, AgeingBucket
from alize_desktop.models.records.advances import AdvanceRow, ArrearsRow
from alize_desktop.models.records.arrears import ArrearsReport
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import ZERO, Money
from tests.schedule_records import POSITION

ON = date(2028, 6, 15)
_DAYS = {
    AgeingBucket.UP_TO_29: 12,
    AgeingBucket.UP_TO_59: 45,
    AgeingBucket.UP_TO_89: 70,
    AgeingBucket.FROM_90: 120,
}


def arrears_report(count):
    """Return a report with so many advances late, of every age in turn, and forty that are not."""
    rows = tuple(_row(number) for number in range(count))
    buckets = dict.fromkeys(AgeingBucket, (0, ZERO, ZERO))
    buckets[AgeingBucket.NOT_LATE] = (40, ZERO, Money(4_000_000))
    for each in rows:
        position = each.advance.position
        advances, overdue, left = buckets[position.bucket]
        buckets[position.bucket] = (
            advances + 1,
            overdue + position.overdue,
            left + position.outstanding,
        )
    return ArrearsReport(Programme("Côte-d’Or", operator="CCI"), ON, rows, buckets)


def _row(number):
    bucket = tuple(_DAYS)[number % len(_DAYS)]
    position = replace(POSITION, bucket=bucket, days_late=_DAYS[bucket])
    advance = AdvanceRow(
        UUID(int=number + 1),
        f"2026-{number + 1:03d}",
        "=Menuiserie Œillet",
        "Épinal",
        "732829320",
        date(2026, 1, 1),
        Money(1_000_000),
        date(2026, 2, 1),
        None,
        position,
    )
    step = AdvanceEventKind.FORMAL_NOTICE
    if number % 2:
        return ArrearsRow(advance, step, ON, AdvanceEventKind.REMINDER, date(2028, 6, 5))
    return ArrearsRow(advance, step, ON)
