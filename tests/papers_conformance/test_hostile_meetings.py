"""500 meetings of hostile texts: their papers are made, within their margins, names readable.

Every text of a meeting is random, the same at each run; each meeting makes the paper whose
turn it is, so that each kind is made some thirty times. What is looked at is the ink that
PDFium finds on each page. An accent that stands over nothing has no width of its own: it may
hang a little beyond the end of its line.
"""

import random
import re
import unicodedata

import pytest
from PySide6.QtPdf import QPdfDocument
from reportlab.lib.units import mm

from alize_desktop.documents.frame import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TOP
from alize_desktop.documents.right_to_left import runs
from alize_desktop.documents.text import clean
from alize_desktop.services.work import drained
from tests.papers_conformance.hostile_papers import PAPERS, hostile_paper

pytestmark = pytest.mark.retold

MEETINGS, TOGETHER = 500, 25
CLOSE = 2.5
"""Points, under a millimetre: PDFium counts whole ones, and a space has two widths in two fonts."""

HEADER, FOOTER = 17 * mm, PAGE_HEIGHT - 16 * mm
SHOWN, PIECE = 100, 25
WORD = re.compile(r"[^\W\d_½]+")
TWICE = re.compile("([\u0300-\u036f])\\1+")
UNSEEN = re.compile(r"[\s\x00-\x1f\u00ad\ufffe-]")
"""What an extractor adds or drops where a line ends."""

POINTS = re.compile("[\u0591-\u05c7]")
"""Points of Hebrew letters: an extractor tells them before or after their letter."""


def squeezed(text):
    """Return a text without its spaces, and without how its accents are put together."""
    seen = POINTS.sub("", UNSEEN.sub("", text))
    apart = UNSEEN.sub("", unicodedata.normalize("NFKD", seen))
    return TWICE.sub(r"\1", unicodedata.normalize("NFKD", apart))


def is_outside(box, page):
    aside = box.left() < SIDE - CLOSE or box.right() > PAGE_WIDTH - SIDE + CLOSE
    is_running = box.top() > FOOTER or (page > 0 and box.bottom() < HEADER)
    low, high = TOP - CLOSE, PAGE_HEIGHT - BOTTOM + CLOSE
    return aside or not (is_running or (box.top() > low and box.bottom() < high))


def outside(read):
    """Return the page and the signs beyond the margins, on those pages where a line is."""
    found = []
    for page in range(read.pageCount()):
        text = read.getAllText(page)
        if any(is_outside(each.boundingRect(), page) for each in text.bounds()):
            found += [(page, sign) for sign in signs_outside(read, page, text.text())]
    return found


def signs_outside(read, page, text):
    """Yield the signs that can be seen beyond the margins of a page."""
    for place, sign in enumerate(text):
        is_seen = not sign.isspace() and not unicodedata.combining(sign)
        boxes = read.getSelectionAtIndex(page, place, 1).bounds() if is_seen else ()
        if any(is_outside(each.boundingRect(), page) for each in boxes):
            yield sign


def pieces(name, told):
    """Return what must be found of a name: all of it, a long one by its first signs.

    A reader of PDF guesses anew the order of what stands on a line with words from right to
    left: where there are some, a name is looked for word by word.
    """
    shown = " ".join(clean(name).split())[:SHOWN]
    words = WORD.findall(" ".join(runs(shown))) if len(runs(told)) > 1 else [shown]
    wholes = [squeezed(each) for each in words]
    return [each[start : start + PIECE] for each in wholes for start in range(0, len(each), PIECE)]


@pytest.mark.parametrize("first", range(0, MEETINGS, TOGETHER))
def test_papers_of_hostile_meetings_are_whole(first, tmp_path):
    read, path = QPdfDocument(), tmp_path / "papier.pdf"
    for number in range(first, first + TOGETHER):
        luck = random.Random(number)  # noqa: S311 - a simulation
        steps, names = hostile_paper(number, luck)
        path.write_bytes(drained(steps))
        assert read.load(str(path)) is QPdfDocument.Error.None_, number
        assert outside(read) == [], number
        told = squeezed("".join(read.getAllText(page).text() for page in range(read.pageCount())))
        for name in names:
            lost = [each for each in pieces(name, told) if each not in told]
            assert lost == [], (number, name)
    read.close()


def test_verapdf_accepts_hostile_papers(tmp_path, verapdf):
    checks = []
    for number in range(len(PAPERS)):
        path = tmp_path / f"{number}.pdf"
        luck = random.Random(number)  # noqa: S311 - a simulation
        path.write_bytes(drained(hostile_paper(number, luck)[0]))
        checks += [("2a", path), ("ua1", path)]
    assert verapdf(checks) == {}
