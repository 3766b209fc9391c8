"""The rules of the follow-up as fields, with what is refused beside its field."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.rules.follow_up_checks import check_follow_up_rules
from alize_desktop.ui.follow_up.milestones_field import MilestonesField
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.wording.errors import message_of


class RulesForm(QWidget):
    """Every setting; none is written here.

    Signals:
        edited: A setting was changed, or what is typed cannot be read.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = FollowUpRules()
        self._told = ""
        self._fields: dict[str, TypedField[Any]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.group)
        for title, fields in self._groups():
            column.addWidget(self._card(title, fields))
        column.addStretch(1)
        self.show_rules(self._base, editable=False)

    def show_rules(self, rules: FollowUpRules, *, editable: bool) -> None:
        """Show rules. Emits nothing."""
        self._base = rules
        self._told = ""
        for key, field in self._fields.items():
            field.set_value(getattr(rules, key))
            field.set_read_only(read_only=not editable)

    def field(self, key: str) -> TypedField[Any]:
        """Return the field of a setting."""
        return self._fields[key]

    def rules(self) -> FollowUpRules:
        """Return the rules as they are typed; what cannot be read counts as it was."""
        typed = {key: field.value() for key, field in self._fields.items()}
        values: dict[str, Any] = {key: each for key, each in typed.items() if each is not None}
        return replace(self._base, **values)

    def changed(self) -> tuple[str, ...]:
        """Return the settings that differ from the rules that were shown."""
        rules = self.rules()
        return tuple(x for x in self._fields if getattr(rules, x) != getattr(self._base, x))

    def changes(self) -> tuple[str, ...]:
        """Return what the rules typed change, a line a setting: what it was, what it is."""
        rules = self.rules()
        return tuple(
            f"{self._fields[key].label_text()}\u00a0: "
            f"{_told(getattr(self._base, key))}\u00a0→ {_told(getattr(rules, key))}"
            for key in self.changed()
        )

    def commit(self) -> bool:
        """Read every field as it is now; give the keyboard to the first that is wrong."""
        wrong = [each for each in self._fields.values() if not each.commit()]
        if wrong:
            wrong[0].focus_control()
        return not wrong

    def problem(self) -> str:
        """Return what is refused now, shown beside its field too; empty when nothing is."""
        if self._told:
            self._fields[self._told].set_error("")
        self._told = ""
        unread = next((each for each in self._fields.values() if each.error()), None)
        if unread is not None:
            return f"{unread.label_text()}\u00a0: {unread.error()}"
        try:
            check_follow_up_rules(self.rules())
        except UserError as error:
            return self._tell(error)
        return ""

    def _groups(self) -> Iterator[tuple[str, dict[str, TypedField[Any]]]]:
        months, days = self.tr("mois"), self.tr("jours")
        milestones = MilestonesField(
            self.tr("Jalons"),
            months,
            hint=self.tr(
                "Comptés depuis le premier versement, ou depuis la décision quand elle "
                "n’accorde que des jours. Vide\u00a0: les emplois ne se suivent pas."
            ),
        )
        yield self.tr("Emplois"), {"milestones": milestones}
        yield (
            self.tr("Missions"),
            {
                "mission_months": IntegerField(
                    self.tr("Durée la plus longue"),
                    unit=months,
                    required=True,
                    hint=self.tr("Au-delà, un avertissement. La loi s’arrête à trois ans."),
                ),
                "dossier_days": IntegerField(
                    self.tr("Jours d’un dossier, au plus"),
                    unit=days,
                    required=True,
                    hint=self.tr("Au-delà, un avertissement."),
                ),
            },
        )
        remind = IntegerField(
            self.tr("Prévenir"),
            unit=self.tr("jours avant"),
            required=True,
            hint=self.tr(
                "Ce qui vient est marqué comme proche, et l’agenda le rappelle. "
                "0\u00a0: l’agenda ne rappelle rien."
            ),
        )
        yield self.tr("Rappels"), {"remind_days": remind}

    def _card(self, title: str, fields: dict[str, TypedField[Any]]) -> QWidget:
        card = Card(title)
        form = FieldForm()
        for key, field in fields.items():
            form.add(field)
            field.setObjectName(key)
            self._fields[key] = field
            field.edited.connect(lambda _value: self.edited.emit())
            field.refused.connect(lambda _sentence: self.edited.emit())
            field.edit.editingFinished.connect(self.edited)
            field.edit.textEdited.connect(self._on_typed)
        card.body.addWidget(form)
        return card

    def _on_typed(self, _text: str) -> None:
        """Read whole numbers at each key; milestones are read once they are all typed."""
        for each in self._fields.values():
            if isinstance(each, IntegerField):
                each.commit()
        self.edited.emit()

    def _tell(self, error: UserError) -> str:
        """Show a refusal beside the field it is about."""
        self._told = str(error.params.get("rule", "milestones"))
        field = self._fields[self._told]
        sentence = message_of(UserError(error.code, **error.params | {"rule": field.label_text()}))
        field.set_error(sentence)
        return sentence


def _told(value: int | tuple[int, ...]) -> str:
    """Return a setting in words; a dash for none."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "—"
    return str(value)
