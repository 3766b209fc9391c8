"""A vote and its decision stay together, but never at the price of a third of a page."""

from io import BytesIO

import pytest
from reportlab.lib.units import mm
from reportlab.platypus import SimpleDocTemplate, Spacer
from reportlab.platypus.flowables import Flowable

from alize_desktop.documents.frame import BOTTOM, TOP
from alize_desktop.documents.keeping import Kept, KeptIfClose


class Block(Flowable):
    """A block that notes the page it is drawn on."""

    def __init__(self, height, pages):
        super().__init__()
        self.width, self.height, self.pages = 50, height, pages

    def draw(self):
        self.pages.append(self.canv.getPageNumber())


@pytest.mark.parametrize(
    ("before", "pages"),
    [
        (60, [1, 1, 1]),  # everything fits
        (110, [1, 1, 2]),  # more than a third of a page is left: it flows
        (150, [1, 2, 2]),
        (170, [2, 2, 2]),  # less than a third of a page is left: it waits for the next
    ],
)
def test_content_is_kept_together_unless_a_third_of_a_page_is_left(before, pages):
    drawn = []
    blocks = [Block(60 * mm, drawn) for _each in range(3)]
    paper = SimpleDocTemplate(BytesIO(), topMargin=TOP, bottomMargin=BOTTOM)
    paper.build([Spacer(1, before * mm), KeptIfClose(blocks)])
    assert drawn == pages


def test_what_is_kept_inside_counts_for_its_height():
    drawn = []
    blocks = [Block(20 * mm, drawn) for _each in range(3)]
    paper = SimpleDocTemplate(BytesIO(), topMargin=TOP, bottomMargin=BOTTOM)
    paper.build([Spacer(1, 175 * mm), KeptIfClose([blocks[0], Kept(blocks[1:])])])
    assert drawn == [1, 1, 1]
