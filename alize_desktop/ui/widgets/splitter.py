"""Panes side by side, as wide as they were left."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget


class RememberedSplitter(QSplitter):
    """Lays panes out beside each other.

    Args:
        name: Under which the widths are kept.
        window: Where they are kept.
        panes: (pane, its first width in pixels), from left to right.
        growing: Places of those that share the room of a wider window; None for all but
            the list on the left.
        parent: Parent widget.
    """

    def __init__(
        self,
        name: str,
        window: QSettings,
        panes: Sequence[tuple[QWidget, int]],
        growing: Sequence[int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._key, self._window = f"{name}/splitter", window
        self.setObjectName(f"{name}_splitter")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for number, (pane, _width) in enumerate(panes):
            self.addWidget(pane)
            grows = number > 0 if growing is None else number in growing
            self.setStretchFactor(number, 1 if grows else 0)
        self.setSizes([width for _pane, width in panes])
        kept = window.value(self._key)
        if isinstance(kept, QByteArray):
            self.restoreState(kept)
        self.splitterMoved.connect(self._on_moved)

    def _on_moved(self, *_place: int) -> None:
        self._window.setValue(self._key, self.saveState())
