"""The correction of a ballot by name: a member, then the right answer."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.committee import CommitteeState, VoterTile
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.grid import VoteGrid
from alize_desktop.ui.committee.number import NumberTyped
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.steps.correction import CorrectionStep
from alize_desktop.ui.widgets.scroll import scrolled


class NamedCorrectionStep(CorrectionStep):
    """Corrects answers by name: a number, then a letter, as in the ballot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tiles: tuple[VoterTile, ...] = ()
        self._answers: dict[UUID, VoteChoice] = {}
        self.grid = VoteGrid()
        super().__init__(scrolled(self.grid), parent)
        self._number = NumberTyped(self.grid.choose_number, self.grid.choose_nobody, self)
        sign = vote_sign(VoteChoice.NOT_PARTICIPATING)
        self.bind(sign.letter, sign.word, partial(self.take, VoteChoice.NOT_PARTICIPATING))
        self.bind("R", self.tr("Pouvoir tenu par le membre choisi"), self._go_to_proxy)
        for key, columns, rows in (("Left", -1, 0), ("Right", 1, 0), ("Up", 0, -1), ("Down", 0, 1)):
            self.bind(key, "", partial(self._shift, columns, rows))
        for digit in "0123456789":
            self.bind(digit, "", partial(self._type, digit))
        self.grid.selected.connect(self._on_selected)

    @override
    def begin(self, state: CommitteeState) -> None:
        self._tiles = state.current.tiles if state.current else ()
        self._answers = {}
        self.grid.show_tiles(self._tiles)

    @override
    def changes(self) -> dict[UUID, VoteChoice]:
        return dict(self._answers)

    @override
    def take(self, choice: VoteChoice) -> None:
        self._number.end()
        voter = self.grid.current()
        if self.is_casting:
            super().take(choice)
        elif voter is not None and not voter.is_recused:
            before = next(each for each in self._tiles if each.member.id == voter.member.id)
            self._answers.pop(voter.member.id, None)
            if before.choice is not choice:
                self._answers[voter.member.id] = choice
            self.grid.show_tiles([self._shown(each) for each in self._tiles])
            self.next_changed.emit()

    @override
    def ask_casting(self) -> None:
        """Ring no member while the letters say the casting vote."""
        super().ask_casting()
        self.grid.choose_nobody()

    @override
    def note(self) -> str:
        voter = self.grid.current()
        if self.is_casting:
            return self.tr(
                "P, C ou A changent la voix prépondérante. Un numéro revient aux voix des membres."
            )
        if voter is None:
            return super().note()
        text = self.tr("Voix de {name} : P, C, A ou N la change.")
        return text.format(name=full_name(voter.member))

    def _type(self, digit: str) -> None:
        self.forget_casting()
        self._number.type(digit)

    def _shift(self, columns: int, rows: int) -> None:
        self.forget_casting()
        self.grid.shift(columns, rows)

    def _go_to_proxy(self) -> None:
        self.forget_casting()
        self.grid.choose_proxy()

    def _on_selected(self, voter: VoterTile | None) -> None:
        """Let the letters answer for the member chosen, by whatever way."""
        if voter is not None and self.is_casting:
            self.forget_casting()
        self.next_changed.emit()

    def _shown(self, tile: VoterTile) -> VoterTile:
        return replace(tile, choice=self._answers.get(tile.member.id, tile.choice))
