"""A canvas that knows what each stroke is for.

All that is drawn is an artifact (rules, grounds, running lines), but what stands
between ``open_content`` and ``close_content``: that belongs to an element.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from alize_desktop.documents.tagging.structure import Annotation, Node, Structure

rl_config.useA85 = 0  # a file of bytes: letters would make it a quarter larger, and slower

_ARTIFACT: Final = "/Artifact BMC"
_END: Final = "EMC"


class TaggedCanvas(Canvas):
    """A canvas whose drawings are parts of a structure.

    Attributes:
        structure: What has been drawn so far.
    """

    _code: list[str]  # what reportlab's canvas calls them
    _annotationrefs: list[object]
    _doc: Any

    def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401  # reportlab's own
        super().__init__(*arguments, **settings)
        self.structure = Structure()
        self._hidden = 0

    def open_content(self, node: Node) -> None:
        """Draw a piece of ``node`` from here on; it gets its place if it had none."""
        if self._hidden:
            return
        self.structure.attach(node)
        number = self.structure.mark(node, self.getPageNumber() - 1)
        self._leave_artifact()
        self._code.append(f"/{node.role} <</MCID {number}>> BDC")

    def close_content(self) -> None:
        """End the piece that ``open_content`` began."""
        if not self._hidden:
            self._code += (_END, _ARTIFACT)

    @contextmanager
    def running(self, kind: Literal["Header", "Footer", "Watermark"]) -> Iterator[None]:
        """Draw what a page repeats; readers know it for such (ISO 14289-1, 7.8)."""
        self._leave_artifact()
        self._code.append(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")
        yield
        self._code += (_END, _ARTIFACT)

    def _leave_artifact(self) -> None:
        if self._code and self._code[-1] is _ARTIFACT:
            self._code.pop()  # nothing was drawn in it
        else:
            self._code.append(_END)

    def open_element(self, node: Node) -> None:
        """Make ``node`` the element that what follows is part of."""
        if not self._hidden:
            self.structure.open(node)

    def close_element(self) -> None:
        """Leave the element that ``open_element`` entered."""
        if not self._hidden:
            self.structure.close()

    def open_artifact(self) -> None:
        """Draw what is not to be read, whatever it is, from here on."""
        self._hidden += 1

    def close_artifact(self) -> None:
        """End what ``open_artifact`` began."""
        self._hidden -= 1

    @property
    def is_hidden(self) -> bool:
        """Return whether what is drawn now is not to be read."""
        return self._hidden > 0

    def add_to_outline(self, title: str, top: float) -> None:
        """Add a line that leads to ``top``, at the level of the heading drawn last."""
        outline = self._doc.outline
        key = f"outline-{len(outline.destinationnamestotitles)}"
        self.bookmarkHorizontal(key, 0, top)
        level = min(self.structure.part_level, outline.currentlevel + 1)
        self.addOutlineEntry(title, key, level, closed=True)

    def annotate(self, node: Node) -> None:
        """Make the annotation drawn last a part of ``node``."""
        place = len(self._annotationrefs) - 1
        node.kids.append(Annotation(self.getPageNumber() - 1, place))

    @override
    def showPage(self) -> None:
        self._code.insert(0, _ARTIFACT)
        self._code.append(_END)
        super().showPage()

    @override
    def save(self) -> None:
        for name in self._doc.fontMapping:
            if not getattr(getFont(name), "_dynamicFont", False):
                message = f"the font {name} would not be in the file"
                raise ValueError(message)
        super().save()


def tagged(canvas: Canvas) -> TaggedCanvas:
    """Return the canvas of a flowable, which is always one of ours."""
    if not isinstance(canvas, TaggedCanvas):
        message = "only drawn by a Document"
        raise TypeError(message)
    return canvas
