"""The bank of standard sentences: chosen from a list, written where the cursor is."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.rules.templates import BlockKind, fill
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Level, label

_SENTENCE: Final = Qt.ItemDataRole.UserRole


def sentences_of(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the sentences of the template under their headings: (heading, sentences).

    Args:
        text: A template without fields.
    """
    found: dict[str, list[str]] = {}
    heading = ""
    for block in fill(text, {}, {}):
        if block.kind is BlockKind.HEADING:
            heading = block.text
        else:
            found.setdefault(heading, []).append(block.text)
    return tuple((each, tuple(said)) for each, said in found.items())


def nearest_first(
    groups: tuple[tuple[str, tuple[str, ...]], ...], heading: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sentences of a place before the others."""
    yield from (each for each in groups if each[0] == heading)
    yield from (each for each in groups if each[0] != heading)


class _Sentences(QListWidget):
    """Sentences under their headings; Enter takes one."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self.itemDoubleClicked.connect(self._take)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Take the sentence that is chosen."""
        if self.currentItem() is not None:
            self._take(self.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(_SENTENCE):
            self.taken.emit(item.data(_SENTENCE))


class SentenceBank(QDialog):
    """Lets a sentence be chosen.

    Args:
        text: The template of standard sentences.
        heading: Place that is being written: its sentences come first.
        parent: Window that it is about.

    Signals:
        chosen: Arg: the sentence.
    """

    chosen = Signal(object)

    def __init__(self, text: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sentence_bank")
        self.setWindowTitle(self.tr("Phrases types"))
        self.resize(scaled(640), scaled(480))
        self.list = _Sentences()
        self.list.setAccessibleName(self.tr("Phrases types"))
        self._fill(nearest_first(sentences_of(text), heading))
        hint = self.tr("Ces phrases se changent dans l’écran Modèles.")
        insert = KeyButton(self.tr("Insérer"), "Return", Kind.PRIMARY, handles_key=False)
        insert.clicked.connect(lambda *_: self.list.take())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        column.setSpacing(SPACE.related)
        column.addWidget(self.list, 1)
        column.addWidget(label(hint, Level.SMALL))
        column.addWidget(insert, alignment=Qt.AlignmentFlag.AlignRight)
        self.list.taken.connect(self._on_taken)
        self.list.setFocus()

    def _fill(self, groups: Iterator[tuple[str, tuple[str, ...]]]) -> None:
        for heading, sentences in groups:
            title = QListWidgetItem(heading)
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            title.setFont(font(TYPE.small, QFont.Weight.DemiBold))
            if heading:
                self.list.addItem(title)
            for each in sentences:
                item = QListWidgetItem(each)
                item.setData(_SENTENCE, each)
                self.list.addItem(item)
                if self.list.currentRow() < 0:
                    self.list.setCurrentItem(item)

    def _on_taken(self, sentence: str) -> None:
        self.chosen.emit(sentence)
        self.close()
