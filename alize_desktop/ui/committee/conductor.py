"""Does what the operator asks: one service method, then the file is read again.

Panes ask by signals and show states; nothing but the conductor, and those who
listen to the panes for it, calls a service of the meeting. After each action, even
a refused one, the state is read back from the file, so that the window never shows
what is not written.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemStep, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.plan import (
    Detour,
    Step,
    back_from,
    detour_on_opening,
    point_under_way,
    position_of,
    step_of,
)
from alize_desktop.ui.committee.services import CommitteeServices

Action = Callable[[], Changes]

_NOTHING: Final[Mapping[ErrorCode, Callable[[], object]]] = {}


class Conductor(QObject):
    """Knows where the meeting is, and takes it further.

    Signals:
        moved: The file was read. Args: the ``CommitteeState``, the ``Step``.
        refused: An action was refused. Arg: the ``UserError``.
        decided: A decision was recorded. Args: the ``Decision``, the company.
    """

    moved = Signal(object, object)
    refused = Signal(object)
    decided = Signal(object, object)

    def __init__(
        self, meeting_id: UUID, services: CommitteeServices, bus: Bus, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._meeting_id = meeting_id
        self._services = services
        self._bus = bus
        self._owner = owner
        self._state = services.committee.state(meeting_id)
        self._detour = detour_on_opening(self._state)
        self._left = Detour.NONE
        self._sought: UUID | None = None
        self._kept = self._state.position
        bus.changed.connect(self._on_changed)

    @property
    def meeting_id(self) -> UUID:
        """The meeting held."""
        return self._meeting_id

    @property
    def services(self) -> CommitteeServices:
        """What the meeting asks the registry."""
        return self._services

    @property
    def state(self) -> CommitteeState:
        """The meeting as it was last read."""
        return self._state

    @property
    def step(self) -> Step:
        """The step to show."""
        return step_of(self._state, self._detour)

    def refresh(self) -> None:
        """Read the file again and say where the meeting is."""
        try:
            self._state = self._services.committee.state(self._meeting_id)
        except UserError as error:
            self.refused.emit(error)
        self.moved.emit(self._state, self.step)

    def go(self, detour: Detour) -> None:
        """Show another step."""
        if detour is Detour.ROLL_CALL and self._detour is not Detour.ROLL_CALL:
            self._left = self._detour
        self._detour = detour
        self._keep_position()
        self.moved.emit(self._state, self.step)

    @property
    def sought(self) -> UUID | None:
        """The member that the roll is shown for, while it comes; None for nobody."""
        return self._sought

    def go_to_member(self, member_id: UUID) -> None:
        """Show the roll at one member, for what is missing of this one."""
        self._sought = member_id
        self.go(Detour.ROLL_CALL)
        self._sought = None

    def go_back_to_meeting(self) -> None:
        """Leave the roll taken again: the step that was left is shown."""
        self.go(self._left)

    def do(
        self,
        action: Action,
        then: Detour | None = None,
        expected: Mapping[ErrorCode, Callable[[], object]] = _NOTHING,
    ) -> bool:
        """Do something that is written, then read the file again.

        Args:
            action: A service method with its arguments.
            then: Where it leads when it is done; None stays where one is.
            expected: What a refusal asks instead of being told, by its code.

        Returns:
            Whether it was done; any other refusal is told by ``refused``.
        """
        answer: Callable[[], object] | None = None
        done = False
        try:
            changes = action()
        except UserError as error:
            answer = expected.get(error.code, partial(self.refused.emit, error))
        else:
            done = True
            if then is not None:
                self._detour = then
            self._bus.changed.emit(changes, self._owner)
        finally:
            self.refresh()
        if done:
            self._keep_position()
        if answer is not None:
            answer()
        return done

    def back(self) -> bool:
        """Go one step back; False while one cannot.

        What was only presented goes back to wait, and a result that was not
        proclaimed gives its ballot back.
        """
        if self.step is Step.ROLL_CALL and self._state.quorum_at is not None:
            self.go_back_to_meeting()
            return True
        detour = back_from(self.step)
        if detour is not None:
            self.go(detour)
            return True
        action = self._undoing()
        return action is not None and self.do(action, Detour.NONE)

    def take(self, item_id: UUID | None) -> None:
        """Begin a point that waits; None goes back to the one under way."""
        waiting = {line.id for line in self._state.agenda if line.step is ItemStep.PENDING}
        if item_id is None:
            self.go(Detour.NONE)
        elif item_id in waiting and self._state.quorum_at is not None:
            self.do(partial(self._services.committee.begin_item, item_id), Detour.NONE)

    def _undoing(self) -> Action | None:
        """Return what going back writes, where it writes something."""
        point = point_under_way(self._state)
        if point is None:
            return None
        if self.step in (Step.PRESENTATION, Step.STANDING):
            return partial(self._services.committee.set_down, point.id)
        if self.step is Step.RESULT and point.step is ItemStep.BALLOT_CLOSED:
            return partial(self._services.voting.reopen_ballot, point.id)
        return None

    def _keep_position(self) -> None:
        """Keep where the operator is: a program that is killed reopens there."""
        position = position_of(self._state, self._detour)
        if self._state.row.state is not MeetingState.OPEN or position == self._kept:
            return
        try:
            self._services.committee.keep_position(self._meeting_id, position)
        except UserError as error:
            self.refused.emit(error)
        else:
            self._kept = position

    def _on_changed(self, changes: Changes, maker: object) -> None:
        if maker is not self._owner and (changes.people or self._concerns(changes)):
            self.refresh()

    def _concerns(self, changes: Changes) -> bool:
        dossiers = {line.dossier_id for line in self._state.agenda}
        return self._meeting_id in changes.meetings or bool(dossiers & changes.dossiers)
