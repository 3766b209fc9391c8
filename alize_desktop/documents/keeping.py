"""Content kept on one page, as long as that does not leave a third of a page empty."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether
from reportlab.platypus.doctemplate import NullActionFlowable
from typing_extensions import override

from alize_desktop.documents.frame import BOTTOM, PAGE_HEIGHT, TOP

_THIRD_OF_A_PAGE: Final = (PAGE_HEIGHT - TOP - BOTTOM) / 3


class Kept(KeepTogether):
    """Flowables kept together, the space above a title that begins them counted.

    What is kept together inside is measured for what it holds: kept flowables tell no
    height of their own, and would never seem to fit.

    Attributes:
        flowing: The content as it was given, to be laid out piece by piece.
    """

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__(list(_leaves(content)))
        self.flowing = list(content)

    @override
    def getSpaceBefore(self) -> float:
        spaces = (
            each.getSpaceBefore() for each in self.flowing if not isinstance(each, CondPageBreak)
        )
        return next(spaces, 0)


class KeptIfClose(Kept):
    """Flowables kept together, unless more than a third of a page would be left empty."""

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        if aH > _THIRD_OF_A_PAGE:
            return [NullActionFlowable(), *self.flowing]  # what comes first must fit as it is
        kept: list[Flowable] = super().split(aW, aH)
        return kept


def _leaves(content: Sequence[Flowable]) -> Iterator[Flowable]:
    for each in content:
        if isinstance(each, Kept):
            yield from _leaves(each.flowing)
        else:
            yield each
