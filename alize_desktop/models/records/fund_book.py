"""What the papers of the fund say."""

from dataclasses import dataclass
from datetime import date

from alize_desktop.models.records.fund import FundClosing, FundForecast, FundPeriod
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme


@dataclass(frozen=True, slots=True)
class FundBookRecord:
    """The fund on a day, all that moved until then, and what comes.

    Attributes:
        period: From the first movement on; its closing is the statement.
        forecast: From the same day.
        is_closed: Whether the accounts of that day were closed.
    """

    programme: Programme
    period: FundPeriod
    forecast: FundForecast
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class FundPaperRecord:
    """The fund on a day, as its printed statement says it.

    Attributes:
        period: From the day after the accounts were closed before, or from the first
            movement; its closing is the statement.
        closing: Of that very day; None when its accounts were not closed.
        closed_on: Day that they were closed, in the programme's own time zone.
        is_settled: Whether the day is of a period that was closed.
        is_rehearsal: Whether nothing of it took place.
    """

    programme: Programme
    identity: PaperIdentity
    period: FundPeriod
    closing: FundClosing | None = None
    closed_on: date | None = None
    is_settled: bool = False
    is_rehearsal: bool = False
