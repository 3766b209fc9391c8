"""Round amounts of an axis, and heights."""

import pytest

from alize_desktop.ui.fund.scale import Scale, round_ticks


@pytest.mark.parametrize(
    ("lowest", "highest", "most", "ticks"),
    [
        (0, 0, 5, (0, 100_00)),
        (0, 73_500_00, 5, (0, 20_000_00, 40_000_00, 60_000_00, 80_000_00)),
        (-12_000_00, 9_000_00, 3, (-20_000_00, -10_000_00, 0, 10_000_00)),
        (12_000_00, 90_000_00, 5, (0, 20_000_00, 40_000_00, 60_000_00, 80_000_00, 100_000_00)),
    ],
)
def test_an_axis_holds_every_amount_and_zero(lowest, highest, most, ticks):
    assert round_ticks(lowest, highest, most) == ticks


def test_the_highest_amount_stands_on_top():
    scale = Scale((0, 100_00, 200_00), top=10, bottom=110)
    assert [scale.y(each) for each in (0, 100_00, 200_00)] == [110, 60, 10]
