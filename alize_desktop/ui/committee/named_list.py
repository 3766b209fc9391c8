"""Who voted what, by name."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.committee import VoterTile
from alize_desktop.ui.committee.choices import Sign, recusal_sign, vote_sign
from alize_desktop.ui.committee.layouts import clear, column, row
from alize_desktop.ui.committee.people import short_name
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame
from alize_desktop.ui.widgets.pill import Pill


class NamedList(QWidget):
    """The largest group on the left, the others together on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = row(self, gap=16)
        self._tiles: tuple[VoterTile, ...] = ()
        self._level = Level.BODY

    def set_roomy(self, *, is_roomy: bool) -> None:
        """Write the names large or at the usual size."""
        level = Level.HEADING if is_roomy else Level.BODY
        if level is not self._level:
            self._level = level
            self.show_tiles(self._tiles)

    def show_tiles(self, tiles: Sequence[VoterTile]) -> None:
        """Show the names of those who answered, and of the recused."""
        self._tiles = tuple(tiles)
        clear(self._cards)
        groups = [(vote_sign(choice), _names(tiles, choice)) for choice in VoteChoice]
        recused = [_name(tile) for tile in tiles if tile.is_recused]
        groups = [(sign, names) for sign, names in (*groups, (recusal_sign(), recused)) if names]
        groups.sort(key=lambda group: -len(group[1]))
        if groups:
            self._cards.addWidget(_card(groups[:1], self._level, columns=2), 3)
        if groups[1:]:
            self._cards.addWidget(_card(groups[1:], self._level, columns=1), 2)


def _name(tile: VoterTile) -> str:
    name = short_name(tile.member)
    return f"{name} ({tile.holder_name})" if tile.holder_id else name


def _names(tiles: Sequence[VoterTile], choice: VoteChoice) -> list[str]:
    return [_name(tile) for tile in tiles if tile.choice is choice and not tile.is_recused]


def _card(groups: Sequence[tuple[Sign, Sequence[str]]], level: Level, *, columns: int) -> QFrame:
    """Return the names of some groups, one group under the other."""
    card = frame(Ground.CARD)
    lines = column(card, gap=6, margin=16)
    for sign, names in groups:
        head = row()
        head.addWidget(Pill(f"{sign.word} · {len(names)}", sign.role, sign.shape, card))
        head.addStretch(1)
        lines.addLayout(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        rows = ceil(len(names) / columns)
        for place, name in enumerate(names):
            grid.addWidget(ElidedLabel(name, level), place % rows, place // rows)
        lines.addLayout(grid)
        lines.addSpacing(4)
    lines.addStretch(1)
    return card
