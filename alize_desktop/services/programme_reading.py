"""The settings of the programme, read by the driver alone before anything is loaded."""

from datetime import datetime
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.clock import local_day

_SETTINGS: Final = """SELECT basin, operator, body_name, time_zone, calendar,
fund_amount, is_demonstration FROM programme"""


_LAST_WRITTEN: Final = "SELECT at FROM journal ORDER BY sequence DESC LIMIT 1"


def is_ahead(registry: Registry) -> bool:
    """Return whether the last thing written is of a day after that of the clock."""
    programme, now = current_programme(registry), registry.clock()
    with registry.look() as connection:
        found = connection.execute(_LAST_WRITTEN).fetchone()
    written = datetime.fromisoformat(found[0]) if found else now
    return local_day(written, programme) > local_day(now, programme)


def current_programme(registry: Registry) -> Programme:
    """Return the settings as the file holds them now.

    Raises:
        UserError: ``REGISTRY_EMPTY``: the first versions made files without any.
    """
    with registry.look() as connection:
        found = connection.execute(_SETTINGS).fetchone()
    if found is None:
        raise UserError(ErrorCode.REGISTRY_EMPTY)
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
