"""The release and the milestones of a dossier on a line, painted."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MilestoneState
from alize_desktop.models.records.jobs import JobMilestone
from alize_desktop.ui.jobs.milestone_plot import MilestonePlot
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.painting import draw_ring
from alize_desktop.wording.job_words import milestone_text

_LEAST: Final = 220
_KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ASKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Timeline(QWidget):
    """Milestones side by side, or one under the other where there is little room.

    Arrows go through the milestones; Enter asks to record what is seen for one.

    Signals:
        milestone_asked: Enter or a double click on a milestone. Arg: its months.
    """

    milestone_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._released_on: date | None = None
        self._stones: tuple[JobMilestone, ...] = ()
        self._chosen = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("jobs_timeline")

    def show_milestones(self, released_on: date | None, stones: Sequence[JobMilestone]) -> None:
        """Show the milestones of another dossier; the one whose time it is is chosen."""
        self._released_on, self._stones = released_on, tuple(stones)
        self.choose(_timely([each.state for each in stones]))
        self._reserve()

    def timely(self) -> int | None:
        """Return the months of the milestone that is chosen, None while it is to come."""
        if not self._stones or self._stones[self._chosen].state is MilestoneState.TO_COME:
            return None
        return self.chosen()

    def chosen(self) -> int | None:
        """Return the months of the milestone that is chosen, None without any."""
        return self._stones[self._chosen].months if self._stones else None

    def choose(self, number: int) -> None:
        """Choose a milestone by its rank, kept among those there are."""
        self._chosen = max(min(number, len(self._stones) - 1), 0)
        name = self.tr("Jalons des emplois")
        told = milestone_text(self._stones[self._chosen]) if self._stones else ""
        self.setAccessibleName(f"{name}. {told}" if told else name)
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._plot(width).height if self._stones else 0

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), scaled(_LEAST))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST), self.heightForWidth(max(self.width(), scaled(_LEAST))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reserve()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._reserve()
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = next((step for each, step in _KEYS.items() if each == key), 0)
        if step:
            self.choose(self._chosen + step)
        elif key in _ASKING and self._stones:
            self.milestone_asked.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        number = self._number_at(event.position())
        if number is not None:
            self.choose(number)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._number_at(event.position()) is not None:
            self.milestone_asked.emit(self.chosen())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._stones:
            return
        painter, colours, plot = QPainter(self), palette_of(self), self._plot(self.width())
        plot.paint(painter, colours)
        if self.hasFocus():
            box = plot.boxes()[self._chosen + 1]
            draw_ring(painter, box, colours.focus, scaled(SPACE.tight))

    def _reserve(self) -> None:
        """Keep the whole height: a layout inside of others gives the least one."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), scaled(_LEAST))))
        self.updateGeometry()

    def _plot(self, width: int) -> MilestonePlot:
        return MilestonePlot(self._stones, self._released_on, self.tr("Départ"), width)

    def _number_at(self, point: QPointF) -> int | None:
        """Return the milestone under a point, None for none."""
        boxes = self._plot(self.width()).boxes() if self._stones else []
        found = (rank for rank, box in enumerate(boxes) if box.contains(point))
        rank = next(found, 0)
        return rank - 1 if rank else None


def _timely(states: Sequence[MilestoneState]) -> int:
    """Return the rank of the last milestone that is due, or else of the last one judged.

    Of several that are due, the follow-up asks for the last one: it answers those before.
    """
    due = [rank for rank, each in enumerate(states) if each is MilestoneState.DUE]
    judged = [rank for rank, each in enumerate(states) if each is not MilestoneState.TO_COME]
    return max(due or judged, default=0)
