"""The named ballot: a number, then a letter; what the file holds is what is shown."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.committee import BallotState, CommitteeState, VoterTile
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.ballot_foot import BallotFoot
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.grid import VoteGrid
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.committee.number import NumberTyped
from alize_desktop.ui.committee.steps.abandoning import Abandoning
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.amounts import decimal_text

Answer = tuple[VoterTile, VoteChoice | None]
"""A voter, and the answer it had before."""


class BallotStep(StepPane):
    """Takes the answers of a named ballot.

    After each answer the next empty tile is selected, so that a roll of
    answers is a roll of letters. Ctrl+Z gives back the answer before, as long
    as the window is open: the file keeps every answer anyway.

    Signals:
        vote_asked: Args: agenda item's id, member's id, ``VoteChoice`` or None.
        remaining_asked: Args: agenda item's id, ``VoteChoice`` for whoever has
            not answered.
        closing_asked: Close the ballot. Arg: agenda item's id.
        abandoning_asked: Abandon the ballot. Arg: agenda item's id.
    """

    vote_asked = Signal(object, object, object)
    remaining_asked = Signal(object, object)
    closing_asked = Signal(object)
    abandoning_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CommitteeState | None = None
        self._ballot: BallotState | None = None
        self._waiting = False
        self._done: list[list[Answer]] = []
        self._undoing: list[Answer] = []
        self._grid = VoteGrid()
        self._others: tuple[Member, ...] = ()
        self._voiceless: UUID | None = None  # whose number was typed, and who has no tile
        self._number = NumberTyped(self._choose_number, self._grid.choose_nobody, self)
        self._area = scrolled(self._grid)
        self._grid.selected.connect(self._on_selected)
        self._motion = label("", Level.HEADING, wraps=True)
        self._motion.setObjectName("ballot_motion")
        self._abandoning = Abandoning(self, self._on_abandoned)
        self.foot = self._counts = BallotFoot()
        whole = column(self, gap=12)
        whole.addWidget(self._motion)
        whole.addWidget(self._area, 1)
        whole.addLayout(self._keys())
        self._bind_moves()

    @property
    def grid(self) -> VoteGrid:
        """The tiles."""
        return self._grid

    def show_members(self, members: Sequence[Member]) -> None:
        """Say who has a number besides those who are called: alternates and guests."""
        self._others = tuple(members)

    @override
    def title(self) -> str:
        return self._state.current.sheet.company.name if self._state and self._state.current else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        if self._ballot is None or self._ballot.id != item.ballot.id:
            self._done.clear()
            self._undoing.clear()
        self._state, self._ballot = state, item.ballot
        answered, self._waiting = self._waiting, False
        self._grid.show_tiles(item.tiles)
        chosen = self._grid.current()
        if chosen is None or (answered and chosen.choice is not None):
            self._grid.choose_next_empty()
        self._counts.show_ballot(item.ballot)
        motion = motion_text(item.ballot.motion)
        self._motion.setText(motion)
        self._motion.setVisible(bool(motion))
        self._abandoning.reset()
        missing = self._grid.missing()
        self._all.setEnabled(missing > 0)
        self._undo.setEnabled(bool(self._done))
        self.next_changed.emit()
        if self._undoing:
            QTimer.singleShot(0, self._continue_undoing)

    @override
    def next_step(self) -> NextStep:
        missing = self._grid.missing()
        if missing:
            text = self.tr("Clore le vote : {count} voix manquent")
            if missing == 1:
                text = self.tr("Clore le vote : {count} voix manque")
            return NextStep(text.format(count=decimal_text(missing)), is_ready=False)
        return NextStep(self.tr("Clore le vote"))

    @override
    def advance(self) -> None:
        if self._state and self._state.current and not self._is_busy():
            self.closing_asked.emit(self._state.current.line.id)

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep Tab for the next empty tile."""
        del forwards
        return False

    def _keys(self) -> FlowLayout:
        line = FlowLayout(spacing=scaled(SPACE.related))
        for choice in VoteChoice:
            sign = vote_sign(choice)
            text = sign.word
            if choice is VoteChoice.NOT_PARTICIPATING:
                text = self.tr("Ne vote pas")
            made = self.button(sign.letter, text, partial(self._answer, choice))
            made.setObjectName(f"vote_{choice.value}")
            line.addWidget(made)
        self._all = self.button("T", self.tr("Tous pour"), self._answer_all)
        self._all.setObjectName("vote_all_for")
        self._undo = self.button("Ctrl+Z", self.tr("Reprendre"), self._take_back)
        self._undo.setObjectName("vote_undo")
        line.addWidget(self._all)
        line.addWidget(self._undo)
        line.addWidget(self._abandoning.button)
        return line

    def _bind_moves(self) -> None:
        self.bind("Tab", self.tr("Prochaine voix à saisir"), self._grid.choose_next_empty)
        self.bind("Shift+Tab", "", lambda: self._grid.choose_next_empty(-1))
        self.bind("Shift+Backtab", "", lambda: self._grid.choose_next_empty(-1))
        self.bind("R", self.tr("Pouvoir tenu par le membre choisi"), self._choose_proxy)
        for key, columns, rows in (("Left", -1, 0), ("Right", 1, 0), ("Up", 0, -1), ("Down", 0, 1)):
            self.bind(key, "", partial(self._grid.shift, columns, rows))
        for digit in "0123456789":
            self.bind(digit, "", partial(self._number.type, digit))

    def _on_selected(self, _voter: object) -> None:
        for tile in self._grid.tiles():
            if tile.is_selected():
                self._area.ensureWidgetVisible(tile)

    def _on_abandoned(self) -> None:
        if self._state and self._state.current:
            self.abandoning_asked.emit(self._state.current.line.id)

    def _choose_proxy(self) -> None:
        self._number.end()
        self._grid.choose_proxy()

    def _choose_number(self, number: int) -> bool:
        """Select a voter; remember who has this number and no voice here."""
        found = self._grid.choose_number(number)
        called = (each.member for each in self._state.attendance) if self._state else ()
        same = (each.id for each in (*called, *self._others) if each.seat == number)
        self._voiceless = None if found else next(same, None)
        return found

    def _answer(self, choice: VoteChoice) -> None:
        self._number.end()
        voter, voiceless = self._grid.current(), self._voiceless
        self._voiceless = None
        if self._is_busy():
            return
        if voter is None:
            if voiceless is not None:  # asked all the same: the refusal names the rule
                self._ask(voiceless, choice)
            return
        if voter.choice is not choice:
            if not voter.is_recused:  # asked all the same: the refusal names the rule
                self._done.append([(voter, voter.choice)])
            self._ask(voter.member.id, choice)
        else:
            self._grid.choose_next_empty()

    def _answer_all(self) -> None:
        self._number.end()
        empty = [tile.shown for tile in self._grid.tiles() if not tile.shown.is_recused]
        before: list[Answer] = [(each, None) for each in empty if each.choice is None]
        if before and not self._is_busy() and self._state and self._state.current:
            self._done.append(before)
            self._wait()
            self.remaining_asked.emit(self._state.current.line.id, VoteChoice.FOR)

    def _is_busy(self) -> bool:
        """Whether an answer is being written, or given back."""
        return self._waiting or bool(self._undoing)

    def _take_back(self) -> None:
        if self._done and not self._is_busy():
            self._undoing = self._done.pop()
            self._continue_undoing()

    def _continue_undoing(self) -> None:
        """Give back one answer; the state that follows gives back the next."""
        if self._undoing and not self._waiting:
            voter, choice = self._undoing.pop()
            self._grid.choose_member(voter.member.id)
            self._ask(voter.member.id, choice)

    def _ask(self, member_id: UUID, choice: VoteChoice | None) -> None:
        if self._state and self._state.current:
            self._wait()
            self.vote_asked.emit(self._state.current.line.id, member_id, choice)

    def _wait(self) -> None:
        self._waiting = True
        for tile in self._grid.tiles():
            tile.setEnabled(False)
