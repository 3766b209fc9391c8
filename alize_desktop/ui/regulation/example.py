"""The figures of an example meeting, each with its number to type or to step."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.rules import ExampleMeeting
from alize_desktop.ui.regulation.fields import StepField
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.flow import FlowLayout

_MOST = 200
_WIDTH = 126


class ExampleForm(QWidget):
    """Shows an example meeting; each keystroke makes another.

    Signals:
        edited: A figure changed. Arg: the ``ExampleMeeting``.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example = ExampleMeeting()
        self._numbers = {
            "in_office": StepField(self.tr("Membres en exercice"), smallest=1, largest=_MOST),
            "votes_for": StepField(self.tr("Pour"), largest=_MOST),
            "present": StepField(self.tr("Présents dans la salle"), largest=_MOST),
            "votes_against": StepField(self.tr("Contre"), largest=_MOST),
            "remote": StepField(self.tr("À distance"), largest=_MOST),
            "abstentions": StepField(self.tr("Abstentions"), largest=_MOST),
            "proxies": StepField(self.tr("Pouvoirs reçus"), largest=_MOST),
            "recused": StepField(self.tr("Déports"), largest=_MOST),
        }
        self._chair: ChoiceField[bool] = ChoiceField(
            self.tr("La présidence vote"),
            ((True, self.tr("pour")), (False, self.tr("contre"))),
            empty=self.tr("s’abstient"),
        )
        self._lay_out()
        for name, field in self._numbers.items():
            field.edit.setObjectName(f"example_{name}")
            field.set_value(getattr(self._example, name))
            field.edited.connect(lambda _value: self._on_edited())
        self._chair.box.setObjectName("example_chair")
        self._chair.set_value(self._example.chair_choice_for)
        self._chair.edited.connect(lambda _value: self._on_edited())

    def example(self) -> ExampleMeeting:
        """Return the meeting as typed so far."""
        return self._example

    def _lay_out(self) -> None:
        """Put who is there on the left, what they answer on the right, where there is room."""
        numbers = FlowLayout(spacing=12)
        for field in self._numbers.values():
            field.setMinimumWidth(scaled(_WIDTH))
            numbers.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(numbers)
        column.addWidget(self._chair)

    def _on_edited(self) -> None:
        read = {name: field.value() for name, field in self._numbers.items()}
        numbers = {name: value for name, value in read.items() if value is not None}
        example = replace(self._example, chair_choice_for=self._chair.value(), **numbers)
        if example != self._example:
            self._example = example
            self.edited.emit(example)
