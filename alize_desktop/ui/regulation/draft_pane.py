"""One version of the rules: read, or a draft being written."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.enums import RulesPreset
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.rules.presets import started_from
from alize_desktop.ui.regulation.foot import DraftFoot
from alize_desktop.ui.regulation.presets_row import PresetsRow
from alize_desktop.ui.regulation.rules_form import RulesForm
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import ElidedLabel, Level
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of


class DraftPane(QWidget):
    """Shows a version, or edits a draft. Asks to adopt it; writes nothing.

    Signals:
        edited: Something of the draft changed.
        adopt_requested: The draft can be read whole. Arg: the ``RulesDraft``.
        abandon_requested: « Abandonner » or Escape.
    """

    edited = Signal()
    adopt_requested = Signal(object)
    abandon_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: RulesDraft | None = None
        self._start = CommitteeRules()
        self._in_force = CommitteeRules()
        self._past: list[CommitteeRules] = []
        self._known = CommitteeRules()
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("version_title")
        self._detail = ElidedLabel("", Level.SOFT)
        self._state = Pill()
        self.label = TextField(self.tr("Intitulé"), required=True)
        self.label.edit.setObjectName("draft_label")
        self.effective_on = DateField(
            self.tr("Première séance à partir du"),
            required=True,
            hint=self.tr("Les séances d’avant gardent leur règlement."),
        )
        self.effective_on.edit.setObjectName("draft_effective_on")
        self.presets = PresetsRow()
        self.form = RulesForm()
        self.foot = DraftFoot()
        self._naming = self._make_naming()
        self._lay_out()
        self._connect()

    @property
    def is_drafting(self) -> bool:
        """Whether a draft is shown."""
        return self._draft is not None

    @property
    def is_dirty(self) -> bool:
        """Whether something of the draft was changed."""
        return self._draft is not None and (
            self.form.rules() != self._start
            or self.label.edit.text() != self._draft.label
            or self.effective_on.value() != self._draft.effective_on
        )

    def show_version(self, draft: RulesDraft, detail: str, state: str, role: Role) -> None:
        """Show a version to be read. Emits nothing."""
        self._draft = None
        self._title.setText(draft.label)
        self._detail.setText(detail)
        self._state.set_state(state, role, Shape.NONE)
        self.form.show_rules(draft.rules, is_editable=False)
        self._show_mode()

    def show_draft(self, draft: RulesDraft, in_force: CommitteeRules) -> None:
        """Show a draft to be written, and what it is compared with. Emits nothing."""
        self._draft = draft
        self._in_force = in_force
        self._past = []
        self._title.setText(self.tr("Nouvelle version"))
        self._detail.setText(self.tr("Rien n’est écrit tant qu’elle n’est pas adoptée."))
        self._state.set_state(self.tr("Brouillon"), Role.WAITING, Shape.RING)
        self.label.set_value(draft.label)
        self.effective_on.set_value(draft.effective_on)
        self.form.show_rules(draft.rules, is_editable=True)
        self._start = self.form.rules()
        self._show_mode()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field of the draft."""
        self.label.focus_control()
        self.label.select_all()

    def undo(self) -> None:
        """Go back to the rules before the last change of a setting."""
        if self._past:
            self.form.show_rules(self._past.pop(), is_editable=True)
            self._measure()
            self.edited.emit()

    def take_rules(self, rules: CommitteeRules) -> None:
        """Take whole rules at once; it can be undone."""
        before = self.form.rules()
        if rules != before:
            self._past.append(before)
            self.form.show_rules(rules, is_editable=True)
            self._measure()
            self.edited.emit()

    def show_problems(self, problems: Iterable[FieldProblem]) -> bool:
        """Show each problem at its field and give the keyboard to the first.

        Returns:
            Whether there was any.
        """
        named: dict[str, Field[Any]] = {"label": self.label, "effective_on": self.effective_on}
        told = []
        for problem in problems:
            field = named.get(problem.field) or self.form.field(problem.field)
            field.set_error(message_of(problem.error))
            told.append(field)
        if told:
            told[0].focus_control()
        return bool(told)

    def draft(self) -> RulesDraft | None:
        """Return the draft as it is typed; None while its first day cannot be read."""
        day: date | None = self.effective_on.value()
        return RulesDraft(self.label.value(), day, self.form.rules()) if day else None

    def _make_naming(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.label, 0, 0, top)
        grid.addWidget(self.effective_on, 0, 1, top)
        grid.addWidget(self.presets, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return made

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(SPACE.related)
        names.addWidget(self._title, 1)
        names.addWidget(self._state)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        inside.setSpacing(SPACE.card)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(names)
        head.addWidget(self._detail)
        inside.addLayout(head)
        inside.addWidget(self._naming)
        inside.addWidget(self.form)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(sheet), 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_rules_edited)
        self.presets.chosen.connect(self._on_preset)
        for field in (self.label, self.effective_on):
            field.edit.textEdited.connect(lambda _text: self._on_named())
            field.edited.connect(lambda _value: self._on_named())
        self.foot.adopt.clicked.connect(lambda *_: self._on_adopt())
        self.foot.abandon.clicked.connect(lambda *_: self.abandon_requested.emit())
        self.presets.go_back.clicked.connect(lambda *_: self.take_rules(self._in_force))
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=here).activated.connect(self._on_escape)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self, context=here)
        undo.activated.connect(self.undo)

    def _show_mode(self) -> None:
        self._known = self.form.rules()
        show_if(self._naming, shown=self.is_drafting)
        show_if(self.foot, shown=self.is_drafting)
        self._measure()

    def _measure(self) -> None:
        """Say what is changed, and which ready-made rules these are."""
        rules = self.form.rules()
        self._known = rules
        if self.is_drafting:
            self.presets.show_rules(rules, self._in_force)
            self.foot.show_changes(len(self.form.changes_from(self._in_force)))

    def _on_preset(self, preset: RulesPreset) -> None:
        self.take_rules(started_from(preset, self.form.rules()))
        self._measure()

    def _on_rules_edited(self, _rules: CommitteeRules) -> None:
        self._past.append(self._known)
        self._measure()
        self.edited.emit()

    def _on_named(self) -> None:
        if self.is_drafting:
            self.edited.emit()

    def _on_adopt(self) -> None:
        fields = (self.label, self.effective_on)
        wrong = [each for each in fields if not each.commit()]
        if wrong:
            wrong[0].focus_control()
            return
        draft = self.draft()
        if self.form.commit() and draft is not None:
            self.adopt_requested.emit(draft)

    def _on_escape(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()  # what is typed is read
        if self.is_drafting:
            self.abandon_requested.emit()
