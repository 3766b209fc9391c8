"""The grid of voters: as few columns as let every tile be seen without scrolling."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import VoterTile
from alize_desktop.ui.committee.people import short_name
from alize_desktop.ui.committee.tile import FLAT_LOWEST, FLAT_NARROWEST, LOWEST, NARROWEST, Tile
from alize_desktop.ui.committee.tile_faces import growth
from alize_desktop.ui.theme.look import scaled

_GAP, _TIGHT = 8, 4
"""Pixels between two tiles, and between two flat ones."""

_HIGHEST = 0.5
"""Height of the tallest tile, as a part of its width."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """How tiles are laid out.

    Attributes:
        columns: At least 1.
        width: Width of a tile in pixels.
        height: Height of a tile in pixels.
    """

    columns: int
    width: int
    height: int


def mesh(count: int, room: QSize, gap: int, least: QSize) -> Mesh:
    """Return the layout whose words are largest and that needs no scrolling.

    Args:
        count: Tiles, >= 1.
        room: Where they go.
        gap: Pixels between two tiles.
        least: Smallest tile.

    Returns:
        When nothing fits, as many columns as the width takes, of the lowest
        height: the grid then scrolls.
    """
    return _fitting(count, room, gap, least) or _scrolling(room, gap, least)


def _scrolling(room: QSize, gap: int, least: QSize) -> Mesh:
    columns = max(1, (room.width() + gap) // (least.width() + gap))
    return Mesh(columns, (room.width() - gap * (columns - 1)) // columns, least.height())


def _fitting(count: int, room: QSize, gap: int, least: QSize) -> Mesh | None:
    """Return the layout whose words are largest, None when no layout shows every tile."""
    widest = max(1, (room.width() + gap) // (least.width() + gap))
    best, score = None, 0.0
    for columns in range(1, widest + 1):
        rows = ceil(count / columns)
        width = (room.width() - gap * (columns - 1)) // columns
        height = min((room.height() - gap * (rows - 1)) // rows, int(width * _HIGHEST))
        size = min(height / least.height(), width / least.width())
        if height >= least.height() and size > score:
            best, score = Mesh(columns, width, height), size
    return best


class VoteGrid(QWidget):
    """One tile for each voter, in the order of the seats, each proxy after its holder.

    Signals:
        selected: Another tile was chosen. Arg: its ``VoterTile``, or None.
    """

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tiles: list[Tile] = []
        self._chosen: Tile | None = None
        self._columns = 1

    def tiles(self) -> tuple[Tile, ...]:
        """Return the tiles in their order."""
        return tuple(self._tiles)

    def current(self) -> VoterTile | None:
        """Return the voter the letters act on."""
        return self._chosen.shown if self._chosen else None

    def show_tiles(self, voters: Sequence[VoterTile]) -> None:
        """Show what the file holds, and accept answers."""
        chosen = self._chosen.shown.member.id if self._chosen else None
        voters = sorted(voters, key=lambda each: (each.number, each.holder_id is not None))
        holders: dict[UUID | None, str] = {
            each.member.id: short_name(each.member) for each in voters
        }
        if [each.shown.member.id for each in self._tiles] != [each.member.id for each in voters]:
            self._rebuild(voters)
        for tile, voter in zip(self._tiles, voters, strict=True):
            tile.show_tile(voter, holders.get(voter.holder_id, ""))
        kept = [each for each in self._tiles if each.shown.member.id == chosen]
        self._choose(kept[0] if kept else None)

    def missing(self) -> int:
        """Return how many tiles are still empty."""
        return sum(_is_empty(tile) for tile in self._tiles)

    def choose_number(self, number: int) -> bool:
        """Select the member with a number; False if there is none."""
        found = [each for each in self._tiles if each.shown.number == number]
        own = [each for each in found if each.shown.holder_id is None]
        if found:
            self._choose((own or found)[0])
        return bool(found)

    def choose_nobody(self) -> None:
        """Select no tile: an answer then reaches nobody."""
        self._choose(None)

    def choose_member(self, member_id: UUID) -> None:
        """Select the tile of a member, if there is one."""
        for tile in self._tiles:
            if tile.shown.member.id == member_id:
                self._choose(tile)

    def choose_proxy(self) -> bool:
        """Select the next proxy of the number selected; False if there is none."""
        number = self._chosen.shown.number if self._chosen else None
        same = [each for each in self._tiles if each.shown.number == number]
        proxies = [each for each in same if each.shown.holder_id]
        if proxies:
            at = proxies.index(self._chosen) + 1 if self._chosen in proxies else 0
            self._choose(proxies[at % len(proxies)])
        return bool(proxies)

    def choose_next_empty(self, step: int = 1) -> None:
        """Select the next tile without an answer, from the one selected."""
        start = self._tiles.index(self._chosen) if self._chosen else -step
        for distance in range(1, len(self._tiles) + 1):
            tile = self._tiles[(start + step * distance) % len(self._tiles)]
            if _is_empty(tile):
                self._choose(tile)
                return
        self._choose(None)

    def shift(self, columns: int = 0, rows: int = 0) -> None:
        """Select a neighbour of the tile selected, or the first tile."""
        if not self._tiles:
            return
        at = self._tiles.index(self._chosen) if self._chosen else 0
        target = at + columns + rows * self._columns if self._chosen else 0
        if 0 <= target < len(self._tiles):
            self._choose(self._tiles[target])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _rebuild(self, voters: Sequence[VoterTile]) -> None:
        for old in self._tiles:
            old.deleteLater()
        self._chosen = None
        self._tiles = [Tile(voter, self) for voter in voters]
        for tile in self._tiles:
            tile.clicked.connect(lambda _=False, tile=tile: self._choose(tile))
            tile.show()
        self._lay_out()

    def _choose(self, tile: Tile | None) -> None:
        changed = tile is not self._chosen
        self._chosen = tile
        for each in self._tiles:
            each.set_selected(is_selected=each is tile)
        if changed:
            self.selected.emit(tile.shown if tile else None)

    def _plan(self) -> tuple[Mesh, int]:
        """Return how the tiles are laid out, and the gap between them.

        Many members are shown on one line each before anything scrolls.
        """
        gap, least = scaled(_GAP), QSize(scaled(NARROWEST), scaled(LOWEST))
        count, room = len(self._tiles), self._room()
        fitting = _fitting(count, room, gap, least)
        if fitting is not None:
            return fitting, gap
        tight, flat = scaled(_TIGHT), QSize(scaled(FLAT_NARROWEST), scaled(FLAT_LOWEST))
        return mesh(count, room, tight, flat), tight

    def _room(self) -> QSize:
        """Return the room the tiles have without scrolling."""
        parent = self.parentWidget()
        height = min(self.height(), parent.height()) if parent else self.height()
        return QSize(self.width(), height)

    def _lay_out(self) -> None:
        if not self._tiles:
            return
        plan, gap = self._plan()
        self._columns = plan.columns
        rows = ceil(len(self._tiles) / plan.columns)
        self.setMinimumHeight(rows * min(plan.height, scaled(LOWEST)) + gap * (rows - 1))
        names = [short_name(each.shown.member) for each in self._tiles]
        grown = growth(QSize(plan.width, plan.height), names)
        for number, tile in enumerate(self._tiles):
            tile.set_growth(grown)
            row, column = divmod(number, plan.columns)
            place = QRect(0, 0, plan.width, plan.height)
            place.moveTo(column * (plan.width + gap), row * (plan.height + gap))
            tile.setGeometry(place)


def _is_empty(tile: Tile) -> bool:
    return tile.shown.choice is None and not tile.shown.is_recused
