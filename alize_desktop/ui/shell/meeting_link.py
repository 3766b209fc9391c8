"""A committee window linked to its services, and to the window of the room."""

from collections.abc import Callable
from datetime import time
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.room.desk import RoomDesk
from alize_desktop.ui.shell.copy_desk import CopyDesk
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.confirm import confirm

_LEAVING = ("F5", "Esc")
"""Keys that come back from the room where it covers the window that holds the meeting."""


class MeetingLink(QObject):
    """Lives as long as the window: calls services, and shows the room what it may see.

    Args:
        window: Holds the meeting.
        services: Services of the registry.
        meeting_id: The meeting.
        bus: Told of every change.
        log_file: Named when a bug is shown.
    """

    def __init__(
        self,
        window: CommitteeWindow,
        services: Services,
        meeting_id: UUID,
        bus: Bus,
        log_file: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._meeting_id = meeting_id
        self._bus = bus
        self._log_file = log_file
        self._room = RoomDesk(window, self)
        self._copies = CopyDesk(window, services.copies, log_file)
        window.show_notes(services.notes.read(meeting_id))
        self._link_meeting()
        self._link_room()

    @property
    def room(self) -> RoomDesk:
        """The room as this window drives it."""
        return self._room

    def _link_meeting(self) -> None:
        window = self._window
        window.suspension_asked.connect(self._on_suspension_asked)
        window.resumption_asked.connect(self._on_resumption_asked)
        window.note_written.connect(self._on_note_written)
        window.copy_asked.connect(self._copies.copy)
        self._copies.said.connect(window.show_message)

    def _link_room(self) -> None:
        window, room = self._window, self._room
        card = window.body.side.room
        room.picture_changed.connect(card.show_picture)
        room.shown_changed.connect(self._on_shown)
        room.one_screen_only.connect(self._on_one_screen_only)
        room.screen_lost.connect(self._on_screen_lost)
        room.key_pressed.connect(self._on_room_key)
        window.room_changed.connect(room.show_state)
        window.room_asked.connect(self._on_room_asked)
        window.room.frozen.connect(room.set_frozen)
        window.room.zoomed.connect(room.zoom)
        window.room.paged.connect(room.turn_page)
        window.room.ended.connect(self._on_ended)
        if window.room.shown is not None:
            room.show_state(window.room.shown)

    def _do(self, action: Callable[[], Changes | None]) -> None:
        """Call a service; the window reads the file again when it changed."""
        try:
            changes = action()
        except UserError as error:
            show_error(self._window, error, self._log_file)
        else:
            if changes is not None:
                self._bus.changed.emit(changes, self)

    def _on_suspension_asked(self, resumes_at: time | None, reason: str) -> None:
        self._do(partial(self._services.life.suspend, self._meeting_id, resumes_at, reason))

    def _on_resumption_asked(self) -> None:
        self._do(partial(self._services.life.resume, self._meeting_id))

    def _on_note_written(self, item_id: UUID | None, text: str) -> None:
        self._do(partial(self._services.notes.write, self._meeting_id, item_id, text))

    def _on_room_asked(self) -> None:
        if self._room.is_shown and self._window.room.controls.is_only_screen:
            self._room.open_here()
        else:
            self._room.open()

    def _on_room_key(self, key: str) -> None:
        """Do what a key does that was pressed on the room; some leave the only screen."""
        if key in _LEAVING and self._window.room.controls.is_only_screen:
            self._room.close()
            self._window.activateWindow()
        else:
            self._window.press_key(key)

    def _on_one_screen_only(self) -> None:
        confirm(
            self._window,
            self.tr("Il n’y a qu’un écran : la salle verra le vôtre."),
            self.tr("Montrer sur cet écran"),
            self._open_here,
            detail=self.tr(
                "Seules les vues sûres seront montrées\u00a0: ni autre entreprise, ni avis. "
                "Sur la vue de la salle, F5 ou Échap revient à cette fenêtre."
            ),
        )

    def _open_here(self) -> None:
        self._window.room.set_only_screen(is_only=True)
        self._room.open_here()

    def _on_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - connected to signals
        self._window.body.side.room.show_open(is_open=is_shown)
        if not is_shown:
            self._window.room.set_only_screen(is_only=False)

    def _on_screen_lost(self) -> None:
        text = self.tr("L’écran de la salle est débranché\u00a0: sa fenêtre reviendra avec lui.")
        self._window.show_message(text, Role.WAITING)

    def _on_ended(self) -> None:
        self._room.close()
        self._copies.close()
