"""Closing the meeting: what is still missing, each with the key that leads to it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.committee import ClosingCheck, CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.choices import conclusion_sign, outcome_sign, step_sign
from alize_desktop.ui.committee.facts import settled_text
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import clear, column, row
from alize_desktop.ui.committee.occasion import occasion_of
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

_KEYS: Final = "123456789"


class ClosingStep(StepPane):
    """The check-list: what blocks comes first, a digit goes where it is mended.

    Signals:
        item_asked: Go to a point. Arg: agenda item's id; None for the one under way.
        roll_asked: Go to the roll, for what is missing of a member. Arg: member's id.
        closing_asked: Close the meeting.
    """

    item_asked = Signal(object)
    roll_asked = Signal(object)
    closing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[ClosingCheck, ...] = ()
        self._waiting: frozenset[UUID] = frozenset()
        self._under_way: frozenset[UUID] = frozenset()
        self._check = label("", Level.HEADING, wraps=True)
        self._check.setObjectName("closing_check")
        self._missing = column(gap=10)
        self._lines = column(gap=10)
        self._list = Card(self.tr("À vérifier"))
        self._list.body.addLayout(self._missing)
        self._occasion = occasion_of(None)
        agenda = Card(self.tr("Points à l’ordre du jour"))
        agenda.body.addLayout(self._lines)
        content = QWidget()
        inside = column(content, gap=16)
        for each in (self._check, self._list, agenda):
            inside.addWidget(each)
        inside.addStretch(1)
        whole = column(self)
        whole.addWidget(scrolled(content), 1)
        for place, key in enumerate(_KEYS):
            text = self.tr("Ce qui manque, ligne {number}").format(number=key)
            self.bind(
                key, text, partial(self._jump, place), when=partial(self._leads_somewhere, place)
            )

    @override
    def title(self) -> str:
        return self._occasion.closing

    @override
    def show_state(self, state: CommitteeState) -> None:
        self._occasion = occasion_of(state)
        self._waiting = frozenset(x.id for x in state.agenda if x.step is ItemStep.PENDING)
        going = (ItemStep.PENDING, ItemStep.DECIDED)
        self._under_way = frozenset(x.id for x in state.agenda if x.step not in going)
        clear(self._lines)
        decisions = dict(state.decisions)
        for line in state.agenda:
            self._lines.addWidget(self._line(line, decisions))
        self.next_changed.emit()

    def show_checks(self, checks: Sequence[ClosingCheck]) -> None:
        """Show what is missing, what blocks first."""
        self._checks = tuple(sorted(checks, key=lambda each: not each.is_blocking))
        blocking = self._blocking()
        if blocking:
            what = counted(blocking, self.tr("point bloque"), self.tr("points bloquent"))
            text = self.tr("{what} la levée. Un chiffre y mène.").format(what=what)
        elif self._checks:
            text = self._occasion.can_close
        else:
            text = self._occasion.complete
        self._check.setText(text)
        set_role(self._check, Role.WAITING if blocking else Role.GOOD)
        clear(self._missing)
        for place, check in enumerate(self._checks):
            self._missing.addWidget(self._missing_line(place, check))
        self._list.setVisible(bool(self._checks))
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        blocking = self._blocking()
        if blocking:
            what = counted(blocking, self.tr("point"))
            text = self.tr("{close}\u00a0: {what} à régler")
            text = text.format(close=self._occasion.close, what=what)
            return NextStep(text, is_ready=False)
        return NextStep(self._occasion.close)

    @override
    def note(self) -> str:
        return self._occasion.note

    @override
    def advance(self) -> None:
        self.closing_asked.emit()

    def _blocking(self) -> int:
        return sum(each.is_blocking for each in self._checks)

    def _missing_line(self, place: int, check: ClosingCheck) -> QFrame:
        shown = QFrame()
        shown.setObjectName(f"check_{place + 1}")
        across = row(shown, gap=16)
        if check.is_blocking:
            across.addWidget(Pill(self.tr("bloque"), Role.BAD, Shape.CROSS, shown))
        else:
            across.addWidget(Pill(self.tr("à vérifier"), Role.WAITING, Shape.RING, shown))
        across.addWidget(label(check.sentence, wraps=True), 1)
        if place < len(_KEYS) and self._leads_somewhere(place):
            made = ActionButton(self.tr("Y aller"), _KEYS[place], Kind.GHOST)
            made.clicked.connect(partial(self._jump, place))
            made.setObjectName(f"jump_{place + 1}")
            across.addWidget(made)
        return shown

    def _line(self, line: AgendaLine, decisions: Mapping[UUID, Decision]) -> QFrame:
        shown = QFrame()
        across = row(shown, gap=16)
        number = label(str(line.position), Level.STRONG)
        number.setMinimumWidth(scaled(16))
        across.addWidget(number)
        words = column(gap=0)
        words.addWidget(ElidedLabel(line.company, Level.STRONG))
        if line.dossier_id is not None:
            words.addWidget(ElidedLabel(settled_text(line, decisions), Level.SOFT))
        across.addLayout(words, 1)
        across.addWidget(self._state(line, shown))
        return shown

    def _state(self, line: AgendaLine, parent: QWidget) -> Pill:
        if line.outcome:
            sign = outcome_sign(line.outcome)
        elif line.conclusion:
            sign = conclusion_sign(line.conclusion)
        else:
            word = step_sign(line.step).word or self.tr("à examiner")
            return Pill(word, Role.WAITING, Shape.RING, parent)
        return Pill(sign.word, sign.role, sign.shape, parent)

    def _leads_somewhere(self, place: int) -> bool:
        if place >= len(self._checks):
            return False
        check = self._checks[place]
        at = check.item_id
        return check.member_id is not None or at in self._waiting or at in self._under_way

    def _jump(self, place: int, *_checked: bool) -> None:
        check = self._checks[place]
        if check.member_id is not None:
            self.roll_asked.emit(check.member_id)
        elif check.item_id is not None:
            self.item_asked.emit(None if check.item_id in self._under_way else check.item_id)
