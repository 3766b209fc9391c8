"""Looking for words in the text of a PDF: a line, how many were found, the next one."""

from PySide6.QtCore import QModelIndex, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, Level, label, set_role
from alize_desktop.wording.names import counted

_PAUSE = 200
"""Milliseconds without a key before what is typed is looked for."""


class SearchBar(QFrame):
    """Hidden until it is asked for.

    Args:
        document: Where words are looked for.
        view: Where they are shown.
        parent: Parent widget.

    Signals:
        closed: It was hidden by a person.
    """

    closed = Signal()

    def __init__(
        self, document: QPdfDocument, view: QPdfView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.RAISED.value)
        self._view = view
        self._at = -1
        self._model = QPdfSearchModel(self)
        self._model.setDocument(document)
        view.setSearchModel(self._model)
        self._settled = QTimer(self, singleShot=True, interval=_PAUSE)
        self.line = QLineEdit()
        self.line.setObjectName("preview_search")
        self.line.setAccessibleName(self.tr("Chercher dans le papier"))
        self.line.setPlaceholderText(self.tr("Chercher dans le papier"))
        self._found = label("", Level.SOFT)
        self._found.setObjectName("preview_found")
        self._lay_out()
        self.line.textEdited.connect(lambda _text: self._settled.start())
        self._settled.timeout.connect(self.look)
        self._model.countChanged.connect(self._on_count_changed)
        self.hide()

    @property
    def hits(self) -> int:
        """How many times the words were found so far."""
        return self._model.rowCount(QModelIndex())

    def open(self) -> None:
        """Show the line, what is typed selected."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def look(self) -> None:
        """Look for what is typed, from the first page."""
        self._settled.stop()
        text = self.line.text().strip()
        if text != self._model.searchString():
            self._at = -1
            self._model.setSearchString(text)
        self._tell()

    def go(self, step: int) -> None:
        """Show the next place, or the one before; after the last comes the first."""
        self.look()
        if not self.hits:
            return
        start = -1 if step > 0 and self._at < 0 else self._at
        self._show((start + step) % self.hits)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def shut(self) -> None:
        """Hide the line and what was found."""
        self.line.clear()
        self.look()
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.card, SPACE.related, SPACE.card, SPACE.related)
        row.setSpacing(SPACE.related)
        row.addWidget(self.line, 1)
        row.addWidget(self._found)
        for text, key, name, step in (
            (self.tr("Précédent"), "Shift+F3", "preview_hit_before", -1),
            (self.tr("Suivant"), "F3", "preview_hit_next", 1),
        ):
            button = KeyButton(text, key, Kind.GHOST)
            button.setObjectName(name)
            button.clicked.connect(lambda *_, by=step: self.go(by))
            row.addWidget(button)

    def _show(self, number: int) -> None:
        self._at = number
        link = self._model.resultAtIndex(number)
        self._view.setCurrentSearchResultIndex(number)
        place = link.location() - QPointF(0, 80)
        self._view.pageNavigator().jump(link.page(), place)
        self._tell()

    def _on_count_changed(self, *_count: int) -> None:
        if self.hits and self._at < 0:
            self._show(0)
        self._tell()

    def _tell(self) -> None:
        has_typed = bool(self._model.searchString())
        if self.hits:
            words = self.tr("{number} sur {found}")
            found = counted(self.hits, self.tr("résultat"))
            self._found.setText(words.format(number=self._at + 1, found=found))
        else:
            self._found.setText(self.tr("Aucun résultat") if has_typed else "")
        set_role(self._found, Role.BAD if has_typed and not self.hits else None)
