"""Recusals: those the declared interests suggest, and those announced in the room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.committee import CommitteeState, CurrentItem
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.layouts import clear, column
from alize_desktop.ui.committee.presiding import presiding_text
from alize_desktop.ui.committee.quorum_line import QuorumLine
from alize_desktop.ui.committee.recusal_form import RecusalForm
from alize_desktop.ui.committee.recusal_questions import questions_of
from alize_desktop.ui.committee.recusal_row import RecusalRow
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.names import counted


class RecusalsStep(StepPane):
    """Who takes no part in this dossier.

    Every suggestion must be answered, by O or N, before the ballot. Somebody may also
    step aside while the ballot is open, or once its result is proclaimed: the step is
    then left for the ballot, or for the result.

    Signals:
        recusal_asked: Args: agenda item's id, member's id, reason.
        lifting_asked: Args: agenda item's id, member's id.
        setting_aside_asked: Args: agenda item's id, member's id.
        deliberation_asked: Go on to the deliberation.
        return_asked: Go back to the ballot, or to the result.
        deferral_asked: Defer the dossier without a vote.
    """

    recusal_asked = Signal(object, object, object)
    lifting_asked = Signal(object, object)
    setting_aside_asked = Signal(object, object)
    deliberation_asked = Signal()
    return_asked = Signal()
    deferral_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: CurrentItem | None = None
        self._members: tuple[Member, ...] = ()
        self._rows: list[RecusalRow] = []
        self._at = 0
        self._waiting = False
        self._list = column(gap=8)
        self._form = RecusalForm()
        self._form.filled.connect(self._on_filled)
        self._form.cancelled.connect(self.leave)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(self._form)
        whole = column(self)
        whole.addWidget(self._stack, 1)
        self.foot = self._quorum = QuorumLine()
        self.bind("Up", "", lambda: self._move(-1))
        self.bind("Down", "", lambda: self._move(1))

    @override
    def title(self) -> str:
        return self._item.sheet.company.name if self._item else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None:
            return
        self._item = item
        if self._waiting:
            self._waiting = False
            self._close_form()
        self._members = tuple(tile.member for tile in item.tiles)
        self._quorum.show_quorum(item.quorum)
        told = presiding_text(state)
        self._presiding.setText(told)
        self._presiding.setVisible(bool(told))
        self._defer.setVisible(item.ballot is None)
        self._rebuild(item)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        if self._item and self._item.line.step is ItemStep.BALLOT_OPEN:
            return NextStep(self.tr("Reprendre le vote"))
        if self._item and self._item.line.step is ItemStep.PROCLAIMED:
            return NextStep(self.tr("Revenir au résultat"))
        pending = len(questions_of(self._item)) if self._item else 0
        if pending:
            what = counted(pending, self.tr("intérêt déclaré"), self.tr("intérêts déclarés"))
            text = self.tr("Délibérer : répondre d’abord à {what}").format(what=what)
            return NextStep(text, is_ready=False)
        return NextStep(self.tr("Passer à la délibération"))

    @override
    def advance(self) -> None:
        if self._item is None:
            return
        if self._item.line.step is ItemStep.PRESENTED:
            self.deliberation_asked.emit()
        else:
            self.return_asked.emit()

    @override
    def leave(self) -> bool:
        if self._stack.currentWidget() is not self._form:
            return False
        self._close_form()
        return True

    def _make_list(self) -> QWidget:
        content = QWidget()
        inside = column(content, gap=12)
        self._card = Card()
        self._nobody = label(self.tr("Aucun déport, et aucun intérêt déclaré ne le suggère."))
        self._nobody.setProperty("level", Level.SOFT.value)
        self._card.body.addWidget(self._nobody)
        self._card.body.addLayout(self._list)
        inside.addWidget(self._card)
        self._presiding = label("", Level.STRONG, wraps=True)
        self._presiding.setObjectName("recusal_presiding")
        inside.addWidget(self._presiding)
        keys = FlowLayout(spacing=scaled(SPACE.related))
        specs = (
            ("O", self.tr("Oui, se déporte"), self._confirm, "recusal_yes"),
            ("N", self.tr("Non, participe"), self._set_apart, "recusal_no"),
            ("Del", self.tr("Lever le déport"), self._lift, "recusal_lift"),
            ("D", self.tr("Ajouter un déport"), self._open_form, "recusal_add"),
            ("J", self.tr("Ajourner sans vote"), self.deferral_asked.emit, "recusal_defer"),
        )
        for key, text, action, name in specs:
            made = self.button(key, text, action)
            made.setObjectName(name)
            keys.addWidget(made)
        self._defer = made
        inside.addLayout(keys)
        inside.addSpacing(scaled(4))
        inside.addStretch(1)
        return scrolled(content)

    def _rebuild(self, item: CurrentItem) -> None:
        clear(self._list)
        self._rows = [*self._suggested(item), *self._declared(item)]
        for each in self._rows:
            self._list.addWidget(each)
        self._nobody.setVisible(not self._rows)
        questions = [place for place, each in enumerate(self._rows) if each.is_question]
        self._at = questions[0] if questions else min(self._at, max(len(self._rows) - 1, 0))
        self._show_current()

    def _suggested(self, item: CurrentItem) -> list[RecusalRow]:
        voting = {tile.member.id: tile.member for tile in item.tiles if not tile.is_recused}
        asked = {member_id for member_id, _reason in questions_of(item)}
        return [
            RecusalRow(voting[member_id], reason, is_question=member_id in asked, is_recused=False)
            for member_id, reason in item.suggested_recusals
            if member_id in voting
        ]

    def _declared(self, item: CurrentItem) -> list[RecusalRow]:
        return [
            RecusalRow(tile.member, tile.recusal_reason, is_question=False, is_recused=True)
            for tile in item.tiles
            if tile.is_recused
        ]

    def _show_current(self) -> None:
        for place, each in enumerate(self._rows):
            each.set_current(is_current=place == self._at)

    def _current(self) -> RecusalRow | None:
        return self._rows[self._at] if self._at < len(self._rows) else None

    def _move(self, step: int) -> None:
        if 0 <= self._at + step < len(self._rows):
            self._at += step
            self._show_current()

    def _confirm(self) -> None:
        shown = self._current()
        if shown is not None and not shown.is_recused:
            self._declare(shown.member, shown.reason)

    def _set_apart(self) -> None:
        shown = self._current()
        if shown is not None and shown.is_question and self._item and not self._waiting:
            self._waiting = True
            self.setting_aside_asked.emit(self._item.line.id, shown.member.id)

    def _lift(self) -> None:
        shown = self._current()
        if shown is not None and shown.is_recused and self._item and not self._waiting:
            self._waiting = True
            self.lifting_asked.emit(self._item.line.id, shown.member.id)

    def _declare(self, member: Member, reason: str) -> None:
        if self._item is not None and not self._waiting:
            self._waiting = True
            self.recusal_asked.emit(self._item.line.id, member.id, reason)

    def _open_form(self) -> None:
        recused = {each.member.id for each in self._rows if each.is_recused}
        self._stack.setCurrentWidget(self._form)
        self._form.ask([each for each in self._members if each.id not in recused])

    def _on_filled(self, member: Member, reason: str) -> None:
        self._declare(member, reason)

    def _close_form(self) -> None:
        if self._stack.currentWidget() is self._form:
            self._stack.setCurrentIndex(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
