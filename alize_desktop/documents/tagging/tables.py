"""Tables whose rows, heads and cells are told, and tables that only place things.

A table that goes on over pages is one table: its head is read once, and a row that
is cut in two is one row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from reportlab.platypus import Flowable, Table
from typing_extensions import override

from alize_desktop.documents.fonts import REGULAR
from alize_desktop.documents.tagging.canvas import TaggedCanvas, tagged
from alize_desktop.documents.tagging.structure import Node

_FONT: Final = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Of a table that says nothing of it, which else names Helvetica even for an empty cell."""

Cells: TypeAlias = Sequence[Sequence[Sequence[Flowable]]]


@dataclass(slots=True, eq=False)
class _Row:
    """A row, drawn once, or in several parts.

    Attributes:
        heads: How many of its first cells name the row; -1 when all name their columns.
        node: Its element.
        cells: Column → element of the cell.
    """

    heads: int
    node: Node = field(default_factory=lambda: Node("TR"))
    cells: dict[int, Node] = field(default_factory=dict)

    def cell(self, column: int, columns: int) -> Node:
        """Return the element of a cell, of the same kind whatever part is drawn."""
        node = self.cells.get(column)
        if node is None:
            if self.heads < 0:
                node = Node("TH", scope="Column", columns=columns)
            elif column < self.heads:
                node = Node("TH", scope="Row", columns=columns)
            else:
                node = Node("TD", columns=columns)
            self.cells[column] = node
        return node


@dataclass(slots=True, eq=False)
class _Told:
    """What a table is.

    Attributes:
        node: Its element.
        rows: Its rows; None for a table that only places things.
        repeated: How many of its first rows stand on each page.
        row: The row that is being drawn.
        is_again: Whether it has been read already.
    """

    node: Node
    rows: list[_Row] | None = None
    repeated: int = 0
    row: _Row | None = None
    is_again: bool = False


class TaggedTable(Table):
    """A table made by ``data_table`` or ``layout_table``."""

    told: _Told

    _nrows: int  # what reportlab's table calls them
    _spanCmds: list[object]  # noqa: N815
    _spanRanges: dict[tuple[int, int], tuple[int, int, int, int]]  # noqa: N815

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts: list[Any] = super().split(availWidth, availHeight)
        if len(parts) == 2:
            self._share(*parts)
        return parts

    def _share(self, first: "TaggedTable", rest: "TaggedTable") -> None:
        told = self.told
        if told.rows is None:
            first.told = rest.told = told
            return
        own = rest._nrows - told.repeated  # noqa: SLF001  # another part of itself
        head, body = told.rows[: told.repeated], told.rows[-own:]
        first.told = _Told(told.node, told.rows[: first._nrows], told.repeated)  # noqa: SLF001
        rest.told = _Told(told.node, [*head, *body], told.repeated)


def data_table(
    cells: Cells,
    *,
    heads: int = 0,
    row_heads: int = 0,
    titles: Sequence[int] = (),
    after: TaggedTable | None = None,
    **settings: Any,  # noqa: ANN401  # reportlab's own
) -> TaggedTable:
    """Return a table that is read cell by cell.

    Args:
        cells: Rows of cells, each a list of flowables; empty for an empty cell.
        heads: How many first rows name the columns; they stand on each page.
        row_heads: How many first cells of each row name it.
        titles: Numbers of the rows that name those under them.
        after: A table that this one continues: both are one, and its head is not read
            again.
        settings: Anything else that reportlab's ``Table`` accepts.
    """
    named = {*range(heads), *titles}
    rows = [_Row(-1 if number in named else row_heads) for number in range(len(cells))]
    node = Node("Table")
    if after is not None and after.told.rows is not None:
        node, rows[:heads] = after.told.node, after.told.rows[:heads]
    return _table(cells, _Told(node, rows, heads), repeatRows=heads, **settings)


def layout_table(
    cells: Sequence[Sequence[Sequence[Flowable]]],
    **settings: Any,  # noqa: ANN401  # reportlab's own
) -> TaggedTable:
    """Return things placed side by side: they are read one after the other, not as a table.

    Args:
        cells: Rows of cells, each a list of flowables; empty for an empty cell.
        settings: Anything else that reportlab's ``Table`` accepts.
    """
    return _table(cells, _Told(Node("Div")), **settings)


def _table(cells: Cells, told: _Told, **settings: Any) -> TaggedTable:  # noqa: ANN401
    settings["renderCB"] = _tell
    settings["style"] = [_FONT, *settings.get("style", ())]
    table = TaggedTable([list(row) for row in cells], **settings)
    table.told = told
    return table


def _tell(table: Table, name: str, *place: Any) -> None:  # noqa: ANN401  # reportlab's own
    """Follow the drawing of a table; called by reportlab at each step of it."""
    step = _STEPS.get(name)
    if step is not None and isinstance(table, TaggedTable):
        step(table, tagged(table.canv), *place)


def _start_table(table: TaggedTable, canvas: TaggedCanvas) -> None:
    canvas.open_element(table.told.node)


def _start_row(table: TaggedTable, canvas: TaggedCanvas, number: int) -> None:
    told = table.told
    if told.rows is None:
        return
    told.row = told.rows[number]
    told.is_again = number < told.repeated and canvas.structure.holds(told.row.node)
    if told.is_again:
        canvas.open_artifact()
    canvas.open_element(told.row.node)


def _start_cell(
    table: TaggedTable, canvas: TaggedCanvas, number: int, column: int, *_place: object
) -> None:
    row = table.told.row
    if row is not None:
        canvas.open_element(row.cell(column, _columns(table, number, column)))


def _columns(table: TaggedTable, number: int, column: int) -> int:
    if not table._spanCmds:  # noqa: SLF001  # reportlab has no other name for it
        return 1
    first, _top, last, _bottom = table._spanRanges[column, number]  # noqa: SLF001
    return last - first + 1


def _end_cell(table: TaggedTable, canvas: TaggedCanvas) -> None:
    if table.told.row is not None:
        canvas.close_element()


def _end_row(table: TaggedTable, canvas: TaggedCanvas) -> None:
    told = table.told
    if told.row is None:
        return
    canvas.close_element()
    if told.is_again:
        canvas.close_artifact()
    told.row = None


def _end_table(_table: TaggedTable, canvas: TaggedCanvas) -> None:
    canvas.close_element()


_STEPS: Final[dict[str, Callable[..., None]]] = {
    "startTable": _start_table,
    "startRow": _start_row,
    "startCell": _start_cell,
    "endCell": _end_cell,
    "endRow": _end_row,
    "endTable": _end_table,
}
