"""A line of text with a list of what it may be: a choice is proposed, never imposed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from alize_desktop.ui.widgets.fields.text import TextField

_MOST: Final = 10


class SuggestField(TextField):
    """Proposes what is like the letters typed; the Down key shows every suggestion.

    Args:
        text: Label.
        suggestions: What is proposed; other texts are accepted too.
        read: Checks and tidies what is typed.
        show: How a value is shown.
        required: Whether an empty line is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        suggestions: Sequence[str] = (),
        *,
        read: Callable[[str], str] = str,
        show: Callable[[str], str] = str,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, read=read, show=show, required=required, hint=hint, parent=parent)
        self._names = QStringListModel(list(suggestions), self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(_MOST)
        self.completer.activated.connect(self._on_chosen)
        self.edit.setCompleter(self.completer)
        self.edit.installEventFilter(self)

    def suggestions(self) -> tuple[str, ...]:
        """Return what is proposed."""
        return tuple(self._names.stringList())

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Propose other texts. Emits nothing."""
        if tuple(suggestions) != self.suggestions():
            self._names.setStringList(list(suggestions))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_down = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        )
        if is_down and watched is self.edit and not self.edit.isReadOnly():
            self.completer.setCompletionPrefix("")
            self.completer.complete()
            return True
        return super().eventFilter(watched, event)

    @override
    def _on_editing_finished(self) -> None:
        """Read nothing while suggestions are shown: what is typed is not what is meant yet."""
        popup = self.completer.popup()
        if popup is None or not popup.isVisible():
            super()._on_editing_finished()

    def _on_chosen(self, text: str) -> None:
        self.edit.setText(text)  # before the line does it itself
        self.commit()
