"""The rules of the money as fields, group by group, with what is refused beside its field."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.rules.money_checks import check_money_rules
from alize_desktop.ui.fund.rule_catalogue import groups, public_hint
from alize_desktop.ui.fund.rule_changes import change_text
from alize_desktop.ui.fund.rule_settings import Group
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.fund_figures import public_remark


class RulesForm(QWidget):
    """Every setting; none is written here.

    Signals:
        edited: A setting was changed, or what is typed cannot be read.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field[Any]] = {}
        self._blanks: dict[str, object] = {}
        self._base = MoneyRules()
        self._told = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.group)
        for group in groups():
            column.addWidget(self._card(group))
        column.addStretch(1)

    def show_rules(self, rules: MoneyRules, *, editable: bool) -> None:
        """Show rules. Emits nothing."""
        self._base = rules
        self._told = ""
        for key, field in self._fields.items():
            field.set_value(getattr(rules, key))
            field.set_read_only(read_only=not editable)

    def show_public_percent(self, found: Decimal | None) -> None:
        """Say beside the public part what the funders say of it, when it is another."""
        told = public_remark(found, self.rules().public_percent)
        self._fields["public_percent"].set_hint(f"{public_hint()} {told}".strip())

    def field(self, key: str) -> Field[Any]:
        """Return the field of a setting."""
        return self._fields[key]

    def rules(self) -> MoneyRules:
        """Return the rules as they are typed; what cannot be read counts as it was."""
        values: dict[str, Any] = {key: self._value(key) for key in self._fields}
        return replace(self._base, **values)

    def changed(self) -> int:
        """Return how many settings differ from the rules that were shown."""
        rules = self.rules()
        names = (each.name for each in fields(MoneyRules))
        return sum(getattr(rules, each) != getattr(self._base, each) for each in names)

    def changes(self) -> tuple[str, ...]:
        """Return what the rules typed change, a line a setting: what it was, what it is."""
        rules = self.rules()
        pairs = ((key, getattr(self._base, key), getattr(rules, key)) for key in self._fields)
        return tuple(
            change_text(self._title(key), before, after)
            for key, before, after in pairs
            if before != after
        )

    def commit(self) -> bool:
        """Read every field as it is now; give the keyboard to the first that is wrong."""
        wrong = [each for each in self._fields.values() if not each.commit()]
        if wrong:
            wrong[0].focus_control()
        return not wrong

    def problem(self) -> str:
        """Return what is refused now, shown beside its field too; empty when nothing is."""
        if self._told and self._fields[self._told].error():
            self._fields[self._told].set_error("")
        self._told = ""
        unread = next((each for each in self._fields.values() if each.error()), None)
        if unread is not None:
            return f"{unread.label_text()}\u00a0: {unread.error()}"
        try:
            check_money_rules(self.rules())
        except UserError as error:
            return self._tell(error)
        return ""

    def _card(self, group: Group) -> QWidget:
        card = Card(group.title)
        if group.note:
            card.body.addWidget(label(group.note, Level.SOFT, wraps=True))
        form = FieldForm()
        for setting in group.settings:
            field = form.add(setting.make(), wide=setting.is_wide)
            field.setObjectName(setting.key)
            self._fields[setting.key] = field
            self._blanks[setting.key] = setting.blank
            field.edited.connect(lambda _value: self.edited.emit())
            field.refused.connect(lambda _sentence: self.edited.emit())
            if isinstance(field, TypedField):  # also when the text that was good is typed again
                field.edit.editingFinished.connect(self.edited)
            if isinstance(field, IntegerField):
                field.edit.textEdited.connect(field.commit)
                field.edit.textEdited.connect(lambda _text: self.edited.emit())
        card.body.addWidget(form)
        return card

    def _title(self, key: str) -> str:
        """Return the words of a setting; a short one says of what."""
        title = self._fields[key].label_text()
        return self.tr("Confirmée le") if key == "confirmed_on" else title

    def _value(self, key: str) -> object:
        value = self._fields[key].value()
        return self._blanks[key] if value is None else value

    def _tell(self, error: UserError) -> str:
        """Show a refusal beside the field it is about, when there is one."""
        key = str(error.params.get("rule", ""))
        if key not in self._fields:
            return message_of(error)
        named = {**error.params, "rule": self._fields[key].label_text()}
        sentence = message_of(UserError(error.code, **named))
        self._fields[key].set_error(sentence)
        self._told = key
        return sentence
