"""Adding a recusal announced in the room: who, then why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.picker import MemberPicker
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label, set_role


class RecusalForm(QWidget):
    """Asks for a member, then for the reason; Enter goes on, Escape gives up.

    Signals:
        filled: Args: the ``Member``, the reason.
        cancelled: Escape was pressed.
    """

    filled = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member: Member | None = None
        self._is_asked_again = False
        self._picker = MemberPicker(self.tr("Qui se déporte ?"), "recused")
        self._who = label("", Level.HEADING, wraps=True)
        self._reason = TextField(
            self.tr("Motif du déport"),
            placeholder=self.tr("par exemple : parente du dirigeant"),
        )
        self._reason.edit.setObjectName("recusal_reason")
        self._reason.edit.installEventFilter(self)
        second = QWidget()
        lines = column(second)
        lines.addWidget(self._who)
        lines.addWidget(self._reason)
        self._hint = label("", Level.SMALL, wraps=True)
        self._hint.setObjectName("recusal_hint")
        lines.addWidget(self._hint)
        lines.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._picker)
        self._stack.addWidget(second)
        whole = column(self)
        whole.addWidget(self._stack, 1)
        self._reason.edit.textEdited.connect(self._on_typed)
        self._picker.picked.connect(self._on_picked)
        self._picker.cancelled.connect(self.cancelled)

    def ask(self, members: Sequence[Member]) -> None:
        """Begin with who, among some members."""
        self._member = None
        self._reason.set_value("")
        self._stack.setCurrentIndex(0)
        self._picker.ask(self.tr("Qui se déporte ?"), members)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Enter and Escape: where the keyboard goes next, they must not act again."""
        if watched is self._reason.edit and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if pressed:
                    self._on_entered()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if pressed:
                    self.cancelled.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_picked(self, member: Member) -> None:
        self._member = member
        self._who.setText(full_name(member))
        self._stack.setCurrentIndex(1)
        self._on_typed()
        self._reason.focus_control()

    def _on_entered(self) -> None:
        """Go on; without a reason, at the second press only: it may still be typed."""
        reason = self._reason.edit.text().strip()
        if not reason and not self._is_asked_again:
            self._is_asked_again = True
            self._hint.setText(
                self.tr("Pas de motif : écrivez-le, ou Entrée encore une fois pour s’en passer.")
            )
            set_role(self._hint, Role.WAITING)
        elif self._member is not None:
            self.filled.emit(self._member, reason)

    def _on_typed(self, *_text: object) -> None:
        self._is_asked_again = False
        self._hint.setText(self.tr("Entrée enregistre le déport, Échap revient en arrière."))
        set_role(self._hint, None)
