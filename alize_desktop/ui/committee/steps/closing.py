"""Closing the meeting: what is still missing, then the hour."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.choices import outcome_sign, step_sign
from alize_desktop.ui.committee.facts import asked_text
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import clear, column, row
from alize_desktop.ui.committee.plan import without_outcome
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, set_role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.names import counted

_KEYS = "123456789"


class ClosingStep(StepPane):
    """Lists the dossiers with their outcome; a digit goes to what is missing.

    Signals:
        item_asked: Go to a dossier without outcome. Arg: agenda item's id.
        closing_asked: Close the meeting.
    """

    item_asked = Signal(object)
    closing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: tuple[AgendaLine, ...] = ()
        self._check = label("", Level.HEADING, wraps=True)
        self._check.setObjectName("closing_check")
        self._card = Card(self.tr("Dossiers de la séance"))
        self._lines = column(gap=10)
        self._card.body.addLayout(self._lines)
        content = QWidget()
        inside = column(content, gap=16)
        inside.addWidget(self._check)
        inside.addWidget(self._card)
        inside.addStretch(1)
        whole = column(self)
        whole.addWidget(scrolled(content), 1)
        for place, key in enumerate(_KEYS):
            self.bind(key, "", partial(self._jump, place))

    @override
    def title(self) -> str:
        return self.tr("Levée de la séance")

    @override
    def show_state(self, state: CommitteeState) -> None:
        self._missing = without_outcome(state)
        if self._missing:
            what = counted(len(self._missing), self.tr("dossier"))
            text = self.tr("Sans décision : {what}. Un chiffre y mène.").format(what=what)
        else:
            text = self.tr("Tous les dossiers ont une décision. La séance peut être levée.")
        self._check.setText(text)
        set_role(self._check, Role.WAITING if self._missing else Role.GOOD)
        clear(self._lines)
        for line in state.agenda:
            self._lines.addWidget(self._line(line))
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        if self._missing:
            what = counted(len(self._missing), self.tr("dossier"))
            text = self.tr("Lever la séance : {what} sans décision").format(what=what)
            return NextStep(text, is_ready=False)
        return NextStep(self.tr("Lever la séance"))

    @override
    def note(self) -> str:
        return self.tr("L’heure de la levée sera enregistrée.")

    @override
    def advance(self) -> None:
        self.closing_asked.emit()

    def _line(self, line: AgendaLine) -> QFrame:
        shown = QFrame()
        across = row(shown, gap=16)
        number = label(str(line.position), Level.STRONG)
        number.setMinimumWidth(scaled(16))
        across.addWidget(number)
        words = column(gap=0)
        words.addWidget(ElidedLabel(line.company, Level.STRONG))
        words.addWidget(ElidedLabel(asked_text(line.requested_amount, line.days), Level.SOFT))
        across.addLayout(words, 1)
        if line.outcome:
            sign = outcome_sign(line.outcome)
            across.addWidget(Pill(sign.word, sign.role, sign.shape, shown))
        else:
            across.addLayout(self._missing_end(line))
        return shown

    def _missing_end(self, line: AgendaLine) -> QHBoxLayout:
        end = row()
        word = step_sign(line.step).word or self.tr("à examiner")
        end.addWidget(Pill(word, Role.WAITING, Shape.RING, self))
        place = self._missing.index(line)
        if place < len(_KEYS):
            made = ActionButton(self.tr("Y aller"), _KEYS[place], Kind.GHOST)
            made.clicked.connect(partial(self._jump, place))
            made.setObjectName(f"jump_{place + 1}")
            end.addWidget(made)
        return end

    def _jump(self, place: int, *_checked: bool) -> None:
        if place < len(self._missing):
            line = self._missing[place]
            item: UUID | None = line.id if line.step is ItemStep.PENDING else None
            self.item_asked.emit(item)
