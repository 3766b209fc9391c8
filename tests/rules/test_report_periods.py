"""The periods that a report is usually asked for."""

from datetime import date

import pytest

from alize_desktop.rules.report_periods import ReportPeriod, days_of

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (ReportPeriod.THIS_YEAR, (date(2026, 1, 1), date(2026, 12, 31))),
        (ReportPeriod.LAST_YEAR, (date(2025, 1, 1), date(2025, 12, 31))),
        (ReportPeriod.THREE_YEARS, (date(2024, 1, 1), date(2026, 12, 31))),
        (ReportPeriod.WHOLE, (None, None)),
        (ReportPeriod.CHOSEN, (None, None)),
    ],
)
def test_a_period_goes_from_a_day_to_another(period, days):
    assert days_of(period, TODAY) == days
