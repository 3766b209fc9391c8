"""The fewest seats of each college that a quorum asks for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MemberCollege, RulesSetting
from alize_desktop.models.records.rules import CollegeMinimum
from alize_desktop.rules.rules_checks import LIMITS
from alize_desktop.ui.regulation.fields import ExplainedCheck, StepField
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.labels import college_label

_COLUMNS = 2


def colleges_text(minimums: Sequence[CollegeMinimum]) -> str:
    """Return the minimums as a person reads them."""
    told = [f"{college_label(each.college)} {each.seats}" for each in minimums]
    return ", ".join(told) or "—"


class CollegesField(Field[tuple[CollegeMinimum, ...]]):
    """A box to tick; then one number a college, 0 asking nothing."""

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._label.hide()
        self._value: tuple[CollegeMinimum, ...] = ()
        self.check = ExplainedCheck(text, hint=hint)
        self._numbers: dict[str, StepField] = {}
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self._grid.setContentsMargins(SPACE.group, 0, 0, 0)
        self._grid.setSpacing(SPACE.related)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.check)
        column.addWidget(self._grid_widget)
        self._adopt(self.check.box, whole)
        for college in MemberCollege:
            self._add(college.value)
        self._show_numbers(shown=False)
        self.check.edited.connect(self._on_checked)

    @override
    def value(self) -> tuple[CollegeMinimum, ...]:
        return self._value

    @override
    def set_value(self, value: tuple[CollegeMinimum, ...] | None) -> None:
        self._value = value or ()
        asked = {each.college: each.seats for each in self._value}
        for college in asked:
            if college not in self._numbers:
                self._add(college)
        for college, field in self._numbers.items():
            field.set_value(asked.get(college, 0))
        self.check.set_value(bool(self._value))
        self._show_numbers(shown=bool(self._value))

    @override
    def commit(self) -> bool:
        read = [each.commit() for each in self._numbers.values()]
        return all(read)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.check.set_read_only(read_only=read_only)
        for each in self._numbers.values():
            each.set_read_only(read_only=read_only)

    def number_of(self, college: str) -> StepField:
        """Return the number of one college."""
        return self._numbers[college]

    def _add(self, college: str) -> None:
        name = college_label(college)
        field = StepField(name, largest=LIMITS[RulesSetting.PER_COLLEGE][1])
        field.edit.setAccessibleName(self.tr("Minimum du collège {name}").format(name=name))
        row, column = divmod(len(self._numbers), _COLUMNS)
        self._grid.addWidget(field, row, column)
        self._numbers[college] = field
        field.edited.connect(lambda _value: self._on_numbers())

    def _show_numbers(self, *, shown: bool) -> None:
        show_if(self._grid_widget, shown=shown)

    def _on_checked(self, is_checked: object) -> None:
        self._show_numbers(shown=bool(is_checked))
        self._on_numbers()

    def _on_numbers(self) -> None:
        wanted = tuple(
            CollegeMinimum(college, field.value() or 0)
            for college, field in self._numbers.items()
            if self.check.value() and field.value()
        )
        if wanted != self._value:
            self._value = wanted
            self.edited.emit(wanted)
