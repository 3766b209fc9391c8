"""The top of the right zone: what the room sees, and what is asked of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.room import RoomControls
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.thumbnail import RoomThumbnail
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.keys import key_name
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill

_KEYS = {
    "room.black": "B",
    "room.applicant": "I",
    "room.freeze": "F",
    "room.private": "Ctrl+Shift+H",
}
_MOST_WORDS = 4
_TWO_LINES = 274
"""Width from which the buttons with all their keys take two lines, at 100 %."""


class RoomCard(QWidget):
    """The thumbnail of the room, and the buttons of what is asked most.

    Signals:
        asked: A button was clicked. Arg: identifier of the action.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[str] = frozenset()
        self._thumbnail = RoomThumbnail()
        texts = {
            "room.black": self.tr("Noir"),
            "room.applicant": self.tr("Porteur"),
            "room.freeze": self.tr("Figer"),
            "room.private": self.tr("Huis clos"),
        }
        self._buttons = {name: self._button(name, text) for name, text in texts.items()}
        self._buttons["room.private"].setToolTip(key_name(_KEYS["room.private"]))
        self._buttons["room.applicant"].setToolTip(
            self.tr("Le porteur de projet est dans la salle")
        )
        lines = column(self, gap=8)
        self._pills = [Pill() for _word in range(_MOST_WORDS)]
        head = FlowLayout(spacing=scaled(6))
        title = label(self.tr("La salle voit"), Level.CAPTION)
        title.setFixedHeight(self._pills[0].sizeHint().height())
        head.addWidget(title)
        for pill in self._pills:
            head.addWidget(pill)
        lines.addLayout(head)
        lines.addWidget(self._thumbnail)
        keys = FlowLayout(spacing=scaled(6))
        for each in self._buttons.values():
            keys.addWidget(each)
        lines.addLayout(keys)

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the room shows, or would show if its window were open."""
        self._thumbnail.show_picture(picture)

    def show_open(self, *, is_open: bool) -> None:
        """Say whether the window of the room is open."""
        self._thumbnail.show_open(is_open=is_open)

    def show_controls(self, controls: RoomControls, *, is_frozen: bool) -> None:
        """Say how the room stands."""
        words = [(self.tr("SUIT"), Role.GOOD, Shape.DISC)]
        if is_frozen:
            words = [(self.tr("FIGÉ"), Role.WAITING, Shape.SQUARE)]
        elif controls.layout is not None:
            words = [(self.tr("CHOISI"), Role.WAITING, Shape.DIAMOND)]
        if controls.is_black:
            words.append((self.tr("Noir"), Role.NEUTRAL, Shape.NONE))
        if controls.is_private:
            words.append((self.tr("Huis clos"), Role.RECUSAL, Shape.NONE))
        if controls.applicant_present:
            words.append((self.tr("Porteur présent"), Role.PRIMARY, Shape.NONE))
        self._thumbnail.show_words(tuple(text for text, *_look in words), words[0][1])
        words += [("", Role.NEUTRAL, Shape.NONE)] * (_MOST_WORDS - len(words))
        for pill, state in zip(self._pills, words, strict=True):
            pill.set_state(*state)
        states = (controls.is_black, controls.applicant_present, is_frozen, controls.is_private)
        for button, is_on in zip(self._buttons.values(), states, strict=True):
            button.setChecked(is_on)

    def show_keys(self, taken: frozenset[str]) -> None:
        """Show the key of each button, unless the step takes that letter itself."""
        self._taken = taken
        self._show_keys()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys that act; the long one only where it leaves two lines of buttons."""
        is_narrow = self.width() < scaled(_TWO_LINES)
        for name, key in _KEYS.items():
            is_hidden = key in self._taken or (is_narrow and "+" in key)
            self._buttons[name].set_key("" if is_hidden else key)

    def _button(self, name: str, text: str) -> ActionButton:
        made = ActionButton(text, _KEYS[name])
        made.setObjectName(name)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(partial(self._on_clicked, name))
        return made

    def _on_clicked(self, name: str, *_checked: bool) -> None:
        self.asked.emit(name)
