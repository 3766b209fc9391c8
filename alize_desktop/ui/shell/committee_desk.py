"""The committee mode, opened from the main window: on which meeting, one at a time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Clock
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.shell.places import sections

if TYPE_CHECKING:
    from alize_desktop.models.records.meetings import MeetingRow
    from alize_desktop.ui.committee.window import CommitteeWindow
    from alize_desktop.ui.navigation import Place

_COMING = (MeetingState.PREPARATION, MeetingState.CONVENED)


class CommitteeDesk(QObject):
    """Opens the committee mode, comes back to it, closes it with its registry.

    Args:
        bus: Told of every change of the meeting.
        log_file: Named when a bug is shown.
        clock: Gives the hour that the committee mode shows.
        parent: Parent object.

    Signals:
        minutes_requested: The minutes are asked for. Arg: the meeting's id.
        said: The committee mode was closed before its meeting. Arg: the sentence.
        place_asked: A place of the navigation is to be shown. Arg: its name.
    """

    minutes_requested = Signal(object)
    said = Signal(object)
    place_asked = Signal(object)

    def __init__(
        self, bus: Bus, log_file: Path, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._log_file = log_file
        self._clock = clock
        self._window: CommitteeWindow | None = None
        self._meeting_id: UUID | None = None

    def open(self, services: Services, meeting_id: UUID) -> "CommitteeWindow":
        """Open the committee mode on a meeting, or come back to it.

        A decision being typed in another meeting keeps its window: it asks first.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        window = self._window
        if window is None or self._meeting_id != meeting_id or not window.isVisible():
            made = self._made(services, meeting_id)
            if window is not None and not window.close():
                made.deleteLater()
                return window
            self.close()
            self._window, self._meeting_id = made, meeting_id
            window = made
        window.showMaximized()
        window.activateWindow()
        return window

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose a decision being typed."""
        if self._window is not None and self._window.isVisible():
            self._window.try_leave(on_left)
        else:
            on_left()

    def close(self) -> None:
        """Close the committee mode, if it is open."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        self._window = self._meeting_id = None

    def now(self, services: Services) -> datetime:
        """Return the present instant in the programme's time zone."""
        return _local(self._clock, services.current_programme().time_zone)

    def under_way(self, services: Services) -> UUID | None:
        """Return the meeting that is being held; None when none is, or several."""
        held = [each for each in services.meetings.rows() if each.state is MeetingState.OPEN]
        return held[0].id if len(held) == 1 else None

    def next_meeting(self, services: Services) -> UUID | None:
        """Return the meeting to look at first: one being held, else the next one.

        When every meeting in preparation or convened is past, the latest of them.
        """
        rows = services.meetings.rows()
        today = self.now(services).date()
        held = [each for each in rows if each.state is MeetingState.OPEN]
        prepared = [each for each in rows if each.state in _COMING]
        to_come = [each for each in prepared if each.draft.held_on >= today]
        if held or to_come:
            return min(held or to_come, key=_moment).id
        return max(prepared, key=_moment).id if prepared else None

    def _made(self, services: Services, meeting_id: UUID) -> "CommitteeWindow":
        from alize_desktop.ui.committee.services import (  # noqa: PLC0415  # on demand
            committee_services,
        )
        from alize_desktop.ui.committee.window import CommitteeWindow  # noqa: PLC0415  # on demand
        from alize_desktop.ui.shell.meeting_link import MeetingLink  # noqa: PLC0415  # on demand

        window = CommitteeWindow(
            meeting_id,
            committee_services(services),
            self._bus,
            self._log_file,
            partial(_local, self._clock, services.current_programme().time_zone),
            is_rehearsal=services.copies.is_rehearsal,
        )
        MeetingLink(window, services, meeting_id, self._bus, self._log_file)
        window.show_views([each.label for each in _places()])
        window.view_asked.connect(self._on_view_asked)
        window.minutes_requested.connect(self.minutes_requested)
        window.said.connect(self.said)
        return window

    def _on_view_asked(self, number: int) -> None:
        main = self.parent()
        if isinstance(main, QWidget):
            main.show()
            main.raise_()
            main.activateWindow()
        self.place_asked.emit(_places()[number - 1].key)


def _places() -> list["Place"]:
    """Return the places of the digits in their order: Alt+1 to Alt+9, then Alt+0."""
    places = [place for section in sections() for place in section.places]
    numbered = [each for each in places if each.shortcut[-1:].isdigit()]
    return sorted(numbered, key=lambda each: (each.shortcut.endswith("0"), each.shortcut))


def _moment(row: "MeetingRow") -> datetime:
    return datetime.combine(row.draft.held_on, row.draft.starts_at)


def _local(clock: Clock, time_zone: str) -> datetime:
    return clock().astimezone(ZoneInfo(time_zone))
