"""The conditions of an approval: a text, when it must be met, by which day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.models.enums import ConditionKind
from alize_desktop.models.records.decisions import Condition
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.wording.labels import label as word


class ConditionRow(QWidget):
    """One condition being written.

    Signals:
        changed: Something was typed or chosen.
        removal_asked: Take this condition away.
    """

    changed = Signal()
    removal_asked = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = TextField(self.tr("Condition {number}").format(number=number))
        kinds = [(kind, word(kind)) for kind in ConditionKind]
        self._kind: ChoiceField[ConditionKind] = ChoiceField(self.tr("Nature"), kinds, empty=None)
        self._kind.set_value(ConditionKind.PRECEDENT)
        self._due = DateField(self.tr("Avant le"))
        self._text.edit.setObjectName(f"condition_text_{number}")
        self._kind.box.setObjectName(f"condition_kind_{number}")
        self._due.edit.setObjectName(f"condition_due_{number}")
        remove = ActionButton(self.tr("Retirer"), kind=Kind.GHOST)
        remove.setObjectName(f"condition_remove_{number}")
        remove.clicked.connect(self.removal_asked)
        first, second = row(), row()
        first.addWidget(self._text, 1)
        first.addWidget(remove, alignment=Qt.AlignmentFlag.AlignBottom)
        second.addWidget(self._kind, 3)
        second.addWidget(self._due, 2)
        lines = column(self, gap=8)
        lines.addLayout(first)
        lines.addLayout(second)
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

    def _on_edited(self, *_value: object) -> None:
        self.changed.emit()


class ConditionsEditor(QWidget):
    """The list of conditions; empty ones are forgotten.

    Signals:
        changed: The list changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ConditionRow] = []
        self._frames: list[QFrame] = []
        self._made = 0
        self._lines = column(self, gap=8)

    def add(self) -> None:
        """Add an empty condition and let it be typed."""
        self._made += 1
        made = ConditionRow(self._made)
        box = frame(Ground.CARD)
        inside = column(box, margin=12)
        inside.addWidget(made)
        self._rows.append(made)
        self._frames.append(box)
        self._lines.addWidget(box)
        made.changed.connect(self.changed)
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
