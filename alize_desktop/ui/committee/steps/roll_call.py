"""The roll call: one large card at a time, a letter for each answer."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.committee import Attendance, CommitteeState
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.call_card import CallCard
from alize_desktop.ui.committee.except_line import ExceptLine
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.number import NumberTyped
from alize_desktop.ui.committee.occasion import occasion_of
from alize_desktop.ui.committee.quorum_line import QuorumLine
from alize_desktop.ui.committee.steps.announced import Announced
from alize_desktop.ui.committee.steps.answer_keys import AnswerKeys
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.steps.proxy_question import ProxyQuestion
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.names import counted


class RollCallStep(StepPane):
    """Calls the members one after the other.

    Attributes:
        announced: What they answered to the notice.

    Signals:
        attendance_asked: Args: member id, ``AttendanceKind``, holder's id or None, how
            a written proxy was received.
        all_present_asked: Everybody not called yet is present. Arg: ids of those who
            are not.
        finished: The roll is complete, or the operator goes back to the meeting.
    """

    attendance_asked = Signal(object, object, object, object)
    all_present_asked = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._called: tuple[Attendance, ...] = ()
        self._alternates: dict[UUID | None, Member] = {}
        self._occasion = occasion_of(None)
        self._at = 0
        self._waiting = False
        self._is_resumed = False
        self._is_lost = False  # the number typed is nobody's seat
        self._card = CallCard()
        self._proxy = ProxyQuestion()
        self._number = NumberTyped(self._go_to_seat, self._go_nowhere, self)
        self.announced = Announced(self, self._ask)
        self.foot = self._quorum = QuorumLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_keys())
        self._stack.addWidget(self._proxy)
        self._except = ExceptLine()
        self._stack.addWidget(self._except)
        content = QWidget()
        inside = column(content, gap=16)
        inside.addWidget(self._card)
        inside.addWidget(self._stack, 1)
        whole = column(self)
        whole.addWidget(scrolled(content), 1)
        self._proxy.answered.connect(self._on_proxy_given)
        self._proxy.cancelled.connect(self.leave)
        self._except.entered.connect(self._on_except_entered)
        self._except.passed.connect(self._on_all_passed)
        self._except.changed.connect(self.next_changed)
        self._except.cancelled.connect(self.leave)
        self._bind_moves()

    @override
    def title(self) -> str:
        return self._occasion.roll

    @override
    def show_state(self, state: CommitteeState) -> None:
        before = self._current()
        self._called, self._occasion = state.attendance, occasion_of(state)
        self._keys.show_written(is_written=self._occasion.is_written)
        self._is_resumed = state.quorum_at is not None
        if self._waiting or before is None:
            self._waiting = False
            self._close_question()
            self._go_to_next_uncalled()
        self._quorum.show_quorum(state.quorum)
        left, everybody = self._left(), self._everybody()
        text = everybody
        if left > 1:
            text = self.tr("{everybody} sauf… ({count} à appeler)")
            text = text.format(everybody=everybody, count=left)
        self._all.set_text(text)
        self._all.setEnabled(left > 0)
        self._show()

    def show_alternates(self, members: Sequence[Member]) -> None:
        """Say who may replace whom."""
        replacing = (each for each in members if each.alternate_of_id)
        self._alternates = {each.alternate_of_id: each for each in replacing}

    def show_member(self, member_id: UUID) -> None:
        """Call one member again."""
        places = (p for p, each in enumerate(self._called) if each.member.id == member_id)
        self._at, self._is_lost = next(places, self._at), False
        self._show()

    @override
    def next_step(self) -> NextStep:
        left = self._left()
        if self._stack.currentWidget() is self._except:
            return self._next_of_exceptions()
        if left:
            who = counted(left, self.tr("membre"))
            text = self.tr("{close}\u00a0: {who} à appeler")
            text = text.format(close=self._occasion.close_roll, who=who)
            return NextStep(text, is_ready=False)
        if self._is_resumed:
            return NextStep(self._occasion.resume)
        text = self.tr("{close} et vérifier le quorum")
        return NextStep(text.format(close=self._occasion.close_roll))

    @override
    def advance(self) -> None:
        if self._stack.currentWidget() is not self._except:
            self.finished.emit()
        elif self._except.count():
            self._except.enter()
        else:
            self._on_all_passed()

    @override
    def leave(self) -> bool:
        if self._stack.currentIndex() == 0:
            return False
        self._close_question()
        return True

    def _next_of_exceptions(self) -> NextStep:
        count, everybody = self._except.count(), self._everybody()
        if count == 0:
            text = self.tr("{everybody}\u00a0: {close}").format(
                everybody=everybody, close=self._occasion.close_roll.lower()
            )
            return NextStep(text, key="Return")
        if count < 0:
            text = self.tr("{everybody} sauf…\u00a0: un numéro est inconnu")
            return NextStep(text.format(everybody=everybody), is_ready=False)
        text = self.tr("{everybody} sauf {who}")
        who = counted(count, self.tr("membre"))
        return NextStep(text.format(everybody=everybody, who=who), key="Return")

    def _make_keys(self) -> QWidget:
        whole = QWidget()
        lines = column(whole, gap=12)
        self._keys = first = AnswerKeys(self, self._answer)
        first.addWidget(self.announced.button)
        second = row()
        self._all = self.button("T", self.tr("Tous présents"), self._answer_all, Kind.SECONDARY)
        self._all.setObjectName("attendance_all")
        second.addWidget(self._all)
        second.addStretch(1)
        for key, text, step in (
            ("Left", self.tr("Précédent"), -1),
            ("Right", self.tr("Suivant"), 1),
        ):
            made = self.button(key, text, partial(self._move, step), Kind.GHOST)
            made.setObjectName(f"call_{key.lower()}")
            second.addWidget(made)
        lines.addLayout(first)
        lines.addLayout(second)
        lines.addStretch(1)
        return whole

    def _bind_moves(self) -> None:
        self.bind("Up", "", lambda: self._move(-1))
        self.bind("Down", "", lambda: self._move(1))
        for digit in "0123456789":
            self.bind(digit, "", partial(self._number.type, digit))

    def _current(self) -> Attendance | None:
        return self._called[self._at] if self._at < len(self._called) else None

    def _everybody(self) -> str:
        """Return whom T is about: not those who are called, whatever they answered."""
        left = self._left()
        if left == 1:
            return self._occasion.last
        is_begun = any(each.kind is not None for each in self._called)
        return self._occasion.others.format(count=left) if is_begun else self._occasion.everybody

    def _left(self) -> int:
        return sum(each.kind is None and each.member.has_seat for each in self._called)

    def _show(self) -> None:
        shown = self._current()
        if shown is None:
            return
        holder = next((a.member for a in self._called if a.member.id == shown.holder_id), None)
        alternate = self._alternates.get(shown.member.id)
        self._card.is_written = self._occasion.is_written
        self._card.show_attendance(shown, holder, alternate)
        self.announced.show_attendance(shown, self._called)
        done = len(self._called) - self._left()
        self._card.show_progress(self._at + 1, len(self._called), done)
        self._keys.show_alternate(alternate)
        self.next_changed.emit()

    def _move(self, step: int) -> None:
        if 0 <= self._at + step < len(self._called):
            self._at += step
            self._is_lost = False
            self._show()

    def _go_to_seat(self, seat: int) -> bool:
        for place, each in enumerate(self._called):
            if each.member.seat == seat:
                self._at = place
                self._is_lost = False
                self._show()
                return True
        return False

    def _go_nowhere(self) -> None:
        """Answer nobody until another number is typed, or one moves."""
        self._is_lost = True

    def _go_to_next_uncalled(self) -> None:
        places = [*range(self._at, len(self._called)), *range(self._at)]
        self._at = next((p for p in places if self._called[p].kind is None), self._at)

    def _answer(self, kind: AttendanceKind) -> None:
        shown = self._current()
        self._number.end()
        if self._is_lost:
            self._is_lost = False
            return
        if shown is None or self._waiting:
            return
        if kind is AttendanceKind.REPRESENTED:
            self._ask_holder(shown.member)
        elif kind is not AttendanceKind.SUBSTITUTED or shown.member.id in self._alternates:
            self._ask(shown.member.id, kind, None)

    def _answer_all(self) -> None:
        """Ask who is not there; the last one to call is simply present."""
        if not self._left() or self._waiting:
            return
        uncalled = [each.member for each in self._called if each.kind is None]
        if self._left() == 1:
            self._on_except_entered([])
            return
        self._stack.setCurrentWidget(self._except)
        otherwise = self.announced.otherwise()
        self._except.show_everybody(self._everybody())
        self._except.ask([each for each in uncalled if each.has_seat], otherwise)
        self.next_changed.emit()

    def _on_except_entered(self, absent: Sequence[Member]) -> None:
        if not self._waiting:
            self._waiting = True
            self.all_present_asked.emit(tuple(each.id for each in absent))

    def _on_all_passed(self) -> None:
        """Everybody left is there, which ends the roll."""
        self._on_except_entered([])
        if not self._left():
            self.finished.emit()

    def _ask(
        self, member_id: UUID, kind: AttendanceKind, holder_id: UUID | None, document: str = ""
    ) -> None:
        if self._waiting or self._is_lost:
            return
        self._waiting = True
        self.attendance_asked.emit(member_id, kind, holder_id, document)

    def _ask_holder(self, giver: Member) -> None:
        others = [a.member for a in self._called if a.member.has_seat and a.member.id != giver.id]
        self._stack.setCurrentWidget(self._proxy)
        self._proxy.ask(giver, others)

    def _on_proxy_given(self, holder: Member, document: str) -> None:
        if shown := self._current():
            self._ask(shown.member.id, AttendanceKind.REPRESENTED, holder.id, document)

    def _close_question(self) -> None:
        if self._stack.currentIndex():
            self._stack.setCurrentIndex(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.next_changed.emit()
