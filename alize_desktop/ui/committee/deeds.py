"""What the keys of the window do to the meeting, when they can, and why not."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt

from alize_desktop.models.enums import ItemStep, MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.window_actions import Deed

translate = QCoreApplication.translate


class MeetingDeeds:
    """Reads where the meeting is each time it is asked.

    Args:
        conductor: Takes the meeting further.
        pane: Returns the pane shown.
        choose: Chooses a dossier that waits, between two dossiers.
    """

    def __init__(
        self,
        conductor: Conductor,
        pane: Callable[[], StepPane],
        choose: Callable[[UUID], object],
    ) -> None:
        self._conductor = conductor
        self._pane = pane
        self._choose = choose

    def next(self) -> Deed:
        """What the large button says."""
        return Deed(self._advance, self._is_ready, self._why_not_ready)

    def back(self) -> Deed:
        """One step back."""
        return Deed(self._conductor.back, self._is_going_on, self._why_suspended)

    def leave(self) -> Deed:
        """Give up what is typed, and let letters act again."""
        return Deed(self._leave)

    def attendance(self, run: Callable[[], object]) -> Deed:
        """Somebody comes or goes."""
        return Deed(run, self._is_called, self._why_not_called)

    def suspend(self, run: Callable[[], object]) -> Deed:
        """Suspend the meeting, or go on with it."""
        return Deed(run, self._is_open, self._why_not_open)

    def other_dossier(self, step: int) -> Deed:
        """The dossier that waits after (1) or before (-1) the one shown."""
        return Deed(
            lambda: self._go(step),
            lambda: self._neighbour(step) is not None,
            lambda: self._why_no_neighbour(step),
        )

    @property
    def _state(self) -> CommitteeState:
        return self._conductor.state

    def _advance(self) -> None:
        self._pane().advance()

    def _is_ready(self) -> bool:
        return self._pane().next_step().is_ready

    def _why_not_ready(self) -> str:
        return self._pane().next_step().label

    def _leave(self) -> None:
        pane = self._pane()
        if not pane.leave():
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_open(self) -> bool:
        return self._state.row.state is MeetingState.OPEN

    def _why_not_open(self) -> str:
        return translate("deeds", "La séance n’est pas ouverte.")

    def _is_going_on(self) -> bool:
        return self._state.suspension is None

    def _why_suspended(self) -> str:
        return translate("deeds", "La séance est suspendue.")

    def _is_called(self) -> bool:
        return self._is_open() and self._is_going_on() and self._state.quorum_at is not None

    def _why_not_called(self) -> str:
        if not self._is_open():
            return self._why_not_open()
        if not self._is_going_on():
            return self._why_suspended()
        return translate("deeds", "L’appel n’est pas fini : le quorum n’est pas encore constaté.")

    def _go(self, step: int) -> None:
        line = self._neighbour(step)
        if line is None:
            return
        if self._conductor.step is Step.BETWEEN:
            self._choose(line.id)
        else:
            self._conductor.take(line.id)

    def _neighbour(self, step: int) -> AgendaLine | None:
        """Return the nearest dossier that waits, on one side of the one shown."""
        if not (self._is_called() and self._is_free()):
            return None
        lines = sorted(self._state.agenda, key=lambda line: line.turn or line.position)
        if step < 0:
            lines.reverse()
        ids = [line.id for line in lines]
        shown = self._shown()
        after = lines[ids.index(shown) + 1 :] if shown in ids else lines
        return next((line for line in after if line.step is ItemStep.PENDING), None)

    def _shown(self) -> UUID | None:
        if self._state.current is not None:
            return self._state.current.line.id
        return self._pane().item_shown()

    def _is_free(self) -> bool:
        """Return whether no ballot and no decision is under way."""
        current = self._state.current
        return current is None or current.line.step in (ItemStep.PENDING, ItemStep.PRESENTED)

    def _why_no_neighbour(self, step: int) -> str:
        if not self._is_called():
            return self._why_not_called()
        if not self._is_free():
            return translate("deeds", "Ce dossier doit d’abord recevoir sa décision.")
        if step < 0:
            return translate("deeds", "Aucun dossier n’attend avant celui-ci.")
        return translate("deeds", "Aucun dossier n’attend après celui-ci.")
