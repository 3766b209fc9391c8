"""The life of minutes: a draft, reviewed, signed, approved."""

from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MinutesBlock, MinutesStage

ITEM_BLOCKS: Final = frozenset({MinutesBlock.HEARD, MinutesBlock.DISCUSSION})
"""Blocks that are written for each point of the agenda; the others, for the meeting."""

_FOLLOWING: Final = {
    MinutesStage.DRAFT: (MinutesStage.REVIEWED,),
    MinutesStage.REVIEWED: (MinutesStage.DRAFT, MinutesStage.SIGNED),
    MinutesStage.SIGNED: (MinutesStage.APPROVED,),
    MinutesStage.APPROVED: (),
}


def following_stages(stage: MinutesStage) -> tuple[MinutesStage, ...]:
    """Return the steps that may come after a step, the usual one last."""
    return _FOLLOWING[stage]


def check_writable(stage: MinutesStage) -> None:
    """Refuse to change the texts of minutes that are signed.

    Raises:
        UserError: ``MINUTES_SIGNED``.
    """
    if stage in (MinutesStage.SIGNED, MinutesStage.APPROVED):
        raise UserError(ErrorCode.MINUTES_SIGNED)


def check_stage(now: MinutesStage, asked: MinutesStage) -> None:
    """Refuse a step that does not follow.

    Raises:
        UserError: ``MINUTES_STAGE_REFUSED``.
    """
    if asked not in _FOLLOWING[now]:
        raise UserError(ErrorCode.MINUTES_STAGE_REFUSED, now=now, asked=asked)
