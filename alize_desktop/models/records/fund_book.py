"""What the workbook of the fund says."""

from dataclasses import dataclass

from alize_desktop.models.records.fund import FundForecast, FundPeriod
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
