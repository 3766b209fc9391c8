"""A standing point of the agenda: minutes to approve, conditions to follow, information."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ConditionEventKind, ItemConclusion, ItemKind
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.ringed import Choice, RingedList
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label as word

_KEYS: Final = {
    ItemConclusion.ADOPTED: "A",
    ItemConclusion.REJECTED: "R",
    ItemConclusion.NOTED: "N",
    ItemConclusion.POSTPONED: "J",
}
_TO_DECIDE: Final = frozenset({ItemKind.MINUTES_APPROVAL, ItemKind.RATIFICATION})
"""Points that the committee adopts or not: the large button must not answer for it."""

_EXTENSION: Final = 3


class StandingStep(StepPane):
    """Concludes a point that is no dossier; a note goes into the minutes.

    Signals:
        conclusion_asked: Args: agenda item's id, the ``ItemConclusion``, the note.
        condition_asked: Args: the ``ConditionState``, the ``ConditionEventKind``, the
            new date or None.
    """

    conclusion_asked = Signal(object, object, object)
    condition_asked = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: AgendaLine | None = None
        self._state: CommitteeState | None = None
        self._conditions: tuple[ConditionState, ...] = ()
        self._kind = label("", Level.HEADING, wraps=True)
        self._note = LongTextField(self.tr("Note pour le procès-verbal"), lines=3)
        self._note.edit.setObjectName("standing_note")
        self._list = RingedList()
        self._none = label(self.tr("Aucune condition n’est en attente."), Level.SOFT)
        content = QWidget()
        inside = column(content, gap=16)
        inside.addWidget(self._make_card())
        self._followed = self._make_conditions()
        inside.addWidget(self._followed)
        inside.addStretch(1)
        whole = column(self)
        whole.addWidget(scrolled(content), 1)
        self.bind("Up", "", partial(self._list.shift, -1), when=self._follows)
        self.bind("Down", "", partial(self._list.shift, 1), when=self._follows)

    @override
    def title(self) -> str:
        return self._line.company if self._line else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        if state.standing is None:
            return
        if self._line is None or self._line.id != state.standing.id:
            self._note.set_value(state.standing.note)
        self._state, self._line = state, state.standing
        self._kind.setText(word(state.standing.kind))
        self._conditions = state.pending_conditions
        self._followed.setVisible(self._follows())
        self._list.show_choices([self._choice(each) for each in self._conditions])
        self._none.setVisible(not self._conditions)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        if self._is_to_decide():
            text = self.tr("Adopté, rejeté ou reporté ? A, R ou J")
            return NextStep(text, is_ready=False)
        return NextStep(self.tr("Prendre acte et passer à la suite"))

    @override
    def note(self) -> str:
        return " · ".join(f"{key} {word(each).lower()}" for each, key in _KEYS.items())

    @override
    def advance(self) -> None:
        if not self._is_to_decide():
            self._conclude(ItemConclusion.NOTED)

    @override
    def leave(self) -> bool:
        if not self._note.edit.hasFocus():
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _make_card(self) -> QFrame:
        card = frame(Ground.CARD)
        inside = column(card, gap=12, margin=20)
        inside.addWidget(self._kind)
        inside.addWidget(self._note)
        keys = FlowLayout(spacing=scaled(SPACE.related))
        for conclusion, key in _KEYS.items():
            made = self.button(key, word(conclusion), partial(self._conclude, conclusion))
            made.setObjectName(f"conclusion_{conclusion.value}")
            keys.addWidget(made)
        write = self.button("G", self.tr("Écrire la note"), self._note.focus_control)
        write.setObjectName("standing_note_key")
        keys.addWidget(write)
        inside.addLayout(keys)
        return card

    def _make_conditions(self) -> Card:
        card = Card(self.tr("Conditions en attente"))
        card.body.addWidget(self._none)
        card.body.addWidget(self._list)
        keys = FlowLayout(spacing=scaled(SPACE.related))
        for key, text, kind in (
            ("M", self.tr("Levée"), ConditionEventKind.MET),
            ("P", self.tr("Prolonger de 3 mois"), ConditionEventKind.EXTENDED),
            ("X", self.tr("Non remplie"), ConditionEventKind.NOT_MET),
            ("W", self.tr("Abandonnée"), ConditionEventKind.WAIVED),
        ):
            made = self.button(key, text, partial(self._settle, kind))
            made.setObjectName(f"condition_{kind.value}")
            keys.addWidget(made)
        card.body.addLayout(keys)
        return card

    def _is_to_decide(self) -> bool:
        return bool(self._line and self._line.kind in _TO_DECIDE)

    def _follows(self) -> bool:
        return bool(self._line and self._line.kind is ItemKind.CONDITIONS)

    def _choice(self, each: ConditionState) -> Choice:
        due = self.tr("sans date")
        is_late = False
        if each.due_on is not None:
            due = self.tr("avant le {date}").format(date=long_date(each.due_on))
            is_late = bool(self._state and each.due_on < self._state.row.draft.held_on)
        said = word(each.last) if each.last else ""
        parts = (each.company, each.decision_number, word(each.condition.kind).lower(), due, said)
        return Choice(
            each.condition.text,
            " · ".join(part for part in parts if part),
            self.tr("en retard") if is_late else self.tr("en attente"),
            Role.BAD if is_late else Role.WAITING,
            Shape.CROSS if is_late else Shape.RING,
        )

    def _settle(self, kind: ConditionEventKind) -> None:
        if not self._conditions or self._state is None:
            return
        shown = self._conditions[self._list.place]
        until = None
        if kind is ConditionEventKind.EXTENDED:
            day = self._state.row.draft.held_on
            until = add_months(max(shown.due_on or day, day), _EXTENSION)
        self.condition_asked.emit(shown, kind, until)

    def _conclude(self, conclusion: ItemConclusion) -> None:
        if self._line is not None and self._note.commit():
            self.conclusion_asked.emit(self._line.id, conclusion, self._note.value().strip())
