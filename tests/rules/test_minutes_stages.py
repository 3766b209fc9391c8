"""Minutes are a draft, reviewed, signed, approved: one step after the other."""

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MinutesStage
from alize_desktop.rules.minutes_stages import check_stage, check_writable, following_stages


@pytest.mark.parametrize("now", MinutesStage)
@pytest.mark.parametrize("asked", MinutesStage)
def test_only_what_follows_is_accepted(now, asked):
    if asked in following_stages(now):
        check_stage(now, asked)
        return
    with pytest.raises(UserError) as refused:
        check_stage(now, asked)
    assert refused.value.code is ErrorCode.MINUTES_STAGE_REFUSED


@pytest.mark.parametrize(
    ("stage", "is_open"),
    [
        (MinutesStage.DRAFT, True),
        (MinutesStage.REVIEWED, True),
        (MinutesStage.SIGNED, False),
        (MinutesStage.APPROVED, False),
    ],
)
def test_signed_minutes_do_not_change(stage, is_open):
    if is_open:
        check_writable(stage)
        return
    with pytest.raises(UserError) as refused:
        check_writable(stage)
    assert refused.value.code is ErrorCode.MINUTES_SIGNED
