"""The conditions of an approval: a text, when it must be met, by which day."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ConditionKind
from alize_desktop.models.records.decisions import Condition
from alize_desktop.ui.committee.due_field import DueField
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.type_ahead import TypeAhead
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.standard_texts import STANDARD_CONDITIONS


class ConditionRow(QWidget):
    """One condition being written: its text, Enter, its due date, Enter.

    Signals:
        changed: Something was typed or chosen.
        removal_asked: Take this condition away.
        finished: Enter was pressed on the due date.
    """

    changed = Signal()
    removal_asked = Signal()
    finished = Signal()

    def __init__(self, number: int, day: date, parent: QWidget | None = None) -> None:
        """Make an empty condition.

        Args:
            number: Its number, from 1.
            day: Day of the meeting, which delays are counted from.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._text = TextField(self.tr("Condition {number}").format(number=number))
        kinds = [(kind, word(kind)) for kind in ConditionKind]
        self._kind: ChoiceField[ConditionKind] = ChoiceField(self.tr("Nature"), kinds, empty=None)
        self._kind.set_value(ConditionKind.PRECEDENT)
        self._due = DueField(self.tr("Avant le"), day)
        self._text.edit.setObjectName(f"condition_text_{number}")
        self._kind.box.setObjectName(f"condition_kind_{number}")
        self._due.edit.setObjectName(f"condition_due_{number}")
        remove = ActionButton(self.tr("Retirer"), kind=Kind.GHOST)
        remove.setObjectName(f"condition_remove_{number}")
        remove.clicked.connect(self.removal_asked)
        texts = [text for text, _kind in STANDARD_CONDITIONS]
        self._proposed = TypeAhead(self._text.edit, texts, f"condition_proposed_{number}")
        self._proposed.taken.connect(self._on_taken)
        self._proposed.entered.connect(self._on_text_entered)
        self._due.edit.installEventFilter(self)
        first, second = row(), row()
        first.addWidget(self._text, 1)
        second.addWidget(self._kind, 3)
        second.addWidget(self._due, 2)
        lines = column(self, gap=8)
        lines.addLayout(first)
        lines.addWidget(self._proposed)
        lines.addLayout(second)
        # last in the chain of Tab: Tab then Space must not take the condition away
        first.addWidget(remove, alignment=Qt.AlignmentFlag.AlignBottom)
        for signal in (self._text.edited, self._kind.edited, self._due.edited):
            signal.connect(self._on_edited)
        self._text.edit.textEdited.connect(self._on_edited)

    def condition(self) -> Condition | None:
        """Return the condition as it is typed; None while its text is empty."""
        text = self._text.edit.text().strip()
        kind = self._kind.value() or ConditionKind.PRECEDENT
        return Condition(text, kind, self._due.value()) if text else None

    def problem(self) -> str:
        """Return the sentence of a refused date, or nothing."""
        self._due.commit()
        return self._due.error()

    def take_keyboard(self) -> None:
        """Let the text be typed."""
        self._text.focus_control()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Enter: where the keyboard goes next, it must not act again."""
        if watched is self._due.edit and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
                if event.type() == QEvent.Type.KeyPress:
                    self._on_due_entered()
                return True
        return super().eventFilter(watched, event)

    def _on_text_entered(self) -> None:
        self._due.focus_control()
        self.changed.emit()

    def _on_due_entered(self) -> None:
        if self._due.commit():
            self.finished.emit()
        else:
            self.changed.emit()

    def _on_taken(self, text: str) -> None:
        self._text.set_value(text)
        self._kind.set_value(dict(STANDARD_CONDITIONS)[text])
        self._due.focus_control()
        self.changed.emit()

    def _on_edited(self, *_value: object) -> None:
        self.changed.emit()


class ConditionsEditor(QWidget):
    """The list of conditions; empty ones are forgotten.

    Signals:
        changed: The list changed.
        finished: Enter was pressed on the due date of a condition.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date.min
        self._rows: list[ConditionRow] = []
        self._frames: list[QFrame] = []
        self._made = 0
        self._lines = column(self, gap=8)

    def count_from(self, day: date) -> None:
        """Count the delays of further conditions from a day."""
        self._day = day

    def add(self) -> None:
        """Add an empty condition and let it be typed."""
        self._made += 1
        made = ConditionRow(self._made, self._day)
        box = frame(Ground.CARD)
        inside = column(box, margin=12)
        inside.addWidget(made)
        self._rows.append(made)
        self._frames.append(box)
        self._lines.addWidget(box)
        made.changed.connect(self.changed)
        made.finished.connect(self.finished)
        made.removal_asked.connect(lambda: self._remove(made))
        box.show()
        made.take_keyboard()

    def conditions(self) -> tuple[Condition, ...]:
        """Return the conditions that have a text."""
        found = (each.condition() for each in self._rows)
        return tuple(each for each in found if each is not None)

    def problem(self) -> str:
        """Return the sentence of the first refused date, or nothing."""
        return next((text for each in self._rows if (text := each.problem())), "")

    def clear(self) -> None:
        """Forget every condition. Emits nothing."""
        self._made = 0
        for box in self._frames:
            box.hide()
            box.deleteLater()
        self._rows, self._frames = [], []

    def _remove(self, gone: ConditionRow) -> None:
        place = self._rows.index(gone)
        self._rows.pop(place)
        box = self._frames.pop(place)
        box.hide()
        box.deleteLater()
        self.changed.emit()
