"""The report on what is late: every advance that is, and the ages of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.advances import ArrearsRow
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class ArrearsReport:
    """Everything the report on what is late says.

    Attributes:
        on: The day it is told of.
        rows: Advances that are late, the latest first.
        buckets: By age, all of them in order: how many advances, what is overdue, what is
            outstanding.
    """

    programme: Programme
    on: date
    rows: tuple[ArrearsRow, ...]
    buckets: Mapping[AgeingBucket, tuple[int, Money, Money]]
