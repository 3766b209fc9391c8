"""Every setting of the rules, each with its field; those that change nothing are hidden."""

from typing import Any, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.ui.regulation.catalogue import groups
from alize_desktop.ui.regulation.fields import ExplainedCheck
from alize_desktop.ui.regulation.setting import (
    USUAL_COUNT,
    USUAL_SHARE,
    Difference,
    Group,
    Setting,
    differences,
    rules_with,
    value_of,
)
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.visibility import show_if

_WHEN_NONE: Final[dict[str, Any]] = {
    "quorum.count": USUAL_COUNT,
    "majority.share": USUAL_SHARE,
}
"""What a field shows while its setting has no value."""

_ONE_COLUMN = 260
_TWO_COLUMNS_FROM = 500


class _GroupForm(FieldForm):
    """Fields in two columns, those that are hidden leaving no hole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._left_out: frozenset[QWidget] = frozenset()
        super().__init__(parent)

    def leave_out(self, fields: frozenset[QWidget]) -> None:
        """Hide some fields, and show the others."""
        for each in self.fields():
            show_if(each, shown=each not in fields)
        if fields != self._left_out:
            self._left_out = fields
            self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for one column only: two must never keep the page wider than its room."""
        return QSize(scaled(_ONE_COLUMN), super().minimumSizeHint().height())

    @override
    def _wanted_columns(self) -> int:
        return 2 if self.width() >= scaled(_TWO_COLUMNS_FROM) else 1

    @override
    def _lay_out(self) -> None:
        everything = self._cells
        self._cells = [cell for cell in everything if cell[0] not in self._left_out]
        super()._lay_out()
        self._cells = everything


class RulesForm(QWidget):
    """Shows rules, and says at each keystroke what they become.

    Signals:
        edited: A setting changed. Arg: the ``CommitteeRules``.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups()
        self._rules = CommitteeRules()
        self._is_editable = False
        self._settings: dict[str, Setting] = {}
        self._fields: dict[str, Field[Any]] = {}
        self._forms: list[_GroupForm] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        for group in self._groups:
            column.addWidget(self._made(group))

    def show_rules(self, rules: CommitteeRules, *, is_editable: bool) -> None:
        """Show rules, to be edited or only read. Emits nothing."""
        self._rules = rules
        self._is_editable = is_editable
        for name, field in self._fields.items():
            value = value_of(rules, name)
            field.set_value(_WHEN_NONE.get(name) if value is None else value)
        self._fit()

    def rules(self) -> CommitteeRules:
        """Return the rules as typed so far: what cannot be read is as it was."""
        return self._rules

    def field(self, name: str) -> Field[Any]:
        """Return the field of a setting, by its path."""
        return self._fields[name]

    def commit(self) -> bool:
        """Read every field that matters; give the keyboard to the first that is wrong."""
        wrong = [
            field
            for name, field in self._fields.items()
            if self._settings[name].matters(self._rules) and not field.commit()
        ]
        if wrong:
            wrong[0].focus_control()
        return not wrong

    def changes_from(self, before: CommitteeRules) -> tuple[Difference, ...]:
        """Return what differs from other rules, setting by setting."""
        return differences(self._groups, before, self._rules)

    def _made(self, group: Group) -> Card:
        form = _GroupForm()
        for setting in group.settings:
            field = setting.make()
            field.edited.connect(lambda _value: self._on_edited())
            self._settings[setting.name] = setting
            self._fields[setting.name] = field
            form.add(field, wide=setting.is_wide)
        self._forms.append(form)
        card = Card(group.title)
        card.body.addWidget(form)
        return card

    def _on_edited(self) -> None:
        values = {name: field.value() for name, field in self._fields.items()}
        rules = rules_with(self._rules, values)
        if rules == self._rules:
            return
        self._rules = rules
        self._fit()
        self.edited.emit(rules)

    def _fit(self) -> None:
        """Show what matters under the rules as they are, and grey what they forbid."""
        for name, field in self._fields.items():
            reason = self._settings[name].locked(self._rules)
            if isinstance(field, ExplainedCheck):
                field.set_reason(reason)
            field.set_read_only(read_only=bool(reason) or not self._is_editable)
        useless = frozenset(
            field
            for name, field in self._fields.items()
            if not self._settings[name].matters(self._rules)
        )
        for form in self._forms:
            form.leave_out(useless.intersection(form.fields()))
