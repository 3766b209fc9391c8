"""The settings of the programme, read by the driver alone before anything is loaded."""

from typing import Final

from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money

_SETTINGS: Final = """SELECT basin, operator, body_name, time_zone, calendar,
fund_amount, is_demonstration FROM programme"""


def current_programme(registry: Registry) -> Programme:
    """Return the settings as the file holds them now."""
    with registry.look() as connection:
        found = connection.execute(_SETTINGS).fetchone()
    basin, operator, body_name, time_zone, calendar, fund, is_demonstration = found
    return Programme(
        basin,
        operator,
        body_name,
        time_zone,
        HolidayCalendar(calendar),
        None if fund is None else Money(fund),
        bool(is_demonstration),
    )
