"""« Tous présents sauf… »: the numbers of those who are not there, in one line."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.keys import as_digits
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.people import short_name
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.names import list_text

NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GOING_ON: Final = (*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_ALLOWED: Final = re.compile(r"[\d\s,;.]*", re.ASCII)


class _Line(QLineEdit):
    """A line where Enter ends the list; an empty one lets the meeting go on.

    Signals:
        entered: The list is ended.
        passed: Enter, Space or the key of a remote, while the line is empty.
        given_up: Escape was pressed.
    """

    entered = Signal()
    passed = Signal()
    given_up = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _GOING_ON and is_plain and not self.text():
            self.passed.emit()
        elif event.key() in _ENTER and is_plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif as_digits(event.text()) != event.text():
            self.insert(as_digits(event.text()))
        elif _ALLOWED.fullmatch(event.text()) or not event.text().isprintable():
            super().keyPressEvent(event)


class ExceptLine(QWidget):
    """Asks for seat numbers; says whose they are before anything is written.

    Signals:
        entered: Everybody not called is present but these. Arg: members.
        passed: Everybody is present, and the roll is over.
        changed: Other numbers are typed.
        cancelled: Escape was pressed.
    """

    entered = Signal(object)
    passed = Signal()
    changed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: dict[int, Member] = {}
        self.line = _Line()
        self.line.setObjectName("except_line")
        self.line.setPlaceholderText(self.tr("par exemple 3 12, puis Entrée ; Entrée seule : tous"))
        self._who = label("", Level.HEADING, wraps=True)
        self._who.setObjectName("except_names")
        self._otherwise = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self._otherwise.setObjectName("except_otherwise")
        whole = column(self, gap=8)
        self._question = label("", Level.STRONG)
        self.show_everybody(self.tr("Tous présents"))
        whole.addWidget(self._question)
        whole.addWidget(self.line)
        whole.addWidget(self._who)
        whole.addWidget(self._otherwise)
        whole.addStretch(1)
        self.line.textChanged.connect(self._on_typed)
        self.line.entered.connect(self.enter)
        self.line.passed.connect(self.passed)
        self.line.given_up.connect(self.cancelled)

    def show_everybody(self, everybody: str) -> None:
        """Say of all at once that they are present, or that they answered."""
        self._everybody = everybody
        question = self.tr("{everybody}, sauf les numéros").format(everybody=everybody)
        self._question.setText(question)
        self.line.setAccessibleName(question)

    def ask(self, members: Sequence[Member], otherwise: AbstractSet[UUID] = frozenset()) -> None:
        """Ask for some of those who are not called yet, and take the keyboard.

        Args:
            members: Who is not called yet.
            otherwise: Who announced something else than to be present.
        """
        told = [f"{each.seat} {short_name(each)}" for each in members if each.id in otherwise]
        self._otherwise.setText(
            self.tr("Ont annoncé autre chose : {names}").format(names=list_text(told))
        )
        self._otherwise.setVisible(bool(told))
        self._members = {each.seat: each for each in members}
        self.line.clear()
        self._on_typed("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> int:
        """Return how many are not there; -1 while a number is nobody's."""
        return -1 if self._unknown() else len(set(self._numbers()))

    def enter(self) -> None:
        """End the list, as Enter does."""
        if not self._unknown():
            self.entered.emit([self._members[each] for each in self._numbers()])

    def _numbers(self) -> list[int]:
        return [int(each) for each in re.findall(r"\d+", self.line.text())]

    def _unknown(self) -> list[int]:
        return [each for each in self._numbers() if each not in self._members]

    def _on_typed(self, _text: str) -> None:
        unknown = self._unknown()
        names = [short_name(self._members[each]) for each in self._numbers() if each not in unknown]
        if unknown:
            text = self.tr("Personne à appeler n’a le numéro {number}.").format(number=unknown[-1])
        elif names:
            text = self.tr("{everybody} sauf {names}.")
            text = text.format(everybody=self._everybody, names=list_text(names))
        else:
            text = f"{self._everybody}."
        self._who.setText(text)
        set_role(self._who, Role.BAD if unknown else None)
        self.changed.emit()
