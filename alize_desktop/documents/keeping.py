"""Content kept on one page, as long as that does not leave a page half empty."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether
from typing_extensions import override

from alize_desktop.documents.frame import BOTTOM, PAGE_HEIGHT, TOP

_HALF_A_PAGE: Final = (PAGE_HEIGHT - TOP - BOTTOM) / 2


class Kept(KeepTogether):
    """Flowables kept together, the space above a title that begins them counted."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__(list(content))
        self._flowing = list(content)

    @override
    def getSpaceBefore(self) -> float:
        spaces = (
            each.getSpaceBefore() for each in self._flowing if not isinstance(each, CondPageBreak)
        )
        return next(spaces, 0)


class KeptIfClose(Kept):
    """Flowables kept together, unless more than half a page would be left empty."""

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        if aH > _HALF_A_PAGE:
            return list(self._flowing)
        kept: list[Flowable] = super().split(aW, aH)
        return kept
