"""A dialog that asks a few things, writes them, and stays open while they are refused."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import BodyArea
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of

_WIDTH: Final = 560
_FRAME: Final = QSize(16, 48)
"""What the system draws around a window, at most."""


class FormDialog(QDialog):
    """A heading, a form and two buttons. A subclass fills the form and says what to write.

    It is never larger than the screen: the form scrolls then, what is refused and the
    buttons stay in sight.

    Open it with ``open``; it forgets itself when it is closed.

    Args:
        title: Title of its window, and its heading.
        action: Label of the button that writes, a verb.
        parent: Window that it is asked from.
        sentence: What the heading does not say; empty for nothing.
        kind: ``DANGER`` for what cannot be taken back.

    Attributes:
        form: Fields, laid out in the order they are added.
        action: The button that writes.

    Signals:
        written: It is written. Arg: the ``Changes``.
    """

    written = Signal(object)

    def __init__(
        self,
        title: str,
        action: str,
        parent: QWidget | None = None,
        *,
        sentence: str = "",
        kind: Kind = Kind.PRIMARY,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(_WIDTH))
        self.form = FieldForm()
        self.author: TextField | None = None
        self._keep_author: Callable[[str], None] | None = None
        self._refusal = label("", Level.STRONG, wraps=True, role=Role.BAD)
        self._refusal.setObjectName("dialog_refusal")
        self._refusal.hide()
        self._sentence = label(sentence, Level.SOFT, wraps=True)
        show_if(self._sentence, shown=bool(sentence))
        self.action = KeyButton(action, "Ctrl+Return", kind)
        self.action.setObjectName("dialog_action")
        self.action.clicked.connect(self._on_confirmed)
        self._lay_out(title)

    def ask_author(self, author: str, keep: Callable[[str], None]) -> None:
        """Ask « Saisi par », after the other fields.

        Args:
            author: The last answer, proposed.
            keep: Remembers the answer once it is written.
        """
        self.author = self.form.add(TextField(self.tr("Saisi par"), required=True))
        self.author.setObjectName("author")
        self.author.set_value(author)
        self._keep_author = keep

    def author_text(self) -> str:
        """Return the answer to « Saisi par », empty when it is not asked."""
        return self.author.value() if self.author else ""

    def write(self) -> Changes:
        """Write what the form holds, each of its fields being good.

        Raises:
            UserError: It is refused: the dialog says why and stays open.
        """
        raise NotImplementedError

    def question(self) -> tuple[str, str] | None:
        """Return what is asked before writing what cannot be taken back, and its detail."""
        return None

    def refusal(self) -> str:
        """Return why it was not written; empty while nothing was refused."""
        return self._refusal.text()

    @override
    def open(self) -> None:
        self._fit()
        super().open()
        fields = self.form.fields()
        if fields:
            fields[0].focus_control()
            fields[0].select_all()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write at Enter, wherever the keyboard is but on another button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = focused if isinstance(focused, KeyButton) else self.action
        button.click()

    def _lay_out(self, title: str) -> None:
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.action)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.card)
        inside.addWidget(self._sentence)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self._body = BodyArea(content)
        self._body.grown.connect(self._fit_if_shown)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(title, Level.HEADING, wraps=True))
        column.addWidget(self._body, 1)
        column.addWidget(self._refusal)
        column.addLayout(buttons)

    def _fit(self) -> None:
        """Take the room that the form asks for, as far as the screen has it."""
        room = self.screen().availableSize() - _FRAME
        before = self.size() if self.isVisible() else QSize()
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        width = max(self.minimumWidth(), self.minimumSizeHint().width(), before.width())
        width = min(width, room.width())
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        if not self.isVisible():
            self.form.settle(inner)
        self._body.settle(inner)
        height = max(self._column.totalHeightForWidth(width), before.height())
        self.resize(width, min(height, room.height()))

    def _fit_if_shown(self) -> None:
        if self.isVisible():
            self._fit()

    def _on_confirmed(self, *_checked: bool) -> None:
        self._tell("")
        if not self.form.commit():
            self._body.ensureWidgetVisible(self.focusWidget())
            return
        asked = self.question()
        if asked is None:
            self._write()
        else:
            confirm(self, asked[0], self.action.label(), self._write, detail=asked[1])

    def _write(self) -> None:
        try:
            changes = self.write()
        except UserError as error:
            self._tell(message_of(error))
            return
        if self._keep_author is not None:
            self._keep_author(self.author_text())
        self.accept()
        self.written.emit(changes)

    def _tell(self, refusal: str) -> None:
        self._refusal.setText(refusal)
        show_if(self._refusal, shown=bool(refusal))
        self._fit_if_shown()
