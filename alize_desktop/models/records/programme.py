"""The programme: what one registry file is about."""

from dataclasses import dataclass

from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class Programme:
    """Settings of one programme, that is of one registry file.

    Attributes:
        basin: Employment basin, as printed: ``Côte-d'Or``.
        operator: Body that runs the programme; empty when not said.
        body_name: Name of the committee as printed: ``comité d'agrément``.
        time_zone: IANA name of the zone that printed hours are in.
        calendar: Public holidays used for due dates.
        fund_amount: Money of the fund at the start, None when not said.
        is_demonstration: Whether every company in it is invented.
    """

    basin: str
    operator: str = ""
    body_name: str = "comité d’agrément"
    time_zone: str = "Europe/Paris"
    calendar: HolidayCalendar = HolidayCalendar.METROPOLE
    fund_amount: Money | None = None
    is_demonstration: bool = False
