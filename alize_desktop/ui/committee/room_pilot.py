"""What the operator asks of the room, kept in one place and turned into pictures of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.room import RoomControls, RoomState
from alize_desktop.ui.committee.actions import CommitteeAction, Scope
from alize_desktop.wording.room import room_layouts, room_state


class RoomPilot(QObject):
    """Keeps the controls of the room; every change or new state makes its picture.

    A layout forced by hand lasts until the meeting goes on: nobody has to remember
    to let the room follow again.

    Signals:
        room_changed: The room has something else to show. Arg: the ``RoomState``.
        frozen: The room stops following, or follows again. Arg: whether it is frozen.
        zoomed: Larger or smaller text in the room. Arg: 1, -1, or 0 for the usual size.
        paged: Another page of a list in the room. Arg: 1 or -1.
        controls_changed: What was asked of the room changed.
        applicant_moved: The applicant comes in, or leaves. Arg: whether it comes in.
        ended: The window that holds the meeting was closed.
    """

    room_changed = Signal(object)
    frozen = Signal(object)
    zoomed = Signal(object)
    paged = Signal(object)
    controls_changed = Signal()
    applicant_moved = Signal(object)
    ended = Signal()

    def __init__(self, *, is_rehearsal: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controls = RoomControls(is_rehearsal=is_rehearsal)
        self._is_frozen = False
        self._state: CommitteeState | None = None
        self._shown: RoomState | None = None

    @property
    def controls(self) -> RoomControls:
        """What is asked of the room."""
        return self._controls

    @property
    def is_frozen(self) -> bool:
        """Whether the room keeps the picture it had."""
        return self._is_frozen

    @property
    def shown(self) -> RoomState | None:
        """What the room shows, or would show if it were not frozen."""
        return self._shown

    def follow(self, state: CommitteeState, step: str) -> None:
        """Show where the meeting is."""
        if step != self._controls.step or _item(state) != _item(self._state):
            self._controls = replace(self._controls, layout=None)
        self._state = state
        self._set(replace(self._controls, step=step))

    def set_only_screen(self, *, is_only: bool) -> None:
        """Show the safe layouts alone: the room shares the operator's screen."""
        self._set(replace(self._controls, is_only_screen=is_only))

    def actions(self) -> tuple[CommitteeAction, ...]:
        """Return what the operator can ask of the room."""
        larger = ("Ctrl++", "Ctrl+Shift++", "Ctrl+=", "Ctrl+Shift+=")
        return (
            self._action("black", self.tr("Écran noir dans la salle"), self._black, "B", "."),
            self._action("freeze", self.tr("Figer ce que voit la salle"), self._freeze, "F"),
            self._action("private", self.tr("Huis clos"), self._private, "Ctrl+Shift+H"),
            self._action(
                "applicant", self.tr("Le porteur de projet entre ou sort"), self._applicant, "I"
            ),
            self._action("layout", self.tr("Autre vue dans la salle"), self._next_layout, "L"),
            self._action("page.next", self.tr("Page suivante dans la salle"), partial(self.paged.emit, 1), "Shift+PgDown"),
            self._action("page.previous", self.tr("Page précédente dans la salle"), partial(self.paged.emit, -1), "Shift+PgUp"),
            self._action("larger", self.tr("Texte de la salle plus grand"), partial(self.zoomed.emit, 1), *larger),
            self._action("smaller", self.tr("Texte de la salle plus petit"), partial(self.zoomed.emit, -1), "Ctrl+-"),
            self._action("usual_size", self.tr("Texte de la salle à sa taille"), partial(self.zoomed.emit, 0), "Ctrl+0", "Ctrl+À"),
        )  # fmt: skip

    def _action(
        self, name: str, text: str, run: Callable[[], object], *keys: str
    ) -> CommitteeAction:
        title = self.tr("Salle")
        return CommitteeAction(f"room.{name}", text, run, keys, Scope.WINDOW, title)

    def _black(self) -> None:
        self._set(replace(self._controls, is_black=not self._controls.is_black))

    def _freeze(self) -> None:
        self._is_frozen = not self._is_frozen
        self.frozen.emit(self._is_frozen)
        self.controls_changed.emit()

    def _private(self) -> None:
        self._set(replace(self._controls, is_private=not self._controls.is_private))

    def _applicant(self) -> None:
        present = not self._controls.applicant_present
        self._set(replace(self._controls, applicant_present=present))
        self.applicant_moved.emit(present)

    def _next_layout(self) -> None:
        """Force the layout after the one shown; after the last one, follow again."""
        if self._state is None or self._shown is None:
            return
        layouts: list[RoomLayout | None] = [
            each
            for each in room_layouts(self._state, self._controls)
            if each is not RoomLayout.BLACK
        ]
        at = self._controls.layout
        following = [*layouts, None]
        place = following.index(at) if at in layouts else -1
        self._set(replace(self._controls, layout=following[place + 1], is_black=False))

    def _set(self, controls: RoomControls) -> None:
        changed = controls != self._controls
        self._controls = controls
        if self._state is not None:
            shown = room_state(self._state, controls)
            if shown != self._shown:
                self._shown = shown
                self.room_changed.emit(shown)
        if changed:
            self.controls_changed.emit()


def _item(state: CommitteeState | None) -> object:
    return state.current.line.id if state and state.current else None
