"""How the window is laid out: header, agenda, the step and its button, side, status."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.crumbs import Crumbs
from alize_desktop.ui.committee.foot import Foot
from alize_desktop.ui.committee.header import Header
from alize_desktop.ui.committee.keys import NextButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.rail import AgendaRail
from alize_desktop.ui.committee.side import SideZone
from alize_desktop.ui.committee.status import StatusLine
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame

_USUAL = 1200
"""Width from which the right zone is always shown, at a text size of 100 %."""


class CommitteeBody(QWidget):
    """Everything around the step.

    Attributes:
        header: Top of the window.
        rail: Agenda on the left.
        side: Right zone.
        next: The large button.
    """

    def __init__(
        self, stack: QWidget, now: Callable[[], datetime], *, is_rehearsal: bool = False
    ) -> None:
        """Lay out the zones around the panes.

        Args:
            stack: Panes of the steps.
            now: Gives the present instant, in the zone hours are shown in.
            is_rehearsal: Whether the header says that it is one.
        """
        super().__init__()
        self.header = Header(is_rehearsal=is_rehearsal)
        self.rail = AgendaRail(now().tzinfo or UTC)
        self.next = NextButton()
        self.side = SideZone(now)
        self._is_unfolded = False
        self._status = StatusLine(now)
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("step_title")
        self._crumbs = Crumbs()
        self._foot = Foot()
        middle = row(gap=0)
        left = frame(Ground.SIDE)
        column(left).addWidget(self.rail)
        middle.addWidget(left)
        middle.addWidget(self._make_centre(stack), 1)
        middle.addWidget(self.side)
        lines = column(self, gap=0)
        lines.addWidget(self.header)
        lines.addLayout(middle, 1)
        lines.addWidget(self._status)

    def show_state(self, state: CommitteeState, step: Step, *, applicant_present: bool) -> None:
        """Show where the meeting is, everywhere but in the pane."""
        self.header.show_state(state)
        self.rail.show_state(state, step)
        self.side.show_state(state, step, applicant_present=applicant_present)
        self._status.show_state(state)
        self._crumbs.show_step(step)
        self._crumbs.setEnabled(state.suspension is None)

    def show_pane(self, pane: StepPane) -> None:
        """Say what the step says of itself: title, foot, what comes next."""
        shown = pane.next_step()
        self.next.show_step(shown.label, is_ready=shown.is_ready)
        self._foot.show_step(pane)
        self._title.setText(pane.title())

    def fit(self, width: int) -> None:
        """Share the width of the window between the zones."""
        is_folded = width < scaled(_USUAL)
        is_shown = not is_folded or self._is_unfolded
        self.side.setVisible(is_shown)
        self.header.show_side(is_folded=is_folded, is_shown=is_shown)
        self.rail.setFixedWidth(min(scaled(280), width // 5))
        self.side.setFixedWidth(min(scaled(300), width // 4 if not is_folded else width // 3))

    def unfold(self, *, is_unfolded: bool) -> None:
        """Show the right zone where it is folded for want of room, or fold it again."""
        self._is_unfolded = is_unfolded
        self.fit(self.width())

    def toggle_side(self) -> None:
        """Show the right zone where it is folded, or fold it again."""
        self.unfold(is_unfolded=not self._is_unfolded)

    def write_note(self) -> None:
        """Take the keyboard to the private note, unfolding the right zone for it."""
        if self.is_folded():
            self.unfold(is_unfolded=True)
        self.side.note.write()

    def is_folded(self) -> bool:
        """Return whether there is no room for the right zone beside the step."""
        return self.width() < scaled(_USUAL)

    def why_not_folded(self) -> str:
        """Return why the right zone cannot be folded."""
        return self.tr("La colonne de droite a sa place : elle reste.")

    def _make_centre(self, stack: QWidget) -> QWidget:
        centre = QWidget()
        lines = column(centre, gap=10)
        lines.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        lines.addWidget(self._title)
        lines.addWidget(self._crumbs)
        lines.addSpacing(scaled(4))
        lines.addWidget(stack, 1)
        lines.addWidget(self._make_bar())
        return centre

    def _make_bar(self) -> QFrame:
        bar = frame(Ground.CARD)
        line = row(bar, gap=20)
        line.setContentsMargins(scaled(20), scaled(12), scaled(16), scaled(12))
        line.addWidget(self._foot, 1)
        line.addWidget(self.next)
        return bar
