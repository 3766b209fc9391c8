"""The help of a step: its page of the guide, and every key that acts there."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QTextBrowser, QWidget
from typing_extensions import override

from alize_desktop.paths import guide
from alize_desktop.ui.committee.actions import CommitteeAction
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.keys import KeyCap
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled

translate = QCoreApplication.translate

PAGES: Final[dict[str, str]] = {
    Step.OPENING: "ouverture",
    Step.ROLL_CALL: "appel",
    Step.QUORUM: "quorum",
    Step.BETWEEN: "ordre-du-jour",
    Step.STANDING: "ordre-du-jour",
    Step.PRESENTATION: "presentation",
    Step.RECUSALS: "deports",
    Step.DELIBERATION: "deliberation",
    Step.BALLOT: "vote",
    Step.RESULT: "resultat",
    Step.CORRECTION: "resultat",
    Step.COUNTER_PROPOSAL: "resultat",
    Step.DECISION: "decision",
    Step.CLOSING: "levee",
    Step.CLOSED: "levee",
}
"""Page of the guide of each step, without its ending."""

_LINE: Final = 125
"""Height of a line, in hundredths of that of its letters."""

_PICTURE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a picture in the text of a page."""


def guide_page(step: str) -> Path | None:
    """Return the page of the guide of a step; None when there is none."""
    page = guide(PAGES.get(step, step))
    return page if page.is_file() else None


class GuidePage(QTextBrowser):
    """Shows a page of the guide; its links to other pages open them here."""

    def __init__(self, page: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_page")
        self.setAccessibleName(translate("help", "Guide"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)
        self._folder = page.parent
        self._read(page)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture no wider than the page; the rest as Qt does."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = name.toLocalFile() if isinstance(name, QUrl) else str(name)
        relative = path or (name.path() if isinstance(name, QUrl) else "")
        picture = QImage(str(self._folder / relative))
        room = max(self.viewport().width() - 24, scaled(320))
        if picture.width() > room:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(room, smooth)
        return picture

    def _read(self, page: Path) -> None:
        self.setMarkdown(page.read_text(encoding="utf-8"))
        block = self.document().begin()
        while block.isValid():
            _let_breathe(QTextCursor(block))
            block = block.next()

    def _on_link(self, link: QUrl) -> None:
        page = self._folder / link.path()
        if link.isRelative() and page.suffix == ".md" and page.is_file():
            self._read(page)


def _let_breathe(cursor: QTextCursor) -> None:
    """Put space around a paragraph or a heading, which Markdown leaves without any."""
    block = cursor.blockFormat()
    is_first = cursor.block().blockNumber() == 0
    block.setTopMargin(scaled(14) if block.headingLevel() and not is_first else 0)
    block.setBottomMargin(scaled(2 if cursor.currentList() else 6))
    if _PICTURE not in cursor.block().text():  # a picture is as high as it is
        block.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(block)


def show_help(
    parent: QWidget, title: str, actions: Sequence[CommitteeAction], page: Path | None = None
) -> QDialog:
    """Open the help of a step and return at once.

    Args:
        parent: Window.
        title: Name of the step.
        actions: What can be done, in groups; an action without text is not listed.
        page: Page of the guide, if there is one.
    """
    box = QDialog(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("help", "Aide"))
    box.setObjectName("keys_help")
    whole = column(box, gap=16, margin=24)
    whole.addWidget(label(title, Level.HEADING))
    across = row(gap=24)
    if page is not None:
        across.addWidget(GuidePage(page), 3)
    keys = scrolled(_keys(actions))
    keys.setMinimumWidth(scaled(320))
    across.addWidget(keys, 1)
    whole.addLayout(across, 1)
    close = KeyButton(translate("help", "Fermer"), "Esc", Kind.PRIMARY, handles_key=False)
    close.clicked.connect(box.accept)
    whole.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
    width = scaled(1320 if page else 560)
    box.resize(min(width, parent.width() - 40), min(scaled(720), parent.height() - 60))
    box.open()
    return box


def _listed(actions: Sequence[CommitteeAction]) -> list[CommitteeAction]:
    """Return the actions that a key does now: the step comes before the window."""
    taken: set[str] = set()
    listed = []
    for each in actions:
        if each.text and each.key and each.key not in taken:
            listed.append(each)
        taken.update(each.shortcuts)
    return listed


def _keys(actions: Sequence[CommitteeAction]) -> QWidget:
    content = QWidget()
    lines = column(content, gap=8)
    for group, members in groupby(_listed(actions), key=lambda each: each.group):
        lines.addWidget(label(group or translate("help", "À cette étape"), Level.CAPTION))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, scaled(112))
        for line, each in enumerate(members):
            grid.addWidget(KeyCap(each.key), line, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(each.text, wraps=True), line, 1)
        lines.addLayout(grid)
        lines.addSpacing(scaled(8))
    lines.addStretch(1)
    return content
