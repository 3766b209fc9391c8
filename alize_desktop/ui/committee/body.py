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

_WIDE = frozenset({Step.DECISION})
"""Steps whose three columns take the right zone unless the window is roomy."""

_ROOMY, _USUAL = 1500, 1200
"""Widths from which the right zone is shown, always or beside the other steps,
at a text size of 100 %."""


class CommitteeBody(QWidget):
    """Everything around the step.

    Attributes:
        header: Top of the window.
        rail: Agenda on the left.
        side: Right zone.
        status: Line at the foot.
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
        self._step = Step.OPENING
        self._is_unfolded = self._is_typing = False
        self._keys = ("Space", "Ctrl+Return")
        self.status = StatusLine(now)
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("step_title")
        self._crumbs = Crumbs()
        self._foot = Foot()
        middle = row(gap=0)
        self._left = frame(Ground.SIDE)
        column(self._left).addWidget(self.rail)
        middle.addWidget(self._left)
        middle.addWidget(self._make_centre(stack), 1)
        middle.addWidget(self.side)
        lines = column(self, gap=0)
        lines.addWidget(self.header)
        lines.addLayout(middle, 1)
        lines.addWidget(self.status)

    def show_state(self, state: CommitteeState, step: Step, *, applicant_present: bool) -> None:
        """Show where the meeting is, everywhere but in the pane."""
        self._step = step
        self.header.show_state(state)
        self.rail.show_state(state, step)
        self.side.show_state(state, step, applicant_present=applicant_present)
        self.status.show_state(state)
        self._crumbs.show_step(step)

    def show_pane(self, pane: StepPane) -> None:
        """Say what the step says of itself: title, foot, what comes next."""
        shown = pane.next_step()
        self._keys = (shown.key, "Ctrl+Return" if shown.key == "Space" else shown.key)
        self.next.show_step(shown.label, self._keys[self._is_typing], is_ready=shown.is_ready)
        self._foot.show_step(pane)
        self._title.setText(pane.title())

    def show_keys(self, *, are_active: bool) -> None:
        """Say whether letters act or are typed, and which key goes on."""
        self._is_typing = not are_active
        self.header.show_keys(are_active=are_active)
        self.next.show_key(self._keys[self._is_typing])

    def fit(self, width: int) -> None:
        """Share the width of the window between the zones.

        Where the right zone is folded, it takes the place of the agenda once unfolded.
        """
        is_folded = self._lacks_room(width)
        takes_place = is_folded and self._is_unfolded
        self.side.setVisible(takes_place or not is_folded)
        self._left.setVisible(not takes_place)
        self.header.show_side(is_folded=is_folded, is_shown=takes_place)
        self.rail.setFixedWidth(min(scaled(280), width // 5))
        self.side.setFixedWidth(min(scaled(310), width // 4))

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
        return self._lacks_room(self.width())

    def why_not_folded(self) -> str:
        """Return why the right zone cannot be folded."""
        return self.tr("La colonne de droite a sa place : elle reste.")

    def _lacks_room(self, width: int) -> bool:
        return width < scaled(_ROOMY if self._step in _WIDE else _USUAL)

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
